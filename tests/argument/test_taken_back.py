"""An earlier sanction that was taken back no longer counts, and a decision that counts it is answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import DECISION
from tests.argument.test_facts import text

COUNTS = "Because you have had a sanction in the last 365 days this one is open-ended and then 14 days."
EARLIER = {
    "failure_day": "2026-05-19",
    "decided_on": "2026-06-02",
    "days": 7,
    "overturned": True,
    "overturned_on": "2026-06-24",
    "overturned_words": "We have changed our decision of 2 June 2026.",
    "paid_back_on": "2026-07",
}


def about(earlier: list[dict[str, Any]], their_words: str = COUNTS, **facts: Any) -> str:
    """Return the letter about a second failure of the low level, with 14 fixed days and `earlier` ones."""
    failure = {"kind": "missed-appointment", "happened": "2026-10-14", "their_words": their_words}
    decision = {**DECISION, "days": 14, "is_open_ended": "yes", **facts.pop("decision", {})}
    known = {"earlier_sanctions": earlier, "earlier_sanctions_known": "yes", "was_under_18": "no"}
    done = {"state": "done", "day": "2026-10-16"}
    told = {"failure": failure, "decision": decision, **known, "done_since": done}
    return text({**told, "account": "I was ill."}, **facts)


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_what_was_taken_back_is_named_with_its_letter_and_does_not_count(nation: str) -> None:
    letter = about([EARLIER], nation=nation)

    assert "The decision counts an earlier sanction. The only earlier sanction, for 19 May" in letter
    assert "(decided on 2 June), was taken back by the letter of 24 June: “We have changed our" in letter
    assert "In July the money was paid back." in letter
    assert "What was taken back is no earlier failure, so this would be a first one." in letter


def test_the_sum_without_it_is_in_the_heading() -> None:
    letter = about([EARLIER])

    assert "the reduction is 9 days, because the earlier sanction was taken back" in letter
    assert letter.index("no earlier failure") < letter.index("Those 2 days and the 7 that follow make 9.")


def test_nobody_has_to_know_more_than_that_it_was_taken_back() -> None:
    letter = about([{"failure_day": "2026-05-19", "overturned": True}])

    assert "The only earlier sanction, for 19 May, was overturned, and it does not count." in letter


def test_another_that_does_count_is_not_called_a_first_failure() -> None:
    counting = {"failure_day": "2026-04-01", "days": 7, "level": "low"}
    letter = about([EARLIER, counting], decision={"days": 28})

    assert "would be a first one" not in letter
    assert "The only earlier sanction" not in letter


def test_a_decision_that_counts_what_there_never_was_has_to_say_which() -> None:
    letter = about([])

    assert "The decision counts an earlier sanction, but I had not been sanctioned in the year" in letter
    assert "Please say which earlier failure you counted" in letter


@pytest.mark.parametrize(
    "words",
    [
        "You did not attend.",
        "You have had no sanction in the last 365 days.",
        "This is your first failure in 12 months.",
        "You did not attend on 14 October. A decision has been made.",
    ],
)
def test_a_decision_that_counts_none_is_not_said_to_count_one(words: str) -> None:
    letter = about([], words)

    assert "I had not been sanctioned in the year before." in letter
    assert "counts an earlier sanction" not in letter


@pytest.mark.parametrize(
    "words",
    [
        "You were sanctioned in the last 12 months.",
        "In the past year you had another sanction.",
        "This is your second failure.",
        "As there was a previous failure, it is 14 days.",
    ],
)
def test_a_decision_may_count_one_in_other_words(words: str) -> None:
    assert "counts an earlier sanction" in about([], words)


def test_where_the_days_cannot_be_worked_out_it_is_still_said() -> None:
    letter = about(
        [EARLIER], decision={"is_open_ended": "not-known", "days": None}, their_words="A second failure."
    )

    assert "The earlier sanction that is counted was taken back" in letter
    assert "was taken back by the letter of 24 June" in letter
    assert "Please work out the days again without it." in letter


def test_an_adviser_says_the_same_of_a_client() -> None:
    writer = {"kind": "adviser", "name": "Sam Adviser"}
    letter = about([], writer=writer, claimant={"name": "Ann Example"})

    assert "The decision counts an earlier sanction, but my client had not been sanctioned" in letter
