"""A text is found by its key and filled in, or the mistake is named; every key that code names is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from challenge_letters import languages
from challenge_letters.cli import main
from challenge_letters.languages import (
    MissingSlot,
    UnknownText,
    english,
    files,
    in_language,
    slots_of,
    worded,
)

SOURCE = Path(languages.__file__).parents[1]
IN_TEMPLATES = re.compile(r"(?:worded|marked)\(\"([\w.-]+)\"")


def _keys() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func) in ("worded", "marked")
            if is_call and isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                yield node.args[0].value  # type: ignore[attr-defined]
    for path in SOURCE.rglob("*.html"):
        yield from IN_TEMPLATES.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", sorted(set(_keys())))
def test_every_key_that_is_named_in_code_has_its_text(key: str) -> None:
    assert languages._text(key)


def test_the_search_above_finds_keys_in_code_and_in_templates() -> None:
    assert {"law.as-at.passed", "web.start.heading", "web.frame.kept-until"} <= set(_keys())


@pytest.mark.parametrize("file", files())
def test_the_braces_of_every_text_are_as_they_must_be(file: str) -> None:
    for _, text in languages._leaves(english(file)):
        slots_of(text)


def test_a_text_is_filled_in() -> None:
    assert worded("law.unknown-nation", nation="mars", nations="wales") == (
        "There is no nation called 'mars' here: use one of wales."
    )


@pytest.mark.parametrize(
    "key", ["law.nothing-like-it", "law.as-at", "nowhere.passed", "law.as-at.passed.more"]
)
def test_an_unknown_key_is_named(key: str) -> None:
    with pytest.raises(
        UnknownText, match=re.escape(repr(key.split(".", maxsplit=1)[0] if key[0] == "n" else key))
    ):
        worded(key)


def test_a_slot_that_nobody_fills_is_named() -> None:
    with pytest.raises(MissingSlot, match=r"'law\.from-day' has a slot 'day'"):
        worded("law.from-day")


def test_a_record_keeps_its_own_words_in_english() -> None:
    assert in_language("letter-kinds", "complaint", {"name": "Complaint"}) == {"name": "Complaint"}


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_has_its_help(name: str) -> None:
    held = languages.texts("command-line")
    options = {
        max(each.opts, key=len).removeprefix("--")
        for each in main.commands[name].params
        if each.param_type_name == "option"
    }

    assert held["commands"][name]["says"]
    assert options <= held["options"].keys() | held["commands"][name].get("options", {}).keys()


def test_no_help_is_there_for_a_command_that_is_not() -> None:
    assert set(languages.texts("command-line")["commands"]) == set(main.commands)
