"""What is found in a text is kept while one letter is made, and by nobody after it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from challenge_letters.case import found_once as kept_here
from challenge_letters.case.found_once import finding_once, found_once

asked: list[str] = []


@found_once
def length(text: str) -> int:
    """Return how long `text` is, and note that it was looked at."""
    asked.append(text)
    return len(text)


@pytest.fixture(autouse=True)
def _nothing_asked() -> None:
    asked.clear()


def test_a_text_is_looked_at_once_while_a_letter_is_made() -> None:
    with finding_once():
        assert [length("I rang."), length("I rang."), length("Nobody came.")] == [7, 7, 12]
    assert asked == ["I rang.", "Nobody came."]


def test_nothing_is_kept_when_the_letter_is_done_or_cannot_be_made() -> None:
    with pytest.raises(TypeError), finding_once():
        length(7)  # type: ignore[arg-type]
    assert kept_here._known.get() is None
    with finding_once():
        assert kept_here._known.get() == {}
    length("I rang.")
    length("I rang.")
    assert asked[-2:] == ["I rang.", "I rang."]


def test_a_letter_made_inside_another_shares_what_was_found_and_forgets_nothing_too_early() -> None:
    with finding_once():
        length("I rang.")
        with finding_once():
            length("I rang.")
        length("I rang.")
    assert asked == ["I rang."]


def test_letters_that_are_made_at_the_same_time_see_nothing_of_each_other() -> None:
    with finding_once(), ThreadPoolExecutor(1) as beside:
        length("I rang.")
        assert beside.submit(kept_here._known.get).result() is None
        beside.submit(length, "I rang.").result()
    assert asked == ["I rang.", "I rang."]
