"""What was typed as the end of "At that hour I could not …" is finished by us, however it was begun."""

from __future__ import annotations

import pytest

from challenge_letters.argument.typed import after_could_not
from tests.argument.test_named_reasons import letter


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("leave the house", "I could not leave the house."),
        ("Leave the house.", "I could not leave the house."),
        ("Get out of bed.", "I could not get out of bed."),
        ("come", "I could not come."),
        ("even stand up", "I could not even stand up."),
        ("be there before 9.40", "I could not be there before 9.40."),
    ],
)
def test_a_sentence_of_ours_is_finished(typed: str, said: str) -> None:
    assert said in letter(reasons=[{"kind": "ill", "effect": typed}])


@pytest.mark.parametrize(
    "typed", ["I could not leave the house.", "Work was impossible.", "My legs gave way."]
)
def test_a_sentence_stays_as_it_was_typed(typed: str) -> None:
    said = letter(reasons=[{"kind": "ill", "effect": typed}])

    assert typed in said
    assert f"could not {typed[:1].lower()}" not in said


def test_a_reason_of_which_only_the_day_is_told_is_argued_for_the_story_tells_the_rest() -> None:
    said = letter(account="I was sick all night.", reasons=[{"kind": "ill", "began": "2026-10-13"}])

    assert "I was too ill to come" in said
    assert "There was a good reason for it" in letter(account="I was sick.", reasons=[{"kind": "ill"}])


def test_what_finishes_no_sentence_is_quoted() -> None:
    assert after_could_not("the stairs") == ""
    assert "“the stairs”" in letter(reasons=[{"kind": "ill", "effect": "the stairs"}])


def test_of_a_client_it_is_said_with_their_name() -> None:
    assert "could not leave the house." in letter(
        "adviser", reasons=[{"kind": "ill", "effect": "Leave the house"}]
    )
