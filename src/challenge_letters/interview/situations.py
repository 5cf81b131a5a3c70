"""Which situations are asked about: of each benefit only those it has."""

from __future__ import annotations

from datetime import timedelta

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.texts import labels
from challenge_letters.law.benefits import NEW_STYLE_ESA
from challenge_letters.law.groups import standings
from challenge_letters.plan.protection import SAID_WITHOUT_GROUPS

# Always offered: a fit note can lift the search for work, and the two answers that say nothing.
ALWAYS = frozenset({"fit-note", "none", "not-known"})
# A stay in hospital of this length is more than the illness of a day.
LONG_STAY = timedelta(days=28)


def situations(benefit: str, nation: str) -> dict[str, str]:
    """Return what may be ticked as somebody's situation on that day: value to label.

    A benefit without groups is asked only what its hours turn on. In the allowance for people who cannot work
    a child counts for a single parent, and what frees nobody is left out.
    """
    names = labels("group")
    known = standings(benefit, nation)
    if not known:
        return {key: label for key, label in names.items() if key in SAID_WITHOUT_GROUPS | ALWAYS}
    if benefit != NEW_STYLE_ESA:
        return names
    freeing = {group for group, standing in known.items() if standing.asked != "everything"}
    offered = {key: label for key, label in names.items() if key in freeing | ALWAYS | {"limited-capability"}}
    return {**offered, **labels("group_alone")}


def is_long_stay(began: str, ended: str) -> bool:
    """Say whether a stay from one day to another was long; one without an end is."""
    if not began:
        return False
    first, last = RoughDay.parse(began), RoughDay.parse(ended) if ended else None
    return last is None or last.latest - first.earliest >= LONG_STAY
