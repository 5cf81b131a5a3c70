"""Whether paid work since the failure ends a reduction: it needs no ground and no reason for being late."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.back_in_work import work_ends_it_on
from challenge_letters.law.periods import work_that_ends_it
from challenge_letters.plan.outcome import Challengeable, WorkSince


def work_since(problem: Challengeable, case: Case, *, on: date) -> WorkSince | None:
    """Return what a letter says about being back in work; None where nobody said so.

    Rough days are read against the person: the letter says that the time is reached only where it surely is.
    Work before the failure does not count. Source: Universal Credit Regulations 2013 reg 109 and its twins.
    """
    if not isinstance(problem, AppliedSanction) or problem.is_back_in_work != "yes":
        return None
    needed = work_that_ends_it(case.rules_of)
    reached = _reached_on(problem, case, on)
    return WorkSince(needed=needed, reached_on=reached)


def _reached_on(problem: AppliedSanction, case: Case, on: date) -> date | None:
    """Return the day on which the time was reached, or None where it was not, or cannot be said."""
    since, until = problem.back_in_work_since, problem.back_in_work_until
    failed = problem.failure.day
    if since is None:
        return None
    first = max(since.latest, failed.latest) if failed else since.latest
    reached = work_ends_it_on(case.rules_of, first)
    return reached if reached <= (min(until.earliest, on) if until else on) else None
