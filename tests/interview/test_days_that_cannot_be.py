"""A day that cannot be is asked about beside its field, before any limit is counted from it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from challenge_letters.interview.validating import after_decision_problem, future_problem, too_old_problem

MONDAY = date(2026, 11, 23)


def _told(**facts: Any) -> Any:
    problem = SimpleNamespace(
        **{"door": "sanctioned", "sent_day": date(2026, 11, 2), "sent_month": "", **facts}
    )
    return SimpleNamespace(problems=[problem])


@pytest.mark.parametrize(
    ("day", "month", "nation", "is_refused"),
    [
        (date(2013, 4, 28), "", "england", True),
        (date(2013, 4, 29), "", "england", False),
        (None, "2013-03", "wales", True),
        (None, "2013-04", "wales", False),
        (date(2017, 9, 26), "", "northern-ireland", True),
        (date(2017, 9, 27), "", "northern-ireland", False),
        (None, "", "england", False),
    ],
)
def test_a_decision_is_not_older_than_the_benefit(
    day: Any, month: str, nation: str, is_refused: bool
) -> None:
    assert bool(too_old_problem(day, month, nation)) is is_refused


@pytest.mark.parametrize(
    ("failed", "facts", "is_refused"),
    [
        (date(2026, 11, 3), {}, True),
        (date(2026, 11, 2), {}, False),
        (date(2026, 11, 20), {"sent_day": None, "sent_month": "2026-11"}, False),
        (date(2026, 12, 1), {"sent_day": None, "sent_month": "2026-11"}, True),
        (date(2026, 11, 3), {"door": "warned"}, False),
        (None, {}, False),
    ],
)
def test_a_failure_does_not_come_after_its_decision(
    failed: Any, facts: dict[str, Any], is_refused: bool
) -> None:
    assert bool(after_decision_problem(_told(**facts), 0, failed)) is is_refused


def test_a_decision_of_tomorrow_is_refused() -> None:
    assert "in the future" in future_problem(date(2026, 11, 24), MONDAY)
    assert future_problem(MONDAY, MONDAY) == ""
