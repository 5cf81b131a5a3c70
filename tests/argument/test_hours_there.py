"""The hours of work or an interview stand in a sentence that reads, however they were typed."""

from __future__ import annotations

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}


def _with(hours: str, account: str = "I was at an interview.") -> str:
    reason = {"kind": "working", "called": "a job interview", "work_hours": hours}
    return _letter("", sanction(failure=MISSED, account=account, reasons=[reason]))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10.30 to 12.50", "I had to be there from 10.30 to 12.50."),
        ("from 10.30 to 12.50", "I had to be there from 10.30 to 12.50."),
        ("9am to 5pm on Thursday", "That was 9am to 5pm on Thursday."),
        ("the late shift", "That was the late shift."),
        ("an interview at 11:30", "That was an interview at 11:30."),
        ("10.15", "That was 10.15."),
        ("at 10.30", "That was at 10.30."),
    ],
)
def test_times_and_events_by_their_name_follow_that_was(typed: str, said: str) -> None:
    assert said in _with(typed)


@pytest.mark.parametrize("typed", ["interview at 10.30 with the test, out at 12.50", "I worked until 3"])
def test_anything_else_is_quoted(typed: str) -> None:
    letter = _with(typed)

    assert f"The times were these: “{typed}”" in letter
    assert "That was interview" not in letter


def test_what_the_account_tells_with_its_times_is_left_out() -> None:
    letter = _with(
        "interview at 10.30 with the test, out at 12.50", "The interview was at 10.30. I was out at 12.50."
    )

    assert "The times were these" not in letter
    assert "That was interview" not in letter
