"""What a letter must cite about a job that ended, and what it keeps open when it asks for reasons."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan


def _letter(nation: str, benefit: str = "universal-credit", **facts: Any) -> str:
    case = case_of(sanction(**facts), nation=nation, benefit=benefit)
    now = make_plan(case, on=MONDAY).now
    assert now is not None
    return plain_text(fill(now, case, on=MONDAY))


@pytest.mark.parametrize(
    ("kind", "nation", "benefit", "cited"),
    [
        ("strike", "england", "universal-credit", "regulations 113(1)(a) and 113(1)(c)"),
        ("trial-period", "england", "universal-credit", "regulation 113(1)(b)"),
        ("armed-forces", "england", "universal-credit", "regulation 113(1)(d)"),
        ("redundancy", "england", "universal-credit", "regulation 113(1)(f)"),
        ("pay-not-fallen", "england", "universal-credit", "regulation 113(1)(g)"),
        ("strike", "england", "new-style-jsa", "regulations 28(1)(a) and 28(1)(d)"),
        ("armed-forces", "england", "new-style-jsa", "regulation 28(1)(e)"),
        ("redundancy", "england", "new-style-jsa", "regulation 28(1)(f)"),
        ("armed-forces", "northern-ireland", "universal-credit", "regulation 110(1)(d)"),
        ("armed-forces", "northern-ireland", "new-style-jsa", "regulation 29(1)(e)"),
    ],
)
def test_each_case_in_which_no_cut_is_made_is_cited(kind: str, nation: str, benefit: str, cited: str) -> None:
    facts = {"failure": {"kind": "left-job"}, "hours_were_limited": "yes"}
    letter = _letter(nation, benefit, no_reduction=[kind], **facts)

    assert cited in letter


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_who_asks_for_reasons_may_add_to_the_request(nation: str) -> None:
    letter = _letter(nation, decision={"gives_reasons": "no"})

    assert "add to this" in letter
    assert "add to this" not in _letter(nation, decision={"gives_reasons": "yes"})
