#!/usr/bin/env bash
# icalendar 7.3.2, vobject 0.9.9, ical 14.3.1, ics 0.7.3; seen on Python 3.11.7 on 29 November 2026.
#
# A calendar file brings the rules of its time zone along, under a name that holds in that file alone (RFC 5545,
# 3.2.19). One program reads two invitations, both to half past nine on 10 June in a zone with the same name. icalendar
# and vobject keep the rules of the first file for the whole life of the program: after a file from Berlin the British
# appointment is at half past eight (vobject: known, its issue 153; for icalendar none was found). ics takes up the
# events before the zones and so uses no rules at all; what it does not know is UTC (its issues 181 and 347). And if a
# file has British time under the name GMT, as one real program writes it (pretalx, issue 2588), three go by the name.
#
# Seen (a clock in Britain, it should be 09:30 each time: icalendar | vobject | ical | ics):
#   British: 09:30 | 09:30 | 09:30 | 10:30
#   British after German: 08:30 | 08:30 | 09:30 | 10:30
#   British after winter time only: 10:30 | 09:30 | 09:30 | 10:30
#   British, called GMT: 10:30 | 09:30 | 10:30 | 10:30
#
# Why it matters: somebody who comes at half past ten has missed the appointment and is sanctioned for it. A program
# that reads one file is right, and wrong when it reads a folder. Read each file in a process of its own, or compare
# the hour in the file's text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  icalendar==7.3.2 vobject==0.9.9 ical==14.3.1 ics==0.7.3 arrow==1.4.0 tzdata==2026.6
cat > "$work/try.py" <<'PY'
import logging
import sys
from zoneinfo import ZoneInfo

import icalendar
import ics
import vobject
from ical.calendar_stream import IcsCalendarStream

logging.disable()
LONDON = ZoneInfo("Europe/London")
WINTER, SUMMER = ("STANDARD", "19961027T020000", "10"), ("DAYLIGHT", "19960331T010000", "3")
ZONES = {
    "British": ((WINTER, "+0100", "+0000"), (SUMMER, "+0000", "+0100")),
    "German": ((WINTER, "+0200", "+0100"), (SUMMER, "+0100", "+0200")),
    "winter time only": ((WINTER, "+0000", "+0000"),),
}


def rules(zone):
    for (kind, start, month), before, after in ZONES[zone]:
        yield from (f"BEGIN:{kind}", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}")
        yield from (f"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH={month}", f"END:{kind}")


def invitation(zone, name):
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Trial//EN"),
        *("BEGIN:VTIMEZONE", f"TZID:{name}", *rules(zone), "END:VTIMEZONE"),
        *("BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20270601T090000Z"),
        *(f"DTSTART;TZID={name}:20270610T093000", f"DTEND;TZID={name}:20270610T103000", "SUMMARY:Jobcentre"),
        *("END:VEVENT", "END:VCALENDAR"),
    )
    return "".join(f"{line}\r\n" for line in lines)


READERS = (
    lambda text: icalendar.Calendar.from_ical(text).walk("VEVENT")[0].start,
    lambda text: vobject.readOne(text).vevent.dtstart.value,
    lambda text: IcsCalendarStream.calendar_from_ics(text).events[0].dtstart,
    lambda text: next(iter(ics.Calendar(text).events)).begin.datetime,
)
title, name, *zones = sys.argv[1:]
starts = [[reader(invitation(zone, name)) for zone in zones][-1] for reader in READERS]
print(f"{title}: {' | '.join(f'{start.astimezone(LONDON):%H:%M}' for start in starts)}")
PY
look() { "$work/venv/bin/python" -W ignore "$work/try.py" "$@"; }
{
  look "British" "Office Time" "British"
  look "British after German" "Office Time" "German" "British"
  look "British after winter time only" "Office Time" "winter time only" "British"
  look "British, called GMT" "GMT" "British"
} | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
British: 09:30 | 09:30 | 09:30 | 10:30
British after German: 08:30 | 08:30 | 09:30 | 10:30
British after winter time only: 10:30 | 09:30 | 09:30 | 10:30
British, called GMT: 10:30 | 09:30 | 10:30 | 10:30
EXPECTED
echo "As described."
