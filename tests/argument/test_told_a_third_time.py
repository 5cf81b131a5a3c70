"""What the account, the point at the head and the papers all tell is told once where it proves something."""

from __future__ import annotations

from typing import Any

from challenge_letters.case.queries import open_queries
from tests.argument.test_lost_contests import _letter
from tests.facts import MONDAY, case_of, sanction

MISSED = {"kind": "missed-appointment", "happened": "2026-10-22"}
STAY = {"began": "2026-10-21", "ended": "2026-10-23"}
CHILD = {"kind": "caring", "called": "my son being in hospital", "age": "5", **STAY}
WARD = {
    "kind": "custody-hospital-court",
    "was_in": "hospital-with-somebody",
    "called": "his stay on the ward",
    **STAY,
}
STORY = "My son was taken to hospital on 21 October. We came home on 23 October."
PAPERS = [{"what": f"Page {page} of my diary", "have": "enclosed"} for page in range(4)]


def _letter_of(**facts: Any) -> str:
    told = {"failure": MISSED, "account": STORY, "sides": ["had-reason"], "reasons": [CHILD], **facts}
    return _letter("", sanction(**told))


def test_what_papers_show_is_left_out_where_all_of_it_is_told() -> None:
    told = "my son was in hospital from 21 October and came home on 23 October"

    letter = _letter_of(evidence_shows=told, evidence=PAPERS)
    assert told not in letter
    assert "My evidence of this is enclosed." in letter


def test_what_papers_show_besides_is_said_with_their_being_enclosed() -> None:
    letter = _letter_of(evidence_shows="the sheet was signed at 14.15", evidence=PAPERS)

    assert "The papers I enclose show that the sheet was signed at 14.15." in letter
    assert "My evidence of this is enclosed." not in letter


def test_a_child_and_a_hospital_of_the_same_days_are_one_reason() -> None:
    letter = _letter_of(reasons=[CHILD, WARD])

    assert "my son being in hospital" in letter
    assert "his stay on the ward" not in letter
    assert "I was with somebody else at a hospital." not in letter


def test_a_stay_of_other_days_keeps_its_name() -> None:
    assert "his stay on the ward" in _letter_of(reasons=[CHILD, {**WARD, "ended": "2026-10-24"}])


def test_days_that_the_account_names_are_not_counted_again() -> None:
    effect = {**CHILD, "effect": "leave him"}
    on_the_day = f"{STORY} On 22 October I sat at his bed."

    assert "lies within that time" not in _letter_of(reasons=[effect], account=on_the_day)
    assert "lies within that time" in _letter_of(reasons=[effect])
    assert "lies within that time" in _letter_of(reasons=[effect], account="My son was in hospital.")


def test_two_requests_to_look_at_something_are_one_sentence() -> None:
    looking = {"failure": MISSED, "account": STORY, "sides": ["had-reason"]}
    letter = _letter(
        "",
        sanction(id="one", **looking, to_look_at="my message of 24 October"),
        sanction(
            id="two",
            **{**looking, "failure": {**MISSED, "happened": "2026-10-31"}},
            to_look_at='your answer, "Thanks, received."',
        ),
    )

    assert 'Please look at my message of 24 October, and at your answer, "Thanks, received".' in letter


def _done_late(*sides: str) -> str:
    done = {"state": "done", "day": "2026-11-02"}
    task = {"kind": "specific-task", "happened": "2026-10-31"}
    told = sanction(failure=task, account=STORY, sides=sides, reasons=[CHILD], done_since=done)
    case = case_of(told)
    answered = [{"query": each.key} for each in open_queries(case, today=MONDAY)]
    return _letter("", told, answered_queries=answered)


def test_done_two_days_later_is_no_ground_beside_the_reason_for_it() -> None:
    assert "I did it two days later" not in _done_late("did-it", "had-reason")
    assert "I had a good reason" in _done_late("did-it", "had-reason")
