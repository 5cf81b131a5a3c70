#!/usr/bin/env bash
# recurring-ical-events 3.8.2 (with icalendar 7.3.2), icalevents 0.3.1, ical 14.3.1; seen on Python 3.11.7 on 30
# November 2026.
#
# Three packages that list the appointments of a calendar file, on series as a work coach sets them, all at half past
# nine in British time. Where dates are named one by one (RDATE), icalevents has the first alone, as a note in its
# source admits, and ical has all but the first; for RFC 5545 (3.8.5.2) the first day and the named ones are the
# series. One appointment that was moved to the next day, and is named by its time in UTC, ical lists at both times. If
# everything from one day on was put into the afternoon (RANGE=THISANDFUTURE), two of them move that day only. On a plain
# rule, over the end of summer time too, all three agree. None says anything; no issue about these was found.
#
# Seen (days of October and November 2026, "pm" for half past two: recurring-ical-events | icalevents | ical):
#   every two weeks: 14 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov
#   days named one by one: 14 Oct, 21 Oct, 2 Nov | 14 Oct | 21 Oct, 2 Nov
#   every two weeks, a day more: 14 Oct, 21 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov | 14 Oct, 21 Oct, 28 Oct, 11 Nov
#   28 October moved: 14 Oct, 29 Oct, 11 Nov | 14 Oct, 29 Oct, 11 Nov | 14 Oct, 28 Oct, 29 Oct, 11 Nov
#   from 28 October on in the afternoon: 14 Oct, 28 Oct pm, 11 Nov pm | 14 Oct, 28 Oct pm, 11 Nov | 14 Oct, 28 Oct pm, 11 Nov
#
# Why it matters: whoever misses an appointment that their list did not show is sanctioned for it, and a record made
# from such a list proves too little. Count the dates in the file's text, and ask the person whether the list is whole.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  recurring-ical-events==3.8.2 icalendar==7.3.2 icalevents==0.3.1 ical==14.3.1
cat > "$work/try.py" <<'PY'
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalevents.icalevents import events

BRITAIN = ZoneInfo("Europe/London")
ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:Europe/London"),
    *("BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"),
    *("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"),
    *("BEGIN:STANDARD", "DTSTART:19701025T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000"),
    *("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"),
)
EVERY_TWO_WEEKS = "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"


def event(start, *lines):
    own = ("UID:1@example.org", "DTSTAMP:20261001T000000Z", f"DTSTART;TZID=Europe/London:{start}", "DURATION:PT10M")
    return ("BEGIN:VEVENT", *own, *lines, "SUMMARY:Work coach", "END:VEVENT")


def file(*components):
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN", *ZONE)
    return "\r\n".join((*head, *(line for lines in components for line in lines), "END:VCALENDAR", ""))


def by_recurring(text):
    return [item.start for item in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(SINCE, UNTIL)]


def by_icalevents(text):
    return [item.start for item in events(string_content=text.encode(), start=SINCE, end=UNTIL)]


def by_ical(text):
    return [item.dtstart for item in IcsCalendarStream.calendar_from_ics(text).timeline_tz(BRITAIN)]


def shown(starts):
    words = []
    for start in sorted(start.astimezone(BRITAIN) for start in starts):
        assert timedelta(hours=start.hour, minutes=start.minute) in (timedelta(hours=9.5), timedelta(hours=14.5))
        words.append(f"{start:%-d %b}{' pm' if start.hour == 14 else ''}")
    return ", ".join(words)


SINCE, UNTIL = datetime(2026, 10, 1, tzinfo=BRITAIN), datetime(2026, 12, 1, tzinfo=BRITAIN)
FIRST = "20261014T093000"
MORE = "RDATE;TZID=Europe/London:20261021T093000"
for label, text in (
    ("every two weeks", file(event(FIRST, EVERY_TWO_WEEKS))),
    ("days named one by one", file(event(FIRST, f"{MORE},20261102T093000"))),
    ("every two weeks, a day more", file(event(FIRST, EVERY_TWO_WEEKS, MORE))),
    (
        "28 October moved",
        file(event(FIRST, EVERY_TWO_WEEKS), event("20261029T093000", "RECURRENCE-ID:20261028T093000Z")),
    ),
    (
        "from 28 October on in the afternoon",
        file(
            event(FIRST, EVERY_TWO_WEEKS),
            event("20261028T143000", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261028T093000"),
        ),
    ),
):
    print(f"{label}:", " | ".join(shown(read(text)) for read in (by_recurring, by_icalevents, by_ical)))
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
every two weeks: 14 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov
days named one by one: 14 Oct, 21 Oct, 2 Nov | 14 Oct | 21 Oct, 2 Nov
every two weeks, a day more: 14 Oct, 21 Oct, 28 Oct, 11 Nov | 14 Oct, 28 Oct, 11 Nov | 14 Oct, 21 Oct, 28 Oct, 11 Nov
28 October moved: 14 Oct, 29 Oct, 11 Nov | 14 Oct, 29 Oct, 11 Nov | 14 Oct, 28 Oct, 29 Oct, 11 Nov
from 28 October on in the afternoon: 14 Oct, 28 Oct pm, 11 Nov pm | 14 Oct, 28 Oct pm, 11 Nov | 14 Oct, 28 Oct pm, 11 Nov
EXPECTED
echo "As described."
