"""A plan told in words and as JSON says the same things."""

from __future__ import annotations

import json

import pytest
from tests.examples import names, plan_of
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.report import as_json, as_text


@pytest.mark.parametrize("example", names())
def test_the_text_says_everything_that_the_plan_holds(example: str) -> None:
    plan = plan_of(example)
    text = as_text(plan)

    for advice in (*plan.warnings, *plan.lines, *plan.steps):
        assert f"{advice.heading}. {advice.text}" in text
    for letter in plan.letters:
        assert f"{KINDS[letter.kind].name} ({letter.kind}). {letter.why}" in text
    for unwritten in plan.unwritten:
        assert unwritten.why in text
    for planned in plan.deadlines:
        assert planned.deadline.working in text
    assert text.startswith("Send now")
    assert ("No letter now." in text) is (plan.now is None)


@pytest.mark.parametrize("example", names())
def test_the_json_holds_everything_that_the_plan_holds(example: str) -> None:
    plan = plan_of(example)
    found = json.loads(json.dumps(as_json(plan)))

    assert found["now"] == (plan.now.kind if plan.now else None)
    assert [letter["kind"] for letter in found["letters"]] == [letter.kind for letter in plan.letters]
    assert [one["reason"] for one in found["cannot_be_written"]] == [one.reason_id for one in plan.unwritten]
    assert [one["date"] for one in found["deadlines"]] == [
        planned.deadline.date.isoformat() for planned in plan.deadlines
    ]
    assert [one["id"] for one in found["warnings"]] == [warning.id for warning in plan.warnings]
    assert found["on"] == "2026-11-23"


def test_an_open_query_comes_before_the_advice() -> None:

    plan = make_plan(case_of(sanction("2026-12-02")), on=MONDAY)

    assert as_text(plan).index("Look at this first") < as_text(plan).index("Important")
    assert as_json(plan)["queries"][0]["query"] == "sanction:future-day"
