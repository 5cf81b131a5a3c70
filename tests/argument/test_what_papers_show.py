"""What the papers show is argued where they are named, and what others hold is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

TILL = {"kind": "lost-job", "happened": "2026-10-01", "their_words": "You made a false refund."}
MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
SHEET = [{"what": "Clock sheet of 19 September", "have": "enclosed"}]
DENIED = {"disputed": ["conduct"], "words": "I did not make it."}


def _letter_of(**facts: Any) -> str:
    told = {"failure": TILL, "misconduct": DENIED, "account": "I was at my break.", "evidence": SHEET}
    return _letter("", sanction(**{**told, **facts}))


def test_what_they_show_stands_beside_their_names() -> None:
    letter = _letter_of(evidence_shows="I was clocked out from 14.06 to 14.37")
    named = letter.index("evidence is enclosed")

    assert named < letter.index("The papers show that I was clocked out from 14.06 to 14.37.") < named + 120


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Example Works wrote to my old flat.", "The papers show that Example Works wrote to my old flat."),
        ("The bus was late", "The papers show that the bus was late."),
        ("I rang them twice", "The papers show that I rang them twice."),
        ("that I was out.", "The papers show that I was out."),
        ("The sheet has me out from 14.06.", "The sheet has me out from 14.06."),
        ("my break times", "What the papers show is this: “my break times”"),
    ],
)
def test_it_is_always_a_sentence(typed: str, said: str) -> None:
    assert said in _letter_of(evidence_shows=typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the till list between 14.06 and 14.37", "Please look at the till list between 14.06 and 14.37."),
        ("Ask Ms Sample what she wrote down.", "Ask Ms Sample what she wrote down."),
        ("The till list of that hour", "Please look at the till list of that hour."),
        ("Ms Sample's note", "Please look at Ms Sample's note."),
        ("please ask the guard", "Please look at this: “please ask the guard”"),
    ],
)
def test_what_others_hold_is_asked_for(typed: str, said: str) -> None:
    letter = _letter_of(to_look_at=typed)
    assert letter.index("What I ask you to do") < letter.index(said)


def test_an_answer_to_a_warning_asks_for_it_too() -> None:
    warned = threat(failure=MISSED, sides=["had-reason"], to_look_at="my message of 9 October")
    assert "Please look at my message of 9 October." in _letter("", warned)


def test_with_no_single_ground_they_stand_in_the_best_one() -> None:
    told = sanction(
        failure=MISSED,
        sides=["not-told"],
        requirement={"seen": "after"},
        account="I was out.",
        evidence_shows="the letter came on 2 November",
    )
    assert "The papers show that the letter came on 2 November." in _letter("", told)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Letter from the surgery", "The letter from the surgery will follow. Please do not wait for that."),
        ("Two lines from my neighbour", "Two lines from my neighbour will follow."),
        ("Donna's appointment card", "Donna's appointment card will follow."),
        ("Library booking record", "This is to follow: Library booking record. Please do not wait for it."),
    ],
)
def test_what_is_to_follow_is_said_in_a_sentence_where_its_article_is_sure(title: str, said: str) -> None:
    assert said in _letter_of(evidence=[{"what": title, "have": "asked-for"}])


def test_what_they_sent_is_enclosed_under_its_name_and_day() -> None:
    copy = [{"what": "Copy of what I was sent", "have": "enclosed"}]
    facts = {"failure": MISSED, "sides": ["had-reason"], "evidence": copy}
    warned = threat(warning={"day": "2026-11-16"}, **facts)

    assert "Your decision of 2 November 2026" in _letter_of(evidence=copy).partition("Enclosed")[2]
    assert "Your message of 16 November 2026" in _letter("", warned).partition("Enclosed")[2]
    assert "Copy of what I was sent" in _letter("", threat(**facts)).partition("Enclosed")[2]
