"""The hours of work search expected of somebody in a week, and what comes off them."""

from __future__ import annotations

from collections.abc import Collection

from challenge_letters.law.benefits import known
from challenge_letters.law.data_files import read

VOLUNTARY = "voluntary-work"


def expected_hours(asked: float | None, fewer: float | None) -> float | None:
    """Return the hours expected in a week: the lesser number where one applies; None where none is known.

    Thirty-five is not assumed: what the office asked for has to be told. Source: Universal Credit Regulations
    2013 reg 88 (Northern Ireland reg 87); JSA Regulations 2013 reg 9.
    """
    known_numbers = [number for number in (asked, fewer) if number is not None]
    return min(known_numbers, default=None)


def most_deducted(uses: Collection[str], hours: float, expected: float, *, benefit: str) -> float:
    """Return how much of the `hours` that `uses` took surely comes off those expected, once it is agreed.

    Voluntary work counts only up to half of the hours expected. Where it is mixed with something else and
    nobody said how long each took, no more than that is counted unless less was used: it is never too much.
    Raises UnknownBenefit. Source: Universal Credit Regulations 2013 reg 95(2) and (3) (Northern Ireland reg
    93); JSA Regulations 2013 reg 12(2) and (3).
    """
    share = read("search_limits.yaml")["voluntary_work_share"][known(benefit)]
    if not uses or share is None:
        return 0
    return min(hours, share * expected) if VOLUNTARY in uses else min(hours, expected)


def smallest_deduction(expected: float, done: float) -> float:
    """Return how many hours must come off those expected for the hours done to be enough; 0 for none."""
    return max(expected - done, 0)
