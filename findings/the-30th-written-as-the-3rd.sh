#!/usr/bin/env bash
# formulas 1.3.4 and pycel 1.0b30, file by openpyxl 3.1.5; seen on Python 3.11.7 on 30 November 2026.
#
# Two packages that work out the cells of a workbook without a spreadsheet program. The sheet is one that an advice
# office keeps: the day of a decision, a month added with EDATE, and a sentence that TEXT writes. formulas adds the
# month rightly. But where the form of a date has no leading nought, it takes the nought at the end away as well: the
# 10th is the 1st, the 30th the 3rd, October is January, and half past ten half past one. The day of the week beside it
# stays right. pycel writes all of these well, and adds a month to the month's number alone: a month from 31 January is
# 3 March. LibreOffice 7.4 shows for the same formulas what Excel's help describes. Neither package says anything, and
# both are right on most days of the year. No issue about either was found.
#
# Seen (formula for a day in A: formulas | pycel; what a spreadsheet program shows):
#   until, 12 November 2026: 12 December 2026 | 12 December 2026; 12 December 2026
#   until, 30 November 2026: 3 December 2026 | 30 December 2026; 30 December 2026
#   until, 31 January 2027: 28 February 2027 | 3 March 2027; 28 February 2027
#   13 months, 31 January 2027: 29 February 2028 | 2 March 2028; 29 February 2028
#   day of the week, 20 November 2026: Friday 2 November 2026 | Friday 20 November 2026; Friday 20 November 2026
#   in figures, 30 October 2026: 3/1/2026 | 30/10/2026; 30/10/2026
#   time, 10 November 2026, 10:30: 1:30 | 10:30; 10:30
#
# Why it matters: a person who reads "you have until 3 December" gives up four weeks, and one who reads "3 March" is
# three days late. Take the day itself out of such a sheet, as a number, and add months and write dates yourself.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  formulas==1.3.4 pycel==1.0b30 openpyxl==3.1.5
cat > "$work/try.py" <<'PY'
import sys
from datetime import datetime

import formulas
import openpyxl
from pycel import ExcelCompiler

CASES = (
    ("until", datetime(2026, 11, 12), 'TEXT(EDATE({0},1),"d mmmm yyyy")', "12 December 2026"),
    ("until", datetime(2026, 11, 30), 'TEXT(EDATE({0},1),"d mmmm yyyy")', "30 December 2026"),
    ("until", datetime(2027, 1, 31), 'TEXT(EDATE({0},1),"d mmmm yyyy")', "28 February 2027"),
    ("13 months", datetime(2027, 1, 31), 'TEXT(EDATE({0},13),"d mmmm yyyy")', "29 February 2028"),
    ("day of the week", datetime(2026, 11, 20), 'TEXT({0},"dddd d mmmm yyyy")', "Friday 20 November 2026"),
    ("in figures", datetime(2026, 10, 30), 'TEXT({0},"d/m/yyyy")', "30/10/2026"),
    ("time", datetime(2026, 11, 10, 10, 30), 'TEXT({0},"h:mm")', "10:30"),
)

path = sys.argv[1]
book = openpyxl.Workbook()
book.active.title = "List"
for row, (_label, day, formula, _right) in enumerate(CASES, 1):
    book.active.cell(row=row, column=1, value=day)
    book.active.cell(row=row, column=2, value="=" + formula.format(f"A{row}"))
book.save(path)

first = {
    str(place).rpartition("!")[2]: found.value[0, 0]
    for place, found in formulas.ExcelModel().loads(path).finish().calculate().items()
    if ":" not in str(place)
}
second = ExcelCompiler(path)
for row, (label, day, _formula, right) in enumerate(CASES, 1):
    at = f"{day:%-d %B %Y}" + (f", {day:%H:%M}" if day.hour else "")
    print(f"{label}, {at}: {first[f'B{row}']} | {second.evaluate(f'List!B{row}')}; {right}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work/list.xlsx" 2> "$work/progress" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
until, 12 November 2026: 12 December 2026 | 12 December 2026; 12 December 2026
until, 30 November 2026: 3 December 2026 | 30 December 2026; 30 December 2026
until, 31 January 2027: 28 February 2027 | 3 March 2027; 28 February 2027
13 months, 31 January 2027: 29 February 2028 | 2 March 2028; 29 February 2028
day of the week, 20 November 2026: Friday 2 November 2026 | Friday 20 November 2026; Friday 20 November 2026
in figures, 30 October 2026: 3/1/2026 | 30/10/2026; 30/10/2026
time, 10 November 2026, 10:30: 1:30 | 10:30; 10:30
EXPECTED
echo "As described."
