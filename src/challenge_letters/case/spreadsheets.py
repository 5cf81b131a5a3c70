"""Reads rows of cells from a .csv or .xlsx file that may be hostile: small, plain, and never worked out."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from pathlib import Path
from types import NoneType

from challenge_letters.case.work_search import MOST_ENTRIES
from challenge_letters.case.work_search_rows import COLUMNS, Row, UnreadableRecord, said

MOST_BYTES = 1_000_000
MOST_UNPACKED = 20_000_000
MOST_MEMBERS = 200
# Room for headings and empty rows. A sheet that goes on beyond is refused, never cut.
MOST_ROWS = 10 * MOST_ENTRIES
MOST_COLUMNS = COLUMNS + 20
SEPARATORS = ",;\t"
PLAIN = (str, int, float, date, time, timedelta, NoneType)


def rows_of_file(path: Path) -> tuple[Row, ...]:
    """Return the rows in the file at `path`. Raises `UnreadableRecord`; `OSError` if it cannot be opened."""
    read = READERS.get(path.suffix.casefold())
    if read is None:
        raise UnreadableRecord(said("file-ending"))
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableRecord(said("file-size"))
    return read(content)


def _csv_rows(content: bytes) -> tuple[Row, ...]:
    try:
        text = content.decode("utf-8-sig")
        first_line = text.partition("\n")[0]
        separator = max(SEPARATORS, key=first_line.count)
        return tuple(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except UnicodeDecodeError:
        raise UnreadableRecord(said("file-text")) from None
    except csv.Error:
        raise UnreadableRecord(said("file-broken")) from None


def _xlsx_rows(content: bytes) -> tuple[Row, ...]:
    try:
        _refuse_what_is_no_plain_sheet(content)
        return _cells(content)
    except UnreadableRecord:
        raise
    except Exception:
        # A broken or hostile file can fail anywhere inside the library, in many ways; none is worth telling.
        raise UnreadableRecord(said("file-broken")) from None


def _refuse_what_is_no_plain_sheet(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = package.infolist()
        if len(entries) > MOST_MEMBERS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise UnreadableRecord(said("file-size"))
        if any("vbaproject" in entry.filename.casefold() for entry in entries):
            raise UnreadableRecord(said("file-program"))
        # No spreadsheet declares entities of its own; a file that does wants to be unfolded without end.
        if any(b"<!DOCTYPE" in package.read(entry) for entry in entries):
            raise UnreadableRecord(said("file-broken"))


def _cells(content: bytes) -> tuple[Row, ...]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UnreadableRecord(said("file-library")) from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        found = tuple(tuple(_plain(cell) for cell in row) for row in rows)
    if len(found) > MOST_ROWS:
        raise UnreadableRecord(said("too-many"))
    return found


def _plain(cell: object) -> object:
    """Return a cell as it is typed: some formulas come as objects that hold their text."""
    return cell if isinstance(cell, PLAIN) else str(getattr(cell, "text", ""))


READERS: Mapping[str, Callable[[bytes], tuple[Row, ...]]] = {".csv": _csv_rows, ".xlsx": _xlsx_rows}
