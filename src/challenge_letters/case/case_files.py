"""Reads a case file, and says in plain words what is wrong with one that cannot be used."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, get_args

from pydantic import BaseModel, ValidationError
from pydantic.json_schema import DEFAULT_REF_TEMPLATE

from challenge_letters.case.case import Case
from challenge_letters.case.fields import Facts
from challenge_letters.case.messages import message, quoted
from challenge_letters.case.problems import Problem
from challenge_letters.languages import texts, worded

# A file of everything that can be asked, with every box full, is far shorter, and holds far less.
LONGEST_FILE = 5_000_000
MOST_VALUES = 30_000
# What a computer reads as one number; a longer row of figures is none that anybody meant.
MOST_FIGURES = 15
MOST_MISTAKES = 20
LONGEST_NAME = 60
# Beside the case: the pages of the interview as they were answered.
SAVED = "saved"
# In place of the case: all of it, locked.
LOCKED = "locked"


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a case file: `where` it is ("problems, first, decision, days") and a sentence.

    `path` leads there in the file, without the kinds of problems.
    """

    where: str
    sentence: str
    message_id: str
    path: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class UnreadableCase(ValueError):  # noqa: N818 - the name says what is wrong
    """A case file that cannot be used; `mistakes` says why, one sentence each."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes

    @property
    def is_locked(self) -> bool:
        """Whether nothing is wrong but that the file is locked with six words."""
        return any(mistake.message_id == "locked" for mistake in self.mistakes)


def case_schema(ref_template: str = DEFAULT_REF_TEMPLATE) -> dict[str, Any]:
    """Return the JSON Schema of a case file, its parts under names that `ref_template` makes.

    The models are built when they are needed; a schema needs all, for the answers that stand as default.
    """
    for model in _models(Facts):
        model.model_rebuild()
    return Case.model_json_schema(ref_template=ref_template)


def _models(base: type[Facts]) -> Iterator[type[Facts]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def read_case(text: str) -> Case:
    """Return the case in the JSON `text`. Raises `UnreadableCase` with every mistake found.

    What the interview needs to go on where somebody stopped ("saved") is no part of the case.
    """
    return build_case({name: facts for name, facts in facts_in(text).items() if name != SAVED})


def read_case_file(path: Path) -> Case:
    """Return the case in the file at `path`.

    Raises `UnreadableCase`, and `UnicodeDecodeError` or `OSError` where it is no text that can be read.
    """
    return read_case(text_in(path))


def text_in(path: Path) -> str:
    """Return the text of the file at `path`, of which no more is read than a case file can be long.

    Raises `UnicodeDecodeError` or `OSError` where it is no text that can be read.
    """
    with path.open(encoding="utf-8-sig") as file:
        return file.read(LONGEST_FILE + 1)


def file_of(case: Case) -> bytes:
    """Return `case` as a file that can be read again, with what was told and nothing else."""
    return f"{case.model_dump_json(indent=2, exclude_unset=True)}\n".encode()


def build_case(facts: Mapping[str, Any]) -> Case:
    """Return the case made of `facts` (the shape of a case file). Raises `UnreadableCase`."""
    if LOCKED in facts:
        raise UnreadableCase(Mistake("", message("locked"), "locked"))
    if facts.get("format") != 1:
        raise UnreadableCase(Mistake("format", message("format"), "format"))
    try:
        return Case.model_validate(facts)
    except ValidationError as error:
        raise UnreadableCase(*mistakes_in(error)) from error


def mistakes_in(error: ValidationError) -> tuple[Mistake, ...]:
    """Return what `error` found wrong, in plain words, in the order of the file.

    The first twenty are told one by one, then how many more there are.
    """
    found = error.errors(include_url=False)
    mistakes = tuple(_mistake(one) for one in found[:MOST_MISTAKES])
    more = len(found) - len(mistakes)
    rest = (Mistake("", message("more-mistakes", count=more), "more-mistakes"),) if more else ()
    return mistakes + rest


def facts_in(text: str) -> Mapping[str, Any]:
    """Return the object in the JSON `text`, with no name twice. Raises `UnreadableCase`."""
    if len(text) > LONGEST_FILE:
        raise UnreadableCase(Mistake("", message("too-big", limit=f"{LONGEST_FILE:,}"), "too-big"))
    try:
        facts = json.loads(
            text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_a_short_number
        )
    except json.JSONDecodeError as error:
        sentence = message("not-json", line=error.lineno, column=error.colno)
        raise UnreadableCase(Mistake("", sentence, "not-json")) from error
    except RecursionError as error:
        raise UnreadableCase(Mistake("", message("too-deep"), "too-deep")) from error
    if not isinstance(facts, dict):
        raise UnreadableCase(Mistake("", message("not-an-object"), "not-an-object"))
    _refuse_too_many_values(facts)
    return facts


def _refuse_too_many_values(facts: Any) -> None:
    """Count what is in `facts`: each thing that is wrong with a value costs far more than the value."""
    count, waiting = 0, [facts]
    while waiting:
        inside = waiting.pop()
        values = inside.values() if isinstance(inside, dict) else inside
        count += len(inside)
        if count > MOST_VALUES:
            limit = f"{MOST_VALUES:,}"
            raise UnreadableCase(Mistake("", message("too-many-values", limit=limit), "too-many-values"))
        waiting += [value for value in values if isinstance(value, dict | list)]


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return `pairs` as an object; JSON would keep the last of two silently."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise UnreadableCase(Mistake("", message("twice", field=name), "twice"))
        found[name] = value
    return found


def _a_short_number(figures: str) -> int:
    return _no_number(figures) if len(figures) > MOST_FIGURES else int(figures)


def _no_number(value: str) -> NoReturn:
    raise UnreadableCase(Mistake("", message("not-a-number", value=value), "not-a-number"))


def _mistake(found: Mapping[str, Any]) -> Mistake:
    path = tuple(found["loc"])
    message_id, sentence = _sentence(found, path)
    return Mistake(_where(path), sentence, message_id, _without_kinds(path))


TYPE_MESSAGES = {
    "missing": "needed",
    "bool_parsing": "yes-or-no",
    "bool_type": "yes-or-no",
    "int_parsing": "whole-number",
    "int_type": "whole-number",
    "int_from_float": "whole-number",
    "int_parsing_size": "whole-number",
    "finite_number": "whole-number",
    "float_parsing": "hours-form",
    "float_type": "hours-form",
    "string_type": "text",
    "string_unicode": "signs",
    "tuple_type": "list",
    "model_type": "section",
    "model_attributes_type": "section",
    "dict_type": "section",
}


def _sentence(found: Mapping[str, Any], path: tuple[Any, ...]) -> tuple[str, str]:
    kind = found["type"]
    if kind == "literal_error":
        return "not-a-choice", message("not-a-choice", value=_as_in_the_file(found["input"]))
    if kind == "extra_forbidden":
        return _unknown_field(path)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(found)
    if kind in texts("case"):
        return kind, str(found["msg"])
    message_id = TYPE_MESSAGES.get(kind, "not-usable")
    return message_id, message(message_id)


def _as_in_the_file(value: Any) -> str:
    """Return what stands in the file: a text without its quotation marks, a list or section as such."""
    if isinstance(value, dict | list | tuple):
        return "{…}" if isinstance(value, dict) else "[…]"
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _unknown_field(path: tuple[Any, ...]) -> tuple[str, str]:
    field = str(path[-1])
    known = _fields_beside(path) if len(field) <= LONGEST_NAME else []
    near = difflib.get_close_matches(field, known, n=1, cutoff=0.6)
    if not near:
        return "unknown-field-alone", message("unknown-field-alone", field=field)
    return "unknown-field", message("unknown-field", field=field, nearest=near[0])


def _unknown_kind(found: Mapping[str, Any]) -> tuple[str, str]:
    kinds = ", ".join(sorted(_models_by_kind()))
    if found["type"] == "union_tag_not_found":
        return "no-kind", message("no-kind", kinds=kinds)
    return "unknown-kind", message("unknown-kind", value=found["ctx"]["tag"], kinds=kinds)


def _models_by_kind() -> dict[str, type[BaseModel]]:
    union = get_args(Problem)[0]
    return {get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(union)}


def _fields_beside(path: tuple[Any, ...]) -> list[str]:
    """Return the names that would have been known where the last part of `path` stands."""
    model: type[BaseModel] | None = Case
    for part in path[:-1]:
        if isinstance(part, int):
            continue
        model = _models_by_kind().get(part) or _model_inside(model, part)
    return list(model.model_fields) if model else []


def _model_inside(model: type[BaseModel] | None, field: str) -> type[BaseModel] | None:
    info = model.model_fields.get(field) if model else None
    return _first_model(info.annotation) if info else model


def _first_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_first_model(inner) for inner in get_args(annotation))
    return next((model for model in found if model), None)


def _where(path: tuple[Any, ...]) -> str:
    return ", ".join(_part(part) for part in _without_kinds(path))


def _without_kinds(path: tuple[Any, ...]) -> tuple[Any, ...]:
    kinds = _models_by_kind()
    return tuple(part for part in path if part not in kinds)


def _part(part: Any) -> str:
    if isinstance(part, int):
        ordinals = texts("case-files")["ordinals"]
        return str(ordinals[part]) if part < len(ordinals) else worded("case-files.further", number=part + 1)
    return quoted(str(part)).replace("_", " ")
