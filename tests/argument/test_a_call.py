"""A call that was missed: what the message said of its hour, and whether it came, is the first ground."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_facts import text

MESSAGE = {
    "told_by": "journal",
    "told_on": "2026-10-12",
    "words": "We will phone you on Wednesday.",
    "seen": "before",
}
MISSED: dict[str, Any] = {
    "failure": {"kind": "missed-call", "happened": "2026-10-14"},
    "requirement": MESSAGE,
    "reasons": [],
}


def about(**call: Any) -> str:
    """Return the letter about a missed call of which `call` is told."""
    return text({**MISSED, "call": call})


def test_a_message_without_an_hour_is_named_in_the_heading() -> None:
    letter = about(time_given="none", rang="once", rang_at="2.10", number_hidden="yes")
    assert "1. You gave no time at which to be ready" in letter
    assert "Your message gave no time for the call. The one call that came showed no number." in letter
    assert (
        "I had been given no hour, so I had no fair chance to answer a single call at 2.10 from a number"
        in letter
    )
    assert "There was no number to ring back." in letter


def test_what_the_office_alone_can_show_is_asked_for_once() -> None:
    letter = about(time_given="window", given="between 9 and 1", rang="never")
    assert letter.count("which number was dialled, when, how often, and for how long it rang") == 1
    assert letter.index("My phone never rang") < letter.index("You gave a stretch of hours, not a time")


def test_a_call_that_came_late_is_not_the_one_that_was_notified() -> None:
    letter = about(time_given="exact", given="10.30", rang="once", minutes_after=50)
    assert "You rang 50 minutes late" in letter
    assert "It was to come at 10.30." in letter
    assert "had been told another hour" in letter


def test_a_few_minutes_make_no_other_call() -> None:
    call = {"time_given": "exact", "given": "10.30", "rang": "once", "minutes_after": 4}
    letter = text({**MISSED, "call": call, "sides": ["had-reason"], "account": "I was in the bath."})
    assert "The phone rang once." in letter
    assert "4 minutes" not in letter


def test_that_the_phone_rang_often_is_never_volunteered() -> None:
    letter = about(time_given="none", rang="more", rang_at="10.30")
    assert "10.30" not in letter
    assert "rang more" not in letter


@pytest.mark.parametrize("rang", ["never", "not-known"])
def test_a_phone_that_did_not_work_never_proves_that_nobody_rang(rang: str) -> None:
    broken = {"kind": "no-access", "lacking": ["phone"], "fact": "My phone was broken."}
    letter = text({**MISSED, "call": {"time_given": "exact", "rang": rang}, "reasons": [broken]})
    assert "never rang" not in letter


def test_who_saw_it_too_late_was_told_of_no_hour_at_all() -> None:
    unseen = {**MISSED, "requirement": {**MESSAGE, "seen": "after"}, "sides": ["not-told"]}
    letter = text({**unseen, "call": {"time_given": "none", "rang": "once"}})
    assert "The call was not made known to me in time" in letter
    assert "no time at which to be ready" not in letter


def test_an_appointment_without_place_or_time_says_so_in_its_heading() -> None:
    needed = {**MESSAGE, "words": "Come and see us.", "gave_place_and_time": "no"}
    letter = text({"requirement": needed, "sides": ["not-understood"], "reasons": []})
    assert "Your message did not give both the place and the time" in letter
