"""Refuses at start whatever the YAML asks for that this host does not do, with the block's id.

An allow-list over the YAML itself: a directive that nobody has built and tested here is a refusal, not a
surprise in the middle of somebody's letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from challenge_letters.places import DOCASSEMBLE_PACKAGE

Block = Mapping[str, Any]


def _listed(words: str) -> frozenset[str]:
    return frozenset(" ".join(words.split()).split(", "))


BLOCK_KEYS = _listed(
    """
    metadata, features, modules, imports, objects, include, default language, translations, default
    screen parts, default validation messages, interview help, order, reset, comment, id, mandatory,
    initial, code, event, need, reconsider, undefine, depends on, if, question, subquestion, under,
    pre, post, help, css class, language, generic object, supersedes, scan for variables, on change,
    fields, field, choices, buttons, default, datatype, required, yesno, noyes, yesnomaybe,
    noyesmaybe, continue button field, continue button label, validation code, prevent going back,
    template, subject, content, validation messages, none of the above
    """
)
FEATURES = _listed(
    """
    cache documents, question back button, navigation back button, progress bar, navigation,
    question help button, labels above fields, loop limit, recursion limit, small screen navigation,
    use catchall, suppress autofill, hide standard menu, hide corner interface, centered, debug, css
    """
)
MUST_BE_FALSE = _listed(
    """
    progress bar, navigation, debug, cache documents
    """
)
FIELD_KEYS = _listed(
    """
    label, field, no label, datatype, input type, choices, code, exclude, default, hint, help,
    required, rows, min, max, minlength, maxlength, validate, validation messages, none of the
    above, label above field, note, html, raw html, field metadata, currency symbol
    """
)
LOOKS_LIKE_A_LABEL_BUT_IS_NOT = _listed(
    """
    show if, hide if, enable if, disable if, js show if, js hide if, js enable if, js disable if,
    disable others, uncheck others, check others, address autocomplete, shuffle, all of the above,
    object labeler, help generator, image generator, accept, action, disabled, under text, css
    class, grid, item grid, floating label, inline, inline width, step, scale, group, trigger at,
    maximum image size, image upload type, file css class, private, persistent, allow users, allow
    privileges, using, keep for training, extras
    """
)
DATATYPES = _listed(
    """
    text, raw, area, date, integer, number, currency, email, checkboxes, yesno, noyes, yesnowide,
    noyeswide, yesnoradio, noyesradio, yesnomaybe, noyesmaybe, radio, dropdown, boolean, threestate
    """
)
INPUT_TYPES = _listed(
    """
    area, radio, dropdown, text
    """
)
BUTTON_ENDINGS = _listed(
    """
    exit, restart, leave, continue, new_session
    """
)
OTHER_SCREEN_PARTS = _listed(
    """
    right, logo, short logo, navigation bar html, footer, submit
    """
)


@dataclass(frozen=True)
class Refusal:
    """One thing the host does not do: the block's id, or its place in the file, and what it is."""

    block: str
    reason: str

    def __str__(self) -> str:
        return f"{self.block}: {self.reason}"


class UnsupportedInterview(Exception):  # noqa: N818
    """The interview asks for things this host does not do; `refusals` lists all of them."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        lines = "\n  ".join(str(one) for one in refusals)
        super().__init__(f"This server cannot run the interview:\n  {lines}")
        self.refusals = refusals


def refuse_unsupported(folder: Path, name: str) -> None:
    """Raise UnsupportedInterview when `name`, or a file it includes, asks for what the host does not do."""
    found = tuple(refusals(folder, name))
    if found:
        raise UnsupportedInterview(found)


def refusals(folder: Path, name: str) -> Iterator[Refusal]:
    """Yield everything in `name` and the files it includes that the host does not do."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        path = folder / current
        if not path.is_file():
            yield Refusal(current, f"there is no such file in {folder}")
            continue
        yield from _refusals_in(path, waiting)


