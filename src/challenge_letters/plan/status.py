"""Where a case stands: its decisions, what can still be done, whether days run and money is taken."""

from __future__ import annotations

from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.errors import NotConfirmed
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.hardship import HardshipFacts, HardshipPosition, position
from challenge_letters.law.periods import outstanding_at_most
from challenge_letters.law.practice import span
from challenge_letters.plan.ages import is_under_18, was_under_18
from challenge_letters.plan.back_in_work import work_since
from challenge_letters.plan.length import expected_level_of
from challenge_letters.plan.protection import is_free_now, is_free_on, is_no_search_asked, protection_of
from challenge_letters.plan.sanction_cost import is_reduced_rate

# What can still be done after the day: an appointment rebooked, a task or evidence handed in.
CAN_BE_DONE_LATER = failures_with("done-later")

# Failures at the low level, whose days run on until the person does what was asked.
OPEN_UNTIL_DONE = failures_with("open-until-done")

# Reductions of these levels last a fixed number of days, whatever the person does.
FIXED_LEVELS = frozenset({"higher", "medium"})
# A reduction may be taken from a later payment than the first after the decision.
TAKEN_LATER = span("taken-later")


def decisions_of(case: Case) -> tuple[AppliedSanction, ...]:
    """Return the decisions in `case`."""
    return case.decisions


def has_failure(case: Case) -> bool:
    """Whether somebody is said not to have done something."""
    return bool(case.failures)


def is_unexplained(case: Case) -> bool:
    """Whether nobody has said what was not done: less was paid, and no notice of it was seen."""
    decisions = decisions_of(case)
    return bool(decisions) and all(map(_is_unexplained, decisions))


def _is_unexplained(decision: AppliedSanction) -> bool:
    return decision.decision.notice == "none-seen" and decision.failure.kind == "not-said"


def can_still_be_done(problem: object) -> bool:
    """Whether what was asked in `problem` can be done after its day, and has not been."""
    if not isinstance(problem, FailureFacts) or problem.done_since.state in ("done", "rebooked"):
        return False
    if isinstance(problem, AppliedSanction) and _is_unexplained(problem):
        return False
    return problem.failure.kind in CAN_BE_DONE_LATER


def is_nothing_asked(case: Case, on: date) -> bool:
    """Whether no work-related requirement can apply to the person on that day: there is nothing to do."""
    return bool(case.failures) and all(is_free_on(problem, case, on) for problem in case.failures)


def is_no_search_asked_in(case: Case) -> bool:
    """Whether nobody can ask the person to look for work, whatever the failures in `case` are about."""
    return all(is_no_search_asked(problem, case) for problem in case.failures)


def is_nothing_taken(case: Case) -> bool:
    """Whether the daily rate of each decision in `case` is nil as long as the person is as they are now."""
    return bool(case.failures) and all(
        is_free_now(problem, case) and protection_of(problem, case).rate == "nil" for problem in case.failures
    )


def has_young_person(case: Case, on: date) -> bool:
    """Whether the person is under 18, or was on the day of a failure in `case`."""
    return any(
        is_under_18(problem, case, on)
        or (was_under_18(problem, case) and is_under_18(problem, case, on) is None)
        for problem in case.failures
    )


def is_still_booked(problem: FailureFacts, on: date) -> bool:
    """Whether the new appointment that the person has booked has not passed, as far as its day is known."""
    done = problem.done_since
    return done.state == "rebooked" and not (done.day and done.day.latest < on)


def has_only_rebooked(case: Case, on: date) -> bool:
    """Whether each decision in `case` may go on until a new appointment that still lies ahead."""
    return bool(decisions_of(case)) and all(
        is_still_booked(decision, on) and decision.decision.is_open_ended != "no"
        for decision in decisions_of(case)
    )


def is_ended_by_work(case: Case, on: date) -> bool:
    """Whether paid work since has lasted long enough to end every reduction in `case`."""
    found = [work_since(decision, case, on=on) for decision in decisions_of(case)]
    return bool(found) and all(work is not None and work.reached_on is not None for work in found)


def is_open_ended(case: Case) -> bool:
    """Whether a sanction in `case` goes on until the person does what was asked, and they have not yet."""
    return any(
        decision.decision.is_open_ended == "yes" and decision.done_since.state != "done"
        for decision in decisions_of(case)
    )


def may_be_open_ended(case: Case) -> bool:
    """Whether a sanction in `case` goes on, or may go on, until the person does what was asked."""
    unknown = (decision for decision in decisions_of(case) if decision.decision.is_open_ended == "not-known")
    return is_open_ended(case) or any(
        decision.failure.kind in OPEN_UNTIL_DONE and can_still_be_done(decision) for decision in unknown
    )


def hardship_in(case: Case, on: date) -> HardshipPosition:
    """Return whether a hardship payment can be asked for, on that day, for the first decision in `case`."""
    decision = decisions_of(case)[0]
    facts = HardshipFacts(
        is_under_18=_is_too_young(decision, case, on),
        is_reduced_rate=is_reduced_rate(decision, case, on=on),
        level=expected_level_of(decision, case, on=on),
        has_met_condition={"done": True, "not-yet": False}.get(decision.done_since.state),
    )
    return position(case.rules_of, facts, nation=case.nation, on=on)


def _is_too_young(decision: AppliedSanction, case: Case, on: date) -> bool | None:
    """Return whether the person is under 18; on that day, where the date of birth is not known."""
    now = is_under_18(decision, case, on)
    return was_under_18(decision, case) if now is None else now


def money_may_still_be_taken(case: Case, on: date) -> bool:
    """Whether a reduction in `case` may still run, as far as the days that are known can tell."""
    if is_ended_by_work(case, on):
        return False
    ends = [_last_day(decision, case, on) for decision in decisions_of(case)]
    return any(end is None or on <= end for end in ends)


def _last_day(decision: AppliedSanction, case: Case, on: date) -> date | None:
    """Return a day after which the reduction is plainly over; None where that cannot be said.

    Where nobody knows how many days it has, it is over once no more than these can have been outstanding.
    """
    started = _fixed_days_began(decision, case, on)
    if started is None:
        return None
    days = decision.decision.days or _most_days(case, started.latest)
    if days is None:
        return None
    return max(started.latest, _told_on(decision)) + timedelta(days=days) + TAKEN_LATER


def _fixed_days_began(decision: AppliedSanction, case: Case, on: date) -> RoughDay | None:
    """Return the day from which only a fixed number of days was left; None while days may run on."""
    if decision.done_since.state == "done" and decision.decision.is_open_ended != "no":
        return decision.done_since.day
    is_fixed = expected_level_of(decision, case, on=on) in FIXED_LEVELS
    if decision.decision.is_open_ended == "no" or (
        is_fixed and decision.decision.is_open_ended == "not-known"
    ):
        return decision.decision.counts_from
    return None


def _most_days(case: Case, on: date) -> int | None:
    try:
        return outstanding_at_most(nation=case.nation, on=on)
    except NotConfirmed:
        return None


def _told_on(decision: AppliedSanction) -> date:
    start = decision.decision.counts_from
    return start.latest if start else date.min
