"""A reason with a name is called by it, and its ground ends with what it came to in this very case."""

from __future__ import annotations

from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.clock_times import hour_in, is_within_hours
from tests.argument.cases import CLAIMANT, DECISION, WRITERS, body_of, case_of, of_case

ILL = {"kind": "ill", "called": "a migraine", "fact": "I was sick.", "effect": "I lay in the dark."}
TOLD = {"told_by": "journal", "words": "Please come on 14 October at 10.20.", "seen": "before"}


def letter(voice: str = "own", **facts: Any) -> str:
    base = {
        "kind": "applied-sanction",
        "id": "decision",
        "failure": {"kind": "missed-appointment", "happened": "2026-10-14"},
        "requirement": TOLD,
        "sides": ["had-reason"],
        "account": "It was a bad morning.",
        "decision": DECISION,
        "groups": ["none"],
    }
    case: Case = case_of({**base, **facts}, writer=WRITERS[voice], claimant=CLAIMANT)
    return body_of(next(of_case("named", case)).said())


def test_the_case_and_the_heading_name_the_reason() -> None:
    said = letter(reasons=[ILL])

    assert "A migraine kept me from coming" in said
    assert "I had a good reason: a migraine" in said
    assert "In that state I was not able to come at 10.20" in said


def test_without_a_name_the_kind_is_said() -> None:
    said = letter(reasons=[{**ILL, "called": ""}])

    assert "I was too ill to come" in said
    assert "migraine" not in said


def test_a_long_name_stands_in_the_case_and_in_the_heading_and_nowhere_else() -> None:
    said = letter(reasons=[{**ILL, "called": "a fever after two nights without sleep"}])

    assert "good reason: a fever after two nights without sleep" in said
    assert said.count("two nights without sleep") == 2


def test_what_is_no_name_is_told_like_any_answer() -> None:
    said = letter(reasons=[{**ILL, "called": "I was ill all night."}])

    assert "I was ill all night." in said
    assert "good reason: " not in said


def test_an_advisers_letter_says_whose_it_is() -> None:
    said = letter("adviser", reasons=[{**ILL, "kind": "caring", "called": "my son's fever"}])

    assert "Their son's fever kept Alex Morgan from coming" in said


def test_the_hour_is_held_against_the_hours_told() -> None:
    shift = {
        "kind": "working",
        "called": "my shift",
        "effect": "I stood at the till.",
        "work_hours": "9 to 11",
    }
    said = letter(reasons=[shift])

    assert "The appointment at 10.20 fell within those hours" in said
    assert "fell within" not in letter(reasons=[{**shift, "work_hours": "11 to 3"}])


def test_a_decision_that_says_no_reason_was_given_is_answered() -> None:
    failure = {
        "kind": "missed-appointment",
        "happened": "2026-10-14",
        "their_words": "You have not shown good reason.",
    }
    told = {"day": "2026-10-15", "how": "phone"}

    said = letter(reasons=[ILL], failure=failure, told_them=told)

    assert (
        "You write that no good reason was given. I had told you about it on 15 October, almost three weeks"
        in said
    )
    assert "no good reason was given" not in letter(
        reasons=[ILL], failure=failure, told_them={"day": "2026-11-03", "how": "phone"}
    )


def test_an_hour_and_the_hours_around_it_are_read_as_people_write_them() -> None:
    assert hour_in("Come at 10:40 on Monday.") == "10:40"
    assert hour_in("Come at 10:40 or at 11:40.") == ""
    assert is_within_hours("10:40", "I was with her from ten until three.")
    assert not is_within_hours("9.40", "I was with her from ten until three.")
    assert not is_within_hours("10:40", "I was with her all day.")


NO_LIFT = {
    "kind": "travel",
    "called": "having nobody to drive me that morning",
    "fact": "I have to have somebody drive me, and Ann works Fridays.",
    "effect": "I could not get to the office.",
    "began": "2026-10-14",
}


def test_who_never_set_out_was_not_held_up_on_the_way() -> None:
    said = letter(reasons=[NO_LIFT])
    unnamed = letter(reasons=[{**NO_LIFT, "called": ""}])

    assert "I had a good reason: having nobody to drive me that morning" in said
    assert "on the way" not in said + unnamed
    assert "What happened on the way" in letter(
        reasons=[{**NO_LIFT, "called": "", "fact": "The bus broke down."}]
    )


ONSET = "could not have warned you the day before"


def test_they_could_not_have_warned_anybody_only_where_nothing_told_says_the_contrary() -> None:
    bus = {"kind": "travel", "fact": "The bus broke down.", "began": "2026-10-14"}
    told = {"day": "2026-10-13", "how": "in-person", "words": "I cannot do tomorrow."}

    assert ONSET in letter(reasons=[bus])
    assert ONSET not in letter(reasons=[bus], told_them=told)
    assert ONSET not in letter(reasons=[{**bus, "could_tell": "yes"}])
    assert ONSET not in letter(reasons=[{**bus, "told_on": "2026-10-13"}])
    assert ONSET not in letter(reasons=[{**bus, "what_i_did": "I said so at the desk the day before."}])
    assert ONSET in letter(reasons=[bus], told_them={**told, "day": "2026-10-15"})
    that_day = {**told, "day": "2026-10-14"}
    assert ONSET in letter(reasons=[{**bus, "could_tell": "yes"}], told_them=that_day)
