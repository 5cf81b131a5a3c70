#!/usr/bin/env bash
# calendra 7.11.1 beside workalendar 17.0.0 and holidays 0.109; seen on Python 3.11.7 on 29 November 2026.
#
# calendra is a fork of workalendar; for the United Kingdom they promise the same days. They do not agree when the
# last Monday in May is the 31st: the fork has the Monday before as the spring bank holiday, and people work on the
# right one. That is so in 2027 (and was in 2021). Its list of days leaves out the substitutes for a Christmas on a
# weekend as well, though its question whether a day is worked knows them: two answers from one calendar.
#
# Seen (holidays, workalendar, calendra):
#   Mon 2026-12-28: holiday | holiday | holiday
#   Mon 2027-05-24: works | works | holiday
#   Mon 2027-05-31: holiday | holiday | works
#   Mon 2027-12-27: holiday | holiday | holiday
#   Tue 2027-12-28: holiday | holiday | holiday
#   Mon 2028-05-29: holiday | holiday | holiday
#   Mon 2028-01-03: holiday | holiday | holiday
#   calendra lists in December 2027: 2027-12-25, 2027-12-26
#
# Why it matters: a limit that ends on Monday 31 May 2027 rolls to 1 June. Counted with the fork it does not, and a
# letter that goes to a closed office comes back as late. Ask which Monday a package means before you trust it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  calendra==7.11.1 workalendar==17.0.0 holidays==0.109
cat > "$work/try.py" <<'PY'
from datetime import date

import holidays
from calendra.europe import UnitedKingdom as Fork
from workalendar.europe import UnitedKingdom as Original

england = holidays.country_holidays("GB", subdiv="ENG")
for day in (
    date(2026, 12, 28),
    date(2027, 5, 24),
    date(2027, 5, 31),
    date(2027, 12, 27),
    date(2027, 12, 28),
    date(2028, 5, 29),
    date(2028, 1, 3),
):
    closed = (day in england, not Original().is_working_day(day), not Fork().is_working_day(day))
    print(f"{day:%a %Y-%m-%d}:", " | ".join("holiday" if each else "works" for each in closed))
listed = [day for day, name in Fork().holidays(2027) if day.month == 12]
print("calendra lists in December 2027:", ", ".join(str(day) for day in listed))
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
Mon 2026-12-28: holiday | holiday | holiday
Mon 2027-05-24: works | works | holiday
Mon 2027-05-31: holiday | holiday | works
Mon 2027-12-27: holiday | holiday | holiday
Tue 2027-12-28: holiday | holiday | holiday
Mon 2028-05-29: holiday | holiday | holiday
Mon 2028-01-03: holiday | holiday | holiday
calendra lists in December 2027: 2027-12-25, 2027-12-26
EXPECTED
echo "As described."
