"""Which situations are asked about: of each benefit only those it has."""

from __future__ import annotations

from typing import Any

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.texts import labels
from challenge_letters.law.benefits import has
from challenge_letters.law.groups import standings
from challenge_letters.plan.protection import SAID_WITHOUT_GROUPS

# Always offered: a fit note can lift the search for work, and the two answers that say nothing.
ALWAYS = frozenset({"fit-note", "none", "not-known"})


def situations(benefit: str, nation: str) -> dict[str, str]:
    """Return what may be ticked as somebody's situation on that day: value to label.

    A benefit without groups is asked only what its hours turn on. In the allowance for people who cannot work
    a child counts for a single parent, and what frees nobody is left out.
    """
    names = labels("group")
    known = standings(benefit, nation)
    if not known:
        return {key: label for key, label in names.items() if key in SAID_WITHOUT_GROUPS | ALWAYS}
    if not has(benefit, "children-of-one-alone"):
        return names
    freeing = {group for group, standing in known.items() if standing.asked != "everything"}
    offered = {key: label for key, label in names.items() if key in freeing | ALWAYS | {"limited-capability"}}
    return {**offered, **labels("group_alone")}


def is_spared_in_hospital(answers: Any) -> bool:
    """Say whether it was read that a patient counts as not able to work."""
    return counts_as_patient(answers.benefit, answers.nation)


def counts_as_patient(benefit: str, nation: str) -> bool:
    """Say whether a patient is a group of its own in `benefit`: where it was read, in Great Britain."""
    return "patient" in standings(benefit, nation)


def may_be_overnight(began: str, ended: str) -> bool:
    """Say whether a stay in hospital may have lasted a night; not one that began and ended on one day.

    A patient told to stay for 24 hours or longer is treated as having limited capability for work: Universal
    Credit Regulations 2013 reg 39(6) with Sch 8 para 2. No number of weeks is needed for that.
    """
    first, last = (RoughDay.parse(each) if each else None for each in (began, ended))
    return not (first and last and first.is_exact and last.is_exact and first == last)
