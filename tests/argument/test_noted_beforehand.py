"""Whoever told the office before, and was told that it was noted, relies on that and claims no leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
TASK = {"kind": "specific-task", "happened": "2026-10-29"}
WORDS = "Thanks, noted. Hope it goes well."


def _letter_of(meaning: str = "noted", words: str = WORDS, failure: Any = MISSED, **facts: Any) -> str:
    said = {"day": "2026-10-12", "how": "journal", "words": words, "meaning": meaning}
    told = {
        "failure": failure,
        "sides": ["excused"],
        "account": "I was at home with the powder.",
        "excused": said,
    }
    return _letter("", sanction(**{**told, **facts}))


def test_a_note_is_a_good_reason_and_no_leave() -> None:
    letter = _letter_of()

    assert "It was known beforehand, and had been noted." in letter
    assert f"On 12 October you told me in my journal: “{WORDS}”" in letter
    assert "I could take it that the matter was settled, and that is a good reason" in letter
    assert "need not come" not in letter
    assert "taken back" not in letter


@pytest.mark.parametrize("words", ["Noted.", "OK thanks", "Thank you for letting us know."])
def test_words_that_only_take_note_give_no_leave_whatever_was_ticked(words: str) -> None:
    assert "It had been noted that I could not come" in _letter_of("need-not", words)


def test_a_task_is_done_and_not_come_to() -> None:
    assert "It had been noted that I could not do it" in _letter_of(failure=TASK)


def test_that_it_was_all_right_is_not_that_nobody_need_come() -> None:
    letter = _letter_of("all-right", "That is fine, do not worry.")

    assert "I had been told that it was all right" in letter
    assert "need not come" not in letter


def test_who_need_not_come_says_so() -> None:
    assert "I had been told that I need not come" in _letter_of("need-not", "Do not come in.")


def test_a_warning_is_answered_with_it_too() -> None:
    said = {"meaning": "noted", "words": WORDS}
    assert "It had been noted" in _letter("", threat(failure=MISSED, sides=["excused"], excused=said))


def test_what_a_provider_noted_is_not_called_the_offices_note() -> None:
    course = {
        "kind": "work-placement",
        "happened": "2026-10-29",
        "asked_by": "provider",
        "provider": "Works Ltd",
    }
    assert "You had noted" not in _letter_of(failure=course)
