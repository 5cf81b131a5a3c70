"""“You must ring us” is no decision: the letter says that the request is made, and asks for a refusal in writing."""

from __future__ import annotations

import pytest
from tests.facts import MONDAY, case_of

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan

THEIR_WORDS = "You are out of time. You must ring us."


def _letter(nation: str, **facts: str) -> str:
    case = case_of({"kind": "no-answer", "sent_on": "2026-11-12", **facts}, nation=nation)
    letter = make_plan(case, on=MONDAY).letter("no-answer")
    assert letter
    return plain_text(fill(letter, case, on=MONDAY))


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_it_names_the_day_of_the_request_and_asks_for_the_refusal_in_writing(nation: str) -> None:
    told = _letter(nation, said_back=THEIR_WORDS)

    assert THEIR_WORDS in told
    assert "12 November 2026" in told
    assert "refusal in writing" in told
    assert "no answer" not in told.casefold()


def test_only_great_britain_has_the_case_on_a_refusal_as_late() -> None:
    assert "[2017] UKUT 324 (AAC)" in _letter("england", said_back=THEIR_WORDS)
    assert "UKUT" not in _letter("northern-ireland", said_back=THEIR_WORDS)
