"""A decision that gives one number of days: those of waiting for a new time come off it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import demand, sanction

MISSED = {"kind": "missed-appointment", "happened": "2026-10-14"}
LOST = {"kind": "lost-job", "happened": "2026-10-14"}


def _letter_of(days: int | None, asked: str = "2026-10-16", **facts: Any) -> str:
    decision = {"notified": "2026-11-02", "days": days, "is_open_ended": "no"}
    done = {"state": "done", "day": "2026-10-20", "offered_on": asked}
    told = {"failure": MISSED, "account": "I was ill.", "sides": ["had-reason"], "groups": ["none"], **facts}
    return _letter("", sanction(decision=decision, done_since=done, **told))


def test_six_days_and_a_first_reduction_are_thirteen() -> None:
    letter = _letter_of(13)

    assert "The 13 days are 6 days without a fixed end, up to the day before I complied, and the 7" in letter
    assert "It had ceased on 16 October, when I asked for a new time" in letter
    assert "That leaves 14 and 15 October. Those 2 days and the 7 that follow make 9." in letter
    assert "cut the period to 9 days" in letter


def test_who_asked_on_that_very_day_is_left_with_the_fixed_days() -> None:
    assert "That leaves the 7 days and no more." in _letter_of(13, "2026-10-14")


@pytest.mark.parametrize("days", [12, 14, 28, None])
def test_any_other_number_is_not_taken_apart(days: int | None) -> None:
    assert "without a fixed end" not in _letter_of(days)


# -- what was found beside it


def test_who_came_late_and_had_rung_says_first_that_they_were_there() -> None:
    came = {"arrival": {"due_at": "10.10", "came_at": "10.50", "office_did": "sent-away"}}
    noted = {"excused": {"how": "phone", "words": "I'll put a note on.", "meaning": "noted"}}
    letter = _letter_of(13, sides=["came", "excused", "had-reason"], **came, **noted)

    assert letter.index("I was there 40 minutes after the time") < letter.index("You knew before I came")
    assert "the matter was settled" not in letter


def test_a_device_that_was_shown_once_was_not_given() -> None:
    shown = {"wanted": "device", "handed_over": {"day": "2026-11-05"}, "asked_on": "2026-11-16"}
    letter = _letter("password-reply", demand(**shown))

    assert "On 5 November I let you look at" in letter
    assert "gave you" not in letter
    assert "I withdraw any consent that this gave." in letter


def test_not_every_carer_is_said_to_be_free_of_everything() -> None:
    letter = _letter_of(None, failure=LOST, groups=["carer"], sides=["not-required"])

    assert "Nobody in that situation has to meet any" not in letter


def test_who_overslept_on_some_days_is_not_said_to_have_been_late_for_the_reason_alone() -> None:
    kept = [{"kind": "caring", "called": "my wife's illness", "fact": "She could not stand."}]
    misconduct = {"disputed": ["not-misconduct"], "reason_given": "You were late nine times."}
    told = {"failure": LOST, "reasons": kept, "misconduct": misconduct, "sides": []}

    assert "made me late" in _letter_of(None, **told)
    overslept = _letter_of(None, **{**told, "account": "Twice I overslept."})
    assert "made me late" not in overslept
    assert "y wife's illness" not in overslept[: overslept.index("Twice I overslept.")]
