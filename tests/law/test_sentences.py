"""The law as sentences an adviser can read: each says what is asked, what must come out, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.law.asking import ASKED, answer

FILES = sorted(Path(__file__).with_name("sentences").glob("*.yaml"))
PARTS = {"name", "ask", "facts", "day", "expected", "why"}
# What may be said of an answer besides its parts: words it must, or must never, contain.
WORDS = ("says", "caution", "rests on", "refused", "never says")
SENTENCES: list[dict[str, Any]] = [
    sentence for file in FILES for sentence in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.mark.parametrize("sentence", [pytest.param(told, id=told["name"]) for told in SENTENCES])
def test_the_law_answers(sentence: dict[str, Any]) -> None:
    found = answer(sentence["ask"], sentence["facts"], sentence["day"])

    for part, wanted in sentence["expected"].items():
        if part == "never says":
            assert _all(wanted, lambda words: words not in found["says"]), (found, sentence["why"])
        elif part in WORDS:
            assert _all(wanted, lambda words, part=part: words in found.get(part, "")), (found, sentence["why"])
        else:
            assert found.get(part) == wanted, (found, sentence["why"])


def _all(wanted: str | list[str], holds: Any) -> bool:
    return all(holds(words) for words in ([wanted] if isinstance(wanted, str) else wanted))


def test_there_are_at_least_two_hundred_and_each_says_why() -> None:
    assert len(SENTENCES) >= 200
    for sentence in SENTENCES:
        assert sentence.keys() == PARTS, sentence["name"]
        assert isinstance(sentence["day"], date), sentence["name"]
        assert len(sentence["why"]) > 15, sentence["name"]
        assert sentence["expected"], sentence["name"]


def test_no_two_have_the_same_name_or_ask_the_same() -> None:
    names = [sentence["name"] for sentence in SENTENCES]
    asked = [repr((sentence["ask"], sentence["facts"], sentence["day"])) for sentence in SENTENCES]

    assert len(set(names)) == len(names)
    assert sorted({one for one in asked if asked.count(one) > 1}) == []


def test_everything_the_law_can_be_asked_is_asked() -> None:
    assert {sentence["ask"] for sentence in SENTENCES} == ASKED.keys()
