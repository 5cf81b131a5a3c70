"""A day is known exactly, or only by its month; then the earliest day counts."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from challenge_letters.case.rough_days import RoughDay


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2027-01-31", date(2027, 1, 31), date(2027, 1, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_month_reaches_from_its_first_day_to_its_last(text: str, earliest: date, latest: date) -> None:
    day = RoughDay.parse(text)

    assert (day.earliest, day.latest, str(day)) == (earliest, latest, text)


@pytest.mark.parametrize("text", ["2027-02-29", "2027-00", "2027-04-31", "0000-01-01", "2027-13-01"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="no such day"):
        RoughDay.parse(text)


@pytest.mark.parametrize("text", ["", "Friday", "3/4/2027", "27-01-31", "2027-1-3", "2027"])
def test_anything_but_year_month_and_day_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="year, month and day"):
        RoughDay.parse(text)
