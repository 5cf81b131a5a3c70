#!/usr/bin/env bash
# ics 0.7.3 beside icalendar 7.3.2 and vobject 0.9.9; seen on Python 3.11.7 on 29 November 2026.
#
# A calendar file can hold a task that is due on a day, without a time (DUE;VALUE=DATE). Read and written again by
# ics, the task is due at midnight UTC, the first moment of that day: one o'clock at night by a clock in Britain in
# June. The same package keeps an event on a day as a day. The other two keep both.
#
# Seen (a task due on 10 June 2027, an event on that day):
#   icalendar: DTSTART;VALUE=DATE:20270610, DUE;VALUE=DATE:20270610
#   vobject: DTSTART;VALUE=DATE:20270610, DUE;VALUE=DATE:20270610
#   ics: DTSTART;VALUE=DATE:20270610, DUE:20270610T000000Z
#
# Why it matters: a deadline that can be met all through 10 June is shown as missed when the day begins, and in a
# program that shows times somebody west of Greenwich has it on 9 June. Put a legal deadline into an event on a day.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 vobject==0.9.9
cat > "$work/try.py" <<'PY'
import icalendar
import ics
import vobject

LINES = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trial//EN",
    "BEGIN:VTODO",
    "UID:1@example.org",
    "DTSTAMP:20261101T090000Z",
    "DUE;VALUE=DATE:20270610",
    "SUMMARY:Post the letter",
    "END:VTODO",
    "BEGIN:VEVENT",
    "UID:2@example.org",
    "DTSTAMP:20261101T090000Z",
    "DTSTART;VALUE=DATE:20270610",
    "DTEND;VALUE=DATE:20270611",
    "SUMMARY:Last day",
    "END:VEVENT",
    "END:VCALENDAR",
)
text = "".join(f"{line}\r\n" for line in LINES)
for name, again in (
    ("icalendar", icalendar.Calendar.from_ical(text).to_ical().decode()),
    ("vobject", vobject.readOne(text).serialize()),
    ("ics", ics.Calendar(text).serialize()),
):
    kept = [line for line in again.splitlines() if line.startswith(("DUE", "DTSTART"))]
    print(f"{name}: {', '.join(sorted(kept))}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
icalendar: DTSTART;VALUE=DATE:20270610, DUE;VALUE=DATE:20270610
vobject: DTSTART;VALUE=DATE:20270610, DUE;VALUE=DATE:20270610
ics: DTSTART;VALUE=DATE:20270610, DUE:20270610T000000Z
EXPECTED
echo "As described."
