"""A point of the person's own has a heading of its own, and what else they want is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import demand, sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29", "their_words": "You did not come."}
ILL = [{"kind": "ill", "called": "a migraine", "effect": "stand up"}]
PRESSED = {
    "says": "I pressed “done” only to clear my list.",
    "because": "The day before I had written that the form would not open.\nI had nothing to hide.",
}


def _of_a_decision(**facts: Any) -> str:
    told = {"failure": MISSED, "account": "It was a bad day.", "sides": ["had-reason"], "reasons": ILL}
    return _letter("", sanction(**{**told, **facts}))


def test_it_is_a_ground_under_its_own_words_after_the_others() -> None:
    letter = _of_a_decision(own_points=[PRESSED])

    assert "2. I pressed “done” only to clear my list\n" in letter
    assert letter.index("1. I had a good reason") < letter.index("2. I pressed") < letter.index("What I ask")


def test_whoever_calls_it_the_strongest_reads_it_first() -> None:
    letter = _of_a_decision(own_points=[{**PRESSED, "comes_first": True}])

    assert letter.index("1. I pressed") < letter.index("2. I had a good reason: a migraine\n")


def test_each_line_of_it_is_a_paragraph_as_it_was_typed() -> None:
    letter = _of_a_decision(own_points=[PRESSED])

    assert "The day before I had written that the form would not open.\n\nI had nothing to hide." in letter


def test_before_the_length_of_a_sanction_stands_why_there_should_be_none() -> None:
    done = {"state": "done", "day": "2026-10-31"}
    decision = {"notified": "2026-11-02", "days": 14, "is_open_ended": "yes"}
    facts = {"done_since": done, "decision": decision, "earlier_sanctions_known": "yes"}
    letter = _of_a_decision(own_points=[PRESSED], **facts)

    assert letter.index("2. I pressed “done”") < letter.index("3. If you still find a failure")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("tell me whether I can sign at the desk", "Please tell me whether I can sign at the desk."),
        ("Tell me whether I can sign at the desk.", "Tell me whether I can sign at the desk."),
        ("another way", "I also ask for this: “another way”."),
    ],
)
def test_what_else_is_wanted_is_a_request_of_its_own(words: str, asked: str) -> None:
    letter = _of_a_decision(own_request=words)

    assert any(line.startswith("(") and asked in line for line in letter.splitlines())


def test_a_warning_and_a_demand_are_answered_with_them_too() -> None:
    facts = {"own_points": [PRESSED], "own_request": "put it in writing"}
    warned = _letter("", threat(failure=MISSED, account="It was a bad day.", sides=["had-reason"], **facts))
    asked = _letter("password-reply", demand(**facts))

    for letter in (warned, asked):
        assert "I pressed “done” only to clear my list\n" in letter
        assert "Please put it in writing." in letter


def test_a_client_is_quoted_and_an_adviser_is_not() -> None:
    adviser = {"kind": "adviser", "name": "R. Example", "calls_them": "Ms Sample"}
    of_client = {**PRESSED, "says": "Ms Sample pressed “done” only to clear her list."}
    told = sanction(failure=MISSED, own_points=[of_client, {**PRESSED, "because": "I told them."}])
    letter = _letter("", told, writer=adviser)

    assert "Ms Sample pressed “done” only to clear her list\n" in letter
    assert "says this: “I pressed" in letter


@pytest.mark.parametrize(
    "half", [{"says": "I had asked for it twice."}, {"because": "I had asked for it twice."}]
)
def test_half_a_point_is_told_and_an_empty_one_is_not(half: dict[str, str]) -> None:
    letter = _of_a_decision(own_points=[half, {}])

    assert "There is more to weigh\n\nI had asked for it twice." in letter
    assert letter.count("There is more to weigh") == 1
