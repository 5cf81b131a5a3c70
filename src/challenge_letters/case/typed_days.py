"""Reads a day that somebody typed into a spreadsheet, where there is one way only to read it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from challenge_letters.case.cells import Cell, MonthCell, as_written
from challenge_letters.case.predicates import FIRST_YEAR, LAST_YEAR
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.spoken import MONTHS, weekday

DayOrder = Literal["not-said", "day-first"]
TIME = r"(?:[T ,]+(?:at )?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.0+)?)?)?"
WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9})[.,]{0,2} )?"
ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}}){TIME}")
NUMBERS = re.compile(rf"{WEEKDAY}(?P<one>\d{{1,2}})[/.-](?P<two>\d{{1,2}})[/.-](?P<year>\d{{4}}){TIME}", re.I)
NAMED = re.compile(
    rf"{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<month>[a-z]{{3,9}})\.?,?[ -]"
    rf"(?P<year>\d{{4}}){TIME}",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"{WEEKDAY}(?P<month>[a-z]{{3,9}})\.?[ -](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ -]"
    rf"(?P<year>\d{{4}}){TIME}",
    re.I,
)
# A month with its year and no day: a name first, then numbers with the month first, then with the year first.
NAMED_MONTH = re.compile(r"(?P<month>[a-z]{3,9})\.?,?[ /-]?(?P<year>\d{4})", re.I)
MONTH_IN_NUMBERS = re.compile(r"(?P<month>\d{1,2})[ /.-](?P<year>\d{4})")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[ /.-](?P<month>\d{1,2})")
# "3/11/26", "03-Nov-26", "Nov-26": neither the century nor, often, which number is the year is said.
SHORT_YEAR = re.compile(
    rf"{WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?[ /.-](?:\d{{1,2}}|[a-z]{{3,9}})\.?,?[ /.-]|[a-z]{{3,9}}[ /.-])"
    rf"['’]?\d{{2}}{TIME}",
    re.I,
)


@dataclass(frozen=True)
class UnclearDay(Exception):  # noqa: N818 - the name says what is wrong
    """A row that cannot be used: the message that says why, and what is filled into it."""

    message_id: str
    values: Mapping[str, object] = field(default_factory=dict)


def day_of(cell: Cell, day_order: DayOrder) -> date:
    """Return the day in `cell`. Raises `UnclearDay` where there is none, or more than one way to read it.

    A name of a weekday in front decides between the third of November and the eleventh of March.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = " ".join(as_written(cell).split())
    if isinstance(cell, MonthCell):
        raise UnclearDay("only-a-month", {"text": text})
    if isinstance(cell, int | float):
        raise UnclearDay("a-number")
    return _typed_day(text, day_order)


def _typed_day(text: str, day_order: DayOrder) -> date:
    if found := ISO.fullmatch(text):
        return _in_calendar(text, found["year"], found["month"], found["day"])
    if (found := NAMED.fullmatch(text) or MONTH_FIRST.fullmatch(text)) and (month := _month(found["month"])):
        return _on_weekday(_in_calendar(text, found["year"], month, found["day"]), found["weekday"], text)
    if found := NUMBERS.fullmatch(text):
        return _of_numbers(found, text, day_order)
    if typed_month(text):
        raise UnclearDay("only-a-month", {"text": text})
    raise UnclearDay("short-year" if SHORT_YEAR.fullmatch(text) else "no-day", {"text": text})


def typed_month(text: str) -> RoughDay | None:
    """Return the month that `text` names with its year and without a day: "Nov 2026", "11/2026"; or None."""
    text = " ".join(text.split())
    found = NAMED_MONTH.fullmatch(text) or MONTH_IN_NUMBERS.fullmatch(text) or YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    year, named = int(found["year"]), found["month"]
    month = int(named) if named.isdecimal() else _month(named)
    return RoughDay(year, month) if 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR else None


def _of_numbers(found: re.Match[str], text: str, day_order: DayOrder) -> date:
    if day_order == "day-first":
        return _on_weekday(
            _in_calendar(text, found["year"], found["two"], found["one"]), found["weekday"], text
        )
    readings = {_reading(found["year"], *pair) for pair in _both_ways(found)}
    if readings == {None}:
        raise UnclearDay("no-such-day", {"text": text})
    fitting = {day for day in readings if day and found["weekday"] and _is_weekday(day, found["weekday"])}
    if len(fitting) != 1:
        raise UnclearDay("two-ways", {"text": text})
    return fitting.pop()


def _both_ways(found: re.Match[str]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (found["one"], found["two"]), (found["two"], found["one"])


def _reading(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _in_calendar(text: str, year: str, month: str | int, day: str) -> date:
    found = _reading(year, str(month), day)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnclearDay("no-such-day", {"text": text})
    return found


def _on_weekday(day: date, weekday: str | None, text: str) -> date:
    """Return `day`, if it falls on the weekday that was written with it."""
    if weekday and not _is_weekday(day, weekday):
        raise UnclearDay("other-weekday", {"text": text})
    return day


def _is_weekday(day: date, name: str) -> bool:
    return weekday(day).casefold().startswith(name.casefold())


def _month(name: str) -> int:
    """Return the number of the month whose name, or its first three letters, is `name`; 0 for no month."""
    wanted = "sep" if name.casefold() == "sept" else name.casefold()
    names = (month.casefold() for month in MONTHS)
    return next((at for at, month in enumerate(names, 1) if wanted in (month, month[:3])), 0)
