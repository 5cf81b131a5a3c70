"""Nothing in a template can go missing or change unnoticed."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

from tests.examples import AS_AT
from tests.examples import letters as example_letters
from tests.letters.branches import FOLDER, filled, samples, written
from tests.letters.ledger import changes, ledger
from tests.letters.mutation import empty_paragraphs, survivors
from tests.letters.sheets import sheets

from challenge_letters.letters.reading import blocks
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


def test_every_paragraph_and_every_condition_changes_some_letter() -> None:
    triples = [(sample.letter, sample.case, sample.on) for sample in samples()]
    triples += [(each.letter, each.case, AS_AT) for each in example_letters()]

    assert [f"{mutant.name}: {mutant.what}" for mutant in survivors(triples, sheets())] == []
