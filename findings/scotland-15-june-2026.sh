#!/usr/bin/env bash
# govuk-bank-holidays 0.19 and holidays 0.109; seen on Python 3.11.7 on 28 November 2026.
#
# Two well-kept sources of British bank holidays disagree on a day that was proclaimed late. Monday 15 June 2026 is
# a bank holiday in Scotland (for its taking part in the football World Cup), proclaimed in February 2026. The list
# that govuk-bank-holidays brings along (it fetches nothing when asked for its cached copy) does not have it;
# holidays does. On working days, Monday to Friday, it is their only difference for any of the three divisions in
# 2024 to 2028: everything else they differ in falls on a weekend, where one names the substitute only.
#
# Seen:
#   england-and-wales: the same working days are holidays
#   scotland: 2026-06-15 is in holidays alone
#   northern-ireland: the same working days are holidays
#
# Why it matters: a limit of one calendar month for an answer rolls to the next working day. In Scotland a request
# received on 15 May 2026 is to be answered by 16 June, not by 15 June. Ask two sources, and keep a dated list of
# your own for days proclaimed later.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check govuk-bank-holidays==0.19 holidays==0.109
cat > "$work/try.py" <<'PY'
import holidays
from govuk_bank_holidays.bank_holidays import BankHolidays

YEARS = range(2024, 2029)
DIVISIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
official = BankHolidays(use_cached_holidays=True)


def working(days):
    return {day for day in days if day.weekday() < 5 and day.year in YEARS}


for division, code in DIVISIONS.items():
    one = working(entry["date"] for entry in official.get_holidays(division=division))
    other = working(holidays.country_holidays("GB", subdiv=code, years=YEARS))
    alone = [f"{day} is in govuk-bank-holidays alone" for day in sorted(one - other)]
    alone += [f"{day} is in holidays alone" for day in sorted(other - one)]
    print(f"{division}: {', '.join(alone) or 'the same working days are holidays'}")
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
england-and-wales: the same working days are holidays
scotland: 2026-06-15 is in holidays alone
northern-ireland: the same working days are holidays
EXPECTED
echo "As described."
