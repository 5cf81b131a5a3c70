"""Nothing in a template can go missing or change unnoticed."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

from tests.letters.branches import FOLDER, filled, written
from tests.letters.ledger import changes, ledger
from tests.letters.mutation import empty_paragraphs

from challenge_letters.letters.document_text import blocks
from challenge_letters.letters.sources import BODY


def test_every_letter_says_what_it_said_when_it_was_last_read() -> None:
    kept = {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*.txt")
    }

    assert list(changes(kept, ledger(written()))) == []


def test_no_two_samples_have_the_same_name() -> None:
    assert [name for name, times in Counter(each.name for each in written()).items() if times > 1] == []


def test_no_paragraph_is_empty() -> None:
    assert [sample.name for sample, docx in filled() if empty_paragraphs(_body(docx))] == []


def _body(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(BODY).decode()


def test_no_heading_stands_over_nothing() -> None:
    found = {sample.name: headings_over_nothing(docx) for sample, docx in filled()}

    assert {name: headings for name, headings in found.items() if headings} == {}


def headings_over_nothing(docx: bytes) -> list[str]:
    """Return the headings of the Word file `docx` after which nothing comes, or a heading no lower."""
    body = [block for block in blocks(docx) if block.kind != "footer"]
    return [
        block.text
        for block, after in zip(body, [*body[1:], None], strict=True)
        if block.kind == "heading"
        and (after is None or (after.kind == "heading" and after.level <= block.level))
    ]
