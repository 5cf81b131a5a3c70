"""Letters are written whole or not at all, and never over a different file."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters import writing
from challenge_letters.letters.errors import LetterExists, LettersError, TemplateMistake
from challenge_letters.letters.writing import write_letters
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

REQUEST = "mandatory-reconsideration"


@pytest.fixture
def plan() -> Plan:
    return make_plan(case_of(sanction()), on=MONDAY)


def test_each_letter_is_written_as_a_word_file_and_as_text(plan: Plan, tmp_path: Path) -> None:
    paths = write_letters(plan, [REQUEST, "subject-access-request"], tmp_path / "new" / "folder")

    assert [path.name for path in paths] == [
        "mandatory-reconsideration.docx",
        "mandatory-reconsideration.txt",
        "subject-access-request.docx",
        "subject-access-request.txt",
    ]
    assert "Please reconsider the decision" in paths[1].read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(
        path.name for path in paths
    )


def test_writing_the_same_again_changes_nothing(plan: Plan, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_letters(plan, [REQUEST], tmp_path)]

    assert [path.read_bytes() for path in write_letters(plan, [REQUEST], tmp_path)] == first


def test_a_different_file_is_left_as_it_is(plan: Plan, tmp_path: Path) -> None:
    mine = tmp_path / "mandatory-reconsideration.txt"
    mine.write_text("My own changes")

    with pytest.raises(LetterExists, match="It was left as it is"):
        write_letters(plan, [REQUEST], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [mine.name]
    assert mine.read_text() == "My own changes"


def test_force_replaces_it(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "mandatory-reconsideration.txt").write_text("My own changes")

    paths = write_letters(plan, [REQUEST], tmp_path, force=True)

    assert "Please reconsider" in paths[1].read_text(encoding="utf-8")


def test_a_letter_that_cannot_be_written_is_refused_with_the_reason(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(LettersError, match=r"\w+") as refused:
        write_letters(plan, [REQUEST, "complaint"], tmp_path)

    assert str(refused.value) == plan.why_not("complaint")
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_does_not_exist_is_refused(plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(LettersError, match="There is no letter poem"):
        write_letters(plan, ["poem"], tmp_path)


def test_nothing_is_left_behind_when_writing_fails(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(docx: bytes) -> str:
        raise TemplateMistake("The template cannot be filled.")

    monkeypatch.setattr(writing, "plain_text", fails)
    with pytest.raises(TemplateMistake):
        write_letters(plan, [REQUEST], tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"a.docx": b"one", "b.txt": b"two"}
    new = tmp_path / "clients" / "row-1"
    written = Path.write_bytes

    def fails(path: Path, content: bytes) -> int:
        if path.name == "b.txt":
            raise OSError(28, "No space left on device")
        return written(path, content)

    with monkeypatch.context() as cut:
        cut.setattr(Path, "write_bytes", fails)
        with pytest.raises(OSError, match="No space"):
            writing.write_files(made, new)
    assert list(new.parent.iterdir()) == []

    assert writing.write_files(made, new) == (new / "a.docx", new / "b.txt")
    assert [path.name for path in new.parent.iterdir()] == ["row-1"]
