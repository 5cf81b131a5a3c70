"""Reads the sheets of an OpenDocument spreadsheet (.ods), as LibreOffice saves it, row by row.

Libraries for the format read a whole file into memory, or give a cell with an error as an empty one.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.case.cells import BrokenCell, Cell, MonthCell, is_filled
from challenge_letters.case.joined_cells import MOST_DOWN, JoinedCells
from challenge_letters.case.sheet_limits import Limits
from challenge_letters.case.work_search_rows import Row, UnreadableRecord, said

CONTENT = "content.xml"
# LibreOffice keeps forms of numbers and days in either.
MEMBERS = ("styles.xml", CONTENT)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
# Each is read by itself, through all that stands before it. One for each week of a year is enough.
MOST_SHEETS = 60
FORMS = (f"{{{NUMBER}}}date-style", f"{{{NUMBER}}}text-style")
HIDDEN = ("collapse", "filter")
BROKEN = re.compile(r"(#[A-Z/0!?]+|Err:\d+)")
TICKS = {"of:=TRUE()": True, "of:=FALSE()": False}
LENGTH = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


@dataclass
class _Styles:
    """Which sheets are hidden, and which cells show a month and no day, or a year alone."""

    hidden_tables: set[str] = field(default_factory=set)
    only_months: set[str] = field(default_factory=set)
    only_years: set[str] = field(default_factory=set)
    # A form in two parts, one for days and one for words: the part for days.
    instead: dict[str, str] = field(default_factory=dict)
    data_style_of: dict[str, str] = field(default_factory=dict)

    def shown(self, day: datetime, style: str) -> Cell:
        form = self.data_style_of.get(style, "")
        form = self.instead.get(form, form)
        if form in self.only_months:
            return MonthCell(day.year, day.month)
        return BrokenCell("only-a-year", f"{day:%Y}") if form in self.only_years else day


def sheets_of(source: Path | BytesIO, limits: Limits) -> Mapping[str, Callable[[], Iterator[Row]]]:
    """Return what yields the rows of each sheet that is not hidden, by its name.

    Raises `UnreadableRecord` for more sheets than a spreadsheet of ours has.
    """
    styles, names = _Styles(), []
    for element in _elements(source):
        if element.tag == f"{{{TABLE}}}table":
            if element.get(f"{{{TABLE}}}style-name") not in styles.hidden_tables:
                names.append(element.get(f"{{{TABLE}}}name"))
        elif element.tag in (f"{{{STYLE}}}style", *FORMS):
            _note(element, styles)
        elif element.tag == f"{{{TABLE}}}table-row":
            element.clear()
    if len(names) > MOST_SHEETS:
        raise UnreadableRecord(said("file-size"))
    return {name: _reader(source, name, styles, limits) for name in names}


def _elements(source: Path | BytesIO) -> Iterator[Any]:
    """Yield each element of the document when it ends: first the styles, then the sheets with their rows."""
    with zipfile.ZipFile(source) as package:
        for member in (each for each in MEMBERS if each in package.namelist()):
            with package.open(member) as file:
                yield from (element for _, element in etree.iterparse(file, resolve_entities=False))


def _note(element: Any, styles: _Styles) -> None:
    name = element.get(f"{{{STYLE}}}name")
    parted = element.find(f"{{{STYLE}}}map")
    if parted is not None:
        styles.instead.setdefault(name, parted.get(f"{{{STYLE}}}apply-style-name"))
    if element.tag in FORMS:
        parts = {etree.QName(part).localname for part in element}
        shows_day = bool(parts & {"day", "day-of-week", "hours"})
        _set(styles.only_months, name, is_in="month" in parts and not shows_day)
        _set(styles.only_years, name, is_in="year" in parts and "month" not in parts and not shows_day)
        return
    data = element.get(f"{{{STYLE}}}data-style-name")
    if data:
        styles.data_style_of[name] = data
    properties = element.find(f"{{{STYLE}}}table-properties")
    if properties is not None and properties.get(f"{{{TABLE}}}display") == "false":
        styles.hidden_tables.add(name)


def _set(names: set[str], name: str, *, is_in: bool) -> None:
    """Put `name` among `names` or take it out: the file names the same form once more for itself."""
    (names.add if is_in else names.discard)(name)


def _reader(
    source: Path | BytesIO, name: str, styles: _Styles, limits: Limits
) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        with zipfile.ZipFile(source) as package, package.open(CONTENT) as file:
            yield from _Sheet(name, styles, limits).rows(file)

    return rows


class _Sheet:
    """Walks through one sheet, keeping its place: rows and cells that are the same are written once."""

    def __init__(self, name: str, styles: _Styles, limits: Limits) -> None:
        self.name, self.styles, self.limits = name, styles, limits
        self.columns: list[tuple[bool, str]] = []
        self.joined = JoinedCells()

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
                    yield from self._row(element, number)
                    number += int(element.get(f"{{{TABLE}}}number-rows-repeated", 1))
                element.clear()
        self._refuse_if_joined()

    def _row(self, element: Any, above: int) -> Iterator[Row]:
        """Yield the row `element`, with `above` rows over it, as often as it is repeated; no empty one."""
        times = self._times(element, "rows", max(1, self.limits.rows + 1 - above))
        cells: tuple[Cell, ...] = ()
        for number in range(above + 1, above + times + 1):
            is_under = self.joined.is_open
            cells = self._cells(element, number) if is_under or number == above + 1 else cells
            if element.get(f"{{{TABLE}}}visibility") in HIDDEN:
                self._refuse_if_joined()
                return
            if any(map(is_filled, cells)):
                yield Row(number, cells, is_joined=is_under or self.joined.is_open)
            elif not is_under:
                return

    def _refuse_if_joined(self) -> None:
        if self.joined.is_open:
            raise UnreadableRecord(said("merged", sheet=self.name))

    def _times(self, element: Any, what: str, most: int) -> int:
        """Return how often `element` stands there, up to `most`: it may be said of a whole sheet."""
        return max(0, min(int(element.get(f"{{{TABLE}}}number-{what}-repeated", 1)), most))

    def _column(self, element: Any) -> None:
        is_hidden = element.get(f"{{{TABLE}}}visibility") in HIDDEN
        style = element.get(f"{{{TABLE}}}default-cell-style-name", "")
        room = self.limits.columns - len(self.columns)
        self.columns += [(is_hidden, style)] * self._times(element, "columns", room)

    def _cells(self, row: Any, number: int) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for element in row:
            if etree.QName(element).localname not in ("table-cell", "covered-table-cell"):
                continue
            last_row = number + self._rows_spanned(element, row) - 1
            # What lies under a title is kept in the file and shown to nobody.
            is_covered = etree.QName(element).localname == "covered-table-cell"
            for _ in range(self._times(element, "columns", self.limits.columns - len(cells))):
                at = len(cells)
                if last_row > number:
                    self.joined.hold(at, last_row, self._cell(element, at))
                    cells.append(None)
                else:
                    cells.append(self.joined.under(number, at) if is_covered else self._cell(element, at))
        hidden = {at for at, (is_hidden, _) in enumerate(self.columns) if is_hidden}
        return tuple(cell for at, cell in enumerate(cells) if at not in hidden)

    def _rows_spanned(self, element: Any, row: Any) -> int:
        """Return over how many rows the cell `element` of `row` reaches. Raises `UnreadableRecord`."""
        rows = int(element.get(f"{{{TABLE}}}number-rows-spanned", 1))
        if rows > MOST_DOWN or (rows > 1 and self._times(row, "rows", 2) > 1):
            raise UnreadableRecord(said("merged", sheet=self.name))
        return rows

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
        formula = element.get(f"{{{TABLE}}}formula", "")
        if formula in TICKS:
            return TICKS[formula]
        if kind in ("float", "percentage", "currency"):
            return _number(element.get(f"{{{OFFICE}}}value"), text)
        if kind == "boolean":
            return bool(element.get(f"{{{OFFICE}}}boolean-value") == "true")
        if kind == "time":
            return _length(element.get(f"{{{OFFICE}}}time-value", ""), text)
        if kind == "date":
            return self.styles.shown(datetime.fromisoformat(element.get(f"{{{OFFICE}}}date-value")), style)
        return text


def _number(value: str, text: str) -> Cell:
    """Return the number `value`; as text where it is shown with noughts in front of it."""
    number = float(value)
    if not number.is_integer():
        return number
    bare = str(int(number))
    return text if len(text) > len(bare) and text == bare.zfill(len(text)) else int(number)


def _length(value: str, text: str) -> Cell:
    found = LENGTH.fullmatch(value)
    if found is None:
        return text
    hours, minutes = int(found[1]), int(found[2])
    return time(hours, minutes) if hours < 24 else timedelta(hours=hours, minutes=minutes)
