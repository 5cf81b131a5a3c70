"""What a reduction takes a day, and in a month or week: worked out from the allowance, with the working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.languages import worded
from challenge_letters.law.benefits import NAMES, UNIVERSAL_CREDIT
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.days import add_months
from challenge_letters.law.errors import NotConfirmed, UnknownKind
from challenge_letters.law.groups import standings
from challenge_letters.law.nations import LEGAL_SYSTEMS, legal_system, system_of
from challenge_letters.law.spoken import spoken

RateKind = Literal["full", "reduced", "nil"]
KINDS: tuple[RateKind, ...] = ("full", "reduced", "nil")
# The longest a month or a week can be.
_LONGEST = {"month": 31, "week": 7}


@dataclass(frozen=True)
class DailyRate:
    """What one day of a reduction takes from one person; amounts in pence.

    `at_most` is all that may be taken in one `every` ("month": an assessment period; "week": a benefit
    week). `is_about` unless a published table has the same amount.
    """

    pence: int
    at_most: int
    every: str
    is_about: bool
    working: str
    rests_on: str
    authority: str

    def taken(self, days: int) -> int:
        """Return how much `days` of the reduction take in one month or week, in pence."""
        return min(self.pence * days, self.at_most)


@dataclass(frozen=True)
class Loss:
    """What a day and a whole month or week of a reduction take, in pence, each from least to most."""

    a_day: tuple[int, int]
    a_period: tuple[int, int]
    every: str
    is_about: bool
    working: str
    rests_on: str

    @property
    def is_range(self) -> bool:
        """Whether it depends on what is not known of the household, or on when the month began."""
        return self.a_day[0] != self.a_day[1]

    @property
    def day_in_words(self) -> str:
        return _about(_from_to(self.a_day), is_about=self.is_about)

    @property
    def period_in_words(self) -> str:
        return _about(pounds(self.a_period[1]), is_about=self.is_about)


def reduced_percent() -> int:
    """Return the lower daily rate, in percent of the full one. Source: `rates.yaml`."""
    percent: int = _rates()["reduced_percent"]
    return percent


def households(benefit: str, *, is_25_or_over: bool | None, is_couple: bool | None) -> frozenset[str]:
    """Return the kinds of household that the person can be in, as `rates.yaml` names them.

    `is_couple`: a couple with a claim together; it makes no difference outside universal credit. For a
    couple `is_25_or_over` says whether either of the two is. Raises UnknownBenefit.
    """
    ages = {True: ("25-or-over",), False: ("under-25",), None: ("under-25", "25-or-over")}[is_25_or_over]
    if known_benefit(benefit) != UNIVERSAL_CREDIT:
        may_be_higher = _rates()[benefit].get("under_25_may_get_the_higher", False)
        return frozenset({*ages, "25-or-over"} if may_be_higher else ages)
    sizes = {True: ("couple",), False: ("single",), None: ("single", "couple")}[is_couple]
    return frozenset(f"{size}-{age}" for size in sizes for age in ages)


def rate_kind(
    benefit: str, groups: Iterable[str], *, nation: str, is_under_18: bool | None
) -> RateKind | None:
    """Return which rate the reduction is at, or None where that cannot be said.

    `groups` are those of groups.GROUPS the person is in at the end of the month or week in question.
    Raises UnknownBenefit and UnknownNation. Sources: `rates.yaml` and `groups.yaml`.
    """
    is_young_lower = bool(_rates()[known_benefit(benefit)]["young_at_reduced_rate"])
    known = standings(benefit, nation)
    if not known:
        return "full"
    rates = {known[group].rate if group in known else None for group in groups}
    if "nil" in rates:
        return "nil"
    if "reduced" in rates or (is_young_lower and is_under_18 is True):
        return "reduced"
    is_grown = is_under_18 is False or not is_young_lower
    return "full" if rates == {"full"} and is_grown else None


def daily_rates(
    benefit: str, household: str, *, nation: str, on: date, kind: RateKind = "full"
) -> tuple[DailyRate, ...]:
    """Return the daily rates that may apply on a day of the reduction: two just after the rates changed.

    The rate is that of the assessment period or benefit week the day lies in, and it is not known when that
    began. Raises NotConfirmed where no rate is held for the day, UnknownKind, UnknownBenefit and
    UnknownNation. Sources: `rates.yaml`.
    """
    rules = _rates()[known_benefit(benefit)]
    if kind not in KINDS:
        raise UnknownKind(f"There is no rate called {kind!r}: use one of {', '.join(KINDS)}.")
    records = rules[legal_system(nation)]
    earliest = _earliest_beginning(on, rules["times"]["every"])
    if not _is_covered(records, earliest) or not _is_covered(records, on):
        raise NotConfirmed(_not_held(benefit, nation, on))
    return tuple(
        _rate(rules, record, household, kind)
        for record in records
        if record["from"] <= on and earliest <= record["to"]
    )


def loss(
    benefit: str,
    possible: Iterable[str],
    *,
    nation: str,
    on: date,
    kind: RateKind = "full",
) -> Loss:
    """Return what a reduction takes from somebody who is in one of the `possible` households.

    Raises as `daily_rates` does.
    """
    rates = [
        rate
        for household in sorted(possible)
        for rate in daily_rates(benefit, household, nation=nation, on=on, kind=kind)
    ]
    longest = [rate.taken(_LONGEST[rate.every]) for rate in rates]
    dearest = max(rates, key=lambda rate: rate.pence)
    return Loss(
        a_day=(min(rate.pence for rate in rates), dearest.pence),
        a_period=(min(longest), max(longest)),
        every=dearest.every,
        is_about=any(rate.is_about for rate in rates),
        working=dearest.working,
        rests_on=dearest.rests_on,
    )


def pounds(pence: int) -> str:
    """Return an amount in pence as people write it: £13.90."""
    return f"£{pence // 100}.{pence % 100:02}"


def all_records() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Return the name and content of every year's record, for the program's own check."""
    return tuple(
        (f"{benefit} from {record['from']}", record)
        for benefit in NAMES
        for system in LEGAL_SYSTEMS
        for record in _rates()[benefit][system]
    )


