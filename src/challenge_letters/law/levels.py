"""Which level a failure should carry, from what was not done and what could be asked of the person at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.law.benefits import BENEFITS, NEW_STYLE_JSA
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.nations import NORTHERN_IRELAND, legal_system
from challenge_letters.law.reading import read

LEVELS = ("higher", "medium", "low", "lowest")
NOTHING_REQUIRED = "none"
GROUPS = (
    "child-under-1",
    "child-1",
    "child-2",
    "child-3-12",
    "carer",
    "limited-capability",
    "limited-capability-work-activity",
    "fit-note",
    "late-pregnancy",
    "earning-enough",
    "none",
    "not-known",
)
_MOST_PROTECTED_FIRST = ("nothing", "interviews", "preparation", "everything")


@cache
def _failures() -> Mapping[str, Any]:
    return MappingProxyType(read("failures.yaml"))


# For each kind of failure the level it carries in each benefit, for people who may be asked everything.
FAILURES: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        kind: MappingProxyType({benefit: record[benefit] for benefit in BENEFITS})
        for kind, record in _failures()["failures"].items()
    }
)


def expected_level(
    failure: str, *, benefit: str, nation: str, groups: frozenset[str], day: date
) -> str | None:
    """Return the level the failure should carry on `day`, "none" if nothing of the kind could be required.

    Return None where it cannot be said. `groups` are those of GROUPS the person was in on `day`; an empty
    set means as much as "not-known". Raises UnknownKind, UnknownBenefit and UnknownNation.
    Sources: `failures.yaml`.
    """
    _known_failure(failure)
    _known_groups(groups)
    base = FAILURES[failure][known_benefit(benefit)]
    if day < _failures()["read_since"][legal_system(nation)][benefit]:
        return None
    if base is None or benefit == NEW_STYLE_JSA:
        return base
    asked = _may_be_asked(benefit, groups)
    if nation == NORTHERN_IRELAND and asked not in ("everything", None):
        return None  # which group protects from what was not read there
    return _by_group(failure, base, asked, groups)


def _by_group(failure: str, base: str, asked: str | None, groups: frozenset[str]) -> str | None:
    requirement: str = _failures()["failures"][failure]["requirement"]
    if requirement == "keep-work" and groups == {_failures()["freed_by_earnings"]}:
        return base
    if asked is None:
        return None if requirement == "interview" else base
    level: str | None = base if asked == "everything" else _failures()["levels"][asked][requirement]
    return level


def _known_failure(failure: str) -> None:
    if failure not in FAILURES:
        raise UnknownKind(f"There is no failure called {failure!r}: use one of {', '.join(FAILURES)}.")


def _known_groups(groups: frozenset[str]) -> None:
    unknown = sorted(groups - set(GROUPS))
    if unknown:
        raise UnknownKind(f"There is no group called {unknown[0]!r}: use some of {', '.join(GROUPS)}.")


def _may_be_asked(benefit: str, groups: frozenset[str]) -> str | None:
    """Return what may be asked of people in all of `groups`, by the most protected; None if not known."""
    asked = {_failures()["groups"][benefit][group] for group in groups - {"not-known"}}
    found = next((words for words in _MOST_PROTECTED_FIRST if words in asked), None)
    return None if found == "everything" and "not-known" in groups else found
