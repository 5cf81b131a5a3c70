"""The examples on the pages, as whoever answers would write them."""

from __future__ import annotations

import re

import pytest

from challenge_letters.interview.examples_told import MS_SAMPLE, SAM, as_told_of
from challenge_letters.interview.texts import page_texts
from challenge_letters.interview.voices import CALLED, of_the_client

EXAMPLES = [each["example"] for each in page_texts()["reasons"].values()]


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("somebody", [MS_SAMPLE, SAM])
def test_no_example_for_another_says_i(example: str, somebody: object) -> None:
    told = as_told_of(example, somebody)  # type: ignore[arg-type]
    assert not re.search(r"\b(I|me|my|My|we|our)\b", told)
    # "She uses", never "she use".
    assert not re.search(r"\b(Ms Sample|She|she|Sam|He|he) (am|have|do|use|need|take|look|work|live)\b", told)


def test_the_name_stands_first_and_then_she() -> None:
    told = as_told_of("I rang my sister. She told me that I am late.", MS_SAMPLE)
    assert told == "Ms Sample rang her sister. She told her that she is late."


def test_an_adviser_is_shown_sentences_about_the_client() -> None:
    asked = "For example, “I could not leave the house”."
    assert of_the_client(asked) == "For example, “Ms Sample could not leave the house”."
    assert of_the_client(asked, CALLED["appointee"]) == "For example, “Sam could not leave the house”."
    assert of_the_client(asked, CALLED["helper"]) == asked


def test_words_said_to_the_office_stay_as_they_are() -> None:
    asked = "You can ask: “Why was my payment of … lower?”"
    assert "“Why was my payment of … lower?”" in of_the_client(asked)
