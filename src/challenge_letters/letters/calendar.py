"""The days of a plan as a calendar file: whole days with a reminder, under titles that give nothing away.

A calendar may be seen by others, on a locked screen or in a shared account. So it holds no name, no benefit
and no word of the person; even the program is not named. In an adviser's own there is a reference.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.problems import AppliedSanction, Problem
from challenge_letters.languages import worded
from challenge_letters.plan.reminders import Reminder

MADE_BY = "-//letters//dates//EN"
# Fixed, so that the same day of the same sort is the same entry: fetching the file again adds nothing twice.
OURS = uuid.UUID("7f6d6f0e-3c0b-4d53-9f0c-0f5f6c1a2b90")
ON_THE_DAY = timedelta(hours=9)
THE_DAY_BEFORE = timedelta(hours=9) - timedelta(days=1)
ONE_DAY = timedelta(days=1)


def calendar_file(
    reminders: Iterable[Reminder], *, on: date, reference: str = "", case: Case | None = None
) -> bytes:
    """Return `reminders` as an iCalendar file (RFC 5545) made on the day `on`.

    An adviser's `reference` stands in each entry. The entries of another `case` or reference are other
    entries, also on the same day. They are whole days without a time zone: a last day is the same day
    wherever the phone is.
    """
    return caseload_file(((each, reference, case) for each in reminders), on=on)


def caseload_file(dated: Iterable[tuple[Reminder, str, Case | None]], *, on: date) -> bytes:
    """Return the days of several cases, each with the adviser's reference, as one iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    for reminder, reference, case in dated:
        calendar.add_component(_event(reminder, on, reference, _marks_of(case) if case else ""))
    content: bytes = calendar.to_ical()
    return content


def _event(reminder: Reminder, on: date, reference: str, whose: str) -> Event:
    event = Event()
    title = f"{reference}: {reminder.title}" if reference else reminder.title
    event.add("uid", _uid(reminder, f"{whose} {reference}"))
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + ONE_DAY)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for before in _alarms(reminder):
        event.add_component(_alarm(title, before))
    return event


def _uid(reminder: Reminder, whose: str) -> str:
    day = reminder.stands_for or reminder.day
    return str(uuid.uuid5(OURS, f"{whose} {reminder.id} {day.isoformat()}"))


def _marks_of(case: Case) -> str:
    """Return what tells `case` from the case of somebody else, whatever changes in its story.

    It goes into the entry's name as a hash only, from which nothing can be read.
    """
    claimant = case.claimant
    person = (claimant.name.casefold(), claimant.national_insurance_number, str(claimant.date_of_birth))
    return "\n".join((*person, *(mark for problem in case.problems for mark in _marks(problem))))


def _marks(problem: Problem) -> Iterator[str]:
    yield problem.kind
    if isinstance(problem, FailureFacts):
        yield problem.failure.kind
    if isinstance(problem, AppliedSanction):
        yield f"{problem.decision.dated} {problem.decision.notified} {problem.decision.payment_day}"


def _alarms(reminder: Reminder) -> Iterator[timedelta]:
    """Yield when to remind: at nine that morning; the morning before too where something must be done."""
    if reminder.is_for_acting:
        yield THE_DAY_BEFORE
    yield ON_THE_DAY


def _alarm(title: str, when: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    # Read the day before, "last day" alone would say that it is today.
    title = worded("letters.calendar.tomorrow", title=title) if when == THE_DAY_BEFORE else title
    alarm.add("description", title)
    alarm.add("trigger", when)
    return alarm
