"""Every message that a check can name is in its catalogue: a missing one is a page that breaks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import challenge_letters
from challenge_letters.interview.texts import page_texts
from challenge_letters.languages import texts

SOURCE = Path(challenge_letters.__file__).parent
MODULES = sorted(path for room in ("case", "interview") for path in (SOURCE / room).glob("*.py"))
# Calls that take the id of a message, and where it stands among their arguments.
TAKES_A_MESSAGE = {"message": 0, "_refuse": 0, "PydanticCustomError": 0, "_checked_amount": 2}


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Yield every text that `node` can come to: "x", or both sides of "x if y else z"."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def _named_in_calls(tree: ast.AST, places: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
            yield from _texts(node.args[places[node.func.id]] if node.args else None)


def _returned_by_checks(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.FunctionDef)
            and ast.unparse(node.returns or ast.Constant("")) == "str | None"
        ):
            returns = (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return))
            yield from (text for value in returns for text in _texts(value))
        if isinstance(node, ast.Lambda):
            yield from _texts(node.body)


def _tree(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def _named(path: Path) -> set[str]:
    return set(_named_in_calls(_tree(path), TAKES_A_MESSAGE)) | set(_returned_by_checks(_tree(path)))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_message_a_check_names_is_in_the_catalogue(path: Path) -> None:
    assert _named(path) <= set(texts("case"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_sentence_of_the_interview_is_in_its_catalogue(path: Path) -> None:
    assert set(_named_in_calls(_tree(path), {"sentence": 0})) <= set(page_texts()["messages"])


def test_the_search_above_finds_those_that_were_missing_once() -> None:
    found = set().union(*(_named(path) for path in MODULES))

    assert {"minutes-range", "hours-range", "too-many-entries", "needed", "date-form", "no-such-day"} <= found
    assert len(found) > 25
