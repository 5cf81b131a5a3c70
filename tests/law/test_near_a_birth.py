"""The weeks around a birth in which nothing may be required (Universal Credit Regulations 2013 reg 89(1)(c))."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from challenge_letters.law.search_limits import is_near_a_birth, weeks_around_a_birth

DUE = date(2026, 9, 14)
BORN = date(2026, 9, 9)


@pytest.mark.parametrize(
    ("day", "due", "born", "near"),
    [
        (date(2026, 8, 31), DUE, None, True),
        # Eleven weeks to the day are within them; the week in which it is due may begin six days before it.
        (DUE - timedelta(days=77), DUE, None, True),
        (DUE - timedelta(days=78), DUE, None, None),
        (DUE - timedelta(days=84), DUE, None, None),
        (DUE - timedelta(days=85), DUE, None, False),
        # Without the day it was due nobody can count back: a birth may come early.
        (date(2026, 8, 31), None, BORN, None),
        (date(2026, 8, 31), None, None, None),
        (BORN, DUE, BORN, True),
        (BORN + timedelta(days=105), DUE, BORN, True),
        (BORN + timedelta(days=106), DUE, BORN, False),
        # Overdue: it was born after the day, or nobody has said that it was.
        (DUE + timedelta(days=3), DUE, DUE + timedelta(days=8), True),
        (DUE + timedelta(days=3), DUE, None, None),
    ],
)
def test_only_days_that_surely_lie_near_a_birth_count(
    day: date, due: date | None, born: date | None, near: bool | None
) -> None:
    assert is_near_a_birth(day, due=due, born=born, benefit="universal-credit") is near
    assert is_near_a_birth(day, due=due, born=born, benefit="new-style-esa") is near


def test_an_allowance_without_groups_has_no_such_weeks() -> None:
    assert weeks_around_a_birth("new-style-jsa") is None
    assert is_near_a_birth(BORN, due=DUE, born=BORN, benefit="new-style-jsa") is None
