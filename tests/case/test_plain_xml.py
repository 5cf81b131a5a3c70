"""What is counted in a spreadsheet before a library reads it: refused early, whatever it is made of."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from challenge_letters.case.plain_xml import Counted, Most, NotPlain, TooMuch

SMALL = Most(tags=50, row_tags=10, beside_tags=8, shared=5, letters=100)


def pieces(xml: str) -> Iterator[bytes]:
    content = xml.encode()
    return (content[at : at + 7] for at in range(0, len(content), 7))


def row(cells: int) -> str:
    return f"<row>{'<c/>' * cells}</row>"


def sheet(inside: str) -> str:
    return f"<sheet><sheetData>{inside}</sheetData></sheet>"


@pytest.mark.parametrize(
    "xml",
    [
        sheet(row(10) * 4),
        sheet("<row/>" * 48),
        f"<sst>{'<si><r><t>a</t></r></si>' * 5}</sst>",
        sheet(f"<row><c><is><t>{'a' * 100}</t></is></c></row>" * 8),
        f"<sst>{('<si><t>' + 'a' * 300 + '</t></si>') * 5}</sst>",
    ],
)
def test_a_plain_spreadsheet_passes(xml: str) -> None:
    Counted(SMALL).look_through(pieces(xml))


@pytest.mark.parametrize(
    "xml",
    [
        sheet(row(11)),
        sheet(row(0) * 49),
        sheet(f"<row>{'<c/>' * 5}<row/>{'<c/>' * 5}</row>"),
        f"<x:sheet xmlns:x='y'><x:row>{'<x:c/>' * 11}</x:row></x:sheet>",
        sheet(f"<row><!--</row><row>-->{'<c/>' * 11}</row>"),
        sheet(f"<row a='/>'>{'<c/>' * 11}</row>"),
        f"<cols>{'<col/>' * 8}</cols>",
        f"<sst>{'<si/>' * 6}</sst>",
        sheet(f"<row><c><is><t>{'a' * 101}</t></is></c></row>"),
        sheet(f"<row spans='{'1' * 101}'/>"),
        sheet(f"<row><![CDATA[{'a' * 101}]]></row>"),
        f"<styles>{'a' * 101}</styles>",
        f"<sst>{('<si><t>' + 'a' * 310 + '</t></si>') * 5}</sst>",
        sheet(row(11)) + "<junk",
    ],
)
def test_too_much_of_anything_is_refused(xml: str) -> None:
    with pytest.raises(TooMuch):
        Counted(SMALL).look_through(pieces(xml))


@pytest.mark.parametrize("xml", ["<!DOCTYPE x><x/>", '<!DOCTYPE x [<!ENTITY a "b">]><x/>', "<a>" * 61])
def test_what_is_not_plain_is_refused(xml: str) -> None:
    with pytest.raises(NotPlain):
        Counted(Most(1000, 1000, 1000, 1000, 1000)).look_through(pieces(xml))


def test_all_members_count_together_and_what_is_no_xml_ends_one() -> None:
    counted = Counted(SMALL)
    counted.look_through(pieces(sheet(row(10) * 3)))
    counted.look_through(pieces("PK no xml at all <row>"))
    assert (counted.tags, counted.beside) == (35, 2)
    with pytest.raises(TooMuch):
        counted.look_through(pieces(sheet(row(10) * 3)))


# A process that may have a gigabyte and a minute of a processor reads one file after the other.
BOUNDED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from challenge_letters.batch.columns import UnreadableBatch
from challenge_letters.batch.sheets import rows_of
from challenge_letters.case.case_files import UnreadableCase, read_case_file
from challenge_letters.case.spreadsheets import Reading, rows_of_file
from challenge_letters.case.work_search_rows import UnreadableRecord
for name in sorted(Path(sys.argv[1]).iterdir()):
    for read in (read_case_file, rows_of_file, lambda path: sum(1 for _ in rows_of(path, Reading())())):
        try:
            read(name)
        except (UnreadableBatch, UnreadableCase, UnreadableRecord, UnicodeDecodeError) as error:
            print(name.name, type(error).__name__)
"""
BOOK = "xl/workbook.xml"


def _packed(member: str, start: bytes, again: bytes, times: int, end: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(BOOK, b"<workbook/>")
        with package.open(member, "w") as sheet:
            sheet.write(start)
            for _ in range(times // 10_000):
                sheet.write(again * 10_000)
            sheet.write(end)
    return held.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
SWOLLEN = {
    "cells.xlsx": (SHEET, b"<d><row>", b"<c/>", 3_000_000, b"</row></d>"),
    "rows.xlsx": (SHEET, b"<d>", b"<row/>", 13_000_000, b"</d>"),
    "text.xlsx": (SHEET, b"<d><row><c>", b"a" * 100, 1_500_000, b"</c></row></d>"),
    "shared.xlsx": ("xl/sharedStrings.xml", b"<sst>", b"<si/>", 900_000, b"</sst>"),
    "columns.xlsx": (SHEET, b"<cols>", b"<col/>", 900_000, b"</cols>"),
    "cells.ods": ("content.xml", b"<d><table-row>", b"<table-cell/>", 500_000, b"</table-row></d>"),
}
CASES = {
    "names.json": "{" + ",".join(f'"k{at}":1' for at in range(60_000)) + "}",
    "entries.json": '{"format":1,"work_search":[' + "{}," * 400_000 + "{}]}",
    "deep.json": '{"format":1,"problems":' + "[" * 400_000,
    "long.json": '{"format":1,"nation":"' + "a" * 6_000_000 + '"}',
    "figures.json": '{"format":1,"nation":' + "1" * 4_400 + "}",
}
TEXTS = {
    "line.csv": "a," * 600_000,
    "cell.csv": "a,b\n" + "c" * 900_000 + ",d",
    "rows.csv": "Reference,Name\n" + "1,A\n" * 200_000,
}


def test_no_reader_takes_more_than_a_gigabyte_or_a_minute(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows gives a process no such limits")
    for name, made in SWOLLEN.items():
        (tmp_path / name).write_bytes(_packed(*made))
    for name, text in (CASES | TEXTS).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(tmp_path)], capture_output=True, text=True, check=False
    )
    refused = set(done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert {f"{name} UnreadableBatch" for name in (*SWOLLEN, *TEXTS)} <= refused
    assert {f"{name} UnreadableCase" for name in CASES} <= refused
