"""The rates, lengths, conditions and time limits that say how they were checked, in whatever file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.data_files import files, read
from challenge_letters.law.nations import GREAT_BRITAIN, NATIONS, NORTHERN_IRELAND
from challenge_letters.law.spoken import spoken

_PLACES = {"great-britain": GREAT_BRITAIN, NORTHERN_IRELAND: (NORTHERN_IRELAND,)}
_PLUMBING = {"tables", "outstanding"}


@dataclass(frozen=True)
class CheckedValue:
    """A record of the data files: where it stands, what it rests on, and how and when it was checked."""

    file: str
    where: str
    rests_on: str
    nations: tuple[str, ...]
    checked: str
    version: date | None
    checked_on: date
    recheck: str


@cache
def checked_values() -> tuple[CheckedValue, ...]:
    """Return every such record, in the order of the files. Raises BadRecord."""
    found = (_value(name, path, record) for name in files(".") for path, record in _records(read(name), ()))
    return tuple(dict.fromkeys(found))


def _records(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Yield every record below `node` that says when it was checked, with the names that lead to it."""
    if isinstance(node, dict):
        if "checked_on" in node:
            yield path, node
        # A name that begins with a point holds what other records share: it is read there.
        shown = ((key, value) for key, value in node.items() if not str(key).startswith("."))
        for key, value in shown:
            yield from _records(value, (*path, str(key)))
    if isinstance(node, list):
        for each in node:
            yield from _records(each, path)


def _value(name: str, path: tuple[str, ...], record: dict[str, Any]) -> CheckedValue:
    places = [place for place in path if place in _PLACES]
    since = record.get("from")
    words = [word.replace("-", " ") for word in path if word not in _PLACES and word not in _PLUMBING]
    from_day = [worded("law.from-day", day=spoken(since))] if isinstance(since, date) else []
    return CheckedValue(
        file=name.removeprefix("./").removesuffix(".yaml"),
        where=", ".join([*words, *filter(None, [record.get("who")]), *from_day]),
        rests_on=_rests_on(record),
        nations=_PLACES[places[0]] if places else tuple(record.get("nations", NATIONS)),
        checked=record["checked"],
        version=record.get("version"),
        checked_on=record["checked_on"],
        recheck=record.get("recheck", ""),
    )


def _rests_on(record: dict[str, Any]) -> str:
    """Return what a record rests on in words; a time limit may name a rule for each nation."""
    named = record.get("rests_on", record.get("authority", ""))
    return "; ".join(dict.fromkeys(named.values())) if isinstance(named, dict) else str(named)
