"""The bank holidays of each nation, from the list GOV.UK publishes; never from the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

from challenge_letters.law.errors import BeyondHolidayData
from challenge_letters.law.nations import known

__all__ = ["BeyondHolidayData", "first_known_year", "holidays", "last_known_year", "require_known"]

# England and Wales share one list.
_DIVISIONS = {
    "england": "england-and-wales",
    "wales": "england-and-wales",
    "scotland": "scotland",
    "northern-ireland": "northern-ireland",
}


@cache
def _divisions() -> Mapping[str, frozenset[date]]:
    # The package's own module imports requests; its data file is all that is wanted.
    text = resources.files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8")
    return {
        name: frozenset(date.fromisoformat(event["date"]) for event in division["events"])
        for name, division in json.loads(text).items()
    }


@cache
def holidays(nation: str | None) -> frozenset[date]:
    """Return the bank holidays of `nation`, or those of all four together for None.

    Raises UnknownNation.
    """
    if nation is None:
        return frozenset().union(*_divisions().values())
    return _divisions()[_DIVISIONS[known(nation)]]


@cache
def first_known_year() -> int:
    """Return the first year for which every nation's bank holidays are known."""
    return max(min(days).year for days in _divisions().values())


@cache
def last_known_year() -> int:
    """Return the last year for which every nation's bank holidays are known."""
    return min(max(days).year for days in _divisions().values())


def require_known(day: date) -> None:
    """Raise BeyondHolidayData unless the bank holidays of the year of `day` are known."""
    if not first_known_year() <= day.year <= last_known_year():
        raise BeyondHolidayData(
            f"The bank holidays of {day.year} are not known to this program: "
            f"its list runs from {first_known_year()} to {last_known_year()}."
        )
