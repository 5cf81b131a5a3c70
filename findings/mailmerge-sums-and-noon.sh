#!/usr/bin/env bash
# docx-mailmerge2 1.0.3 with python-docx 1.2.0 and lxml 6.1.3; seen on Python 3.11.7 on 29 November 2026.
#
# The package fills merge fields of a Word file and carries out their own number and date patterns. The pattern
# for pounds works on a float. A Decimal, the usual type for money, is printed bare: no pound sign, no comma, one
# digit of pence. A pattern with one part for sums above nothing and one for those below, as Word's own help has it,
# is printed with its second part as text. In a twelve-hour pattern noon is 0, where a clock and Word have 12. A
# day without any pattern is month first.
#
# Seen (what is merged: what the letter says):
#   pounds, float: £1,234.50
#   pounds, Decimal: 1234.5
#   pounds, one pattern for each sign: £1,234.50;-£#,##0.00
#   nine in the morning: 3 November 2026, 9:30 AM
#   half past noon: 3 November 2026, 0:30 PM
#   a day without a pattern: 11/03/26
#
# Why it matters: "your appointment is at 0:30 PM" sends somebody to the office at the wrong time, and 1234.5 in a
# letter about an overpayment is read as anything. Write out sums and times before they are merged.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx-mailmerge2==1.0.3 python-docx==1.2.0 lxml==6.1.3
cat > "$work/try.py" <<'PY'
import io
from datetime import date, datetime
from decimal import Decimal

from docx import Document
from docx.oxml import parse_xml
from mailmerge import MailMerge

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def letter(instruction):
    """Return a Word file of one paragraph that holds one merge field."""
    escaped = instruction.replace('"', "&quot;")
    document, result = Document(), io.BytesIO()
    paragraph = parse_xml(
        f'<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«x»</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    document.element.body.insert(0, paragraph)
    document.save(result)
    result.seek(0)
    return result


def merged(instruction, value):
    result = io.BytesIO()
    with MailMerge(letter(instruction)) as mail:
        mail.merge(x=value)
        mail.write(result)
    return Document(result).paragraphs[0].text


POUNDS = r'MERGEFIELD x \# "£#,##0.00"'
SIGNED = r'MERGEFIELD x \# "£#,##0.00;-£#,##0.00"'
CLOCK = r'MERGEFIELD x \@ "d MMMM yyyy, h:mm am/pm"'
for name, instruction, value in (
    ("pounds, float", POUNDS, 1234.5),
    ("pounds, Decimal", POUNDS, Decimal("1234.5")),
    ("pounds, one pattern for each sign", SIGNED, 1234.5),
    ("nine in the morning", CLOCK, datetime(2026, 11, 3, 9, 30)),
    ("half past noon", CLOCK, datetime(2026, 11, 3, 12, 30)),
    ("a day without a pattern", "MERGEFIELD x", date(2026, 11, 3)),
):
    print(f"{name}: {merged(instruction, value)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
pounds, float: £1,234.50
pounds, Decimal: 1234.5
pounds, one pattern for each sign: £1,234.50;-£#,##0.00
nine in the morning: 3 November 2026, 9:30 AM
half past noon: 3 November 2026, 0:30 PM
a day without a pattern: 11/03/26
EXPECTED
echo "As described."
