"""The pay below which nobody may fall for a job left or lost to bring a reduction, with its working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.benefits import UNIVERSAL_CREDIT, known
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import NotConfirmed
from challenge_letters.law.nations import legal_system
from challenge_letters.law.spoken import spoken

_WEEKS, _MONTHS = 52, 12
_PENNY = Decimal("0.01")


@dataclass(frozen=True)
class EarningsThreshold:
    """So much pay in a month, of one person or of a couple together: hours a week at an hourly wage."""

    single_hours: int
    couple_hours: int
    wage: Decimal

    @property
    def single(self) -> str:
        """The amount for somebody who claims alone: £991.38."""
        return _pounds(_a_month(self.single_hours, self.wage))

    @property
    def couple(self) -> str:
        """The amount for a couple, both together: £1,597.22."""
        return _pounds(_a_month(self.couple_hours, self.wage))

    @property
    def hourly(self) -> str:
        """The hourly wage it is worked out from: £12.71."""
        return _pounds(self.wage)


def earnings_threshold(benefit: str, *, nation: str, on: date) -> EarningsThreshold | None:
    """Return the threshold on a day; None for a benefit without one.

    Raises NotConfirmed where it is not held for that day, UnknownBenefit and UnknownNation.
    Sources: `earnings_threshold.yaml`.
    """
    if known(benefit) != UNIVERSAL_CREDIT:
        return None
    data = read("earnings_threshold.yaml")
    hours = _record_of(data["hours"][legal_system(nation)], on)
    wage = _record_of(data["living_wage"], on)
    return EarningsThreshold(hours["single"], hours["couple"], Decimal(wage["pounds"]))


def living_wage(on: date) -> Decimal:
    """Return the national living wage of a day, in pounds an hour, for whoever is 21 or older.

    Raises NotConfirmed where it is not held for that day. Sources: `earnings_threshold.yaml`.
    """
    return Decimal(_record_of(read("earnings_threshold.yaml")["living_wage"], on)["pounds"])


def _record_of(records: Iterable[Mapping[str, Any]], on: date) -> Mapping[str, Any]:
    held = [each for each in records if each["from"] <= on <= each.get("to", date.max)]
    if not held:
        raise NotConfirmed(worded("law.threshold-not-known", day=spoken(on)))
    return max(held, key=lambda each: each["from"])


def _a_month(hours: int, wage: Decimal) -> Decimal:
    return (hours * wage * _WEEKS / _MONTHS).quantize(_PENNY, ROUND_HALF_UP)


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}"
