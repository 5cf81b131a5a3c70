"""What bounds the job search that can be required: how far from home, and how soon after a death."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.law.benefits import known
from challenge_letters.law.days import add_months
from challenge_letters.law.reading import read


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


def _limit(name: str, benefit: str) -> int | None:
    limits: dict[str, Any] = read("search_limits.yaml")[name]
    found: int | None = limits[known(benefit)]
    return found
