"""What was typed and stands in no letter is named, and nothing that stands in one is."""

from __future__ import annotations

import pytest
from tests import examples
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters.unsaid import words_in_no_letter
from challenge_letters.plan.planning import make_plan


def _unsaid(case: object) -> list[str]:
    return [typed.place for typed in words_in_no_letter(make_plan(case, on=MONDAY))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "example", ["missed-appointment-ill", "two-decisions-adviser", "work-search-hours", "ni-late"]
)
def test_a_letter_prints_what_its_case_tells(example: str) -> None:
    assert _unsaid(examples.case_of(example)) == []


def test_words_that_no_letter_prints_are_named_by_their_place() -> None:
    # What somebody did is printed for a side that says they did it, and for no other.
    told = sanction(
        "2026-11-02",
        sides=["had-reason"],
        reasons=[{"kind": "ill", "fact": "A migraine."}],
        account="I was ill.",
    )
    left_over = {**told, "misconduct": {"words": "Nobody ever warned me."}}

    assert _unsaid(case_of(told)) == []
    assert _unsaid(case_of(left_over)) == ["problems.0.misconduct.words"]


def test_without_a_letter_nothing_is_named() -> None:
    assert _unsaid(examples.case_of("claim-closed")) == []


def test_what_a_letter_has_said_already_is_not_called_unsaid() -> None:
    told = sanction(
        "2026-11-02",
        failure={"kind": "missed-appointment", "happened": "2026-10-29"},
        sides=["had-reason"],
        account="I had a migraine that morning. I rang at nine.",
        reasons=[{"kind": "ill", "called": "a migraine", "fact": "I had a migraine that morning."}],
        told_them={"day": "2026-10-29", "words": "I am ill.", "said_back": "No answer."},
    )

    assert _unsaid(case_of(told)) == []
