"""Spreadsheets of clients as each program writes them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas
import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from challenge_letters.batch.columns import UnreadableBatch
from challenge_letters.batch.sheets import rows_of
from challenge_letters.batch.template import write_template
from challenge_letters.case.cells import BrokenCell, MonthCell
from challenge_letters.case.spreadsheets import Reading, rows_of_file
from tests.open_documents import open_document, text_cell

# A workbook knows no time zones.
DAY = datetime(2026, 11, 2)  # noqa: DTZ001
TABLE = [["Reference", "Name", "Decision date"], ["301", "Ada One", date(2026, 11, 2)]]


def cells(path: Path, reading: Reading | None = None) -> list[tuple[Any, ...]]:
    rows = rows_of(path, reading or Reading())
    return [_without_empty_end(row.cells) for row in rows() if row.is_filled]


def _without_empty_end(found: tuple[Any, ...]) -> tuple[Any, ...]:
    filled = [at for at, cell in enumerate(found, 1) if cell not in (None, "")]
    return found[: filled[-1]]


def by_openpyxl(path: Path) -> None:
    book = Workbook()
    for row in TABLE:
        book.active.append(row)
    book.save(path)


def by_xlsxwriter(path: Path) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yy"}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(TABLE):
            sheet.write_row(at, 0, row)


def by_pandas(path: Path) -> None:
    pandas.DataFrame(TABLE[1:], columns=TABLE[0]).to_excel(path, index=False)


@pytest.mark.parametrize("write", [by_openpyxl, by_xlsxwriter, by_pandas])
def test_every_writer_of_workbooks_is_read(write: Callable[[Path], None], tmp_path: Path) -> None:
    write(tmp_path / "clients.xlsx")

    headings, client = cells(tmp_path / "clients.xlsx")

    assert headings == ("Reference", "Name", "Decision date")
    assert client[:2] == ("301", "Ada One")
    assert client[2] in (date(2026, 11, 2), DAY)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Reference,Name\n301,Ada One\n", "utf-8"),
        ("sep=;\r\nReference;Name\r\n301;Ada One\r\n", "utf-8-sig"),
        ("Reference\tName\n301\tAda One\n", "utf-16"),
    ],
)
def test_text_is_read_whatever_separates_its_cells(text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(text.encode(encoding))

    assert cells(path) == [("Reference", "Name"), ("301", "Ada One")]


def test_the_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text('sep=;\nReference;Name\n\n301;"Ada\nOne"\n', encoding="utf-8")

    assert [row.number for row in rows_of(path, Reading())() if row.is_filled] == [2, 4]


def test_windows_text_is_offered_and_read_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes("Reference,Name\n301,Zoë\n".encode("windows-1252"))

    with pytest.raises(UnreadableBatch, match="--encoding windows-1252"):
        cells(path)
    assert cells(path, Reading(encoding="windows-1252"))[1] == ("301", "Zoë")


def test_hidden_rows_columns_and_sheets_are_not_read(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["Reference", "Secret", "Name"], ["301", "no", "Ada"], ["302", "no", "Ben"]]:
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[3].hidden = True
    book.create_sheet("Old").append(["Reference"])
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "clients.xlsx")

    assert cells(tmp_path / "clients.xlsx") == [("Reference", "Name"), ("301", "Ada")]


def test_of_several_sheets_one_is_named(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Reference", "Name"])
    book.create_sheet("Notes").append(["Something"])
    path = tmp_path / "clients.xlsx"
    book.save(path)

    with pytest.raises(UnreadableBatch, match="Several sheets hold something: Sheet, Notes"):
        cells(path)
    assert cells(path, Reading("Notes")) == [("Something",)]
    book["Sheet"].title = "Clients"
    book.save(path)
    assert cells(path) == [("Reference", "Name")]


def test_a_template_in_another_form_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBatch, match=r"written as .xlsx, with explanations and lists, or as .csv"):
        write_template(["authority"], tmp_path / "clients.ods")


@pytest.mark.parametrize("kinds", [["mandatory-reconsideration"], ["authority"]])
def test_clients_in_a_second_sheet_are_never_passed_over(kinds: list[str], tmp_path: Path) -> None:
    path = tmp_path / "clients.xlsx"
    write_template(kinds, path)
    assert len(cells(path)) == 1
    book = load_workbook(path)
    book.create_sheet("November").append(["Case Ref", "Client", "Decision date"])
    book.save(path)

    with pytest.raises(UnreadableBatch, match="Several sheets hold something: Clients, November"):
        cells(path)
    assert cells(path, Reading("November")) == [("Case Ref", "Client", "Decision date")]


MONTHS = (
    '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
    '<style:style style:name="ce1" style:data-style-name="N1"/>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def test_an_open_document_is_read_as_its_owner_sees_it(tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2026-11-02"><text:p>x</text:p></table:table-cell>'
    month = day.replace("<table:table-cell", '<table:table-cell table:style-name="ce1"')
    error = '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="301"><text:p>301</text:p></table:table-cell>'
    body = (
        '<table:table table:name="Clients"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>'
        f"<table:table-row>{text_cell('Reference')}{text_cell('Secret')}{text_cell('Date')}</table:table-row>"
        f'<table:table-row table:visibility="filter">{number}{text_cell("no")}{day}</table:table-row>'
        f"<table:table-row>{number}{text_cell('no')}{day}{month}{error}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        '</table:table><table:table table:name="Old" table:style-name="ta2"><table:table-row>'
        f"{text_cell('Reference')}</table:table-row></table:table>"
    )

    headings, client = cells(open_document(tmp_path / "clients.ods", body, MONTHS))

    assert headings[:2] == ("Reference", "Date")
    assert client == (301, DAY, MonthCell(2026, 11), BrokenCell("broken-cell", "#DIV/0!"))


def test_cells_and_rows_that_are_the_same_are_repeated(tmp_path: Path) -> None:
    same = text_cell("a").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"')
    body = f'<table:table table:name="S"><table:table-row table:number-rows-repeated="2">{same}</table:table-row></table:table>'

    assert cells(open_document(tmp_path / "clients.ods", body)) == [("a", "a"), ("a", "a")]


@pytest.mark.parametrize("ending", [".xlsx", ".ods"])
def test_a_title_over_several_columns_is_read_and_nothing_that_lies_under_it(
    ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"clients{ending}"
    if ending == ".xlsx":
        book = Workbook()
        for row in (["Clients, November", "under it", "too"], ["Ref", "Name", "Days"]):
            book.active.append(row)
        book.active.merged_cells.add("A1:C1")
        book.save(path)
    else:
        title = text_cell("Clients, November").replace(
            "<table:table-cell", '<table:table-cell table:number-columns-spanned="3"'
        )
        under = text_cell("under it").replace("table:table-cell", "table:covered-table-cell")
        rows = (f"{title}{under}{under}", "".join(map(text_cell, ("Ref", "Name", "Days"))))
        inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        open_document(path, f'<table:table table:name="S">{inside}</table:table>')

    first, second = cells(path)

    assert [each for each in first if each] == ["Clients, November"]
    assert second == ("Ref", "Name", "Days")


# A title over two rows, and headings of which the first reaches beside two rows of others.
JOINED = (
    ("Clients of November", None, None),
    (None, None, None),
    ("Ref", "Client", None),
    (None, "Name", "DOB"),
)


IN_FULL = [
    ("Clients of November",),
    (None, "Client"),
    ("Ref", "Name", "DOB"),
    ("301", "Ada One", "1990-05-01"),
]


def joined_workbook(path: Path) -> None:
    book = Workbook()
    for row in (*JOINED, ("301", "Ada One", "1990-05-01")):
        book.active.append(row)
    for together in ("A1:C2", "A3:A4", "B3:C3"):
        book.active.merge_cells(together)
    book.save(path)


def joined_open_document(path: Path) -> None:
    def cell(text: str, rows: int = 1, columns: int = 1) -> str:
        spans = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
        return text_cell(text).replace("<table:table-cell", f"<table:table-cell{spans}")

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Clients of November", rows=2, columns=3) + covered * 2,
        '<table:covered-table-cell table:number-columns-repeated="3"/>',
        cell("Ref", rows=2) + cell("Client", columns=2) + covered,
        covered + cell("Name") + cell("DOB"),
        cell("301") + cell("Ada One") + cell("1990-05-01"),
    )
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    open_document(path, f'<table:table table:name="S">{inside}</table:table>')


@pytest.mark.parametrize(
    ("ending", "write"), [(".xlsx", joined_workbook), (".ods", joined_open_document)], ids=["xlsx", "ods"]
)
def test_what_is_joined_over_several_rows_is_read_in_the_last_of_them(
    ending: str, write: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / f"clients{ending}"
    write(path)

    assert cells(path) == IN_FULL
    assert [row.number for row in rows_of(path, Reading())() if row.is_filled] == [2, 3, 4, 5]


def test_a_title_whose_lower_rows_are_repeated_is_read(tmp_path: Path) -> None:
    title = text_cell("Clients").replace(
        "<table:table-cell", '<table:table-cell table:number-rows-spanned="4"'
    )
    body = (
        f'<table:table table:name="S"><table:table-row>{title}</table:table-row>'
        '<table:table-row table:number-rows-repeated="3"><table:covered-table-cell/></table:table-row>'
        f"<table:table-row>{text_cell('Ref')}</table:table-row></table:table>"
    )
    rows = rows_of(open_document(tmp_path / "clients.ods", body), Reading())

    assert [(row.number, row.cells[0]) for row in rows()] == [(4, "Clients"), (5, "Ref")]


@pytest.mark.parametrize("last_row", [2, 40])
def test_what_is_joined_too_far_down_or_to_the_end_is_refused(last_row: int, tmp_path: Path) -> None:
    """Of the last row of a sheet nothing may be written: what is joined down to it is not dropped."""
    joined = text_cell("a").replace(
        "<table:table-cell", f'<table:table-cell table:number-rows-spanned="{last_row}"'
    )
    body = f'<table:table table:name="S"><table:table-row>{joined}</table:table-row></table:table>'
    open_document(tmp_path / "clients.ods", body)
    book = Workbook()
    book.active.append(["a"])
    book.active.merged_cells.add(f"A1:A{last_row}")
    book.save(tmp_path / "clients.xlsx")

    for name in ("clients.ods", "clients.xlsx"):
        with pytest.raises(UnreadableBatch, match=r"cells of several rows are joined together \(merged\)"):
            cells(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("clients.xlsx", b"no workbook"),
        ("clients.ods", b"PK\x03\x04"),
        ("clients.csv", b'a,b\n"never closed'),
        ("clients.doc", b""),
    ],
)
def test_a_file_that_is_no_spreadsheet_earns_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableBatch):
        cells(tmp_path / name)


def test_ten_thousand_rows_need_no_more_memory_than_a_few(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    text = io.StringIO()
    csv.writer(text).writerows(
        [["Reference", "Name", "What happened"], *([n, "Ada", "x" * 500] for n in range(10_000))]
    )
    path.write_text(text.getvalue(), encoding="utf-8")

    tracemalloc.start()
    count = sum(1 for _ in rows_of(path, Reading())())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 10_001
    assert most < 2_000_000


def saved_in_libreoffice(path: Path, ending: str) -> Path:
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed."
    profile, saved = f"-env:UserInstallation=file://{path.parent / 'profile'}", path.parent / "saved"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(saved), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return saved / f"{path.stem}.{ending}"


SHOWN = {
    "mmm yyyy": (DAY, MonthCell(2026, 11)),
    "[$-809]mmmm yyyy;@": (DAY, MonthCell(2026, 11)),
    "mmm-yy": (DAY, MonthCell(2026, 11)),
    "yyyy": (DAY, BrokenCell("only-a-year", "2026")),
    "dd/mm/yyyy": (DAY, DAY),
    "00000": (301, "00301"),
    "BOOLEAN": (True, True),
    "0": (5, 5),
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_cell_shows_the_same_after_libreoffice_has_saved_it(ending: str, tmp_path: Path) -> None:
    book = Workbook()
    for number_format, (value, _) in SHOWN.items():
        book.active.append(["x", value])
        book.active.cell(book.active.max_row, 2).number_format = number_format
    book.save(tmp_path / "clients.xlsx")

    saved = saved_in_libreoffice(tmp_path / "clients.xlsx", ending)

    expected = [seen for _, seen in SHOWN.values()]
    assert [row[1] for row in cells(saved)] == expected
    assert [row.cells[1] for row in rows_of_file(saved)] == expected


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls", "csv"])
def test_a_spreadsheet_saved_in_libreoffice_is_read_as_before(ending: str, tmp_path: Path) -> None:
    by_openpyxl(tmp_path / "clients.xlsx")
    saved = saved_in_libreoffice(tmp_path / "clients.xlsx", ending)

    if ending == "xls":
        with pytest.raises(UnreadableBatch, match="xls"):
            cells(saved)
        return
    headings, client = cells(saved)
    assert headings == ("Reference", "Name", "Decision date")
    assert client[:2] == ("301", "Ada One")
    assert client[2] in (date(2026, 11, 2), DAY, "2026-11-02", "02/11/26", "11/02/26")


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_joined_titles_and_headings_are_read_after_libreoffice_has_saved_them(
    ending: str, tmp_path: Path
) -> None:
    joined_workbook(tmp_path / "clients.xlsx")

    assert cells(saved_in_libreoffice(tmp_path / "clients.xlsx", ending)) == IN_FULL
