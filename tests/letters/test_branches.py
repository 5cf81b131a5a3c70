"""Nothing in a template can go missing or change unnoticed."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.examples import AS_AT
from tests.examples import letters as example_letters
from tests.letters.branches import FOLDER, path_of, samples, text_of
from tests.letters.mutation import empty_paragraphs, survivors
from tests.letters.samples import Sample
from tests.letters.sheets import sheets

from challenge_letters.letters.filling import fill
from challenge_letters.letters.reading import blocks
from challenge_letters.letters.sources import BODY

ALL = tuple(samples())
EVERY = pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)


@EVERY
def test_the_letter_says_what_it_said_when_it_was_last_read(sample: Sample) -> None:
    assert text_of(sample) == path_of(sample).read_text(encoding="utf-8")


def test_there_is_no_text_without_a_letter() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {path_of(sample).name for sample in ALL}


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
