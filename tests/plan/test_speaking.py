"""To an adviser the advice speaks of the client; to nobody does it speak as a programmer would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import examples

import challenge_letters.law
import challenge_letters.plan
from challenge_letters.case.case import Case
from challenge_letters.case.people import Writer
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sheet import sheet_of
from challenge_letters.plan.speaking import for_an_adviser
from challenge_letters.plan.texts import plan_texts

ADVISER = Writer(kind="adviser", name="Pat Adviser", organisation="Testtown Advice", email="pat@example.org")
# Where "you" is the adviser: whoever types the answers and deals with the office.
OF_THE_ADVISER = (
    *("You told us", "you told us", "You gave", "you gave", "You said that", "You say that the decision"),
    *("You have not told us", "You wanted something left out", "of your answers", "change your answers"),
    *("Only you or your client", "tell you nothing", "for you on their behalf", "you are not sure"),
    "“you are too late”",
)
# Texts for other voices: nobody who is an adviser reads them.
OF_OTHERS = ("you-is-helper", "you-is-appointee", "appointee-records")
# The verbs after "you" that change with "your client" are in advisers.yaml; all others are these.
UNCHANGED = frozenset(
    [
        "can",
        "cannot",
        "may",
        "must",
        "could",
        "did",
        "told",
        "asked",
        "sent",
        "gave",
        "heard",
        "said",
        "had",
        "wrote",
        "made",
        "applied",
        "failed",
        "wanted",
        "to",
        "and",
        "for",
        "now",
        "more",
        "with",
        "but",
        "from",
        "something",
        "no",
        "as",
        "what",
        "whether",
        "the",
        "yet",
        "help",
        "act",
    ]
)


def _texts(node: Any, name: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in OF_OTHERS:
                yield from _texts(value, key)
    elif isinstance(node, str):
        yield node


def _of_the_client(text: str) -> list[str]:
    for phrase in (*OF_THE_ADVISER, "your client", "Your client"):
        text = text.replace(phrase, "")
    return re.findall(r"(?i)\S* ?\byou(?:r|rself)?\b ?\S*", text)


@pytest.mark.parametrize("text", sorted(set(_texts(plan_texts()))))
def test_no_text_says_you_of_the_client_to_an_adviser(text: str) -> None:
    told = for_an_adviser(text)

    assert _of_the_client(told) == []
    # What follows goes on in the third person: "your client has", never "your client have".
    after = re.findall(r"[Yy]our client (?:also |only |still |first )?([a-z]+)", told)
    plain = {"have", "do", "are", "were", "want", "need", "wait", "send", "ask", "say", "ring", "go", "get"}
    needs_no_s = "need do nothing" in told or "client need not" in told or "can your client ask" in told
    assert needs_no_s or plain & set(after) == set()


@pytest.mark.parametrize("name", examples.names())
def test_no_advice_says_you_of_the_client_to_an_adviser(name: str) -> None:
    plan = make_plan(_of_an_adviser(name), on=examples.AS_AT)
    sheet = sheet_of(plan)
    told = [
        *(part for each in (*plan.warnings, *plan.lines, *plan.steps) for part in (each.heading, each.text)),
        *(letter.why for letter in (*plan.letters, *plan.unwritten)),
        *(planned.about for planned in plan.deadlines),
        *(day.text for day in sheet.days),
        *sheet.keep,
        *plan.cautions,
    ]

    assert [found for text in told for found in _of_the_client(text)] == []


def _of_an_adviser(name: str) -> Case:
    return examples.case_of(name).model_copy(update={"writer": ADVISER})


def test_to_the_person_it_says_you() -> None:
    plan = make_plan(examples.case_of("missed-appointment-ill"), on=examples.AS_AT)

    assert any("your" in step.text for step in plan.steps)
    assert not any("client" in step.text for step in plan.steps)


PROGRAMMERS = ("No authority", " is held", "held here", "data file", "BadRecord")


@pytest.mark.parametrize("name", examples.names())
def test_no_caution_speaks_as_a_programmer_would(name: str) -> None:
    plan = make_plan(examples.case_of(name), on=examples.AS_AT)
    told = [*plan.cautions, *(each.text for each in (*plan.warnings, *plan.lines, *plan.steps))]

    assert [words for text in told for words in PROGRAMMERS if words in text] == []


def test_no_sentence_of_the_law_says_held_here() -> None:
    """What the program does not know it says so, and not that it does not hold it."""
    folder = Path(challenge_letters.law.__file__).parent
    for file in folder.glob("*.py"):
        raised = re.findall(r'f?"([^"\n]*)"', file.read_text(encoding="utf-8"))
        assert [words for words in raised if "held here" in words or "No authority" in words] == [], file.name
