"""How old the person was on the day of a failure, and is now: by the date of birth, else as answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.law.days import add_months

YES_OR_NO: Mapping[str, bool] = {"yes": True, "no": False}
GROWN = 18


def is_at_least(years: int, case: Case, on: date) -> bool | None:
    """Return whether the person is that old on the day `on`; None where the date of birth is not known."""
    born = case.claimant.date_of_birth
    return None if born is None else add_months(born, 12 * years) <= on


def was_under_18(problem: FailureFacts, case: Case) -> bool | None:
    """Return whether the person was 16 or 17 on the day of the failure; None where that is not known."""
    failed = problem.failure.day
    if failed is not None:
        ages = {is_at_least(GROWN, case, day) for day in (failed.earliest, failed.latest)}
        known = ages.pop() if len(ages) == 1 else None
        if known is not None:
            return not known
    return YES_OR_NO.get(problem.was_under_18)


def is_under_18(problem: FailureFacts, case: Case, on: date) -> bool | None:
    """Return whether the person is under 18 on the day `on`: somebody who was not by then is not now."""
    grown = is_at_least(GROWN, case, on)
    if grown is not None:
        return not grown
    return False if was_under_18(problem, case) is False else None


def age_on(day: date, case: Case) -> int | None:
    """Return 16 or 17 for somebody under 18 on that day; None where the date of birth is not known."""
    if case.claimant.date_of_birth is None:
        return None
    return 17 if is_at_least(17, case, day) else 16
