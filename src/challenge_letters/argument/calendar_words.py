"""Days and the time between them, as a letter says them after its first paragraph has given the year."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.spoken import MONTHS

SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
IN_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ALMOST_BY = 3
LONG_IN_WEEKS = 16 * 7


def in_full(when: RoughDay | date) -> str:
    """Return "31 January 2027", or "January 2027" where only the month is known."""
    return f"{in_year(when, None)} {when.year}"


def joined(days: tuple[RoughDay, ...]) -> str:
    """Return "20 and 23 October 2026", or each day with its month and year where those are not the same."""
    months = {(each.month, each.year) for each in days}
    if len(months) > 1 or any(each.day is None for each in days):
        said = [in_full(each) for each in days]
    else:
        said = [*(str(each.day) for each in days[:-1]), in_full(days[-1])]
    return f"{', '.join(said[:-1])} and {said[-1]}"


def in_year(when: RoughDay | date, year: int | None) -> str:
    """Return "31 January", or "January"; with its year where that is not `year`."""
    month = MONTHS[when.month - 1]
    said = month if when.day is None else f"{when.day} {month}"
    return said if year in (None, when.year) else f"{said} {when.year}"


def on_the(when: RoughDay | date, year: int | None) -> str:
    """Return "on 31 January", or "in January" where only the month is known."""
    return f"{'in' if when.day is None else 'on'} {in_year(when, year)}"


def number(count: int) -> str:
    """Return `count` as a word up to twelve, else in figures."""
    return SMALL[count] if 0 <= count < len(SMALL) else str(count)


def ordinal(place: int) -> str:
    """Return "first" for 1, and so on up to "tenth"; further on "number 11"."""
    return IN_ORDER[place - 1] if place <= len(IN_ORDER) else f"number {place}"


def things(count: int, one: str) -> str:
    """Return "one day", "nine days"."""
    return f"{number(count)} {one}{'' if count == 1 else 's'}"


def between(first: date, last: date) -> str:
    """Return the time from `first` to `last`, rounded down: "two days", "almost twelve weeks", "a week"."""
    days = (last - first).days
    if days < 14:
        return "a week" if days == 7 else things(days, "day")
    if days > LONG_IN_WEEKS:
        return _months(first, last)
    weeks, over = divmod(days, 7)
    is_almost = 0 < 7 - over <= ALMOST_BY
    return f"almost {things(weeks + 1, 'week')}" if is_almost else things(weeks, "week")


def _months(first: date, last: date) -> str:
    count = (last.year - first.year) * 12 + last.month - first.month
    short = first.day - last.day
    if short <= 0:
        return things(count, "month")
    return f"almost {things(count, 'month')}" if short <= ALMOST_BY else things(count - 1, "month")


def days(count: int) -> str:
    """Return "1 day", "28 days": the length of a reduction is always in figures."""
    return f"{count} day{'' if count == 1 else 's'}"
