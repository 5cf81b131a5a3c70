"""A kind of letter is added in at most five places, and works; taken away again, nothing of it is left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.letter_kinds import new_kind

MOST_PLACES = 5
EXAMPLE = f"examples/{new_kind.KIND}.json"
# What the interview knows of the kind, in the tree that this is run in.
INTERVIEW = """
from challenge_letters.interview.next_ways import NEXT_GROUPS, WAYS
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.texts import labels, row_label
print(NEXT_GROUPS["somebody-else"], WAYS["thanks"].pages, PAGES["thank-what"].attributes)
print(labels("next_kind")["thanks"], "|", row_label("thank-what", "thank_to_whom"))
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = new_kind.copy_of_the_tree(tmp_path_factory.mktemp("tree"))
    new_kind.add(made)
    return made


def run(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{tree / 'src'}{os.pathsep}{new_kind.TOP}"}
    return subprocess.run(
        [sys.executable, *words], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )


def program(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(tree, "-m", "challenge_letters", *words)


def test_a_kind_is_added_in_at_most_five_places() -> None:
    assert len(new_kind.ADDED) <= MOST_PLACES


def test_the_page_on_adding_things_names_just_these_places() -> None:
    page = (new_kind.TOP / "docs" / "how-to-add.md").read_text("utf-8")
    chapter = page.partition("## A letter")[2].partition("\n## ")[0]
    named = [place.replace(new_kind.KIND, "KIND") for place in new_kind.ADDED]

    assert [place for place in named if f"`{place}`" not in chapter] == []


def test_the_law_and_the_templates_pass_the_check_with_it(tree: Path) -> None:
    done = program(tree, "check")

    assert (done.returncode, done.stderr) == (0, "")


def test_it_is_planned(tree: Path) -> None:
    said = program(tree, "plan", EXAMPLE, "--as-at", "2026-11-23").stdout

    assert "Letter of thanks (thanks). This letter says thank you." in said
    assert "Post it or hand it in." in said


def test_it_is_written(tree: Path) -> None:
    done = program(tree, "write", EXAMPLE, "--out", "letters", "--as-at", "2026-11-23")

    assert done.returncode == 0, done.stderr
    written = (tree / "letters" / "thanks.txt").read_text("utf-8")
    assert "Dear Jo Sample, thank you. You listened to me." in written


def test_what_it_needs_is_asked_for(tree: Path) -> None:
    case = (tree / EXAMPLE).read_text("utf-8").replace("You listened to me.", "")
    (tree / "examples" / "no-words.json").write_text(case, "utf-8")

    said = program(tree, "plan", "examples/no-words.json", "--as-at", "2026-11-23").stdout

    assert "Letter of thanks: Say in a sentence what they did for you." in said


def test_the_interview_offers_it_and_asks_for_it(tree: Path) -> None:
    done = run(tree, "-c", INTERVIEW)

    assert done.stdout.splitlines() == [
        "('mp', 'authority', 'thanks') ('thank-what',) ('thank_to_whom', 'thank_what_they_did')",
        "Somebody helped me, and I want to thank them | Whom you thank",
    ], done.stderr


def test_its_questions_pass_the_tests_of_the_questions(tree: Path) -> None:
    tests = new_kind.TOP / "tests" / "interview" / "test_yaml.py"
    words = ("-q", "-n0", "-p", "no:cacheprovider", "-k", "thank-what or every_page", f"{tests}")

    done = run(tree, "-m", "pytest", *words)

    assert done.returncode == 0, done.stdout


def test_taken_away_again_nothing_of_it_is_left(tmp_path: Path) -> None:
    made = new_kind.copy_of_the_tree(tmp_path)
    new_kind.add(made)
    new_kind.take_away(made)

    kinds = run(made, "-c", "from challenge_letters.letter_kinds.kinds import KINDS; print(*KINDS)").stdout
    names = [path for path in made.rglob("*") if "thank" in path.name]

    assert (kinds.split()[-1], names) == ("authority", [])
