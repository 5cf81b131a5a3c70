"""The check page names the words that stand in no letter."""

from __future__ import annotations

from tests import examples
from tests.interview.phones import new_walker
from tests.interview.walking import journey_for


def _checking(example: str) -> str:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), examples.AS_AT), is_pressing_on=False)
    return walker.page.text


def test_words_of_no_letter_are_named_and_others_are_not() -> None:
    left_over = _checking("job-offer-too-far").partition("In no letter")[2]

    assert "Physiotherapist's letter" in left_over
    assert "In no letter" not in _checking("missed-appointment-ill")
