"""Reads lengths of time as people write them: "2 hours", "1h 35", "an hour and a half", "13 weeks", "35.5".

Each reader returns None both for an empty box and for what it cannot read in one way only. Nothing is
guessed: "half an hour to an hour", "1.5" in a box for minutes and "about 28" days are not read. Of
"thirty-odd" and "16 to 20" `least_hours` and `least_minutes` give the number to type instead, if it is true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction

from challenge_letters.languages import worded

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_WORDS = {
    **{f"{ten}-{one}": 20 + 10 * t + o for t, ten in enumerate(_TENS) for o, one in enumerate(_ONES, 1)},
    **{ten: 20 + 10 * place for place, ten in enumerate(_TENS)},
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
}
_A_TEN = re.compile(rf"\b({'|'.join(_TENS)}) (?=(?:{'|'.join(_ONES)})\b)")
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b")
_FRACTIONS = (
    (re.compile(r"\bthree[ -]quarters\b|¾"), " 3/4 "),
    (re.compile(r"\b(?:an? |one )?half\b|½"), " 1/2 "),
    (re.compile(r"\b(?:an? |one )?quarter\b|¼"), " 1/4 "),
)
_PART_OF_ONE = re.compile(r"([13]/[24]) (?:of )?an? ")
_ONE = re.compile(r"\ban? (?=[a-z])")
_ROUGHLY = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|~) ?|[ -]?(?:ish|or so)$")
# "each way", "by bus with a change", "on foot": how a journey is made is not how long it takes.
_VEHICLE = r"(?:bus(?:es)?|coach|train|tram|tube|underground|metro|ferry|car|taxi|bike|bicycle|foot)"
_AND_THEN = r"(?:,| and|, and|,? then) (?:(?:by|on|1|the|my) )?"
_BY_VEHICLE = rf"(?:by|on|in) (?:(?:the|my|1) )?{_VEHICLE}(?:{_AND_THEN}{_VEHICLE})*"
_JOURNEY = re.compile(
    r",? (?:(?:each|one|1) way|there|door to door|walking|walk"
    rf"|{_BY_VEHICLE}|with (?:[0-9]{{1,2}} )?changes?)$"
)
_A_WEEK = re.compile(r" ?(?:(?:1|per|each|every) week|/ ?week|weekly|p\.?/?w\.?)$")
# "thirty-odd", "16 to 20", "30 or more": two numbers and more, of which the first is the least.
_FROM = re.compile(r"^(?:between|from|about|around) ")
_AT_LEAST = re.compile(r"^(?:at least|more than|over) ")
_AND_MORE = re.compile(
    r"(?P<least>.+?)(?:[- ]?odd\b| ?plus\b| ?\+| or (?:more|over)\b|,? more\b"
    r"| ?[-–—] ?(?=[0-9])| (?:to|or|and) (?=[0-9]))(?P<rest>.*)"
)
_UNIT_AFTER = re.compile(r"[ 0-9./]*(?P<unit>hours?|hrs?|minutes?|mins?)\b")
_UNITS = {
    "hours": r"hours?|hrs?\.?|h",
    "minutes": r"minutes?|mins?\.?|m",
    "weeks": r"weeks?|wks?\.?",
    "days": r"days?",
}
_FRACTION = "1/2|1/4|3/4"
_AMOUNT = (
    r"(?:(?P<{0}_whole>[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?)(?: and)? ?"
    rf"(?P<{{0}}_part>{_FRACTION})?|(?P<{{0}}_only>{_FRACTION}))"
)
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-5][0-9])")
# Longer than any amount; it keeps what is read short.
_LONGEST = 60
_MINUTES_IN: Mapping[str, int] = {"hours": 60, "minutes": 1}
_DAYS_IN: Mapping[str, int] = {"weeks": 7, "days": 1}


def is_rough(text: str) -> bool:
    """Say whether `text` gives its amount as a rough one: "about 40", "40 or so"."""
    return bool(_ROUGHLY.search(_plain(text)))


def minutes_in(text: str) -> int | None:
    """Return the minutes of a journey. A number alone is minutes; "about" and "by bus" change nothing."""
    said = _without(_JOURNEY, _ROUGHLY.sub("", _plain(text)))
    on_a_clock = _CLOCK.fullmatch(said)
    if on_a_clock:
        return int(on_a_clock["hours"]) * 60 + int(on_a_clock["minutes"])
    return _whole(_read(said, _MINUTES_IN, alone="minutes"))


def hours_in(text: str) -> float | None:
    """Return the hours of a week, to the quarter. A number on its own is hours; "about" changes nothing."""
    said = _ROUGHLY.sub("", _A_WEEK.sub("", _plain(text)))
    minutes = _read(said, _MINUTES_IN, alone="hours")
    if minutes is None or minutes % 15:
        return None
    return int(minutes / 60) if minutes % 60 == 0 else float(minutes / 60)


def least_hours(text: str) -> str:
    """Return the least that "thirty-odd" or "16 to 20" can mean, as it can be typed; "" if there is none."""
    hours = hours_in(_least(text))
    return "" if hours is None else f"{hours:g}"


def least_minutes(text: str) -> str:
    """Return the least that "40 to 50 minutes" can mean, as it can be typed; "" if there is none."""
    return _counted(minutes_in(_least(text)), "minute")


def _least(text: str) -> str:
    """Return what `text` says before "odd", "to 20" or "or more"; "" where it says no such thing."""
    said = _plain(text)
    if _AT_LEAST.match(said):
        return _AT_LEAST.sub("", said)
    found = _AND_MORE.fullmatch(_FROM.sub("", said))
    if not found:
        return ""
    after = _UNIT_AFTER.match(found["rest"])
    has_unit = not found["least"].replace(".", "").isdigit()
    return found["least"] if has_unit or not after else f"{found['least']} {after['unit']}"


def _without(ending: re.Pattern[str], said: str) -> str:
    """Return `said` without what may end it in any order: "each way by bus with a change"."""
    shorter = ending.sub("", said)
    return said if shorter == said else _without(ending, shorter)


def days_in(text: str) -> int | None:
    """Return the days of a sanction; a number on its own is days, and nothing rough is taken."""
    return _whole(_read(_plain(text), _DAYS_IN, alone="days"))


def plain_digits(text: str) -> str:
    """Return `text` with the digits of every script as those of ASCII; "²" is no digit and stays."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _plain(text: str) -> str:
    """Return `text` in small letters, with fractions and numbers in figures; "" for what is far too long."""
    said = " ".join(plain_digits(text).casefold().split()).rstrip(".")
    if len(said) > _LONGEST:
        return ""
    for pattern, figures in _FRACTIONS:
        said = pattern.sub(figures, said)
    said = re.sub(r"\s+", " ", said).strip()
    said = _ONE.sub("1 ", _PART_OF_ONE.sub(r"\1 ", said))
    said = _NUMBER_WORD.sub(lambda word: str(_NUMBER_WORDS[word[0]]), _A_TEN.sub(r"\1-", said))
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", said)


