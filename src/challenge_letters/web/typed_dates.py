"""Three boxes, day, month and year, read as a date: no guessing, and a plain sentence when it is none."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date

from challenge_letters.languages import worded

MONTHS = tuple(name.lower() for name in calendar.month_name)
STRAY = " \t\n\u00a0\u200b\u200e\u200f\u2060\ufeff.,;:/\\-–—'’`´\"“”()"
ENDINGS = "stndrhSTNDRH"
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


class NotADate(ValueError):  # noqa: N818 - reads as the sentence it carries
    """The three boxes do not make a date; the message says why, and `boxes` which ones to mend."""

    def __init__(self, message: str, *boxes: str) -> None:
        super().__init__(message)
        self.boxes = boxes or ("day", "month", "year")


def typed_date(day: str, month: str, year: str) -> date | None:
    """Return the date in the three boxes, or None when all are empty. Raises NotADate."""
    typed = {"day": _plain(day), "month": _plain(month), "year": _plain(year)}
    if not any(typed.values()):
        return None
    _refuse_gaps(typed)
    return _real_day(_number(typed["day"]), _month(typed["month"]), _year(typed["year"]))


def _plain(text: str) -> str:
    """Return `text` with any digits as 0 to 9, without the marks and spaces that slip in around it."""
    digits = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)
    return digits.strip(STRAY)


def _refuse_gaps(typed: dict[str, str]) -> None:
    empty = [box for box, text in typed.items() if not text]
    if empty:
        raise NotADate(_what_is_missing(empty), *empty)


def _what_is_missing(boxes: list[str]) -> str:
    named = worded("web.dates.and-a").join(worded(f"web.dates.{box}") for box in boxes)
    return worded("web.dates.gaps", boxes=named)


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}(st|nd|rd|th)?", text, re.IGNORECASE):
        raise NotADate(worded("web.dates.day-form"), "day")
    return int(text.rstrip(ENDINGS))


def _month(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,2}", text) and 1 <= int(text) <= 12:
        return int(text)
    word = text.lower().rstrip(".")
    found = [number for number, name in enumerate(MONTHS) if len(word) >= 3 and name.startswith(word)]
    if word == "sept":
        return 9
    if len(found) != 1:
        raise NotADate(worded("web.dates.month-form"), "month")
    return found[0]


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise NotADate(worded("web.dates.year-form"), "year")
    if not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise NotADate(worded("web.dates.year-range", first=EARLIEST_YEAR, last=LATEST_YEAR), "year")
    return int(text)


def _real_day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as bad:
        name = calendar.month_name[month]
        raise NotADate(
            worded("web.dates.no-such-day", day=day, month=name, year=year), "day", "month"
        ) from bad
