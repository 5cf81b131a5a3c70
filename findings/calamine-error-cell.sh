#!/usr/bin/env bash
# python-calamine 0.9.1 beside openpyxl 3.1.5; seen on Python 3.11.7 on 28 November 2026.
#
# A cell that holds an error value (a look-up that found nothing shows #N/A, a deleted column leaves #REF!) comes
# out of python-calamine as an empty text, the same as a cell that nobody filled in. openpyxl gives the error's
# name. A negative number in a cell formatted as a day (what is left of a subtraction of days) comes out as
# midnight, where openpyxl gives a day of 1899.
#
# Seen (what the cell holds, openpyxl, python-calamine):
#   #N/A: '#N/A' | ''
#   #REF!: '#REF!' | ''
#   nothing: None | ''
#   -1 as a day: datetime.datetime(1899, 12, 29, 0, 0) | datetime.time(0, 0)
#
# Why it matters: somebody's record of looking for work would lose an entry without a word. Where a broken cell must
# be refused by row and column, the quick reader cannot see it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
cat > "$work/try.py" <<'PY'
import sys

import openpyxl
from python_calamine import CalamineWorkbook

path = sys.argv[1]
book = openpyxl.Workbook()
sheet = book.active
for row, value in enumerate(("#N/A", "#REF!", None, -1), 1):
    sheet.cell(row, 1, "kept")  # so that no row is left out for being empty
    sheet.cell(row, 2, value)
sheet.cell(4, 2).number_format = "dd/mm/yyyy"
book.save(path)

names = ("#N/A", "#REF!", "nothing", "-1 as a day")
careful = [row[1].value for row in openpyxl.load_workbook(path, data_only=True).active.iter_rows()]
quick = [row[1] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
for name, one, other in zip(names, careful, quick, strict=True):
    print(f"{name}: {one!r} | {other!r}")
PY
"$work/venv/bin/python" "$work/try.py" "$work/book.xlsx" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
#N/A: '#N/A' | ''
#REF!: '#REF!' | ''
nothing: None | ''
-1 as a day: datetime.datetime(1899, 12, 29, 0, 0) | datetime.time(0, 0)
EXPECTED
echo "As described."
