#!/usr/bin/env bash
# dateparser 1.5.0, parsedatetime 2.6, timefhuman 0.1.5, datefinder 1.0.0; seen on Python 3.11.7 on 29 November 2026.
#
# Four readers of days in free text, on days as British offices write them. dateparser reads a day or declines. The
# others leave out what they cannot place and answer all the same: the 3rd becomes the 1st where "of" stands after it
# (parsedatetime) or a time with a full stop before it (timefhuman). "On or before 12 November" and "week commencing
# 2 November" are the 1st for timefhuman, and "3-5 November" two hours of that day. Asked for British English,
# parsedatetime reads "3-5" as the fifth of March. A day that no calendar has is the first of its month for two.
#
# Seen (dateparser | parsedatetime | timefhuman | datefinder):
#   3 November 2026: 03 Nov 2026 | 03 Nov 2026 | 03 Nov 2026 | 03 Nov 2026
#   the 3rd of November 2026: 03 Nov 2026 | 01 Nov 2026 | 03 Nov 2026 | 03 Nov 2026
#   10.30am on 3 November 2026: 03 Nov 2026 | 03 Nov 2026 | 01 Nov 2026 | 03 Nov 2026
#   on or before 12 November 2026: none | 12 Nov 2026 | 01 Nov 2026 | 12 Nov 2026
#   week commencing 2 November 2026: none | 02 Nov 2026 | 01 Nov 2026 | 02 Nov 2026
#   3-5 November 2026: none | 05 Mar 2027 | 01 Nov 2026 to 01 Nov 2026 | 05 Nov 2026
#   31st November 2026: none | none | 01 Nov 2026 | 01 Nov 2026
#
# Why it matters: a limit of a month counted from a wrong day is wrong by the same number of days. Read only the
# forms you know, and ask the person about all others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  dateparser==1.5.0 parsedatetime==2.6 timefhuman==0.1.5 datefinder==1.0.0
cat > "$work/try.py" <<'PY'
from datetime import datetime

import datefinder
import dateparser
import parsedatetime
from timefhuman import tfhConfig, timefhuman

NOW = datetime(2026, 11, 28, 10, 0)
british = parsedatetime.Calendar(parsedatetime.Constants("en_GB", usePyICU=False))


def day(found):
    """Return the day, or the days of a range, or that nothing was read."""
    if isinstance(found, tuple | list):
        return " to ".join(day(each) for each in found) or "none"
    return f"{found:%d %b %Y}" if found else "none"


def by_parsedatetime(text):
    found, kind = british.parseDT(text, sourceTime=NOW)
    return found if kind else None


for text in (
    "3 November 2026",
    "the 3rd of November 2026",
    "10.30am on 3 November 2026",
    "on or before 12 November 2026",
    "week commencing 2 November 2026",
    "3-5 November 2026",
    "31st November 2026",
):
    read = (
        dateparser.parse(text, languages=["en"], settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": NOW}),
        by_parsedatetime(text),
        timefhuman(text, tfhConfig(now=NOW)),
        list(datefinder.find_dates(text, base_date=NOW, first="day")),
    )
    print(f"{text}: {' | '.join(day(each) for each in read)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
3 November 2026: 03 Nov 2026 | 03 Nov 2026 | 03 Nov 2026 | 03 Nov 2026
the 3rd of November 2026: 03 Nov 2026 | 01 Nov 2026 | 03 Nov 2026 | 03 Nov 2026
10.30am on 3 November 2026: 03 Nov 2026 | 03 Nov 2026 | 01 Nov 2026 | 03 Nov 2026
on or before 12 November 2026: none | 12 Nov 2026 | 01 Nov 2026 | 12 Nov 2026
week commencing 2 November 2026: none | 02 Nov 2026 | 01 Nov 2026 | 02 Nov 2026
3-5 November 2026: none | 05 Mar 2027 | 01 Nov 2026 to 01 Nov 2026 | 05 Nov 2026
31st November 2026: none | none | 01 Nov 2026 | 01 Nov 2026
EXPECTED
echo "As described."
