"""Where it had been agreed that it would be held another way, the letter says so and quotes what was agreed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
WITH_A_PROVIDER = {**MISSED, "asked_by": "provider", "provider": "Example Works"}
PLAN = "Appointments by telephone only, for now. Review in December."


def _of(words: str = PLAN, meaning: str = "another-way", **facts: Any) -> dict[str, Any]:
    said = {"meaning": meaning, "day": "2026-10-12", "how": "appointment", "words": words}
    return {"failure": MISSED, "sides": ["excused"], "account": "Nobody rang.", "excused": said, **facts}


def test_the_heading_says_what_was_agreed_and_not_that_nobody_need_come() -> None:
    letter = _letter("", sanction(**_of()))

    assert "It had been agreed that appointments would be by phone" in letter
    assert f"On 12 October it was agreed with you at an appointment: “{PLAN}”" in letter
    assert "What has been agreed holds until it is changed and the change is made known." in letter
    assert "there was good reason to keep to what had been agreed" in letter
    assert "need not come" not in letter
    assert "taken back" not in letter


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("We will ring you at 10.", "the appointment would be by phone"),
        ("Your appointment will be on Teams.", "the appointment would be by video call"),
        ("Appointments at the library.", "appointments would be held another way"),
        ("By phone or by video.", "the appointment would be held another way"),
        ("Not by phone any more.", "the appointment would be held another way"),
        ("", "the appointment would be held another way"),
    ],
)
def test_the_way_is_named_only_as_far_as_the_words_name_it(words: str, way: str) -> None:
    assert f"It had been agreed that {way}" in _letter("", sanction(**_of(words)))


def test_what_was_to_be_done_is_no_appointment() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-29"}

    assert "It had been agreed that it would be done another way" in _letter(
        "", sanction(**_of(failure=task))
    )


def test_the_words_stand_in_the_ground_though_the_account_quotes_them() -> None:
    account = f"On 12 October Example Works and I signed: “{PLAN}” Nobody rang. I waited. I have no car."
    letter = _letter("", sanction(**_of(failure=WITH_A_PROVIDER, account=account)))

    assert f"On 12 October it was agreed with Example Works: “{PLAN}”" in letter


def test_whom_it_was_agreed_with_is_not_guessed() -> None:
    letter = _letter("", sanction(**_of(failure=WITH_A_PROVIDER)))

    assert f"On 12 October it was agreed at an appointment: “{PLAN}”" in letter
    assert "agreed with" not in letter


def test_words_that_say_so_count_where_nothing_was_ticked() -> None:
    assert "would be by phone" in _letter("", sanction(**_of(meaning="not-known")))
    assert "would be by phone" not in _letter("", sanction(**_of("No phone appointment today.", "need-not")))
    assert "need not come" in _letter("", sanction(**_of("Do not come in.", "not-known")))


def test_a_warning_is_answered_with_it_too() -> None:
    assert "It had been agreed that appointments would be by phone" in _letter("", threat(**_of()))


def test_northern_ireland_names_the_office() -> None:
    assert "it was agreed with the office at an appointment" in _letter(
        "", sanction(**_of()), nation="northern-ireland"
    )


def test_what_was_agreed_afterwards_excuses_nobody() -> None:
    later = {"meaning": "another-way", "day": "2026-11-01", "words": PLAN}

    assert "had been agreed" not in _letter("", sanction(**_of(excused=later)))
