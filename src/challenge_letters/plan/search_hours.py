"""A week of work search in numbers: the hours done against the hours expected of this person."""

from __future__ import annotations

from challenge_letters.case.case import Case
from challenge_letters.case.failure import SearchWeek
from challenge_letters.law.benefits import has
from challenge_letters.law.search_hours import expected_hours, most_deducted, smallest_deduction
from challenge_letters.plan.outcome import Challengeable, HoursMet, HoursPoint, plain_hours
from challenge_letters.plan.protection import protection_of


def hours_of(problem: Challengeable, case: Case) -> HoursPoint | None:
    """Return the hours of the week in question; None where the numbers are not known, or do not matter.

    Nobody of whom no search could be asked pleads a number of hours: it would concede that some were due.
    Sources: Universal Credit Regulations 2013 regs 88(2) and 95(1) to (3); JSA Regulations 2013 regs 9, 12.
    """
    week = problem.search_week
    is_search = problem.failure.kind == "work-search-hours" and has(case.rules_of, "work-search")
    done = week.done if week else None
    if not is_search or week is None or done is None or protection_of(problem, case).bar:
        return None
    expected = expected_hours(week.expected_hours, week.fewer_hours)
    if expected is None:
        return None
    return _point(week, expected, done, case.rules_of)


def _point(week: SearchWeek, expected: float, done: float, benefit: str) -> HoursPoint:
    is_fewer = week.fewer_hours is not None and week.fewer_hours == expected != week.expected_hours
    taken = _taken(week, expected, benefit)
    needed = smallest_deduction(expected, done)
    return HoursPoint(
        expected=expected,
        done=done,
        because=week.fewer_because if is_fewer else "",
        asked=week.expected_hours,
        taken=taken,
        needed=plain_hours(needed),
        met=_met(needed, taken, most_deducted(week.time_off, expected, expected, benefit=benefit)),
    )


def _taken(week: SearchWeek, expected: float, benefit: str) -> float | None:
    """Return what comes off in hours; None where nothing took time, or nobody said how much."""
    if not week.time_off or not week.time_off_hours:
        return None
    return plain_hours(most_deducted(week.time_off, week.time_off_hours, expected, benefit=benefit))


def _met(needed: float, taken: float | None, possible: float) -> HoursMet:
    if needed == 0:
        return "outright"
    if taken is not None:
        return "deducted" if taken >= needed else "short"
    return "if-deducted" if possible >= needed else "short"
