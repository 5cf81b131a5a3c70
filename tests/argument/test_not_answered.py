"""A decision that says besides that nothing was answered or sent is answered in that as well."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.case.not_answered import not_answered
from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
CHARGE = "You have not told us why."
WORDS = f"You did not attend on 29 October. {CHARGE}"
ASKED = "You were asked to explain and provide evidence by 17 November. We have not received it."
ILL = [{"kind": "ill", "called": "a fever", "fact": "I had a fever."}]
SENT = [{"what": "Letter of the surgery"}]


def _of(words: str = WORDS, **facts: Any) -> dict[str, Any]:
    told = {"sides": ["had-reason"], "account": "I was ill.", "reasons": ILL}
    return {**told, "failure": {**MISSED, "their_words": words}, **facts}


@pytest.mark.parametrize(
    ("words", "charge"),
    [
        (WORDS, CHARGE),
        ("You did not attend. You did not reply to us.", "You did not reply to us."),
        ("You missed it. You did not tell us beforehand.", "You did not tell us beforehand."),
        (
            "You missed it. You did not let us know that you could not come.",
            "You did not let us know that you could not come.",
        ),
        (
            f"You did not attend. {ASKED} Nothing will be paid for 10 days.",
            ASKED,
        ),
        ("You did not come. No reason has been provided.", "No reason has been provided."),
        ("You did not come. You gave no explanation.", "You gave no explanation."),
        ("You did not come. We have not heard from you.", "We have not heard from you."),
        ("You did not come and did not tell us why.", "did not tell us why"),
        ("You stayed away without telling your work coach.", "without telling your work coach"),
    ],
)
def test_the_words_that_say_it_are_found(words: str, charge: str) -> None:
    assert not_answered(words, "missed-appointment") == charge


@pytest.mark.parametrize(
    "words",
    [
        "You did not attend your appointment.",
        "You did not attend and had no good reason.",
        "You have not shown a good reason for missing it.",
        "We have decided that you do not have good reason.",
        "You told us why, and we do not accept it.",
        "We rang you twice and you did not answer the phone.",
        "You did not respond to our call at 10.",
        "You did not receive a payment.",
        "Tell us why by 17 November.",
        "",
    ],
)
def test_other_words_say_nothing_of_it(words: str) -> None:
    assert not not_answered(words, "missed-appointment")


def test_where_the_proof_is_what_was_required_it_is_no_second_charge() -> None:
    assert not not_answered("You did not send proof of your search. You did not reply.", "evidence-not-given")


def test_what_they_say_the_answer_and_what_decides_stand_together() -> None:
    letter = _letter("", sanction(**_of(why_no_answer="their letter came after that day", evidence=SENT)))

    assert (
        f"You also write: “{CHARGE}” My answer is that their letter came after that day. What decides is "
        "whether there was a good reason, and not when it was told or shown. The answer is before you now, and "
        "the papers are enclosed."
    ) in letter


def test_without_papers_none_are_enclosed() -> None:
    letter = _letter("", sanction(**_of(why_no_answer="I did tell the desk")))

    assert "My answer is that I did tell the desk." in letter
    assert "The answer is before you." in letter
    assert "papers are enclosed" not in letter


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I told the desk. The man wrote it down.", "I told the desk. The man wrote it down."),
        ("The letter came late", "My answer is that the letter came late."),
        ("Mr Adeyemi never asked for it", "Mr Adeyemi never asked for it."),
        ("because of the post", "My answer is this: “because of the post”"),
    ],
)
def test_an_answer_reads_however_it_was_typed(typed: str, said: str) -> None:
    assert f"“{CHARGE}” {said}" in _letter("", sanction(**_of(why_no_answer=typed)))


def test_an_adviser_tells_it_by_name() -> None:
    adviser = {"kind": "adviser", "name": "Robin Adviser", "calls_them": "Ms Morgan"}
    problem = sanction(**_of(why_no_answer="Ms Morgan cannot open post", account="Ms Morgan was ill."))

    assert f"“{CHARGE}” Ms Morgan cannot open post." in _letter("", problem, writer=adviser)


def test_nothing_is_said_without_an_answer_or_without_the_charge() -> None:
    assert "You also write" not in _letter("", sanction(**_of()))
    assert "I was told late" not in _letter(
        "", sanction(**_of("You were away.", why_no_answer="I was told late"))
    )


def test_where_no_reason_is_argued_it_stands_with_the_best_ground() -> None:
    facts = _of(why_no_answer="I was never asked", sides=["excused"], reasons=[])
    letter = _letter("", sanction(**facts, excused={"day": "2026-10-20", "words": "No need to come."}))

    assert "That is not what decides. What decides is what was required, what was done and why." in letter


def test_a_warning_that_says_it_is_answered_too() -> None:
    assert f"You also write: “{CHARGE}”" in _letter("", threat(**_of(why_no_answer="I did tell the desk")))


def test_words_that_are_one_sentence_are_quoted_from_where_they_say_it() -> None:
    letter = _letter("", sanction(**_of("You did not come and did not tell us why.", why_no_answer="I rang")))

    assert "You also write: “did not tell us why”. My answer" in letter
