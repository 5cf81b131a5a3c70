"""Reads a spreadsheet of clients row by row, so that ten thousand need no more memory than ten.

What is hidden is not read, and a cell is what its owner sees: see decision 0030.
"""

from __future__ import annotations

import codecs
import csv
import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from challenge_letters.batch.columns import (
    FEWEST_KNOWN,
    MOST_ROWS_ABOVE,
    UnreadableBatch,
    column_called,
    said,
)
from challenge_letters.case.cells import as_written
from challenge_letters.case.hidden_cells import hidden_in
from challenge_letters.case.open_document import sheets_of as ods_sheets
from challenge_letters.case.sheet_limits import Limits
from challenge_letters.case.spreadsheets import (
    SEPARATORS,
    WINDOWS,
    Reading,
    TooLarge,
    open_workbook,
    refuse_what_is_no_plain_document,
    refuse_what_is_no_plain_sheet,
    shown_rows,
)
from challenge_letters.case.work_search_rows import Row, UnreadableRecord
from challenge_letters.case.work_search_rows import said as said_of_a_file

MEGABYTES = 25
MOST_BYTES = MEGABYTES * 1_000_000
MOST_CLIENTS = 20_000
# Every client with every column filled, and half as much again.
LIMITS = Limits(
    unpacked=200_000_000,
    beside=5_000_000,
    tags=12_000_000,
    rows=MOST_CLIENTS + 100,
    columns=100,
    shared=600_000,
    beside_tags=200_000,
)
CLIENTS = "Clients"
LONGEST_LINE = 1_000_000
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
Sheets = Mapping[str, Callable[[], Iterator[Row]]]


def rows_of(path: Path, reading: Reading) -> Callable[[], Iterator[Row]]:
    """Return what yields the rows of the clients in the file at `path`, each time it is called.

    Raises `UnreadableBatch`; `OSError` if the file cannot be opened. So does what is returned.
    """
    read = READERS.get(path.suffix.casefold())
    if read is None:
        raise UnreadableBatch(said("file-ending"))
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableBatch(said("file-size", limit=MEGABYTES))
    return _guarded(read(path, reading))


def _guarded(rows: Callable[[], Iterator[Row]]) -> Callable[[], Iterator[Row]]:
    """Return `rows` so that whatever a broken or hostile file does inside a library becomes one sentence."""

    def guarded() -> Iterator[Row]:
        try:
            for row in rows():
                if row.number > LIMITS.rows:
                    raise UnreadableBatch(said("too-many-rows", limit=MOST_CLIENTS))
                yield row
        except UnreadableBatch:
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.filename is not None:
                # The file itself cannot be opened: whoever asked for it says so.
                raise
            raise _refusal(error) from None

    return guarded


def _refusal(error: Exception) -> UnreadableBatch:
    """Return what to say of `error`, which came up while a file was read."""
    if isinstance(error, TooLarge):
        return UnreadableBatch(said("too-much", limit=MOST_CLIENTS))
    if isinstance(error, UnreadableRecord):
        return UnreadableBatch(*error.mistakes)
    if isinstance(error, UnicodeDecodeError):
        return UnreadableBatch(said_of_a_file("file-text", encoding=WINDOWS))
    return UnreadableBatch(said_of_a_file("file-broken"))


# -- text


def _csv(path: Path, reading: Reading) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        with path.open("rb") as file:
            encoding = "utf-16" if file.read(2) in UTF_16 else reading.encoding
        with path.open(encoding=encoding, newline="") as text:
            separator, skipped = _separator(text)
            rows_of_cells = csv.reader(_lines(text), delimiter=separator, strict=True)
            for number, cells in enumerate(rows_of_cells, 1 + skipped):
                yield Row(number, tuple(cells))

    return rows


def _lines(text: io.TextIOBase) -> Iterator[str]:
    """Yield the lines of `text`, none of which may be longer than any row of clients."""
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise TooLarge(said_of_a_file("file-size"))
        yield line


def _separator(text: io.TextIOBase) -> tuple[str, int]:
    """Return what separates the cells, and how many lines before them say so; leave `text` at the first."""
    first = text.readline(LONGEST_LINE)
    named = first.strip().casefold()
    if named.startswith("sep=") and named[4:] in SEPARATORS and len(named) == len("sep=;"):
        return named[4:], 1
    sample = first + "".join(text.readline(LONGEST_LINE) for _ in range(MOST_LINES_SEEN))
    text.seek(0)
    return max(SEPARATORS, key=sample.count), 0


MOST_LINES_SEEN = 10


# -- workbooks


def _xlsx(path: Path, reading: Reading) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        content = path.read_bytes()
        refuse_what_is_no_plain_sheet(content, LIMITS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from _chosen(_xlsx_sheets(content), reading.sheet)

    return rows


def _xlsx_sheets(content: bytes) -> Sheets:
    values, formulas = open_workbook(content, data_only=True), open_workbook(content, data_only=False)

    def of(name: str) -> Callable[[], Iterator[Row]]:
        def rows() -> Iterator[Row]:
            hidden = hidden_in(content, values[name])
            if hidden.is_merged_down:
                raise UnreadableBatch(said_of_a_file("merged", sheet=name))
            yield from shown_rows(values[name], formulas[name], hidden, LIMITS)

        return rows

    return {sheet.title: of(sheet.title) for sheet in values.worksheets if sheet.sheet_state == "visible"}


def _ods(path: Path, reading: Reading) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        refuse_what_is_no_plain_document(path, LIMITS)
        yield from _chosen(ods_sheets(path, LIMITS), reading.sheet)

    return rows


def _chosen(sheets: Sheets, wanted: str) -> Iterator[Row]:
    """Return the rows of the sheet that is wanted; without a name that of a template, or the only one."""
    if wanted and wanted not in sheets:
        raise UnreadableBatch(said("no-sheet", sheet=wanted, sheets=", ".join(sheets)))
    if wanted:
        return sheets[wanted]()
    holds = _has_headings if CLIENTS in sheets else _is_filled
    filled = [name for name, rows in sheets.items() if name == CLIENTS or holds(rows())]
    if len(filled) > 1:
        raise UnreadableBatch(said("several-sheets", sheets=", ".join(filled), first=filled[0]))
    return sheets[filled[0]]() if filled else iter(())


def _is_filled(rows: Iterator[Row]) -> bool:
    return any(row.is_filled for row in rows)


def _has_headings(rows: Iterator[Row]) -> bool:
    """Whether `rows` are of clients, too: beside those of a template may stand explanations and notes."""
    first = islice((row for row in rows if row.is_filled), MOST_ROWS_ABOVE)
    known = ({column_called(as_written(cell)) for cell in row.cells} - {None} for row in first)
    return any(len(columns) >= FEWEST_KNOWN for columns in known)


READERS: Mapping[str, Callable[[Path, Reading], Callable[[], Iterator[Row]]]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".ods": _ods,
}
