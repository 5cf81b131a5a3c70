"""Each situation that letters are asked for has an example, whose letter makes its case: ground, fact, proof, law."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.examples import AS_AT, case_of, plan_of

from challenge_letters.interview.texts import labels
from challenge_letters.law.authorities import instruments
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.authority import authorities_for
from challenge_letters.plan.outcome import PlannedLetter

TABLE: dict[str, dict[Any, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("scenarios.yaml").read_text(encoding="utf-8")
)
ROWS = [(str(name), row) for part in TABLE.values() for name, row in part.items()]
EVERY = pytest.mark.parametrize(("name", "row"), ROWS, ids=[name for name, _ in ROWS])
# What the reasons of the interview are called in the table; "other" is nobody's row.
REASONS = {
    "ill": "Ill that day",
    "mental-health": "Mental health",
    "not-told": "Not told or not seen",
    "caring": "Child or person cared for",
    "bereavement": "Death or funeral",
    "travel": "Travel",
    "working": "Working or at an interview",
    "job-turned-down": "Job turned down",
    "no-access": "No phone, data, skills, English",
    "no-home": "No home or moving",
    "not-safe": "Not safe",
    "custody-hospital-court": "Custody, hospital, court: only the dates",
    "unclear-or-mistake": "Task unclear or mistaken",
    "unfair-commitment": "Hours or commitment unfair",
}


def _letter(row: dict[str, Any]) -> PlannedLetter:
    plan = plan_of(row["example"])
    letter = plan.letter(row["letter"]) if "letter" in row else plan.now
    assert letter is not None
    return letter


@cache
def _text(example: str, kind: str) -> str:
    letter = plan_of(example).letter(kind)
    assert letter is not None
    return plain_text(fill(letter, case_of(example), on=AS_AT))


def _text_of(row: dict[str, Any]) -> str:
    return _text(row["example"], _letter(row).kind)


def test_the_table_is_complete() -> None:
    assert set(TABLE["scenarios"]) == set(range(1, 24))
    # No example is about a talk that others would hear: the story "private" is.
    assert set(REASONS) == set(labels("reason")) - {"other", "no-privacy"}
    assert set(REASONS.values()) <= set(TABLE["reasons"])


@EVERY
def test_the_letter_argues_the_ground(name: str, row: dict[str, Any]) -> None:
    ground = row.get("ground", "")
    if ground == "level":
        assert any(
            heading in _text_of(row)
            for heading in (
                "If you still find a failure",
                "Nothing may be taken",
                "In any case my work ends the reduction",
            )
        )
    elif ground:
        assert any(challenge.has(ground) for challenge in _letter(row).challenges)


@EVERY
def test_the_letter_says_the_fact(name: str, row: dict[str, Any]) -> None:
    text = _text_of(row)

    assert [words for words in row["says"] if words not in text] == []


@EVERY
def test_the_letter_names_the_proof(name: str, row: dict[str, Any]) -> None:
    text = _text_of(row)
    start = min(text.find(heading) for heading in ("\nEnclosed\n", "\nAsked for\n") if heading in text)

    assert f"• {row['proof']}" in text[start:]


@EVERY
def test_the_letter_names_the_law(name: str, row: dict[str, Any]) -> None:
    text, letter = _text_of(row), _letter(row)
    problem = letter.challenges[0].problem if letter.challenges else letter.demand
    for point in row["points"]:
        found = authorities_for(point, case_of(row["example"]), problem, on=AS_AT)
        assert found, point
        for authority in found:
            assert instruments()[authority.instrument].name in text, authority.short
            assert authority.short.split(" ")[-1] in text, authority.short
