"""A stranger's case, typed by an adviser in the third person: an induction of a scheme, and a letter sent elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.voice import Voice
from tests.argument.test_lost_contests import _letter
from tests.facts import sanction

ADVISER = {"kind": "adviser", "name": "Bea Adviser", "calls_them": "Mr Sample"}
SCHEME = {"kind": "work-placement", "their_day": "2026-10-16"}
WORDS = "You failed to take part in the Restart Scheme induction on 16 October."
SENT = {"told_by": "letter", "told_on": "2026-10-08", "seen": "never"}
ILL = {"kind": "ill", "called": "a fever"}
STEP = {"step_wanted": "see him alone", "disadvantage": "Mr Sample cannot do groups and does not open post."}


def _of_client(notified: str = "2026-11-02", **facts: Any) -> str:
    problem = sanction(notified, **{"failure": SCHEME, "account": "Mr Sample was unwell.", **facts})
    told = _letter("", problem, writer=ADVISER, claimant={"name": "Paul Sample"})
    return told.replace("\n", " ")


# -- what it was


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("You missed the work placement.", "a placement"),
        (WORDS, "an induction"),
        ("You left the training course.", "a course"),
    ],
)
def test_what_was_missed_has_the_name_that_the_office_gives_it(words: str, name: str) -> None:
    letter = _of_client(failure={**SCHEME, "their_words": words}, reasons=[ILL])

    assert f"Not taking part in {name} can be sanctioned only if" in letter


@pytest.mark.parametrize(
    "words",
    [
        "",
        "You did not take part in the Restart Scheme.",
        "You missed the induction for your placement.",
        "You were told, of course, by your training provider.",
    ],
)
def test_where_no_answer_names_one_thing_the_letter_names_none(words: str) -> None:
    letter = _of_client(
        failure={**SCHEME, "their_words": words}, reasons=[ILL], sides=["not-told", "had-reason"]
    )

    assert "Not taking part can be sanctioned only if there was no good reason for it" in letter
    assert "from taking part" in letter
    assert "What was asked was not properly made known to" in letter
    assert "the placement" not in letter
    assert "the course" not in letter


def test_what_could_not_be_asked_is_this_where_it_has_no_name() -> None:
    letter = _of_client(sides=["not-required"], why_not_required="Mr Sample was in work already.")

    assert "This could not be asked of" in letter


@pytest.mark.parametrize(("words", "is_named"), [(WORDS, True), ("You failed to take part.", False)])
def test_the_scheme_that_the_decision_names_is_not_asked_for(words: str, is_named: bool) -> None:
    letter = _of_client(failure={**SCHEME, "their_words": words}, reasons=[ILL])

    assert ("was required to take part." in letter) is is_named
    assert ("Say under which scheme and which provision that was required." in letter) is not is_named


# -- whose words they are


@pytest.mark.parametrize(
    "effect",
    ["Mr Sample could not open post on his own, or go to a group", "Paul could not open post on his own"],
)
def test_an_effect_with_a_subject_of_its_own_stands_as_typed(effect: str) -> None:
    letter = _of_client(reasons=[{**ILL, "effect": effect}])

    assert f" {effect}. " in letter
    assert "What it prevented" not in letter


@pytest.mark.parametrize(
    "text",
    [
        "Jean got him the appointment on 26 November. He signed our form that day.",
        "Jean asked for a copy of the letter. We are writing on the next working day.",
    ],
)
def test_we_who_write_and_have_forms_are_those_who_sign(text: str) -> None:
    assert stands_plain(text, Voice("adviser", "Paul Sample", "Mr Sample"))


@pytest.mark.parametrize(
    "text", ["We were both ill.", "Jean and our son came.", "I am writing on the next day."]
)
def test_a_client_says_we_and_i_as_well(text: str) -> None:
    assert not stands_plain(text, Voice("adviser", "Paul Sample", "Mr Sample"))


def test_papers_and_things_to_look_at_end_our_sentence_where_they_go_on_from_it() -> None:
    letter = _of_client(
        reasons=[ILL],
        evidence=[{"what": "Copy of the letter"}],
        evidence_shows="Works Ltd wrote after you had the address, that they gave no day, and that he was ill",
        to_look_at="Mr Sample's message of 3 October and your reply, and at what you passed on to Works Ltd",
    )

    assert "show that Works Ltd wrote after you had the address, that they gave no day, and" in letter
    assert (
        "Please look at Mr Sample's message of 3 October and your reply, and at what you passed on" in letter
    )


# -- why it is late


def _late(what: str, ended: str | None = "2026-10-05") -> str:
    period = {"began": "2026-10-01", "what": what} | ({"ended": ended} if ended else {})
    return _of_client(
        "2026-10-01", failure={**SCHEME, "their_day": "2026-09-16"}, reasons=[ILL], late=[period]
    )


def test_a_stretch_keeps_its_days_where_only_a_later_day_is_told_of() -> None:
    what = "Mr Sample had not seen it. Jean found it on 13 November."

    assert f"From 1 October to 5 October: {what}" in _late(what)


@pytest.mark.parametrize(
    "what", ["Mr Sample was away from 28 September.", "Until 5 October Mr Sample was away."]
)
def test_a_stretch_that_tells_its_days_has_no_others_before_it(what: str) -> None:
    letter = _late(what)

    assert what in letter
    assert "From 1 October" not in letter


def test_a_day_of_the_next_year_comes_after_december() -> None:
    what = "Mr Sample had not seen it. Jean found it on 4 January."

    assert f"From 1 October to 5 October: {what}" in _late(what)


# -- what was never seen, and what is told again


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("A text came on 14 October and Mr Sample saw it.", "never saw the message of 8 October"),
        ("Mr Sample saw the reminder.", "never saw the message of 8 October"),
        ("Mr Sample was unwell.", "never saw any message about it"),
    ],
)
def test_who_saw_a_reminder_never_saw_the_message_before_it(told: str, said: str) -> None:
    letter = _of_client(sides=["not-told"], requirement=SENT, account=told)

    assert said in letter


MOVED = "Mr Sample moved on 3 October and put the new address on his journal that day."


@pytest.mark.parametrize("why", [MOVED, "The landlord threw it away."])
def test_a_new_address_that_is_typed_is_not_composed_as_well(why: str) -> None:
    needed = {**SENT, "new_details_on": "2026-10-03", "why_not_seen": why}
    letter = _of_client(sides=["not-told"], requirement=needed)

    assert ("gave you new contact details" in letter) is (why != MOVED)
    assert why in letter


@pytest.mark.parametrize(
    ("why", "is_told"),
    [("Mr Sample has PTSD and cannot do groups.", True), ("Mr Sample has PTSD and cannot travel.", False)],
)
def test_why_it_should_not_be_asked_is_left_out_where_what_is_harder_and_the_account_say_it(
    why: str, is_told: bool
) -> None:
    letter = _of_client(
        sides=["not-required", "had-reason"],
        account="Mr Sample has had PTSD and depression for years, and a support worker helps him.",
        why_not_required=f"It was a group induction. {why}",
        adjustment=STEP,
        reasons=[{"kind": "mental-health", "called": "PTSD"}],
    )

    assert (why in letter) is not is_told
    assert "It was a group induction." in letter
    assert "Mr Sample cannot do groups and does not open post." in letter


def test_a_step_that_is_an_act_is_not_named_as_a_thing() -> None:
    letter = _of_client(adjustment=STEP, reasons=[ILL])

    assert "needed see him alone" not in letter
    assert "Make the adjustment and put it on" in letter
    assert "What would help is this: see him alone." in letter
