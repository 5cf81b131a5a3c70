"""A call to a number that was not the one to ring: which it was, and how the right one had been given."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_facts import text

DAY = "2026-10-10"
NUMBER = "01632 960 882"
SCREEN = "Your contact details have been updated."
IN_MY_DETAILS = {"day": DAY, "how": "account-details", "words": NUMBER, "said_back": SCREEN}
BROKEN = {"kind": "no-access", "lacking": ["phone"], "called": "a phone in the repair shop"}
ADVISER = {"writer": {"kind": "adviser", "name": "Sam Adviser"}, "claimant": {"name": "Ann Example"}}
APPOINTEE = {"writer": {"kind": "appointee", "name": "Jo Example"}, "claimant": {"name": "Ann Example"}}


def rung(at: str, told: dict[str, Any] | None, account: str = "I waited.", **about: Any) -> str:
    """Return the letter about a call that was rung `at` a number, and what was told of the right one."""
    call = {"time_given": "exact", "given": "at 10.20", "rang": at, "number_told": told}
    failure = {"kind": "missed-call", "happened": "2026-10-14"}
    facts = {"failure": failure, "sides": ["came"], "account": account, "call": call, "reasons": [BROKEN]}
    return text(facts, **about)


# -- the number was put into the account


def test_a_number_put_into_the_account_was_given_on_no_form() -> None:
    letter = rung("elsewhere", IN_MY_DETAILS)

    assert "On 10 October I put a new number into the details of my online account." in letter
    assert f"The details then read: “{NUMBER}”." in letter
    assert f"The answer was: “{SCREEN}”" in letter
    assert "I gave you" not in letter


def test_an_adviser_and_an_appointee_claim_no_act_of_their_own() -> None:
    put = "a new number was put into the details of {whose} online account"

    assert put.format(whose="my client's") in rung("elsewhere", IN_MY_DETAILS, **ADVISER)
    assert put.format(whose="Ann Example's") in rung("elsewhere", IN_MY_DETAILS, **APPOINTEE)


def test_what_the_office_knew_can_have_come_from_the_account() -> None:
    error = {"what_they_knew": "my new number", "told_on": DAY, "told_how": "account-details"}
    letter = text({"account": "I was ill.", "official_error": error})

    assert "You were told of this in the details of my online account on 10 October." in letter


def test_a_number_given_by_phone_is_given_to_the_office() -> None:
    letter = rung("elsewhere", {"day": DAY, "how": "phone"})

    assert "On 10 October I gave you a new number by phone." in letter


# -- the call went to the person's own old number


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_a_call_to_the_old_number_is_not_said_to_have_gone_to_a_strangers(nation: str) -> None:
    letter = rung("old-number", {"day": DAY, "how": "phone"}, nation=nation)

    assert "my old number, not" in letter
    assert "nobody fails to take a call that is not made to the number given for it" in letter
    assert "need not wait beside the old one, and that is a good reason" in letter
    assert "a number that is not theirs" not in letter
    assert "Nobody rang my number" not in letter


def test_an_adviser_says_it_of_the_client() -> None:
    letter = rung("old-number", {"day": DAY}, **ADVISER)

    assert "old number, not the one given to you" in letter


def test_the_old_phone_may_have_been_broken() -> None:
    # Beside "it never rang" a broken phone proves nothing; beside another number it is beside the point.
    assert "You rang my old number" in rung("old-number", {"day": DAY})


# -- the account tells of it


TOLD = f"On 10 October I went into my details and put in the number {NUMBER}. I waited beside it all morning."


def test_a_number_that_the_account_tells_of_is_told_once() -> None:
    letter = rung("old-number", IN_MY_DETAILS, TOLD)

    assert letter.count(NUMBER) == 1
    assert "I put a new number into the details" not in letter
    assert f"had the right number for 4 days. When it was given, the answer was: “{SCREEN}”" in letter


def test_an_answer_in_the_account_is_not_told_again() -> None:
    letter = rung("old-number", IN_MY_DETAILS, f"{TOLD} The screen said “{SCREEN}”")

    assert letter.count(SCREEN) == 1


def test_what_was_answered_in_speech_stands_beside_what_was_said() -> None:
    told = {**IN_MY_DETAILS, "how": "phone", "said_back": "She said that she would change it."}

    assert "I gave you a new number by phone." in rung("old-number", told, TOLD)


@pytest.mark.parametrize("account", ["I waited.", "On 10 October I was out.", f"My number is {NUMBER}."])
def test_an_account_that_tells_nothing_of_it_leaves_it_to_be_said(account: str) -> None:
    assert "On 10 October I put a new number into the details" in rung("old-number", IN_MY_DETAILS, account)


# -- what they knew


KNEW = f"You knew from my details that my number was {NUMBER}, but the decision only talks of the number ending 214."


def test_what_they_knew_is_not_lost_in_an_account_with_the_same_words() -> None:
    account = f"{TOLD} My phone is the one ending 214. I knew of the call. The decision talks of it."
    letter = text(
        {
            "failure": {"kind": "missed-call", "happened": "2026-10-14"},
            "sides": ["came"],
            "account": account,
            "call": {"rang": "old-number", "number_told": IN_MY_DETAILS},
            "official_error": {"what_they_knew": KNEW, "told_on": DAY, "told_how": "account-details"},
        }
    )

    assert KNEW in letter


def test_what_the_account_says_of_their_knowing_is_said_once() -> None:
    reason = [{"kind": "ill", "called": "flu"}]
    error = {"what_they_knew": KNEW}
    letter = text({"account": f"I waited. {KNEW}", "reasons": reason, "official_error": error})

    assert letter.count("You knew from my details") == 1
