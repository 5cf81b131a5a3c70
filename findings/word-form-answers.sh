#!/usr/bin/env bash
# python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0, markitdown 0.1.9, pandoc from pypandoc_binary
# 1.17; seen on Python 3.11.7 on 29 November 2026.
#
# Six ways to get the text out of a Word letter or form, on five things that offices' forms hold. The choice in an
# old drop-down field is kept in the field's data; Word shows it, five of the six give nothing in its place. What a
# merge left in a simple field is lost by four. python-docx gives nothing for a content control or for words moved
# with tracking; docx2txt and docx2python give moved words in both places. A hyphen that keeps "14-day" on one line is
# dropped by two of them. None of the six reads all five.
#
# Seen (python-docx | docx2txt | docx2python | mammoth | markitdown | pandoc; a person sees York, or 14-day):
#   drop-down set to York: nothing | nothing | York | nothing | nothing | nothing
#   newer drop-down: nothing | York | York | York | York | York
#   simple merge field: nothing | York | York | nothing | nothing | nothing
#   tracked move: nothing | LeedsYork | LeedsYork | York | York | York
#   hyphen that does not break: 14-day | 14day | 14day | 14-day | 14-day | 14-day
#
# Why it matters: a checker or a search that reads letters this way passes a form whose answer it never saw. Compare
# the text with what the letter was to say, or refuse the elements a reader does not know.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 "markitdown[docx]==0.1.9" \
  pypandoc_binary==1.17
cat > "$work/try.py" <<'PY'
import io
import tempfile
from pathlib import Path

import docx2txt
import mammoth
import pypandoc
from docx import Document
from docx2python import docx2python
from docx.oxml import parse_xml
from markitdown import MarkItDown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def old_field(kind, data):
    """Return a form field as Word has kept it since 1997: the choice stands in the field's data alone."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {kind} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


MARK = 'w:author="Editor" w:date="2026-11-28T10:00:00Z"'
PLACES = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Leeds"/><w:listEntry w:val="York"/></w:ddList>'
CASES = {
    "drop-down set to York": old_field("FORMDROPDOWN", PLACES),
    "newer drop-down": "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr>"
    f"<w:sdtContent>{run('York')}</w:sdtContent></w:sdt>",
    "simple merge field": f'<w:fldSimple w:instr=" MERGEFIELD Town ">{run("York")}</w:fldSimple>',
    "tracked move": f'<w:moveFrom w:id="1" {MARK}>{run("Leeds")}</w:moveFrom>'
    f'<w:moveTo w:id="2" {MARK}>{run("York")}</w:moveTo>',
    "hyphen that does not break": "<w:r><w:t>14</w:t><w:noBreakHyphen/><w:t>day</w:t></w:r>",
}


READERS = {
    "python-docx": lambda path: "\n".join(each.text for each in Document(path).paragraphs),
    "docx2txt": docx2txt.process,
    "docx2python": lambda path: docx2python(path).text,
    "mammoth": lambda path: mammoth.extract_raw_text(io.BytesIO(Path(path).read_bytes())).value,
    "markitdown": lambda path: MarkItDown().convert(path).text_content,
    "pandoc": lambda path: pypandoc.convert_file(path, "plain", format="docx"),
}


def within(text):
    """Return what a reader found between the brackets, with every hyphen written in the same way."""
    return text.replace("\u2011", "-").split("(")[1].split(")")[0].strip()


with tempfile.TemporaryDirectory() as folder:
    for name, xml in CASES.items():
        document, path = Document(), f"{folder}/form.docx"
        document.element.body.insert(0, parse_xml(f"<w:p {W}>{run('(')}{xml}{run(')')}</w:p>"))
        document.save(path)
        read = [within(way(path)) or "nothing" for way in READERS.values()]
        print(f"{name}: {' | '.join(read)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
drop-down set to York: nothing | nothing | York | nothing | nothing | nothing
newer drop-down: nothing | York | York | York | York | York
simple merge field: nothing | York | York | nothing | nothing | nothing
tracked move: nothing | LeedsYork | LeedsYork | York | York | York
hyphen that does not break: 14-day | 14day | 14day | 14-day | 14-day | 14-day
EXPECTED
echo "As described."