def blocks_of(path: Path) -> list[Any]:
    """Return the blocks of the YAML file at `path`. Raises yaml.YAMLError."""
    text = path.read_text(encoding="utf-8")
    return list(yaml.load_all(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _refusals_in(path: Path, waiting: list[str]) -> Iterator[Refusal]:
    if path.read_text(encoding="utf-8").startswith("# use jinja"):
        yield Refusal(path.name, "Jinja in the YAML file")
        return
    try:
        blocks = blocks_of(path)
    except yaml.YAMLError as bad:
        yield Refusal(path.name, f"cannot be read as YAML: {' '.join(str(bad).split())}")
        return
    for place, block in enumerate(blocks, start=1):
        if isinstance(block, dict):
            where = str(block.get("id") or f"{path.name}, block {place}")
            waiting.extend(_included(block))
            yield from (Refusal(where, reason) for reason in _reasons(block))


def _included(block: Block) -> Iterator[str]:
    listed = block.get("include") or []
    for name in [listed] if isinstance(listed, str) else listed:
        yield str(name).removeprefix(f"{DOCASSEMBLE_PACKAGE}:").removeprefix("data/questions/")


def _reasons(block: Block) -> Iterator[str]:
    yield from (f"{key!r}" for key in block if key not in BLOCK_KEYS)
    yield from _feature_reasons(block.get("features") or {})
    yield from _screen_part_reasons(block)
    yield from _question_reasons(block)
    fields = block.get("fields") or []
    for field in fields if isinstance(fields, list) else [fields]:
        yield from _field_reasons(field)


def _feature_reasons(features: Block) -> Iterator[str]:
    for key, value in features.items():
        if key not in FEATURES or (key in MUST_BE_FALSE and value):
            yield f"feature {key!r}" + (f" set to {value}" if key in FEATURES else "")


def _screen_part_reasons(block: Block) -> Iterator[str]:
    for holder in ("default screen parts", "metadata"):
        parts = block.get(holder) or {}
        yield from (f"{holder}: {key!r}" for key in parts if key in OTHER_SCREEN_PARTS)


def _question_reasons(block: Block) -> Iterator[str]:
    if "field" in block and "choices" not in block and "buttons" not in block:
        yield "'field' without choices or buttons"
    if "datatype" in block and "fields" not in block:
        yield "'datatype' outside a field"
    yield from _choice_reasons(block.get("buttons") or [], is_buttons=True)
    yield from _choice_reasons(block.get("choices") or [], is_buttons=False)


def _choice_reasons(choices: Any, *, is_buttons: bool) -> Iterator[str]:
    if isinstance(choices, dict) and "code" not in choices:
        yield "choices that are not a list"
    for choice in choices if isinstance(choices, list) else []:
        if isinstance(choice, dict):
            yield from (
                f"choice with {key!r}" for key in choice if key in ("image", "url", "color", "show if")
            )
            yield from _ending_reasons(choice, is_buttons=is_buttons)


def _ending_reasons(choice: Block, *, is_buttons: bool) -> Iterator[str]:
    for value in choice.values():
        if isinstance(value, dict) or (value in ("signin", "register", "logout", "refresh") and is_buttons):
            yield f"button that does {value!r}"


def _field_reasons(field: Any) -> Iterator[str]:
    if not isinstance(field, dict):
        yield "fields made by code"
        return
    yield from (f"field with {key!r}" for key in field if key in LOOKS_LIKE_A_LABEL_BUT_IS_NOT)
    labels = [key for key in field if key not in FIELD_KEYS | LOOKS_LIKE_A_LABEL_BUT_IS_NOT]
    if len(labels) > 1:
        yield f"field with {labels[1]!r}"
    if not labels and not {"field", "note", "html", "raw html", "no label"} & field.keys():
        yield "fields made by code"
    yield from _type_reasons(field)


def _type_reasons(field: Block) -> Iterator[str]:
    datatype, shape = field.get("datatype", "text"), field.get("input type")
    if datatype not in DATATYPES:
        yield f"datatype {datatype!r}"
    if shape is not None and shape not in INPUT_TYPES:
        yield f"input type {shape!r}"
    yield from _limit_reasons(field, str(datatype))
    yield from _choice_reasons(field.get("choices") or [], is_buttons=False)


def _limit_reasons(field: Block, datatype: str) -> Iterator[str]:
    if datatype == "checkboxes":
        # The stock server never calls validate for checkboxes; counting ticks is not built here.
        yield from (
            f"checkboxes with {key!r}" for key in ("validate", "minlength", "maxlength") if key in field
        )
    if datatype == "date":
        yield from (f"date with {key!r}; use validate" for key in ("min", "max") if key in field)
