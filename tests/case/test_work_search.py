"""A record of a work search is taken from a spreadsheet or from pasted rows only where it can be read in one way."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from challenge_letters.case.messages import catalogue
from challenge_letters.case.spreadsheets import MOST_BYTES, MOST_ROWS, rows_of_file
from challenge_letters.case.work_search_rows import UnreadableRecord, entries_of, rows_in, said

TODAY = date(2026, 11, 23)
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
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_taken(cell: object, day: str) -> None:
    assert [entry["day"] for entry in entries_of([[cell, "x"]], today=TODAY)] == [day]


@pytest.mark.parametrize(
    ("row", "message_id"),
    [
        (["3/11/2026", "x"], "two-ways"),
        (["03.11.2026", "x"], "two-ways"),
        (["25/11/2026", "x"], "two-ways"),
        (["3/11/26", "x"], "no-day"),
        (["last Tuesday", "x"], "no-day"),
        (["=TODAY()", "x"], "no-day"),
        (["3 Novembre 2026", "x"], "no-day"),
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
        entries_of([["Date", "What", "Result"], [], row], today=TODAY)

    text = str(row[0])
    sentence = said(message_id, text=text, limit=20_000)
    assert refused.value.mistakes == (said("at", row=3, sentence=sentence),)


def test_every_wrong_row_is_told_at_once() -> None:
    with pytest.raises(UnreadableRecord) as refused:
        entries_of([["Friday", "x"], ["2026-11-03", "x"], ["2026-11-04", ""]], today=TODAY)

    assert [mistake.partition(":")[0] for mistake in refused.value.mistakes] == ["Row 1", "Row 3"]


@pytest.mark.parametrize("rows", [[], [[""]], [["Date", "What I did", "Result"]]])
def test_a_record_without_an_entry_is_refused(rows: list[list[object]]) -> None:
    with pytest.raises(UnreadableRecord, match="There is no row with a day"):
        entries_of(rows, today=TODAY)


def test_more_rows_than_a_table_should_hold_are_refused() -> None:
    with pytest.raises(UnreadableRecord, match="more than 300 rows"):
        entries_of([["2026-11-03", "x"]] * 301, today=TODAY)


def test_whoever_writes_the_day_first_says_so() -> None:
    (entry,) = entries_of([["3/11/2026", "x"]], today=TODAY, day_order="day-first")
    assert entry["day"] == "2026-11-03"

    with pytest.raises(UnreadableRecord, match="not in the calendar"):
        entries_of([["11/23/2026", "x"]], today=TODAY, day_order="day-first")


def test_rows_copied_from_a_spreadsheet_are_read() -> None:
    pasted = (
        "Date\tWhat\tResult\r\n2026-11-03\tApplied to a bakery\tNo answer\r\n\r\n4 Nov 2026\t=1+1 <b>\t\r\n"
    )

    assert entries_of(rows_in(pasted), today=TODAY) == (
        THIRD,
        {"day": "2026-11-04", "what": "=1+1 <b>", "result": ""},
    )


# -- files


def _xlsx(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
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


def test_a_workbook_is_read_with_real_dates_and_formulas_as_text(tmp_path: Path) -> None:
    path = _xlsx(
        tmp_path / "record.xlsx",
        ["Date", "What", "Result"],
        [date(2026, 11, 3), "Applied to a bakery", "No answer"],
        [],
        ["4 November 2026", "=HYPERLINK(1)", ArrayFormula("C4", "=SUM(A1:A2)")],
    )

    assert entries_of(rows_of_file(path), today=TODAY) == (
        THIRD,
        {"day": "2026-11-04", "what": "=HYPERLINK(1)", "result": "=SUM(A1:A2)"},
    )


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


def _hostile(folder: Path, kind: str) -> Path:
    good = _xlsx(folder / "record.xlsx", ["2026-11-03", "x"])
    match kind:
        case "a bomb":
            return _zip(folder / "bomb.xlsx", **{"xl/worksheets/sheet1.xml": b" " * 20_000_001})
        case "many members":
            return _zip(folder / "many.xlsx", **{f"m{number}": b"" for number in range(201)})
        case "macros":
            return _with_member(good, "xl/vbaProject.bin", b"x")
        case "entities":
            return _with_member(
                good, "xl/x.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
            )
        case "no workbook":
            return _zip(folder / "empty.xlsx", readme=b"hello")
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
        ("record.ods", "file-ending"),
        ("record", "file-ending"),
    ],
)
def test_a_file_that_is_no_plain_sheet_is_refused(tmp_path: Path, kind: str, message_id: str) -> None:
    with pytest.raises(UnreadableRecord) as refused:
        rows_of_file(_hostile(tmp_path, kind))

    assert str(refused.value) == said(message_id)


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
    used = {"at", "nothing", "too-many", "file-library"}
    for test in (
        test_what_is_not_clear_is_refused_with_its_row,
        test_a_file_that_is_no_plain_sheet_is_refused,
    ):
        used |= {row[1] for row in test.pytestmark[0].args[1]}

    assert used == set(catalogue("work_search"))
