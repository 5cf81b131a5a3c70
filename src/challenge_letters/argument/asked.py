"""What the argument asks of the wordings: the rows its letters use, as the data file beside it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from challenge_letters.law.data_files import read_yaml

FILE = Path(__file__).parent / "rows.yaml"


@dataclass(frozen=True)
class AskedRow:
    """One row that some letter uses: the slots it is always given, and the kinds of letter it stands in."""

    slots: frozenset[str]
    letters: frozenset[str]


@cache
def asked_rows() -> Mapping[str, AskedRow]:
    """Return every row the letters use, by its name."""
    held = dict(read_yaml(FILE))
    return MappingProxyType(
        {name: AskedRow(frozenset(row["slots"]), frozenset(row["letters"])) for name, row in held.items()}
    )
