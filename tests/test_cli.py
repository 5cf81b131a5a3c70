"""The command line as somebody at a prompt meets it: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
ILL = EXAMPLES / "missed-appointment-ill.json"
MONDAY = ("--as-at", "2026-11-23")


def run(*words: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; `typed` is what somebody types when it asks."""
    command = [sys.executable, "-m", "challenge_letters", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, input=typed)


def test_deadline_prints_its_working() -> None:
    done = run("deadline", "mandatory-reconsideration", "2027-01-31")

    assert done.returncode == 0
    assert done.stdout == (
        "One month from 31 January 2027 ends on 28 February 2027, a Sunday. "
        "To be safe, have it there by Friday 26 February, so post it by Wednesday 24 February.\n"
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("words", [("plan", ILL), ("due", EXAMPLES)])
def test_a_day_of_writing_that_nobody_lives_in_earns_a_sentence(day: str, words: tuple[object, ...]) -> None:
    done = run(*words, "--as-at", day)

    assert done.returncode == 2
    assert "It should lie between 1900 and 2100." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ('"nation": "\\ud800"', "nation: Please take out the signs"),
        (
            '"problems": [{"kind": "applied-sanction", "decision": {"days": 1e999}}]',
            "Please write a whole number",
        ),
        (
            '"problems": [{"kind": "applied-sanction", "search_week": {"done_hours": 200}}]',
            "A week has 168 hours.",
        ),
        (f'"nation": {"9" * 5000}', "is not a number that can be used"),
        (
            '"claimant": {"date_of_birth": 0}',
            "claimant, date of birth: Write the date as year, month and day",
        ),
    ],
)
def test_a_case_file_that_cannot_be_used_earns_sentences(facts: str, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(f'{{"format": 1, {facts}}}', encoding="utf-8")

    done = run("plan", file)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plan_names_the_words_that_stand_in_no_letter() -> None:
    done = run("plan", EXAMPLES / "job-offer-too-far.json", *MONDAY)
    data = json.loads(run("plan", EXAMPLES / "job-offer-too-far.json", "--json", *MONDAY).stdout)

    assert done.stdout.endswith(
        "These words stand in no letter\n  - problems.0.evidence.1.what: Physiotherapist's letter\n"
    )
    assert data["in_no_letter"] == ["problems.0.evidence.1.what"]
    assert "stand in no letter" not in run("plan", ILL, *MONDAY).stdout


def test_deadline_as_json() -> None:
    done = run("deadline", "mandatory-reconsideration", "2027-01-31", "--nation", "england", "--json")

    found = json.loads(done.stdout)
    assert (found["date"], found["safe_date"], found["post_by"]) == ("2027-02-28", "2027-02-26", "2027-02-24")
    assert (found["binds"], done.stderr, done.returncode) == ("you", "", 0)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("deadline", "subject-access-request", "2027-01-31"), 2, "Say which nation"),
        (("deadline", "mandatory-reconsideration-late", "2028-01-31"), 1, "bank holidays"),
        (("deadline", "appeal", "2026-11-12", "--nation", "northern-ireland"), 1, "Northern Ireland"),
        (("deadline", "soon", "2027-01-31"), 2, "no deadline called"),
        (("deadline", "appeal", "2027-02-30"), 2, "not a day in the calendar"),
        (("deadline", "appeal", "2027-01-31", "--nation", "france"), 2, "no nation called"),
        (("plan", "missing.json"), 2, "cannot be read"),
        (("plan", EXAMPLES), 2, "cannot be read"),
        (("write", ILL, "--out", "x", "--letter", "poem"), 2, "There is no letter called poem"),
        (("write", ILL), 2, "Missing option"),
        (("write", EXAMPLES / "claim-closed.json", "--out", "x"), 1, "Your claim was closed"),
        (
            ("write", ILL, "--out", "x", "--letter", "password-reply"),
            1,
            "password-reply: You have not told us",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    words: tuple[object, ...], code: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = run(*words)

    assert done.returncode == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_case_file_is_explained_field_by_field(tmp_path: Path) -> None:
    wrong = tmp_path / "case.json"
    facts = json.loads(ILL.read_text(encoding="utf-8"))
    facts["problems"][0]["decision"]["notified"] = "2026-02-30"
    facts["claimnt"] = facts.pop("claimant")
    wrong.write_text(json.dumps(facts), encoding="utf-8")

    done = run("write", wrong, "--out", tmp_path / "out")

    assert done.returncode == 2
    assert "problems, first, decision, notified: There is no such day" in done.stderr
    assert 'There is no field called "claimnt" here. Did you mean "claimant"?' in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(b"\xff\xfe\x00")

    done = run("plan", tmp_path / "case.json")

    assert (done.returncode, "not a text file" in done.stderr) == (2, True)


def test_a_file_from_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(b"\xef\xbb\xbf" + ILL.read_bytes())

    assert run("plan", tmp_path / "case.json", *MONDAY).returncode == 0


def test_plan_says_what_to_send_now() -> None:
    done = run("plan", ILL, *MONDAY)

    assert done.returncode == 0
    assert done.stdout.startswith("Send now\n  - Mandatory reconsideration request")
    assert "0800 328 5644" in done.stdout


def test_plan_as_json() -> None:
    found = json.loads(run("plan", EXAMPLES / "warned-bus-cancelled.json", *MONDAY, "--json").stdout)

    assert found["now"] == "good-reason-statement"
    assert {letter["reason"] for letter in found["cannot_be_written"]} >= {"no-decision-yet"}


def test_write_makes_the_letter_to_send_now(tmp_path: Path) -> None:
    done = run("write", ILL, "--out", tmp_path, *MONDAY)

    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "mandatory-reconsideration.docx",
        "mandatory-reconsideration.txt",
    ]
    assert "your decision of 2 November 2026" in (tmp_path / "mandatory-reconsideration.txt").read_text(
        "utf-8"
    )


