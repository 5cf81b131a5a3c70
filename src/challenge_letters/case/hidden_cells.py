"""What is hidden in a sheet of a workbook: openpyxl, reading in bounded memory, does not say."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

TRUE = ("1", "true")
LAST_COLUMN = 100
MOST_MERGED = 1000


@dataclass(frozen=True)
class Hidden:
    """The rows and columns of a sheet that are hidden, counted from 1, and the cells that were merged.

    `covered`: by row, the columns that lie under another cell of the row, such as those of a title.
    `is_merged_down`: cells of several rows were merged, so that nobody can tell whose they are.
    """

    rows: frozenset[int]
    columns: frozenset[int]
    covered: Mapping[int, frozenset[int]]
    is_merged_down: bool

    def visible(self, row: int, values: Sequence[Any], formulas: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield the cells of `row`, each with the formula under it, without the hidden columns."""
        covered = self.covered.get(row, frozenset())
        for number, pair in enumerate(zip_longest(values, formulas), 1):
            if number not in self.columns:
                yield (None, None) if number in covered else pair


def hidden_in(content: bytes, sheet: Any) -> Hidden:
    """Return what is hidden in `sheet`, a sheet of openpyxl, in the workbook with the bytes `content`."""
    rows: set[int] = set()
    columns: set[int] = set()
    covered: dict[int, frozenset[int]] = {}
    is_merged_down = False
    with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_member(sheet)) as member:
        row = 0
        for _, element in etree.iterparse(
            member, tag=("{*}row", "{*}col", "{*}mergeCell"), resolve_entities=False
        ):
            name = etree.QName(element).localname
            if name == "mergeCell":
                top, bottom, under = _merged(element.get("ref"))
                is_merged_down |= top != bottom or len(covered) > MOST_MERGED
                covered |= {} if is_merged_down else {top: covered.get(top, frozenset()) | under}
            row = int(element.get("r", row + 1)) if name == "row" else row
            if element.get("hidden") in TRUE:
                rows |= {row} if name == "row" else set()
                columns |= _columns(element) if name == "col" else set()
            element.clear()
    return Hidden(frozenset(rows), frozenset(columns), covered, is_merged_down)


def _columns(element: Any) -> set[int]:
    # The last stretch often runs to the end of the sheet, far beyond what is read.
    return set(range(int(element.get("min")), min(int(element.get("max")), LAST_COLUMN) + 1))


def _merged(reference: str) -> tuple[int, int, frozenset[int]]:
    """Return the first and the last row of the merged cells "A1:C1", and the columns after the first one."""
    found = re.findall(r"([A-Z]{1,3})(\d+)", reference)
    (left, top), (right, bottom) = found[0], found[-1]
    under = range(_number_of(left) + 1, min(_number_of(right), LAST_COLUMN) + 1)
    return int(top), int(bottom), frozenset(under)


def _number_of(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _member(sheet: Any) -> str:
    """Return the name of the file inside the workbook that holds `sheet`: openpyxl tells it nowhere else."""
    path: str = sheet._worksheet_path
    return path.removeprefix("/")
