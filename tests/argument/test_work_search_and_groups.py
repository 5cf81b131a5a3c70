"""What decides a case of work search stands in the letter as a sum, and first."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import body_of, of_case
from tests.facts import case_of, sanction

SEARCH = {"kind": "work-search-hours", "happened": "2026-10-05"}
EVIDENCE = {"kind": "evidence-not-given", "happened": "2026-10-05"}
AGREED = {"expected_hours": 35, "fewer_hours": 15, "fewer_because": "agreed", "counted_hours": 12}


def _letter(nation: str = "england", **facts: Any) -> str:
    found = of_case("it", case_of(sanction(**facts), nation=nation))
    letter = next(each for each in found if each.letter.kind == "mandatory-reconsideration")
    return body_of(letter.said())


def _hours(**week: Any) -> str:
    week = {**AGREED, "time_off": ["paid-work"], "was_agreed": "yes", **week}
    return _letter(failure=SEARCH, sides=["did-it"], groups=["carer"], search_week=week, account="I worked.")


def test_agreed_hours_are_held_against_the_offices_own_count() -> None:
    letter = _hours(agreed_on="2026-08")
    assert "The hours to measure by are 15, not 35" in letter
    assert "In August 15 hours a week were agreed with me. So 35 is the wrong number." in letter
    assert "Your own figure for what I did is 12 hours." in letter
    assert "no more than three hours to bring 15 down to the 12 of your own figure" in letter
    assert "about" not in letter.split("What I ask")[0]


def test_a_carer_whose_hours_are_argued_is_perhaps_freed_and_that_comes_last() -> None:
    letter = _hours()
    assert letter.index("15, not 35") < letter.index("I may be a carer of whom nothing can be required")


def test_hours_that_came_off_in_numbers_leave_no_failure() -> None:
    assert "That leaves 11 hours, and I did at least those. So there was no failure." in _hours(
        time_off_hours=4
    )


PREGNANT = {"failure": SEARCH, "sides": ["not-required"], "groups": ["late-pregnancy"]}


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_the_weeks_to_a_birth_are_worked_out(nation: str) -> None:
    birth = {"due": "2026-10-19", "has_certificate": "yes", "told_on": "2026-07-01"}
    letter = _letter(nation, **PREGNANT, birth=birth)
    assert "My due date was 19 October. From 5 October to that day is two weeks." in letter
    assert "from 11 weeks before the week a baby is due until 15 weeks after the birth" in letter
    assert "near the birth, or had just given birth" not in letter
    assert "own error" in letter


def test_a_birth_too_far_away_protects_from_nothing() -> None:
    letter = _letter(**PREGNANT, birth={"due": "2027-02-01"})
    assert "No work-related requirement" not in letter


def test_what_wins_outright_comes_before_that_the_request_is_late() -> None:
    late = {"decision": {"dated": "2026-08-20", "notified": "2026-08-20", "came_by": "letter", "days": 28}}
    periods = [
        {"began": "2026-08-20", "ended": "2026-09-20", "what": "I was in hospital."},
        {"began": "2026-09-20", "what": "I did not know until they told me."},
    ]
    failure = {**SEARCH, "happened": "2026-08-10"}
    letter = _letter(**{**PREGNANT, "failure": failure}, **late, late=periods, birth={"due": "2026-08-24"})
    assert letter.index("two weeks before my baby was due") < letter.index("although it is late")
    assert "After that I did not know until they told me." in letter
    assert "until today" not in letter


def test_evidence_turned_away_at_the_desk_is_no_part_conceded() -> None:
    told = {
        "how": "upload",
        "went_wrong": "too-large",
        "tries": "Eleven times.",
        "other_way": "in-person",
        "other_day": "2026-10-05",
        "was_taken": "refused",
        "goes_with_letter": "yes",
    }
    paper = [{"what": "The sheet", "have": "enclosed"}]
    letter = _letter(
        failure=EVIDENCE, sides=["did-part"], handing_in=told, evidence=paper, account="It failed."
    )
    assert "I offered the evidence to you at the jobcentre on 5 October, and you would not take it" in letter
    assert "I tried to upload it eleven times." in letter
    assert "Accept “The sheet” now as the evidence you asked for." in letter
    assert "Tell me another way" in letter
    assert "part" not in letter


def test_a_fit_note_that_covers_the_day_is_named_with_its_days() -> None:
    note = {"began": "2026-10-01", "ended": "2026-10-28", "told_on": "2026-10-02"}
    task = {"kind": "specific-task", "happened": "2026-10-14"}
    ill = [{"kind": "ill", "fact": "I had a fever.", "began": "2026-10-01"}]
    letter = _letter(failure=task, groups=["fit-note"], fit_note=note, reasons=ill, sides=["had-reason"])
    assert "I had a fit note from 1 October to 28 October. You were given it on 2 October." in letter
