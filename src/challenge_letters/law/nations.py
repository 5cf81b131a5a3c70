"""The four nations and the two legal systems they are under, as `nations.yaml` holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from challenge_letters.languages import worded
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind, UnknownNation

_HELD = read("nations.yaml")
NATIONS: tuple[str, ...] = tuple(_HELD["nations"])
NAMES: Mapping[str, str] = {nation: record["name"] for nation, record in _HELD["nations"].items()}
LEGAL_SYSTEMS: tuple[str, ...] = tuple(_HELD["legal_systems"])
NORTHERN_IRELAND = "northern-ireland"
GREAT_BRITAIN: tuple[str, ...] = tuple(
    nation for nation, record in _HELD["nations"].items() if record["legal_system"] == "great-britain"
)


@dataclass(frozen=True)
class LegalSystem:
    """What holds in the nations under one legal system: its fields are explained in `nations.yaml`."""

    id: str
    name: str
    office: str
    first_day: date
    templates: str
    first_stage: str
    final_stage: str
    traits: frozenset[str]

    def has(self, trait: str) -> bool:
        """Whether it has `trait`. Raises UnknownKind for one that `nations.yaml` does not explain."""
        if trait not in _HELD["traits"]:
            raise UnknownKind(f"No legal system has {trait!r}: use one of {', '.join(_HELD['traits'])}.")
        return trait in self.traits


def known(nation: str) -> str:
    """Return `nation` unchanged; raise UnknownNation if it is not one of NATIONS."""
    if nation not in NATIONS:
        raise UnknownNation(worded("law.unknown-nation", nation=nation, nations=", ".join(NATIONS)))
    return nation


def legal_system(nation: str) -> str:
    """Return "great-britain" or "northern-ireland", the keys of the data files. Raises UnknownNation."""
    system: str = _HELD["nations"][known(nation)]["legal_system"]
    return system


def system_of(nation: str) -> LegalSystem:
    """Return the legal system of `nation`. Raises UnknownNation."""
    return _system(legal_system(nation))


def bank_holidays_of(nation: str) -> tuple[str, str]:
    """Return what `nation` is called in the government's list of bank holidays, and in the other list."""
    record = _HELD["nations"][known(nation)]
    return record["bank_holidays"], record["subdivision"]


@cache
def _system(name: str) -> LegalSystem:
    record = dict(_HELD["legal_systems"][name])
    return LegalSystem(id=name, traits=frozenset(record.pop("has")), **record)
