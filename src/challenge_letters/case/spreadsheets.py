"""Reads rows of cells from a .csv or .xlsx file that may be hostile: small, plain, and never worked out.

What somebody hid in a workbook (rows, columns, sheets) is left out. Several sheets are read together where
they have the same headings; otherwise one has to be named.
"""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from challenge_letters.case.cells import BrokenCell, Cell, MonthCell
from challenge_letters.case.hidden_cells import Hidden, hidden_in
from challenge_letters.case.work_search import MOST_ENTRIES
from challenge_letters.case.work_search_rows import COLUMNS, Row, UnreadableRecord, headings_of, said

MOST_BYTES = 1_000_000
MOST_UNPACKED = 8_000_000
# Styles and names become one object each: a small file could ask for a gigabyte of them.
MOST_UNPACKED_BESIDE = 500_000
LARGE_MEMBERS = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/", "docProps/thumbnail")
MOST_MEMBERS = 200
# Each tag costs time and memory, however few bytes it has. A full record of every column has half of these.
MOST_TAGS = 300_000
# Room for headings and empty rows. A sheet that goes on beyond is refused, never cut.
MOST_ROWS = 10 * MOST_ENTRIES
MOST_COLUMNS = COLUMNS + 20
SEPARATORS = ",;\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WINDOWS = "windows-1252"


@dataclass(frozen=True)
class Limits:
    """How large a workbook may be: unpacked, beside its sheets, in tags, in rows and columns of a sheet."""

    unpacked: int = MOST_UNPACKED
    beside: int = MOST_UNPACKED_BESIDE
    tags: int = MOST_TAGS
    rows: int = MOST_ROWS
    columns: int = MOST_COLUMNS


RECORD_LIMITS = Limits()


@dataclass(frozen=True)
class Reading:
    """How a file is to be read: the `sheet` of a workbook, "" for all; the `encoding` of a .csv."""

    sheet: str = ""
    encoding: str = "utf-8-sig"


def rows_of_file(path: Path, reading: Reading | None = None) -> tuple[Row, ...]:
    """Return the rows in the file at `path`. Raises `UnreadableRecord`; `OSError` if it cannot be opened."""
    read = READERS.get(path.suffix.casefold())
    if read is None:
        raise UnreadableRecord(said("file-ending"))
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableRecord(said("file-size"))
    return read(content, reading or Reading())


# -- text


def _csv_rows(content: bytes, reading: Reading) -> tuple[Row, ...]:
    encoding = "utf-16" if content.startswith(UTF_16) else reading.encoding
    try:
        text, separator = _separated(content.decode(encoding))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1))
    except UnicodeDecodeError:
        raise UnreadableRecord(said("file-text", encoding=WINDOWS)) from None
    except csv.Error:
        raise UnreadableRecord(said("file-broken")) from None


def _separated(text: str) -> tuple[str, str]:
    """Return the rows in `text` and what separates their cells, without the line in which Excel says so."""
    first_line, _, rest = text.partition("\n")
    named = first_line.strip().casefold()
    if named.startswith("sep=") and named[4:] in SEPARATORS and len(named) == len("sep=;"):
        # An empty line in its place keeps the numbers of the rows.
        return f"\n{rest}", named[4:]
    return text, max(SEPARATORS, key=lambda separator: _rows_split_by(separator, text))


def _rows_split_by(separator: str, text: str) -> int:
    """Return how many of the first lines have just the columns of a record when split by `separator`."""
    lines = [line for line in text.splitlines() if line.strip()][:20]
    return sum(2 <= len(cells) <= COLUMNS for cells in csv.reader(lines, delimiter=separator))


# -- workbooks


def _xlsx_rows(content: bytes, reading: Reading) -> tuple[Row, ...]:
    try:
        refuse_what_is_no_plain_sheet(content)
        return _chosen(_sheets(content), reading.sheet)
    except UnreadableRecord:
        raise
    except Exception:
        # A broken or hostile file can fail anywhere inside the library, in many ways; none is worth telling.
        raise UnreadableRecord(said("file-broken")) from None


