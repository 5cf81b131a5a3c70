"""What somebody in Northern Ireland is told: its own offices, numbers and ways to go, and nothing of Great Britain's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.examples import AS_AT, case_of, names
from tests.facts import MONDAY, sanction
from tests.facts import case_of as case_with
from tests.follow_ups import complete
from tests.great_britain import words_of_great_britain

from challenge_letters.plan.follow_ups import RULES
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

BELFAST = {"nation": "northern-ireland"}


def said(plan: Plan) -> Iterator[str]:
    """Yield every sentence of our own in the plan."""
    for advice in (*plan.warnings, *plan.lines, *plan.steps):
        yield from (advice.heading, advice.text)
    for planned in plan.deadlines:
        yield from (planned.about, planned.deadline.working, planned.deadline.caution)
    yield from (letter.why for letter in plan.letters)
    yield from (letter.why for letter in plan.unwritten)
    yield from plan.cautions


@pytest.mark.parametrize("name", names())
def test_the_advice_of_every_example_names_nothing_of_great_britain(name: str) -> None:
    plan = make_plan(case_of(name).model_copy(update=BELFAST), on=AS_AT)

    assert words_of_great_britain("\n".join(said(plan))) == []


@pytest.mark.parametrize("kind", RULES)
def test_the_advice_on_what_comes_next_names_nothing_of_great_britain(kind: str) -> None:
    plan = make_plan(case_with(complete(MONDAY)[kind], **BELFAST), on=MONDAY)

    assert words_of_great_britain("\n".join(said(plan))) == []


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (sanction(), "0800 012 1331"),
        (sanction(), "Freepost, UNIVERSAL CREDIT NORTHERN IRELAND"),
        (sanction(), "Discretionary Support"),
        (sanction(), "Law Centre NI"),
        (complete(MONDAY)["mp"], "member of the Assembly"),
        (complete(MONDAY)["authority"], "with the next assessment period"),
        (complete(MONDAY)["appeal-grounds"], "form NOA1(SS)"),
        ({**complete(MONDAY)["mp"], "for_ombudsman": True, "first_knew_on": "2026-10"}, "You can go"),
        (
            {"kind": "already-sent", "what": "mandatory-reconsideration", "answer": "refused"},
            "through the Appeals Service",
        ),
    ],
)
def test_it_names_its_own_offices_and_ways(problem: dict[str, Any], words: str) -> None:
    there = "\n".join(said(make_plan(case_with(problem, **BELFAST), on=MONDAY)))
    here = "\n".join(said(make_plan(case_with(problem), on=MONDAY)))

    assert words in there
    assert words not in here


def test_a_consent_has_no_last_day_of_ours() -> None:
    asked = {**complete(MONDAY)["authority"], "begins": "2026-11-23", "ends": "2027-06-01"}

    assert make_plan(case_with(asked, **BELFAST), on=MONDAY).letter("authority")
    assert make_plan(case_with(asked), on=MONDAY).why_not("authority").startswith("For Universal Credit")


def test_a_late_answer_has_its_months_as_anywhere() -> None:
    late = sanction("2026-07-13", late=[{"began": "2026-07-13", "what": "I was in hospital."}])
    now = make_plan(case_with(late, **BELFAST), on=MONDAY).now

    assert now
    assert now.stage == "late"
