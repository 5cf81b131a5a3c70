"""What is hidden in a sheet of a workbook: openpyxl, reading in bounded memory, does not say."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.case.cells import Cell
from challenge_letters.case.joined_cells import MOST_DOWN, JoinedCells

TRUE = ("1", "true")
LAST_COLUMN = 100
MOST_MERGED = 1000


@dataclass(frozen=True)
class Hidden:
    """The rows and columns of a sheet that are hidden, counted from 1, and the cells that were merged.

    `covered`: by row, the columns that lie under another cell, such as those of a title. `down`: the last row
    of a cell that was merged with some below it, by its row and column. `is_merged_down`: cells were merged
    so far down, over hidden rows, or so often that nobody can tell whose they are.
    """

    rows: frozenset[int]
    columns: frozenset[int]
    covered: Mapping[int, frozenset[int]]
    down: Mapping[tuple[int, int], int]
    is_merged_down: bool

    def visible(self, row: int, cells: Iterable[Cell], joined: JoinedCells) -> Iterator[Cell]:
        """Yield what is shown of `cells`, those of `row`; `joined` keeps what is read further down."""
        covered = self.covered.get(row, frozenset())
        for number, cell in enumerate(cells, 1):
            if number in self.columns:
                continue
            if last_row := self.down.get((row, number)):
                joined.hold(number, last_row, cell)
                yield None
            else:
                yield joined.under(row, number) if number in covered else cell


def hidden_in(content: bytes, sheet: Any) -> Hidden:
    """Return what is hidden in `sheet`, a sheet of openpyxl, in the workbook with the bytes `content`."""
    rows: set[int] = set()
    columns: set[int] = set()
    merged = _Merged()
    with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_member(sheet)) as member:
        row = 0
        for _, element in etree.iterparse(
            member, tag=("{*}row", "{*}col", "{*}mergeCell"), resolve_entities=False
        ):
            name = etree.QName(element).localname
            if name == "mergeCell":
                merged.add(element.get("ref"))
            row = int(element.get("r", row + 1)) if name == "row" else row
            if element.get("hidden") in TRUE:
                rows |= {row} if name == "row" else set()
                columns |= _columns(element) if name == "col" else set()
            element.clear()
    is_merged_down = merged.is_too_much or not rows.isdisjoint(merged.tall)
    return Hidden(frozenset(rows), frozenset(columns), merged.covered, merged.down, is_merged_down)


@dataclass
class _Merged:
    """The cells of a sheet that were merged. `tall` are the rows of those that reach over several."""

    covered: dict[int, frozenset[int]] = field(default_factory=dict)
    down: dict[tuple[int, int], int] = field(default_factory=dict)
    tall: set[int] = field(default_factory=set)
    is_too_much: bool = False

    def add(self, reference: str) -> None:
        """Note the merged cells "A1:C2"."""
        found = re.findall(r"([A-Z]{1,3})(\d+)", reference)
        left, right = _number_of(found[0][0]), _number_of(found[-1][0])
        top, bottom = int(found[0][1]), int(found[-1][1])
        self.is_too_much |= bottom - top >= MOST_DOWN or len(self.covered) > MOST_MERGED
        if self.is_too_much:
            return
        under = frozenset(range(left, min(right, LAST_COLUMN) + 1))
        for row in range(top, bottom + 1):
            self.covered[row] = self.covered.get(row, frozenset()) | (under - {left} if row == top else under)
        if bottom > top:
            self.down[top, left] = bottom
            self.tall |= set(range(top, bottom + 1))


def _columns(element: Any) -> set[int]:
    # The last stretch often runs to the end of the sheet, far beyond what is read.
    return set(range(int(element.get("min")), min(int(element.get("max")), LAST_COLUMN) + 1))


def _number_of(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _member(sheet: Any) -> str:
    """Return the name of the file inside the workbook that holds `sheet`: openpyxl tells it nowhere else."""
    path: str = sheet._worksheet_path
    return path.removeprefix("/")
