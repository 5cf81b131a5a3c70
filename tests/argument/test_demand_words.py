"""A reply to a demand: what was typed as a sentence stays one, and nothing is quoted twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import body_of, of_case
from tests.facts import case_of, demand

DEMAND = "Please bring your password. If you do not do this your claim may be sanctioned."
ASKED = "Is it compulsory? Where does it say so?"
PHONE = "I can open it on my own phone with him sitting there."


def _reply(**facts: Any) -> str:
    return body_of(next(iter(of_case("it", case_of(demand(**facts))))).said())


def _offered(way: str, what: str) -> str:
    return _reply(offers=[{"way": way, "what": what}])


def test_a_sentence_about_what_is_offered_stands_on_its_own() -> None:
    letter = _offered("own-device", f"my Find a job account, {PHONE}")
    assert f"I can show you my Find a job account on my own device, signed in by me. {PHONE}" in letter
    assert f"I can show you my work search on my own device, signed in by me. {PHONE}" in _offered(
        "own-device", PHONE
    )


def test_a_thing_that_is_offered_stays_in_the_sentence() -> None:
    assert "I will bring a list that I keep every week." in _offered("bring", "a list that I keep every week")


def test_an_offer_and_its_paper_are_listed_once() -> None:
    lists = "my lists for October and November (date, employer)"
    case = case_of(
        demand(
            offers=[{"way": "enclosed", "what": lists}],
            evidence=[{"what": "my lists for October and November"}],
        )
    )
    said = next(iter(of_case("it", case))).said()
    assert [str(each) for each in said.enclosures] == [lists]


def test_what_would_follow_is_not_quoted_again_nor_a_narration_quoted() -> None:
    told = f'I asked on the 21st "{ASKED}" and he wrote "Yes it is."'
    follows = f"If you do not do this your claim may be sanctioned. {told}"
    letter = _reply(words=DEMAND, said_would_follow=follows)
    assert letter.count("your claim may be sanctioned") == 1
    assert "what would follow" not in letter
    assert told in letter
    assert f"“{told}" not in letter


def test_a_narration_of_what_is_quoted_below_is_left_to_that() -> None:
    telling = {"day": "2026-11-21", "how": "journal", "words": ASKED, "said_back": "Yes it is."}
    follows = f'I asked "{ASKED}" and he wrote "Yes it is."'
    assert _reply(words=DEMAND, said_would_follow=follows, told_them=telling).count(ASKED) == 1


@pytest.mark.parametrize(
    "follows", ["Your money may stop.", "They would report me.", "My coach will write it."]
)
def test_a_threat_that_nobody_has_quoted_yet_is_quoted(follows: str) -> None:
    letter = _reply(words=DEMAND, said_would_follow=follows)
    assert f"I was told what would follow if I did not: “{follows}”" in letter


def test_a_question_is_asked_and_not_answered() -> None:
    telling = {"day": "2026-11-21", "how": "journal", "words": ASKED}
    letter = _reply(told_them=telling)
    assert f"I asked on 21 November in my journal: “{ASKED}”" in letter
    assert "I answered" not in letter
    assert f"I asked you on 21 November in my journal: “{ASKED}”" in _reply(told_them=telling, handed_over={})


def test_screenshots_of_everything_are_answered_with_what_is_offered() -> None:
    letter = _reply(also_wanted=["uploads"])
    assert "Screenshots or uploads of every application are wanted too." in letter
    assert "A screenshot or an upload of every application is not needed either." in letter
    assert "Accept what I offer in place of screenshots or uploads of every application." in letter
    assert "uploads" not in _reply()
    quoted = _reply(also_wanted=["uploads"], words="Upload screenshots of every application.")
    assert "are wanted too" not in quoted
