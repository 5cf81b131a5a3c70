"""A batch from the spreadsheet to the folders: all rows are checked first, and mistakes are told by column."""

from __future__ import annotations

import csv
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from challenge_letters.batch.alone import alone_in
from challenge_letters.batch.clients import Job, Wrong
from challenge_letters.batch.columns import UnreadableBatch
from challenge_letters.batch.folders import folder_of
from challenge_letters.batch.giving import given_answers
from challenge_letters.batch.running import Batch, Outcome, Target, batch_of, sentences, write_report
from challenge_letters.batch.sheets import rows_of
from challenge_letters.batch.template import columns_for, template
from challenge_letters.case.case_files import build_case, read_case
from challenge_letters.case.spreadsheets import Reading
from challenge_letters.case.work_search_rows import Row
from challenge_letters.centre.details import parsed_centre
from tests.centre.conftest import DETAILS

ON = date(2026, 11, 23)
REQUEST = "mandatory-reconsideration"
HEAD = "Ref,First name,Surname,NINO,Date of birth,Decision date,Days,Address,What about,Reason,Reason words,Enclosed"
ADA = '301,Ada,One,QQ 12 34 56 C,1960-05-01,2026-11-02,7,"1 Sample Street, Testtown",appointment,sick,I was ill.,Fit note; Call log'
BEN = "302,Ben,Two,,,2 November 2026,28,,Task,ill,I had a fever.,"


def _rows(folder: Path, *rows: str) -> Callable[[], Iterator[Row]]:
    path = folder / "clients.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return rows_of(path, Reading())


def a_batch(
    folder: Path, *rows: str, kinds: tuple[str, ...] = (REQUEST,), given: tuple[str, ...] = ()
) -> Batch:
    job = Job(kinds, ON, parsed_centre(DETAILS), given=given_answers(given, kinds))
    made = batch_of(_rows(folder, *rows), job)
    made.workers = 1
    return made


def test_each_row_gets_a_folder_with_letter_text_sheet_and_calendar(tmp_path: Path) -> None:
    batch = a_batch(tmp_path, HEAD, ADA, BEN)

    assert [(each.row, each.folder, each.wrong) for each in batch.check()] == [
        (2, "TAC-26-301", ()),
        (3, "TAC-26-302", ()),
    ]
    made = list(batch.write(Target(tmp_path / "out", keep_cases=True)))

    assert [each.is_new for each in made] == [True, True]
    assert {path.name for path in (tmp_path / "out" / "TAC-26-301").iterdir()} == {
        ".done",
        "case.json",
        "dates.ics",
        "mandatory-reconsideration.docx",
        "mandatory-reconsideration.txt",
        "what-to-do-now.docx",
        "what-to-do-now.txt",
    }
    text = (tmp_path / "out" / "TAC-26-301" / "mandatory-reconsideration.txt").read_text(encoding="utf-8")
    assert "Ada One: mandatory reconsideration of your decision of 2 November 2026" in text
    assert "I was ill." in text
    assert "• Fit note\n• Call log\n• Form of authority" in text
    assert "TAC/26/301: " in (tmp_path / "out" / "TAC-26-301" / "dates.ics").read_text(encoding="utf-8")


def test_a_second_run_leaves_what_is_done(tmp_path: Path) -> None:
    batch, target = a_batch(tmp_path, HEAD, ADA), Target(tmp_path / "out")

    first = list(batch.write(target))
    (tmp_path / "out" / "TAC-26-301" / ".done").write_text("half")
    again = list(batch.write(target))

    assert [each.is_new for each in (*first, *again, *batch.write(target))] == [True, True, False]


def test_a_letter_that_was_taken_away_is_written_again(tmp_path: Path) -> None:
    batch, target = a_batch(tmp_path, HEAD, ADA), Target(tmp_path / "out")
    list(batch.write(target))
    letter = tmp_path / "out" / "TAC-26-301" / f"{REQUEST}.docx"
    letter.unlink()

    assert [each.is_new for each in batch.write(target)] == [True]
    assert letter.is_file()


