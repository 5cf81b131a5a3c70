#!/usr/bin/env bash
# pandas 3.1.1 (with odfpy 1.4.1) beside python-calamine 0.9.1, files by pyexcel-ods3 0.6.1 and odfpy; seen on Python
# 3.11.7 on 29 November 2026.
#
# A cell of an .ods that holds a truth value has it as an attribute of the cell; the text beside it is for show, and
# may be left out or be in the language of the person. pandas looks at the text alone: whatever is not TRUE in capitals
# is False. So every True that pyexcel-ods3 writes (it writes no text) is False for pandas, and so is one that shows
# PRAWDA, as LibreOffice writes it where the cell is in Polish. python-calamine reads the attribute.
#
# Seen (what the cell holds and shows: pandas | calamine):
#   true, by pyexcel-ods3: False | True
#   true, shown as TRUE: True | True
#   true, shown as PRAWDA: False | True
#   true, shown as WAHR: False | True
#
# Why it matters: a record of appointments with a column "attended" comes out as nobody having attended anything. No
# issue about it was found. Compare both readers, or read the attribute.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 pyexcel-ods3==0.6.1
cat > "$work/try.py" <<'PY'
import sys

import pandas
import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

folder = sys.argv[1]


def written(path):
    pyexcel_ods3.save_data(path, {"Sheet": [[True]]})


def shown(text):
    """Return what writes a file of one true cell with that text beside it."""

    def write(path):
        book, sheet, row = OpenDocumentSpreadsheet(), Table(name="Sheet"), TableRow()
        cell = TableCell(valuetype="boolean", booleanvalue="true")
        cell.addElement(P(text=text))
        row.addElement(cell)
        sheet.addElement(row)
        book.spreadsheet.addElement(sheet)
        book.save(path)

    return write


for name, write in (
    ("true, by pyexcel-ods3", written),
    ("true, shown as TRUE", shown("TRUE")),
    ("true, shown as PRAWDA", shown("PRAWDA")),
    ("true, shown as WAHR", shown("WAHR")),
):
    path = f"{folder}/record.ods"
    write(path)
    one = pandas.read_excel(path, engine="odf", header=None).iloc[0, 0]
    other = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0][0]
    print(f"{name}: {bool(one)} | {other}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
true, by pyexcel-ods3: False | True
true, shown as TRUE: True | True
true, shown as PRAWDA: False | True
true, shown as WAHR: False | True
EXPECTED
echo "As described."
