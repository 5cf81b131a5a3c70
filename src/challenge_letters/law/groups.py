"""What may be asked of the people in each group: the one table behind grounds, levels, rates and advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.nations import legal_system

Asked = Literal["nothing", "interviews", "preparation", "everything"]
GROUPS = (
    "child-under-1",
    "child-1",
    "child-2",
    "child-3-12",
    "carer",
    "limited-capability",
    "limited-capability-work-activity",
    "patient",
    "fit-note",
    "late-pregnancy",
    "earning-enough",
    "none",
    "not-known",
)
MOST_PROTECTED_FIRST: tuple[Asked, ...] = ("nothing", "interviews", "preparation", "everything")


@dataclass(frozen=True)
class Standing:
    """What the law says of somebody in one group: the most that may be asked, and the daily rate.

    `depends`: the group counts only on a condition nobody is asked for. `is_for_one_alone`: only for
    somebody without a partner. `was_read`: whether the text of the provision was read.
    """

    group: str
    asked: Asked
    rate: Literal["full", "reduced", "nil"]
    at: str
    depends: bool
    is_for_one_alone: bool
    was_read: bool


def standings(benefit: str, nation: str) -> Mapping[str, Standing]:
    """Return what each group means in `benefit`, empty where it has no groups.

    Raises UnknownBenefit and UnknownNation. Source: `groups.yaml`.
    """
    return _standings(known_benefit(benefit), legal_system(nation))


def has_groups(benefit: str, nation: str) -> bool:
    """Return whether the benefit has groups of whom less may be asked. Raises as `standings` does."""
    return bool(standings(benefit, nation))


def most_protected(groups: Iterable[str], *, benefit: str, nation: str) -> Standing | None:
    """Return what the most protected of `groups` means; None where none of them is known in that benefit.

    Between two of one protection the one that counts without a condition comes first, then the one with
    the lower rate. Raises UnknownKind, UnknownBenefit and UnknownNation. Source: `groups.yaml`.
    """
    known, named = standings(benefit, nation), frozenset(groups)
    _known_groups(named)
    held = [standing for group, standing in known.items() if group in named]
    return min(held, key=_protection, default=None)


def all_groups() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and the record of each table, for the program's own check."""
    for system, benefits in read("groups.yaml").items():
        for benefit, record in benefits.items():
            yield f"{system}, {benefit}", record


def _known_groups(groups: frozenset[str]) -> None:
    unknown = sorted(groups - set(GROUPS))
    if unknown:
        raise UnknownKind(f"There is no group called {unknown[0]!r}: use some of {', '.join(GROUPS)}.")


def _protection(standing: Standing) -> tuple[int, bool, int]:
    rates = ("nil", "reduced", "full")
    return MOST_PROTECTED_FIRST.index(standing.asked), standing.depends, rates.index(standing.rate)


@cache
def _standings(benefit: str, system: str) -> Mapping[str, Standing]:
    records = read("groups.yaml")[system][benefit]["groups"]
    return MappingProxyType({group: _standing(group, record) for group, record in records.items()})


def _standing(group: str, record: Mapping[str, Any]) -> Standing:
    return Standing(
        group=group,
        asked=record["asked"],
        rate=record["rate"],
        at=record["at"],
        depends=record.get("depends", False),
        is_for_one_alone=record.get("alone", False),
        was_read=not record.get("unread", False),
    )
