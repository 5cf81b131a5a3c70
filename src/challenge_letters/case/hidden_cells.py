"""What is hidden in a sheet of a workbook: openpyxl, reading in bounded memory, does not say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

TRUE = ("1", "true")
LAST_COLUMN = 100


@dataclass(frozen=True)
class Hidden:
    """The rows and columns of a sheet that are hidden, counted from 1, and whether cells were merged."""

    rows: frozenset[int]
    columns: frozenset[int]
    has_merged_cells: bool

    def visible(self, values: Sequence[Any], formulas: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield the cells of a row, each with the formula under it, without the hidden columns."""
        for number, pair in enumerate(zip_longest(values, formulas), 1):
            if number not in self.columns:
                yield pair


def hidden_in(content: bytes, sheet: Any) -> Hidden:
    """Return what is hidden in `sheet`, a sheet of openpyxl, in the workbook with the bytes `content`."""
    rows: set[int] = set()
    columns: set[int] = set()
    has_merged_cells = False
    with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_member(sheet)) as member:
        row = 0
        for _, element in etree.iterparse(
            member, tag=("{*}row", "{*}col", "{*}mergeCell"), resolve_entities=False
        ):
            name = etree.QName(element).localname
            has_merged_cells |= name == "mergeCell"
            row = int(element.get("r", row + 1)) if name == "row" else row
            if element.get("hidden") in TRUE:
                rows |= {row} if name == "row" else set()
                columns |= _columns(element) if name == "col" else set()
            element.clear()
    return Hidden(frozenset(rows), frozenset(columns), has_merged_cells)


def _columns(element: Any) -> set[int]:
    # The last stretch often runs to the end of the sheet, far beyond what is read.
    return set(range(int(element.get("min")), min(int(element.get("max")), LAST_COLUMN) + 1))


def _member(sheet: Any) -> str:
    """Return the name of the file inside the workbook that holds `sheet`: openpyxl tells it nowhere else."""
    path: str = sheet._worksheet_path
    return path.removeprefix("/")
