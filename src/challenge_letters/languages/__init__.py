"""Every text for people, by its key, in the language that was chosen.

A language is one folder with one file for each room: `en/` holds all there is. Another folder beside it, or
anywhere, may hold the same files in other words, whole or in part: what it lacks, or says with a slot that
nobody fills, is said in English.
`CHALLENGE_LETTERS_LANGUAGE` names the folder; a process speaks one language.

A key is the file and the way inside it: `plan.warnings.deadline.text`. {braces} are slots, filled in by the
program. A file is read when the first of its texts is asked for.
"""
# ruff: noqa: N818 - the names say what is wrong

from __future__ import annotations

import os
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from challenge_letters.yaml_files import read_yaml

HERE = Path(__file__).parent
ENGLISH = HERE / "en"
LANGUAGE = "CHALLENGE_LETTERS_LANGUAGE"


class UnknownText(KeyError):
    """No language has a text under the key: a mistake in the program."""

    def __str__(self) -> str:
        return f"There is no text {self.args[0]!r} in {ENGLISH}."


class MissingSlot(KeyError):
    """A text has a slot that nobody fills: a mistake in the program, or in a language."""

    def __init__(self, key: str, slot: object) -> None:
        super().__init__(key, slot)

    def __str__(self) -> str:
        return "The text {!r} has a slot {!r} that is not filled in.".format(*self.args)


def worded(key: str, /, **slots: object) -> str:
    """Return the text `key` with its `slots` filled in. Raises UnknownText and MissingSlot."""
    return filled(_text(key), key, **slots)


def filled(text: str, key: str, /, **slots: object) -> str:
    """Return `text`, which stands under `key`, with its `slots` filled in. Raises MissingSlot."""
    try:
        return text.format(**slots)
    except (KeyError, IndexError) as slot:
        raise MissingSlot(key, slot.args[0]) from slot


@cache
def texts(file: str) -> Mapping[str, Any]:
    """Return all texts of one file, as they stand: the slots are not filled in. Raises UnknownText."""
    if not (ENGLISH / f"{file}.yaml").is_file():
        raise UnknownText(file)
    whole = _read(ENGLISH, file)
    return MappingProxyType(whole if folder() == ENGLISH else _over(whole, _read(folder(), file)))


@cache
def folder() -> Path:
    """Return the folder of the language that was chosen; that of English where there is none of that name."""
    named = _named()
    return named if named.is_dir() else ENGLISH


def unknown_language() -> str:
    """Return one sentence where the language that was chosen has no folder, or ""."""
    if _named().is_dir():
        return ""
    known = ", ".join(sorted(path.name for path in HERE.iterdir() if any(path.glob("*.yaml"))))
    return worded("command-line.no-language", setting=LANGUAGE, name=os.environ[LANGUAGE], known=known)


def _named() -> Path:
    """Return the folder that was named: by its name beside English, or by its whole path."""
    named = os.environ.get(LANGUAGE, "").strip() or ENGLISH.name
    return HERE / named if Path(named).name == named else Path(named)


def english(file: str) -> Mapping[str, Any]:
    """Return all texts of one file in English, as they stand."""
    return _read(ENGLISH, file)


def in_language(file: str, record_id: str, ours: Mapping[str, Any]) -> dict[str, Any]:
    """Return the texts of a record, whose English stands in the record itself, in the language chosen.

    A language has them in `file`, under the id of the record, in the same shape.
    """
    if folder() == ENGLISH:
        return dict(ours)
    return _over(ours, _read(folder(), file).get(record_id, {}))


def lacking(file: str, ours: Mapping[str, Any]) -> Iterator[str]:
    """Yield the key of each text of `file`, of which `ours` are in English, that the language has not."""
    theirs = dict(_leaves(_read(folder(), file)))
    yield from (f"{file}.{key}" for key, _ in _leaves(ours) if folder() != ENGLISH and key not in theirs)


def misfits(file: str, ours: Mapping[str, Any]) -> Iterator[str]:
    """Yield the key of each text of the language chosen that nobody asks for, or with a slot nobody fills."""
    known = dict(_leaves(ours))
    for key, text in _leaves(_read(folder(), file)):
        if key not in known or not fits(text, known[key]):
            yield f"{file}.{key}"


def files() -> tuple[str, ...]:
    """Return the names of the files of texts, as `texts` wants them."""
    return tuple(sorted(path.stem for path in ENGLISH.glob("*.yaml")))


def fits(other: object, english: object) -> bool:
    """Whether every slot of `other` is filled in where `english` is said."""
    try:
        return slots_of(other) <= slots_of(english)
    except ValueError:
        return False


def slots_of(text: object) -> frozenset[str]:
    """Return the names of the slots in `text`; raises ValueError where its braces are not as they must be."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(str(text)) if name is not None)


@cache
def _text(key: str) -> str:
    file, *way = key.split(".")
    found: Any = texts(file)
    for step in way:
        if not isinstance(found, Mapping) or step not in found:
            raise UnknownText(key)
        found = found[step]
    if not isinstance(found, str):
        raise UnknownText(key)
    return found


def _read(language: Path, file: str) -> dict[str, Any]:
    path = language / f"{file}.yaml"
    return dict(read_yaml(path) or {}) if path.is_file() else {}


def _over(english: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return `english` with what `other` says in its place, text by text, and what only `other` has."""
    both = {key: _in_place(value, other[key]) for key, value in english.items() if key in other}
    return {**english, **other, **both}


def _in_place(english: Any, other: Any) -> Any:
    """Return what `other` says for `english`; the English where a slot of it would stay empty."""
    if isinstance(english, Mapping):
        return _over(english, other) if isinstance(other, Mapping) else english
    return other if fits(other, english) else english


def _leaves(whole: Mapping[str, Any], way: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in whole.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{way}{key}.")
        else:
            yield f"{way}{key}", value
