"""How a letter can still arrive in time: once the post is too slow, in a way that takes no day."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.law.as_at import is_too_late_to_post
from challenge_letters.law.benefits import has
from challenge_letters.law.days import working_day_on_or_before, working_days_before
from challenge_letters.law.deadlines import Deadline, deadline
from challenge_letters.law.errors import BeyondHolidayData
from challenge_letters.law.practice import working_days
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.clocks import late_limit, reconsideration_limit
from challenge_letters.plan.follow_ups import clock_of
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.sending import (
    answers_by_letter,
    first_answer_day,
    has_account,
    office_name,
    universal_credit_phone,
)
from challenge_letters.plan.status import decisions_of
from challenge_letters.plan.texts import sentence

# Two working days for the post is advice, not law.
DAYS_FOR_THE_POST = working_days("days-for-the-post")


def limit_of(letter: PlannedLetter, case: Case, on: date) -> Deadline | None:
    """Return the first limit by which `letter` must have arrived, or None where none runs on that day.

    A request that is late already has one: the last day of all for a late request.
    """
    running = (limit for limit in _limits(letter, case) if on <= limit.last_allowed)
    return min(running, key=lambda limit: limit.date, default=None)


def _limits(letter: PlannedLetter, case: Case) -> tuple[Deadline, ...]:
    if letter.kind == "mandatory-reconsideration":
        found = ((reconsideration_limit(each, case), late_limit(each, case)) for each in decisions_of(case))
        return tuple(limit for both in found for limit in both if limit)
    clock = clock_of(letter.follow_up) if letter.follow_up else None
    if clock is None or not KINDS[letter.kind].clock:
        return ()
    return (deadline(clock[0], clock[1].earliest, nation=case.nation),)


def must_go_today(letter: PlannedLetter, case: Case, on: date) -> bool:
    """Whether `letter` would come too late by post, so that another way has to be taken."""
    if letter.kind == "good-reason-statement":
        day = first_answer_day(case)
        return bool(day) and answers_by_letter(case) and not _can_be_posted(day, case, on)
    limit = limit_of(letter, case, on)
    return limit is not None and is_too_late_to_post(limit, on)


def _can_be_posted(day: date | None, case: Case, on: date) -> bool:
    if day is None:
        return True
    try:
        last = working_day_on_or_before(day, case.nation)
        return on <= working_days_before(last, DAYS_FOR_THE_POST, case.nation)
    except BeyondHolidayData:
        return False


def way_today(letter: PlannedLetter, case: Case) -> str:
    """Return, in a sentence or two, how `letter` can still arrive on the same day."""
    phone = universal_credit_phone(case.nation)
    return sentence("same_day", _way(letter, case), phone=phone, office=office_name(case))


def _way(letter: PlannedLetter, case: Case) -> str:
    if letter.kind != "mandatory-reconsideration":
        return "answer" if letter.kind == "good-reason-statement" else letter.kind
    if has_account(case):
        return "request-account"
    return "request-phone" if has(case.benefit, "phone-line") else "request"
