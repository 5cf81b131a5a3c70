#!/usr/bin/env bash
# docx2python 3.7.1, docx-parser-converter 1.0.3, markitdown 0.1.9 (with mammoth 1.13.0), pandoc from pypandoc_binary
# 1.17, python-docx 1.2.0; seen on Python 3.11.7 on 29 November 2026.
#
# Word keeps the numbers of paragraphs as a rule, not as text. A letter has points 1, (a), (b), an unnumbered line
# between, point 2, and then, quoted from an earlier letter, a list told to begin at 5. The file says so in its
# numbering part (startOverride), and pandoc reads it so. The other three each give other numbers: a list that
# goes on after a line begins at 1 again, the fifth point is the first, and points (a) and (b) are 1 and 2 or lose
# their brackets.
#
# Seen (in the file: 1. (a) (b) 2. 5.):
#   pandoc: 1. (a) (b) 2. 5.
#   docx2python: 1) a) b) 2) 1)
#   docx-parser-converter: 1. (a) (b) 2. 1.
#   markitdown: 1. 1. 2. 1. 1.
#
# Why it matters: "see point 5 of my letter" leads nowhere in a text made this way for the journal, for a search or for
# a machine to check. Write numbers that are referred to as text, or take them from the numbering part.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-docx==1.2.0 docx2python==3.7.1 docx-parser-converter==1.0.3 mammoth==1.13.0 \
  "markitdown[docx]==0.1.9" pypandoc_binary==1.17
cat > "$work/try.py" <<'PY'
import re
import tempfile

import pypandoc
from docx import Document
from docx2python import docx2python
from docx.oxml import parse_xml
from docx_parser_converter import docx_to_text
from markitdown import MarkItDown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LIST = (
    f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    "</w:abstractNum>"
)
FROM_FIVE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
LETTER = (  # list, level, words
    (90, 0, "I missed the call."),
    (90, 1, "I was ill."),
    (90, 1, "I rang back."),
    (None, 0, "There is more."),
    (90, 0, "You knew."),
    (None, 0, "From my first letter:"),
    (91, 0, "I had no phone."),
)


def letter(path):
    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(LIST))
    for number, override in ((90, ""), (91, FROM_FIVE)):
        xml = f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="90"/>{override}</w:num>'
        numbering.append(parse_xml(xml))
    for number, level, words in LETTER:
        paragraph = document.add_paragraph(words)
        if number:
            xml = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(xml))
    document.save(path)


READERS = {
    "pandoc": lambda path: pypandoc.convert_file(path, "plain", format="docx"),
    "docx2python": lambda path: docx2python(path).text,
    "docx-parser-converter": docx_to_text,
    "markitdown": lambda path: MarkItDown().convert(path).text_content,
}
with tempfile.TemporaryDirectory() as folder:
    letter(f"{folder}/letter.docx")
    for reader, way in READERS.items():
        text = way(f"{folder}/letter.docx")
        numbers = [
            re.search(r"(\S*)\s*" + re.escape(words), text)[1] for number, _, words in LETTER if number
        ]
        print(f"{reader}: {' '.join(numbers)}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
pandoc: 1. (a) (b) 2. 5.
docx2python: 1) a) b) 2) 1)
docx-parser-converter: 1. (a) (b) 2. 1.
markitdown: 1. 1. 2. 1. 1.
EXPECTED
echo "As described."
