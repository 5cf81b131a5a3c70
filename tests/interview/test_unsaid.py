"""The check page names the words that stand in no letter."""

from __future__ import annotations

from challenge_letters.case.case import Case
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.walking import journey_for


def _checking(case: Case) -> str:
    walker = new_walker()
    walker.answer_all(journey_for(case, examples.AS_AT), is_pressing_on=False)
    return walker.page.text


def test_words_of_no_letter_are_named_and_others_are_not() -> None:
    case = examples.case_of("job-offer-too-far")
    # Who says that it should not have been asked, and not that they did it, has no sentence for this.
    problem = case.problems[0].model_copy(update={"what_i_did": "I kept the advert."})
    left_over = _checking(case.model_copy(update={"problems": (problem,)})).partition("In no letter")[2]

    assert "I kept the advert." in left_over
    assert "In no letter" not in _checking(examples.case_of("missed-appointment-ill"))
