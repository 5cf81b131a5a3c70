"""Which mistakes kept nobody from looking for work: those of the decision, and those after that week."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import case_of, sanction

from challenge_letters.case.problems import AppliedSanction
from challenge_letters.plan.grounds import grounds_of, reasons_of
from challenge_letters.plan.their_mistakes import their_mistakes

WEEK = {"expected_hours": 35, "fewer_hours": 16, "fewer_because": "agreed", "done_hours": 12}
WORDS = "You told us about 12 hours between 5 and 11 October."


def _problem(reason: dict[str, Any], **facts: Any) -> AppliedSanction:
    told = {
        "failure": {"kind": "work-search-hours", "their_words": WORDS},
        "sides": ["had-reason"],
        "reasons": [{"kind": "unclear-or-mistake", **reason}],
        "search_week": WEEK,
        "decision": {"dated": "2026-11-09"},
        **facts,
    }
    problem = case_of(sanction(**told)).problems[0]
    assert isinstance(problem, AppliedSanction)
    return problem


@pytest.mark.parametrize(
    "reason",
    [
        {"called": "a letter going by 35 hours"},
        {"called": "the wrong hours"},
        {"fact": "The decision was about another week."},
        {"called": "a mix-up", "understood": "that it was 16 hours"},
        {"called": "a mix-up", "began": "2026-10-12"},
        {"called": "a mix-up", "began": "2026-11-10"},
    ],
)
def test_what_nobody_went_by_in_that_week_is_no_reason(reason: dict[str, Any]) -> None:
    problem = _problem(reason)

    assert len(their_mistakes(problem)) == 1
    assert reasons_of(problem) == ()


@pytest.mark.parametrize(
    "reason",
    [
        {"called": "a letter that said 16 hours", "began": "2026-10-01"},
        {"called": "a message with two numbers", "fact": "It said 35 and 16."},
        {"called": "a mix-up", "began": "2026-10-11"},
        {"called": "a mix-up", "understood": "that 10 hours were enough"},
    ],
)
def test_what_somebody_may_have_gone_by_stays_a_reason(reason: dict[str, Any]) -> None:
    assert len(reasons_of(_problem(reason))) == 1


def test_of_anything_else_than_hours_a_mistake_is_a_reason() -> None:
    missed = {"failure": {"kind": "missed-appointment", "happened": "2026-10-05"}}

    assert reasons_of(_problem({"called": "the wrong hours"}, **missed))


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_the_number_is_argued_as_what_could_be_required(nation: str) -> None:
    problem = _problem({"called": "the wrong hours"}, account="I did 12 hours.")
    found = grounds_of(problem, case_of(problem.model_dump(), nation=nation))

    assert "not-required" in found
    assert "good-reason" not in found
