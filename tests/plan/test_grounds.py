"""Every ground hangs on an answer, and stands in the order a decision maker must take it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import case_of, sanction

from challenge_letters.plan.grounds import best_of, grounds_of, reasons_of

ILL = {"kind": "ill", "fact": "I had a fever."}
ADJUSTMENT = {"disadvantage": "I cannot hear in a crowd.", "step_wanted": "Letters"}


@pytest.mark.parametrize(
    ("facts", "grounds"),
    [
        ({"sides": ["had-reason"]}, ()),
        ({"sides": ["did-it"]}, ("did-it",)),
        ({"sides": ["did-part"]}, ("did-it",)),
        ({"sides": ["not-told"]}, ("not-told",)),
        ({"sides": ["not-understood"]}, ("not-told",)),
        ({"sides": ["not-required"]}, ("not-required",)),
        ({"reasons": [ILL]}, ("good-reason",)),
        ({"reasons": [{"kind": "ill"}]}, ()),
        ({"reasons": [{"kind": "not-safe"}]}, ("good-reason",)),
        ({"adjustment": ADJUSTMENT}, ("adjustment",)),
        ({"adjustment": {"disadvantage": "I cannot hear in a crowd."}}, ()),
        ({"no_reduction": ["redundancy"]}, ("no-reduction",)),
        # Being back in work ends a reduction; it says nothing about whether there should have been one.
        ({"is_back_in_work": "yes"}, ()),
        # Nothing could be required of somebody with a baby; of a carer only if they say so.
        ({"groups": ["child-under-1"], "failure": {"kind": "missed-appointment"}}, ("not-required",)),
        ({"groups": ["limited-capability-work-activity"]}, ("not-required",)),
        ({"groups": ["carer"], "failure": {"kind": "missed-appointment"}}, ()),
        # With a child of two, work search cannot be required; an interview can.
        ({"groups": ["child-2"], "failure": {"kind": "work-search-hours"}}, ("not-required",)),
        ({"groups": ["child-2"], "failure": {"kind": "missed-appointment"}}, ()),
        # The hours of work search must fit with a school child, though search itself can be required.
        ({"groups": ["child-3-12"], "failure": {"kind": "work-search-hours"}}, ("not-required",)),
        ({"groups": ["child-3-12"], "failure": {"kind": "missed-appointment"}}, ()),
        # Misconduct is disputed; good reason is no answer to it.
        ({"reasons": [ILL], "failure": {"kind": "lost-job"}}, ()),
        ({"reasons": [ILL], "failure": {"kind": "left-job"}}, ("good-reason",)),
        (
            {
                "sides": ["not-required", "not-told", "did-it"],
                "reasons": [ILL],
                "adjustment": ADJUSTMENT,
                "no_reduction": ["strike"],
            },
            ("did-it", "not-told", "not-required", "good-reason", "adjustment", "no-reduction"),
        ),
    ],
)
def test_grounds_follow_from_the_answers(facts: dict[str, Any], grounds: tuple[str, ...]) -> None:
    case = case_of(sanction(sides=facts.pop("sides", []), **facts))

    assert grounds_of(case.problems[0], case) == grounds  # type: ignore[arg-type]


def test_the_equality_act_gives_no_ground_in_northern_ireland() -> None:
    case = case_of(sanction(adjustment=ADJUSTMENT), nation="northern-ireland")

    assert grounds_of(case.problems[0], case) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grounds", "best"),
    [
        (("good-reason", "no-reduction"), ("no-reduction", "good-reason")),
        (("did-it", "not-told", "good-reason"), ("did-it", "not-told")),
        (("not-told", "not-required"), ("not-required", "not-told")),
        (("adjustment",), ("adjustment",)),
        ((), ()),
    ],
)
def test_the_strongest_two_are_said_first(grounds: Any, best: tuple[str, ...]) -> None:
    assert best_of(grounds) == best


def test_a_reason_without_words_is_not_argued() -> None:
    case = case_of(sanction(reasons=[ILL, {"kind": "travel"}]))

    assert [reason.kind for reason in reasons_of(case.problems[0])] == ["ill"]  # type: ignore[arg-type]