@cache
def _rates() -> Mapping[str, Any]:
    return MappingProxyType(read("rates.yaml"))


def _earliest_beginning(on: date, every: str) -> date:
    """Return the earliest day on which the month or week that `on` lies in can have begun."""
    return add_months(on, -1) + timedelta(days=1) if every == "month" else on - timedelta(days=6)


def _is_covered(records: Iterable[Mapping[str, Any]], day: date) -> bool:
    return any(record["from"] <= day <= record["to"] for record in records)


def _not_held(benefit: str, nation: str, on: date) -> str:
    where = system_of(nation).name
    return worded("law.rates.not-held", benefit=NAMES[benefit], where=where, day=spoken(on))


def _rate(rules: Mapping[str, Any], record: Mapping[str, Any], household: str, kind: RateKind) -> DailyRate:
    if household not in record["allowances"]:
        raise UnknownKind(
            f"There is no household called {household!r}: use one of {', '.join(record['allowances'])}."
        )
    allowance = _pence(record["allowances"][household])
    is_couple = household.startswith("couple")
    worked_out = _worked_out(allowance, rules["times"]["a_year"], kind, is_couple=is_couple)
    published = record.get("published", {}).get(kind, {}).get(household)
    pence = _pence(published) if published else worked_out
    return DailyRate(
        pence=pence,
        at_most=0 if kind == "nil" else allowance // 2 if is_couple else allowance,
        every=rules["times"]["every"],
        is_about=kind != "nil" and (published is None or pence != worked_out),
        working=_working(rules["times"], allowance, kind, is_couple=is_couple),
        rests_on=f"{rules['reduced_from']}; {record['rests_on']}",
        authority=rules["authority"],
    )


def _worked_out(allowance: int, times: int, kind: RateKind, *, is_couple: bool) -> int:
    """Return the daily rate in pence, each step rounded down as `rates.yaml` says."""
    share = {"full": Fraction(1), "reduced": Fraction(_rates()["reduced_percent"], 100), "nil": Fraction(0)}
    rate = _rounded_down(Fraction(allowance * times, 365) * share[kind])
    return _rounded_down(Fraction(rate, 2)) if is_couple else rate


def _rounded_down(pence: Fraction) -> int:
    step = _pence(_rates()["rounded_down_to"])
    return pence // step * step


def _pence(amount: str) -> int:
    return int(Decimal(amount) * 100)


def _working(times: Mapping[str, Any], allowance: int, kind: RateKind, *, is_couple: bool) -> str:
    if kind == "nil":
        return worded("law.rates.nothing")
    share = worded("law.rates.share", percent=_rates()["reduced_percent"]) if kind == "reduced" else ""
    half = worded("law.rates.half") if is_couple else ""
    return worded(
        f"law.rates.a-{times['every']}",
        pounds=pounds(allowance),
        times=times["a_year"],
        share=share,
        half=half,
    )


def _from_to(amounts: tuple[int, int]) -> str:
    least, most = amounts
    return (
        pounds(most) if least == most else worded("law.rates.from-to", least=pounds(least), most=pounds(most))
    )


def _about(words: str, *, is_about: bool) -> str:
    return worded("law.rates.about", amount=words) if is_about else words
