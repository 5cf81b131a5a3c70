"""A job left before the claim: asked where it counts, worked out where the days are known, else only told."""

from __future__ import annotations

from typing import Any

import pytest
from tests import examples
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.before_claim import before_claim_of
from challenge_letters.plan.planning import make_plan

DECIDED = {"days": 91, "is_open_ended": "no"}


def _left(left_on: str, claimed_on: str | None, **facts: Any) -> dict[str, Any]:
    return sanction(
        failure={"kind": "left-job", "happened": left_on},
        was_before_claim="yes",
        claimed_on=claimed_on,
        decision=DECIDED,
        **{"earlier_sanctions_known": "yes", "groups": ["none"], "was_under_18": "no", **facts},
    )


@pytest.mark.parametrize(
    ("left_on", "claimed_on", "facts", "left", "is_barred"),
    [
        # 21 August to 13 September are 24 days: 91 less 24 (regulation 102(4)).
        ("2026-08-20", "2026-09-14", {}, 67, False),
        # 44 days between, the day of the claim the forty-fifth: 47 are left, which is more.
        ("2026-08-20", "2026-10-04", {}, 47, False),
        # 45 between: 46 are left, no more than the days up to and with the day of the claim (113(1)(e)).
        ("2026-08-20", "2026-10-05", {}, 46, True),
        ("2026-08-20", "2026-11-20", {}, 0, True),
        # Work that was to end after thirty days: 30 less 24 is 6, which is no more than 25.
        ("2026-08-20", "2026-09-14", {"work_was_to_end": "2026-09-19"}, 6, True),
    ],
)
def test_what_is_left_of_the_days(
    left_on: str, claimed_on: str, facts: dict[str, Any], left: int, is_barred: bool
) -> None:
    case = case_of(_left(left_on, claimed_on, **facts))
    found = before_claim_of(case.problems[0], case)  # type: ignore[arg-type]

    assert found is not None
    assert (found.left, found.is_barred) == (left, is_barred)


def test_in_new_style_jsa_the_day_of_the_claim_is_not_counted() -> None:
    """Regulation 28(1)(c) of the JSA Regulations 2013 ends with the day before the claim."""
    case = case_of(_left("2026-08-20", "2026-10-05"), benefit="new-style-jsa")
    found = before_claim_of(case.problems[0], case)  # type: ignore[arg-type]

    assert found is not None
    assert not found.is_barred


def test_the_letter_asks_for_the_days_that_are_left() -> None:
    case = examples.case_of("left-before-the-claim")
    letter = make_plan(case, on=examples.AS_AT).letter("mandatory-reconsideration")
    assert letter is not None
    text = plain_text(fill(letter, case, on=examples.AS_AT))

    assert "67 days are left, not 91 days" in text
    assert "regulation 102(4)" in text


@pytest.mark.parametrize(("was", "is_told"), [("not-known", True), ("no", False)])
def test_where_nobody_said_it_the_page_asks_for_it_and_the_letter_is_silent(was: str, is_told: bool) -> None:
    case = case_of(_left("2026-08-20", None) | {"was_before_claim": was})
    plan = make_plan(case, on=MONDAY)
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None

    assert ("before-claim" in {line.id for line in plan.lines}) is is_told
    assert "claim of" not in plain_text(fill(letter, case, on=MONDAY))


def test_a_yes_without_the_day_of_the_claim_argues_no_length() -> None:
    case = case_of(_left("2026-08-20", "2026-09"))
    plan = make_plan(case, on=MONDAY)
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None

    assert letter.challenges[0].level is None
    assert "before-claim" in {line.id for line in plan.lines}


def test_nobody_of_16_asks_for_more_days_than_were_imposed() -> None:
    """The table gives 14 days; a reduction of 7 is left as it is."""
    young = {"was_under_18": "yes", "failure": {"kind": "left-job", "happened": "2026-08-20"}}
    for imposed, is_argued in ((7, False), (14, False), (91, True)):
        decision = {"days": imposed, "is_open_ended": "no"}
        case = case_of(sanction(**young, groups=["none"], decision=decision))
        letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
        assert letter is not None
        assert (letter.challenges[0].young is not None) is is_argued
