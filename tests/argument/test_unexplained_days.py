"""More days than a first reduction has: what would have to be true is asked for, and never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import DECISION, body_of, of_case
from tests.argument.test_facts import text
from tests.facts import case_of

UNKNOWN: dict[str, Any] = {
    "groups": [],
    "decision": {**DECISION, "days": 28, "is_open_ended": "yes"},
    "sides": ["had-reason"],
    "account": "I was in bed with a fever.",
}


def test_without_age_and_group_it_is_the_most_there_can_be() -> None:
    letter = text(UNKNOWN)
    assert "28 days would need an earlier failure that still counts" in letter
    assert "is of the low level at most, and a first one carries no more than 7 days" in letter
    assert "an earlier one of that level that itself carried 14 or 28 days, in the 365 days before" in letter
    assert "Please say which earlier failure you counted, with its date, its level and its length." in letter


def test_a_number_that_belongs_to_another_level_is_named() -> None:
    letter = text({**UNKNOWN, "groups": ["none"], "was_under_18": "no"})
    assert "28 days are also what a first failure of the medium level carries" in letter
    assert "a missed appointment is not of that level" in letter
    assert "A first failure of the low level carries 7 days (" in letter


def test_so_many_days_are_never_accepted_with_the_end_of_the_open_ended_ones() -> None:
    letter = text({**UNKNOWN, "done_since": {"state": "done", "day": "2026-10-20"}})
    assert "the reduction is 34 days" not in letter
    assert "record that I complied on 20 October and end the open-ended days on 19 October." in letter
    assert "Then cut the fixed days to 7 days as well, unless you can name an earlier failure" in letter


def test_who_was_never_sanctioned_needs_no_earlier_failure_named() -> None:
    letter = text({**UNKNOWN, "earlier_sanctions_known": "yes"})
    assert "28 days are too many for a first failure" in letter
    assert "I had not been sanctioned in the year before." in letter
    assert "unless you can name" not in letter


@pytest.mark.parametrize("days", [7, None])
def test_a_first_length_needs_no_explanation(days: int | None) -> None:
    letter = text({**UNKNOWN, "decision": {**DECISION, "days": days, "is_open_ended": "yes"}})
    assert "would need an earlier failure" not in letter


def test_a_failure_days_after_another_falls_with_it() -> None:
    about = {"kind": "applied-sanction", **UNKNOWN}
    first = {**about, "id": "first", "failure": {"kind": "missed-appointment", "happened": "2026-10-14"}}
    second = {**about, "id": "second", "failure": {"kind": "missed-appointment", "happened": "2026-10-20"}}
    letter = next(iter(of_case("two", case_of(first, second))))
    said = body_of(letter.said())
    assert "These 28 days stand and fall with those for 14 October" in said
    assert said.count("would need an earlier failure") == 1
