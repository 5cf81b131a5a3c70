#!/usr/bin/env bash
# docxcompose 2.2.0 and docx-mailmerge2 1.0.3 with python-docx 1.2.0; seen on Python 3.11.7 on 29 November 2026.
#
# Two ways to put the letters of a morning into one file to print. Each letter has its person's name in the header of
# its pages. docxcompose keeps the first letter's header and drops all others, so everybody's pages have the first
# person's name (asked about in its issues 56 and 67, and meant so). docx-mailmerge2 with page breaks fills the one
# header once for each person, and the last one stays; an issue about this was not found. Neither says anything. With
# sections between the letters docx-mailmerge2 gives each their own. docxcompose starts no new page, either.
#
# Seen (bodies, then the header of each section):
#   docxcompose: Ann, Bob, Cy | Ann | new pages: 0
#   docx-mailmerge2, page breaks: Ann, Bob, Cy | Cy | new pages: 2
#   docx-mailmerge2, sections: Ann, Bob, Cy | Ann, Bob, Cy | new pages: 2
#
# Why it matters: where name and National Insurance number stand at the head of each page, two people's letters leave
# with the number of a third. That is a breach of their data, and the office files the letter under the wrong person.
# Keep one file for one person, or give each letter a section and read the headers of the file back.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  docxcompose==2.2.0 docx-mailmerge2==1.0.3 python-docx==1.2.0 lxml==6.1.3 "setuptools==79.0.1"
cat > "$work/try.py" <<'PY'
import io

from docx import Document
from docx.oxml import parse_xml
from docxcompose.composer import Composer
from mailmerge import MailMerge

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PEOPLE = ("Ann", "Bob", "Cy")


def letter(name):
    """Return a letter of one paragraph, with the person's name in it and in the header of its pages."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = name
    document.add_paragraph(name)
    return document


def field():
    run = "<w:r><w:t>x</w:t></w:r>"
    return parse_xml(f'<w:p {W}><w:fldSimple w:instr=" MERGEFIELD name ">{run}</w:fldSimple></w:p>')


def template():
    document, result = Document(), io.BytesIO()
    header = document.sections[0].header
    header.is_linked_to_previous = False
    header._element.insert(0, field())
    document.element.body.insert(0, field())
    document.save(result)
    result.seek(0)
    return result


def composed():
    book, result = Composer(letter(PEOPLE[0])), io.BytesIO()
    for name in PEOPLE[1:]:
        book.append(letter(name))
    book.save(result)
    return result


def merged(separator):
    result = io.BytesIO()
    with MailMerge(template()) as mail:
        mail.merge_templates([{"name": name} for name in PEOPLE], separator=separator)
        mail.write(result)
    return result


for way, file in (
    ("docxcompose", composed()),
    ("docx-mailmerge2, page breaks", merged("page_break")),
    ("docx-mailmerge2, sections", merged("nextPage_section")),
):
    document = Document(file)
    bodies = [each.text.strip() for each in document.paragraphs if each.text.strip()]
    headers = [section.header.paragraphs[0].text for section in document.sections]
    breaks = len(document.element.body.xpath(".//w:br[@w:type='page']")) + len(headers) - 1
    print(f"{way}: {', '.join(bodies)} | {', '.join(headers)} | new pages: {breaks}")
PY
"$work/venv/bin/python" -W ignore "$work/try.py" | tee "$work/seen"
diff "$work/seen" - <<'EXPECTED'
docxcompose: Ann, Bob, Cy | Ann | new pages: 0
docx-mailmerge2, page breaks: Ann, Bob, Cy | Cy | new pages: 2
docx-mailmerge2, sections: Ann, Bob, Cy | Ann, Bob, Cy | new pages: 2
EXPECTED
echo "As described."
