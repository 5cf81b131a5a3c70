"""No page of the interview is walked by nothing: each stands in an example or a story, or is named here."""

from __future__ import annotations

from pathlib import Path

import yaml

from challenge_letters.interview.pages import PAGES
from tests import examples
from tests.interview.walking import answers_for

STORIES = Path(__file__).parent / "walks"
# Asked for in tests of their own: a story cannot tell when they come.
WALKED_ELSEWHERE = {
    "help-now",  # test_hard_words.py
    "need-now",
    "keep-out",  # test_bridge.py
    "next-reason",
    "safe-address",
    "safe-phone",
    "work-search-rows",  # test_work_search.py
}


def test_each_page_is_walked_by_an_example_or_a_story() -> None:
    told = {
        key.rpartition("/")[2]
        for name in examples.names()
        for key in answers_for(examples.case_of(name), examples.AS_AT)
    }
    for story in STORIES.glob("*.yaml"):
        told |= set(yaml.safe_load(story.read_text(encoding="utf-8"))) - {"END"}

    assert set(PAGES) - told == WALKED_ELSEWHERE
