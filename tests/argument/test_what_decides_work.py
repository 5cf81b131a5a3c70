"""The deciding facts of a job, a placement, a week of care and a lost job: each asked, and each argued."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_facts import text

OFFER = {"failure": {"kind": "job-offer", "happened": "2026-10-14"}, "sides": ["had-reason"]}
NO_BUS = [{"kind": "travel", "fact": "There is no bus so early.", "usual_minutes": 125}]
LEFT = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "sides": ["had-reason"], "reasons": []}
PLACEMENT = {"failure": {"kind": "work-placement", "happened": "2026-11-03"}, "sides": ["had-reason"]}
LOST = {"failure": {"kind": "lost-job", "happened": "2026-09-18"}, "sides": [], "reasons": []}
SEARCH = {"failure": {"kind": "work-search-hours", "happened": "2026-10-19"}, "groups": ["carer"]}


def _offer(**job: Any) -> str:
    return text({**OFFER, "reasons": NO_BUS, "job": {"was_offered": "yes", **job}})


def test_work_that_begins_before_one_can_be_there() -> None:
    letter = _offer(starts_at="6am", there_by="8.20am")
    assert (
        "The work begins at 6am. The earliest I can be there is 8.20am, which is 2 hours 20 minutes" in letter
    )
    assert "I cannot be there when the work begins." in letter
    assert "held up" not in letter
    assert "The earliest I can be there" not in _offer(starts_at="9am", there_by="8.20am")


def test_a_journey_over_the_limit_is_measured_once() -> None:
    letter = _offer(minutes_each_way=125)
    assert "35 minutes over the limit" in letter
    assert "usually takes" not in letter


def test_an_offer_that_is_not_disputed_needs_no_paper() -> None:
    assert "no offer in writing" not in _offer(in_writing="no")


def test_which_other_jobs_were_applied_for() -> None:
    letter = _offer(others_applied="six jobs in warehouses, one of them there", other_jobs="more")
    assert "In that week I applied for six jobs in warehouses, one of them there, so I was looking" in letter
    assert "more than two" not in letter


def test_a_danger_is_shown_and_other_work_was_asked_for() -> None:
    job = {"faults": ["safety"], "danger": "the guard was off", "other_work": "none"}
    letter = text(
        {
            **LEFT,
            "job": {**job, "asked_for": "work in the yard", "danger_shown": "Sam was taken to hospital."},
        }
    )
    assert "Sam was taken to hospital. Nobody has to work on where it is not safe" in letter
    assert "I asked for work in the yard. No other work was offered to me." in letter


def test_who_is_sent_home_has_not_left_a_placement() -> None:
    job = {"ended": "sent-away", "ended_words": "There is nothing for you here."}
    letter = text({**PLACEMENT, "reasons": [], "job": job})
    assert "I did not leave: I was sent home" in letter
    assert "“There is nothing for you here.”" in letter
    assert "Somebody who is sent home has not left" in letter
    quoted = text(
        {**PLACEMENT, "reasons": [], "job": job, "account": "He said: there is nothing for you here."}
    )
    assert quoted.count("nothing for you here") == 1


def test_what_the_message_did_not_ask_for_cannot_be_failed() -> None:
    letter = {"told_by": "letter", "told_on": "2026-10-12", "words": "Office administration."}
    job = {"not_as_told": "to help at the fryers"}
    said = text({**PLACEMENT, "reasons": [], "job": job, "requirement": letter})
    assert (
        "I was asked to help at the fryers. The message that is quoted above does not ask for that." in said
    )
    assert "Nothing of the kind had been made known to me" in text({**PLACEMENT, "reasons": [], "job": job})


def test_the_hours_of_care_and_an_agreement_without_a_number() -> None:
    week = {"expected_hours": 35, "counted_hours": 17, "fewer_because": "agreed", "agreed_on": "2026-07-14"}
    told = {"search_week": {**week, "agreed_words": "Do what you can"}, "sides": ["did-it"], "care_hours": 25}
    letter = text({**SEARCH, **told})
    assert "The care takes about 25 hours a week." in letter
    assert "What had been agreed with me on 14 July was: “Do what you can”" in letter
    assert "So 35 was no longer the number to measure by." in letter
    assert "put what was agreed into my commitment" in letter
    assert "What had been agreed" not in text(
        {**SEARCH, "search_week": {**week, "fewer_hours": 20}, "sides": ["did-it"]}
    )


def test_the_employers_word_alone() -> None:
    disputed = {"disputed": ["conduct"], "circumstances": "I had been on shift for 15 hours."}
    told = {**disputed, "own_appeal": "on 24 September, and have had no answer", "asked_first": "no"}
    letter = text({**LOST, "misconduct": told})
    assert "I had been on shift for 15 hours." in letter
    assert "I appealed to the employer on 24 September, and have had no answer." in letter
    assert "I was not asked for my side before you decided." in letter
    assert "not asked for my side" not in text({**LOST, "misconduct": {**told, "asked_first": "yes"}})


def test_what_explains_it_is_ground_enough() -> None:
    assert "I had been on shift" in text({**LOST, "misconduct": {"circumstances": "I had been on shift."}})


def test_an_accusation_that_fell_on_appeal_is_the_first_ground() -> None:
    letter = text({**LOST, "misconduct": {"disputed": ["conduct"], "appeal_result": "taken-back"}})

    assert "My employer itself no longer says that I did it" in letter
    assert "On my appeal the employer did not uphold the accusation." in letter


@pytest.mark.parametrize("result", ["stood-by-it", "waiting", "none", "not-known"])
def test_an_appeal_that_changed_nothing_is_not_said_to_have_cleared_anybody(result: str) -> None:
    letter = text({**LOST, "misconduct": {"disputed": ["conduct"], "appeal_result": result}})
    assert "no longer" not in letter
