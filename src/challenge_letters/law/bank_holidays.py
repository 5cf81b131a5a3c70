"""The bank holidays of each nation, from the list of GOV.UK and one of our own; never from the network.

The list of GOV.UK is that which a package carries; what was proclaimed after it was made is in
`bank_holidays.yaml`. A day that either calls a holiday counts as one: a letter is then sent a day early, and
never a day late. The program's own check compares both with the package `holidays`: whatever that one has
alone has to be put into our list, so that no letter waits for the calendars of all the world.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

from challenge_letters.languages import worded
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import BeyondHolidayData
from challenge_letters.law.nations import NAMES, NATIONS, bank_holidays_of, known

__all__ = ["disagreements", "first_known_year", "holidays", "last_known_year", "require_known"]

_SATURDAY = 5


@dataclass(frozen=True)
class Disagreement:
    """A working day that one of the two packages calls a holiday of `nation` and the other does not."""

    day: date
    nation: str
    named_by: str
    is_in_our_list: bool


@cache
def _divisions() -> Mapping[str, frozenset[date]]:
    # The package's own module imports requests; its data file is all that is wanted. `importlib.resources`
    # would find it too, after loading what packs and unpacks archives.
    package = Path(str(import_module("govuk_bank_holidays").__file__))
    text = package.with_name("bank-holidays.json").read_text(encoding="utf-8")
    return {
        name: frozenset(date.fromisoformat(event["date"]) for event in division["events"])
        for name, division in json.loads(text).items()
    }


def _from_govuk(nation: str) -> frozenset[date]:
    return _divisions()[bank_holidays_of(nation)[0]]


@cache
def _from_second_list(nation: str) -> frozenset[date]:
    # Imported only for the program's own check: it brings the calendars of all the world.
    calendar = import_module("holidays.countries.united_kingdom").UnitedKingdom
    years = range(first_known_year(), last_known_year() + 1)
    return frozenset(calendar(subdiv=bank_holidays_of(nation)[1], years=years))


@cache
def _from_our_list(nation: str) -> frozenset[date]:
    return frozenset(record["day"] for record in read("bank_holidays.yaml") if nation in record["nations"])


@cache
def holidays(nation: str | None) -> frozenset[date]:
    """Return the bank holidays of `nation`, or those of all four together for None.

    Sources: the list of GOV.UK and `bank_holidays.yaml`.

    Raises UnknownNation.
    """
    if nation is None:
        return frozenset().union(*(holidays(each) for each in NATIONS))
    place = known(nation)
    return _from_govuk(place) | _from_our_list(place)


def disagreements() -> Iterator[Disagreement]:
    """Yield each working day on which the two packages differ, for the program's own check."""
    for nation in NATIONS:
        first, second = _from_govuk(nation), _from_second_list(nation)
        for day in sorted(day for day in first ^ second if day.weekday() < _SATURDAY):
            named_by = "govuk-bank-holidays" if day in first else "holidays"
            yield Disagreement(day, NAMES[nation], named_by, day in _from_our_list(nation))


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
            worded("law.days.no-holidays", year=day.year, first=first_known_year(), last=last_known_year())
        )
