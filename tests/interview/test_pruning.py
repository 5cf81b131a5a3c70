"""An answer that can no longer be reached leaves no trace: in the case, on the check page or in the letter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from challenge_letters.case.case import Case
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.check_answers import Group, groups_of
from challenge_letters.interview.journey import Journey, Values
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.states import State, filled_up, noise
from tests.interview.walker import CARRY_ON
from tests.interview.walking import canonical, journey_for

TODAY = examples.AS_AT
TOLD = examples.names()


def _plain(name: str) -> Case:
    """Return the example without what is asked only after the letter."""
    return examples.case_of(name).model_copy(update={"records_request": None, "complaint": None})


@cache
def _told_fresh(name: str) -> tuple[Mapping[str, Values], Case, tuple[Group, ...]]:
    """Return the answers of somebody who tells an example and nothing else, the case and the check page."""
    journey = journey_for(_plain(name), TODAY)
    answers = {one.visit.key: one.values for one in journey.visited}
    return answers, case_of(journey), groups_of(journey)


def _told_over(old: State, name: str) -> Journey:
    """Return the journey of somebody who told `old` and then changes every answer to those of `name`."""
    wanted, _, _ = _told_fresh(name)
    return filled_up({**old, **wanted}, lambda due: wanted.get(due.key, noise(due)), TODAY)


@pytest.mark.parametrize("first", TOLD)
def test_every_example_can_be_told_over_every_other(first: str) -> None:
    old, _, _ = _told_fresh(first)
    for second in TOLD:
        journey = _told_over(old, second)
        _, case, groups = _told_fresh(second)
        assert case_of(journey) == case, f"{first}, then {second}"
        assert groups_of(journey) == groups, f"{first}, then {second}"


SOME_PAIRS = (
    ("missed-appointment-ill", "warned-bus-cancelled"),
    ("two-decisions-adviser", "paid-less-no-notice"),
    ("password-given-to-provider", "missed-appointment-ill"),
    ("late-in-hospital", "password-demanded"),
    ("warned-vacancy-suggested", "two-decisions-adviser"),
    ("very-late-their-own-error", "back-in-work"),
    ("claim-closed", "appointee-esa"),
    ("appeal-after-refusal", "records-incomplete"),
    ("decision-twice-done", "mp-and-ombudsman"),
)


@pytest.mark.parametrize(("first", "second"), SOME_PAIRS)
def test_going_back_through_the_check_page_gives_what_a_fresh_walk_gives(first: str, second: str) -> None:
    changed, fresh = new_walker(), new_walker()
    changed.answer_all(journey_for(_plain(first), TODAY), is_pressing_on=False)
    changed.change_to(_plain(second))
    fresh.answer_all(journey_for(_plain(second), TODAY), is_pressing_on=False)
    assert changed.page.text == fresh.page.text
    for walker in (changed, fresh):
        walker.phone.press(CARRY_ON)
    assert changed.page.text == fresh.page.text
    assert changed.case_file() == fresh.case_file() == canonical(_plain(second), TODAY)
    assert changed.letter() == fresh.letter()
