"""The register of authorities: every provision and case a letter may name, with how it was checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.law.benefits import BENEFITS, OLD_BENEFITS
from challenge_letters.law.data_files import files, read
from challenge_letters.law.errors import BadRecord
from challenge_letters.law.freshness import is_old_text, whole_years
from challenge_letters.law.nations import GREAT_BRITAIN, NATIONS, NORTHERN_IRELAND

CHECKED = ("text-read", "secondary", "unchecked")
GOVERNED_BY = ("failure", "decision", "request", "writing")
_NATION_WORDS = {"great-britain": GREAT_BRITAIN, NORTHERN_IRELAND: (NORTHERN_IRELAND,), "all": NATIONS}
_REQUIRED = {
    "instrument",
    "says",
    "nations",
    "benefits",
    "in_force_from",
    "governed_by",
    "checked",
    "checked_on",
    "recheck",
}
_ALLOWED = _REQUIRED | {"at", "path", "in_force_to", "version", "by_analogy", "common"}


@dataclass(frozen=True)
class Instrument:
    """An Act, a set of regulations or a case: `name` as printed in a letter, `title` in full."""

    id: str
    name: str
    title: str
    url: str


@dataclass(frozen=True)
class Authority:
    """One provision or case, with the days and places it covers and how it was checked.

    `provision` is the place within its instrument: "section 27(2)", or "" for a whole case.
    """

    id: str
    short: str
    full: str
    instrument: str
    provision: str
    says: str
    nations: tuple[str, ...]
    benefits: tuple[str, ...]
    in_force_from: date
    in_force_to: date | None
    governed_by: Literal["failure", "decision", "request", "writing"]
    url: str
    checked: Literal["text-read", "secondary", "unchecked"]
    version: date | None
    checked_on: date
    recheck_own: str
    recheck_common: str
    by_analogy: bool = False

    @property
    def recheck(self) -> str:
        """What to look at again: what is said of this record, then what is said of its whole file."""
        return f"{self.recheck_own} {self.recheck_common}".strip()

    @property
    def is_confirmed(self) -> bool:
        """Whether the text or a dependable copy of it was seen."""
        return self.checked in ("text-read", "secondary")

    def age_of_text(self, *, on: date) -> int | None:
        """Return how many whole years old the text that was read is on that day, or None if none was read."""
        return None if self.version is None else whole_years(self.version, on)

    def is_old_text(self, *, on: date) -> bool:
        """Return whether the text that was read is too old by that day to rely on without a new look."""
        return self.version is not None and is_old_text(self.version, on=on)

    def is_in_force_on(self, day: date) -> bool:
        """Return whether the provision, in the words it is printed for, was in force on `day`."""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)


def nations_named(word: str) -> tuple[str, ...]:
    """Return the nations that a word of the data files stands for; none for a word they do not know."""
    return _NATION_WORDS.get(word, ())


@cache
def instruments() -> Mapping[str, Instrument]:
    """Return every instrument by its id. Raises BadRecord."""
    found: dict[str, Instrument] = {}
    for name in files("authorities"):
        for key, record in read(name)["instruments"].items():
            _no_second(found, key, name)
            found[key] = Instrument(key, record["name"], record["title"], record["url"])
    return MappingProxyType(found)


@cache
def register() -> Mapping[str, Authority]:
    """Return every authority by its id. Raises BadRecord if a data file is not well-formed."""
    found: dict[str, Authority] = {}
    for name in files("authorities"):
        for authority in _authorities(name):
            _no_second(found, authority.id, name)
            found[authority.id] = authority
    return MappingProxyType(found)


def _no_second(found: Mapping[str, object], key: str, name: str) -> None:
    if key in found:
        raise BadRecord(f"{name}: {key} is recorded twice.")


def _authorities(name: str) -> Iterator[Authority]:
    content = read(name)
    defaults = content["defaults"]
    for key, own in content["authorities"].items():
        record = {**defaults, **own}
        common = defaults["recheck"]
        yield _authority(key, {**record, "recheck": own.get("recheck", ""), "common": common}, name)


def _authority(key: str, record: dict[str, Any], name: str) -> Authority:
    _well_formed(key, record, name)
    instrument = instruments()[record["instrument"]]
    where = f", {record['at']}" if "at" in record else ""
    path = f"/{record['path']}" if "path" in record else ""
    return Authority(
        id=key,
        short=instrument.name + where,
        full=instrument.title + where,
        instrument=instrument.id,
        provision=record.get("at", ""),
        says=record["says"],
        nations=_NATION_WORDS[record["nations"]],
        benefits=BENEFITS if record["benefits"] == "all" else tuple(record["benefits"]),
        in_force_from=record["in_force_from"],
        in_force_to=record.get("in_force_to"),
        governed_by=record["governed_by"],
        url=instrument.url + path,
        checked=record["checked"],
        version=record.get("version"),
        checked_on=record["checked_on"],
        recheck_own=record["recheck"],
        recheck_common=record.get("common", ""),
        by_analogy=record.get("by_analogy", False),
    )


def _well_formed(key: str, record: dict[str, Any], name: str) -> None:
    faults = [
        *(f"has no {field}" for field in sorted(_REQUIRED - record.keys())),
        *(f"has an unknown field {field}" for field in sorted(record.keys() - _ALLOWED)),
        *_wrong_words(record),
    ]
    if faults:
        raise BadRecord(f"{name}: {key} {faults[0]}.")


def _wrong_words(record: dict[str, Any]) -> Iterator[str]:
    benefits = record.get("benefits", [])
    checks = {
        "instrument": record.get("instrument") in instruments(),
        "nations": record.get("nations") in _NATION_WORDS,
        "benefits": benefits == "all" or (bool(benefits) and set(benefits) <= {*BENEFITS, *OLD_BENEFITS}),
        "governed_by": record.get("governed_by") in GOVERNED_BY,
        "checked": record.get("checked") in CHECKED,
    }
    yield from (f"has a wrong {field}" for field, is_right in checks.items() if not is_right)
    yield from (
        f"has no date in {field}" for field in ("in_force_from", "checked_on") if not _is_date(record, field)
    )
    if record.get("checked") == "text-read" and not _is_date(record, "version"):
        yield "was read as text but has no version"


def _is_date(record: dict[str, Any], field: str) -> bool:
    return isinstance(record.get(field), date)
