#!/usr/bin/env bash
# odfpy 1.4.1, odfdo 3.27.3, docx2txt2 1.0.4, pyxtxt 0.3.10, firecrawl-anydoc 0.2.4, pandoc from pypandoc_binary 1.17;
# seen on Python 3.11.7 on 30 November 2026.
#
# Six ways to get the text out of an .odt letter that somebody went through before it was sent: with change tracking on
# they struck out a sentence, and they wrote a comment at the margin. LibreOffice keeps the words that were struck out
# at the head of the text, as a paragraph of their own, and the comment within the paragraph. Four of the six read both
# as part of the letter: it begins with the sentence that was taken out. One leaves that out and keeps the comment,
# with its author, as the letter's words. docx2txt2 and odfpy put the name of whoever struck it out in front. pandoc
# reads what a person would sign, and odfdo does as Markdown, not by its paragraphs. (Of a comment in a cell of a
# table odfpy's issue 146, open, says so; about words struck out no issue was found.)
#
# Seen (each paragraph of the text; the letter says: I came on time. / I have a note.):
#   odfpy: Ann2026-11-03T10:00:00I forgot.I came on time. Ann2026-11-03T11:00:00Really?I have a note.
#   odfdo, paragraphs: I forgot. / I came on time. / Really? Ann 2026-11-03 11:00:00I have a note. / Really?
#   odfdo, Markdown: I came on time. / I have a note.
#   docx2txt2: Ann 2026-11-03T10:00:00 I forgot. I came on time. Ann 2026-11-03T11:00:00 Really? I have a note.
#   pyxtxt: I forgot. / I came on time. / Ann2026-11-03T11:00:00Really?I have a note.
#   anydoc: I came on time. / Ann2026-11-03T11:00:00Really?I have a note.
#   pandoc: I came on time. / I have a note.
#
# Why it matters: what somebody decided not to say goes to the office, to a search or to a machine that checks the
# letter, with a friend's doubt beside it. Take out the elements tracked-changes and annotation before reading.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  odfpy==1.4.1 odfdo==3.27.3 docx2txt2==1.0.4 pyxtxt==0.3.10 firecrawl-anydoc==0.2.4 pypandoc_binary==1.17
cat > "$work/try.py" <<'PY'
import sys
import zipfile

import anydoc
import odfdo
import pypandoc
from docx2txt2 import extract_text
from odf import teletype
from odf.opendocument import OpenDocumentText, load
from odf.text import P
from pyxtxt import xtxt

# As LibreOffice writes them.
WHO = "<dc:creator>Ann</dc:creator><dc:date>2026-11-03T{}:00:00</dc:date>"
STRUCK_OUT = (
    '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info>'
    f"{WHO.format(10)}</office:change-info><text:p>I forgot.</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)
COMMENT = f"<office:annotation>{WHO.format(11)}<text:p>Really?</text:p></office:annotation>"
LETTER = (
    f'{STRUCK_OUT}<text:p>I came on time. <text:change text:change-id="c1"/></text:p>'
    f"<text:p>{COMMENT}I have a note.</text:p>"
)


def write(path):
    """Write the letter: an empty document of odfpy's with the content put in."""
    plain = f"{path}-plain.odt"
    document = OpenDocumentText()
    document.text.addElement(P(text="here"))
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "content.xml":
                text = content.decode().replace("<text:p>here</text:p>", LETTER)
                purl = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
                content = text.replace("<office:document-content ", f"<office:document-content {purl} ", 1).encode()
            new.writestr(item, content)


def shown(text):
    return " / ".join(line.strip() for line in text.split("\n") if line.strip())


def by_paragraph(path):
    paragraphs = odfdo.Document(path).body.paragraphs
    return " / ".join(" ".join(str(paragraph).split()) for paragraph in paragraphs)


path = sys.argv[1]
write(path)
for name, text in (
    ("odfpy", teletype.extractText(load(path).text)),
    ("odfdo, paragraphs", by_paragraph(path)),
    ("odfdo, Markdown", odfdo.Document(path).to_markdown()),
    ("docx2txt2", extract_text(path)),
    ("pyxtxt", xtxt(path)),
    ("anydoc", anydoc.to_markdown(path)),
    ("pandoc", pypandoc.convert_file(path, "plain")),
):
    print(f"{name}: {shown(text)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" "$work/letter.odt" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
odfpy: Ann2026-11-03T10:00:00I forgot.I came on time. Ann2026-11-03T11:00:00Really?I have a note.
odfdo, paragraphs: I forgot. / I came on time. / Really? Ann 2026-11-03 11:00:00I have a note. / Really?
odfdo, Markdown: I came on time. / I have a note.
docx2txt2: Ann 2026-11-03T10:00:00 I forgot. I came on time. Ann 2026-11-03T11:00:00 Really? I have a note.
pyxtxt: I forgot. / I came on time. / Ann2026-11-03T11:00:00Really?I have a note.
anydoc: I came on time. / Ann2026-11-03T11:00:00Really?I have a note.
pandoc: I came on time. / I have a note.
EXPECTED
echo "As described."
