"""Counting months and working days."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.law import bank_holidays
from challenge_letters.law.bank_holidays import disagreements, first_known_year, holidays, last_known_year
from challenge_letters.law.days import (
    add_days,
    add_months,
    is_working_day,
    working_day_after,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_before,
)
from challenge_letters.law.errors import BeyondHolidayData, UnknownNation
from challenge_letters.law.spoken import spoken, spoken_beside


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 15), 1, date(2027, 2, 15)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 31), -1, date(2026, 12, 31)),
        (date(2027, 5, 31), 0, date(2027, 5, 31)),
    ],
)
def test_a_month_is_a_calendar_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize("months", [12 * 8000, -12 * 3000])
def test_a_month_outside_the_calendar_is_refused(months: int) -> None:
    with pytest.raises(BeyondHolidayData, match="outside the calendar"):
        add_months(date(2027, 1, 1), months)


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(BeyondHolidayData, match="outside the calendar"):
        add_days(date(9999, 12, 31), 1)


@pytest.mark.parametrize(
    ("day", "name", "holiday_in"),
    [
        (date(2027, 1, 1), "New Year's Day", {"england", "wales", "scotland", "northern-ireland"}),
        (date(2027, 1, 4), "2 January (substitute)", {"scotland"}),
        (date(2027, 3, 17), "St Patrick's Day", {"northern-ireland"}),
        (date(2027, 3, 26), "Good Friday", {"england", "wales", "scotland", "northern-ireland"}),
        (date(2027, 3, 29), "Easter Monday", {"england", "wales", "northern-ireland"}),
        (date(2027, 7, 12), "Battle of the Boyne", {"northern-ireland"}),
        (date(2027, 8, 2), "Summer holiday, Scotland", {"scotland"}),
        (date(2027, 8, 30), "Summer holiday, elsewhere", {"england", "wales", "northern-ireland"}),
        (date(2027, 11, 30), "St Andrew's Day", {"scotland"}),
        (
            date(2027, 12, 27),
            "Christmas Day (substitute)",
            {"england", "wales", "scotland", "northern-ireland"},
        ),
        (date(2027, 6, 1), "an ordinary Tuesday", set()),
    ],
)
def test_each_nation_has_its_own_holidays(day: date, name: str, holiday_in: set[str]) -> None:
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        assert is_working_day(day, nation) is (nation not in holiday_in), f"{name} in {nation}"
    assert is_working_day(day, None) is (not holiday_in)


# The day Scotland's men first play at the World Cup: proclaimed in February 2026, so not in every list.
PROCLAIMED = date(2026, 6, 15)


def test_a_day_proclaimed_late_is_a_holiday_where_it_was_proclaimed() -> None:
    assert PROCLAIMED in holidays("scotland")
    assert PROCLAIMED in holidays(None)
    assert not any(PROCLAIMED in holidays(nation) for nation in ("england", "wales", "northern-ireland"))


@pytest.mark.parametrize("source", ["_from_govuk", "_from_our_list"])
def test_a_day_that_one_source_alone_calls_a_holiday_is_one(
    monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    ordinary, before = date(2027, 6, 1), date(2027, 5, 31)
    monkeypatch.setattr(bank_holidays, source, lambda _nation: frozenset({ordinary, before}))
    bank_holidays.holidays.cache_clear()
    try:
        assert working_day_on_or_before(ordinary, "wales") == date(2027, 5, 28)
        assert ordinary in holidays(None)
    finally:
        bank_holidays.holidays.cache_clear()


def test_the_two_packages_agree_but_for_days_of_our_own_list() -> None:
    assert [found for found in disagreements() if not found.is_in_our_list] == []


def test_wales_and_england_share_a_calendar_and_none_is_all_of_them() -> None:
    assert holidays("wales") == holidays("england")
    assert holidays(None) == holidays("england") | holidays("scotland") | holidays("northern-ireland")


@pytest.mark.parametrize("day", [date(2027, 6, 5), date(2027, 6, 6)])
def test_a_weekend_is_no_working_day(day: date) -> None:
    assert not is_working_day(day, "england")


def test_working_days_over_christmas() -> None:
    # Christmas Day 2026 is a Friday; Boxing Day is kept on Monday the 28th.
    assert working_day_on_or_before(date(2026, 12, 28), "england") == date(2026, 12, 24)
    assert working_day_on_or_after(date(2026, 12, 25), "england") == date(2026, 12, 29)
    assert working_day_after(date(2026, 12, 24), "england") == date(2026, 12, 29)
    assert working_day_after(date(2026, 12, 29), "england") == date(2026, 12, 30)
    assert working_days_before(date(2026, 12, 29), 2, "england") == date(2026, 12, 23)
    assert working_days_before(date(2026, 12, 29), 0, "england") == date(2026, 12, 29)


def test_outside_the_known_years_nothing_is_guessed() -> None:
    for year in (first_known_year() - 1, last_known_year() + 1):
        with pytest.raises(BeyondHolidayData, match=str(year)):
            is_working_day(date(year, 6, 1), "england")
    with pytest.raises(BeyondHolidayData):
        working_day_after(date(last_known_year(), 12, 31), "england")


def test_an_unknown_nation_is_refused() -> None:
    with pytest.raises(UnknownNation, match="cornwall"):
        holidays("cornwall")


def test_days_are_spoken_as_people_write_them() -> None:
    assert spoken(date(2027, 2, 1)) == "1 February 2027"
    assert spoken_beside(date(2027, 2, 26), date(2027, 2, 28)) == "Friday 26 February"
    assert spoken_beside(date(2026, 12, 31), date(2027, 1, 2)) == "Thursday 31 December 2026"
