"""Words as strangers typed them through the pages: each stands where it belongs, once, and points to something."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.argument.papers import may_be_named
from challenge_letters.letters.wording import papers_listed
from tests.argument.test_lost_contests import _letter
from tests.facts import demand, sanction

MISSED = {"kind": "missed-appointment", "happened": "2026-10-20"}
WEEK = {"kind": "work-search-hours", "their_day": "2026-10"}
APPOINTMENT = "You have an appointment on 20 October at 10:40."
PREP = "On 20 October I had to take the prep all day and could not leave the house."


def _missed(**facts: Any) -> str:
    return _letter("", sanction(**{"failure": MISSED, "account": PREP, **facts})).replace("\n", " ")


def _searched(**facts: Any) -> str:
    given = {"failure": WEEK, "account": "I put it all in my notebook.", **facts}
    return _letter("", sanction(**given)).replace("\n", " ")


# -- a sentence that points back


def _known(words: str, **facts: Any) -> str:
    error = {"what_they_knew": words, "told_on": "2026-10-09", "told_how": "journal"}
    return _missed(reasons=[{"kind": "ill", "called": "flu"}], official_error=error, **facts)


def test_what_they_had_been_told_is_said_even_if_the_account_has_it() -> None:
    letter = _known(
        "That I had to take the prep on 20 October and could not leave the house. Tariq had answered me."
    )

    assert (
        "You knew that I had to take the prep on 20 October and could not leave the house. You were told of this "
        "in my journal on 9 October. Tariq had answered me. Please revise" in letter
    )


def test_who_says_when_the_office_was_told_is_not_told_it_again() -> None:
    letter = _known("In my journal on 9 October I told them that the test was in hospital.")

    assert "I told them that the test was in hospital. Please revise" in letter
    assert "You were told of this" not in letter


def test_what_was_done_is_told_from_its_beginning() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-20"}
    account = "I uploaded the form about my rent on 14 October. My phone was slow."
    did = "I uploaded the form about my rent on 14 October. The site said that it had arrived."
    letter = _letter("", sanction(failure=task, sides=["did-it"], account=account, what_i_did=did))

    assert did in letter.replace("\n", " ")


def test_a_sentence_stands_behind_the_one_that_it_points_to() -> None:
    account = "My son Dylan fell down the stairs at home on 20 October. I was with him all day."
    fact = "My son Dylan fell down the stairs on 20 October. He was taken to the Royal by ambulance with a broken arm."
    letter = _missed(account=account, reasons=[{"kind": "caring", "called": "his fall", "fact": fact}])

    assert fact in letter


# -- a box that finishes a sentence of ours, and goes on


def test_what_a_reason_stopped_goes_on_in_sentences() -> None:
    prep = {"kind": "ill", "effect": "leave the house. I had to stay at home, close to a toilet"}
    letter = _missed(account="I had a test.", reasons=[prep])

    assert "I could not leave the house. I had to stay at home, close to a toilet." in letter
    assert "kept me from is this" not in letter


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        (
            "understood",
            "that it was the 24th. The letter had two days in it.",
            "to mean that it was the 24th. The",
        ),
        (
            "fact",
            "A flat battery. The car would not start.",
            "this: “A flat battery.” The car would not start.",
        ),
        (
            "where_post_came",
            "to my old flat. Nobody sent it on.",
            "My post went to my old flat. Nobody sent it on.",
        ),
    ],
)
def test_every_box_to_finish_goes_on_in_sentences(field: str, words: str, said: str) -> None:
    reason = {"kind": "unclear-or-mistake", field: words}

    assert said in _missed(account="I was not there.", reasons=[reason], requirement={"told_by": "letter"})


# -- a message that the account quotes


QUOTING = f'I had the test. Then on 16 October a message came: "{APPOINTMENT}" I thought that Tariq knew.'
CAME = {"told_by": "journal", "told_on": "2026-10-16", "words": APPOINTMENT, "seen": "before"}


def test_a_message_that_the_account_quotes_is_quoted_once() -> None:
    told = {"day": "2026-10-09", "how": "phone", "words": "I have a test."}
    letter = _missed(account=QUOTING, requirement=CAME, told_them=told)

    assert letter.count(APPOINTMENT) == 1
    assert letter.index(APPOINTMENT) < letter.index("I saw the message of 16 October beforehand.")


def test_who_tells_that_they_saw_it_is_not_told_it_again() -> None:
    told = {"day": "2026-10-09", "how": "phone", "words": "I have a test."}
    letter = _missed(account=f"{QUOTING} I saw it on the 17th.", requirement=CAME, told_them=told)

    assert "beforehand" not in letter


def test_what_a_quoted_message_left_out_is_said_of_it_by_its_name() -> None:
    needed = {**CAME, "seen": "not-known", "was_clear_it_was_required": "no"}
    letter = _missed(account=QUOTING, requirement=needed)

    assert "The message of 16 October did not make clear whether this was required." in letter


# -- papers


@pytest.mark.parametrize(
    ("titles", "is_named"),
    [
        (("Hospital letter", "Clock sheet"), True),
        (("Hospital letter", "Leanne’s letter", "MAT B1"), True),
        (("Hospital letter", "Bowel prep sheet"), False),
        (("Bowel prep sheet",), True),
        (('Prep sheet ("Stay at home.")',), False),
        (("Copy of the long letter about everything that was said to me",), False),
        (("Screenshot of the list of calls of 29 October 2026",), True),
    ],
)
def test_papers_are_named_in_a_sentence_only_where_they_read_well(
    titles: tuple[str, ...], is_named: bool
) -> None:
    assert may_be_named(titles) is is_named
    papers = [{"what": each} for each in titles]
    letter = _missed(reasons=[{"kind": "ill", "called": "flu"}], evidence=papers)

    assert ("My evidence is enclosed: " in letter) is is_named
    assert ("My evidence of this is enclosed." in letter) is not is_named


def test_papers_to_come_keep_their_names_and_are_set_apart() -> None:
    assert papers_listed(("Letter of the clinic", "Slip")) == "letter of the clinic and slip"
    assert papers_listed(("Letter of the clinic", "Bowel sheet")) == "Letter of the clinic; Bowel sheet"


# -- answers that clash


def test_an_explanation_that_was_asked_for_is_always_told() -> None:
    account = (
        "In that week I looked for work on four days and took down the hours. On the Thursday and Friday I was on "
        "the course that Leanne had put me on."
    )
    words = "On two days I was on the course Leanne had put me on. The course took the hours in that week."
    answered = [{"query": "sanction:did-it-but-stopped", "answer": "explained", "words": words}]
    problem = sanction(
        failure=WEEK,
        sides=["did-it", "had-reason"],
        account=account,
        reasons=[{"kind": "other", "called": "a course", "fact": "It was a two-day course."}],
    )
    letter = _letter("", problem, answered_queries=answered).replace("\n", " ")

    assert letter.index(words) < letter.index("It was a two-day course.")
    assert letter.count(words) == 1


# -- whose words they are


def test_words_of_the_commitment_are_not_called_a_message() -> None:
    words = "My commitment says 35 hours a week. It also says that I may keep a record on paper."
    letter = _searched(requirement={"words": words})

    assert words in letter
    assert "said: “My commitment" not in letter


@pytest.mark.parametrize(
    "words",
    [
        "The commitment that we agreed says when you must look.",
        "Your commitment says 35 hours.",
        "Please come on Monday.",
    ],
)
def test_what_speaks_to_the_reader_is_the_message(words: str) -> None:
    assert f"Your letter said: “{words}”" in _searched(requirement={"words": words, "told_by": "letter"})


def test_a_page_that_says_so_is_not_called_the_terms() -> None:
    words = "The sign-in page says not to share your password with anyone."
    letter = _letter("", demand(site_terms_words=words)).replace("\n", " ")

    assert words in letter
    assert "terms say" not in letter


def test_words_that_begin_with_it_follow_what_they_speak_of() -> None:
    words = "It says that I have to come on Mondays."

    assert f"Your letter about this is dated 1 October. {words}" in _searched(
        requirement={"words": words, "told_by": "letter", "told_on": "2026-10-01"}
    )
    assert f"What was asked is this: “{words}”" in _searched(requirement={"words": words})


@pytest.mark.parametrize(
    ("needed", "said"),
    [
        ({}, "I understood that paper was enough."),
        ({"words": "My commitment says on paper."}, "I understood that paper was enough."),
        (CAME, "I understood the message of 16 October to mean that paper was enough."),
        ({"told_by": "phone"}, "I understood what was said to mean that paper was enough."),
    ],
)
def test_what_was_understood_says_of_what(needed: dict[str, Any], said: str) -> None:
    read = {"kind": "unclear-or-mistake", "understood": "that paper was enough"}

    assert said in _missed(account="I was not there.", reasons=[read], requirement=needed)


# -- of several reasons


COURSE = {"kind": "other", "called": "a forklift course", "fact": "It took two days."}
PAPER = {
    "kind": "unclear-or-mistake",
    "called": "my notebook being refused",
    "fact": "She would not look at it.",
}
NO_REASON = {**WEEK, "their_words": "You have not shown good reason."}


@pytest.mark.parametrize(
    ("reasons", "words", "is_said"),
    [
        ((COURSE,), "I asked Leanne to look.", False),
        ((COURSE,), "I told Leanne of the course.", True),
        ((PAPER, COURSE), "I asked Leanne to look.", False),
        ((PAPER, COURSE), "I was on the course and she refused my notebook.", True),
    ],
)
def test_what_was_told_is_called_the_reason_only_where_it_was(
    reasons: Any, words: str, is_said: bool
) -> None:
    told = {"day": "2026-10-13", "how": "appointment", "words": words}
    letter = _searched(
        failure=NO_REASON, reasons=list(reasons), told_them=told, decision={"dated": "2026-11-02"}
    )

    assert ("I had told you about it on 13 October" in letter) is is_said


# -- what was believed, and paragraphs


def test_what_was_believed_beside_another_reason_is_told() -> None:
    reasons = [{"kind": "ill", "called": "the prep"}, {"kind": "unclear-or-mistake"}]
    believed = {"thought_else": "Tariq knew of it", "then": "nothing"}
    letter = _missed(account="I was at home.", reasons=reasons, mistake=believed)

    assert "I thought that Tariq knew of it. To believe that in good faith is no refusal to come." in letter
    assert "slip" not in letter


def test_no_paragraph_begins_with_somebody_named_in_the_one_before() -> None:
    account = (
        "I was on the tills. On 28 September they sacked me. Their letter names a refund. The sheet has me out. "
        "The number was mine. Gavin had my PIN. He asked me for it. I gave him it. That was in June."
    )
    letter = _letter("", sanction(failure=MISSED, account=account))

    assert "Gavin had my PIN. He asked me for it." in letter


def test_that_they_were_told_is_not_said_after_words_that_tell_it() -> None:
    wrote = "When they asked why, on 25 October, I wrote that she would not look."
    reason = {"kind": "other", "called": "a course", "fact": "I was on it.", "what_i_did": wrote}
    letter = _missed(reasons=[reason], told_them={"day": "2026-10-25"})

    assert wrote in letter
    assert "On 25 October I told you about this" not in letter
