"""A sentence that may be used against somebody is asked about, in whatever part of the interview it was typed."""

from __future__ import annotations

from challenge_letters.case.case import Admission, Case
from tests import examples
from tests.interview.phones import new_walker

HARMFUL = "I was annoyed."


def _complaining() -> Case:
    """Return the complaint of an example with one more sentence in it, which is to be left out."""
    case = examples.case_of("complaint-provider")
    assert case.complaint is not None
    first, *others = case.complaint.events
    told = first.model_copy(update={"what": f"{first.what} {HARMFUL}"})
    complaint = case.complaint.model_copy(update={"events": (told, *others)})
    left_out = (Admission(sentence=HARMFUL, answer="leave-out"),)
    return case.model_copy(update={"complaint": complaint, "admissions": left_out})


def test_a_sentence_of_a_complaint_is_asked_about_and_left_out() -> None:
    walker = new_walker()
    walker.tell(_complaining())

    page = walker.phone.page
    assert page.h1.startswith("Your letter is ready")
    assert f"Left out of the letter, as you chose: “{HARMFUL}”" in page.text
