"""Counting days and months, and finding working days."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from challenge_letters.languages import worded
from challenge_letters.law.bank_holidays import holidays, require_known
from challenge_letters.law.errors import BeyondHolidayData

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the same-numbered day `months` later, or that month's last day if it has no such day.

    Raises BeyondHolidayData if the calendar itself ends before that day.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= MAXYEAR:
        raise BeyondHolidayData(worded("law.days.outside-the-calendar", year=year))
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_days(day: date, count: int) -> date:
    """Return the day `count` days later; raise BeyondHolidayData if the calendar ends before that day."""
    try:
        return day + timedelta(days=count)
    except OverflowError as error:
        raise BeyondHolidayData(worded("law.days.too-many-days", count=count, day=day.isoformat())) from error


def is_working_day(day: date, nation: str | None) -> bool:
    """Return whether `day` is neither a Saturday, a Sunday nor a bank holiday of `nation`.

    For None, a bank holiday of any nation counts. Raises BeyondHolidayData and UnknownNation.
    """
    require_known(day)
    return day.weekday() < _SATURDAY and day not in holidays(nation)


def working_day_on_or_before(day: date, nation: str | None) -> date:
    """Return the last working day that is not later than `day`. Raises BeyondHolidayData."""
    while not is_working_day(day, nation):
        day -= _ONE_DAY
    return day


def working_day_on_or_after(day: date, nation: str | None) -> date:
    """Return the first working day that is not earlier than `day`. Raises BeyondHolidayData."""
    while not is_working_day(day, nation):
        day += _ONE_DAY
    return day


def working_day_after(day: date, nation: str | None) -> date:
    """Return the first working day later than `day`. Raises BeyondHolidayData."""
    return working_day_on_or_after(add_days(day, 1), nation)


def working_days_before(day: date, count: int, nation: str | None) -> date:
    """Return the working day that lies `count` working days before `day`. Raises BeyondHolidayData."""
    for _ in range(count):
        day = working_day_on_or_before(add_days(day, -1), nation)
    return day