def _read(said: str, units: Mapping[str, int], *, alone: str) -> Fraction | None:
    """Return how many of the smaller of `units` `said` gives; a number without its unit counts `alone`."""
    larger, smaller = units
    return next(
        (
            _sum(found, units)
            for pattern in _forms(larger, smaller, alone)
            if (found := re.fullmatch(pattern, said))
        ),
        None,
    )


def _forms(larger: str, smaller: str, alone: str) -> tuple[str, ...]:
    """Return the patterns of "1 hour 35 minutes", "1 hour and 1/2", "95 minutes" and "95"."""
    big, small = (f"{_AMOUNT.format(name)} ?(?:{_UNITS[name]})" for name in (larger, smaller))
    return (
        big,
        f"{big},? ?(?:and )?{small}",
        f"{big} ?(?:and )?(?P<{smaller}_whole>[0-9]{{1,2}})",
        f"(?P<{larger}_whole>[0-9]{{1,4}}) ?(?:{_UNITS[larger]}) (?:and )?(?P<{larger}_part>{_FRACTION})",
        small,
        _AMOUNT.format(alone),
    )


def _sum(found: re.Match[str], units: Mapping[str, int]) -> Fraction:
    groups = found.groupdict()
    total = Fraction(0)
    for unit, size in units.items():
        parts = (groups.get(f"{unit}_{name}") for name in ("whole", "part", "only"))
        total += sum(Fraction(part) for part in parts if part) * size
    return total


def _whole(amount: Fraction | None) -> int | None:
    return int(amount) if amount is not None and amount.denominator == 1 else None


def spoken_days(text: str) -> str:
    """Return what `days_in` understands of `text`: "28 days"."""
    return _counted(days_in(text), "day")


def spoken_hours(text: str) -> str:
    """Return what `hours_in` understands of `text`: "35.5 hours"."""
    return _counted(hours_in(text), "hour")


def spoken_minutes(text: str) -> str:
    """Return what `minutes_in` understands of `text`: "95 minutes, that is 1 hour 35 minutes"."""
    minutes = minutes_in(text)
    if minutes is None or minutes < 60:
        return _counted(minutes, "minute")
    parts = (_counted(minutes // 60, "hour"), _counted(minutes % 60 or None, "minute"))
    whole = _counted(minutes, "minute")
    return worded("pages.amounts.that-is", minutes=whole, parts=" ".join(part for part in parts if part))


def _counted(number: float | None, unit: str) -> str:
    if number is None:
        return ""
    return worded(f"pages.amounts.{unit}{'' if number == 1 else 's'}", number=number)
