"""What is asked straight after the answer that brings it up, and what is offered one tick away."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from challenge_letters.case.follow_ups import RequirementsNotice
from challenge_letters.case.queries import open_queries
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.journey import Journey
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.stored_answers import reader
from challenge_letters.interview.walk import journey_of
from tests import examples
from tests.interview.fakes import Missing, fake_answers
from tests.interview.walking import answers_for

TODAY = examples.AS_AT


def _told(name: str, **changed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    told = answers_for(examples.case_of(name), TODAY)
    for page, values in changed.items():
        key = page.replace("_", "-")
        key = key if key in told or key == "income-based" else f"problems/0/{key}"
        told[key] = {**told.get(key, {}), **values}
    return told


def _journey(told: dict[str, dict[str, Any]]) -> Journey:
    return journey_of(fake_answers(told), TODAY)


def _jsa(**changed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    also = {"also-universal-credit": {"also_universal_credit": "no"}}
    return {**_told("missed-appointment-ill", for_whom={"benefit": "new-style-jsa"}, **changed), **also}


BROUGHT_UP: tuple[dict[str, Any], ...] = (
    {"decision_when": {"sent": "2015-11-10"}},
    {"failure": {"their_words": "You did not log in to Universal Jobmatch."}},
)


@pytest.mark.parametrize("changed", BROUGHT_UP)
def test_income_based_is_asked_straight_after_what_brings_it_up(changed: dict[str, Any]) -> None:
    told = {**_jsa(**changed), "income-based": {"is_income_based": "no"}}
    journey = Journey(read=reader(fake_answers(told)), today=TODAY)
    with suppress(Missing):
        walk_pages(journey)
    asked = [one.visit.page.id for one in journey.visited]

    assert asked[asked.index("income-based") - 1] == next(iter(changed)).replace("_", "-")


@pytest.mark.parametrize("answer", ["yes", "not-known"])
def test_the_older_allowance_ends_the_road(answer: str) -> None:
    told = _jsa(decision_when={"sent": "2015-11-10"}, income_based={"is_income_based": answer})

    assert _journey(told).ending == "older-benefit"


def test_who_says_no_is_not_asked_again_at_the_end() -> None:
    told = _jsa(**BROUGHT_UP[1], income_based={"is_income_based": "no"})
    case = case_of(_journey(told))

    assert "was-it-income-based" not in {query.id for query in open_queries(case, today=TODAY)}


def test_a_decision_of_now_asks_nothing_of_the_kind() -> None:
    asked = [one.visit.page.id for one in _journey(_jsa()).visited]

    assert "income-based" not in asked


def test_the_notice_is_offered_to_whoever_is_not_safe_and_to_nobody_else() -> None:
    def offered(name: str) -> set[str]:
        journey = _journey(_told(name))
        more = next(one.visit for one in journey.visited if one.visit.page.id == "more")
        return set(more.offered or {})

    assert "stop-notice" in offered("not-safe-at-home")
    assert "stop-notice" not in offered("missed-appointment-ill")


def test_a_tick_leads_to_the_notice_without_another_question_about_the_way() -> None:
    told = _told("not-safe-at-home")
    told["problems/0/more"] = {"more": (*told["problems/0/more"]["more"], "stop-notice")}
    told["problems/1/stop-conditions"] = {
        "stop_within_six_months": "yes",
        "stop_lives_apart": "yes",
        "stop_used_in_last_year": "no",
        "stop_cares_for_child": "no",
    }
    told["problems/1/stop-proof"] = {"stop_proof_from": "A support worker", "stop_proof_by": ""}
    case = case_of(_journey(told))

    assert isinstance(case.problems[-1], RequirementsNotice)
    assert case.problems[-1].proof_from == "A support worker"
