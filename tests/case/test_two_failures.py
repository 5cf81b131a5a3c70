"""One decision about two failures: the words are asked about, and the days of both are not summed for one."""

from __future__ import annotations

from typing import Any

import pytest
from tests.argument.test_lost_contests import _letter
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.queries import open_queries, queries
from challenge_letters.case.two_failures import speaks_of_two
from challenge_letters.plan.planning import make_plan

TWO = "You did not attend on 5 October and 19 October 2026. 7 days for the first and 14 days for the second."
QUERY = "words-speak-of-two"


def _of(words: str = TWO, **facts: Any) -> dict[str, Any]:
    told = {"kind": "missed-appointment", "their_day": "2026-10-05", "their_words": words}
    decision = {"dated": "2026-11-02", "came_by": "letter", "is_open_ended": "yes", "days": 21}
    done = {"state": "done", "day": "2026-10-27", "offered_on": "2026-10-26"}
    first = {"earlier_sanctions_known": "yes", "groups": ["none"]}
    return {
        "failure": told,
        "decision": decision,
        "done_since": done,
        "account": "I was ill.",
        **first,
        **facts,
    }


@pytest.mark.parametrize(
    "words",
    [
        "You did not attend Restart appointments on 25 August and 15 September 2026.",
        "You failed to attend on Monday 5 and Tuesday 6 October.",
        "You missed appointments on 5th October, 12th October and 19th October.",
        "You did not come on 5 October and again on 19 October.",
        "For a further 7 days for the first and 14 days for the second.",
        "The first appointment was on 5 October, the second on 19 October.",
    ],
)
def test_words_that_speak_of_two(words: str) -> None:
    assert speaks_of_two(words)


@pytest.mark.parametrize(
    "words",
    [
        "You did not attend on 5 October 2026.",
        "You did not attend between 5 October and 19 October.",
        "You did not attend on 5 October and on 7 October you did not reply.",
        "You did not come although we wrote on 5 October and 12 October.",
        "We rang you on 5 October and 12 October.",
        "You did not attend on 5 October and your payment of 9 October is lower.",
        "You did not look for work in the week from 5 October to 11 October.",
        "Reduced for 7 days.",
        "",
    ],
)
def test_words_that_speak_of_one(words: str) -> None:
    assert not speaks_of_two(words)


def test_it_is_asked_about_until_it_is_answered() -> None:
    answer = {"query": f"sanction:{QUERY}", "answer": "as-their-letter-says"}

    (asked,) = open_queries(case_of(sanction(**_of())), today=MONDAY)

    assert asked.id == QUERY
    assert "Their words seem to speak of two" in asked.sentence
    assert open_queries(case_of(sanction(**_of()), answered_queries=[answer]), today=MONDAY) == ()


def test_a_warning_about_two_days_is_asked_about_too() -> None:
    facts = {"failure": {"their_words": TWO, "their_day": "2026-10-05"}}

    assert QUERY in [each.id for each in queries(case_of(threat(**facts)), today=MONDAY)]


def test_whoever_tells_of_the_second_as_well_is_not_asked() -> None:
    second = {"their_day": "2026-10-19", "kind": "missed-appointment", "their_words": TWO}
    both = case_of(sanction(**_of()), {**sanction(**_of(failure=second)), "id": "second"})

    assert QUERY not in [each.id for each in queries(both, today=MONDAY)]


def _once_answered(words: str) -> str:
    answer = {"query": f"sanction:{QUERY}", "answer": "as-their-letter-says"}
    return _letter("", sanction(**_of(words)), answered_queries=[answer])


def test_no_letter_is_written_while_it_is_open() -> None:
    (unwritten, *_) = make_plan(case_of(sanction(**_of())), on=MONDAY).unwritten

    assert (unwritten.kind, unwritten.reason_id) == ("mandatory-reconsideration", "open-queries")


def test_no_days_are_summed_for_both() -> None:
    letter = _once_answered(TWO)

    assert "end the open-ended days" in letter or "open-ended days ended" in letter
    assert "days in all" not in letter
    assert "They run from" not in letter
    assert "cut the period" not in letter
    assert "a first reduction" not in letter


def test_the_days_of_one_are_summed() -> None:
    assert "They run from" in _once_answered("You did not attend on 5 October.")