RUN = [sys.executable, "-m", "challenge_letters", "batch", "clients.csv", "--letter", REQUEST, "--out", "out"]
RUN += ["--as-at", f"{ON}"]


def test_a_second_run_into_a_folder_where_one_is_at_work_ends_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text(f"{HEAD}\n{ADA}\n{BEN}\n", encoding="utf-8")

    with alone_in(tmp_path / "out"):
        second = subprocess.run(RUN, cwd=tmp_path, capture_output=True, text=True, check=False)
    later = subprocess.run(RUN, cwd=tmp_path, capture_output=True, text=True, check=False)

    sentence = (
        "Another batch is at work in out. Wait until it has ended, or name another folder with --out.\n"
    )
    assert (second.returncode, second.stderr, second.stdout) == (1, sentence, "")
    assert (later.returncode, "Folders: 2 written" in later.stdout) == (0, True), later.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="This system copies no process.")
def test_a_worker_that_outlives_a_run_does_not_keep_its_folder_shut(tmp_path: Path) -> None:
    forked = multiprocessing.get_context("fork")
    has_begun, may_end = forked.Event(), forked.Event()
    worker = forked.Process(target=lambda: (has_begun.set(), may_end.wait(60)))
    with alone_in(tmp_path):
        worker.start()
        assert has_begun.wait(60)

    with alone_in(tmp_path):
        assert worker.is_alive()
    may_end.set()
    worker.join()


def test_a_row_that_has_changed_does_not_replace_its_letters(tmp_path: Path) -> None:
    list(a_batch(tmp_path, HEAD, ADA).write(Target(tmp_path / "out")))
    changed = a_batch(tmp_path, HEAD, ADA.replace("I was ill.", "I had a fever."))

    (refused,) = changed.write(Target(tmp_path / "out"))
    (forced,) = changed.write(Target(tmp_path / "out", force=True))

    assert "is there already and is different" in refused.wrong[0].sentence
    assert (forced.wrong, forced.is_new) == ((), True)


@pytest.mark.parametrize(
    ("old", "new", "column", "sentence"),
    [
        ("QQ 12 34 56 C", "QQ 12", "NINO", "two letters, six numbers and one letter"),
        ("2026-11-02", "2/11/2026", "Decision date", "can be read in two ways"),
        ("2026-11-02", "31 November 2026", "Decision date", "is not in the calendar"),
        ("2026-11-02", "31/11/2026", "Decision date", "is not in the calendar"),
        ("2026-11-02", "2027-11-02", "Decision date", "One of the dates is in the future"),
        ("2026-11-02", "", "Decision date", "We need a date to count from"),
        (",7,", ",a week,", "Days", "is not a whole number"),
        (",7,", ",5000,", "Days", "between 1 and 1,095"),
        ("appointment", "aeroplane", "What about", "“aeroplane” is none of the answers here."),
        ("1960-05-01", "1066-10-14", "Date of birth", "is not in the calendar"),
    ],
)
def test_a_mistake_is_told_by_row_and_column(
    old: str, new: str, column: str, sentence: str, tmp_path: Path
) -> None:
    (found,) = a_batch(tmp_path, HEAD, ADA.replace(old, new)).check()

    assert found.row == 2
    assert [(each.column, sentence in each.sentence) for each in found.wrong] == [(column, True)]


def test_a_reason_in_words_needs_no_kind(tmp_path: Path) -> None:
    head, row = (
        "Ref,Name,Decision date,What about,Reason words",
        "7,Cy Three,2 November 2026,task,I was at work.",
    )
    batch = a_batch(tmp_path, head, row)

    assert [each.wrong for each in batch.check()] == [()]
    list(batch.write(Target(tmp_path / "out")))
    letter = (tmp_path / "out" / "TAC-26-7" / f"{REQUEST}.txt").read_text(encoding="utf-8")
    assert "My client says: “I was at work.”" in letter


def test_what_a_column_lacks_altogether_is_told_by_its_name(tmp_path: Path) -> None:
    (found,) = a_batch(tmp_path, "Ref,Name", "7,Cy Three", kinds=("password-reply",)).check()

    assert found.wrong == (Wrong("Wanted", "Something has to stand here."),)


