"""A reply to a demand says first what the person does; a threat is answered with what is offered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import CLAIMANT, WRITERS, body_of, of_case
from tests.facts import case_of, demand

ASKED = {
    "asked_on": "2026-11-16",
    "place": "Testtown Jobcentre",
    "asked_by": "jobcentre",
    "asker": "my work coach",
    "site": "Find a job",
}
THREAT = {"said_would_follow": "I could be sanctioned."}
SHOWN = "I will show you my work search, and you can check it without the password."


def _reply(voice: str = "own", nation: str = "england", benefit: str = "", **facts: Any) -> str:
    """Return the letter about a demand of which `facts` are told."""
    claim = {"benefit": benefit} if benefit else {}
    case = case_of(demand(**ASKED, **facts), writer=WRITERS[voice], claimant=CLAIMANT, nation=nation, **claim)
    return body_of(next(iter(of_case("it", case))).said())


def test_whoever_will_not_give_it_says_so_first_and_then_what_they_show() -> None:
    first, second, *_ = _reply(stance="will-not").splitlines()

    assert first == f"I am not giving you the password of my Find a job account. {SHOWN} I enclose a list."
    assert second == "On 16 November 2026, at Testtown Jobcentre, my work coach asked me for that password."


def test_whoever_would_rather_not_asks_first_whether_they_must() -> None:
    first = _reply(stance="rather-not").splitlines()[0]

    assert first.startswith(
        "I would rather not give you the password of my Find a job account, "
        f"and want to know first whether I must. {SHOWN}"
    )


@pytest.mark.parametrize("stance", [{}, {"stance": "not-known"}])
def test_nobody_refuses_who_has_not_said_so(stance: dict[str, str]) -> None:
    letter = _reply(**stance)

    assert letter.startswith("On 16 November 2026, at Testtown Jobcentre, my work coach asked me for")
    assert "not giving" not in letter
    assert "rather not" not in letter


@pytest.mark.parametrize(
    ("wanted", "refused", "then"),
    [
        ("job-site-password", "the password of my Find a job account", "that password"),
        ("job-site-permission", "permission to look into my Find a job account", "that permission"),
        ("email-log-in", "the log-in of my Find a job e-mail account", "that log-in"),
        ("universal-credit-log-in", "the log-in of my Universal Credit account", "that log-in"),
        ("device", "my phone, tablet or computer to look into Find a job", "that device"),
    ],
)
def test_what_is_refused_is_named_once(wanted: str, refused: str, then: str) -> None:
    letter = _reply(wanted=wanted, stance="will-not", **THREAT)

    assert letter.startswith(f"I am not giving you {refused}. ")
    assert letter.count(refused) == 1
    assert f"my work coach asked me for {then}." in letter
    assert f"that is my good reason for not giving you {then}." in letter


def test_an_adviser_says_it_for_the_client() -> None:
    assert "Alex Morgan is not giving you" in _reply("appointee", stance="will-not")
    letter = _reply("adviser", stance="will-not")
    assert letter.startswith("I act for Alex Morgan. My client is not giving you the password")


@pytest.mark.parametrize(
    "words",
    ["I will not give you my password.", "No. I won't hand it over.", "I’m not giving my log-in to anybody."],
)
def test_a_plain_no_that_was_typed_is_not_asked_for_again(words: str) -> None:
    telling = {"day": "2026-11-16", "how": "in-person", "words": words}

    assert _reply(told_them=telling).startswith("I am not giving you the password")
    assert _reply(account=words).startswith("I am not giving you the password")


@pytest.mark.parametrize(
    "words",
    [
        "I will not give it to you unless you show me that I must.",
        "I am not giving up.",
        "I said no at first.",
        "I am not sure that I have to give it.",
    ],
)
def test_no_other_words_are_taken_for_a_refusal(words: str) -> None:
    telling = {"day": "2026-11-16", "how": "in-person", "words": words}

    assert "not giving you" not in _reply(told_them=telling, account=words)


def test_whoever_gave_it_already_will_not_give_it_again() -> None:
    handed = {"day": "2026-11-17", "why": "I was afraid for my rent.", "changed": "changed"}
    letter = _reply(stance="will-not", handed_over=handed)

    assert letter.startswith("I will not give you the password of my Find a job account again. ")
    assert "On 17 November I gave you that password. I have changed it since." in letter
    assert "good reason for not giving" not in _reply(stance="will-not", handed_over=handed, **THREAT)
    assert _reply(stance="rather-not", handed_over=handed).startswith("On 16 November 2026")


def test_a_threat_is_answered_where_it_is_quoted() -> None:
    letter = _reply(stance="will-not", **THREAT)

    assert (
        "Offering the evidence is no failure\n"
        "I was told what would follow if I did not: “I could be sanctioned.” "
        "A sanction needs a requirement, and a failure to meet it for no good reason "
        "(Welfare Reform Act 2012, section 27(2)(b)). "
        "I offer the evidence itself, and that is my good reason for not giving you that password."
    ) in letter
    assert letter.count("good reason for not giving") == 1
    assert "I have offered the evidence" not in letter
    assert "I have offered the evidence" in _reply(stance="will-not")


@pytest.mark.parametrize("stance", ["rather-not", "not-known"])
def test_nobody_who_has_not_refused_gives_a_reason_for_refusing(stance: str) -> None:
    letter = _reply(stance=stance, **THREAT)

    assert "I offer the evidence itself, and that is my good reason." in letter
    assert "not giving you" not in letter


def test_whoever_would_do_it_themselves_is_not_argued_to_give_evidence() -> None:
    letter = _reply(wanted="email-log-in", purpose="send-cv", stance="will-not", **THREAT)

    assert "I will send my CV myself, and nobody needs the log-in for that." in letter.splitlines()[0]
    assert "Doing it myself is no failure" in letter
    assert "(Welfare Reform Act 2012, section 27(2)). I offer to do it myself" in letter


@pytest.mark.parametrize(
    ("nation", "benefit", "law"),
    [
        ("england", "new-style-jsa", "Jobseekers Act 1995, section 6K(2)(b)"),
        ("northern-ireland", "universal-credit", "Order 2015, Article 32"),
        ("northern-ireland", "new-style-jsa", "Order 1995, Article 8K"),
    ],
)
def test_a_threat_is_met_with_the_law_of_the_benefit(nation: str, benefit: str, law: str) -> None:
    assert f"{law})" in _reply(nation=nation, benefit=benefit, stance="will-not", **THREAT)


def test_details_of_other_people_are_nobody_elses_to_give() -> None:
    held: dict[str, Any] = {"account_also_holds": ["other-people"]}

    assert "The details of other people are not mine to give." in _reply(**held)
    assert "The details of other people are not for Alex Morgan to give." in _reply("adviser", **held)
    assert "not mine to give" not in _reply(account_also_holds=["messages"])


def test_an_account_that_the_office_keeps_needs_no_log_in() -> None:
    kept = "That account is kept by you: what I write there you can read without my log-in."

    assert kept in _reply(wanted="universal-credit-log-in")
    assert kept not in _reply(wanted="email-log-in")
    provider = {**ASKED, "asked_by": "provider", "provider": "Works Ltd"}
    case = case_of(demand(**provider, wanted="universal-credit-log-in"))
    assert kept not in body_of(next(iter(of_case("it", case))).said())


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Bring your phone with Gmail logged in.", "my phone"),
        ("Hand me your Phone, then your laptop.", "my phone, tablet or computer"),
        ("I need to see your emails.", "my phone, tablet or computer"),
    ],
)
def test_a_device_is_called_as_the_demand_calls_it_where_it_names_one(words: str, named: str) -> None:
    letter = _reply(wanted="device", stance="will-not", words=words)

    assert letter.startswith(f"I am not giving you {named} to look into Find a job. ")
