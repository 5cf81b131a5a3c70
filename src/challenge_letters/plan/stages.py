"""Which stage a challenge to a decision has reached: in time, in doubt, late, or very late.

The month runs from the day of notification (Decisions and Appeals Regulations 2013 regs 2, 3 and 5); a late
request may be accepted within 12 months of the last day (reg 6). Where the day is not known exactly, the
earliest decides when to hurry, and the latest decides when to concede that a request is late.
"""

from __future__ import annotations

from datetime import date

from challenge_letters.case.problems import AppliedSanction, Decision, LatePeriod
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.practice import span
from challenge_letters.law.reconsideration import stage
from challenge_letters.plan.outcome import Stage

# A stretch without a reason is noticed by a decision maker; shorter ones are ordinary life.
SILENT = span("silent-stretch")


def stage_of(problem: AppliedSanction, *, on: date) -> Stage:
    """Return the stage that a letter written `on` that day has reached."""
    start = problem.decision.counts_from
    if start is None:  # the model refuses such a decision
        return "date-in-doubt"
    reached = stage(start.latest, on=on)
    if reached == "very-late":
        return "very-late"
    if reached == "late":
        return "date-in-doubt" if _day_is_open(problem.decision) else "late"
    if on > _limit(start.earliest) or _day_is_open(problem.decision):
        return "date-in-doubt"
    return "in-time"


def _limit(start: date) -> date:
    return deadline("mandatory-reconsideration", start).date


def _day_is_open(decision: Decision) -> bool:
    """Whether nobody can say yet when the decision was notified, because no notice of it has been seen."""
    return decision.notice == "none-seen" and decision.notified is None


def silent_gaps(
    periods: tuple[LatePeriod, ...], start: RoughDay, *, on: date
) -> tuple[tuple[date, date], ...]:
    """Return the stretches from `start` to `on` for which no reason is given, longer than a fortnight.

    One cause with a silent gap after it loses, so each gap is pointed out before the letter is sent.
    """
    covered_to = start.earliest
    gaps = []
    for period in sorted(periods, key=lambda period: period.began):
        if period.began.earliest - covered_to > SILENT:
            gaps.append((covered_to, period.began.earliest))
        covered_to = max(covered_to, period.ended.latest if period.ended else on)
    if on - covered_to > SILENT:
        gaps.append((covered_to, on))
    return tuple(gaps)
