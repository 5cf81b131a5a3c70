"""Which level a failure should carry, from what was not done and what could be asked of the person at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.groups import Standing, has_groups, most_protected
from challenge_letters.law.nations import legal_system

LEVELS = ("higher", "medium", "low", "lowest")
NOTHING_REQUIRED = "none"


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

    Return None where it cannot be said. `groups` are those of groups.GROUPS the person was in on `day`; an
    empty set means as much as "not-known". Raises UnknownKind, UnknownBenefit and UnknownNation.
    Sources: `failures.yaml` and `groups.yaml`.
    """
    return _expected_level(failure, benefit, nation, groups, day)


# A plan asks for the same few again and again.
@lru_cache(maxsize=256)
def _expected_level(failure: str, benefit: str, nation: str, groups: frozenset[str], day: date) -> str | None:
    _known_failure(failure)
    standing = most_protected(groups - _freed(failure), benefit=benefit, nation=nation)
    base = FAILURES[failure][known_benefit(benefit)]
    if day < _failures()["read_since"][legal_system(nation)][benefit]:
        return None
    if base is None or not has_groups(benefit, nation):
        return base
    is_known = bool(groups) and not (_is_open(standing) and "not-known" in groups)
    if is_known and standing is None:
        return base  # freed by earnings alone, and the work was lost
    return _by_standing(failure, base, standing if is_known else None)


def section_of(failure: str, benefit: str) -> Literal["higher", "other", ""]:
    """Return under which of the two sanction provisions a failure of that kind falls, whoever the person is.

    "higher" is for a job left, lost or refused and a vacancy not applied for, "other" for the rest; "" where
    the benefit has no such failure. The kind decides it, never the expected level. Raises UnknownKind and
    UnknownBenefit. Source: Welfare Reform Act 2012 ss.26(2), 27(2) and (3), and their twins.
    """
    _known_failure(failure)
    level = FAILURES[failure][known_benefit(benefit)]
    if level is None:
        return ""
    return "higher" if level == "higher" else "other"


def requirement_of(failure: str) -> str:
    """Return what kind of requirement the failure breaks, as `failures.yaml` names it. Raises UnknownKind."""
    _known_failure(failure)
    requirement: str = _failures()["failures"][failure]["requirement"]
    return requirement


def level_where(asked: str, requirement: str) -> str | None:
    """Return the level a failure carries where no more than `asked` may be required; "none" for none at all.

    None where nothing is prescribed, or where everything may be asked. Source: `failures.yaml`.
    """
    level: str | None = _failures()["levels"].get(asked, {}).get(requirement)
    return level


def _freed(failure: str) -> frozenset[str]:
    """Return the group that does not protect from this failure: earnings, where the work was lost."""
    return frozenset({_failures()["freed_by_earnings"]} if requirement_of(failure) == "keep-work" else ())


def _is_open(standing: Standing | None) -> bool:
    return standing is None or standing.asked == "everything"


def _by_standing(failure: str, base: str, standing: Standing | None) -> str | None:
    requirement = requirement_of(failure)
    if standing is None:
        return None if requirement == "interview" else base
    if standing.asked == "everything":
        return base
    return level_where(standing.asked, requirement) if standing.was_read else None


def _known_failure(failure: str) -> None:
    if failure not in FAILURES:
        raise UnknownKind(f"There is no failure called {failure!r}: use one of {', '.join(FAILURES)}.")
