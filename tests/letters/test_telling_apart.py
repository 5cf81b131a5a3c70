"""Two decisions that are named alike are told apart, wherever a letter names them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan


def _letter(*decisions: dict[str, Any], nation: str = "england") -> str:
    told = [{"id": f"s{place}", **each} for place, each in enumerate(decisions)]
    case = case_of(*told, nation=nation)
    letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
    assert letter
    return plain_text(fill(letter, case, on=MONDAY))


def _decided(**facts: Any) -> dict[str, Any]:
    return sanction(None, decision={"dated": "2026-11-03"}, **facts)


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_two_decisions_of_one_day_are_told_apart_by_the_day_of_the_failure(nation: str) -> None:
    told = _letter(
        _decided(failure={"kind": "missed-appointment", "happened": "2026-10-21"}),
        _decided(failure={"kind": "missed-appointment", "happened": "2026-10-28"}),
        nation=nation,
    )

    assert "decisions of 3 November 2026 about 21 and 28 October 2026" in told
    for failed in ("21 October 2026", "28 October 2026"):
        assert f"\nAbout {failed}\n" in told
    assert "decision of 3 November 2026" not in told


def test_without_a_day_the_kind_tells_them_apart() -> None:
    told = _letter(_decided(failure={"kind": "missed-call"}), _decided(failure={"kind": "specific-task"}))

    assert "decision of 3 November 2026 about a call" in told
    assert "decision of 3 November 2026 about a task" in told


def test_decisions_that_have_names_of_their_own_keep_them_short() -> None:
    other = sanction(None, decision={"dated": "2026-11-05"})

    assert " about " not in _letter(_decided(failure={"happened": "2026-10-21"}), other).split("Dear")[0]
