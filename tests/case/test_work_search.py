"""A record of a work search is taken from a spreadsheet or from pasted rows only where it can be read in one way."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from tests.open_documents import open_document, text_cell

from challenge_letters.case.spreadsheets import MOST_BYTES, MOST_ROWS, Reading, rows_of_file
from challenge_letters.case.work_search_rows import Row, UnreadableRecord, entries_of, rows_in, said
from challenge_letters.languages import texts

TODAY = date(2026, 11, 23)


def rows_of(*rows: list[Any]) -> tuple[Row, ...]:
    return tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1))


THIRD = {"day": "2026-11-03", "what": "Applied to a bakery", "result": "No answer"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-11-03", "2026-11-03"),
        (" 2026-11-3 ", "2026-11-03"),
        ("2026-11-03 00:00:00", "2026-11-03"),
        ("3 November 2026", "2026-11-03"),
        ("3rd Nov 2026", "2026-11-03"),
        ("Tuesday, 3 nov, 2026", "2026-11-03"),
        ("1 Sept 2026", "2026-09-01"),
        (date(2026, 11, 3), "2026-11-03"),
        (datetime(2026, 11, 3, 9, 30), "2026-11-03"),  # noqa: DTZ001 - a cell knows no time zone
        ("2026-11-23", "2026-11-23"),
        ("03-Nov-2026", "2026-11-03"),
        ("2nd of November 2026", "2026-11-02"),
        ("Nov 3 2026", "2026-11-03"),
        ("Tuesday, November 3rd, 2026, 14:30", "2026-11-03"),
        ("2026-11-03 14:30:05", "2026-11-03"),
        ("3 November 2026, 14:30", "2026-11-03"),
        ("Tue 3/11/2026", "2026-11-03"),
        ("Wed 3/11/2026", "2026-03-11"),
        ("Tuesday 11/3/2026", "2026-11-03"),
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_taken(cell: object, day: str) -> None:
    assert [entry["day"] for entry in entries_of(rows_of([cell, "x"]), today=TODAY)] == [day]


@pytest.mark.parametrize(
    ("row", "message_id"),
    [
        (["3/11/2026", "x"], "two-ways"),
        (["03.11.2026", "x"], "two-ways"),
        (["25/11/2026", "x"], "two-ways"),
        (["31/11/2026", "x"], "no-such-day"),
        (["13/14/2026", "x"], "no-such-day"),
        (["3/11/26", "x"], "short-year"),
        (["26-11-03", "x"], "short-year"),
        (["Tue 3.11.26", "x"], "short-year"),
        (["3 Nov ’26, 14:30", "x"], "short-year"),
        (["Nov-26", "x"], "short-year"),
        (["11/2026", "x"], "only-a-month"),
        (["Nov 2026", "x"], "only-a-month"),
        (["2026-11", "x"], "only-a-month"),
        (["13/2026", "x"], "no-day"),
        (["last Tuesday", "x"], "no-day"),
        (["=TODAY()", "x"], "no-day"),
        (["3 Novembre 2026", "x"], "no-day"),
        (["Thu 3/11/2026", "x"], "two-ways"),
        (["03-Nov-26", "x"], "short-year"),
        (["Monday 3 November 2026", "x"], "other-weekday"),
        (["2026-02-30", "x"], "no-such-day"),
        (["31 November 2026", "x"], "no-such-day"),
        (["0090-01-01", "x"], "no-such-day"),
        (["2026-11-24", "x"], "not-yet"),
        ([46329, "x"], "a-number"),
        (["2026-11-03", " ", "No answer"], "no-what"),
        (["2026-11-03", "x", "y", "z"], "columns"),
        (["2026-11-03", "x" * 20_001], "too-long"),
    ],
)
def test_what_is_not_clear_is_refused_with_its_row(row: list[object], message_id: str) -> None:
    with pytest.raises(UnreadableRecord) as refused:
        entries_of(rows_of(["Date", "What", "Result"], [], row), today=TODAY)

    text = str(row[0])
    sentence = said(message_id, text=text, limit=20_000)
    assert refused.value.mistakes == (said("at", place="Row 3", sentence=sentence),)


def test_every_wrong_row_is_told_at_once() -> None:
    with pytest.raises(UnreadableRecord) as refused:
        entries_of(rows_of(["Friday", "x"], ["2026-11-03", "x"], ["2026-11-04", ""]), today=TODAY)

    assert [mistake.partition(":")[0] for mistake in refused.value.mistakes] == ["Row 1", "Row 3"]


@pytest.mark.parametrize("rows", [[], [[""]], [["Date", "What I did", "Result"]]])
def test_a_record_without_an_entry_is_refused(rows: list[list[object]]) -> None:
    with pytest.raises(UnreadableRecord, match="There is no row with a day"):
        entries_of(rows_of(*rows), today=TODAY)


def test_more_rows_than_a_table_should_hold_are_refused() -> None:
    with pytest.raises(UnreadableRecord, match="more than 300 rows"):
        entries_of(rows_of(*([["2026-11-03", "x"]] * 301)), today=TODAY)


def test_whoever_writes_the_day_first_says_so() -> None:
    (entry,) = entries_of(rows_of(["3/11/2026", "x"]), today=TODAY, day_order="day-first")
    assert entry["day"] == "2026-11-03"

    with pytest.raises(UnreadableRecord, match="not in the calendar"):
        entries_of(rows_of(["11/23/2026", "x"]), today=TODAY, day_order="day-first")


def test_rows_copied_from_a_spreadsheet_are_read() -> None:
    pasted = (
        "Date\tWhat\tResult\r\n2026-11-03\tApplied to a bakery\tNo answer\r\n\r\n4 Nov 2026\t=1+1 <b>\t\r\n"
    )

    assert entries_of(rows_in(pasted), today=TODAY) == (
        THIRD,
        {"day": "2026-11-04", "what": "=1+1 <b>", "result": ""},
    )


# -- files


def _book(title: str = "Record") -> tuple[Workbook, Any]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    return book, sheet


def _saved(book: Workbook, folder: Path) -> Path:
    path = folder / "record.xlsx"
    book.save(path)
    return path


def _xlsx(path: Path, *rows: list[Any]) -> Path:
    book, sheet = _book()
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_file_is_read(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "record.csv"
    rows = (("Date", "What", "Result"), ("2026-11-03", '"Applied to a bakery"', "No answer"))
    path.write_text("\r\n".join(separator.join(row) for row in rows), encoding="utf-8-sig")

    assert entries_of(rows_of_file(path), today=TODAY) == (THIRD,)


def _record(path: Path, **options: Any) -> list[Mapping[str, str]]:
    return list(entries_of(rows_of_file(path, **options), today=TODAY))


def _refusal(path: Path, **options: Any) -> tuple[str, ...]:
    with pytest.raises(UnreadableRecord) as refused:
        _record(path, **options)
    return refused.value.mistakes


def test_a_workbook_is_read_with_days_times_and_ticks_as_people_write_them(tmp_path: Path) -> None:
    path = _xlsx(
        tmp_path / "record.xlsx",
        ["Date", "What", "Result"],
        [date(2026, 11, 3), "Applied to a bakery", "No answer"],
        [],
        ["4 November 2026", time(9, 30), date(2026, 12, 1)],
        ["5 November 2026", 3.0, True],
        ["6 November 2026", timedelta(hours=1, minutes=30), datetime(2026, 12, 1, 10, 15)],  # noqa: DTZ001
    )

    assert _record(path) == [
        THIRD,
        {"day": "2026-11-04", "what": "09:30", "result": "1 December 2026"},
        {"day": "2026-11-05", "what": "3", "result": "yes"},
        {"day": "2026-11-06", "what": "1:30", "result": "1 December 2026, 10:15"},
    ]


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", ArrayFormula("B2", "=SUM(A1:A2)")])
def test_a_formula_that_was_never_worked_out_is_refused(tmp_path: Path, formula: object) -> None:
    path = _xlsx(tmp_path / "record.xlsx", ["Date", "What"], ["4 November 2026", formula])

    assert _refusal(path) == (said("at", place="Row 2", sentence=said("formula")),)


@pytest.mark.parametrize("error", ["#N/A", "#REF!"])
def test_a_cell_that_could_not_be_worked_out_is_refused(tmp_path: Path, error: str) -> None:
    path = _xlsx(tmp_path / "record.xlsx", ["2026-11-03", "Applied", error])

    assert _refusal(path) == (said("at", place="Row 1", sentence=said("broken-cell", text=error)),)


@pytest.mark.parametrize(
    "number_format",
    ["mmm yyyy", "mmm-yy", "mmmm", "[$-809]mmmm yyyy;@", "[Red]mmm yyyy", '"Dated" mmm yyyy', "mmm\\dyyyy"],
)
def test_a_cell_that_shows_a_month_is_a_month_and_never_its_first_day(
    tmp_path: Path, number_format: str
) -> None:
    book, sheet = _book()
    sheet.append([date(2026, 11, 1), "Applied"])
    sheet["A1"].number_format = number_format
    path = _saved(book, tmp_path)

    month = said("only-a-month", text="November 2026")
    assert _refusal(path) == (said("at", place="Row 1", sentence=month),)


def test_a_cell_that_shows_a_year_is_no_day(tmp_path: Path) -> None:
    book, sheet = _book()
    sheet.append([date(2026, 1, 1), "Applied"])
    sheet["A1"].number_format = "yyyy"

    year = said("only-a-year", text="2026")
    assert _refusal(_saved(book, tmp_path)) == (said("at", place="Row 1", sentence=year),)


def test_noughts_that_a_cell_shows_in_front_of_a_number_are_kept(tmp_path: Path) -> None:
    book, sheet = _book()
    sheet.append(["2026-11-03", 301, 44])
    sheet["B1"].number_format, sheet["C1"].number_format = "00000", "0"

    assert _record(_saved(book, tmp_path)) == [{"day": "2026-11-03", "what": "00301", "result": "44"}]


def test_a_formula_that_a_program_left_at_nought_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["2026-11-03", "=A1", ""])

    assert _refusal(path) == (said("at", place="Row 1", sentence=said("formula")),)
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["2026-11-03", "", ""])
        sheet.write_formula(0, 1, '="Ap"&"plied"', None, "Applied")
    assert _record(path) == [{"day": "2026-11-03", "what": "Applied", "result": ""}]


@pytest.mark.parametrize("number_format", ["dd/mm/yyyy", "dddd", "[$-809]dd mmmm yyyy;@", "yyyy-mm-dd h:mm"])
def test_a_cell_that_shows_its_day_is_a_day(tmp_path: Path, number_format: str) -> None:
    book, sheet = _book()
    sheet.append([date(2026, 11, 3), "Applied to a bakery", "No answer"])
    sheet["A1"].number_format = number_format

    assert _record(_saved(book, tmp_path)) == [THIRD]


# -- what somebody hid, and more than one sheet


def test_hidden_rows_and_columns_are_left_out(tmp_path: Path) -> None:
    book, sheet = _book()
    sheet.append(["Date", "Private", "What", "Result"])
    sheet.append(["2026-11-02", "no", "Not for them", ""])
    sheet.append(["2026-11-03", "no", "Applied to a bakery", "No answer"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True

    assert _record(_saved(book, tmp_path)) == [THIRD]


def test_a_mistake_is_told_by_the_number_the_spreadsheet_shows(tmp_path: Path) -> None:
    book, sheet = _book()
    for day in ("2026-11-02", "2026-11-03", "Friday"):
        sheet.append([day, "Applied"])
    sheet.row_dimensions[1].hidden = True

    assert [mistake.partition(":")[0] for mistake in _refusal(_saved(book, tmp_path))] == ["Row 3"]


def _months(tmp_path: Path, *headings: str) -> tuple[Workbook, Path]:
    book, october = _book("October")
    october.append(["Date", "What", "Result"])
    october.append(["2026-10-05", "Applied to a shop", ""])
    november = book.create_sheet("November")
    november.append(list(headings))
    november.append(["2026-11-03", "Applied to a bakery", "No answer"])
    return book, tmp_path / "record.xlsx"


def test_a_workbook_with_a_sheet_for_each_month_loses_none(tmp_path: Path) -> None:
    book, path = _months(tmp_path, "Date", "What", "Result")
    book.save(path)

    assert [entry["day"] for entry in _record(path)] == ["2026-10-05", "2026-11-03"]


def test_a_mistake_names_the_sheet_where_there_are_several(tmp_path: Path) -> None:
    book, path = _months(tmp_path, "Date", "What", "Result")
    book["November"].append(["Friday", "x"])
    book.save(path)

    assert [mistake.partition(":")[0] for mistake in _refusal(path)] == ["Sheet “November”, Row 3"]


def test_sheets_of_another_shape_are_refused_until_one_is_named(tmp_path: Path) -> None:
    book, path = _months(tmp_path, "Week", "Hours", "Pay")
    book.save(path)

    assert _refusal(path) == (said("several-sheets", sheets="October, November"),)
    assert [entry["day"] for entry in _record(path, reading=Reading(sheet="October"))] == ["2026-10-05"]
    assert _refusal(path, reading=Reading(sheet="June")) == (
        said("no-sheet", sheet="June", sheets="October, November"),
    )


def test_a_hidden_sheet_and_an_empty_one_are_not_read(tmp_path: Path) -> None:
    book, path = _months(tmp_path, "Week", "Hours", "Pay")
    book["November"].sheet_state = "hidden"
    book.create_sheet("Empty")
    book.save(path)

    assert [entry["day"] for entry in _record(path)] == ["2026-10-05"]


def test_cells_that_are_joined_together_are_refused(tmp_path: Path) -> None:
    book, sheet = _book("Record")
    sheet.append(["2026-11-03", "Applied"])
    sheet.append([None, "Applied again"])
    sheet.merge_cells("A1:A2")

    assert _refusal(_saved(book, tmp_path)) == (said("every-row", sentence=said("joined")),)


def test_cells_joined_down_to_a_hidden_row_are_refused(tmp_path: Path) -> None:
    book, sheet = _book("Record")
    sheet.append(["2026-11-03", "Applied"])
    sheet.append([None, "Applied again"])
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[2].hidden = True

    assert _refusal(_saved(book, tmp_path)) == (said("merged", sheet="Record"),)


def test_a_title_of_several_lines_stands_over_a_record(tmp_path: Path) -> None:
    book, sheet = _book("Record")
    for row in (["My record"], [], ["November 2026"], ["Date", "What"], ["2026-11-03", "Applied"]):
        sheet.append(row)
    sheet.merge_cells("A1:C2")

    assert [entry["what"] for entry in _record(_saved(book, tmp_path))] == ["Applied"]


# -- headings and titles


@pytest.mark.parametrize("heading", ["Date", "WHEN?", "Date applied", "Dyddiad", "Day of application:"])
@pytest.mark.parametrize("title", [[], [["My work search, October 2026"]]])
def test_headings_and_a_title_over_them_are_passed_over(heading: str, title: list[list[str]]) -> None:
    rows = rows_of(*title, [heading, "What", "Result"], list(THIRD.values()))

    assert entries_of(rows, today=TODAY) == (THIRD,)


@pytest.mark.parametrize("first", [["Tuesday", "x", ""], ["3rd day", "x", ""], ["My work search"]])
def test_a_first_row_that_is_no_heading_is_never_passed_over(first: list[str]) -> None:
    with pytest.raises(UnreadableRecord, match="Row 1"):
        entries_of(rows_of(first, list(THIRD.values())), today=TODAY)


def test_a_mistake_in_every_row_is_told_once() -> None:
    with pytest.raises(UnreadableRecord) as refused:
        entries_of(rows_of(["Date", "What"], ["3/11/2026", "x"], ["4/11/2026", "x"]), today=TODAY)

    assert refused.value.mistakes == (said("every-row", sentence=said("two-ways", text="3/11/2026")),)


# -- text files as spreadsheets write them


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("sep=;\n2026-11-03;Applied to a bakery;No answer", THIRD),
        ("Date;What, where;Result, or none\n2026-11-03;Applied to a bakery;No answer", THIRD),
        ('2026-11-03,"Applied to\na bakery",No answer', {**THIRD, "what": "Applied to\na bakery"}),
        ("'2026-11-03,'Applied to a bakery,No answer", THIRD),
    ],
)
def test_a_text_file_is_read_as_spreadsheets_write_it(
    tmp_path: Path, text: str, entry: Mapping[str, str]
) -> None:
    path = tmp_path / "record.csv"
    path.write_text(text, encoding="utf-8")

    assert _record(path) == [entry]


def test_text_of_excels_other_kinds_is_read(tmp_path: Path) -> None:
    unicode_text, windows = tmp_path / "unicode.csv", tmp_path / "windows.csv"
    unicode_text.write_text("2026-11-03\tCafé\t", encoding="utf-16")
    windows.write_text("2026-11-03,Café,", encoding="windows-1252")

    cafe = [{"day": "2026-11-03", "what": "Café", "result": ""}]
    assert _record(unicode_text) == cafe
    assert _record(windows, reading=Reading(encoding="windows-1252")) == cafe


def test_a_day_typed_as_a_number_is_refused(tmp_path: Path) -> None:
    path = _xlsx(tmp_path / "record.xlsx", [46329, "Applied"])

    with pytest.raises(UnreadableRecord, match="Row 1: The day is only a number"):
        entries_of(rows_of_file(path), today=TODAY)


def _zip(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def _with_member(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(name, content)
    return path


PACKAGES: Mapping[str, Mapping[str, bytes]] = {
    "a bomb": {"xl/worksheets/sheet1.xml": b" " * 8_000_001},
    "many members": {f"m{number}": b"" for number in range(201)},
    "many styles": {"xl/workbook.xml": b"", "xl/styles.xml": b"<xf/>" * 100_001},
    "many cells": {
        "xl/workbook.xml": b"",
        "xl/worksheets/sheet1.xml": b"<row>" + b"<c/>" * 100_001 + b"</row>",
    },
    "strict": {"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'},
    "no workbook": {"readme": b"hello"},
}


def _hostile(folder: Path, kind: str) -> Path:
    good = _xlsx(folder / "record.xlsx", ["2026-11-03", "x"])
    if kind in PACKAGES:
        return _zip(folder / "hostile.xlsx", **PACKAGES[kind])
    match kind:
        case "macros":
            return _with_member(good, "xl/vbaProject.bin", b"x")
        case "entities":
            return _with_member(
                good, "xl/x.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
            )
    path = folder / kind
    contents = {
        "broken.xlsx": b"PK\x03\x04 nothing",
        "large.csv": b"x" * (MOST_BYTES + 1),
        "quote.csv": b'2026-11-03,"open',
        "windows.csv": "2026-11-03,Café,".encode("cp1252"),
    }
    path.write_bytes(contents.get(kind, b"2026-11-03,x"))
    return path


@pytest.mark.parametrize(
    ("kind", "message_id"),
    [
        ("a bomb", "file-size"),
        ("many members", "file-size"),
        ("macros", "file-program"),
        ("entities", "file-broken"),
        ("no workbook", "file-broken"),
        ("broken.xlsx", "file-broken"),
        ("large.csv", "file-size"),
        ("quote.csv", "file-broken"),
        ("windows.csv", "file-text"),
        ("record.xlsm", "file-ending"),
        ("record.xls", "file-ending"),
        ("record.ods", "file-broken"),
        ("record", "file-ending"),
        ("many styles", "file-size"),
        ("many cells", "file-size"),
        ("strict", "file-strict"),
    ],
)
def test_a_file_that_is_no_plain_sheet_is_refused(tmp_path: Path, kind: str, message_id: str) -> None:
    with pytest.raises(UnreadableRecord) as refused:
        rows_of_file(_hostile(tmp_path, kind))

    assert str(refused.value) == said(message_id, encoding="windows-1252")


def test_a_sheet_that_goes_on_and_on_is_refused_and_never_cut(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(MOST_ROWS):
        sheet.append([""])
    sheet.append(["2026-11-03", "x"])
    target = io.BytesIO()
    book.save(target)
    (tmp_path / "long.xlsx").write_bytes(target.getvalue())

    with pytest.raises(UnreadableRecord, match="more than 300 rows"):
        rows_of_file(tmp_path / "long.xlsx")


def test_without_the_library_a_csv_file_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _xlsx(tmp_path / "record.xlsx", ["2026-11-03", "x"])
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(UnreadableRecord, match=r"install challenge-letters\[spreadsheet\]"):
        rows_of_file(path)


def test_every_sentence_about_a_record_is_used() -> None:
    used = {"at", "row", "row-of-sheet", "every-row", "nothing", "too-many", "file-library"}
    used |= {
        "joined",
        "only-a-month",
        "only-a-year",
        "broken-cell",
        "formula",
        "merged",
        "several-sheets",
        "no-sheet",
    }
    for test in (
        test_what_is_not_clear_is_refused_with_its_row,
        test_a_file_that_is_no_plain_sheet_is_refused,
    ):
        used |= {row[1] for row in test.pytestmark[0].args[1]}

    assert used == set(texts("work-search"))


# -- as LibreOffice saves it


FORMS = (
    '<number:date-style style:name="N1"><number:month/><number:text> </number:text><number:year/></number:date-style>'
    '<number:date-style style:name="N2"><number:year/></number:date-style>'
    '<number:text-style style:name="N3"><number:text-content/><style:map style:apply-style-name="N1"/></number:text-style>'
)
CELLS = "".join(f'<style:style style:name="ce{at}" style:data-style-name="N{at}"/>' for at in (1, 2, 3))


def _open_sheet(name: str, *rows: str) -> str:
    filled = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{filled}</table:table>'


def _open_day(day: str, style: str = "") -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{day}">'
        "<text:p>as it looks</text:p></table:table-cell>"
    )


def _open_number(value: str, text: str, formula: str = "") -> str:
    return (
        f'<table:table-cell table:formula="{formula}" office:value-type="float" office:value="{value}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def test_an_open_document_is_read_with_all_its_months(tmp_path: Path) -> None:
    heading = "".join(map(text_cell, ("Date", "What", "Result")))
    body = "".join(
        _open_sheet(
            name,
            heading,
            _open_day(day) + text_cell("Applied") + _open_number("1", "TRUE", "of:=TRUE()"),
            text_cell("2026-11-04") + _open_number("301", "00301") + _open_number("12", "12"),
        )
        for name, day in (("October", "2026-10-05"), ("November", "2026-11-03T14:30:05"))
    )

    found = _record(open_document(tmp_path / "record.ods", body))

    assert [entry["day"] for entry in found] == ["2026-10-05", "2026-11-04", "2026-11-03", "2026-11-04"]
    assert found[0]["result"] == "yes"
    assert (found[1]["what"], found[1]["result"]) == ("00301", "12")


@pytest.mark.parametrize(
    ("style", "message_id", "text"),
    [
        ("ce1", "only-a-month", "November 2026"),
        ("ce2", "only-a-year", "2026"),
        ("ce3", "only-a-month", "November 2026"),
    ],
)
def test_a_month_is_a_month_wherever_libreoffice_keeps_its_form(
    tmp_path: Path, style: str, message_id: str, text: str
) -> None:
    body = _open_sheet("Record", _open_day("2026-11-01", style) + text_cell("Applied"))
    mistake = (said("at", place="Row 1", sentence=said(message_id, text=text)),)

    assert _refusal(open_document(tmp_path / "record.ods", body, CELLS, FORMS)) == mistake
    assert _refusal(open_document(tmp_path / "record.ods", body, FORMS + CELLS)) == mistake


def test_an_open_document_that_goes_on_and_on_is_refused(tmp_path: Path) -> None:
    sheet = _open_sheet("Record", "", _open_day("2026-11-03") + text_cell("Applied"))
    far = sheet.replace("<table:table-row>", f'<table:table-row table:number-rows-repeated="{MOST_ROWS}">', 1)
    many = "".join(_open_sheet(f"Week {at}", _open_day("2026-11-03")) for at in range(61))

    assert _refusal(open_document(tmp_path / "far.ods", far)) == (said("too-many"),)
    assert _refusal(open_document(tmp_path / "many.ods", many)) == (said("file-size"),)
