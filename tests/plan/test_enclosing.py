"""A record of a work search goes with the letters it answers something in, and with no other."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

RECORD = [{"day": "2026-11-03", "what": "Applied to a bakery."}]


def _plan(problem: dict[str, Any], record: list[dict[str, str]]) -> Plan:
    return make_plan(case_of(problem, work_search=record), on=MONDAY)


@pytest.mark.parametrize(
    ("problem", "is_enclosed"),
    [
        (demand(), True),
        (sanction(failure={"kind": "work-search-hours"}), True),
        (threat(failure={"kind": "evidence-not-given"}), True),
        (sanction(failure={"kind": "missed-appointment"}), False),
        (threat(failure={"kind": "job-offer"}), False),
    ],
)
def test_it_goes_with_what_it_answers(problem: dict[str, Any], is_enclosed: bool) -> None:
    for record, expected in ((RECORD, is_enclosed), ([], False)):
        plan = _plan(problem, record)
        assert plan.now is not None
        assert encloses_record(plan.now, plan.case) is expected
        assert ("enclose-record" in {step.id for step in plan.steps}) is expected


def test_it_never_goes_with_a_request_for_records() -> None:
    plan = _plan(demand(), RECORD)
    other = plan.letter("subject-access-request")

    assert other is not None
    assert not encloses_record(other, plan.case)


def test_a_record_is_a_way_to_show_a_work_search() -> None:
    refused, written = _plan(demand(offers=[]), []), _plan(demand(offers=[]), RECORD)

    assert (refused.now, "Choose at least one way" in refused.why_not("password-reply")) == (None, True)
    assert "show-ways" in {step.id for step in refused.steps}
    assert written.now is not None
    assert written.now.demand is not None
    assert [offer.way for offer in written.now.demand.offers] == ["enclosed"]
    assert "show-ways" not in {step.id for step in written.steps}


def test_whoever_will_show_nothing_is_taken_at_their_word() -> None:
    plan = _plan(demand(offers=[], will_show_nothing=True), RECORD)

    assert plan.now is None
    assert "show-ways" in {step.id for step in plan.steps}


def test_what_is_offered_already_stands_as_it_was_said() -> None:
    plan = _plan(demand(), RECORD)

    assert plan.now is not None
    assert plan.now.demand is not None
    assert [(offer.way, offer.what) for offer in plan.now.demand.offers] == [("enclosed", "a list")]
