"""An answer to a demand for a log-in: what the commitment says, who asked first, and who else gets it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.unsaid import words_in_no_letter
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from tests.argument.cases import WRITERS
from tests.facts import case_of, demand, sanction

ON = date(2026, 11, 30)
SAYS = "I will record my search each week and show evidence of it when asked."
HEADING = "It is not in my claimant commitment"
NAMED = {"claimant": {"name": "Ann Example"}}


def _plan(*problems: dict[str, Any], **facts: Any) -> Plan:
    return make_plan(case_of(*problems, **facts), on=ON)


def _letter(facts: dict[str, Any] | None = None, **case_facts: Any) -> str:
    plan = _plan(demand(**(facts or {})), **case_facts)
    letter = plan.letter("password-reply")
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on))


def _commitment(words: str = SAYS, answer: str = "no", **facts: Any) -> str:
    return _letter({"in_commitment": answer, "commitment_words": words, **facts})


# -- what the commitment says


def test_what_is_not_in_the_commitment_is_the_first_ground() -> None:
    letter = _commitment(said_would_follow="Your money may stop.")

    assert letter.index(HEADING) < letter.index("The log-in would show nothing more")
    assert f"My claimant commitment says: “{SAYS}” It does not ask for that password." in letter
    assert "What it asks me to show, I show in the way I offer." in letter
    assert "(a) Tell me whether this is a request or a requirement. If" in letter


def test_without_its_words_it_is_said_in_the_request() -> None:
    letter = _letter({"in_commitment": "no"})

    assert HEADING not in letter
    assert "a request or a requirement: it is not in my claimant commitment." in letter


@pytest.mark.parametrize("answer", ["yes", "not-known"])
def test_its_words_are_quoted_where_it_may_be_in_it(answer: str) -> None:
    letter = _commitment(answer=answer)

    assert letter.count(f"My claimant commitment says: “{SAYS}”") == 1
    assert HEADING not in letter
    assert "does not ask for" not in letter


def test_words_that_the_account_quotes_are_not_quoted_again() -> None:
    letter = _commitment(account=f"My commitment says: “{SAYS}”")

    assert letter.count(SAYS) == 1
    assert "My claimant commitment does not ask for that password." in letter


@pytest.mark.parametrize("lead", ["It says: ", "My commitment says: ", "In my commitment it says "])
def test_what_leads_to_the_words_is_not_said_twice(lead: str) -> None:
    assert f"My claimant commitment says: “{SAYS}”" in _commitment(f"{lead}“{SAYS}”")


def test_that_it_says_nothing_is_no_quotation() -> None:
    letter = _commitment("It says nothing about a password.")

    assert (
        "It says nothing about a password. My claimant commitment does not ask for that password." in letter
    )
    assert "What it asks me to show" not in letter


def test_what_asks_for_no_evidence_is_not_met_by_an_offer() -> None:
    assert "What it asks me to show" not in _commitment("I will look for work for 35 hours a week.")


def test_an_adviser_says_it_of_the_client() -> None:
    facts = {"in_commitment": "no", "commitment_words": SAYS}
    letter = _letter(facts, writer=WRITERS["adviser"], **NAMED)

    assert f"The claimant commitment says: “{SAYS}” It does not ask for that password." in letter
    assert "What it asks to be shown is shown in the way offered here." in letter


# -- what the papers show, and what others hold


def test_what_the_papers_show_stands_beside_the_offer() -> None:
    letter = _letter({"evidence_shows": "the list was begun in May", "to_look_at": "your message of 25 May."})

    assert "I enclose a list. My papers show that the list was begun in May." in letter
    assert "put this letter before them" in letter
    assert "Please look at your message of 25 May." in letter


def test_what_is_a_sentence_of_its_own_is_left_as_it_is() -> None:
    shown = {"evidence_shows": "The list shows 14 jobs.", "to_look_at": "Please read my journal of May."}
    letter = _letter(shown)

    assert "I enclose a list. The list shows 14 jobs." in letter
    assert "before them" in letter
    assert "Please read my journal of May." in letter
    assert "look at" not in letter


def test_what_the_account_or_the_commitment_quotes_is_not_shown_again() -> None:
    shown = {"evidence_shows": f"my commitment says “{SAYS}”"}

    assert _commitment(**shown).count(SAYS) == 1
    assert _letter({**shown, "account": f"It says: “{SAYS}”"}).count(SAYS) == 1


def test_what_is_no_ending_of_ours_is_quoted() -> None:
    letter = _letter({"evidence_shows": "14 applications", "to_look_at": "ask Mr Day"})

    assert "What my papers show is this: “14 applications”" in letter
    assert "Please look at this: “ask Mr Day”" in letter


# -- why it cannot wait


def test_an_answer_is_asked_for_quickly_where_nothing_is_decided() -> None:
    why = "my rent is due on 1 December. I have £11 left."
    letter = _letter(contact={"decide_quickly": why})

    assert "Please answer quickly, because my rent is due on 1 December. I have £11 left." in letter


def test_beside_a_decision_only_the_decision_is_pressed_for() -> None:
    plan = _plan(demand(), sanction(), contact={"decide_quickly": "the rent is due"})
    texts = {each.kind: plain_text(fill(each, plan.case, on=ON)) for each in plan.letters}

    assert "Please answer quickly" not in texts.get("password-reply", "")
    assert "Please decide quickly, because the rent is due." in texts["mandatory-reconsideration"]


# -- to whom


@pytest.mark.parametrize(
    ("asker", "greeting"),
    [
        ("Mrs Howells, my work coach", "Dear Mrs Howells,"),
        ("Dr Jane O'Neill", "Dear Dr Jane O'Neill,"),
        ("my work coach", "Dear Sir or Madam,"),
        ("Mr Sample who runs the course", "Dear Sir or Madam,"),
    ],
)
def test_a_named_person_is_greeted_by_name(asker: str, greeting: str) -> None:
    letter = _letter({"asker": asker})

    assert greeting in letter
    assert ("Yours sincerely," in letter) == ("Sir or Madam" not in greeting)
    assert ("Yours faithfully," in letter) == ("Sir or Madam" in greeting)


def test_a_complaint_to_a_named_person_greets_her() -> None:
    complaint = {
        "office": "Ms Day, manager",
        "office_address": ["1 Office Road"],
        "events": [{"day": "2026-10-05", "what": "Nobody rang."}],
    }
    plan = _plan({"kind": "nothing-decided"}, complaint=complaint)
    letter = plan.letter("complaint")
    assert letter is not None

    text = plain_text(fill(letter, plan.case, on=ON))

    assert "Dear Ms Day," in text
    assert "Yours sincerely," in text


# -- who asked first, and who else gets it

FIRST = "Dean, my adviser at Works Ltd, said: “Log me in.”"


def test_who_asked_first_is_told_on_its_day() -> None:
    asked = {"asked_on": "2026-11-25", "first_asked_on": "2026-11-19", "first_asked_words": FIRST}
    letter = _letter(asked)

    assert f"I had been asked for this before. On 19 November {FIRST}" in letter
    assert f"I had been asked for this before. {FIRST}" in _letter({"first_asked_words": FIRST})


def test_words_that_are_no_sentence_are_quoted_with_the_day() -> None:
    asked = {"first_asked_on": "2026-11-19", "first_asked_words": "Dean: log me in"}

    assert "I had been asked for this before, on 19 November: “Dean: log me in”" in _letter(asked)


def test_an_adviser_tells_who_asked_first() -> None:
    told = "Dean at Works Ltd said: “Log me in, and I'll keep it.”"
    letter = _letter({"first_asked_words": told}, writer=WRITERS["adviser"], **NAMED)

    assert f"had been asked for this before. {told}" in letter


def test_who_asked_first_is_not_told_twice() -> None:
    letter = _letter({"first_asked_words": FIRST, "account": f"It began in autumn. {FIRST}"})

    assert letter.count("Log me in") == 1


def test_whoever_is_named_has_a_copy() -> None:
    plan = _plan(demand(asker="Mrs Howells", copy_to="Works Ltd"))

    assert "A copy of this goes to Works Ltd." in _letter({"copy_to": "Works Ltd"})
    assert "A copy of this goes to the jobcentre." in _letter({"copy_to": "The jobcentre"})
    assert any("Works Ltd" in step.text for step in plan.steps)
    assert "A copy of this" not in _letter()


def test_nothing_of_it_is_lost() -> None:
    plan = _plan(
        demand(
            in_commitment="no",
            commitment_words=SAYS,
            first_asked_words=FIRST,
            evidence_shows="the list was begun in May",
            to_look_at="your message",
            copy_to="Works Ltd",
        ),
        contact={"decide_quickly": "the rent is due"},
    )

    assert words_in_no_letter(plan) == ()
