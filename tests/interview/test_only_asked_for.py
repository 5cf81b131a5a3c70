"""From the first page to the letter for somebody who only wants their records, or only to complain."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.interview.texts import labels
from tests.facts import MONDAY, case_of, demand, threat
from tests.interview.phones import new_walker
from tests.interview.walking import answers_for, journey_for

NOTHING = {"kind": "nothing-decided"}
RECORDS = {"records_request": {"systems": ("journal", "calls"), "period_from": "2026-07-01"}}
COMPLAINT = {
    "complaint": {
        "about": "provider",
        "office": "Forward Steps",
        "events": [{"day": "2026-11-04", "what": "She made each of us stand and speak."}],
        "should_have_happened": "Somebody should have let me speak to her alone.",
        "remedies": ["apologise"],
    }
}


@pytest.mark.parametrize(
    ("told", "problem_type", "letter"),
    [(RECORDS, "records", "copy of your records"), (COMPLAINT, "complaint", "omplaint")],
)
def test_the_first_page_leads_to_it(told: dict[str, Any], problem_type: str, letter: str) -> None:
    case = case_of(NOTHING, claimant={"name": "Ann Example"}, **told)
    journey = journey_for(case, MONDAY)
    pages = [one.visit.page.id for one in journey.visited]
    walker = new_walker()
    walker.answer_all(journey)

    assert answers_for(case, MONDAY)["problems/0/what-happened"] == {"door": problem_type}
    assert not {"failure", "decision-when", "sent"} & set(pages)
    assert len(pages) <= 16
    assert letter in walker.page.text
    # What is in hand is not offered again.
    assert ("Ask for a copy of your records" in walker.page.text) is (problem_type != "records")


def test_only_the_first_page_offers_it() -> None:
    case = case_of(NOTHING, claimant={"name": "Ann Example"}, **RECORDS)
    first = journey_for(case, MONDAY).visited[0].visit

    assert first.offered == labels("door")


def test_a_second_demand_for_a_log_in_is_not_asked_about_because_a_reply_answers_one() -> None:
    case = case_of(demand(id="a"), threat(id="b"), claimant={"name": "Ann Example"})
    journey = journey_for(case, MONDAY)
    first_pages = [one.visit for one in journey.visited if one.visit.page.id == "what-happened"]

    assert "asked" in (first_pages[0].offered or {})
    assert "asked" not in (first_pages[1].offered or {})
