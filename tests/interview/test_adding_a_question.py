"""A question is added in at most three places, and works; taken away again, nothing of it is left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interview import new_question
from tests.letter_kinds.new_kind import TOP, copy_of_the_tree

MOST_PLACES = 3
# Somebody tells of a missed call and answers the new questions; then everything that shows or keeps them.
TOLD = """
import json
from dataclasses import replace
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.check_answers import groups_of
from challenge_letters.interview.saving import case_file, read_saved
from challenge_letters.interview.bridge import facts_of
from tests import examples
from tests.interview.walking import answers_for, journey_for

case = examples.case_of("call-without-time")
call = case.problems[0].call.model_copy(
    update={"had_signal": "no", "signal_words": "None in the lift.", "rang_for": 2}
)
case = case.model_copy(update={"problems": (case.problems[0].model_copy(update={"call": call}),)})
journey = journey_for(case, examples.AS_AT)
heard = case_of(journey).problems[0].call
rows = [row for group in groups_of(journey) for row in group.rows]
saved = read_saved(case_file(journey, facts_of(journey)).decode())
print(json.dumps({
    "pages": [one.visit.page.id for one in journey.visited if one.visit.page.id in ("call", "signal")],
    "case": [heard.had_signal, heard.signal_words, heard.rang_for],
    "rows": [[row.label, row.text, row.variable] for row in rows if "signal" in row.variable or "call_minutes" in row.variable],
    "saved": saved.pages["problems/0/signal"],
    "again": [one.visit.key for one in saved.journey(examples.AS_AT).visited] == [one.visit.key for one in journey.visited],
}))
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_of_the_tree(tmp_path_factory.mktemp("tree"))
    new_question.add(made)
    return made


def run(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{TOP}"}
    return subprocess.run(
        [sys.executable, *words], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )


def test_a_question_is_added_in_at_most_three_places() -> None:
    assert len(new_question.ADDED) <= MOST_PLACES


def test_the_page_on_adding_things_names_just_these_places() -> None:
    page = (TOP / "docs" / "how-to-add.md").read_text("utf-8")
    chapter = page.partition("## A question on any other page")[2].partition("\n## ")[0]
    rows = [line for line in chapter.splitlines() if line.startswith("| `")]
    named = ["interview/questions/TOPIC.yaml", "case/", "interviews/TOPIC.yml"]

    assert len(rows) == MOST_PLACES
    assert [name for name, row in zip(named, rows, strict=True) if f"{name}`" not in row] == []


def test_it_is_asked_shown_again_and_goes_into_the_case_and_the_file(tree: Path) -> None:
    done = run(tree, "-c", TOLD)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "pages": ["call", "signal"],
        "case": ["no", "None in the lift.", 2],
        "rows": [
            ["How long it rang", "2 minutes", "a.problems[0].call_minutes"],
            ["A signal where you were", "No", "a.problems[0].had_signal"],
            ["More about the signal", "None in the lift.", "a.problems[0].signal_words"],
        ],
        "saved": {"had_signal": "no", "signal_words": "None in the lift."},
        "again": True,
    }


def test_the_questions_and_their_records_pass_their_tests(tree: Path) -> None:
    tests = [str(TOP / "tests" / "interview" / name) for name in ("test_yaml.py", "test_question_records.py")]
    words = ("-q", "-n0", "-p", "no:cacheprovider", "-k", "signal or call or every_page or names or raw")

    done = run(tree, "-m", "pytest", *words, *tests)

    assert done.returncode == 0, done.stdout


def test_taken_away_again_nothing_of_it_is_left(tmp_path: Path) -> None:
    made = copy_of_the_tree(tmp_path)
    new_question.add(made)
    new_question.take_away(made)

    known = "from challenge_letters.interview.pages import PAGES; print('signal' in PAGES)"
    assert run(made, "-c", known).stdout == "False\n"
    assert [path for path in made.rglob("*.y*ml") if "had_signal" in path.read_text("utf-8")] == []
