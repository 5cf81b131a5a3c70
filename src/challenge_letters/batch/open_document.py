"""Reads the sheets of an OpenDocument spreadsheet (.ods), as LibreOffice saves it, row by row.

Libraries for the format read a whole file into memory, or give a cell with an error as an empty one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.case.cells import BrokenCell, Cell, MonthCell
from challenge_letters.case.spreadsheets import Limits
from challenge_letters.case.work_search_rows import Row, UnreadableRecord, said

CONTENT = "content.xml"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
HIDDEN = ("collapse", "filter")
BROKEN = re.compile(r"(#[A-Z/0!?]+|Err:\d+)")
LENGTH = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


@dataclass
class _Styles:
    """Which sheets are hidden, and which cells show a month and no day."""

    hidden_tables: set[str] = field(default_factory=set)
    only_months: set[str] = field(default_factory=set)
    data_style_of: dict[str, str] = field(default_factory=dict)

    def shows_only_month(self, style: str) -> bool:
        return self.data_style_of.get(style, "") in self.only_months


def sheets_of(path: Path, limits: Limits) -> Mapping[str, Callable[[], Iterator[Row]]]:
    """Return what yields the rows of each sheet that is not hidden, by its name."""
    styles, names = _Styles(), []
    with zipfile.ZipFile(path) as package, package.open(CONTENT) as file:
        for _, element in etree.iterparse(file, events=("start", "end"), resolve_entities=False):
            if element.tag == f"{{{TABLE}}}table" and element.get(f"{{{TABLE}}}name") not in names:
                if element.get(f"{{{TABLE}}}style-name") not in styles.hidden_tables:
                    names.append(element.get(f"{{{TABLE}}}name"))
            elif element.tag in (f"{{{STYLE}}}style", f"{{{NUMBER}}}date-style"):
                _note(element, styles)
            elif element.tag == f"{{{TABLE}}}table-row":
                element.clear()
    return {name: _reader(path, name, styles, limits) for name in names}


def _note(element: Any, styles: _Styles) -> None:
    name = element.get(f"{{{STYLE}}}name")
    if element.tag == f"{{{NUMBER}}}date-style":
        parts = {etree.QName(part).localname for part in element}
        if "month" in parts and not parts & {"day", "day-of-week"}:
            styles.only_months.add(name)
        else:
            styles.only_months.discard(name)
        return
    data = element.get(f"{{{STYLE}}}data-style-name")
    if data:
        styles.data_style_of[name] = data
    properties = element.find(f"{{{STYLE}}}table-properties")
    if properties is not None and properties.get(f"{{{TABLE}}}display") == "false":
        styles.hidden_tables.add(name)


def _reader(path: Path, name: str, styles: _Styles, limits: Limits) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        with zipfile.ZipFile(path) as package, package.open(CONTENT) as file:
            yield from _Sheet(name, styles, limits).rows(file)

    return rows


class _Sheet:
    """Walks through one sheet, keeping its place: rows and cells that are the same are written once."""

    def __init__(self, name: str, styles: _Styles, limits: Limits) -> None:
        self.name, self.styles, self.limits = name, styles, limits
        self.columns: list[tuple[bool, str]] = []

    def rows(self, file: Any) -> Iterator[Row]:
        number, is_here = 0, False
        for event, element in etree.iterparse(file, events=("start", "end"), resolve_entities=False):
            if event == "start":
                if element.tag == f"{{{TABLE}}}table":
                    is_here = element.get(f"{{{TABLE}}}name") == self.name
                continue
            if is_here and element.tag == f"{{{TABLE}}}table-column":
                self._column(element)
            elif element.tag == f"{{{TABLE}}}table-row":
                if is_here:
                    for _ in range(self._times(element, "rows", self.limits.rows + 1 - number)):
                        number += 1
                        if element.get(f"{{{TABLE}}}visibility") not in HIDDEN:
                            yield Row(number, self._cells(element))
                element.clear()

    def _times(self, element: Any, what: str, most: int) -> int:
        """Return how often `element` stands there: once for an empty one, which may fill the whole sheet."""
        times = int(element.get(f"{{{TABLE}}}number-{what}-repeated", 1))
        if what == "rows" and times > 1 and not any(self._cells(element)):
            return times if times < most else 0
        return max(0, min(times, most))

    def _column(self, element: Any) -> None:
        is_hidden = element.get(f"{{{TABLE}}}visibility") in HIDDEN
        style = element.get(f"{{{TABLE}}}default-cell-style-name", "")
        room = self.limits.columns - len(self.columns)
        self.columns += [(is_hidden, style)] * self._times(element, "columns", room)

    def _cells(self, row: Any) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for element in row:
            if etree.QName(element).localname not in ("table-cell", "covered-table-cell"):
                continue
            spans = (element.get(f"{{{TABLE}}}number-{way}-spanned", "1") for way in ("columns", "rows"))
            if any(span != "1" for span in spans):
                raise UnreadableRecord(said("merged", sheet=self.name))
            for _ in range(self._times(element, "columns", self.limits.columns - len(cells))):
                cells.append(self._cell(element, len(cells)))
        hidden = {at for at, (is_hidden, _) in enumerate(self.columns) if is_hidden}
        return tuple(cell for at, cell in enumerate(cells) if at not in hidden)

    def _cell(self, element: Any, at: int) -> Cell:
        kind = element.get(f"{{{OFFICE}}}value-type", "")
        text = "\n".join("".join(each.itertext()) for each in element.findall(f"{{{TEXT}}}p"))
        if element.get(f"{{{CALC}}}value-type") == "error" or (
            element.get(f"{{{TABLE}}}formula") and BROKEN.fullmatch(text)
        ):
            return BrokenCell("broken-cell", text)
        if element.get(f"{{{TABLE}}}formula") and not kind:
            return BrokenCell("formula", "=")
        style = element.get(f"{{{TABLE}}}style-name") or (
            self.columns[at][1] if at < len(self.columns) else ""
        )
        return self._value(element, kind, text, style)

    def _value(self, element: Any, kind: str, text: str, style: str) -> Cell:
        if kind in ("float", "percentage", "currency"):
            number = float(element.get(f"{{{OFFICE}}}value"))
            return int(number) if number.is_integer() else number
        if kind == "boolean":
            return bool(element.get(f"{{{OFFICE}}}boolean-value") == "true")
        if kind == "time":
            return _length(element.get(f"{{{OFFICE}}}time-value", ""), text)
        if kind == "date":
            day = datetime.fromisoformat(element.get(f"{{{OFFICE}}}date-value"))
            return MonthCell(day.year, day.month) if self.styles.shows_only_month(style) else day
        return text


def _length(value: str, text: str) -> Cell:
    found = LENGTH.fullmatch(value)
    if found is None:
        return text
    hours, minutes = int(found[1]), int(found[2])
    return time(hours, minutes) if hours < 24 else timedelta(hours=hours, minutes=minutes)
