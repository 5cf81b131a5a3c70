"""What kinds of failure are like: the traits by which a letter or a plan tells them apart."""

from __future__ import annotations

from functools import cache

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind


@cache
def failures_with(trait: str) -> frozenset[str]:
    """Return the kinds of failure that have `trait`. Raises UnknownKind. Source: `failures.yaml`."""
    records = read("failures.yaml")
    if trait not in records["traits"]:
        known = ", ".join(records["traits"])
        raise UnknownKind(f"No failure has the trait {trait!r}: use one of {known}.")
    return frozenset(
        kind for kind, record in records["failures"].items() if trait in record.get("traits", ())
    )
