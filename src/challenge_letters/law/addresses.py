"""Offices, help lines and free advice: who, what for, how to reach them, and whether that was confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.law.errors import BadRecord, UnknownKind
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.nations import known as known_nation
from challenge_letters.law.reading import files, read

_REQUIRED = {"who", "for", "nations", "how", "sources", "checked_on", "confirmed"}
_ALLOWED = _REQUIRED | {"lines", "phone", "note"}


@dataclass(frozen=True)
class Office:
    """Somebody to write to or to ring. `note` says what is weak about the record, "" if nothing is."""

    id: str
    kind: str
    who: str
    for_: str
    nations: tuple[str, ...]
    lines: tuple[str, ...]
    phone: str
    how: str
    sources: tuple[str, ...]
    checked_on: date
    confirmed: bool
    note: str


@cache
def all_offices() -> Mapping[str, Office]:
    """Return every record by its id. Raises BadRecord if a data file is not well-formed.

    `kind` of a record is the name of its file: offices, help_lines, advice or emergency_help.
    """
    found: dict[str, Office] = {}
    for name in files("addresses"):
        kind = name.removeprefix("addresses/").removesuffix(".yaml")
        for key, record in read(name).items():
            if key in found:
                raise BadRecord(f"{name}: {key} is recorded twice.")
            found[key] = _office(key, kind, record)
    return MappingProxyType(found)


def office(office_id: str) -> Office:
    """Return the record `office_id`; raise UnknownKind if there is none."""
    if office_id not in all_offices():
        raise UnknownKind(f"There is no address called {office_id!r}.")
    return all_offices()[office_id]


address = office


def help_lines(nation: str | None = None) -> tuple[Office, ...]:
    """Return the lines to ring when not safe in `nation` (of every nation for None). Raises UnknownNation."""
    return _of_kind("help_lines", nation)


def advice(nation: str | None = None) -> tuple[Office, ...]:
    """Return the free advice in `nation` (of every nation for None). Raises UnknownNation."""
    return _of_kind("advice", nation)


def emergency_help(nation: str | None = None) -> tuple[Office, ...]:
    """Return help with food, heating and essentials in `nation` (all for None). Raises UnknownNation."""
    return _of_kind("emergency_help", nation)


def _of_kind(kind: str, nation: str | None) -> tuple[Office, ...]:
    wanted = None if nation is None else known_nation(nation)
    return tuple(
        found
        for found in all_offices().values()
        if found.kind == kind and (wanted is None or wanted in found.nations)
    )


def _office(key: str, kind: str, record: dict[str, Any]) -> Office:
    missing = _REQUIRED - record.keys()
    unknown = record.keys() - _ALLOWED
    if missing or unknown or not set(record["nations"]) <= set(NATIONS):
        raise BadRecord(f"addresses: {key} is not well-formed.")
    return Office(
        id=key,
        kind=kind,
        who=record["who"],
        for_=record["for"],
        nations=tuple(record["nations"]),
        lines=tuple(record.get("lines", ())),
        phone=record.get("phone", ""),
        how=record["how"],
        sources=tuple(record["sources"]),
        checked_on=record["checked_on"],
        confirmed=record["confirmed"],
        note=record.get("note", ""),
    )
