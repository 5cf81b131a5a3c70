"""Times of day as people write them: "8.45", "8:45am", "quarter to nine", "half eight", "9 o'clock".

A time is (hour, minute) of a clock with twelve hours: whether "8.10" was in the morning is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Time = tuple[int, int]
HALF_A_DAY = 12 * 60

_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "twenty five": 25}
_HOUR = rf"(?:(?:{'|'.join(_HOURS)})\b|[0-9]{{1,2}}(?![0-9]|[.:][0-9]))"
_TIME = re.compile(
    r"(?<![0-9£.:])(?:"
    r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-5][0-9])(?![0-9]|[.:/][0-9]| ?(?:pounds|hours|miles|km)\b)"
    # "9 to 5" alone is a stretch of time, or a number of things.
    r"|(?:a )?(?P<part>(?:twenty[- ]five|twenty|ten|five|quarter)(?: minutes)?|[0-9]{1,2} minutes) "
    rf"(?P<side>to|past) (?P<side_hour>{_HOUR})"
    rf"|half(?: past)? (?P<half_hour>{_HOUR})"
    rf"|(?P<full_hour>{_HOUR}) ?(?:o'?clock|am\b|pm\b|a\.m\.|p\.m\.)"
    r")",
    re.IGNORECASE,
)
# "from ten until three", "between 9 and 11.30"; in an answer about hours "10 to 11.30" alone.
_CLOCK = rf"(?:[0-9]{{1,2}}[.:][0-5][0-9]|{_HOUR})"
_STRETCH = re.compile(
    rf"\b(?:from|between) (?P<start>{_CLOCK}) (?:to|until|till|and) (?P<end>{_CLOCK})", re.IGNORECASE
)
# "between 10:00 and 10:30", "9am - 1pm": what a message gave for a call.
_HALF = r" ?(?:am|pm|a\.m\.|p\.m\.|o'?clock)"
_WINDOW = re.compile(
    rf"(?P<opening>\b(?:from|between) )?(?P<start>{_CLOCK})(?P<first>{_HALF})?"
    rf" ?(?:to|until|till|and|-|–) ?(?P<end>{_CLOCK})(?P<last>{_HALF})?",
    re.IGNORECASE,
)
# Two bare numbers in a message may count anything; with one of these beside them they are hours.
_OF_A_CLOCK = re.compile(rf"[.:]|{_HALF}", re.IGNORECASE)
_SET_OUT = re.compile(
    r"\b(?:left(?! (?:me|him|her|them|us|it|word|a message|a note)\b)|set out|set off)\b"
    r"(?P<rest>[^\n.!?]*(?:[.:][0-9]{2}[^\n.!?]*)*)",
    re.IGNORECASE,
)
# "the 8.15 bus", "my 9.30 appointment": a time that says which one it was.
_NAMES_SOMETHING = re.compile(
    r"\s*(?:am|pm)?\s*(?:bus|train|tram|coach|ferry|appointment|interview)\b", re.IGNORECASE
)


def times_in(text: str) -> tuple[Time, ...]:
    """Return every time of day that `text` gives."""
    return tuple(_time(found) for found in _TIME.finditer(_plain(text)))


def are_times_in(words: str, text: str) -> bool:
    """Whether `words` give a time of day, and `text` gives each that they give."""
    times = set(times_in(words))
    return bool(times) and times <= set(times_in(text))


def hour_in(text: str) -> str:
    """Return the one time of day that `text` gives, in its own words; "" unless it gives just one."""
    found = tuple(each.group() for each in _TIME.finditer(text))
    return found[0] if len(found) == 1 and len(times_in(text)) == 1 else ""


def is_within_hours(at: str, text: str) -> bool:
    """Whether the time in `at` surely lies within the hours that `text` gives: "from ten until three".

    They are taken to last less than twelve hours, and none where `text` gives several.
    """
    found, times = tuple(_STRETCH.finditer(_plain(text))), times_in(at)
    if len(found) != 1 or len(times) != 1:
        return False
    start, end = (_minute(_clock(found[0][name])) for name in ("start", "end"))
    lasted, after = (end - start) % HALF_A_DAY, (_minute(times[0]) - start) % HALF_A_DAY
    return after < lasted


@dataclass(frozen=True)
class Window:
    """Two times between which something is to come, as they were typed and as minutes of a clock."""

    words: tuple[str, str]
    start: int
    end: int

    @property
    def lasts(self) -> int:
        """How many minutes lie between them: less than twelve hours."""
        return (self.end - self.start) % HALF_A_DAY

    def minutes_outside(self, time: Time) -> int:
        """Return how many minutes `time` lies after the window; less than nought before it, 0 within it."""
        into = (_minute(time) - self.start) % HALF_A_DAY
        if into <= self.lasts:
            return 0
        after, before = into - self.lasts, HALF_A_DAY - into
        return after if after <= before else -before


def window_in(text: str, *, is_an_answer: bool = False) -> Window | None:
    """Return the two times between which `text` says that something will come; None unless it is sure.

    `is_an_answer`: `text` tells of hours and of nothing else, so that "9 to 1" is enough.
    """
    found = [each for each in _WINDOW.finditer(_plain(text)) if is_an_answer or _is_of_a_clock(each)]
    if len(found) != 1:
        return None
    start, end = (_minute(_clock(found[0][name])) for name in ("start", "end"))
    words = (found[0]["start"] + (found[0]["first"] or ""), found[0]["end"] + (found[0]["last"] or ""))
    return Window(words, start, end) if start != end else None


def _is_of_a_clock(found: re.Match[str]) -> bool:
    both = _OF_A_CLOCK.search(found["start"]) and _OF_A_CLOCK.search(found["end"])
    return bool(both or (found["opening"] and _OF_A_CLOCK.search(found.group())) or found["last"])


def hours_in(text: str) -> tuple[str, ...]:
    """Return each time of day that `text` gives, in its own words."""
    return tuple(each.group() for each in _TIME.finditer(text))


def _clock(text: str) -> Time:
    hour, _, minute = text.replace(":", ".").partition(".")
    return _hour(hour), int(minute or 0)


def minutes_after(later: str, earlier: str) -> int | None:
    """Return how many minutes the time in `later` lies after that in `earlier`; None unless each gives one.

    A clock with twelve hours is read: the two are taken to lie less than six hours apart.
    """
    first, last = times_in(earlier), times_in(later)
    if len(first) != 1 or len(last) != 1:
        return None
    apart = (_minute(last[0]) - _minute(first[0])) % HALF_A_DAY
    return apart - HALF_A_DAY if apart > HALF_A_DAY // 2 else apart


def _minute(time: Time) -> int:
    hour, minute = time
    return hour * 60 + minute


def times_of_setting_out(text: str) -> tuple[Time, ...]:
    """Return each time at which `text` says that somebody left: "I left home at quarter to nine"."""
    return tuple(_set_out_in(_plain(text)))


def _set_out_in(text: str) -> Iterator[Time]:
    for leaving in _SET_OUT.finditer(text):
        rest = leaving["rest"]
        found = _TIME.search(rest)
        if found and not _NAMES_SOMETHING.match(rest, found.end()):
            yield _time(found)


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _time(found: re.Match[str]) -> Time:
    """Return the hour of a clock with twelve hours, and the minute."""
    if found["minute"]:
        return int(found["hour"]) % 12, int(found["minute"])
    if found["half_hour"]:
        return _hour(found["half_hour"]), 30
    if found["full_hour"]:
        return _hour(found["full_hour"]), 0
    part = found["part"].casefold().removesuffix(" minutes")
    minutes, hour = _MINUTES.get(part) or int(part), _hour(found["side_hour"])
    return (hour, minutes % 60) if found["side"].casefold() == "past" else ((hour - 1) % 12, 60 - minutes)


def _hour(text: str) -> int:
    word = text.casefold()
    return _HOURS.index(word) if word in _HOURS else int(word) % 12
