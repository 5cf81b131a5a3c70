"""The sheets beside the letters: what they say, that it fits, and that it is what the screen says."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.examples import names, plan_of
from tests.letters.mutation import Bench
from tests.letters.sheets import FOLDER, SheetSample, sheets
from tests.letters.test_goldens import OOXML

from challenge_letters.letters.page import page_html
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sheets import to_do_sheet
from challenge_letters.plan.report import as_text

ALL = tuple(sheets())


@pytest.mark.parametrize("sheet", ALL, ids=lambda sheet: sheet.name)
def test_the_sheet_says_what_it_said_when_it_was_last_read(sheet: SheetSample) -> None:
    assert sheet.text == sheet.path.read_text(encoding="utf-8"), "run `make goldens` and read the diff"


def test_there_is_no_text_without_a_sheet() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {sheet.path.name for sheet in ALL}


def test_every_paragraph_and_every_condition_changes_some_sheet() -> None:
    bench = Bench([], ALL)

    assert [str(mutant) for name in bench.names for mutant in bench.survivors(name)] == []


@pytest.mark.parametrize("example", names())
def test_the_page_to_keep_says_what_the_command_line_says(example: str) -> None:
    plan = plan_of(example)
    sheet, told = plain_text(to_do_sheet(plan)), as_text(plan)

    for advice in (*plan.warnings, *plan.steps):
        assert f"{advice.heading}. {advice.text}" in sheet
        assert f"{advice.heading}. {advice.text}" in told
    for planned in plan.deadlines:
        assert planned.deadline.working in sheet


@pytest.mark.parametrize("example", names())
def test_the_page_to_keep_names_nobody(example: str) -> None:
    plan = plan_of(example)
    claimant = plan.case.claimant
    sheet = plain_text(to_do_sheet(plan))

    own = [claimant.name, claimant.national_insurance_number, claimant.phone, *claimant.address]
    assert [text for text in own if text and text in sheet] == []


def test_it_can_be_read_on_the_screen() -> None:
    page = page_html(to_do_sheet(plan_of("missed-appointment-ill")))

    assert "<h2>What to do now</h2>" in page
    assert (
        "<li>Wednesday 2 December 2026. Ask them to look at the decision again: it must have reached them on this "
        in page
    )


def test_the_headings_of_the_record_stand_over_each_page_of_it() -> None:
    record = next(sheet for sheet in ALL if sheet.name == "born.work-search-record")

    page = page_html(record.docx)

    assert '<thead><tr><th scope="col">Day</th><th scope="col">What was done</th>' in page
    assert page.count("<tr>") == 3
    with zipfile.ZipFile(io.BytesIO(record.docx)) as package:
        rows = package.read("word/document.xml").decode().split("<w:tr>")[1:]
    assert ["<w:tblHeader/>" in row for row in rows] == [True, False, False]
    assert all("<w:cantSplit/>" in row for row in rows)


def test_every_sheet_is_a_sound_word_file(tmp_path: Path) -> None:
    files = []
    for sheet in ALL:
        path = tmp_path / f"{sheet.name}.docx"
        path.write_bytes(sheet.docx)
        files.append(path)

    done = subprocess.run([OOXML, "check", *files], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
