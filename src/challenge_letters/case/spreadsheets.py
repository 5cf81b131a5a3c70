"""Reads rows of cells from a .csv, .xlsx or .ods file that may be hostile: small, plain, never worked out.

What somebody hid in a workbook (rows, columns, sheets) is left out. Several sheets are read together where
they have the same headings; otherwise one has to be named.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from challenge_letters.case.cells import BrokenCell, Cell, MonthCell
from challenge_letters.case.hidden_cells import Hidden, hidden_in
from challenge_letters.case.joined_cells import JoinedCells
from challenge_letters.case.open_document import MEMBERS, sheets_of
from challenge_letters.case.plain_xml import Counted, NotPlain, TooMuch
from challenge_letters.case.sheet_limits import MOST_ROWS, RECORD_LIMITS, Limits
from challenge_letters.case.work_search_rows import COLUMNS, Row, UnreadableRecord, headings_of, said

MOST_BYTES = 1_000_000
LARGE_MEMBERS = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/", "docProps/thumbnail")
MOST_MEMBERS = 200
# Rows that are alike pack well. What packs better than this was made to.
MOST_PACKED_TIMES = 300
HARMLESS_BYTES = 8_000_000
PIECE = 1 << 16
SEPARATORS = ",;\t"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WINDOWS = "windows-1252"
# A colour, a language, words in quotes, a single letter that is meant as it is.
WORDS_IN_FORMATS = re.compile(r"\[(?![hms]+\])[^\]]*\]|\"[^\"]*\"|[\\_*].")


class TooLarge(UnreadableRecord):
    """A spreadsheet with more in it than is read."""


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


def _workbook_rows(
    sheets: Callable[[bytes], Mapping[str, tuple[Row, ...]]], content: bytes, reading: Reading
) -> tuple[Row, ...]:
    try:
        return _chosen(sheets(content), reading.sheet)
    except UnreadableRecord:
        raise
    except Exception:
        # A broken or hostile file can fail anywhere inside the library, in many ways; none is worth telling.
        raise UnreadableRecord(said("file-broken")) from None


def refuse_what_is_no_plain_sheet(content: bytes, limits: Limits = RECORD_LIMITS) -> None:
    """Raise `UnreadableRecord` for a workbook that is too large, holds a program, or is of another kind."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if any("vbaproject" in entry.filename.casefold() for entry in entries):
            raise UnreadableRecord(said("file-program"))
        beside = sum(each.file_size for each in entries if not each.filename.startswith(LARGE_MEMBERS))
        if beside > limits.beside:
            raise TooLarge(said("file-size"))
        refuse_too_much(package, entries, limits)
        if b"purl.oclc.org/ooxml" in package.read("xl/workbook.xml"):
            raise UnreadableRecord(said("file-strict"))


