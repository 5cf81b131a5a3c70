"""What was to stay out and stands in somebody's own words is asked about before a letter is written."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, threat

from challenge_letters.case.queries import queries
from challenge_letters.plan.planning import make_plan

AWAY = {"kind": "custody-hospital-court", "was_in": "not-said"}
DIED = {"kind": "bereavement", "relation": "not-said"}
AT_RISK = {"others_see": "yes"}

NAMED = [
    ("place-kept-out", threat(account="I was in Hospital.", reasons=[AWAY]), {}, ("account",)),
    ("place-kept-out", threat(reasons=[{**AWAY, "fact": "They kept me in a police cell."}]), {}, ("reasons.custody-hospital-court.fact",)),
    ("place-kept-out", threat(reasons=[AWAY], evidence=[{"what": "Letter from the magistrates’ court"}]), {}, ("evidence.0.what",)),
    ("place-kept-out", threat(reasons=[AWAY], told_them={"words": "I am on the ward."}, account="A&E kept me."), {}, ("account", "told_them.words")),
    ("relation-kept-out", threat(reasons=[{**DIED, "effect": "I had to bury my mum."}]), {}, ("reasons.bereavement.effect",)),
    ("harm-kept-out", threat(account="He hit me that day."), AT_RISK, ("account",)),
    ("harm-kept-out", threat(account="I am in a refuge.", reasons=[{"kind": "not-safe"}]), {}, ("account",)),
    ("address-kept-out", threat(account="I moved to LS1 4AP."), AT_RISK, ("account",)),
    ("address-kept-out", threat(done_since={"words": "I gave them 9 Sample Street."}), {"post_is_safe": "no"}, ("done_since.words",)),
    ("phone-kept-out", threat(account="Ring me on 07700 900 123."), AT_RISK, ("account",)),
    ("phone-kept-out", threat(what_i_did="I wrote from ann@example.org."), {"phone_is_safe": "no"}, ("what_i_did",)),
]  # fmt: skip

NOT_NAMED = [
    (threat(account="I was away that day.", reasons=[AWAY]), {}),
    # Where the place is said, or was never left out, the words are the person's own affair.
    (threat(account="I was in hospital.", reasons=[{**AWAY, "was_in": "hospital"}]), {}),
    (threat(account="I was in hospital.", reasons=[{"kind": "custody-hospital-court"}]), {}),
    (threat(account="I was in hospital.", reasons=[{"kind": "ill"}]), {}),
    (threat(account="I live at LS1 4AP, 07700 900 123."), {}),
    (threat(account="They threatened me with a sanction."), AT_RISK),
    (threat(account="The jobcentre is in Testtown."), {"post_is_safe": "no"}),
]


def _case(problem: dict[str, Any], safety: dict[str, Any]) -> Any:
    claimant = {"name": "Ann Example", "address": ["9 Sample Street", "Testtown"]}
    return case_of(problem, safety=safety, claimant=claimant)


@pytest.mark.parametrize(("query_id", "problem", "safety", "places"), NAMED)
def test_own_words_that_name_it_are_found_wherever_they_stand(
    query_id: str, problem: dict[str, Any], safety: dict[str, Any], places: tuple[str, ...]
) -> None:
    (query,) = queries(_case(problem, safety), today=MONDAY)

    assert (query.id, query.answers[1:]) == (query_id, places)


@pytest.mark.parametrize(("problem", "safety"), NOT_NAMED)
def test_what_was_not_left_out_is_not_looked_for(problem: dict[str, Any], safety: dict[str, Any]) -> None:
    assert queries(_case(problem, safety), today=MONDAY) == ()


def test_the_letter_waits_for_the_answer_and_the_caution_stays() -> None:
    problem = threat(account="I was in hospital.", reasons=[AWAY], sides=["had-reason"])
    answer = {"query": "threat:place-kept-out"}

    asked = make_plan(case_of(problem), on=MONDAY)
    answered = make_plan(case_of(problem, answered_queries=[answer]), on=MONDAY)

    assert (asked.now, len(asked.queries)) == (None, 1)
    assert answered.now is not None
    assert any("wanted something left out" in caution for caution in answered.cautions)
