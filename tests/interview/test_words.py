"""The questions are plain: short sentences, everyday words, few years of school. `make words` prints the figures."""

from __future__ import annotations

import re

from tests.interview import words
from tests.interview.words import everything_said, hard_words


def test_no_sentence_is_too_long() -> None:
    long = [
        f"{one.name}: {each}"
        for one in everything_said()
        for each in one.sentences
        if len(each.split()) > words.LONGEST_SENTENCE
    ]
    assert long == []


def test_no_page_needs_many_years_of_school() -> None:
    said = [one for one in everything_said() if one.words >= words.SHORTEST_PAGE]
    assert {one.name: one.grade for one in said if one.grade > words.HARDEST_PAGE} == {}


def test_most_words_are_everyday_words_and_none_is_an_offices() -> None:
    said = everything_said()
    counted = sum(one.words for one in said)
    assert 100 * hard_words(said).total() / counted < words.HARD_WORDS_IN_HUNDRED
    used = set(re.findall(r"[a-z-]+", " ".join(one.text for one in said).lower()))
    assert used & words.WORDS_OF_OFFICES == set()


def test_the_counting_sees_what_is_asked() -> None:
    said = {one.name: one.sentences for one in everything_said()}
    assert "What has happened?" in said["what-happened"]
    assert any("password" in each for each in said["messages"])
    assert sum(map(len, said.values())) > 1000
