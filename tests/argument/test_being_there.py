"""Somebody who came, who had the day wrong, or who had to wait for a new time: the fact decides, and is argued."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import body_of, of_case
from tests.facts import case_of, sanction, threat

APPOINTMENT = {"kind": "missed-appointment", "their_day": "2026-10-14", "their_words": "You did not attend."}
TURNED_AWAY = {"due_at": "10.00", "came_at": "10.11", "office_did": "sent-away"}
BUS = {"kind": "travel", "fact": "The 9.20 bus did not come.", "left_at": "9.10", "usual_minutes": 35}
MISTAKEN = [{"kind": "unclear-or-mistake"}]
NEXT_DAY = {"thought_day": "2026-10-15", "by": "wrote-down", "then": "came"}
OPEN_ENDED = {"notified": "2026-11-02", "came_by": "journal", "days": 7, "is_open_ended": "yes"}
APPOINTEE = {"kind": "appointee", "name": "Nora Example"}
ADVISER = {"kind": "adviser", "name": "Ada Adviser", "organisation": "Advice"}


def _letter(nation: str = "england", writer: dict[str, Any] | None = None, **facts: Any) -> str:
    told = {"failure": APPOINTMENT, "groups": ["none"], "was_under_18": "no", "decision": OPEN_ENDED, **facts}
    case = case_of(sanction(**told), nation=nation, **({"writer": writer} if writer else {}))
    letter = next(each for each in of_case("it", case) if each.letter.kind == "mandatory-reconsideration")
    return body_of(letter.said())


def _came(nation: str = "england", writer: dict[str, Any] | None = None, **arrival: Any) -> str:
    told = {**TURNED_AWAY, **arrival}
    return _letter(nation, writer, sides=["came"], arrival=told, reasons=[BUS])


def test_who_is_sent_away_eleven_minutes_late_did_not_stay_away() -> None:
    letter = _came()
    assert "I came eleven minutes late and was turned away." in letter
    assert "1. I was there eleven minutes after the time, and was sent away" in letter
    assert "to take part in an interview (Welfare Reform Act 2012, sections 15(1) and 23(1))" in letter
    assert "it was your office that ended it" in letter
    assert "You say that I did not attend, and that is not so." in letter
    assert "2. There was a good reason for the eleven minutes" in letter


def test_the_usual_journey_would_have_been_early() -> None:
    assert "That would have been 15 minutes before the time, so I set out early enough." in _came()
    assert "before the time, so" not in _came(due_at="9.40")


def test_what_was_said_at_the_desk_is_quoted_once() -> None:
    assert _came(their_words="Too late.").count("Too late") == 1
    told = {**TURNED_AWAY, "their_words": "Too late."}
    account = "The man said: too late. I asked to wait."
    assert _letter(sides=["came"], arrival=told, account=account).casefold().count("too late") == 1


@pytest.mark.parametrize(
    ("office_did", "argued"),
    [
        ("new-time", "A new time changes the requirement (section 24(3)), so the old one was not missed."),
        ("kept-waiting", "an interview that nobody begins cannot be failed"),
        ("seen", "I did that, so nothing was missed."),
    ],
)
def test_what_the_office_did_decides_what_follows(office_did: str, argued: str) -> None:
    assert argued in _came(office_did=office_did)


def test_a_provider_that_turns_somebody_away_acts_for_the_office() -> None:
    failure = {**APPOINTMENT, "provider": "Example Works Ltd", "asked_by": "provider"}
    letter = _letter(failure=failure, sides=["came"], arrival=TURNED_AWAY)
    assert "it was Example Works Ltd that ended it" in letter
    assert "What Example Works Ltd does in your place counts as done by you (section 29)." in letter
    assert "Please ask Example Works Ltd what its front desk recorded on 14 October." in letter


def test_a_call_that_was_cut_off_is_no_desk() -> None:
    letter = _letter(
        failure={**APPOINTMENT, "kind": "missed-call"},
        sides=["came"],
        arrival={**TURNED_AWAY, "came_at": "10.04"},
    )
    assert "I was on the line four minutes after the time, and the call was ended" in letter
    assert "front desk" not in letter
    assert "Please look at the record of the call." in letter


def test_illness_that_made_late_is_not_said_to_have_kept_away() -> None:
    letter = _letter(sides=["came"], arrival=TURNED_AWAY, reasons=[{"kind": "ill", "fact": "I was sick."}])
    assert "too ill to be there in time" in letter
    assert "too ill to come" not in letter


def test_what_happens_at_an_hour_alone_can_be_come_to() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-14"}
    letter = _letter(failure=task, sides=["came", "had-reason"], arrival=TURNED_AWAY, reasons=[BUS])
    assert "turned away" not in letter


def test_northern_ireland_names_no_british_law_for_it() -> None:
    letter = _came("northern-ireland")
    assert "What can be required is to take part in an interview." in letter
    assert "it was the office that ended it" in letter
    assert "You say that I did not attend" in letter


def test_who_comes_the_next_day_did_not_mean_to_stay_away() -> None:
    slip = {**NEXT_DAY, "thought_at": "9.30", "came_at": "9.20", "was_first": "yes"}
    letter = _letter(sides=["had-reason"], reasons=MISTAKEN, mistake=slip)
    assert "I had 15 October at 9.30 written down, and I came that day." in letter
    assert "I came on the day I had written down, one day after yours" in letter
    assert "Nobody who means to stay away comes one day later, and ten minutes early." in letter
    assert "I had not missed one before." in letter
    assert "understood otherwise" not in letter
    assert "I saw it beforehand" not in letter


def test_that_it_was_the_first_is_not_said_beside_the_persons_own_words() -> None:
    slip = {**NEXT_DAY, "was_first": "yes"}
    letter = _letter(sides=["had-reason"], reasons=MISTAKEN, mistake=slip, account="I have never missed one.")
    assert "had not missed one before" not in letter


@pytest.mark.parametrize(
    ("by", "heading"),
    [
        ("other-message", "Your own messages gave two different days"),
        ("app", "The online account and your message did not agree"),
        ("told", "I was told another day than your message gave"),
        ("unclear", "Your message could be read in another way"),
    ],
)
def test_a_mistake_that_is_the_offices_is_said_to_be_theirs(by: str, heading: str) -> None:
    slip = {"thought_day": "2026-10-15", "by": by, "then": "rang", "then_on": "2026-10-14"}
    letter = _letter(sides=["had-reason"], reasons=MISTAKEN, mistake=slip)
    assert heading in letter
    assert "in good faith" not in letter


def test_an_appointees_slip_is_not_the_claimants() -> None:
    letter = _letter("northern-ireland", APPOINTEE, reasons=MISTAKEN, mistake={**NEXT_DAY, "whose": "writer"})
    assert "The slip was mine and not" in letter
    assert "did nothing wrong" in letter
    assert "What can be sanctioned is a failure by the claimant for no good reason" in letter


def test_nobody_else_takes_the_slip_upon_themselves() -> None:
    letter = _letter("england", ADVISER, reasons=MISTAKEN, mistake={**NEXT_DAY, "whose": "writer"})
    assert "The slip was mine" not in letter


def test_coming_the_next_day_ends_the_open_ended_days() -> None:
    booked = {"state": "rebooked", "day": "2026-11-27"}
    letter = _letter(sides=["had-reason"], reasons=MISTAKEN, mistake=NEXT_DAY, done_since=booked)
    assert "the open-ended days ended on 14 October" in letter
    assert "That day and the 7 that follow make 8." in letter
    assert "record that I complied on 15 October and cut the period to 8 days" in letter
    assert "that I have to wait for it must add nothing to the days" in letter
    assert "before I keep it" not in letter


def test_being_there_on_the_day_leaves_no_open_ended_day() -> None:
    letter = _letter(sides=["came"], arrival=TURNED_AWAY, done_since={"state": "done", "day": "2026-10-21"})
    assert "If you still find a failure, not one open-ended day counts" in letter
    assert "That leaves the 7 days and no more." in letter
    assert "Even counted up to the day before I did it, the whole comes to 14 days." in letter
    assert "cut the period to 7 days, or at the very most to 14 days" in letter


@pytest.mark.parametrize(
    ("asked", "complied"),
    [
        ({"offered_on": "2026-10-16", "agreed_on": "2026-10-19"}, "16 October"),
        ({"agreed_on": "2026-10-19"}, "19 October"),
    ],
)
def test_the_days_end_when_a_new_time_was_asked_for_or_given(asked: dict[str, str], complied: str) -> None:
    booked = {"state": "rebooked", "day": "2026-11-27", **asked}
    assert f"record that I could only wait for a new time from {complied} on" in _letter(done_since=booked)


@pytest.mark.parametrize("asked", [{}, {"offered_on": "2026-10"}, {"offered_on": "2026-10-25"}])
def test_no_day_is_claimed_that_is_not_known_or_does_not_help(asked: dict[str, str]) -> None:
    letter = _letter(done_since={"state": "done", "day": "2026-10-21", **asked})
    assert "record that I complied on 21 October" in letter
    assert "had ceased" not in letter


def test_whoever_asked_for_another_time_beforehand_waited_from_the_day_itself_on() -> None:
    letter = _letter(done_since={"state": "done", "day": "2026-10-21", "offered_on": "2026-10-12"})
    assert "It had ceased when the hour was over: all that was left was to wait for a new time." in letter
    assert "record that I could only wait for a new time from 14 October on" in letter
    assert "If you still find a failure, not one open-ended day counts" in letter


def test_a_booking_without_more_concedes_no_days() -> None:
    letter = _letter(done_since={"state": "rebooked", "day": "2026-11-27"})
    assert "Please end the open-ended days with that booking" in letter
    assert "the day before" not in letter


def test_fixed_days_alone_are_left_alone() -> None:
    fixed = {**OPEN_ENDED, "is_open_ended": "no"}
    letter = _letter(decision=fixed, sides=["came"], arrival=TURNED_AWAY)
    assert "open-ended" not in letter


def test_a_warning_is_answered_with_being_there() -> None:
    case = case_of(threat(failure=APPOINTMENT, sides=["came"], arrival=TURNED_AWAY))
    letter = next(each for each in of_case("it", case) if each.letter.kind == "good-reason-statement")
    body = body_of(letter.said())
    assert "I was there eleven minutes after the time, and was sent away" in body
    assert "Please ask the front desk what it recorded on 14 October." in body


def test_a_message_that_the_account_quotes_is_told_once_and_its_other_day_is_kept() -> None:
    telling = {"day": "2026-10-20", "how": "journal", "words": "the bus broke down at nine"}
    account = 'I wrote to you, "the bus broke down at nine".'
    letter = _letter(account=account, told_them=telling, sides=["had-reason"], reasons=[BUS])
    assert letter.count("the bus broke down at nine") == 1
    assert "in my journal" in letter
    assert "20 October" in letter


def test_who_told_the_office_before_the_hour_is_said_to_have_told_it() -> None:
    telling = {
        "day": "2026-10-14",
        "at": "9.47",
        "begins_at": "10.00",
        "how": "journal",
        "words": "I am late.",
    }
    letter = _letter(told_them=telling, sides=["had-reason"], reasons=[{**BUS, "began": "2026-10-14"}])
    assert "I told you 13 minutes before it was to begin" in letter
    assert "at 9.47 you knew" in letter
    assert "could not have warned you" not in letter
