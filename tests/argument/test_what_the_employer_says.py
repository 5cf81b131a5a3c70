"""What the employer or the decision says of the end of a job is quoted once, and answered where it is argued."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.argument.grounds.other_side import is_an_act, names_no_act
from challenge_letters.argument.grounds.tried_first import NOT_TRIED
from tests.argument.test_facts import text

HAPPENED = {"happened": "2026-09-18"}
ANSWER = "the manager had let all of us take the boxes home"


def _lost(their_words: str = "You lost your job through misconduct.", **misconduct: Any) -> str:
    failure = {"kind": "lost-job", **HAPPENED, "their_words": their_words}
    told = {"disputed": ["not-misconduct"], **misconduct}
    return text({"failure": failure, "sides": [], "reasons": [], "misconduct": told})


def _left(their_words: str = "You left your job without good reason.", **job: Any) -> str:
    failure = {"kind": "left-job", **HAPPENED, "their_words": their_words}
    told = {"sides": ["had-reason"], "account": "I gave notice on 28 August.", "reasons": []}
    return text({"failure": failure, **told, "job": job})


# -- a job that was lost


def test_the_employers_reason_is_quoted_and_answered() -> None:
    letter = _lost(reason_given="You took boxes home.", own_answer=ANSWER)

    assert f"My employer gave this reason: “You took boxes home.” My answer is that {ANSWER}." in letter
    assert "name nothing that I did" not in letter


def test_without_words_of_the_employer_the_decision_is_answered() -> None:
    assert f"My answer to what you say is that {ANSWER}." in _lost(own_answer=ANSWER)
    assert f"My answer is that {ANSWER}." in _lost("", own_answer=ANSWER)


def test_a_loss_of_trust_is_no_act() -> None:
    assert "“Loss of trust.” Those words name nothing that I did" in _lost(reason_given="Loss of trust.")
    longer = _lost(reason_given="There has been a breakdown of trust between us.")
    assert "The words “breakdown of trust” name nothing that I did" in longer
    of_the_decision = _lost("You were dismissed for loss of trust and confidence.")
    assert "The words “loss of trust and confidence” name nothing that I did" in of_the_decision


def test_a_loss_of_trust_after_an_act_is_not_said_to_name_none() -> None:
    assert "name nothing" not in _lost(reason_given="Loss of trust after you took stock home.")


def test_work_done_less_well_is_no_misconduct() -> None:
    assert "To do a job less well than an employer wants is no misconduct." in _lost(
        reason_given="Your performance has been poor."
    )


@pytest.mark.parametrize(
    ("theirs", "is_bare"),
    [
        ("You lost your job through misconduct.", True),
        ("Your employer says that you were dismissed for gross misconduct.", True),
        ("You lost your job through misconduct, because you were late.", False),
        ("You lost your job.", False),
    ],
)
def test_a_decision_that_says_misconduct_alone_names_no_act(theirs: str, *, is_bare: bool) -> None:
    assert ("Your words do not say what I am supposed to have done." in _lost(theirs)) is is_bare


@pytest.mark.parametrize("given", ["Persistent lateness", "Gross misconduct", "Loss of trust"])
def test_what_is_held_against_somebody_is_no_other_reason(given: str) -> None:
    letter = _lost(disputed=["cause"], reason_given=given)

    assert "That is another reason than misconduct" not in letter
    assert "The job ended for another reason." in letter


def test_another_reason_is_quoted_where_the_cause_is_disputed() -> None:
    letter = _lost(disputed=["cause"], reason_given="The contract has ended.", own_answer="four of us went")

    said = (
        "“The contract has ended.” That is another reason than misconduct. My answer is that four of us went."
    )
    assert said in letter


def test_each_fact_that_decides_misconduct_is_argued() -> None:
    letter = _lost(deciding=["allowed", "no-rule", "others-did", "not-warned", "not-heard"])

    for said in (
        "That was allowed there, and what an employer allows is no misconduct.",
        "Nobody had told me of a rule against it.",
        "Others did the same and kept their jobs, so the employer did not treat it as misconduct.",
        "I had never been warned about anything of the kind.",
        "Nobody there heard my side before the job ended",
    ):
        assert letter.count(said) == 1
    assert "I was allowed to do what I lost the job for." in letter


def test_whoever_denies_it_is_not_said_to_have_done_it() -> None:
    letter = _lost(disputed=["conduct"], deciding=["allowed", "others-did"])

    assert "I was allowed to do" not in letter
    assert "did the same" not in letter
    assert "Such a thing was allowed there" in letter


def test_several_others_and_no_proof_are_one_sentence() -> None:
    letter = _lost(disputed=["conduct"], others="several", evidence_shown="no")

    assert "could just as well have done it, and no proof was put before me that it was me." in letter
    assert "No proof of it" not in letter


# -- a job that was left


def test_the_employers_account_of_leaving_is_answered() -> None:
    letter = _left(faults=["treatment"], employer_says="Resigned by email", own_answer="the email says why")

    assert "My employer says: “Resigned by email”. My answer is that the email says why." in letter


def test_personal_reasons_say_nothing_of_why() -> None:
    assert "Those words do not say why I left; this letter does." in _left(
        faults=["pay"], employer_says="Personal reasons"
    )
    of_the_decision = _left("You resigned for personal reasons.", faults=["treatment"])
    assert "The words “personal reasons” do not say why I left; this letter does." in of_the_decision


def test_what_was_tried_first_is_in_the_conclusion() -> None:
    tried = ["raised", "asked-to-move", "looked"]
    ways = "told my employer what was wrong, asked to be moved or given other work or hours and looked for another job"

    assert f"I went only after I had {ways}." in _left(faults=["treatment"], tried_first=tried)
    assert f"I went only after I had {ways}, so this was a good reason" in _left(
        danger="it leaked", tried_first=tried
    )


def test_a_decision_that_says_it_was_not_tried_is_answered() -> None:
    letter = _left("You could have raised it first.", faults=["treatment"], tried_first=["raised"])

    assert "What you say overlooks that before I left I had told my employer what was wrong." in letter
    assert "went only after" not in letter


@pytest.mark.parametrize(
    ("theirs", "is_held"),
    [
        ("You could have raised a grievance.", True),
        ("You should have looked for another job first.", True),
        ("You left without finding other work.", True),
        ("You did not complain to your employer.", True),
        ("You did not have good reason for leaving.", False),
        ("You left your job voluntarily without a good reason.", False),
    ],
)
def test_when_a_decision_holds_against_somebody_that_they_did_not_try(theirs: str, *, is_held: bool) -> None:
    assert bool(NOT_TRIED.search(theirs)) is is_held


def test_somebody_sent_away_answers_the_employer_before_the_conclusion() -> None:
    letter = _left(ended="sent-away", employer_says="She walked out", own_answer="I was told to go")

    said = "My employer says: “She walked out”. My answer is that I was told to go."
    assert said in letter
    assert letter.count("She walked out") == 1


# -- in other voices and the words themselves


def test_a_client_answers_in_their_own_words() -> None:
    adviser = {"writer": {"kind": "adviser", "name": "Sam Adviser", "calls_them": "Ms Example"}}
    failure = {"kind": "lost-job", **HAPPENED}
    told = {"disputed": ["not-misconduct"], "reason_given": "Theft", "own_answer": "I paid for it on 3 May"}
    letter = text({"failure": failure, "sides": [], "reasons": [], "misconduct": told}, **adviser)

    assert "To that Ms Example answers that “I paid for it on 3 May”." in letter


@pytest.mark.parametrize("words", ["Theft", "You were late", "breach of our rules", "gross misconduct"])
def test_an_act_is_known_by_its_words(words: str) -> None:
    assert is_an_act(words)
    assert not names_no_act(words)
