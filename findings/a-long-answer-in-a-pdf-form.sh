#!/usr/bin/env bash
# pypdf 7.1.1, PyPDFForm 3.8.2, PyMuPDF 2.0, form by reportlab 5.1.0, read by pypdfium2 5.15.2; seen on Python 3.11.7 on
# 29 November 2026.
#
# Three ways to fill in the box "why do you disagree?" of a PDF form, a field of several lines, and to make the answer
# part of the page. pypdf writes the answer into one line, and what runs past the edge of the box is not on the paper
# (an issue of 2024 about it, 2869, is closed). Asked for the text of the page, pypdf gives the whole answer, so a test
# that reads the file back sees nothing. The other two break the lines. Of an answer that is too long for the box at
# the form's own size of letters both draw what has room. No way says anything.
#
# Seen (words of the answer within the box as it is drawn, a short and a long answer):
#   pypdf: 13 of 47, 13 of 188
#   PyPDFForm: 47 of 47, 102 of 188
#   PyMuPDF: 47 of 47, 102 of 188
#   the text of the page of pypdf, read by pypdf: 47 of 47, 188 of 188
#
# Why it matters: the tribunal reads what is on the paper. Count the words in the box as it is drawn, or put the
# grounds on a sheet of their own and say so in the box.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypdf==7.1.1 PyPDFForm==3.8.2 pymupdf==2.0 reportlab==5.1.0 pypdfium2==5.15.2
cat > "$work/try.py" <<'PY'
import io

import pymupdf
import pypdfium2
from pypdf import PdfReader, PdfWriter
from PyPDFForm import PdfWrapper
from reportlab.pdfgen.canvas import Canvas

LEFT, BOTTOM, WIDTH, HEIGHT = 20, 150, 260, 120
SHORT = (
    "I was on the bus at 9:10. It stood in the snow for an hour, and I rang the number on the letter at 9:40 "
    "to say so. Nobody took the call, so I left a message and came to the office as soon as I could."
)


def form():
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 300))
    canvas.acroForm.textfield(
        name="why", x=LEFT, y=BOTTOM, width=WIDTH, height=HEIGHT, fieldFlags="multiline", maxlen=10000
    )
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pypdf(answer):
    writer, file = PdfWriter(clone_from=io.BytesIO(form())), io.BytesIO()
    writer.update_page_form_field_values(writer.pages[0], {"why": answer}, flatten=True)
    writer.remove_annotations(subtypes="/Widget")
    writer.write(file)
    return file.getvalue()


def pypdfform(answer):
    return PdfWrapper(form()).fill({"why": answer}, flatten=True).read()


def mupdf(answer):
    document = pymupdf.open(stream=form())
    for widget in document[0].widgets():
        widget.field_value = answer
        widget.update()
    return document.tobytes()


def drawn(file):
    """Return how many words of the page stand within the box as it is drawn."""
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    document[0].flatten()
    text = document[0].get_textpage().get_text_bounded(LEFT, BOTTOM, LEFT + WIDTH, BOTTOM + HEIGHT)
    return len(text.split())


def told(file):
    return len(PdfReader(io.BytesIO(file)).pages[0].extract_text().split())


for name, way, count in (
    ("pypdf", pypdf, drawn),
    ("PyPDFForm", pypdfform, drawn),
    ("PyMuPDF", mupdf, drawn),
    ("the text of the page of pypdf, read by pypdf", pypdf, told),
):
    answers = SHORT, " ".join([SHORT] * 4)
    print(f"{name}: {', '.join(f'{count(way(answer))} of {len(answer.split())}' for answer in answers)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
pypdf: 13 of 47, 13 of 188
PyPDFForm: 47 of 47, 102 of 188
PyMuPDF: 47 of 47, 102 of 188
the text of the page of pypdf, read by pypdf: 47 of 47, 188 of 188
EXPECTED
echo "As described."
