"""A couple's claim: one is sanctioned, both lose money, and nobody is named to somebody who is not safe."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.case.case import Case
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sanction_cost import loss_of

COUPLE = {"partner": "Lee Zed", "partner_signs": True}
DECISION = sanction(
    failure={"kind": "missed-appointment", "happened": "2026-10-21"}, groups=["none"], was_under_18="no"
)


def _case(**facts: Any) -> Case:
    return case_of(DECISION, claimant={"name": "Ada Sample"}, **{"joint_claim": COUPLE, **facts})


def _letter(case: Case) -> str:
    now = make_plan(case, on=MONDAY).now
    assert now is not None
    return plain_text(fill(now, case, on=MONDAY))


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
@pytest.mark.parametrize(
    "writer", [{}, {"kind": "adviser", "name": "Robin"}, {"kind": "appointee", "name": "Sam"}]
)
def test_the_letter_names_the_partner_and_has_a_line_for_them_to_sign(
    nation: str, writer: dict[str, Any]
) -> None:
    lines = _letter(_case(nation=nation, writer=writer)).splitlines()

    assert any("with Lee Zed" in line for line in lines)
    assert lines[-1] == "Lee Zed"


def test_a_partner_who_does_not_sign_has_no_line() -> None:
    assert _letter(_case(joint_claim={"partner": "Lee Zed"})).splitlines()[-1] == "Ada Sample"


@pytest.mark.parametrize(
    "facts", [{"safety": {"others_see": "yes"}}, {"benefit": "new-style-esa"}, {"joint_claim": None}]
)
def test_no_partner_is_named_where_home_is_not_safe_or_the_claim_is_not_a_joint_one(
    facts: dict[str, Any],
) -> None:
    case = _case(**facts)

    assert "Lee Zed" not in _letter(case)
    assert "joint-claim" not in [line.id for line in make_plan(case, on=MONDAY).lines]


def test_a_couple_is_told_what_one_sanction_takes_from_both() -> None:
    case = _case()
    lost = loss_of(case.problems[0], case, on=MONDAY)  # type: ignore[arg-type]
    alone = loss_of(case.problems[0], _case(joint_claim=None), on=MONDAY)  # type: ignore[arg-type]

    assert "joint-claim" in [line.id for line in make_plan(case, on=MONDAY).lines]
    assert lost is not None
    assert alone is not None
    assert "half of it" in lost.working
    assert lost.day_in_words != alone.day_in_words
