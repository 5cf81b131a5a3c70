"""A second language is one folder and no code: whoever chooses it sees it everywhere but in the letters."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from challenge_letters.languages import LANGUAGE
from tests.languages.left_in_code import SENTENCE_WORDS, WORD
from tests.languages.made_up import write_language

EXAMPLES = Path(__file__).parents[2] / "examples"
ILL = EXAMPLES / "missed-appointment-ill.json"
MONDAY = ("--as-at", "2026-11-23")
INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_language(tmp_path_factory.mktemp("languages") / "brackets")


def run(language: object, *words: object) -> subprocess.CompletedProcess[str]:
    """Run `python` with `words` in the language of that folder or name."""
    chosen = {**os.environ, LANGUAGE: str(language)}
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=chosen)


def program(language: object, *words: object) -> subprocess.CompletedProcess[str]:
    return run(language, "-m", "challenge_letters", *words)


def left_in_english(shown: str) -> list[str]:
    """Return the lines that are not wholly in the made-up language: four words or more outside brackets."""
    while INNERMOST.search(shown):
        shown = INNERMOST.sub("", shown)
    return [
        line
        for line in shown.splitlines()
        if sum(map(bool, map(WORD.fullmatch, line.split()))) >= SENTENCE_WORDS
    ]


def test_a_plan_is_told_in_the_language(made_up: Path) -> None:
    done = program(made_up, "plan", ILL, *MONDAY)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("⟦Send now⟧\n  - ⟦")
    assert left_in_english(done.stdout) == []


@pytest.mark.parametrize("case", ["password-demand.json", "warned-caring.json", "records-late.json"])
def test_other_plans_are_told_in_the_language(made_up: Path, case: str) -> None:
    done = program(made_up, "plan", EXAMPLES / case, *MONDAY)

    assert left_in_english(done.stdout) == []


def test_a_deadline_is_told_in_the_language(made_up: Path) -> None:
    done = program(made_up, "deadline", "mandatory-reconsideration", "2027-01-31", "--nation", "wales")

    assert left_in_english(done.stdout) == []
    assert done.stdout.count("⟦") >= 2


def test_help_is_told_in_the_language(made_up: Path) -> None:
    listed, shown = program(made_up, "--help").stdout, program(made_up, "plan", "--help").stdout

    assert "⟦Write letters for people" in listed
    assert "plan  " in listed
    assert "⟦Show what to do" in shown
    assert "⟦Who signs, of the advisers" in " ".join(shown.split())


def test_what_is_wrong_with_a_file_is_told_in_the_language(made_up: Path, tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text('{"format": 1, "nation": "atlantis"}', encoding="utf-8")
    done = program(made_up, "plan", tmp_path / "case.json")

    assert done.returncode == 2
    assert "⟦" in done.stderr
    assert left_in_english(done.stderr) == []


def test_the_page_of_the_law_and_the_check_page_are_told_in_the_language(made_up: Path) -> None:
    done = run(
        made_up,
        "-c",
        "from datetime import date\n"
        "from challenge_letters.letters.law_page import law_page_html\n"
        "from challenge_letters.interview.texts import labels, row_label\n"
        "from challenge_letters.letter_kinds.kinds import KINDS\n"
        "print(law_page_html(on=date(2026, 11, 23), nation='wales'))\n"
        "print(row_label('for-whom', 'benefit'), labels('benefit')['universal-credit'])\n"
        "print(KINDS['complaint'].name)\n",
    )

    assert "<h2>⟦What the letters can name⟧</h2>" in done.stdout
    assert "<p>⟦This is the law a letter can name" in done.stdout
    assert done.stdout.splitlines()[-2:] == ["⟦Benefit⟧ ⟦Universal Credit⟧", "⟦Complaint⟧"]


def test_a_page_of_the_server_is_told_in_the_language(made_up: Path) -> None:
    done = run(
        made_up,
        "-c",
        "from challenge_letters.web.app import create_app\n"
        "from challenge_letters.web.settings import Settings\n"
        "pages = create_app(Settings.from_environment()).test_client()\n"
        "print(*(pages.get(path).get_data(as_text=True) for path in ('/', '/privacy', '/nowhere')))\n",
    )

    assert "<h1>⟦Write a letter about a sanction⟧</h1>" in done.stdout
    assert "<h1>⟦What happens to your answers⟧</h1>" in done.stdout
    assert "<h1>⟦There is no such page⟧</h1>" in done.stdout


def test_the_letters_stay_in_english(made_up: Path, tmp_path: Path) -> None:
    for name, language in (("english", "en"), ("brackets", made_up)):
        assert program(language, "write", ILL, "--out", tmp_path / name, *MONDAY).returncode == 0
    letters = [
        (tmp_path / name / "mandatory-reconsideration.txt").read_text(encoding="utf-8")
        for name in ("english", "brackets")
    ]

    assert letters[0] == letters[1]


def test_check_is_content_with_a_whole_language(made_up: Path) -> None:
    named = program(made_up, "check").stderr

    assert [line for line in named.splitlines() if made_up.name in line] == []


def test_what_a_language_lacks_is_said_in_english_and_named(tmp_path: Path) -> None:
    part = tmp_path / "part"
    part.mkdir()
    said = {"report": {"send-now": "Anfon nawr", "sent-now": "?"}, "unwritten": {"no-demand": "{nobody}"}}
    (part / "plan.yaml").write_text(yaml.safe_dump(said), encoding="utf-8")

    shown = program(part, "plan", ILL, *MONDAY).stdout
    named = program(part, "check").stderr.splitlines()

    assert shown.startswith("Anfon nawr\n  - ")
    assert "\nTime limits\n" in shown
    assert "part: plan.report.later is not there, so it is said in English." in named
    assert "part: letter-kinds.complaint.name is not there, so it is said in English." in named
    assert "part: plan.report.send-now is not there, so it is said in English." not in named
    assert "part: plan.report.sent-now is asked for by nobody, or has a {slot} that nobody fills." in named
    assert (
        "part: plan.unwritten.no-demand is asked for by nobody, or has a {slot} that nobody fills." in named
    )


def test_a_language_that_is_not_there_earns_a_sentence() -> None:
    done = program("klingon", "plan", ILL, *MONDAY)

    assert done.returncode == 2
    assert done.stderr == (
        "CHALLENGE_LETTERS_LANGUAGE: there is no language called klingon. "
        "Name one of these, or the folder of another: en.\n"
    )
