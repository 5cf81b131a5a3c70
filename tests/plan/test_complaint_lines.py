"""What stands beside a complaint: who comes next, and by when a court claim has to start."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.plan.outcome import Advice
from challenge_letters.plan.planning import make_plan

TREATED_BADLY = {"events": [{"day": "2026-09-02", "what": "Nobody let me sit down."}]}
STEP = {"adjustment": {"step_wanted": "a chair"}}


def _lines(complaint: dict[str, Any], on: date = MONDAY, **facts: Any) -> dict[str, Advice]:
    case = case_of(sanction(), complaint=complaint, **facts)
    return {line.id: line for line in make_plan(case, on=on).lines}


@pytest.mark.parametrize(
    ("about", "nation", "offices", "never"),
    [
        ("jobcentre", "england", ["DWP complaints team", "Examiner", "House of Commons"], "Northern Ireland"),
        ("provider", "wales", ["The provider", "Examiner"], "DWP complaints team"),
        ("jobcentre", "northern-ireland", ["stage 1", "stage 2", "Examiner", "Northern Ireland"], "Commons"),
    ],
)
def test_who_comes_next_is_the_ladder_of_the_nation(
    about: str, nation: str, offices: list[str], never: str
) -> None:
    text = _lines({**TREATED_BADLY, "about": about}, nation=nation)["complaint-next"].text

    places = [text.index(office) for office in offices]
    assert places == sorted(places)
    assert never not in text
    assert "None of them can change the decision" in text


def test_a_court_claim_starts_within_six_months_less_a_day_of_the_first_act() -> None:
    later = {"day": "2026-10-05", "what": "And again."}
    complaint = {**STEP, "events": [later, *TREATED_BADLY["events"]]}

    assert "by 1 March 2027" in _lines(complaint)["equality-limit-day"].heading


@pytest.mark.parametrize(
    ("on", "line"),
    [(date(2027, 3, 1), "equality-limit-day"), (date(2027, 3, 2), "equality-limit-passed")],
)
def test_after_its_last_day_it_says_so(on: date, line: str) -> None:
    found = _lines({**TREATED_BADLY, **STEP}, on=on)

    assert "1 March 2027" in found[line].heading
    assert "adviser" in found[line].text


def test_without_a_day_the_rule_is_said_without_a_date() -> None:
    found = _lines({**STEP, "events": [{"what": "Nobody let me sit down."}]})

    assert "6 months less a day" in found["equality-limit"].text


def test_northern_ireland_is_not_told_the_limit_of_great_britain() -> None:
    found = _lines({**TREATED_BADLY, **STEP}, nation="northern-ireland")

    assert "Equality Commission for Northern Ireland" in found["disability-law"].text
    assert not found.keys() & {"equality-limit", "equality-limit-day"}


def test_where_no_adjustment_is_asked_for_no_court_is_named() -> None:
    assert not [name for name in _lines(TREATED_BADLY) if name.startswith("equality")]
