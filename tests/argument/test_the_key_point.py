"""What must not be missed stands at the head of the letter, and its very words nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29", "their_words": "You did not tell us."}
TILL = {"kind": "lost-job", "happened": "2026-10-01", "their_words": "You made a false refund."}
POINT = "I did tell you. On 19 October I wrote that I could not leave the house on the 29th."
STORY = "I had to drink the powder at eight and stay at home. Nobody rang me."


def _letter_of(**facts: Any) -> str:
    return _letter("", sanction(**{"failure": MISSED, "account": STORY, "sides": ["had-reason"], **facts}))


def test_it_is_read_before_the_story_and_the_grounds() -> None:
    letter = _letter_of(key_point=POINT, reasons=[{"kind": "ill", "called": "a hospital test"}])

    said, story, ground = (
        letter.index(POINT),
        letter.index(STORY),
        letter.index("hospital test", letter.index(STORY)),
    )
    assert letter.index("You did not tell us.") < said < story < ground


def test_where_it_tells_the_case_no_clause_of_ours_tells_it_again() -> None:
    ill = [{"kind": "ill", "called": "a hospital test"}]

    assert "kept me from" not in _letter_of(key_point=POINT, reasons=ill)
    assert "A hospital test kept me from coming" in _letter_of(key_point="I was not well.", reasons=ill)


def test_what_the_law_or_a_sum_comes_to_is_said_beside_it() -> None:
    week = {"expected_hours": 35, "done_hours": 22, "time_off": ["child-care"], "time_off_hours": 15}
    search = {"kind": "work-search-hours", "happened": "2026-10-14"}
    letter = _letter("", sanction(failure=search, sides=["did-it"], search_week=week, key_point=POINT))

    assert f"{POINT} I did" in letter


def test_it_follows_what_they_say() -> None:
    letter = _letter("", sanction(failure=TILL, key_point=POINT))
    assert letter.index("You made a false refund.") < letter.index(POINT)


def test_a_warning_is_answered_with_it() -> None:
    assert POINT in _letter("", threat(failure=MISSED, key_point=POINT, account=STORY, sides=["had-reason"]))


def test_of_two_decisions_each_has_its_own() -> None:
    other = {**MISSED, "happened": "2026-11-05"}
    both = (
        sanction(
            "2026-11-02", id="one", failure=MISSED, key_point=POINT, account=STORY, sides=["had-reason"]
        ),
        sanction(
            "2026-11-09", id="two", failure=other, key_point="Your call came at 11.42.", sides=["had-reason"]
        ),
    )
    letter = _letter("", *both)

    assert letter.count(POINT) == letter.count("Your call came at 11.42.") == 1
    assert letter.index(POINT) < letter.index("The second") < letter.index("Your call came at 11.42.")


def test_its_very_words_are_not_told_again() -> None:
    again = _letter_of(
        key_point="The call came at 11.42.", account="I sat by the phone. The call came at 11.42."
    )

    assert again.count("The call came at 11.42.") == 1
    assert "I sat by the phone." in again


def test_the_story_around_it_stays_whole() -> None:
    story = (
        "On 19 October I wrote to my coach that I could not leave the house on the 29th, and he said fine."
    )
    letter = _letter_of(key_point=POINT, account=story)

    assert POINT in letter
    assert story in letter


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("the times on the clock sheet", "What matters most is this: “the times on the clock sheet”"),
        ("I was clocked out", "I was clocked out."),
    ],
)
def test_it_is_always_a_sentence(point: str, said: str) -> None:
    assert said in _letter_of(key_point=point)


def test_an_adviser_may_quote_it() -> None:
    writer = {"kind": "adviser", "name": "Robin Adviser", "organisation": "Testtown Advice Centre"}
    told = sanction(failure=MISSED, key_point="I did tell them.", account=STORY, sides=["had-reason"])

    assert "My client says: “I did tell them.”" in _letter("", told, writer=writer)


def test_a_bare_denial_is_not_said_after_it() -> None:
    told = {"disputed": ["conduct"], "words": "I did not make it."}
    letter = _letter("", sanction(failure=TILL, misconduct=told, key_point="I was out when it was made."))

    assert "I was out when it was made." in letter
    assert "I did not do what my employer says" not in letter
