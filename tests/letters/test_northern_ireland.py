"""The letters of Northern Ireland are its own: no office, law or way to go of Great Britain stands in one."""

from __future__ import annotations

import re

import pytest
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

THERE = tuple(sample for sample in samples() if sample.case.nation == NORTHERN_IRELAND)
ITS_LAW = {each.instrument for each in register().values() if NORTHERN_IRELAND in each.nations}
OF_OTHERS = [each.name for key, each in instruments().items() if key not in ITS_LAW]


@pytest.mark.parametrize("sample", THERE, ids=lambda sample: sample.name)
def test_a_letter_names_nothing_of_great_britain(sample: Sample) -> None:
    text = plain_text(fill(sample.letter, sample.case, on=sample.on))

    own_words = sample.case.model_dump_json()
    assert [word for word in words_of_great_britain(text) if word not in own_words] == []
    assert [name for name in OF_OTHERS if name in text] == []


def test_the_examples_name_nothing_of_great_britain() -> None:
    there = [each for each in letters() if each.case.nation == NORTHERN_IRELAND]

    assert len({each.letter.kind for each in there}) >= 7
    assert [words_of_great_britain(golden_text(each)) for each in there] == [[] for _ in there]


def test_no_sentence_of_great_britain_stands_there_with_a_word_changed() -> None:
    """What names a law or an office of Great Britain is a part or a phrase that is never included there."""
    own = {name for name in template_files() if name.startswith(NORTHERN_IRELAND)}
    shared = {"parts/grounds", "parts/lateness", "parts/level", "parts/request"}

    used = {name for letter in own for name in re.findall(r'include "([^"]+)\.docx"', _source(letter))}

    assert used & shared == set()


def _source(name: str) -> str:
    return tidied(name, BODY)