def refuse_what_is_no_plain_sheet(content: bytes, limits: Limits = RECORD_LIMITS) -> None:
    """Raise `UnreadableRecord` for a workbook that is too large, holds a program, or is of another kind."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_MEMBERS or _is_too_large(entries, limits):
            raise UnreadableRecord(said("file-size"))
        if any("vbaproject" in entry.filename.casefold() for entry in entries):
            raise UnreadableRecord(said("file-program"))
        texts = [package.read(entry) for entry in entries]
        # No spreadsheet declares entities of its own; a file that does wants to be unfolded without end.
        if any(b"<!DOCTYPE" in text for text in texts):
            raise UnreadableRecord(said("file-broken"))
        if sum(text.count(b"<") for text in texts) > limits.tags:
            raise UnreadableRecord(said("file-size"))
        if b"purl.oclc.org/ooxml" in package.read("xl/workbook.xml"):
            raise UnreadableRecord(said("file-strict"))


def _is_too_large(entries: Iterable[zipfile.ZipInfo], limits: Limits) -> bool:
    sizes = {entry.filename: entry.file_size for entry in entries}
    beside = sum(size for name, size in sizes.items() if not name.startswith(LARGE_MEMBERS))
    return sum(sizes.values()) > limits.unpacked or beside > limits.beside


def _chosen(sheets: Mapping[str, tuple[Row, ...]], wanted: str) -> tuple[Row, ...]:
    """Return the rows of the sheet that is wanted, or of all where they have the same headings."""
    filled = {name: rows for name, rows in sheets.items() if any(row.is_filled for row in rows)}
    if wanted:
        if wanted not in sheets:
            raise UnreadableRecord(said("no-sheet", sheet=wanted, sheets=", ".join(sheets)))
        return sheets[wanted]
    if len(filled) < 2:
        return next(iter(filled.values()), ())
    shapes = {headings_of(rows) for rows in filled.values()}
    if len(shapes) > 1 or () in shapes:
        raise UnreadableRecord(said("several-sheets", sheets=", ".join(filled)))
    return tuple(Row(row.number, row.cells, name) for name, rows in filled.items() for row in rows)


def _sheets(content: bytes) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each sheet that is not hidden, by its name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values, formulas = open_workbook(content, data_only=True), open_workbook(content, data_only=False)
        shown = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
        return {
            sheet.title: _rows(sheet, formulas[sheet.title], hidden_in(content, sheet)) for sheet in shown
        }


def open_workbook(content: bytes, *, data_only: bool) -> Any:
    """Return the workbook in `content`, opened by openpyxl to be read row by row."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UnreadableRecord(said("file-library")) from None
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _rows(values: Any, formulas: Any, hidden: Hidden) -> tuple[Row, ...]:
    if hidden.has_merged_cells:
        raise UnreadableRecord(said("merged", sheet=values.title))
    rows = tuple(shown_rows(values, formulas, hidden))
    if len(rows) > MOST_ROWS:
        raise UnreadableRecord(said("too-many"))
    return rows


def shown_rows(values: Any, formulas: Any, hidden: Hidden, limits: Limits = RECORD_LIMITS) -> Iterator[Row]:
    """Yield the rows of a sheet that are not hidden, one after the other, each cell as it is shown.

    `values` and `formulas` are the same sheet, opened for the one and for the other.
    """
    pairs = zip_longest(_lines(values, limits), _lines(formulas, limits), fillvalue=())
    for number, (value_row, formula_row) in enumerate(pairs, 1):
        if number not in hidden.rows:
            cells = (_shown(value, formula) for value, formula in hidden.visible(value_row, formula_row))
            yield Row(number, tuple(cells))


def _lines(sheet: Any, limits: Limits) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(max_row=limits.rows + 1, max_col=limits.columns))


def _shown(cell: Any, formula: Any) -> Cell:
    """Return what a cell shows: of a formula what was worked out when the file was saved."""
    if cell.data_type == "e":
        return BrokenCell("broken-cell", str(cell.value))
    if cell.value is None and formula is not None and formula.data_type == "f":
        return BrokenCell("formula", "=")
    if isinstance(cell.value, datetime) and not _shows_day(cell.number_format):
        return MonthCell(cell.value.year, cell.value.month)
    value: Cell = cell.value
    return value


def _shows_day(number_format: str) -> bool:
    """Whether a date in this format shows its day: "mmm yyyy" does not."""
    bare = number_format.casefold().partition(";")[0]
    return "d" in bare or not ("m" in bare and "y" in bare)


READERS: Mapping[str, Callable[[bytes, Reading], tuple[Row, ...]]] = {".csv": _csv_rows, ".xlsx": _xlsx_rows}
