"""A job that was left because it did harm: the injury, the advice and the offer are argued, and told once."""

from __future__ import annotations

from typing import Any

from tests.argument.cases import WRITERS
from tests.argument.test_facts import text

LEFT: dict[str, Any] = {
    "failure": {"kind": "left-job", "happened": "2026-09-25"},
    "sides": ["had-reason"],
    "account": "I worked nights on the loading bay. I gave a week's notice.",
}
HURT = {"hurt_on": "2026-09-14", "hurt_told": "the shift manager", "accident_book": "refused"}
ADVICE = {"advised_by": "doctor", "advised_against": "night shifts", "advised_on": "2026-09-21"}


def about(job: dict[str, Any], **more: Any) -> str:
    """Return the letter about leaving `job`."""
    return text({**LEFT, **more, "job": job})


def test_the_injury_and_the_advice_are_the_case() -> None:
    letter = about({**HURT, **ADVICE})
    assert (
        "I left because I had been hurt at work on 14 September and because my doctor had advised me against "
        "night shifts." in letter
    )
    assert "The injury was known: I told the shift manager." in letter
    assert "obody has to go on with work that has injured them." in letter
    assert "The advice was given on 21 September." in letter
    assert "Ask the employer for its account and the accident book" in letter


def test_what_the_account_says_is_not_told_again() -> None:
    account = "I told the shift manager. I asked for the accident book and he said there was no need."
    letter = about(HURT, account=account)
    assert "The injury was known" not in letter
    assert "I asked for the injury to go into the accident book" not in letter
    assert "An employer who will not write an injury down does nothing to prevent the next one." in letter


def test_nobody_is_said_to_have_advised_who_did_not() -> None:
    letter = about({"advised_by": "nobody", "advised_against": "night shifts", "faults": ["safety"]})
    assert "advised" not in letter
    assert "night shifts" not in letter


def test_an_offer_that_was_taken_back_is_named_once() -> None:
    offer = {"other_work": "taken-back", "offered": "two day shifts a week"}
    assert "I was offered two day shifts a week, and then the offer was taken back." in about(
        {**HURT, **offer}
    )
    told = about({**HURT, **offer}, account="He offered me two day shifts a week and took it back.")
    assert "Other work was offered, and then the offer was taken back." in told


def test_health_is_a_reason_to_leave_a_job() -> None:
    assert "I left because of my health" in about({"faults": ["health"]})


def test_a_capital_stays_at_the_beginning_of_a_sentence() -> None:
    letter = about({"danger": "He threw a pallet hook at me"})
    assert "I left because he threw a pallet hook at me." in letter


def test_words_at_leaving_stand_in_the_account_alone() -> None:
    account = "On the last day he said: “There's the door.” I gave a week's notice."
    letter = about(
        {"ended": "notice", "ended_words": "There’s the door!", "faults": ["safety"]}, account=account
    )
    assert letter.count("the door") == 1


def test_an_advisers_letter_tells_the_account_in_steps() -> None:
    account = (
        "I worked nights on the loading bay. A pallet came off the forks on 14 September. It broke two toes. "
        "On 15 September I asked to move to days. He said he would see. Then he offered me two day shifts and "
        "took it back. I gave a week's notice."
    )
    problem = {**LEFT, "account": account, "job": {"faults": ["safety"]}}
    letter = text(problem, writer=WRITERS["adviser"])
    assert "My client says: “I worked nights on the loading bay." in letter
    assert "My client goes on: “On 15 September I asked to move to days." in letter
    assert "My client goes on: “Then he offered me two day shifts and took it back." in letter


def test_who_was_never_sanctioned_says_so() -> None:
    letter = about(HURT, earlier_sanctions_known="yes", was_under_18="no")
    assert letter.count("I had not been sanctioned in the year before.") == 1