def test_without_a_centre_the_folder_has_the_reference_and_nobody_else_signs(tmp_path: Path) -> None:
    head, row = (
        "Ref,Name,Decision date,What about,What happened",
        "7,Cy Three,2 November 2026,task,I was ill.",
    )
    batch = a_batch(tmp_path, head, row)
    batch.job = replace(batch.job, centre=None)
    list(batch.write(Target(tmp_path / "out")))
    letter = (tmp_path / "out" / "7" / f"{REQUEST}.txt").read_text(encoding="utf-8")
    signed = a_batch(tmp_path, f"{head},Adviser", f"{row},RA")
    signed.job = replace(signed.job, centre=None)

    assert letter.rstrip().endswith("Cy Three")
    assert "Our reference" not in letter
    (refused,) = signed.check()
    assert (refused.wrong[0].column, "--centre DIR" in refused.wrong[0].sentence) == ("Adviser", True)


def test_clients_whose_cells_are_joined_are_refused_with_the_row_of_the_headings(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Clients"], [], ["Ref", "Name", "Decision date"], ["301", "Ada One", "2 November 2026"]):
        book.active.append(row)
    book.active.append([None, "Ben Two", "2 November 2026"])
    book.active.merge_cells("A1:C2")
    book.active.merge_cells("A4:A5")
    book.save(tmp_path / "clients.xlsx")
    batch = batch_of(rows_of(tmp_path / "clients.xlsx", Reading()), Job((REQUEST,), ON))

    with pytest.raises(
        UnreadableBatch, match=r"Row 4: some cells are joined .* Row 3 was taken for the headings"
    ):
        list(batch.check())


def test_what_a_comma_cut_off_is_never_lost(tmp_path: Path) -> None:
    head = "Ref,Name,Decision date,What about,Reason words,Notes"
    row = "7,Cy Three,2 November 2026,task,I was ill,rang the office, and they agreed,,"
    left_out = batch_of(_rows(tmp_path, head, row), Job((REQUEST,), ON), left_out=["Notes"])

    (found,) = left_out.check()

    assert [each.sentence.partition(".")[0] for each in found.wrong] == [
        "“and they agreed” stands to the right of all headings"
    ]


def test_every_mistake_of_a_row_is_told(tmp_path: Path) -> None:
    row = ADA.replace("2026-11-02", "yesterday").replace("sick", "moon").replace(",7,", ",x,")

    assert len(next(iter(a_batch(tmp_path, HEAD, row).check())).wrong) == 3


def test_two_clients_cannot_share_a_reference(tmp_path: Path) -> None:
    first, second = a_batch(tmp_path, HEAD, ADA, ADA).check()

    assert first.wrong == ()
    assert second.wrong[0].column == "Ref"
    assert "row 2" in second.wrong[0].sentence


def test_a_letter_that_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (found,) = a_batch(tmp_path, HEAD, "303,Cy,Three,,,2 November 2026,28,,Task,,,").check()

    assert [each.column for each in found.wrong] == [""]
    assert "cannot be written: We found nothing yet that this letter could argue" in found.wrong[0].sentence


def test_the_bad_ones_among_a_thousand_rows_are_told_and_no_other(tmp_path: Path) -> None:
    clients, bad = [], set()
    for number in range(1, 1001):
        wrong = {97: "3/11/2026", 101: "next week", 103: "31 November 2026"}
        day = next((words for each, words in wrong.items() if number % each == 0), "2 November 2026")
        clients.append(f"C{number},Ada Sample,{day},{('task', 'late')[number % 2]},ill,I was ill.")
        # The headings are the first row.
        bad |= {number + 1} if day != "2 November 2026" else set()
    batch = a_batch(tmp_path, "Case Ref,Client,Decision Date,What about,Reason,Reason words", *clients)
    batch.workers = 2

    outcomes = list(batch.check())

    assert [each.row for each in outcomes] == list(range(2, 1002))
    assert {each.row for each in outcomes if each.wrong} == bad
    assert len(bad) == 28
    assert {wrong.column for each in outcomes for wrong in each.wrong} == {"Decision Date"}
    assert any(sentence.endswith("add --day-first.") for sentence in sentences(outcomes))


def test_one_mistake_in_many_rows_is_one_sentence() -> None:
    same = [Outcome(row, "", (Wrong("Days", "no"),)) for row in range(2, 6)]

    assert sentences([*same, Outcome(9, "", (Wrong("Name", "no"),))]) == [
        "In 4 rows, Days: no",
        "Row 9, Name: no",
    ]
    assert sentences([Outcome(row, "", (Wrong("", "no"),)) for row in range(2, 5)]) == ["In 3 rows: no"]


def test_the_report_holds_every_row_and_no_formula(tmp_path: Path) -> None:
    write_report([Outcome(2, "A"), Outcome(3, "", (Wrong("Days", "=1+1"),))], tmp_path / "new" / "report.csv")

    with (tmp_path / "new" / "report.csv").open(encoding="utf-8-sig") as file:
        assert list(csv.reader(file))[1:] == [["2", "A", "", ""], ["3", "", "Days", "'=1+1"]]


def test_two_letters_for_a_client_and_an_answer_for_all(tmp_path: Path) -> None:
    batch = a_batch(
        tmp_path, HEAD, ADA, kinds=(REQUEST, "authority"), given=("office address=New Road 1, Testtown",)
    )

    assert next(iter(batch.write(Target(tmp_path / "out")))).wrong == ()
    folder = tmp_path / "out" / "TAC-26-301"
    assert "New Road 1\nTesttown" in (folder / f"{REQUEST}.txt").read_text(encoding="utf-8")
    assert "Robin Adviser, Lee Counsel" in (folder / "authority.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("office address=New Road 1", "do not ask for “Office address”: --set would change nothing"),
        ("nations=wales", "No column is called “nations”. Did you mean “Nation”"),
        ("nation", "--set is written like this"),
    ],
)
def test_an_answer_for_all_that_no_letter_uses_is_refused(given: str, sentence: str) -> None:
    with pytest.raises(UnreadableBatch, match=sentence):
        given_answers((given,), ("authority", "subject-access-request"))


