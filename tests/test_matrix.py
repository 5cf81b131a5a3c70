"""The scripts that try several Pythons: a dead name is passed over, a failure is counted, a gap is said aloud."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CI = Path(__file__).parents[1] / ".ci"
HERE = sys.executable
OLD, NEW = f"3.11 {HERE}", f"3.12 {HERE}"
# Stands in for make: says what it was asked for, and fails for the words in FAIL.
MAKE = """#!/bin/sh
echo "asked: $*"
echo "7 passed, 2 deselected in 0.50s"
case "$*" in *"$FAIL"*) exit 1 ;; esac
"""


def program(path: Path, text: str) -> Path:
    """Write an executable script."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def matrix(folder: Path, *pythons: str, words: str = "", fail: str = "nothing") -> tuple[int, str]:
    """Run test-all in `folder` on a machine that has `pythons`; return its exit code and what it prints."""
    (folder / ".ci").mkdir()
    shutil.copy(CI / "test-all", folder / ".ci")
    shutil.copy(CI / "find-python", folder / ".ci")
    program(folder / ".ci" / "pythons", "#!/bin/sh\n" + "".join(f"echo '{one}'\n" for one in pythons))
    program(folder / "make", MAKE)
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "FAIL": fail}
    done = subprocess.run(
        [folder / ".ci" / "test-all", *words.split()],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_every_python_is_tried_and_counted(tmp_path: Path) -> None:
    code, said = matrix(tmp_path, NEW, OLD)
    assert code == 0
    assert said.count("docassemble.base not installed: passed (make test: 7 passed; 0 min)") == 2
    assert "Linters of the questions: passed" in said


@pytest.mark.parametrize("fail", ["VENV=.venv-3.12", "VENV=.venv-3.11", "lint-interviews"])
def test_one_failure_fails_the_whole(tmp_path: Path, fail: str) -> None:
    code, said = matrix(tmp_path, OLD, NEW, fail=fail)
    assert code == 1
    assert said.count("FAILED") == 1


@pytest.mark.parametrize(("there", "gap"), [(OLD, "Python 3.12"), (NEW, "Python 3.11")])
def test_a_missing_python_is_no_pass(tmp_path: Path, there: str, gap: str) -> None:
    code, said = matrix(tmp_path, there)
    assert code == 1
    assert "NOT TRIED" in said
    assert gap in said


def test_the_other_docassemble_is_tried_with_the_interview_only(tmp_path: Path) -> None:
    code, said = matrix(tmp_path, OLD, NEW, words="other")
    assert code == 0
    assert said.count("asked: engine PYTHON=") == said.count("asked: ") == 1


def test_a_machine_with_one_python_says_what_was_not_tried(tmp_path: Path) -> None:
    code, said = matrix(tmp_path, words="other")
    assert code == 0
    assert "NOT TRIED: the interview on another docassemble.base." in said


def test_a_dead_name_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path / "python3.12", "#!/bin/sh\nexit 127\n")
    (tmp_path / "python3.11").symlink_to(HERE)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "HOME": str(tmp_path)}
    said = subprocess.run(
        [CI / "pythons"], env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert f"{tmp_path}/python3.11" in said
    assert f"{tmp_path}/python3.12" not in said
