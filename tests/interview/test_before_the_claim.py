"""Whether a job ended before the claim is asked after a decision and after a warning alike."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.interview.bridge import case_of
from tests import facts
from tests.facts import MONDAY
from tests.interview.phones import new_walker
from tests.interview.walker import Walker
from tests.interview.walking import canonical, journey_for

LEFT = {"failure": {"kind": "left-job", "their_day": "2026-11-06"}, "groups": ["none"]}
BEFORE = {"was_before_claim": "yes", "claimed_on": "2026-11-09", "work_was_to_end": "2026-11-20"}
WARNED = facts.threat(warning={"day": "2026-11-16"}, **LEFT)


def pages(problem: dict[str, Any]) -> list[str]:
    return [one.visit.page.id for one in journey_for(facts.case_of(problem), MONDAY).visited]


def at(page: str, problem: dict[str, Any]) -> Walker:
    """Return somebody who tells `problem` and now sees `page` of it."""
    walker = new_walker()
    walker.answer_all(journey_for(facts.case_of(problem), MONDAY), until=f"problems/0/{page}")
    return walker


@pytest.mark.parametrize("kind", ["left-job", "lost-job", "job-offer"])
def test_somebody_warned_is_asked_if_it_was_before_the_claim(kind: str) -> None:
    warned = pages({**WARNED, "failure": {"kind": kind, "their_day": "2026-11-06"}})

    assert warned.index("before-claim") < warned.index("situation")
    # What bars a reduction altogether is for a decision.
    assert "no-reduction" not in warned


@pytest.mark.parametrize("kind", ["missed-appointment", "particular-vacancy"])
def test_nobody_is_asked_of_what_can_only_be_since_the_claim(kind: str) -> None:
    assert "before-claim" not in pages({**WARNED, "failure": {"kind": kind, "their_day": "2026-11-06"}})


def test_the_case_holds_what_somebody_warned_answers() -> None:
    case = facts.case_of({**WARNED, **BEFORE})

    assert case_of(journey_for(case, MONDAY)) == canonical(case, MONDAY)
    assert str(canonical(case, MONDAY).problems[0].claimed_on) == "2026-11-09"  # type: ignore[union-attr]


def test_the_page_promises_nobody_warned_that_days_come_off() -> None:
    page = at("before-claim", {**WARNED, **BEFORE}).page

    assert "The claim is the one they may now take money from." in page.text
    assert "Days that passed before the claim can come off a sanction." in page.text


@pytest.mark.parametrize(
    ("was", "asked"),
    [("yes", "when they agreed to pay you on that claim?"), ("no", "true for you on that day?")],
)
def test_somebody_warned_is_asked_about_the_day_that_counts(was: str, asked: str) -> None:
    assert asked in at("situation", {**WARNED, **BEFORE, "was_before_claim": was}).page.h1
