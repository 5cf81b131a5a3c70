"""The days worth a line in a calendar: last days, and days on which to ask, under neutral titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from challenge_letters.case.problems import ThreatenedSanction
from challenge_letters.law.days import working_day_on_or_after
from challenge_letters.law.errors import BeyondHolidayData
from challenge_letters.law.practice import span
from challenge_letters.plan.outcome import Plan, PlannedDeadline
from challenge_letters.plan.texts import sentence

# Advice, not law: the day on which to ask whether a letter has arrived.
ASK_AFTER = span("ask-whether-it-arrived")
ONE_DAY = timedelta(days=1)
# Nobody should wait for the last day of a late request: it is sent at once, complete.
NOT_TO_WAIT_FOR = frozenset({"mandatory-reconsideration-late"})


@dataclass(frozen=True)
class Reminder:
    """One day and what it is for: `id` says which sort of day, `title` is fit for any eyes.

    A day of advice moves with the day of writing: `stands_for` is the day it keeps, so that a calendar
    fetched again moves the entry and adds no second one.
    """

    id: str
    day: date
    title: str
    is_for_acting: bool = True
    stands_for: date | None = None


@dataclass(frozen=True)
class DatedLine:
    """One day on the page to keep at hand, and in plain words what it is for."""

    day: date
    text: str


def reminders_of(plan: Plan) -> tuple[Reminder, ...]:
    """Return the days that still lie ahead in `plan`, the next one first, each once."""
    ahead = {each for each, _ in _all(plan) if each.day >= plan.on}
    return tuple(sorted(ahead, key=_order))


def dated_lines_of(plan: Plan) -> tuple[DatedLine, ...]:
    """Return the same days for a page that only the person reads: each says which letter it is about."""
    ahead = {(each, about) for each, about in _all(plan) if each.day >= plan.on}
    ordered = sorted(ahead, key=lambda pair: (*_order(pair[0]), pair[1]))
    return tuple(DatedLine(each.day, sentence("sheet_days", each.id, about=about)) for each, about in ordered)


def _order(reminder: Reminder) -> tuple[date, bool, str]:
    return (reminder.day, not reminder.is_for_acting, reminder.id)


def _all(plan: Plan) -> Iterator[tuple[Reminder, str]]:
    """Yield each day of `plan` with what it is about in the words of its time limit, else ""."""
    for planned in plan.deadlines:
        yield from ((each, planned.about) for each in _of_deadline(planned))
    yield from ((each, "") for each in _of_what_was_told(plan))


def _of_what_was_told(plan: Plan) -> Iterator[Reminder]:
    for problem in plan.case.problems:
        if isinstance(problem, ThreatenedSanction) and problem.warning.answer_by:
            yield _reminder("answer", problem.warning.answer_by)
    now = plan.now
    if now and now.demand and now.demand.answer_by:
        yield _reminder("demand", now.demand.answer_by)
    if now and now.demand and now.demand.next_appointment:
        yield _reminder("appointment", now.demand.next_appointment)
    if now and now.kind == "mandatory-reconsideration":
        day = _when_they_can_be_asked(plan)
        yield replace(_reminder("arrived", day), stands_for=_first_limit(plan))


def _first_limit(plan: Plan) -> date | None:
    limits = (each.deadline for each in plan.deadlines if each.deadline.kind == "mandatory-reconsideration")
    return min((limit.date for limit in limits), default=None)


def _when_they_can_be_asked(plan: Plan) -> date:
    """Return a working day a week ahead, and never one before the last day to post the letter has gone."""
    limits = (each.deadline for each in plan.deadlines if each.deadline.kind == "mandatory-reconsideration")
    posting = [limit.post_by + ONE_DAY for limit in limits if limit.post_by]
    day = max((plan.on + ASK_AFTER, *posting))
    try:
        return working_day_on_or_after(day, plan.case.nation)
    except BeyondHolidayData:
        return day


def _of_deadline(planned: PlannedDeadline) -> Iterator[Reminder]:
    limit = planned.deadline
    if limit.kind in NOT_TO_WAIT_FOR:
        return
    if limit.binds == "them":
        yield _reminder("chase", limit.safe_date or limit.date)
        return
    if limit.post_by:
        yield _reminder("post", limit.post_by)
    if limit.safe_date and limit.safe_date != limit.date:
        yield _reminder("safe", limit.safe_date)
    yield _reminder("last", limit.date)


def _reminder(sort: str, day: date) -> Reminder:
    return Reminder(sort, day, sentence("reminders", sort), is_for_acting=sort not in ("arrived", "chase"))
