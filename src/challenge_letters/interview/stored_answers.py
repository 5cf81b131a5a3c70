"""Reads the answers that docassemble keeps on the object `a`, and turns them into plain values.

Reading an attribute that is not there yet is what makes docassemble ask for it: nothing here asks whether an
answer is defined, and nothing is read that the road does not visit.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from challenge_letters.interview.journey import Path, Values, Visit
from challenge_letters.interview.pages import Answer
from challenge_letters.languages import worded

# Attributes that hold things by key; all other text in a path is the name of an attribute.
KEYED = frozenset({"reason", "offers", "queries", "admissions"})


class Altered(ValueError):  # noqa: N818 - the name says what is wrong
    """Words that are no words any more: docassemble made a day of them. The text says what to send."""

    def __init__(self, name: str) -> None:
        super().__init__(worded("case-files.altered", name=name))


def reader(answers: Any) -> Callable[[Visit], Values]:
    """Return a function that reads the answers of a visit from the attributes of `answers`."""

    def read(visit: Visit) -> Values:
        return values_on(owner_of(answers, visit.path), visit)

    return read


def values_on(owner: Any, visit: Visit) -> Values:
    """Return the plain values of the answers that `owner` holds for the page of `visit`."""
    return {answer.name: _plain(answer, owner, visit) for answer in visit.page.answers}


def variable(visit: Visit, attribute: str, *, root: str = "a") -> str:
    """Return the name docassemble knows an answer by: "a.problems[0].reason['ill'].fact"."""
    name = root
    is_key = False
    for part in visit.path:
        name += f"[{part!r}]" if is_key or isinstance(part, int) else f".{part}"
        is_key = part in KEYED
    return f"{name}.{attribute}"


def owner_of(root: Any, path: Path) -> Any:
    """Return the object that keeps the answers of the pages at `path`; docassemble makes it when needed."""
    owner = root
    is_key = False
    for part in path:
        owner = owner[part] if is_key or isinstance(part, int) else getattr(owner, part)
        is_key = part in KEYED
    return owner


def _plain(answer: Answer, owner: Any, visit: Visit) -> Any:
    found = [getattr(owner, name) for name in answer.attributes]
    if answer.shape == "rough":
        day, month = found
        return as_day(day) or str(month or "")
    if answer.shape == "day":
        return as_day(found[0])
    if answer.shape == "ticks":
        return tuple(key for key in visit.choices_of(answer) if key in found[0] and found[0][key])
    if answer.shape == "read":
        return bool(found[0])
    if isinstance(found[0], date):
        # Its words would stand in a letter as somebody's, and nobody wrote them.
        raise Altered(answer.name)
    return "" if found[0] is None else str(found[0])


def as_day(value: Any) -> str:
    """Return a day in any of the shapes docassemble keeps it in as YYYY-MM-DD, or ""."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)[:10] if value else ""
