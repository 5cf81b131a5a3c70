#!/usr/bin/env bash
# docx-trackdiff 1.0.0, jubarte-redlines 0.14.0, python-redlines 2.0.0 with python-redlines-docxodus 2.0.0, files by
# python-docx 1.2.0; seen on Python 3.11.7 on 29 November 2026.
#
# Three ways to compare two Word letters into one with tracked changes, which somebody then goes through to see what
# the other side altered. Each pair of letters differs in one place. docxodus marks all. jubarte marks none of three
# answers that a form keeps outside its text: the choice of an old drop-down, an old tick box, a tick as a symbol of
# a font. docx-trackdiff misses those as well, and a number in the header, and that a word was struck out. In each case
# the new answer stands in the result without a mark.
#
# Seen (what differs: docx-trackdiff | jubarte | docxodus):
#   a number in the text: marked | marked | marked
#   a number in the header: not marked | marked | marked
#   an old drop-down, yes to no: not marked | not marked | marked
#   an old tick box, ticked: not marked | not marked | marked
#   a tick as a symbol, taken out: not marked | not marked | marked
#   a word struck out: not marked | marked | marked
#
# Why it matters: a person compares the claimant commitment they were sent with the one they agreed to, is shown no
# change, and signs that they were told. No issue about it was found. Compare what a form's fields hold, too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx-trackdiff==1.0.0 jubarte-redlines==0.14.0 python-redlines==2.0.0 python-redlines-docxodus==2.0.0 \
  python-docx==1.2.0 lxml==6.1.3
cat > "$work/try.py" <<'PY'
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from jubarte_redlines import compare_documents
from python_redlines import DocxodusEngine

FOLDER = Path(sys.argv[1])
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MARKS = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|rPrChange)\b")


def letter(xml, header="Claim 1"):
    document, result = Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = header
    paragraph = parse_xml(f"<w:p {W}>{run('I agreed: ')}{xml}</w:p>")
    document.element.body.insert(0, paragraph)
    document.save(result)
    return result.getvalue()


def run(text, style=""):
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(kind, data):
    """Return a form field as Word has kept it since 1997: the answer stands in the field's data alone."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {kind} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def drop_down(choice):
    entries = '<w:listEntry w:val="yes"/><w:listEntry w:val="no"/>'
    return letter(field("FORMDROPDOWN", f'<w:ddList><w:result w:val="{choice}"/>{entries}</w:ddList>'))


def tick_box(ticked):
    data = f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked w:val="{ticked}"/></w:checkBox>'
    return letter(field("FORMCHECKBOX", data))


def symbol(character):
    return letter(f'<w:r><w:sym w:font="Wingdings" w:char="{character}"/></w:r>')


def trackdiff(old, new):
    paths = [FOLDER / f"{name}.docx" for name in ("old", "new", "compared")]
    paths[0].write_bytes(old)
    paths[1].write_bytes(new)
    command = [Path(sys.executable).parent / "docx-trackdiff", *paths]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return paths[2].read_bytes()


def jubarte(old, new):
    return compare_documents(old, new, author="Reader")


def docxodus(old, new):
    return DocxodusEngine().run_redline("Reader", original=old, modified=new)[0]


def marked(file):
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        texts = [parts.read(name).decode() for name in parts.namelist() if re.match(r"word/\w+\.xml", name)]
    return "marked" if any(MARKS.search(text) for text in texts) else "not marked"


for name, old, new in (
    ("a number in the text", letter(run("35 hours")), letter(run("36 hours"))),
    ("a number in the header", letter(run("35 hours"), "Claim 1"), letter(run("35 hours"), "Claim 2")),
    ("an old drop-down, yes to no", drop_down(0), drop_down(1)),
    ("an old tick box, ticked", tick_box(0), tick_box(1)),
    ("a tick as a symbol, taken out", symbol("F0FE"), symbol("F0A8")),
    ("a word struck out", letter(run("not") + run(" now")), letter(run("not", "<w:strike/>") + run(" now"))),
):
    print(f"{name}: {' | '.join(marked(way(old, new)) for way in (trackdiff, jubarte, docxodus))}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
a number in the text: marked | marked | marked
a number in the header: not marked | marked | marked
an old drop-down, yes to no: not marked | not marked | marked
an old tick box, ticked: not marked | not marked | marked
a tick as a symbol, taken out: not marked | not marked | marked
a word struck out: not marked | marked | marked
EXPECTED
echo "As described."
