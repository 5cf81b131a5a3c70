"""Every paragraph and every condition of a template changes some letter: the letters of the tests go everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.examples import AS_AT
from tests.examples import letters as example_letters
from tests.letters.branches import samples
from tests.letters.mutation import Bench, Mutant, mutants, sources, text_of
from tests.letters.sheets import sheets

from challenge_letters.letters.context import letter_context
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import filled_text
from challenge_letters.letters.sources import source


@cache
def bench() -> Bench:
    triples = [(sample.letter, sample.case, sample.on) for sample in samples()]
    triples += [(each.letter, each.case, AS_AT) for each in example_letters()]
    return Bench(triples, sheets())


@pytest.mark.parametrize("name", sources())
def test_every_paragraph_and_every_condition_changes_some_letter(name: str) -> None:
    assert [str(mutant) for mutant in bench().survivors(name)] == []


FEW = [
    (each.letter, each.case, each.on)
    for each in samples()
    if each.name in ("complaint-data", "complaint-not-safe")
]
FILE = "complaint.docx"
WITH_A_BRANCH_NOBODY_TAKES = ("parts/sender.docx", "parts/references.docx")


def survives(mutant: Mutant) -> bool:
    """Whether no letter changes with `mutant` put into the source itself, and everything compiled anew."""
    try:
        return _before() == _texts(lambda name: mutant.source if name == mutant.name else source(name))
    except LettersError:
        return False


@cache
def _before() -> list[str]:
    return _texts(source)


def _texts(load: Callable[[str], str]) -> list[str]:
    engine = make_environment(load)
    contexts = [letter_context(letter, case, on=on) for letter, case, on in FEW]
    return [text_of(FILE, filled_text(engine, FILE, context)) for context in contexts]


@pytest.mark.parametrize("name", WITH_A_BRANCH_NOBODY_TAKES)
def test_what_no_letter_comes_to_is_found_as_if_each_change_were_made_by_itself(name: str) -> None:
    found = Bench(FEW).survivors(name)

    assert found == [mutant for mutant in mutants(name) if survives(mutant)]
    assert found
