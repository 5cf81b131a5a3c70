"""What six fresh situations showed: sentences that did not fit, facts that stood in the wrong place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-14"}
VACANCY = {"kind": "particular-vacancy", "happened": "2026-11-13"}


def _of(failure: dict[str, Any], *, warned: bool = False, **facts: Any) -> str:
    told = {"failure": failure, "groups": ["none"], **facts}
    return _letter("", (threat if warned else sanction)(**told))


def test_that_a_job_should_not_have_been_asked_does_not_say_that_nobody_required_it() -> None:
    why = "The job needs a certificate and I do not have one"
    letter = _of(VACANCY, warned=True, sides=["not-required"], why_not_required=why)

    assert f"A requirement has to be one that I can meet. {why}." in letter
    assert "I was not required to apply" not in letter
    assert "I had not been required" not in letter


def test_what_was_told_already_is_not_left_without_what_follows_from_it() -> None:
    why = "The course needs better English than mine."
    failure = {"kind": "work-placement", "happened": "2026-10-12"}
    letter = _of(failure, sides=["not-required"], why_not_required=why, key_point=why)

    assert "A requirement has to be one that I can meet. Please say under which rule" in letter


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("You did not attend the course.", "I came, and was sent home"),
        ("You left the course early.", "I did not leave: I was sent home"),
        ("", "I did not leave: I was sent home"),
    ],
)
def test_who_was_sent_home_answers_what_is_said(said: str, heading: str) -> None:
    failure = {"kind": "work-placement", "happened": "2026-10-12", "their_words": said}

    assert heading in _of(failure, sides=["had-reason"], job={"ended": "sent-away"}, account="I went there.")


def test_a_new_time_that_was_promised_is_waited_for() -> None:
    promised = {
        "how": "in-person",
        "day": "2026-10-12",
        "words": "I’ll get that moved.",
        "meaning": "will-move",
    }
    letter = _of(MISSED, sides=["excused"], excused=promised)

    assert "I had been told that it would be moved" in letter
    assert "After that I could wait for the new time" in letter
    assert "noted" not in letter


def test_hours_that_nobody_looked_at_come_first() -> None:
    week = {"expected_hours": 25, "done_hours": 23, "counted_hours": 14, "offered": "my notebook"}
    failure = {"kind": "work-search-hours", "happened": "2026-10-05"}
    letter = _of(failure, sides=["did-part"], search_week=week)

    assert "1. You counted 14 of about 23 hours, and did not look at the rest" in letter


def test_what_is_harder_and_what_is_needed_are_said_in_one_sentence_each() -> None:
    step = {"disadvantage": "to wake before noon", "step_wanted": "appointments in the afternoon"}
    letter = _of(MISSED, sides=["had-reason"], adjustment=step, account="I was asleep.")

    assert "It is harder for me than for others to wake before noon." in letter
    assert "I need appointments in the afternoon." in letter


def test_what_papers_show_may_quote_them() -> None:
    papers = [{"what": "Clinic letter", "have": "enclosed"}]
    shows = 'the clinic wrote "marked sedation" on 12 October'
    letter = _of(MISSED, sides=["had-reason"], evidence=papers, evidence_shows=shows, account="I was asleep.")

    assert f"show that {shows}." in letter


def test_an_answer_to_a_letter_is_no_answer_to_a_message() -> None:
    letter = _of(
        VACANCY, warned=True, sides=["had-reason"], warning={"day": "2026-11-20", "came_by": "letter"}
    )

    assert "My answer to your letter of 20 November 2026" in letter


def test_a_warning_by_letter_is_answered_to_the_address_on_it() -> None:
    warning = {"day": "2026-11-20", "came_by": "letter", "address": ["Mail Site A, Wolverhampton, WV98 9ZX"]}

    assert "\nMail Site A\nWolverhampton\nWV98 9ZX\n" in _of(VACANCY, warned=True, warning=warning)


def test_what_a_form_said_is_told_with_its_day_beside_what_was_done_on_another() -> None:
    reasons = [{"kind": "job-turned-down", "what_i_did": "On 8 October I asked my boss to keep me."}]
    told = {"day": "2026-10-19", "how": "form", "words": "wanted a change"}
    letter = _of(
        {"kind": "left-job", "happened": "2026-10-09"}, sides=["had-reason"], reasons=reasons, told_them=told
    )

    assert "On 19 October I told you on a form: “wanted a change”." in letter
    assert "The message said" not in letter


def test_nobody_had_to_be_let_know_of_a_job_that_ended() -> None:
    reasons = [{"kind": "job-turned-down", "fact": "The pay stopped.", "could_tell": "no"}]
    letter = _of({"kind": "left-job", "happened": "2026-10-09"}, sides=["had-reason"], reasons=reasons)

    assert "let you know at the time" not in letter


def test_an_account_keeps_the_lines_it_was_told_in() -> None:
    told = "I was told on Monday. None came.\n\nOn the 21st I put “slept in”. True, but not all of it.\n\nI went."
    letter = _of(MISSED, sides=["had-reason"], account=told)

    assert "None came.\n\nOn the 21st I put “slept in”. True, but not all of it.\n\nI went." in letter


@pytest.mark.parametrize(
    ("words", "is_conceded"),
    [("Apply by 13 November. Experience preferred.", False), ("You must apply by 13 November.", True)],
)
def test_an_advert_that_is_quoted_is_no_requirement(words: str, is_conceded: bool) -> None:
    needed = {"words": words, "told_by": "in-person"}
    letter = _of(
        VACANCY, warned=True, sides=["not-required"], requirement=needed, why_not_required="It is far."
    )

    assert ("That it was required does not settle the matter" in letter) is is_conceded
