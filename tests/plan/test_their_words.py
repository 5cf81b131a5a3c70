"""What a decision or a warning says in its own words of the days is read, and answered with the right number."""

from __future__ import annotations

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.length import days_named
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.their_words import with_their_words

MISSED = {"kind": "missed-appointment", "happened": "2026-10-14"}


@pytest.mark.parametrize(
    ("words", "is_open", "days"),
    [
        ("Your payment will be reduced until you do what we asked and then for 14 days.", "yes", 14),
        ("Reduced from 25 September until the activity is completed, plus 14 days.", "yes", 14),
        ("Your Universal Credit will be reduced for 14 days.", "not-known", None),
        ("Reduced until you attend.", "not-known", None),
    ],
)
def test_an_open_ended_reduction_is_read_from_the_words_of_the_decision(
    words: str, is_open: str, days: int | None
) -> None:
    case = with_their_words(case_of(sanction(failure={**MISSED, "their_words": words})))

    decision = case.decisions[0].decision
    assert (decision.is_open_ended, decision.days) == (is_open, days)


def test_an_answer_is_never_changed_by_words() -> None:
    words = "Reduced until you attend and then for 14 days."
    told = sanction(failure={**MISSED, "their_words": words})
    told["decision"] |= {"is_open_ended": "no", "days": 7}
    case = case_of(told)

    assert with_their_words(case) is case


@pytest.mark.parametrize(
    ("answered", "is_open"),
    [(13, "no"), (20, "no"), (34, "no"), (7, "yes"), (14, "yes"), (12, "yes"), (91, "yes")],
)
def test_a_sum_of_open_ended_days_and_those_that_follow_is_one_number(answered: int, is_open: str) -> None:
    """The 14th to the 19th are 6 days, and 7, 14 or 28 follow; any other number is left as it was answered."""
    told = sanction(failure=MISSED, done_since={"state": "done", "day": "2026-10-20"})
    told["decision"] |= {"is_open_ended": "yes", "days": answered}
    decision = with_their_words(case_of(told)).decisions[0].decision

    assert (decision.is_open_ended, decision.days) == (is_open, answered)


def test_the_argument_about_the_days_is_made_without_the_answer_about_open_days() -> None:
    words = "Your payment will be reduced until you attend and then for 14 days."
    told = sanction(
        failure={**MISSED, "their_words": words},
        sides=["had-reason"],
        account="I was ill.",
        reasons=[{"kind": "ill", "fact": "I had a fever."}],
        groups=["none"],
        earlier_sanctions_known="yes",
        was_under_18="no",
        done_since={"state": "done", "day": "2026-10-20"},
    )
    plan = make_plan(case_of(told), on=MONDAY)

    assert plan.now is not None
    level = plan.now.challenges[0].level
    assert level is not None
    assert (level.imposed_days, level.right_days) == (14, 7)


def _warned(words: str, kind: str = "particular-vacancy", **facts: object) -> str:
    told = threat(
        failure={"kind": kind, "happened": "2026-11-12"},
        warning={"day": "2026-11-20", "words": words},
        sides=["had-reason"],
        account="I was ill.",
        groups=["none"],
        **facts,
    )
    plan = make_plan(case_of(told), on=MONDAY)
    assert plan.now is not None
    return plain_text(fill(plan.now, plan.case, on=plan.on))


def test_a_warning_of_too_many_days_is_answered_with_the_right_number() -> None:
    letter = _warned("This may lead to a sanction of up to 182 days.")

    assert "182 days would need an earlier failure that still counts" in letter
    assert "91 days" in letter


@pytest.mark.parametrize(
    "words",
    [
        "This may lead to a sanction of up to 91 days.",
        "Your payment may be cut. Answer within 182 days.",
        "It may be 91 days or 182 days.",
        "",
    ],
)
def test_a_number_that_may_be_right_or_is_no_length_is_left_alone(words: str) -> None:
    assert "would need an earlier failure" not in _warned(words)


def test_one_number_is_read_and_no_more() -> None:
    assert days_named("up to 182 days", "182 days") == 182
    assert days_named("28 days or 91 days") is None
    assert days_named("Tell us within 7 days.") is None
    assert days_named("You had a sanction in the last 365 days, so it is 14 days.") == 14
