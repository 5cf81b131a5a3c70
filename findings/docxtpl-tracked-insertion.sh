#!/usr/bin/env bash
# docxtpl 0.20.2 with python-docx 1.2.0, lxml 6.1.3, Jinja2 3.1.6; seen on Python 3.11.7 on 28 November 2026.
#
# A word processor records an edit as a tracked insertion (w:ins round the new run). When somebody completes a
# tag with change tracking on, "{{ na" is old text and "me }}" stands inside w:ins. docxtpl joins the pieces of
# the tag by taking out the XML between them, which leaves a closing tag without its opening one. It then reads
# the result with a parser that repairs what it can: no exception, and the rest of the document is gone.
#
# Seen (one line a template: how the tag was edited, then the paragraphs of the rendered document):
#   no tracking:            ['Dear Ann, thank you.', 'Your appointment is on Monday.']
#   insertion in the midst: ['Dear Ann, thank you.', 'Your appointment is on Monday.']
#   insertion at the end:   ['Dear Ann']
#
# Why it matters: a letter that ends after its salutation can be posted. Check templates for tracked changes, and
# parse the joined XML strictly, before rendering.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0 lxml==6.1.3 Jinja2==3.1.6
cat > "$work/try.py" <<'PY'
import io
import re
import zipfile

from docx import Document
from docxtpl import DocxTemplate

BODY = "word/document.xml"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(runs):
    return f'<w:ins w:id="1" w:author="Editor" w:date="2026-11-28T10:00:00Z">{runs}</w:ins>'


def template(first_paragraph):
    """Return a Word file of two paragraphs, the first of them made of the runs given."""
    plain, edited = io.BytesIO(), io.BytesIO()
    document = Document()
    document.add_paragraph("MARK")
    document.add_paragraph("Your appointment is on Monday.")
    document.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(edited, "w") as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == BODY:
                data = data.replace(b"<w:r><w:t>MARK</w:t></w:r>", first_paragraph.encode())
            target.writestr(member, data)
    return edited


def rendered(first_paragraph):
    """Return the text of each paragraph, whether or not a run of it is a tracked insertion."""
    result = io.BytesIO()
    document = DocxTemplate(template(first_paragraph))
    document.render({"name": "Ann"})
    document.save(result)
    xml = zipfile.ZipFile(result).read(BODY).decode()
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)<", one)) for one in re.findall(r"<w:p[ >].*?</w:p>", xml)]


print("no tracking:           ", rendered(run("Dear {{ name }}, thank you.")))
print("insertion in the midst:", rendered(run("Dear {{ n") + inserted(run("am")) + run("e }}, thank you.")))
print("insertion at the end:  ", rendered(run("Dear {{ na") + inserted(run("me }}")) + run(", thank you.")))
PY
"$work/venv/bin/python" "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
no tracking:            ['Dear Ann, thank you.', 'Your appointment is on Monday.']
insertion in the midst: ['Dear Ann, thank you.', 'Your appointment is on Monday.']
insertion at the end:   ['Dear Ann']
EXPECTED
echo "As described."
