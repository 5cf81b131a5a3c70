"""The linters of the interview can fail: each finds what has been planted, and nothing in the interview itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interview.linters import INTERVIEWS, linter

GOOD = """
id: day
question: Which day was it?
fields:
  - label: "Day"
    field: day
    datatype: date
validation code: |
  if day == '':
    validation_error('Write the day.', field='day')
---
mandatory: True
code: |
  day
"""
# What is planted, and the sentence it is found by.
LSP = [
    ("a question without an id", "id: day\n", "", "W608"),
    ("a field key nobody knows", "datatype: date", "datatipe: date", "E418"),
    ("a block key nobody knows", "question:", "qestion:", "E301"),
    ("Python that is none", "if day == '':", "if day == '' then", "E122"),
    ("a Mako tag that is never closed", "Which day was it?", "Which day was ${ it?", "E111"),
    ("a key said twice", "id: day\n", "id: day\nid: night\n", "E101"),
]
DAYAML = [
    ("a question without an id", "id: day\n", "", "EG414"),
    ("a block key nobody knows", "question:", "qestion:", "ERROR"),
    ("Python that is none", "if day == '':", "if day == '' then", "ERROR"),
    ("a Mako tag that is never closed", "Which day was it?", "Which day was ${ it?", "ERROR"),
]


def findings(name: str, folder: Path, yaml: str) -> tuple[int, str]:
    """Return the exit code and the words of linter `name` about `yaml`."""
    (folder / "planted.yml").write_text(yaml, encoding="utf-8")
    run = linter(name).check(folder)
    return run.returncode, run.stdout + run.stderr


def test_docassemble_lsp_finds_nothing_in_the_interview() -> None:
    run = linter("docassemble-lsp").check(INTERVIEWS)
    assert (run.returncode, run.stdout) == (0, ""), run.stdout


def test_docassemble_lsp_accepts_a_good_interview(tmp_path: Path) -> None:
    assert findings("docassemble-lsp", tmp_path, GOOD) == (0, "")


@pytest.mark.parametrize(("what", "good", "bad", "found"), LSP, ids=[row[0] for row in LSP])
def test_docassemble_lsp_finds(tmp_path: Path, what: str, good: str, bad: str, found: str) -> None:
    code, said = findings("docassemble-lsp", tmp_path, GOOD.replace(good, bad))
    assert code != 0
    assert found in said


@pytest.mark.newer_python
def test_dayamlchecker_finds_nothing_in_the_interview() -> None:
    assert linter("dayamlchecker").check(INTERVIEWS).returncode == 0


@pytest.mark.newer_python
def test_dayamlchecker_accepts_a_good_interview(tmp_path: Path) -> None:
    assert findings("dayamlchecker", tmp_path, GOOD)[0] == 0


@pytest.mark.newer_python
@pytest.mark.parametrize(("what", "good", "bad", "found"), DAYAML, ids=[row[0] for row in DAYAML])
def test_dayamlchecker_finds(tmp_path: Path, what: str, good: str, bad: str, found: str) -> None:
    code, said = findings("dayamlchecker", tmp_path, GOOD.replace(good, bad))
    assert code != 0
    assert found in said


def test_a_folder_without_an_interview_is_no_pass(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        linter("docassemble-lsp").check(tmp_path)
