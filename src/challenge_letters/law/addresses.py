"""Offices, help lines and free advice: who, what for, how to reach them, and whether that was confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.data_files import files, read
from challenge_letters.law.errors import BadRecord, UnknownKind
from challenge_letters.law.freshness import is_stale_address
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.nations import known as known_nation
from challenge_letters.law.spoken import spoken

_REQUIRED = {"who", "for", "nations", "how", "sources", "checked_on", "confirmed"}
_ALLOWED = _REQUIRED | {"lines", "phone", "email", "form", "note", "purposes"}
# What the program itself looks an office up for; no more than one record for each of them in a nation.
PURPOSES = (
    *("records", "data-complaint", "examiner"),
    *("universal-credit-phone", "universal-credit-post", "new-style-phone", "member-of-parliament"),
)


@dataclass(frozen=True)
class Office:
    """Somebody to write to or to ring. `note` says what is weak about the record, "" if nothing is.

    `purposes` are among PURPOSES, none for a record that is only listed; `form` is the name or address of a
    form.
    """

    id: str
    kind: str
    who: str
    for_: str
    nations: tuple[str, ...]
    lines: tuple[str, ...]
    phone: str
    email: str
    form: str
    how: str
    sources: tuple[str, ...]
    checked_on: date
    confirmed: bool
    note: str
    purposes: tuple[str, ...]

    def is_stale(self, *, on: date) -> bool:
        """Return whether the record has not been checked for too long by that day."""
        return is_stale_address(self.checked_on, on=on)

    def caution(self, *, on: date) -> str:
        """Return one sentence that must stand beside the record when it is offered on that day, or ""."""
        if not self.confirmed:
            return worded("law.addresses.not-confirmed")
        if self.is_stale(on=on):
            return worded("law.addresses.stale", day=spoken(self.checked_on))
        return ""


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


def serving(purpose: str, nation: str) -> Office | None:
    """Return the record kept for `purpose` in `nation`, confirmed or not; None if there is none.

    Raises UnknownKind and UnknownNation.
    """
    if purpose not in PURPOSES:
        raise UnknownKind(f"There is no purpose called {purpose!r}: use one of {', '.join(PURPOSES)}.")
    wanted = known_nation(nation)
    kept = (found for found in all_offices().values() if purpose in found.purposes)
    return next((found for found in kept if wanted in found.nations), None)


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
    purposes = record.get("purposes", [])
    if missing or unknown or not set(record["nations"]) <= set(NATIONS) or not set(purposes) <= set(PURPOSES):
        raise BadRecord(f"addresses: {key} is not well-formed.")
    return Office(
        id=key,
        kind=kind,
        who=record["who"],
        for_=record["for"],
        nations=tuple(record["nations"]),
        lines=tuple(record.get("lines", ())),
        phone=record.get("phone", ""),
        email=record.get("email", ""),
        form=record.get("form", ""),
        how=record["how"],
        sources=tuple(record["sources"]),
        checked_on=record["checked_on"],
        confirmed=record["confirmed"],
        note=record.get("note", ""),
        purposes=tuple(purposes),
    )
