"""Whether a hardship payment can be asked for, so far as it can be known from outside, and if not, why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.nations import legal_system
from challenge_letters.law.spoken import spoken


@dataclass(frozen=True)
class HardshipPosition:
    """Whether a hardship payment can be asked for (None: it depends on what is not known), and why."""

    can_ask: bool | None
    why: str
    rests_on: str = ""


@dataclass(frozen=True)
class HardshipFacts:
    """What is known of the person, each None if it is not.

    `is_reduced_rate`: whether the reduction is at the lower or nil rate; `level` one of levels.LEVELS;
    `has_met_condition`: whether the compliance condition has been met; `has_complied`: whether every
    requirement of the last seven days was met.
    """

    is_under_18: bool | None = None
    is_reduced_rate: bool | None = None
    level: str | None = None
    has_met_condition: bool | None = None
    has_complied: bool | None = None


def position(benefit: str, facts: HardshipFacts, *, nation: str, on: date) -> HardshipPosition:
    """Return whether the person can ask for a hardship payment on the day `on`.

    Raises UnknownBenefit and UnknownNation. Sources: `hardship.yaml`; there is no hardship payment in the
    sanction parts of the new style regulations.
    """
    records = _hardship()[legal_system(nation)][known_benefit(benefit)]
    if not records:
        return HardshipPosition(
            can_ask=False,
            why=worded("law.hardship.none-in-benefit", benefit=NAMES[benefit]),
        )
    held = [record for record in records if record["from"] <= on]
    if not held:
        why = worded("law.hardship.not-known", day=spoken(on))
        return HardshipPosition(can_ask=None, why=why)
    return _by_conditions(max(held, key=lambda record: record["from"]), facts)


@cache
def _hardship() -> Mapping[str, Any]:
    return MappingProxyType(read("hardship.yaml"))


def _by_conditions(conditions: Mapping[str, Any], facts: HardshipFacts) -> HardshipPosition:
    shut_out = next((why for is_so, why in _what_shuts_out(conditions, facts) if is_so), None)
    if shut_out:
        return HardshipPosition(can_ask=False, why=shut_out, rests_on=conditions["rests_on"])
    return _open(conditions, is_certain=_is_certain(conditions, facts))


def _open(conditions: Mapping[str, Any], *, is_certain: bool) -> HardshipPosition:
    loan = worded("law.hardship.loan", days=conditions["days_complied"])
    ask = worded("law.hardship.ask-today" if is_certain else "law.hardship.depends")
    return HardshipPosition(
        can_ask=True if is_certain else None,
        why=f"{ask} {loan}",
        rests_on=conditions["rests_on"],
    )


def _what_shuts_out(conditions: Mapping[str, Any], facts: HardshipFacts) -> tuple[tuple[bool, str], ...]:
    age, days = conditions["at_least_age"], conditions["days_complied"]
    return (
        (facts.is_under_18 is True, worded("law.hardship.too-young", age=age)),
        (
            conditions["full_rate_only"] and facts.is_reduced_rate is True,
            worded("law.hardship.full-rate-only"),
        ),
        (
            facts.level in conditions["lower_rate_at"] and facts.is_reduced_rate is not False,
            worded("law.hardship.lower-rate", level=facts.level),
        ),
        (
            facts.level in conditions["condition_for"] and facts.has_met_condition is False,
            worded("law.hardship.do-it-first"),
        ),
        (
            facts.has_complied is False,
            worded("law.hardship.not-met", days=days),
        ),
    )


def _is_certain(conditions: Mapping[str, Any], facts: HardshipFacts) -> bool:
    needs_no_condition = facts.level is not None and facts.level not in conditions["condition_for"]
    is_open = needs_no_condition or facts.has_met_condition is True
    return is_open and facts.is_under_18 is False and facts.is_reduced_rate is False
