"""Checks the tables of wordings: each problem with its file, its row and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError

from challenge_letters.argument.asked import asked_rows
from challenge_letters.languages import texts, worded
from challenge_letters.law.nations import legal_system
from challenge_letters.law.points import points
from challenge_letters.letters.environment import WORDS
from challenge_letters.letters.saying import WORDS_OF_EVERY_ROW
from challenge_letters.letters.tag_mistakes import in_plain_words
from challenge_letters.letters.wordings import Wording, names_in, points_in, wordings

STATEMENT = re.compile(r"\{[%#]")


def wording_problems() -> tuple[str, ...]:
    """Return what is wrong with the wordings, one sentence each. Raises `LettersError`."""
    rows = wordings()
    missing = sorted(asked_rows().keys() - rows.keys())
    return (
        *(worded("letters.wordings.missing", name=name) for name in missing),
        *(problem for row in rows.values() for problem in _of(row)),
    )


def points_of_rows(kind: str, *, nation: str) -> frozenset[str]:
    """Return the points that the rows of letters of `kind` name law for, in `nation`."""
    wanted = f"{kind}/{legal_system(nation)}"
    names = (name for name, row in asked_rows().items() if wanted in row.letters and name in wordings())
    used = (wordings()[name] for name in names)
    cells = (row.cell(is_own=is_own, nation=nation) for row in used for is_own in (True, False))
    return frozenset(point for cell in cells for point in points_in(cell))


def _of(row: Wording) -> Iterator[str]:
    where = worded("letters.wordings.row", file=row.file, row=row.name)
    if row.name not in asked_rows():
        yield worded("letters.wordings.unused", where=where)
        return
    if not any(row.cells):
        yield worded("letters.wordings.empty", where=where)
    for column, cell in zip(texts("letters")["columns"], row.cells, strict=True):
        for problem in _of_cell(cell, asked_rows()[row.name].slots):
            yield f"{where}, {column}: {problem}"


def _of_cell(cell: str, slots: frozenset[str]) -> Iterator[str]:
    if STATEMENT.search(cell):
        yield worded("letters.wordings.conditions")
        return
    try:
        names, cited = names_in(cell), points_in(cell)
    except TemplateSyntaxError as error:
        yield worded("letters.wordings.unreadable", why=in_plain_words(error))
        return
    for name in sorted(names - slots - WORDS.keys() - WORDS_OF_EVERY_ROW):
        known = ", ".join(sorted(slots)) or worded("letters.wordings.no-slots")
        yield worded("letters.wordings.unknown-slot", slot=name, known=known)
    for point in sorted(cited - points().keys()):
        yield worded("letters.wordings.unknown-point", point=point)
    for point in sorted(point for point in cited & points().keys() if not points()[point].is_printed):
        yield worded("letters.wordings.screen-point", point=point)
