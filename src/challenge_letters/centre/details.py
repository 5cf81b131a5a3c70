"""Reads centre.toml: who the centre is, who signs, and what goes with each of its letters."""

from __future__ import annotations

import difflib
import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.case_files import TYPE_MESSAGES
from challenge_letters.case.fields import Address, Email, Facts, Line, Phone
from challenge_letters.case.messages import message
from challenge_letters.languages import texts, worded

FILE = "centre.toml"
MOST_BYTES = 100_000
PLACES = frozenset({"number", "year", "yy", "initials"})
TABLE = re.compile(r"\s*(\[{1,2})\s*([\w.-]+)\s*\]{1,2}")
KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")


def _is_filled_in(name: str) -> str:
    if not name:
        raise PydanticCustomError("needed", message("needed"))
    return name


Shown = Literal["name", "address", "phone", "email"]
SHOWN: tuple[str, ...] = get_args(Shown)
Name = Annotated[Line, AfterValidator(_is_filled_in)]
# What people type that no line of this format may hold, by the message that says so.
TYPED = {
    "curly": re.compile(r"[^#\"]*[“”„‘’]"),
    "true-false": re.compile(r"\s*[\w-]+\s*=\s*(yes|no|true|false)\b", re.IGNORECASE),
}
# Errors about the details as a whole, and the key that each is about.
KEY_OF = {"centre-signs": ("signs",), "centre-reference": ("reference",)}


class Adviser(Facts):
    """One who signs letters of the centre. What is left empty is the centre's."""

    name: Name
    initials: Line = ""
    phone: Phone = ""
    email: Email = ""


class Centre(Facts):
    """The details of an advice centre.

    `reference` is the pattern of its references, like "TAC/{yy}/{number}". `signs` names the adviser who
    signs where nobody else is named; the first one otherwise. `letterhead_shows` is what the letterhead says
    already, so that no letter repeats it. `complaints` says to whom a client complains about the centre.
    """

    name: Name
    address: Address = ()
    phone: Phone = ""
    email: Email = ""
    complaints: Line = ""
    reference: Line = ""
    signs: Line = ""
    authority_enclosed: bool = False
    standard_enclosures: tuple[Line, ...] = ()
    letterhead_shows: tuple[Shown, ...] = ()
    advisers: tuple[Adviser, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Centre:
        if self.signs and self.adviser(self.signs) is None:
            raise PydanticCustomError("centre-signs", said("signs", value=self.signs))
        for wrong in _unknown_places(self.reference):
            raise PydanticCustomError("centre-reference", said("reference", value=wrong))
        return self

    def adviser(self, name: str) -> Adviser | None:
        """Return the adviser called `name`, or with those initials; None if there is none."""
        wanted = name.casefold().strip()
        known = ((each, {each.name.casefold(), each.initials.casefold()} - {""}) for each in self.advisers)
        return next((each for each, names in known if wanted in names), None)

    @property
    def signing(self) -> Adviser | None:
        """The adviser who signs where nobody else is named."""
        return self.adviser(self.signs) if self.signs else next(iter(self.advisers), None)


def said(message_id: str, **values: object) -> str:
    """Return the message `message_id` about the folder of a centre, with `values` filled in."""
    return worded(f"centre.{message_id}", **values)


class UnreadableCentre(ValueError):  # noqa: N818 - the name says what is wrong
    """A folder that cannot be used; `mistakes` says why, one sentence each, with the line."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def read_centre(folder: Path) -> Centre:
    """Return the details of the centre in `folder`. Raises `UnreadableCentre` with every mistake found."""
    path = folder / FILE
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        text = content.decode("utf-8-sig")
    except FileNotFoundError:
        raise UnreadableCentre(said("missing", folder=str(folder))) from None
    except UnicodeDecodeError:
        raise UnreadableCentre(said("text")) from None
    except OSError as error:
        raise UnreadableCentre(f"{path}: {error.strerror}.") from None
    if len(content) > MOST_BYTES:
        raise UnreadableCentre(said("size"))
    return parsed_centre(text)


def parsed_centre(text: str) -> Centre:
    """Return the centre described in `text`. Raises `UnreadableCentre` with every mistake found."""
    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableCentre(_not_toml(str(error), text)) from None
    facts = found.pop("centre", {})
    try:
        return Centre.model_validate({**facts, **found} if isinstance(facts, dict) else found)
    except ValidationError as error:
        raise UnreadableCentre(*_mistakes(error, text)) from None


def _not_toml(error: str, text: str) -> str:
    at = re.search(r"line (\d+)", error)
    if at is None:
        return said("toml-end")
    lines = text.splitlines()
    line = lines[int(at[1]) - 1] if int(at[1]) <= len(lines) else ""
    mistake = next((name for name, pattern in TYPED.items() if pattern.match(line)), "toml")
    return said(mistake, line=at[1])


def _unknown_places(pattern: str) -> Iterator[str]:
    try:
        named = [(name, spec, turned) for _, name, spec, turned in string.Formatter().parse(pattern)]
    except ValueError:
        yield pattern
        return
    for name, spec, turned in named:
        if name is not None and (name not in PLACES or spec or turned):
            yield f"{{{name}}}"


def _mistakes(error: ValidationError, text: str) -> Iterator[str]:
    for found in error.errors(include_url=False):
        path = KEY_OF.get(str(found["type"]), tuple(found["loc"]))
        key = " ".join(_spoken(part) for part in path) or "centre"
        line = line_of(path, text)
        yield said("at" if line else "in", line=line, key=key, sentence=_sentence(found, path))


def _spoken(part: Any) -> str:
    return f"({part + 1})" if isinstance(part, int) else str(part)


def _sentence(found: Mapping[str, Any], path: tuple[Any, ...]) -> str:
    kind = str(found["type"])
    if kind == "extra_forbidden":
        model = Adviser if path[0] == "advisers" else Centre
        near = difflib.get_close_matches(str(path[-1]), model.model_fields, n=1)
        return said("key-near", nearest=near[0]) if near else said("key")
    if kind == "literal_error":
        return said("choice", value=str(found["input"]), choices=", ".join(SHOWN))
    if kind == "tuple_type" and path == ("advisers",):
        return said("tables")
    if kind in texts("case") or kind in KEY_OF:
        return str(found["msg"])
    return said("list") if kind == "tuple_type" else message(TYPE_MESSAGES.get(kind, "not-usable"))


def line_of(path: tuple[Any, ...], text: str) -> int:
    """Return the line of `text` in which the key that `path` leads to is set; that of its table, or 0."""
    table, count, best = "", -1, 0
    wanted = path[0] if path else ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := TABLE.match(line):
            count = count + 1 if head[2] == table else 0
            table = head[2]
            if path == (table,) or path[:2] == (table, count):
                best = number
        elif key := KEY.match(line):
            is_here = path[:3] == (table, count, key[1]) if len(path) > 2 else key[1] == wanted
            if is_here and (len(path) > 2 or table in ("", "centre")):
                return number
    return best
