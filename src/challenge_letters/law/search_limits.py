"""What bounds the job search that can be required: how far from home, and how soon after a death."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.law.benefits import known
from challenge_letters.law.data_files import read
from challenge_letters.law.days import add_months

DAYS_OF_A_WEEK = 7


def longest_journey(benefit: str) -> int | None:
    """Return the longest journey to work that can be required, in minutes each way; None without a rule.

    Raises UnknownBenefit. Source: `search_limits.yaml`.
    """
    return _limit("minutes_each_way", benefit)


def is_soon_after_a_death(died_on: date, day: date, *, benefit: str) -> bool:
    """Return whether `day` is so soon after a partner's or child's death that no job search may be required.

    Raises UnknownBenefit. Source: `search_limits.yaml`.
    """
    months = _limit("months_after_a_death", benefit)
    return months is not None and died_on <= day < add_months(died_on, months)


def weeks_around_a_birth(benefit: str) -> tuple[int, int] | None:
    """Return how many weeks before and after a birth nothing may be required; None without such a rule.

    Raises UnknownBenefit. Source: `search_limits.yaml`.
    """
    before, after = _limit("weeks_before_a_birth", benefit), _limit("weeks_after_a_birth", benefit)
    return (before, after) if before and after else None


def is_near_a_birth(day: date, *, due: date | None, born: date | None, benefit: str) -> bool | None:
    """Return whether `day` is in the weeks around a birth; None where the days that are known do not say.

    Before the birth the weeks run back from the week in which it was due: so many weeks before the day it was
    due are surely within them, and a week more surely is not. Raises UnknownBenefit. Source:
    `search_limits.yaml`.
    """
    weeks = weeks_around_a_birth(benefit)
    if weeks is None:
        return None
    if born is not None and day >= born:
        return (day - born).days <= weeks[1] * DAYS_OF_A_WEEK
    if due is None:
        return None
    left = (due - day).days
    if left <= weeks[0] * DAYS_OF_A_WEEK:
        return True if left >= 0 or born is not None else None
    return False if left > (weeks[0] + 1) * DAYS_OF_A_WEEK else None


def days_unfit(benefit: str) -> int | None:
    """Return how many days after a fit note is given no search may be required; None without such a rule.

    Raises UnknownBenefit. Source: `search_limits.yaml`.
    """
    return _limit("days_unfit_for_work", benefit)


def is_soon_after_a_fit_note(given_on: date, day: date, *, benefit: str) -> bool:
    """Return whether `day` surely lies within the days after a fit note in which no search may be required.

    Whether the first of them is the day it was given or the next is left open: `day` is within them either
    way. The rule reaches two such times in twelve months. Raises UnknownBenefit.
    Source: `search_limits.yaml`.
    """
    days = days_unfit(benefit)
    return days is not None and 0 < (day - given_on).days < days


def _limit(name: str, benefit: str) -> int | None:
    limits: dict[str, Any] = read("search_limits.yaml")[name]
    found: int | None = limits[known(benefit)]
    return found
