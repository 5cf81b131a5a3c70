#!/usr/bin/env bash
# pendulum 3.3.0 beside python-dateutil 4.0.0 and whenever 0.11.0; seen on Python 3.11.7 on 30 November 2026.
#
# Three libraries asked how many full months or years lie between two days. pendulum has the last one full a day too
# soon if the second day is in April, June, September or November: somebody is eighteen on the day before the birthday.
# In February 2027 it is full three days too soon and, on the two days between, not again. At the end of February it is
# late: from 30 January no month has passed by the last of February, though a month added by pendulum itself ends
# there, and from 31 January, a day later, one has. In other months all three agree.
# Known: its issues 402, 606 and 790, of 2019 to 2024, all open; with and without its compiled part it is the same.
#
# Seen (from, to: pendulum | dateutil | whenever; where a month or the years added by pendulum end):
#   2026-10-02, 2026-11-01: 1 | 0 | 0; 2026-11-02
#   2026-12-02, 2027-01-01: 0 | 0 | 0; 2027-01-02
#   2027-01-04, 2027-02-01: 1 | 0 | 0; 2027-02-04
#   2027-01-04, 2027-02-02: 0 | 0 | 0; 2027-02-04
#   2027-01-30, 2027-02-28: 0 | 1 | 1; 2027-02-28
#   2027-01-31, 2027-02-28: 1 | 1 | 1; 2027-02-28
#   born 2008-11-02, 2026-11-01: 18 | 17 | 17; 2026-11-02
#   born 2008-12-02, 2026-12-01: 17 | 17 | 17; 2026-12-02
#
# Why it matters: a reconsideration is asked for within a month, and a sanction takes less from somebody of 16 or 17.
# Add the month or the years to the first day and compare days; do not count months between two days.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pendulum==3.3.0 python-dateutil==4.0.0 whenever==0.11.0
cat > "$work/try.py" <<'PY'
from datetime import date

import pendulum
import whenever
from dateutil.relativedelta import relativedelta

MONTHS = (
    ("2026-10-02", "2026-11-01"),
    ("2026-12-02", "2027-01-01"),
    ("2027-01-04", "2027-02-01"),
    ("2027-01-04", "2027-02-02"),
    ("2027-01-30", "2027-02-28"),
    ("2027-01-31", "2027-02-28"),
)
BORN = (
    ("2008-11-02", "2026-11-01"),
    ("2008-12-02", "2026-12-01"),
)


def between(first, last):
    one = pendulum.Date.fromisoformat(last) - pendulum.Date.fromisoformat(first)
    two = relativedelta(date.fromisoformat(last), date.fromisoformat(first))
    three = whenever.Date(last).since(whenever.Date(first), in_units=["years", "months", "days"])
    return (one.years, one.months), (two.years, two.months), (three["years"], three["months"])


for first, last in MONTHS:
    full = [str(12 * years + months) for years, months in between(first, last)]
    print(f"{first}, {last}: {' | '.join(full)}; {pendulum.Date.fromisoformat(first).add(months=1)}")
for first, last in BORN:
    full = [str(years) for years, _ in between(first, last)]
    print(f"born {first}, {last}: {' | '.join(full)}; {pendulum.Date.fromisoformat(first).add(years=18)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
2026-10-02, 2026-11-01: 1 | 0 | 0; 2026-11-02
2026-12-02, 2027-01-01: 0 | 0 | 0; 2027-01-02
2027-01-04, 2027-02-01: 1 | 0 | 0; 2027-02-04
2027-01-04, 2027-02-02: 0 | 0 | 0; 2027-02-04
2027-01-30, 2027-02-28: 0 | 1 | 1; 2027-02-28
2027-01-31, 2027-02-28: 1 | 1 | 1; 2027-02-28
born 2008-11-02, 2026-11-01: 18 | 17 | 17; 2026-11-02
born 2008-12-02, 2026-12-01: 17 | 17 | 17; 2026-12-02
EXPECTED
echo "As described."
