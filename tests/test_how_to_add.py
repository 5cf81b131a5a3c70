"""The page on adding things names files that are there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from challenge_letters.letter_kinds.kinds import KINDS

TOP = Path(__file__).parents[1]
PAGE = (TOP / "docs" / "how-to-add.md").read_text("utf-8")
# A thing that is added, in the place of which any other of its kind can stand.
PLACEHOLDERS = {"KIND": "authority", "TOPIC": "reasons"}
NAMED = sorted(set(re.findall(r"`([\w/*.-]+(?:\.(?:py|yaml|yml|docx|json)|/))`", PAGE)))
ROOTS = (TOP, TOP / "src" / "challenge_letters", TOP / "src" / "challenge_letters" / "law")
TESTS = ("tests/law", "tests/letter_kinds", "tests/interview")


@pytest.mark.parametrize("name", NAMED)
def test_every_file_it_names_is_there(name: str) -> None:
    for placeholder, one in PLACEHOLDERS.items():
        name = name.replace(placeholder, one)
    folders = (*ROOTS, *(TOP / folder for folder in TESTS))
    if name == "examples/authority.json":
        name = "examples/*.json"

    assert any(any(folder.glob(name.rstrip("/"))) for folder in folders), name


def test_the_readme_says_which_way_imports_go_as_the_linter_holds_it() -> None:
    contract = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    layers = [layer.removeprefix("challenge_letters.") for layer in contract["layers"]]
    rooms = [layer for layer in layers if layer not in ("cli_centre", "cli_options", "checking_language")]

    assert f"    {' > '.join(rooms)}\n" in (TOP / "README.md").read_text("utf-8")


def test_the_readme_lists_every_letter() -> None:
    readme = (TOP / "README.md").read_text("utf-8").casefold()

    assert [kind.name for kind in KINDS.values() if f"| {kind.name.casefold()} |" not in readme] == []
