"""Who can ask for a hardship payment."""

from __future__ import annotations

import pytest

from challenge_letters.law.errors import UnknownBenefit
from challenge_letters.law.hardship import position

UC = "universal-credit"
HELD = {"is_under_18": False, "is_reduced_rate": False, "level": "low", "has_met_condition": True}


@pytest.mark.parametrize(
    ("sentence", "changed", "can_ask", "words"),
    [
        ("a low-level reduction once the condition is met", {}, True, "today"),
        ("not before it is met", {"has_met_condition": False}, False, "first do what they asked"),
        ("if that is not known, ring", {"has_met_condition": None}, None, "Ring and ask"),
        (
            "the higher level has no such condition",
            {"level": "higher", "has_met_condition": None},
            True,
            "today",
        ),
        ("nor has the medium level", {"level": "medium", "has_met_condition": False}, True, "today"),
        ("never under 18", {"is_under_18": True}, False, "18 and over"),
        ("never at forty per cent or nil", {"is_reduced_rate": True}, False, "full rate"),
        ("never at the lowest level", {"level": "lowest"}, False, "lowest-level"),
        ("the rate may not be known", {"is_reduced_rate": None}, None, "depends"),
        ("the age may not be known", {"is_under_18": None}, None, "depends"),
        ("the level may not be known", {"level": None, "has_met_condition": None}, None, "depends"),
        ("a level not known does not matter once all is done", {"level": None}, True, "today"),
    ],
)
def test_position(sentence: str, changed: dict[str, object], can_ask: bool | None, words: str) -> None:
    found = position(UC, **{**HELD, **changed})
    assert found.can_ask is can_ask, sentence
    assert words in found.why


@pytest.mark.parametrize("benefit", ["new-style-jsa", "new-style-esa"])
def test_the_new_style_benefits_have_no_hardship_payment(benefit: str) -> None:
    found = position(benefit, **HELD)
    assert found.can_ask is False
    assert "Universal Credit" in found.why
    assert "advice" in found.why


def test_it_is_called_a_loan_and_no_admission() -> None:
    assert "loan" in position(UC, **HELD).why
    assert "admits nothing" in position(UC, **HELD).why


def test_an_unknown_benefit_is_refused() -> None:
    with pytest.raises(UnknownBenefit):
        position("pip", **HELD)