@pytest.mark.parametrize("kind", ["subject-access-request", "authority"])
def test_a_group_can_ask_for_records_or_give_authority_without_a_decision(kind: str, tmp_path: Path) -> None:
    batch = a_batch(tmp_path, "Reference,Name,NINO", "7,Cy Three,QQ 12 34 56 C", kinds=(kind,))

    assert [each.wrong for each in batch.check()] == [()]
    list(batch.write(Target(tmp_path / "out")))
    assert "Cy Three" in (tmp_path / "out" / "TAC-26-7" / f"{kind}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reference", "folder"),
    [
        ("TAC/26/301", "TAC-26-301"),
        ("../../etc", "etc"),
        ("", "row-00007"),
        ("CON", "row-00007"),
        ("ada-1", "row-00007"),
        ("QQ123456C", "row-00007"),
        ("é", "row-00007"),
    ],
)
def test_a_folder_is_named_after_the_reference_and_tells_nothing(reference: str, folder: str) -> None:
    facts = {
        "format": 1,
        "nation": "england",
        "benefit": "universal-credit",
        "claimant": {"name": "Ada One", "national_insurance_number": "QQ 12 34 56 C"},
        "writer": {"kind": "adviser", "name": "R", "reference": reference},
        "problems": [{"kind": "authority"}],
    }

    assert folder_of(7, build_case(facts)) == folder


def test_a_kept_case_opens_again(tmp_path: Path) -> None:
    list(a_batch(tmp_path, HEAD, ADA).write(Target(tmp_path / "out", keep_cases=True)))

    case = read_case((tmp_path / "out" / "TAC-26-301" / "case.json").read_text(encoding="utf-8"))

    assert (case.claimant.name, case.writer.reference) == ("Ada One", "TAC/26/301")


def test_a_template_is_read_back_with_all_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "clients.xlsx"
    path.write_bytes(template((REQUEST,), suffix=".xlsx"))

    found = batch_of(rows_of(path, Reading()), Job((REQUEST,), ON))

    assert tuple(found.headings.columns.values()) == columns_for((REQUEST,))
    assert list(found.clients()) == []
