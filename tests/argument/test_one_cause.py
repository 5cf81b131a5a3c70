"""What kept somebody away, from ringing, from speaking or from understanding: each is used in the ground."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_facts import text

ILL = {"kind": "ill", "fact": "I had a fever.", "effect": "stand up", "could_tell": "no"}
BASE: dict[str, Any] = {"sides": ["had-reason"], "account": "It was a bad day."}


def test_too_ill_to_come_and_to_ring_is_one_cause() -> None:
    letter = text({**BASE, "reasons": [ILL]})
    assert "For the same reason I could not let you know at the time." in letter


@pytest.mark.parametrize("day", ["2026-10-14", "2026-10-13"])
def test_who_told_the_office_that_day_is_not_said_to_have_been_unable_to(day: str) -> None:
    told = {"told_them": {"day": day, "how": "journal", "words": "I am ill."}}
    problem = {**BASE, "reasons": [ILL], **told}
    assert "let you know" not in text(problem)


def test_no_place_to_speak_in_private_is_the_case() -> None:
    reason = {"kind": "no-privacy", "fact": "It was about my health.", "private_place": "refused"}
    letter = text({**BASE, "reasons": [reason]})
    assert "There was no place to speak of it in private." in letter
    assert "I asked for a place to talk in private, and there was none." in letter
    assert "Nobody has to speak of such things where others can hear." in letter


def test_nobody_who_did_not_ask_is_said_to_have_asked() -> None:
    reason = {"kind": "no-privacy", "fact": "It was about my health.", "private_place": "not-asked"}
    assert "asked for a place" not in text({**BASE, "reasons": [reason]})


def test_a_missing_interpreter_is_used_where_it_counts() -> None:
    unclear = {"kind": "unclear-or-mistake", "fact": "The call was in English.", "interpreter": "no"}
    letter = text({**BASE, "reasons": [unclear, {"kind": "no-access", "lacking": ["english"]}]})
    assert "Nobody interpreted for me" in letter
    assert "What is said in a language that somebody does not know well has not been made clear" in letter
