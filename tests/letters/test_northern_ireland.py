"""The letters of Northern Ireland are its own: no office, law or way to go of Great Britain stands in one."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
import yaml
from tests.argument.rows import FILE as ROWS
from tests.examples import letters
from tests.great_britain import words_of_great_britain
from tests.letters.branches import samples
from tests.letters.goldens import text_of as golden_text
from tests.letters.samples import Sample

from challenge_letters.law.authorities import instruments, register
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sources import BODY, template_files, tidied
from challenge_letters.letters.wordings import wordings

THERE = tuple(sample for sample in samples() if sample.case.nation == NORTHERN_IRELAND)
ITS_LAW = {each.instrument for each in register().values() if NORTHERN_IRELAND in each.nations}
OF_OTHERS = [each.name for key, each in instruments().items() if key not in ITS_LAW]


@pytest.mark.parametrize("sample", THERE, ids=lambda sample: sample.name)
def test_a_letter_names_nothing_of_great_britain(sample: Sample) -> None:
    text = plain_text(fill(sample.letter, sample.case, on=sample.on))

    own_words = sample.case.model_dump_json()
    assert [word for word in words_of_great_britain(text) if word not in own_words] == []
    assert [name for name in OF_OTHERS if name in text] == []


@pytest.mark.parametrize("is_own", [True, False])
def test_no_row_of_its_letters_names_anything_of_great_britain(is_own: bool) -> None:
    """Also where no letter of the tests comes to the row: a page about evidence once named a jobcentre."""
    record = yaml.safe_load(ROWS.read_text(encoding="utf-8"))
    there = [name for name, row in record.items() if any(NORTHERN_IRELAND in each for each in row["letters"])]
    cells = {name: wordings()[name].cell(is_own=is_own, nation=NORTHERN_IRELAND) for name in there}

    assert len(cells) > 500
    assert {name: found for name, cell in cells.items() if (found := words_of_great_britain(cell))} == {}


def test_the_examples_name_nothing_of_great_britain() -> None:
    there = [each for each in letters() if each.case.nation == NORTHERN_IRELAND]

    assert len({each.letter.kind for each in there}) >= 7
    assert [words_of_great_britain(golden_text(each)) for each in there] == [[] for _ in there]


def test_no_sentence_of_great_britain_stands_there_with_a_word_changed() -> None:
    """What names a law or an office of Great Britain is a part or a phrase that is never included there."""
    own = {name for name in template_files() if name.startswith(NORTHERN_IRELAND)}
    shared = {PurePosixPath(name).relative_to(NORTHERN_IRELAND).with_suffix("").as_posix() for name in own}

    used = {name for letter in own for name in re.findall(r'include "([^"]+)\.docx"', _source(letter))}

    assert used & shared == set()


def _source(name: str) -> str:
    return tidied(name, BODY)
