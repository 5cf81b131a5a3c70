"""A job left, lost or refused before the claim: the days between come off, or nothing may be taken."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import has
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.periods import Failed, before_the_claim, period
from challenge_letters.plan.ages import was_under_18
from challenge_letters.plan.outcome import BeforeClaim, Challengeable

# What section 26(4) of the Welfare Reform Act 2012 lists: no other failure can lie before the claim.
BEFORE_A_CLAIM = failures_with("before-a-claim")


def before_claim_of(problem: Challengeable, case: Case) -> BeforeClaim | None:
    """Return what is left of a reduction for a failure before the claim; None where that cannot be said.

    `is_barred`: by the words of the exemption there may be no reduction at all, because what is left is no
    longer than the days until the claim, the day of the claim itself counted in Universal Credit alone. Of
    a warning nothing is counted: there is no reduction yet.
    Sources: Universal Credit Regulations 2013 regs 102(4) and 113(1)(e); JSA Regulations 2013 regs 19(3) and
    28(1)(c), and their twins.
    """
    if not isinstance(problem, AppliedSanction) or not is_before_the_claim(problem):
        return None
    left_on, claimed_on = _failed_on(problem), _exact(problem.claimed_on)
    if left_on is None or claimed_on is None or claimed_on <= left_on:
        return None
    failure = Failed(left_on, case.rules_of, case.nation, was_under_18(problem, case))
    ordinary = period("higher", failure).fixed_days
    found = before_the_claim(failure, claimed_on=claimed_on, work_was_to_end=_end_of_work(problem))
    if found.fixed_days is None or ordinary is None:
        return None
    gap = (claimed_on - left_on).days - 1
    measured = gap if has(case.rules_of, "claim-day-not-counted") else gap + 1
    return BeforeClaim(
        left_on,
        claimed_on,
        passed=gap,
        ordinary=min(found.fixed_days + gap, ordinary) if found.fixed_days else ordinary,
        left=found.fixed_days,
        is_barred=found.fixed_days <= measured,
    )


def is_before_the_claim(problem: FailureFacts) -> bool:
    """Whether the person says that it was before the claim, of a failure of which that can be so.

    Not where the days that are told say otherwise: then nothing rests on that answer.
    """
    failed, claimed = problem.failure.day, problem.claimed_on
    is_not_so = failed is not None and claimed is not None and claimed.latest < failed.earliest
    return problem.was_before_claim == "yes" and problem.failure.kind in BEFORE_A_CLAIM and not is_not_so


def day_of_the_award(problem: FailureFacts) -> RoughDay | None:
    """Return about when the award was made, of a failure before the claim: the claim itself is the day told.

    Source: Welfare Reform Act 2012 s.26(4), by which the person must fall within section 22 "at the time the
    award is made", not on the day of the failure.
    """
    return problem.claimed_on if is_before_the_claim(problem) else None


def may_be_before_the_claim(problem: AppliedSanction) -> bool:
    """Whether nobody has said if it was before the claim, or said so without the days to count."""
    if problem.failure.kind not in BEFORE_A_CLAIM or problem.was_before_claim == "no":
        return False
    days = (_failed_on(problem), _exact(problem.claimed_on))
    return problem.was_before_claim == "not-known" or None in days


def _end_of_work(problem: AppliedSanction) -> date | None:
    """Return the last day of work that was to end anyway; a rough one at its latest, never in our favour."""
    return problem.work_was_to_end.latest if problem.work_was_to_end else None


def _failed_on(problem: AppliedSanction) -> date | None:
    return _exact(problem.failure.happened) or _exact(problem.failure.their_day)


def _exact(day: RoughDay | None) -> date | None:
    return day.earliest if day and day.is_exact else None
