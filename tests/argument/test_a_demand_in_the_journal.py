"""A log-in is asked for in the journal, with a threat in the message itself, and was given once before."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.letters.recipients import recipient
from challenge_letters.plan.planning import make_plan
from tests.argument.test_lost_contests import _letter
from tests.facts import MONDAY, case_of, demand

WORDS = (
    "Please send me your password by 12 noon on Wednesday 25 November. If I don't get it I will refer you."
)
ASKED: dict[str, Any] = {
    "asked_on": "2026-11-18",
    "place": "in my journal",
    "asked_by": "jobcentre",
    "words": WORDS,
    "answer_by": "2026-11-25",
    "stance": "will-not",
}
TOLD = {"day": "2026-11-18", "how": "journal", "words": "Not happening."}


def _reply(**facts: Any) -> str:
    return _letter("password-reply", demand(**{**ASKED, **facts}))


def test_a_threat_in_the_message_itself_is_answered_and_is_to_be_withdrawn() -> None:
    letter = _reply()

    assert "A sanction needs a requirement" in letter
    assert "Withdraw what you said would follow." in letter


def test_whoever_gave_it_once_may_refuse_it_now() -> None:
    assert "A sanction needs a requirement" in _reply(handed_over={"day": "2026-08-20"})
    assert "A sanction needs a requirement" not in _reply(
        handed_over={"day": "2026-08-20"}, stance="not-known"
    )


def test_an_hour_is_no_earlier_day() -> None:
    assert "It is wanted by 25 November" in _reply()


def test_what_was_answered_stands_before_what_else_is_told() -> None:
    letter = _reply(told_them=TOLD, account="I am sorry for the tone of that.")

    assert letter.index("Not happening.") < letter.index("I am sorry for the tone of that.")


def test_the_message_is_enclosed_by_its_day_and_what_was_asked_for_follows() -> None:
    papers = [
        {"what": "Copy of what was sent", "have": "enclosed"},
        {"what": "A letter from Dawn, my support worker", "have": "asked-for"},
    ]
    letter = _reply(evidence=papers)

    assert "Message of 18 November 2026" in letter.partition("Enclosed")[2]
    assert "A letter from Dawn, my support worker, will follow." in letter
    assert "Copy of what was sent" in _reply(evidence=papers, place="Testtown Jobcentre")


def test_an_address_that_somebody_must_not_learn_is_more_than_anybody_needs() -> None:
    held = _reply(account_also_holds=["messages", "address"])

    assert "also holds private messages and my address, which somebody must not learn." in held


@pytest.mark.parametrize(
    ("place", "asked_by", "goes_to"),
    [
        ("in my journal", "jobcentre", ("Universal Credit, in the online account",)),
        ("Testtown Jobcentre", "jobcentre", ("Testtown Jobcentre",)),
        ("in my journal", "provider", ()),
        ("at my door", "jobcentre", ()),
    ],
)
def test_an_answer_goes_where_it_was_asked_for(place: str, asked_by: str, goes_to: tuple[str, ...]) -> None:
    facts = demand(**{**ASKED, "place": place, "asked_by": asked_by, "asker": "my work coach"})
    case = case_of(facts)
    plan = make_plan(case, on=MONDAY)

    assert plan.now is not None
    assert recipient(plan.now, plan.case) == goes_to
