"""What a letter wants to say, and which authorities it may print for it on the days in question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.authorities import GOVERNED_BY, Authority, register
from challenge_letters.law.benefits import BENEFITS, NAMES
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import BadRecord, UnknownKind
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.law.nations import known as known_nation
from challenge_letters.law.spoken import spoken

_OPTIONS = {"printed", "by_analogy", "unchecked", "before_claim"}
_KEYS = {"all", *BENEFITS}


@dataclass(frozen=True)
class Point:
    """One thing a letter wants to say, with the ids of its authorities for each benefit.

    `in_northern_ireland` holds the ids for Northern Ireland where they are not those of Great Britain, and
    None where the same law stands in all four nations; `is_for_great_britain_only` is a point that is not
    made in Northern Ireland at all. `before_claim` is the id of the point that stands in its place where the
    failure was before the claim, or "".
    """

    id: str
    purpose: str
    by_benefit: Mapping[str, tuple[str, ...]]
    in_northern_ireland: Mapping[str, tuple[str, ...]] | None = None
    is_for_great_britain_only: bool = False
    is_printed: bool = True
    is_by_analogy: bool = False
    allows_unchecked: bool = False
    before_claim: str = ""

    def ids(self, *, benefit: str, nation: str) -> tuple[str, ...]:
        """Return the ids of the authorities held for `benefit` in `nation`, in the order of printing."""
        own = self.in_northern_ireland if nation == NORTHERN_IRELAND else None
        return (self.by_benefit if own is None else own).get(benefit, ())

    @property
    def every_id(self) -> frozenset[str]:
        """The ids of all its authorities, for every benefit and nation."""
        both = (self.by_benefit, self.in_northern_ireland or {})
        return frozenset(key for ids in both for of_benefit in ids.values() for key in of_benefit)

    def is_made_for(self, *, benefit: str, nation: str) -> bool:
        """Whether a letter about `benefit` in `nation` can make the point at all, with its law or without."""
        in_great_britain = bool(self.by_benefit.get(benefit))
        if nation != NORTHERN_IRELAND:
            return in_great_britain
        own = bool((self.in_northern_ireland or {}).get(benefit))
        return own or (in_great_britain and not self.is_for_great_britain_only)


@cache
def points() -> Mapping[str, Point]:
    """Return every point by its id. Raises BadRecord if the data file is not well-formed."""
    return MappingProxyType({key: _point(key, record) for key, record in read("points.yaml").items()})


def point(key: str) -> Point:
    """Return the point `key`; raise UnknownKind."""
    if key not in points():
        raise UnknownKind(f"There is no point called {key!r} in points.yaml.")
    return points()[key]


def usable(point_id: str, *, benefit: str, nation: str, days: Mapping[str, date]) -> tuple[Authority, ...]:
    """Return the authorities that may be printed for a point; empty if there is none.

    An authority may be printed if its text or a dependable copy was seen, it covers the benefit and the
    nation, and it was in force on the day that governs it. `days` holds any of "failure", "decision",
    "request" and "writing"; where the governing day is not known, the next later one that is known is
    taken, in that order.

    Raises UnknownKind, UnknownBenefit and UnknownNation.
    """
    return tuple(
        authority
        for authority in _candidates(point_id, benefit, nation)
        if not _objection(authority, benefit=benefit, nation=known_nation(nation), days=days)
    )


def why_not(point_id: str, *, benefit: str, nation: str, days: Mapping[str, date]) -> str:
    """Return one sentence naming what `usable` left out and why, or "" if it left nothing out.

    Raises as `usable` does.
    """
    candidates = _candidates(point_id, benefit, nation)
    if not candidates:
        key = "none-in-northern-ireland" if nation == NORTHERN_IRELAND else "none"
        return worded(f"law.points.{key}", purpose=point(point_id).purpose, benefit=NAMES[benefit])
    objections = (
        (authority, _objection(authority, benefit=benefit, nation=known_nation(nation), days=days))
        for authority in candidates
    )
    left_out = [f"{authority.short} ({objection})" for authority, objection in objections if objection]
    return worded("law.points.left-out", authorities="; ".join(left_out)) if left_out else ""


def _candidates(point_id: str, benefit: str, nation: str) -> tuple[Authority, ...]:
    ids = point(point_id).ids(benefit=known_benefit(benefit), nation=known_nation(nation))
    return tuple(register()[key] for key in ids)


def _objection(authority: Authority, *, benefit: str, nation: str, days: Mapping[str, date]) -> str:
    """Return why `authority` may not be printed, in a few words, or ""."""
    if not authority.is_confirmed:
        return worded("law.points.not-checked")
    if benefit not in authority.benefits:
        return worded("law.points.not-covered", benefit=NAMES[benefit])
    if nation not in authority.nations:
        return worded("law.points.other-nation")
    day = _governing_day(authority.governed_by, days)
    if day is None:
        return worded("law.points.day-not-known")
    if not authority.is_in_force_on(day):
        return worded("law.points.held-from", day=spoken(authority.in_force_from))
    return ""


def _governing_day(governed_by: str, days: Mapping[str, date]) -> date | None:
    for event in GOVERNED_BY[GOVERNED_BY.index(governed_by) :]:
        if event in days:
            return days[event]
    return None


def _point(key: str, record: dict[str, Any]) -> Point:
    own = {} if record.get(NORTHERN_IRELAND) is False else record.get(NORTHERN_IRELAND)
    ids, in_northern_ireland = _ids(record), None if own is None else _ids(own)
    unknown = (record.keys() - {"for", NORTHERN_IRELAND, *_OPTIONS, *_KEYS}) | ((own or {}).keys() - _KEYS)
    if unknown or "for" not in record or not any((*ids.values(), *(in_northern_ireland or {}).values())):
        raise BadRecord(f"points.yaml: {key} is not well-formed.")
    return Point(
        id=key,
        purpose=record["for"],
        by_benefit=ids,
        in_northern_ireland=in_northern_ireland,
        is_for_great_britain_only=record.get(NORTHERN_IRELAND) is False,
        is_printed=record.get("printed", True),
        is_by_analogy=record.get("by_analogy", False),
        allows_unchecked=record.get("unchecked", False),
        before_claim=record.get("before_claim", ""),
    )


def _ids(record: dict[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {benefit: tuple(record.get("all", record.get(benefit, ()))) for benefit in BENEFITS}
    )
