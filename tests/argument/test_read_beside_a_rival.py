"""Faults that stood out when letters were read beside a rival's, each mended for its kind."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.languages import texts
from tests.argument.test_lost_contests import _letter
from tests.facts import demand, sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
CALL = {"kind": "missed-call", "happened": "2026-10-29"}
VACANCY = {"kind": "particular-vacancy", "happened": "2026-10-29", "their_words": "You did not apply."}
COURSE = {"kind": "work-placement", "happened": "2026-10-29", "asked_by": "provider", "provider": "Works Ltd"}


def _missed(**facts: Any) -> str:
    return _letter("", sanction(**{"failure": MISSED, "sides": ["had-reason"], **facts}))


def test_the_reason_stands_in_the_heading_and_not_again_in_the_conclusion() -> None:
    ill = {"kind": "ill", "called": "a migraine", "fact": "I could not see."}
    letter = _missed(account="I woke at five.", reasons=[ill])

    assert "I had a good reason: a migraine" in letter
    assert "I could not see. That is a good reason for missing the appointment." in letter


def test_a_lack_is_said_to_be_one() -> None:
    lack = {"kind": "job-turned-down", "called": "no driving licence", "fact": "I have no licence."}
    letter = _letter("", sanction(failure=VACANCY, sides=["had-reason"], account="I looked.", reasons=[lack]))

    assert "Having no driving licence kept me from applying" in letter
    assert "No driving licence kept me" not in letter


def test_a_name_that_is_a_clause_goes_on_from_ours() -> None:
    flooded = {"kind": "caring", "called": "the nursery was flooded"}
    assert "The reason was that the nursery was flooded." in _missed(account="A bad day.", reasons=[flooded])


def test_a_leave_is_quoted_by_its_ground_alone() -> None:
    words = "No problem. Come on Monday."
    told = {"day": "2026-10-29", "how": "text-message", "words": "Can I come later?", "said_back": words}
    excused = {"day": "2026-10-29", "how": "text-message", "words": words}
    letter = _missed(sides=["excused"], account="A bad day.", told_them=told, excused=excused)

    assert letter.count(f"“{words}”") == 1


def test_what_was_said_at_a_provider_is_not_called_the_offices_word() -> None:
    excused = {"day": "2026-10-28", "how": "text-message", "words": "Come on Monday instead."}
    letter = _letter("", threat(failure=COURSE, sides=["excused"], account="A bad day.", excused=excused))

    assert "On 28 October I was told by text message: “Come on Monday instead.”" in letter
    assert "you told me" not in letter


def test_whoever_asked_beforehand_for_another_time_says_so_in_the_case() -> None:
    told = {"day": "2026-10-27", "how": "journal", "words": "Can we do it on Friday?"}
    done = {"state": "done", "day": "2026-11-05", "offered_on": "2026-10-27"}
    ill = [{"kind": "ill", "called": "a migraine"}]
    letter = _missed(account="A bad day.", reasons=ill, told_them=told, done_since=done)

    assert "I asked two days before for another time" in letter
    assert "I had asked you on 27 October for another time, and you could have given me one." in letter


def test_a_message_of_which_nothing_is_known_is_not_told_of() -> None:
    seen = {"told_by": "journal", "seen": "before"}
    told = {"day": "2026-10-27", "how": "journal", "words": "Can we do it on Friday?"}
    letter = _missed(account="A bad day.", requirement=seen, told_them=told)

    assert "Your message about this" not in letter
    assert "beforehand" not in letter


def test_a_silence_that_the_account_tells_is_told_once() -> None:
    told = {
        "day": "2026-10-27",
        "how": "journal",
        "words": "Can we do it on Friday?",
        "said_back": "nobody answered",
    }
    letter = _missed(account="I had asked in the journal and nobody answered.", told_them=told)

    assert letter.lower().count("nobody answered") == 1


def test_a_call_that_the_account_tells_of_is_not_counted_again() -> None:
    account = "The call came while we were in the treatment room."
    letter = _letter("", sanction(failure=CALL, sides=["had-reason"], account=account, call={"rang": "once"}))
    assert "The phone rang once." not in letter


def test_the_account_keeps_the_sentence_from_which_the_next_goes_on() -> None:
    account = "I told HR in writing on 3 August. They said it would stop."
    tried = "I told HR in writing on 3 August, they put him on the same shifts again."
    left = {"kind": "left-job", "happened": "2026-10-01"}
    job = {"faults": ["treatment"], "tried": tried}
    letter = _letter("", sanction(failure=left, sides=["had-reason"], account=account, job=job))

    assert account in letter


def test_what_the_employer_told_the_office_is_asked_for() -> None:
    left = {"kind": "left-job", "happened": "2026-10-01"}
    letter = _letter("", sanction(failure=left, sides=["had-reason"], account="I was bullied."))
    assert "Please send me a copy of whatever the employer has told you about it." in letter


@pytest.mark.parametrize(
    ("why", "stands_before"),
    [("The message only said to have a look.", True), ("The last bus goes at nine.", False)],
)
def test_what_is_said_of_a_message_stands_with_the_suggestion(why: str, stands_before: bool) -> None:
    needed = {
        "told_by": "journal",
        "words": "Have a look.",
        "was_clear_it_was_required": "no",
        "seen": "before",
    }
    reason = {"kind": "job-turned-down", "called": "the shifts", "fact": "They end at midnight."}
    facts = {"failure": VACANCY, "sides": ["not-required", "had-reason"], "account": "I looked at it."}
    letter = _letter(
        "", sanction(**facts, requirement=needed, reasons=[reason], why_not_required=why, groups=["none"])
    )

    assert (letter.index(why) < letter.index("In any case I had a good reason")) is stands_before


def test_what_a_demand_threatens_in_its_own_words_is_not_told_again() -> None:
    words = "Give me your password, or I will report you as not engaging."
    follow = "She would report me as not engaging."
    letter = _letter("password-reply", demand(words=words, said_would_follow=follow))

    assert letter.count("not engaging") == 1


def test_new_details_that_the_account_tells_of_with_their_day_are_told_once() -> None:
    needed = {"told_by": "letter", "told_on": "2026-10-20", "seen": "never", "new_details_on": "2026-10-01"}
    account = "I moved on 1 October and changed my address in the journal that day."
    letter = _missed(sides=["not-told"], account=account, requirement=needed)

    assert "I gave you new contact details" not in letter
    assert "On 1 October I gave you" in _missed(sides=["not-told"], account="I moved.", requirement=needed)


def test_that_the_search_was_enough_stands_before_the_leave() -> None:
    week = {"kind": "work-search-hours", "happened": "2026-10-25"}
    told = {"day": "2026-10-15", "how": "in-person", "words": "Just do what you can."}
    facts = {
        "failure": week,
        "sides": ["did-it", "excused"],
        "excused": told,
        "what_i_did": "I rang 22 firms.",
    }
    letter = _letter("", sanction(**facts, account="I walked.", groups=["none"]))

    assert "1. My search was enough" in letter
    assert "2. I could rely on what I was told" in letter


def test_what_came_back_to_an_answer_without_words_is_kept() -> None:
    told = {"day": "2026-11-02", "how": "in-person", "words": "", "said_back": "We will see about that."}
    letter = _letter("password-reply", demand(account="I said no.", told_them=told))

    assert "We will see about that." in letter
    assert letter.count("I said no.") == 1


def test_a_copy_of_what_they_sent_is_enclosed_and_proves_nothing() -> None:
    copy = texts("pages")["proof_names"]["decision-copy"]
    ill = [{"kind": "ill", "called": "a migraine", "fact": "I could not see."}]
    letter = _missed(account="A bad day.", reasons=ill, evidence=[{"what": copy, "have": "enclosed"}])

    assert "Your decision of" in letter.partition("Enclosed")[2]
    assert "My evidence" not in letter


def test_no_name_of_a_reason_is_lost_where_the_message_was_never_seen() -> None:
    needed = {"told_by": "letter", "seen": "never"}
    names = ("a fall on the stairs at home", "the flood in the cellar of my building")
    reasons = [{"kind": "other", "called": name} for name in names]
    letter = _missed(
        sides=["not-told", "had-reason"], account="I moved.", requirement=needed, reasons=reasons
    )

    assert "fall on the stairs at home" in letter
    assert "flood in the cellar of my building" in letter
