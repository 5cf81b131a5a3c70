"""Reads sums of money as people type them."""

from __future__ import annotations

import re

from challenge_letters.case.predicates import money_problem
from challenge_letters.interview.amounts import plain_digits

# "12 pounds", "£12.50p": what may stand behind the figures.
_UNIT = re.compile(r" ?(?:pounds?|gbp)$|(?<=\.[0-9]{2})p$")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


def money(text: str) -> str:
    """Return an amount as the case keeps it: "£1,012.5" becomes "1012.50"; "" stays empty.

    A comma counts only between thousands: "12,50" is no amount.
    """
    bare = _UNIT.sub("", plain_digits(text).strip().lstrip("£").strip().casefold())
    pounds, point, pence = _THOUSANDS.sub("", bare).partition(".")
    return f"{pounds}.{pence:0<2}" if point else pounds


def spoken_money(text: str) -> str:
    """Return an amount as it is understood: "£1,012.50"."""
    kept = money(text)
    pounds, point, pence = kept.partition(".")
    return f"£{int(pounds):,}{point}{pence}" if not money_problem(kept) and kept else kept
