"""What is at risk after a warning or a demand: level and days by the law, before there is a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AccountDemand, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.levels import LEVELS, expected_level
from challenge_letters.law.periods import Failed, period
from challenge_letters.plan.length import expected_level_of, level_for_everybody

YES_OR_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Risk:
    """The level that a decision would have, the days of a first one, and whether open-ended days come first.

    `is_for_adults`: at 16 or 17 the days are fewer, and nobody has said how old the person is.
    """

    level: str
    days: int | None
    is_open_ended: bool
    is_for_adults: bool = False


def risk_of(problem: ThreatenedSanction | AccountDemand, case: Case, *, on: date) -> Risk | None:
    """Return what is at risk if they decide against the person; None where it cannot be said.

    Where nobody said what can be asked of the person, it is the most that it can be for a first failure.
    Earlier sanctions can make it longer, and nobody is asked about them before a decision.
    """
    if isinstance(problem, ThreatenedSanction):
        level = expected_level_of(problem, case, on=on) or level_for_everybody(problem, case, on=on)
        day = _day(problem.failure.day) or on
        under_18 = YES_OR_NO.get(problem.was_under_18)
    else:
        level, day, under_18 = _of_a_demand(case, on), on, None
    if level not in LEVELS or level == "none":
        return None
    found = period(level, Failed(day, case.rules_of, case.nation, under_18))
    is_for_adults = found.fixed_days is None and under_18 is None
    if is_for_adults:
        found = period(level, Failed(day, case.rules_of, case.nation, under_18=False))
    if found.fixed_days is None and not found.is_open_ended:
        return None
    return Risk(level, found.fixed_days, found.is_open_ended, is_for_adults)


def _of_a_demand(case: Case, on: date) -> str | None:
    """Return the level of not doing what is demanded: a task, if it is a requirement at all."""
    none: frozenset[str] = frozenset()
    return expected_level("specific-task", benefit=case.rules_of, nation=case.nation, groups=none, day=on)


def _day(when: RoughDay | None) -> date | None:
    return when.earliest if when else None
