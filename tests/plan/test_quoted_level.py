"""A level that the decision speaks of and that cannot be right: told with both totals, argued only if it helps."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.quoted_level import quoted_level

MEDIUM = "You get a medium level sanction of 28 days because you missed our call."
TOLD = {"groups": ["none"], "was_under_18": "no", "earlier_sanctions_known": "yes"}


def _plan(words: str = MEDIUM, **facts: Any) -> Plan:
    failure = {"kind": "missed-call", "happened": "2026-10-14", "their_words": words}
    told = {"failure": failure, "decision": {"days": 28, "is_open_ended": "no"}, **TOLD, **facts}
    return make_plan(case_of(sanction(**told)), on=MONDAY)


def _letter(plan: Plan) -> str:
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=MONDAY))


def _line(plan: Plan) -> str:
    return next((line.text for line in plan.lines if line.id.startswith("level-quoted")), "")


def test_it_is_argued_where_it_can_only_shorten() -> None:
    """Two open-ended days and seven more are nine days, and not 28."""
    plan = _plan(done_since={"state": "done", "day": "2026-10-16"})

    assert "You speak of the medium level, and that is not right." in _letter(plan)
    assert "7 days more" in _line(plan) or "then 7 days" in _line(plan)
    assert "28 days" in _line(plan)
    assert "Your letter asks them to put it right." in _line(plan)


@pytest.mark.parametrize(
    "done",
    [
        {"state": "not-yet"},
        {"state": "not-known"},
        # Forty-two open-ended days and seven more would be longer than 28.
        {"state": "done", "day": "2026-11-20"},
    ],
)
def test_it_is_only_told_where_arguing_could_lengthen(done: dict[str, str]) -> None:
    plan = _plan(done_since=done)

    assert "medium level, and that" not in _letter(plan)
    assert "Your letter does not" in _line(plan) or "your letter does not" in _line(plan)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A low level sanction.", "missed-call"),
        ("A medium-level sanction.", "work-search-hours"),
        ("Low level or medium level.", "missed-call"),
        ("A high level of service.", "missed-call"),
        ("", "missed-call"),
    ],
)
def test_a_level_that_may_be_right_is_left_alone(words: str, kind: str) -> None:
    failure = {"kind": kind, "happened": "2026-10-14", "their_words": words}

    assert _line(_plan(failure=failure)) == ""


def test_where_nobody_said_what_may_be_asked_the_levels_below_are_never_called_wrong() -> None:
    plan = _plan("A lowest level sanction.", groups=["not-known"])

    assert _line(plan) == ""
    assert "low level" in _line(_plan(groups=["not-known"]))


def test_a_warning_that_names_it_is_told_on_the_page() -> None:
    failure = {"kind": "missed-call", "happened": "2026-10-14"}
    warned = threat(
        failure=failure, warning={"words": "This may be a higher-level sanction."}, groups=["none"]
    )
    plan = make_plan(case_of(warned), on=MONDAY)

    assert quoted_level(plan.case.problems[0]) == "higher"  # type: ignore[arg-type]
    assert "91 days" in _line(plan)
