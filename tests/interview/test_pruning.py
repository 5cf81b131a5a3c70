"""An answer that can no longer be reached leaves no trace: in the case, on the check page or in the letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from challenge_letters.case.case import Case
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.road import Values
from challenge_letters.interview.rows import groups_of
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.states import Due, State, noise, travelled
from tests.interview.walker import CARRY_ON
from tests.interview.walking import canonical, journey_for

TODAY = examples.AS_AT
TOLD = tuple(name for name in examples.names() if name != "northern-ireland")
MOST_PAGES = 300


def _pairs() -> Iterator[tuple[str, str]]:
    for first in TOLD:
        for second in TOLD:
            if first != second:
                yield first, second


def _plain(name: str) -> Case:
    """Return the example without what is asked only after the letter."""
    return examples.case_of(name).model_copy(update={"records_request": None, "complaint": None})


def _state_of(name: str) -> dict[str, Values]:
    return {one.visit.key: one.values for one in journey_for(_plain(name), TODAY).visited}


def _told_over(old: State, name: str) -> dict[str, Values]:
    """Return the state of somebody who told `old` and then changes every answer to those of `name`."""
    wanted = _state_of(name)
    state = {**old, **wanted}
    for _ in range(MOST_PAGES):
        try:
            travelled(state, TODAY)
        except Due as due:
            state[due.visit.key] = wanted.get(due.visit.key, noise(due.visit))
        else:
            return state
    raise AssertionError("the road has no end")


@pytest.mark.parametrize("first", TOLD)
def test_every_example_can_be_told_over_every_other(first: str) -> None:
    old = _state_of(first)
    for second in TOLD:
        journey = travelled(_told_over(old, second), TODAY)
        fresh = journey_for(_plain(second), TODAY)
        assert case_of(journey) == case_of(fresh), f"{first}, then {second}"
        assert groups_of(journey) == groups_of(fresh), f"{first}, then {second}"


SOME_PAIRS = (
    ("missed-appointment-ill", "warned-bus-cancelled"),
    ("two-decisions-adviser", "paid-less-no-notice"),
    ("password-given-to-provider", "missed-appointment-ill"),
    ("late-in-hospital", "password-demanded"),
    ("warned-vacancy-suggested", "two-decisions-adviser"),
    ("very-late-their-own-error", "back-in-work"),
    ("claim-closed", "appointee-esa"),
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
