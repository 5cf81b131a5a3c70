"""Before and after an upgrade: every example letter as text, and what differs, each change once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from challenge_letters.cli import main
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.example_texts import Change, Differences, as_text, differences, texts_in
from challenge_letters.letters.own_words import take
from challenge_letters.places import examples
from tests.centre.test_own_words import reworded
from tests.letters.goldens import FOLDER as GOLDEN

ILL = "missed-appointment-ill.json"


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / ILL).write_text((examples() / ILL).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    return result.exit_code, result.output


def test_the_same_letters_do_not_differ(cases: Path, tmp_path: Path) -> None:
    day = ("--cases", cases, "--as-at", "2026-11-23")
    old = tmp_path / "old"

    assert run("texts", old, *day) == (0, "Letters written, as at 2026-11-23: 1.\n")
    golden = "missed-appointment-ill.mandatory-reconsideration.txt"
    assert (old / golden).read_text(encoding="utf-8") == (GOLDEN / golden).read_text(encoding="utf-8")
    # Weeks later the same letters are written for the same day.
    assert run("diff", old, "--cases", cases) == (0, "No letter differs.\n")


def test_letters_that_are_there_and_differ_are_left_as_they_are(cases: Path, tmp_path: Path) -> None:
    assert run("texts", tmp_path / "old", "--cases", cases, "--as-at", "2026-11-23")[0] == 0
    code, said = run("texts", tmp_path / "old", "--cases", cases, "--as-at", "2026-11-24")
    assert code == 1
    assert "was left as it is" in said


def test_a_changed_wording_is_shown_once_with_the_letters_it_is_in() -> None:
    old = {f"{name}.txt": "Dear team\n\nPlease answer.\n" for name in "abcde"} | {"gone.txt": "x\n"}
    new = {name: text.replace("Please answer", "Answer") for name, text in old.items() if name != "gone.txt"}
    found = differences(old, new | {"new.txt": "y\n"})

    changed = Change(("Please answer.",), ("Answer.",), tuple(f"{name}.txt" for name in "abcde"))
    assert found == Differences(("gone.txt",), ("new.txt",), (changed,))
    assert as_text(found).splitlines() == [
        "Not written any more: gone.txt",
        "New: new.txt",
        "",
        "- Please answer.",
        "+ Answer.",
        "  in a, b, c and 2 more",
    ]


def test_two_wordings_side_by_side_are_two_changes_the_commonest_first() -> None:
    old = {"a.txt": "One.\nTwo.\n", "b.txt": "One.\nOther.\n"}
    new = {"a.txt": "First.\nSecond.\n", "b.txt": "First.\nOther.\n"}
    assert [(change.now, len(change.letters)) for change in differences(old, new).changes] == [
        (("First.",), 2),
        (("Second.",), 1),
    ]


def test_empty_lines_alone_are_no_change() -> None:
    assert not differences({"a.txt": "One.\nTwo.\n"}, {"a.txt": "One.\n\nTwo.\n"})


def test_a_centres_own_words_show_as_a_change(
    cases: Path, tmp_path: Path, centre: Path, again: Callable[[], None]
) -> None:
    day = ("--cases", cases, "--as-at", "2026-11-23")
    assert run("texts", tmp_path / "old", *day)[0] == 0
    reworded(take("parts/signature.docx", centre), "Signed: ", "Signed by hand: ")
    again()

    code, said = run("diff", tmp_path / "old", *day)
    assert code == 1
    assert "+ Signed by hand: ......" in said


def test_words_for_a_client_show_though_the_examples_are_peoples_own(
    cases: Path, tmp_path: Path, centre: Path, again: Callable[[], None]
) -> None:
    day = ("--cases", cases, "--as-at", "2026-11-23")
    run("texts", tmp_path / "old", *day)
    path = take("onset-ill", centre)
    document = Document(str(path))
    document.tables[0].rows[1].cells[2].text = "It came that morning."
    document.save(str(path))
    again()

    code, said = run("diff", tmp_path / "old", *day)

    assert code == 1
    assert "It came that morning." in said
    assert said.rstrip().endswith("in missed-appointment-ill-for-a-client.mandatory-reconsideration")


def test_what_cannot_be_compared_is_said(cases: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LettersError, match="no letters in"):
        texts_in(tmp_path / "empty")
    (cases / "broken.json").write_text("{", encoding="utf-8")
    code, said = run("texts", tmp_path / "old", "--cases", cases)
    assert code == 2
    assert "broken.json cannot be used." in said


def test_cases_that_a_batch_left_in_folders_are_found(cases: Path, tmp_path: Path) -> None:
    kept = tmp_path / "batch"
    (kept / "TAC-26-301").mkdir(parents=True)
    (kept / "TAC-26-301" / "case.json").write_bytes((cases / ILL).read_bytes())

    assert run("texts", tmp_path / "old", "--cases", kept, "--as-at", "2026-11-23")[0] == 0
    assert (tmp_path / "old" / "TAC-26-301-case.mandatory-reconsideration.txt").is_file()


def test_a_folder_without_cases_is_told_apart_from_letters_that_do_not_differ(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, said = run("texts", tmp_path / "old", "--cases", tmp_path / "empty")

    assert code == 2
    assert "There is no case file in" in said