def test_write_makes_the_letters_that_are_named(tmp_path: Path) -> None:
    kinds = ("--letter", "complaint", "--letter", "subject-access-request")

    done = run("write", EXAMPLES / "complaint-no-answer.json", "--out", tmp_path, *kinds, *MONDAY)

    assert done.returncode == 0
    assert {path.stem for path in tmp_path.iterdir()} == {"complaint", "subject-access-request"}


def test_write_never_replaces_a_different_file_unasked(tmp_path: Path) -> None:
    edited = tmp_path / "mandatory-reconsideration.txt"
    edited.write_text("my own words", encoding="utf-8")

    refused = run("write", ILL, "--out", tmp_path, *MONDAY)
    assert (refused.returncode, edited.read_text("utf-8")) == (1, "my own words")
    assert [path.name for path in tmp_path.iterdir()] == [edited.name]

    forced = run("write", ILL, "--out", tmp_path, *MONDAY, "--force")
    assert (forced.returncode, edited.read_text("utf-8") != "my own words") == (0, True)


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        run("write", ILL, "--out", tmp_path / folder, *MONDAY)

    name = "mandatory-reconsideration.docx"
    assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_pack_puts_every_letter_the_page_and_the_days_into_one_file(tmp_path: Path) -> None:
    target = tmp_path / "letters.zip"

    done = run("pack", EXAMPLES / "complaint-no-answer.json", "--to", target, *MONDAY)

    assert (done.returncode, done.stdout) == (0, f"{target}\n")
    assert done.stderr.splitlines()[0].startswith("Not in it: Your answers")
    with zipfile.ZipFile(target) as package:
        names = package.namelist()
    assert names[:3] == ["complaint.docx", "complaint.txt", "complaint.journal.txt"]
    assert {"subject-access-request.docx", "what-to-do-now.docx"} <= set(names)
    assert not any(name.endswith(".json") for name in names)


def test_pack_leaves_the_calendar_out_where_home_is_not_safe_unless_told_to(tmp_path: Path) -> None:
    for name, words in (("without", ()), ("with", ("--with-dates",))):
        run("pack", EXAMPLES / "not-safe-at-home.json", "--to", tmp_path / f"{name}.zip", *words, *MONDAY)

    inside = {path.stem: zipfile.ZipFile(path).namelist() for path in tmp_path.iterdir()}
    assert set(inside["with"]) - set(inside["without"]) == {"dates.ics"}


def test_pack_never_replaces_a_different_file_unasked(tmp_path: Path) -> None:
    target = tmp_path / "letters.zip"
    target.write_bytes(b"mine")

    refused = run("pack", ILL, "--to", target, *MONDAY)
    assert (refused.returncode, target.read_bytes()) == (1, b"mine")
    assert "It was left as it is." in refused.stderr

    forced = run("pack", ILL, "--to", target, *MONDAY, "--force")
    again = run("pack", ILL, "--to", target, *MONDAY)
    assert (forced.returncode, again.returncode, target.read_bytes()[:2]) == (0, 0, b"PK")


def test_pack_says_why_there_is_nothing_to_send(tmp_path: Path) -> None:
    done = run("pack", EXAMPLES / "claim-closed.json", "--to", tmp_path / "letters.zip", *MONDAY)

    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "Your claim was closed" in done.stderr