def refuse_too_much(package: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise `UnreadableRecord` where `entries` of `package` hold more than `limits`, or entities.

    They are looked through in small pieces: whatever is in them, that takes little memory.
    """
    if len(entries) > MOST_MEMBERS or _is_too_large(entries, limits):
        raise TooLarge(said("file-size"))
    counted = Counted(limits.most)
    try:
        for entry in entries:
            with package.open(entry) as member:
                counted.look_through(iter(partial(member.read, PIECE), b""))
    except TooMuch:
        raise TooLarge(said("file-size")) from None
    except NotPlain:
        # No spreadsheet declares entities of its own; a file that does wants to be unfolded without end.
        raise UnreadableRecord(said("file-broken")) from None


def _is_too_large(entries: Iterable[zipfile.ZipInfo], limits: Limits) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_swollen = unpacked > HARMLESS_BYTES and unpacked > MOST_PACKED_TIMES * packed
    return unpacked > limits.unpacked or is_swollen


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
    return tuple(replace(row, sheet=name) for name, rows in filled.items() for row in rows)


def _ods_sheets(content: bytes) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each sheet of an OpenDocument spreadsheet that is not hidden, by its name."""
    source = io.BytesIO(content)
    refuse_what_is_no_plain_document(source, RECORD_LIMITS)
    return {name: _in_bounds(rows()) for name, rows in sheets_of(source, RECORD_LIMITS).items()}


def refuse_what_is_no_plain_document(source: Path | io.BytesIO, limits: Limits) -> None:
    """Raise `UnreadableRecord` for an OpenDocument spreadsheet with more in it than is read."""
    with zipfile.ZipFile(source) as package:
        refuse_too_much(package, [each for each in package.infolist() if each.filename in MEMBERS], limits)


def _in_bounds(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return `rows`, none of which may stand further down than a record can go."""
    found = tuple(rows)
    if found and found[-1].number > MOST_ROWS:
        raise UnreadableRecord(said("too-many"))
    return found


def _xlsx_sheets(content: bytes) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each sheet that is not hidden, by its name."""
    refuse_what_is_no_plain_sheet(content)
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
    if hidden.is_merged_down:
        raise UnreadableRecord(said("merged", sheet=values.title))
    return _in_bounds(shown_rows(values, formulas, hidden))


def shown_rows(values: Any, formulas: Any, hidden: Hidden, limits: Limits = RECORD_LIMITS) -> Iterator[Row]:
    """Yield the rows of a sheet that are not hidden, one after the other, each cell as it is shown.

    `values` and `formulas` are the same sheet, opened for the one and for the other.
    """
    is_stale = bool(values.parent.calculation.fullCalcOnLoad)
    pairs = zip_longest(_lines(values, limits), _lines(formulas, limits), fillvalue=())
    joined = JoinedCells()
    for number, (value_row, formula_row) in enumerate(pairs, 1):
        if number not in hidden.rows:
            is_under = joined.is_open
            cells = (_shown(*pair, is_stale=is_stale) for pair in zip_longest(value_row, formula_row))
            shown = tuple(hidden.visible(number, cells, joined))
            yield Row(number, shown, is_joined=is_under or joined.is_open)
    if joined.is_open:
        raise UnreadableRecord(said("merged", sheet=values.title))


def _lines(sheet: Any, limits: Limits) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()
    return iter(sheet.iter_rows(max_row=limits.rows + 1, max_col=limits.columns))


def _shown(cell: Any, formula: Any, *, is_stale: bool) -> Cell:
    """Return what a cell shows: of a formula what was worked out when the file was saved.

    In a file that `is_stale`, a program left that to whoever opens it, and may have put 0 in the place.
    """
    if cell is None:
        return None
    if cell.data_type == "e":
        return BrokenCell("broken-cell", str(cell.value))
    is_formula = formula is not None and formula.data_type == "f"
    if is_formula and (cell.value is None or (is_stale and cell.value == 0 and cell.data_type == "n")):
        return BrokenCell("formula", "=")
    if isinstance(cell.value, datetime):
        return _shown_day(cell.value, cell.number_format)
    if isinstance(cell.value, int) and re.fullmatch("0{2,}", cell.number_format):
        return str(cell.value).zfill(len(cell.number_format))
    value: Cell = cell.value
    return value


def _shown_day(day: datetime, number_format: str) -> Cell:
    """Return what a day shows in a format: "mmm yyyy" hides the day, "yyyy" the month as well."""
    bare = WORDS_IN_FORMATS.sub("", number_format.casefold().partition(";")[0])
    if "d" in bare or "h" in bare or "s" in bare:
        return day
    if "m" in bare:
        return MonthCell(day.year, day.month)
    return BrokenCell("only-a-year", f"{day:%Y}") if "y" in bare else day


READERS: Mapping[str, Callable[[bytes, Reading], tuple[Row, ...]]] = {
    ".csv": _csv_rows,
    ".xlsx": partial(_workbook_rows, _xlsx_sheets),
    ".ods": partial(_workbook_rows, _ods_sheets),
}
