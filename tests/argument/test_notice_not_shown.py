"""Grounds of appeal say only that of a notice which is not shown: a message that is quoted came somehow."""

from typing import get_args

import pytest

from challenge_letters.case.follow_ups import AppealGrounds
from challenge_letters.letters.context import said
from challenge_letters.plan.planning import make_plan
from tests.facts import MONDAY, case_of

NOTICE = "The journal message of 1 September said only, “You have an appointment on 8 September at 11:00.” "
(KIND,) = get_args(AppealGrounds.model_fields["kind"].annotation)


def _wordings(answer: str) -> set[str]:
    appeal = {
        "kind": KIND,
        "notice_dated": "2026-11-01",
        "decision": {"dated": "2026-09-22"},
        "findings": [{"quote": "You did not come.", "answer": answer}],
        "not_shown": ["notification"],
    }
    plan = make_plan(case_of(appeal), on=MONDAY)
    letter = plan.letter(KIND)
    assert letter
    return {each.wording for each in said(letter, plan.case, on=MONDAY).sentences}


@pytest.mark.parametrize(
    ("answer", "is_said", "is_place_said"),
    [
        ("I was there.", True, False),
        (NOTICE, False, False),
        (f"{NOTICE}It named no place.", False, True),
        (f"{NOTICE}It did not say where.", False, True),
        # No hour, or no day: when they were told is not known.
        ("The message of 1 September said, “You have an appointment.” It named no place.", True, False),
        ("The message said, “You have an appointment at 11:00.” It named no place.", True, False),
    ],
)
def test_only_what_is_missing_from_a_notice_that_is_quoted_is_not_shown(
    answer: str, is_said: bool, is_place_said: bool
) -> None:
    found = _wordings(answer)

    assert ("notification-not-shown" in found, "place-not-shown" in found) == (is_said, is_place_said)
    assert "rule-counts-if-made-known" in found
