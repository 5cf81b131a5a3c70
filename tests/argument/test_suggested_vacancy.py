"""A vacancy that was only suggested is argued from the message: what it says and what was ticked as unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.interview.page_choices import done_choices
from tests.argument.cases import CLAIMANT, WRITERS, body_of, of_case
from tests.facts import case_of, threat

VACANCY = {
    "failure": {"kind": "particular-vacancy", "happened": "2026-11-09", "their_words": "You did not apply."},
    "sides": ["not-required"],
    "account": "I was at home.",
}
WORDS = "You might like to look at this one."
MESSAGE: dict[str, Any] = {"told_by": "journal", "told_on": "2026-11-04", "words": WORDS, "seen": "before"}
UNSAID = ["must", "day", "consequence"]


def _answer(voice: str = "own", **facts: Any) -> str:
    case = case_of(threat(**{**VACANCY, **facts}), writer=WRITERS[voice], claimant=CLAIMANT)
    return body_of(next(each for each in of_case("it", case) if "good-reason" in each.letter.kind).said())


def _of_the_message(voice: str = "own", **told: Any) -> str:
    return _answer(voice, requirement={**MESSAGE, **told})


def test_the_ground_has_the_words_and_what_they_do_not_say() -> None:
    letter = _of_the_message(not_said=UNSAID)

    assert (
        "A message with no “must”, no day and no consequence did not require me to apply\n"
        "Not applying can be sanctioned only if I had been required to apply for this particular vacancy "
        "(Welfare Reform Act 2012, section 26(2)(b)). "
        f"Your journal message of 4 November said: “{WORDS}” "
        "The message did not say that I had to apply, named no day by which to do it and "
        "did not say that anything would follow. That is a suggestion, and a suggestion requires nothing."
    ) in letter
    assert letter.count(WORDS) == 1


def test_nothing_is_said_to_be_missing_that_was_not_ticked() -> None:
    letter = _of_the_message(was_clear_it_was_required="no")

    assert "The message did not make clear that I had to apply. That is a suggestion" in letter
    assert "I was not required to apply" in letter
    for absence in ("named no day", "anything would follow", "no “must”"):
        assert absence not in letter


@pytest.mark.parametrize(
    ("words", "absence"),
    [
        ("You must look at this one.", "did not say that I had to apply"),
        ("Have a look by Friday.", "named no day"),
        ("Have a look, or you may be sanctioned.", "anything would follow"),
    ],
)
def test_no_message_is_said_to_lack_what_its_own_words_say(words: str, absence: str) -> None:
    told = {"not_said": UNSAID, "was_clear_it_was_required": "no"}

    assert absence in _of_the_message(**told)
    assert absence not in _of_the_message(**told, words=words)


def test_what_was_clear_is_no_suggestion() -> None:
    letter = _of_the_message(not_said=UNSAID, was_clear_it_was_required="yes")

    assert "suggestion" not in letter
    assert "no “must”" not in letter


def test_what_was_said_at_an_appointment_is_no_message() -> None:
    letter = _of_the_message(not_said=UNSAID, told_by="appointment")

    assert "What I was told did not say that I had to apply" in letter
    assert "A message with" not in letter


def test_an_adviser_argues_it_for_the_client() -> None:
    letter = _of_the_message("adviser", not_said=["must"])

    assert "A message with no “must” did not require Alex Morgan to apply" in letter or (
        "A message with no “must” did not require my client to apply" in letter
    )


def test_a_message_that_the_account_quotes_is_not_quoted_again() -> None:
    account = f"On 4 November she wrote: “{WORDS}”"
    letter = _answer(
        requirement={**MESSAGE, "not_said": ["day"], "was_clear_it_was_required": "no"}, account=account
    )

    assert letter.count(WORDS) == 1
    assert "named no day by which to do it" in letter


def test_a_message_that_the_account_goes_on_from_stands_before_it() -> None:
    told = {**MESSAGE, "was_clear_it_was_required": "no"}
    letter = _answer(requirement=told, account="She said that I could have a look.")

    assert f"said: “{WORDS}” She said that I could have a look." in letter
    assert letter.count(WORDS) == 1


# -- the job against what had been agreed


FAR = {"minutes_each_way": 115, "vacancy": "warehouse work in Leeds, 2pm to 10pm"}


def test_the_limit_that_was_agreed_is_held_against_the_job_by_name() -> None:
    letter = _answer(job=FAR, commitment_limits="jobs within 60 minutes")
    ground = letter[letter.index("This job could not be required of me") :]

    assert "The job was warehouse work in Leeds, 2pm to 10pm. The journey takes 115 minutes" in ground
    assert "The limit that had been agreed or asked for was jobs within 60 minutes. " in ground
    assert "The journey takes 55 minutes longer than that." in ground
    assert letter.count("jobs within 60 minutes") == 1


@pytest.mark.parametrize("limits", ["school hours", "within 60 minutes by car, within 30 minutes by bus"])
def test_no_sum_is_done_with_a_limit_that_names_no_one_number_of_minutes(limits: str) -> None:
    assert "longer than that" not in _answer(job=FAR, commitment_limits=limits)


def test_a_job_beyond_what_was_agreed_is_a_ground_of_its_own() -> None:
    beyond = {"beyond_agreed": "it is 16 miles away and I do not drive"}
    letter = _answer(job=beyond, commitment_limits="jobs within an hour")

    assert "This job lay outside my limits" in letter
    assert (
        "The limit that had been agreed or asked for was jobs within an hour. "
        "The job went beyond that, because it is 16 miles away and I do not drive."
    ) in letter
    assert "The job went beyond what had been agreed, because it is 16 miles" in _answer(job=beyond)


def test_a_limit_stands_in_the_story_where_nothing_about_the_job_is_argued() -> None:
    letter = _of_the_message(not_said=UNSAID)
    limited = _answer(requirement={**MESSAGE, "not_said": UNSAID}, commitment_limits="school hours")

    assert "outside my limits" not in letter
    assert limited.index("school hours") < limited.index("A message with")


def test_why_a_job_should_not_have_been_asked_is_told_once() -> None:
    why = "The last bus home is at 21:10."
    reason = {"kind": "job-turned-down", "called": "the last bus", "effect": "I could not get home."}
    letter = _answer(
        requirement={**MESSAGE, "was_clear_it_was_required": "no"},
        sides=["not-required", "had-reason"],
        why_not_required=why,
        reasons=[reason],
        job=FAR,
    )

    assert letter.count(why) == 1


def test_a_requirement_is_answered_with_the_job_and_in_no_ground_for_everybody() -> None:
    letter = _answer(requirement={**MESSAGE, "words": "You must apply."}, job=FAR)

    assert "That it was required does not settle the matter" in letter
    assert "The requirement was not a reasonable one" not in letter


# -- what has come of it since


def test_a_job_that_is_gone_is_said_to_be_gone() -> None:
    assert "That job is no longer open." in _answer(done_since={"state": "closed"})
    assert "no longer open" not in _answer(done_since={"state": "not-yet"})


def test_only_of_a_job_one_can_say_that_it_is_gone() -> None:
    def offered(kind: str) -> set[str]:
        return {key for each in done_choices(kind) for key in each}

    assert "closed" in offered("particular-vacancy")
    assert "rebooked" not in offered("particular-vacancy")
    assert "closed" not in offered("missed-appointment")
    assert "rebooked" in offered("missed-appointment")
