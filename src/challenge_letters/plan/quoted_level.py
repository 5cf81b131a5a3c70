"""The level that a decision or a warning speaks of, where it cannot be the right one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.levels import LEVELS, NOTHING_REQUIRED
from challenge_letters.law.periods import Failed, Period, period
from challenge_letters.plan.ages import was_under_18
from challenge_letters.plan.length import expected_level_of, level_for_everybody
from challenge_letters.plan.outcome import Challengeable

QUOTED = re.compile(r"\b(lowest|low|medium|higher|high)(?:er)?[\s-]+level\b(?!\s+of\b)", re.IGNORECASE)


@dataclass(frozen=True)
class WrongLevel:
    """The level they speak of, the one it can be at most, and how long a first reduction at each is.

    `is_for_adults`: at 16 or 17 the days are fewer, and nobody has said how old the person was.
    """

    quoted: str
    right: str
    as_quoted: Period
    as_right: Period
    is_for_adults: bool


def quoted_level(problem: Challengeable) -> str:
    """Return the one level that their own words name; "" where they name none, or more than one."""
    found = {_level(match) for words in _their_words(problem) for match in QUOTED.findall(words)}
    return found.pop() if len(found) == 1 else ""


def wrong_level(problem: Challengeable, case: Case, *, on: date) -> WrongLevel | None:
    """Return the level they speak of beside the right one; None where it may be right, or cannot be said.

    Where nobody said what can be asked of the person, the right one is the highest that a failure of this
    kind can have, and the two below everything else are never called wrong.
    """
    quoted = quoted_level(problem)
    known = expected_level_of(problem, case, on=on)
    right = known or level_for_everybody(problem, case, on=on)
    day = problem.failure.day
    may_be = {right} if known else {right, "lowest", NOTHING_REQUIRED}
    if not quoted or right not in LEVELS or quoted in may_be or day is None:
        return None
    age = was_under_18(problem, case)
    failed = Failed(day.earliest, case.rules_of, case.nation, under_18=bool(age))
    periods = period(quoted, failed), period(right, failed)
    if any(each.fixed_days is None for each in periods):
        return None
    return WrongLevel(quoted, right, *periods, is_for_adults=age is None)


def _level(word: str) -> str:
    level = word.casefold()
    return "higher" if level == "high" else level


def _their_words(problem: Challengeable) -> tuple[str, str]:
    message = (
        problem.decision.statement_words if isinstance(problem, AppliedSanction) else problem.warning.words
    )
    return (problem.failure.their_words, message)
