#!/usr/bin/env bash
# python-calamine 0.9.1 and pyexcel-ods3 0.6.1, files by openpyxl 3.1.5 and odfpy 1.4.1; seen on Python 3.11.7 on 29
# November 2026.
#
# A column of hours (worked, cared, spent on looking for work) as a spreadsheet shows it with the form [h]:mm: 9:30,
# 24:00, 35:30. From an .xlsx python-calamine gives a length of time for each. From the same column in an .ods it
# gives a time of day up to 23:59, and from 24 hours on the bare text of the file. So a column changes its type in the
# middle, at the value that matters most. pyexcel-ods3 gives a time of day below 24 hours too, and a length above.
#
# Seen (what the cell shows: .xlsx by calamine | .ods by calamine | .ods by pyexcel-ods3):
#   9:30: timedelta 9:30:00 | time 09:30:00 | time 09:30:00
#   24:00: timedelta 1 day, 0:00:00 | str PT24H00M00S | timedelta 1 day, 0:00:00
#   35:30: timedelta 1 day, 11:30:00 | str PT35H30M00S | timedelta 1 day, 11:30:00
#
# Why it matters: a sum of the hours of a week, or a test for 35 of them, leaves out the very weeks that reach it, or
# takes 9:30 for half past nine in the morning. Ask what kind each cell is, and read the text as a length.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-calamine==0.9.1 pyexcel-ods3==0.6.1 openpyxl==3.1.5 odfpy==1.4.1
cat > "$work/try.py" <<'PY'
import sys
from datetime import timedelta
from pathlib import Path

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from pyexcel_ods3 import get_data
from python_calamine import CalamineWorkbook

LENGTHS = (timedelta(hours=9, minutes=30), timedelta(hours=24), timedelta(hours=35, minutes=30))


def parts(length):
    return divmod(int(length.total_seconds()) // 60, 60)


def shown(length):
    hours, minutes = parts(length)
    return f"{hours}:{minutes:02}"


def workbook(path):
    book = openpyxl.Workbook()
    for row, length in enumerate(LENGTHS, 1):
        book.active.cell(row=row, column=1, value=length).number_format = "[h]:mm"
    book.save(path)


def open_document(path):
    document, table = OpenDocumentSpreadsheet(), Table(name="Hours")
    document.spreadsheet.addElement(table)
    for length in LENGTHS:
        hours, minutes = parts(length)
        # As LibreOffice saves it.
        cell, line = TableCell(valuetype="time", timevalue=f"PT{hours:02}H{minutes:02}M00S"), TableRow()
        cell.addElement(P(text=shown(length)))
        line.addElement(cell)
        table.addElement(line)
    document.save(path)


def calamine(path):
    return [row[0] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() if row]


folder = Path(sys.argv[1])
workbook(folder / "hours.xlsx")
open_document(folder / "hours.ods")
of_ods3 = [row[0] for row in get_data(str(folder / "hours.ods"))["Hours"] if row]
columns = calamine(folder / "hours.xlsx"), calamine(folder / "hours.ods"), of_ods3
for length, *found in zip(LENGTHS, *columns, strict=True):
    print(f"{shown(length)}: " + " | ".join(f"{type(each).__name__} {each}" for each in found))
PY
"$work/venv/bin/python" "$work/try.py" "$work" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
9:30: timedelta 9:30:00 | time 09:30:00 | time 09:30:00
24:00: timedelta 1 day, 0:00:00 | str PT24H00M00S | timedelta 1 day, 0:00:00
35:30: timedelta 1 day, 11:30:00 | str PT35H30M00S | timedelta 1 day, 11:30:00
EXPECTED
echo "As described."
