"""Which groups a letter names, so that one which was told and stands in none can be shown to the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from challenge_letters.argument.sentences import Argument, Sentence
from challenge_letters.case.failure import Group

CHILDREN: tuple[Group, ...] = ("child-under-1", "child-1", "child-2", "child-3-12")
# A row about a group carries its name: "group-carer-substantial", "why-patient", "while-child-1".
NAMED = re.compile(
    rf"(?:group|why|while|changed)-({'|'.join(sorted(get_args(Group), key=len, reverse=True))})(?:-|\Z)"
)
# Rows that speak of a group, and are not called after it.
SPOKEN_OF: dict[str, tuple[Group, ...]] = {
    "rule-hours-child": CHILDREN,
    "rule-hours-carer": ("carer",),
    "group-child-aged": ("child-3-12",),
    "fit-note-covers-too": ("fit-note",),
    "lowest-level-fits": ("child-1", "child-2"),
}


def groups_named(argument: Argument) -> frozenset[Group]:
    """Return the groups of which `argument` speaks."""
    return frozenset(
        group
        for paragraph in argument.paragraphs
        for sentence in paragraph
        for row in _rows(sentence)
        for group in _of_row(row)
    )


def _rows(sentence: Sentence) -> Iterator[str]:
    """Yield each row that `sentence` is made of."""
    yield sentence.wording
    for value in sentence.slots.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Sentence):
                yield from _rows(each)


def _of_row(row: str) -> Iterator[Group]:
    yield from SPOKEN_OF.get(row, ())
    found = NAMED.match(row)
    yield from (group for group in get_args(Group) if found and found[1] == group)
    # How far off a birth is stands in rows of their own.
    if "birth" in row or "before-due" in row or "due-by-then" in row:
        yield "late-pregnancy"
