"""What is said of law that could not be confirmed: once, and not a sentence for each point."""

from __future__ import annotations

from datetime import date

from tests.facts import case_of, sanction

from challenge_letters.plan.planning import make_plan

ON = date(2026, 11, 30)


def _cautions(nation: str) -> list[str]:
    case = case_of(sanction(failure={"kind": "left-job", "happened": "2026-10-04"}), nation=nation)
    return [each for each in make_plan(case, on=ON).cautions if "law" in each]


def test_where_no_law_was_confirmed_on_several_points_one_sentence_names_them() -> None:
    (said,) = _cautions("northern-ireland")

    assert said.startswith("We could not confirm a law on each point")
    assert "Universal Credit in Northern Ireland" in said
    assert "asking what the compliance condition is; " in said
    assert said.endswith("What you tell counts all the same.")
