"""Nothing in a template can go missing or change unnoticed."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.examples import AS_AT
from tests.examples import letters as example_letters
from tests.letters.branches import FOLDER, samples, told
from tests.letters.ledger import ORDERS, ledgers
from tests.letters.mutation import empty_paragraphs, survivors
from tests.letters.samples import Sample
from tests.letters.sheets import sheets

from challenge_letters.letters.filling import fill
from challenge_letters.letters.reading import blocks
from challenge_letters.letters.sources import BODY

ALL = tuple(samples())
EVERY = pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)


def test_the_letters_say_what_they_said_when_they_were_last_read() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}

    now = ledgers([told(sample) for sample in ALL])

    # The lines first: an order that changes with them says nothing more.
    assert {name: text for name, text in now.items() if name != ORDERS} == {
        name: text for name, text in kept.items() if name != ORDERS
    }
    assert now[ORDERS] == kept[ORDERS]


@EVERY
def test_no_paragraph_is_empty(sample: Sample) -> None:
    with zipfile.ZipFile(io.BytesIO(fill(sample.letter, sample.case, on=sample.on))) as package:
        assert empty_paragraphs(package.read(BODY).decode()) == 0


@EVERY
def test_no_heading_stands_over_nothing(sample: Sample) -> None:
    body = [
        block for block in blocks(fill(sample.letter, sample.case, on=sample.on)) if block.kind != "footer"
    ]
    pairs = zip(body, [*body[1:], None], strict=True)

    assert [
        block.lines
        for block, after in pairs
        if block.kind == "heading"
        and (after is None or (after.kind == "heading" and after.level <= block.level))
    ] == []


def test_every_paragraph_and_every_condition_changes_some_letter() -> None:
    triples = [(sample.letter, sample.case, sample.on) for sample in ALL]
    triples += [(each.letter, each.case, AS_AT) for each in example_letters()]

    assert [f"{mutant.name}: {mutant.what}" for mutant in survivors(triples, sheets())] == []
