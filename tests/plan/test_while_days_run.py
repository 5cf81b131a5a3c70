"""A hardship payment is spoken of only while days can still be running; a request is chased in a week named."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sheet import sheet_of


def _said(**facts: Any) -> str:
    plan = make_plan(case_of(sanction(facts.pop("notified", "2026-11-02"), **facts)), on=MONDAY)
    sheet = sheet_of(plan)
    parts = (*sheet.warnings, *sheet.steps, *sheet.lines)
    return " ".join(f"{each.heading} {each.text}" for each in parts)


FIXED = {"days": 28, "is_open_ended": "no"}
SEARCH = {"kind": "work-search-hours", "happened": "2026-10-05"}


@pytest.mark.parametrize(
    ("notified", "decision", "more", "can_run"),
    [
        ("2026-11-02", FIXED, {}, True),
        ("2026-11-02", {}, {}, True),
        # Twenty-eight days from May, and a later payment, are over in November.
        ("2026-05-04", FIXED, {}, False),
        # At most 1,095 days can be outstanding at once (regulation 101(3)); the number here is not known.
        ("2023-04-03", {}, {"failure": SEARCH}, False),
        ("2025-04-03", {}, {"failure": SEARCH}, True),
        # Days without an end run on until it is done, however long ago that was.
        ("2023-04-03", {"is_open_ended": "yes", "days": 7}, {"failure": {"kind": "missed-call"}}, True),
        (
            "2026-03-02",
            {"is_open_ended": "yes", "days": 7},
            {"failure": {"kind": "missed-call"}, "done_since": {"state": "done", "day": "2026-03-10"}},
            False,
        ),
    ],
)
def test_hardship_only_while_days_can_run(
    notified: str, decision: dict[str, Any], more: dict[str, Any], *, can_run: bool
) -> None:
    said = _said(notified=notified, decision=decision, was_stopped="no", **more)

    assert ("hardship payment" in said) is can_run
    assert ("money is still being taken" in said) is not can_run


def test_an_unanswered_request_names_the_week_in_which_to_ask_again() -> None:
    """Six weeks from Wednesday 21 October are 2 December: the week of Monday 30 November."""
    sent = {"kind": "already-sent", "what": "mandatory-reconsideration", "sent_on": "2026-10-21"}
    plan = make_plan(case_of(sent), on=MONDAY)

    assert any("in the week of 30 November 2026" in step.text for step in plan.steps)


@pytest.mark.parametrize("still", [True, False])
def test_a_complaint_never_comes_before_the_chaser_that_holds_it(*, still: bool) -> None:
    chaser = {"kind": "no-answer", "sent_on": "2026-09-21", "how": "journal", "complain": True}
    complaint = {"events": [{"what": "Nobody answers."}], "is_still_happening": still}
    plan = make_plan(case_of(chaser, complaint=complaint), on=MONDAY)

    assert plan.now is not None
    assert (plan.now.kind, plan.now.variant) == ("no-answer", "complaint")
