"""How far from home a job may be before nobody can be required to look for it or take it."""

from __future__ import annotations

from challenge_letters.law.benefits import known
from challenge_letters.law.reading import read


def longest_journey(benefit: str) -> int | None:
    """Return the longest journey to work that can be required, in minutes each way; None without a rule.

    Raises UnknownBenefit. Source: `travel.yaml`.
    """
    minutes: int | None = read("travel.yaml")["minutes_each_way"][known(benefit)]
    return minutes
