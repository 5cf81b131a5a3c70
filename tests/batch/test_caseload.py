"""What is due in a folder of cases, and the case of the letter that comes next."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from challenge_letters.batch.caseload import as_csv, as_table, read_caseload
from challenge_letters.batch.columns import UnreadableBatch
from challenge_letters.batch.next_case import FOLLOW_UPS, asked_by, next_case
from challenge_letters.plan.planning import make_plan
from tests.examples import AS_AT, FOLDER, case_of

TWO_ADVISERS = ("adviser-warned-child-ill", "two-decisions-adviser")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*TWO_ADVISERS, "records-not-sent", "authority-for-adviser"):
        (tmp_path / name).mkdir()
        shutil.copy(FOLDER / f"{name}.json", tmp_path / name / "case.json")
    return tmp_path


def test_what_is_due_stands_soonest_first_with_its_reference(folder: Path) -> None:
    due = read_caseload(folder, on=AS_AT).due()

    assert [each.act_by for each in due] == sorted(each.act_by for each in due)
    assert {each.reference for each in due} == {
        "TAC/26/301",
        "TAC/27/118",
        "records-not-sent",
        "authority-for-adviser",
    }
    assert [(each.last, each.what) for each in due if each.reference == "TAC/26/301"] == [
        (date(2026, 11, 27), "Answer: last day")
    ]
    assert [each.last for each in due if each.what == "The authority to act ends"] == [date(2027, 5, 23)]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 11, 20), "in 7 days"),
        (date(2026, 11, 26), "in 1 day"),
        (date(2026, 11, 27), "today"),
        (date(2026, 11, 28), "the day has passed"),
    ],
)
def test_how_a_day_stands_is_said_in_words(on: date, state: str, folder: Path) -> None:
    (answer,) = (each for each in read_caseload(folder, on=on).due() if each.reference == "TAC/26/301")

    assert answer.state(on) == state


def test_a_day_that_binds_the_office_is_one_to_ask(folder: Path) -> None:
    due = read_caseload(folder, on=AS_AT).due()

    assert [each.state(AS_AT) for each in due if each.reference == "records-not-sent"] == ["ask them now"]


def test_a_day_that_two_files_of_a_client_tell_of_is_told_once(folder: Path) -> None:
    before = read_caseload(folder, on=AS_AT).due()
    name = TWO_ADVISERS[1]
    shutil.copy(folder / name / "case.json", folder / name / "case-no-answer.json")

    due = read_caseload(folder, on=AS_AT).due()

    assert len(due) == len(before)
    assert f"{name}/case-no-answer.json, {name}/case.json" in {each.file for each in due}


def test_two_clients_share_no_entry_of_the_calendar(folder: Path) -> None:
    events = Calendar.from_ical(read_caseload(folder, on=AS_AT).calendar()).walk("VEVENT")

    assert len({str(event["uid"]) for event in events}) == len(events)
    assert {str(event["summary"]).split(":")[0] for event in events} >= {"TAC/26/301", "TAC/27/118"}


def test_the_same_case_under_two_references_gives_two_sets_of_entries(folder: Path) -> None:
    source = folder / TWO_ADVISERS[0] / "case.json"
    (folder / "again").mkdir()
    changed = source.read_text(encoding="utf-8").replace("TAC/26/301", "TAC/26/302")
    (folder / "again" / "case.json").write_text(changed, encoding="utf-8")

    events = Calendar.from_ical(read_caseload(folder, on=AS_AT).calendar()).walk("VEVENT")

    assert len({str(event["uid"]) for event in events}) == len(events)


def test_the_table_opens_in_a_spreadsheet_and_holds_no_formula(folder: Path) -> None:
    path = folder / "two-decisions-adviser" / "case.json"
    path.write_text(path.read_text(encoding="utf-8").replace("TAC/27/118", "=1+1"), encoding="utf-8")
    due = read_caseload(folder, on=AS_AT).due()

    rows = list(csv.DictReader(io.StringIO(as_csv(due, on=AS_AT).decode("utf-8-sig"))))

    assert len(rows) == len(due)
    assert "'=1+1" in {row["Reference"] for row in rows}
    assert as_table(due, on=AS_AT).splitlines()[0].split() == [
        "Act",
        "by",
        "Last",
        "day",
        "State",
        "Reference",
        "What",
        "File",
    ]


def test_a_file_that_is_no_case_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    (folder / "binary.json").write_bytes(b"\xff\xfe\x00")

    found = read_caseload(folder, on=AS_AT)

    assert [each.file for each in found.unread] == ["binary.json", "broken.json"]
    assert len(found.plans) == 4


def test_the_next_letter_takes_its_facts_from_the_case() -> None:
    made = next_case(case_of("missed-appointment-ill"), "requirement-met", facts=["done_on=2026-11-16"])

    letter = make_plan(made, on=AS_AT).letter("requirement-met")
    assert letter
    assert letter.follow_up
    assert letter.follow_up.about == "appointment"
    assert str(letter.follow_up.decision.dated) == "2026-11-02"


def test_it_is_asked_which_of_two_decisions_a_letter_follows() -> None:
    case = case_of("two-decisions-adviser")
    first, second = (problem.id for problem in case.problems)

    with pytest.raises(UnreadableBatch, match=f"Known are: {first}, {second}"):
        next_case(case, "no-answer", facts=())
    assert next_case(case, "no-answer", facts=(), about=second).follow_ups[0].about == second


@pytest.mark.parametrize(
    ("kind", "facts", "sentence"),
    [
        ("complaint", (), "No letter complaint follows another."),
        ("requirement-met", ["day=2026-11-16"], "the facts of this letter are done_on"),
        ("requirement-met", ["done_on"], "Write one as NAME=VALUE"),
        ("appeal-grounds", ["outcome=lost"], "outcome: “lost” is none of the answers here. They are: "),
    ],
)
def test_what_cannot_be_followed_is_said(kind: str, facts: list[str], sentence: str) -> None:
    with pytest.raises(UnreadableBatch, match=sentence):
        next_case(case_of("missed-appointment-ill"), kind, facts=facts)


def test_each_fact_is_asked_for_with_its_answers() -> None:
    asked = asked_by("appeal-grounds")

    assert "notice_dated" in asked
    assert next(each for each in asked if each.startswith("hearing")) != "hearing"
    assert "copy_enclosed (yes or no)" in asked_by("no-answer")


@pytest.mark.parametrize("kind", sorted(FOLLOW_UPS))
def test_every_letter_that_follows_can_be_begun(kind: str) -> None:
    case = case_of("missed-appointment-ill")

    assert [each.kind for each in next_case(case, kind, facts=()).follow_ups] == [kind]
