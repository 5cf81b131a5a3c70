"""The days of a plan as a calendar file: whole days with a reminder, under titles that give nothing away.

A calendar may be seen by others, on a locked screen or in a shared account. So it holds no name, no benefit
and no word of the person; even the program is not named. In an adviser's own there is a reference.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from challenge_letters.plan.reminders import Reminder

MADE_BY = "-//letters//dates//EN"
# Fixed, so that the same day of the same sort is the same entry: fetching the file again adds nothing twice.
OURS = uuid.UUID("7f6d6f0e-3c0b-4d53-9f0c-0f5f6c1a2b90")
ON_THE_DAY = timedelta(hours=9)
THE_DAY_BEFORE = timedelta(hours=9) - timedelta(days=1)
ONE_DAY = timedelta(days=1)


def calendar_file(reminders: Iterable[Reminder], *, on: date, reference: str = "") -> bytes:
    """Return `reminders` as an iCalendar file (RFC 5545) made on the day `on`.

    An adviser's `reference` stands in each entry and tells it from those of other clients. The
    entries are whole days without a time zone: a last day is the same day wherever the phone is.
    """
    return caseload_file(((each, reference) for each in reminders), on=on)


def caseload_file(dated: Iterable[tuple[Reminder, str]], *, on: date) -> bytes:
    """Return the days of several clients, each with the adviser's reference, as one iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    for reminder, reference in dated:
        calendar.add_component(_event(reminder, on, reference))
    content: bytes = calendar.to_ical()
    return content


def _event(reminder: Reminder, on: date, reference: str) -> Event:
    event = Event()
    title = f"{reference}: {reminder.title}" if reference else reminder.title
    event.add("uid", _uid(reminder, reference))
    event.add("dtstamp", datetime.combine(on, time(), UTC))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + ONE_DAY)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for before in _alarms(reminder):
        event.add_component(_alarm(title, before))
    return event


def _uid(reminder: Reminder, reference: str) -> str:
    day = reminder.stands_for or reminder.day
    return str(uuid.uuid5(OURS, f"{reminder.id} {day.isoformat()} {reference}".strip()))


def _alarms(reminder: Reminder) -> Iterator[timedelta]:
    """Yield when to remind: at nine that morning; the morning before too where something must be done."""
    if reminder.is_for_acting:
        yield THE_DAY_BEFORE
    yield ON_THE_DAY


def _alarm(title: str, when: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", when)
    return alarm