def test_a_record_of_the_work_search_is_read_from_a_file_and_enclosed(tmp_path: Path) -> None:
    record = tmp_path / "record.csv"
    record.write_text("Date,What,Result\n2026-11-03,Applied to a bakery,No answer\n", encoding="utf-8")
    words = ("--work-search-record", record, "--out", tmp_path / "out", *MONDAY)

    done = run("write", EXAMPLES / "password-demanded.json", *words)

    assert (done.returncode, done.stderr) == (0, "")
    written = {path.name: path for path in (tmp_path / "out").iterdir()}
    assert set(written) == {
        *("password-reply.docx", "password-reply.txt", "work-search-record.docx", "work-search-record.txt"),
    }
    assert "Work search record, 3 November 2026" in written["password-reply.txt"].read_text("utf-8")
    assert "3 November 2026 | Applied to a bakery | No answer" in written["work-search-record.txt"].read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("example", "name", "content", "sentence"),
    [
        (
            "password-demanded",
            "record.csv",
            "3/11/2026,x",
            "record.csv: Row 1: “3/11/2026” can be read in two ways",
        ),
        ("password-demanded", "record.csv", "2026-11-24,x", "is still to come"),
        ("password-demanded", "record.ods", "x", "not a spreadsheet that can be read"),
        ("password-demanded", "", "", "cannot be read"),
        ("record-of-work-search", "record.csv", "2026-11-03,x", "holds a record of the work search already"),
    ],
)
def test_a_record_that_cannot_be_used_is_explained(
    tmp_path: Path, example: str, name: str, content: str, sentence: str
) -> None:
    record = tmp_path / (name or "missing.csv")
    if name:
        record.write_text(content, encoding="utf-8")

    done = run("plan", EXAMPLES / f"{example}.json", "--work-search-record", record, *MONDAY)

    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_schema_describes_the_examples() -> None:
    schema = json.loads(run("schema").stdout)

    assert {"format", "nation", "benefit", "problems"} <= set(schema["required"])


def test_check_finds_the_law_and_the_templates_in_order() -> None:
    done = run("check")

    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_command() -> None:
    said = run("--help").stdout

    for command in ("plan", "write", "pack", "deadline", "schema", "check", "serve"):
        assert f"\n  {command} " in said


def test_every_example_is_explained_where_an_adviser_looks_for_it() -> None:
    said = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip() for line in said.splitlines() if line.startswith("| ")}

    assert rows - {"case"} == {path.stem for path in EXAMPLES.glob("*.json")}


def test_authorities_lists_the_law_with_how_it_was_checked() -> None:
    done = run("authorities", *MONDAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert "section 27(2) [wra-2012-s27-2]" in done.stdout
    assert "read in the text of 31 December 2018, a text that is 7 years old" in done.stdout
    assert "What a qualified adviser still has to settle" in done.stdout


def test_authorities_that_nobody_has_read_as_json() -> None:
    done = run("authorities", "--unchecked", "--json", "--nation", "northern-ireland", *MONDAY)

    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert {each["checked"] for each in found["authorities"]} == {"unchecked"}
    assert "wro-ni-29" in {each["id"] for each in found["authorities"]}


def test_authorities_of_a_nation_there_is_not() -> None:
    done = run("authorities", "--nation", "france")

    assert done.returncode == 2
    assert "no nation called" in done.stderr


SIX = "maple river candle otter mint harbour"


@pytest.fixture
def locked_file(tmp_path: Path) -> Path:
    """An example as its client kept it: locked with six words."""
    locking = pytest.importorskip("challenge_letters.interview.locking")
    if not locking.can_lock():
        pytest.skip("what locks a file is not installed here")
    file = tmp_path / "answers.json"
    file.write_bytes(locking.locked(ILL.read_bytes(), SIX))
    return file


def test_a_locked_file_asks_for_its_six_words(locked_file: Path) -> None:
    done = run("plan", locked_file, *MONDAY, typed=f"{SIX}\n")

    assert done.returncode == 0
    assert "six words" in done.stderr
    assert done.stdout == run("plan", ILL, *MONDAY).stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the six words that open it"),
        ("\n", "Write the six words that open it"),
        ("maple river\n", "These words do not open the file"),
    ],
)
def test_a_locked_file_stays_locked_without_them(typed: str, said: str, locked_file: Path) -> None:
    done = run("write", locked_file, "--out", locked_file.parent / "out", *MONDAY, typed=typed)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (locked_file.parent / "out").exists()


def test_a_locked_file_in_a_folder_is_named_and_not_asked_for(locked_file: Path) -> None:
    done = run("due", locked_file.parent, *MONDAY)

    assert done.returncode == 1
    assert "locked with six words" in done.stdout + done.stderr
