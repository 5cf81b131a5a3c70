"""A call outside its window, a task done late, and a decision that names nothing: only what is true is argued."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import DECISION
from tests.argument.test_facts import text

MESSAGE = {
    "told_by": "journal",
    "told_on": "2026-10-08",
    "words": "Your work coach will call you on 14 October between 10:00 and 10:30.",
    "seen": "before",
    "was_clear_it_was_required": "yes",
    "gave_place_and_time": "yes",
}
OUTSIDE = {"time_given": "window", "given": "between 10:00 and 10:30", "rang": "once", "rang_at": "at 11:42"}
INTERVIEW = {
    "kind": "working",
    "called": "a job interview",
    "effect": "I had my phone off",
    "work_hours": "an interview at 11:30",
}


def missed(call: dict[str, Any], **facts: Any) -> str:
    """Return the letter about a missed call that was to come between 10:00 and 10:30."""
    failure = {"kind": "missed-call", "happened": "2026-10-14"}
    return text({"failure": failure, "requirement": MESSAGE, "reasons": [], "call": call, **facts})


# -- the window of a call


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("between 10:00 and 10:30", ""),
        ("10-10.30", ""),
        ("", MESSAGE["words"]),
        ("from 10am to 10.30am", "We will call you."),
    ],
)
def test_a_call_after_its_window_is_not_the_one_that_was_notified(given: str, words: str) -> None:
    letter = missed({**OUTSIDE, "given": given}, requirement={**MESSAGE, "words": words})

    assert "1. You rang at 11:42, after the time you had given" in letter
    assert "A call outside that time is not the call that was notified." in letter
    assert (
        "I had been told another time, so I had no fair chance to answer a single call at 11:42, and"
        in letter
    )
    assert "stretch of hours" not in letter
    assert "every minute" not in letter
    assert "no hour" not in letter


def test_a_call_before_its_window_is_no_such_call_either() -> None:
    assert "1. You rang at 9.05, before the time you had given" in missed({**OUTSIDE, "rang_at": "9.05"})


def test_the_window_in_the_message_is_enough() -> None:
    letter = missed({"time_given": "not-known", "rang": "once", "rang_at": "11:42"})

    assert "You rang at 11:42, after the time you had given" in letter
    assert "It was to come between 10:00 and 10:30." in letter


@pytest.mark.parametrize("at", ["10:20", "10:34", "", "the next day at 9.30", "around then"])
def test_a_window_of_half_an_hour_is_no_stretch_of_hours(at: str) -> None:
    letter = missed({**OUTSIDE, "rang_at": at}, sides=["had-reason"], account="I was in the bath.")

    assert "stretch of hours" not in letter
    assert "after the time you had given" not in letter
    assert "before the time you had given" not in letter


def test_of_two_calls_both_have_to_lie_outside() -> None:
    twice, about = {**OUTSIDE, "rang": "twice"}, {"sides": ["had-reason"], "account": "I was in the bath."}
    assert "You rang at 11:42 and 11:50, after" in missed({**twice, "rang_at": "11:42 and 11:50"})
    assert "after the time" not in missed({**twice, "rang_at": "10:10 and 11:50"}, **about)
    assert "after the time" not in missed(twice, **about)


def test_a_window_longer_than_an_hour_is_a_stretch_of_hours() -> None:
    requirement = {**MESSAGE, "words": "We will call."}
    letter = missed({"time_given": "window", "given": "9 to 1", "rang": "once"}, requirement=requirement)
    assert "1. You gave a stretch of hours, not a time" in letter


def test_a_window_of_unknown_length_is_not_called_hours() -> None:
    requirement = {**MESSAGE, "words": "We will call."}
    letter = missed({"time_given": "window", "rang": "once"}, requirement=requirement)
    assert "1. You gave no exact time for the call" in letter
    assert "stretch of hours" not in letter


# -- somewhere else


def test_an_interview_begun_before_the_call_came_is_where_the_person_was() -> None:
    letter = missed(OUTSIDE, sides=["had-reason"], account="I went.", reasons=[INTERVIEW])

    assert "When the call came, I was at a job interview, and that is a good reason for missing it." in letter
    assert "at the call as well" not in letter


def test_an_interview_after_the_window_did_not_clash_with_it() -> None:
    call = {**OUTSIDE, "rang_at": "10:15"}
    letter = missed(call, sides=["had-reason"], account="I went.", reasons=[INTERVIEW])

    assert "at the call as well" not in letter
    assert "When the call came" not in letter


def test_an_interview_in_the_window_did_clash_with_it() -> None:
    reason = {**INTERVIEW, "work_hours": "10.15"}
    call = {**OUTSIDE, "rang_at": "10:20"}
    letter = missed(call, sides=["had-reason"], account="I went.", reasons=[reason])
    assert "I could not be there and at the call as well" in letter


# -- what had been told


def told(words: str, **reason: Any) -> str:
    """Return the letter of somebody who told `words` before the decision denied any reason."""
    denied = {"kind": "missed-call", "happened": "2026-10-14", "their_words": "No good reason was given."}
    telling = {"day": "2026-10-20", "words": words}
    about = {"sides": ["had-reason"], "account": "I went.", "reasons": [{**INTERVIEW, **reason}]}
    return missed(OUTSIDE, failure=denied, told_them=telling, decision=_dated(), **about)


def _dated() -> dict[str, Any]:
    return {**DECISION, "dated": "2026-11-04", "notified": "2026-11-04"}


def test_a_reason_that_was_not_told_was_never_told() -> None:
    assert "I had told you about it" not in told("nobody rang at ten")


def test_a_reason_that_was_told_is_held_against_a_denial() -> None:
    assert "I had told you about it on 20 October" in told("I was in an interview.")
    assert "I had told you about it on 20 October" in told("I was unwell.", kind="ill", called="flu")
    assert "I had told you about it on 20 October" in told("")


# -- a decision that does not say what it is for


SILENT = "A sanction has been applied to your account from 16 October for 15 days."
TASK = {**MESSAGE, "told_by": "to-do", "told_on": "2026-10-14", "words": "Upload your CV by 16 October."}


def silent(**facts: Any) -> str:
    """Return the letter about a decision that names no failure, after a task that was clear."""
    base = {
        "failure": {"kind": "not-said", "their_words": SILENT},
        "requirement": TASK,
        "sides": ["not-understood", "had-reason"],
        "account": "The library was shut.",
        "reasons": [{"kind": "no-access", "called": "a closed library", "effect": "I had no computer"}],
        "decision": {**_dated(), "gives_reasons": "no"},
    }
    return text({**base, **facts})


def test_who_understood_the_task_asks_what_the_decision_is_for() -> None:
    letter = silent()

    assert "You have not said what I am supposed to have failed to do" in letter
    assert "your notice names none" in letter
    assert "Please send them in writing" in letter
    assert "2. I had a good reason: a closed library" in letter
    for untrue in ("not clear", "not made clear", "could not tell from the message", "clear enough"):
        assert untrue not in letter


def test_who_did_not_understand_the_task_says_so() -> None:
    unclear = {**TASK, "was_clear_it_was_required": "no"}
    assert "The requirement was not clear" in silent(requirement=unclear)


def test_a_decision_that_names_the_failure_has_said_it() -> None:
    named = {"kind": "specific-task", "happened": "2026-10-16", "their_words": "You did not upload your CV."}
    assert "supposed to have failed" not in silent(failure=named)


# -- done, a day late


def done(did: str, **facts: Any) -> str:
    """Return the letter of somebody who says that they did the task."""
    failure = {"kind": "specific-task", "happened": "2026-10-16"}
    base = {"failure": failure, "requirement": TASK, "reasons": [], "sides": ["did-it"], "what_i_did": did}
    return text({**base, "account": "I uploaded it.", **facts})


def test_what_was_done_late_is_never_called_no_failure() -> None:
    letter = done("I uploaded it on Saturday 17 October at 10:52.")

    assert "I did it one day later" in letter
    assert "no failure" not in letter
    assert "there was none" not in letter
    assert "I did what was asked of me" not in letter


def test_the_day_may_be_the_answer_and_the_last_day_in_the_message() -> None:
    failure = {"kind": "not-said", "their_words": SILENT}
    since = {"state": "done", "day": "2026-10-17"}
    letter = done("I uploaded it at the library.", failure=failure, done_since=since)

    assert "I did it one day later" in letter
    assert "There was no failure" not in letter


def test_the_good_reason_comes_before_what_was_done_late() -> None:
    reason = {"kind": "no-access", "called": "a closed library", "effect": "I had no computer"}
    letter = done(
        "I uploaded it on 17 October.",
        sides=["did-it", "had-reason"],
        reasons=[reason],
        account="It was shut.",
    )

    assert "1. I had a good reason: a closed library" in letter
    assert letter.index("good reason: a closed library") < letter.rindex("I did it one day later")


def test_long_after_the_good_reason_stands_alone() -> None:
    reason = {"kind": "no-access", "called": "a closed library", "effect": "I had no computer"}
    sides = ["did-it", "had-reason"]
    letter = done("I uploaded it on 20 November.", sides=sides, reasons=[reason], account="It was shut.")

    assert "later" not in letter
    assert "There was no failure" not in letter


@pytest.mark.parametrize("did", ["I uploaded it on 15 October.", "I uploaded it on 16 October."])
def test_what_was_done_in_time_was_no_failure(did: str) -> None:
    again = {"state": "done", "day": "2026-10-20"}
    assert "There was no failure" in done(did, done_since=again)
