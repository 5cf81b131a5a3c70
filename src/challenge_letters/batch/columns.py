"""The columns of a spreadsheet of clients: what they are called, and what each heading stands for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.case.cells import Cell, as_written, is_filled
from challenge_letters.case.messages import quoted
from challenge_letters.languages import in_language, worded
from challenge_letters.law.data_files import read_yaml

HERE = Path(__file__).parent
# The file in which another language says what goes into each column.
FILE_OF_TEXTS = "columns"
# Above the headings there may be a title and what it was printed for.
MOST_ROWS_ABOVE = 10
FEWEST_KNOWN = 2


@dataclass(frozen=True)
class Column:
    """One column: its name, where its answers belong, their form, and the letters it is asked for."""

    name: str
    place: str
    form: str
    help: str
    names: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] | None = field(default=None, hash=False, compare=False)

    @property
    def title(self) -> str:
        """Its heading as a person reads it."""
        return self.name[:1].upper() + self.name[1:]

    def is_for(self, kinds: Collection[str]) -> bool:
        """Whether one of the letters `kinds` asks for it."""
        return not self.letters or any(kind in self.letters for kind in kinds)


@dataclass(frozen=True)
class Headings:
    """What stands in each column of a file: the row of the headings, and the columns by position.

    `unread` are headings of columns for other letters. `called`: the heading in this file of each column, by
    its title. `width`: how far they reach.
    """

    row: int
    columns: Mapping[int, Column]
    unread: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    width: int = 0


class UnreadableBatch(ValueError):  # noqa: N818 - the name says what is wrong
    """A spreadsheet of clients that cannot be used; `mistakes` says why, one sentence each."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def said(message_id: str, **values: object) -> str:
    """Return the message `message_id` with `values` filled in."""
    return worded(f"batch.{message_id}", **values)


@cache
def columns() -> Mapping[str, Column]:
    """Return every column by its name, in the order of a template."""
    return {name: _column(name, record) for name, record in read_yaml(HERE / "columns.yaml").items()}


def texts_of_columns() -> dict[str, dict[str, str]]:
    """Return what goes into each column, in English, to be said in another language."""
    return {name: {"help": record["help"]} for name, record in read_yaml(HERE / "columns.yaml").items()}


def _column(name: str, record: Mapping[str, Any]) -> Column:
    choices = record.get("choices")
    return Column(
        name,
        record["place"],
        record["form"],
        in_language(FILE_OF_TEXTS, name, {"help": record["help"]})["help"],
        tuple(record["names"]),
        tuple(record.get("letters", ())),
        {key: tuple(words) for key, words in choices.items()} if choices else None,
    )


def squeezed(text: str) -> str:
    """Return `text` without what people write differently: case, spaces, hyphens, full stops."""
    return re.sub(r"[\W_]+", "", text.casefold())


@cache
def _by_heading() -> Mapping[str, Column]:
    return {squeezed(name): each for each in columns().values() for name in (each.name, *each.names)}


def column_called(heading: str) -> Column | None:
    """Return the column that `heading` names, or None."""
    return _by_heading().get(squeezed(heading))


def near(heading: str) -> str:
    """Return a sentence that names the column `heading` may mean, or nothing."""
    found = difflib.get_close_matches(squeezed(heading), _by_heading(), n=1, cutoff=0.75)
    return said("near-column", near=_by_heading()[found[0]].title) if found else ""


def headings_of(
    rows: Iterable[tuple[int, Sequence[Cell]]], *, kinds: Collection[str], left_out: Collection[str]
) -> Headings:
    """Return the headings in the first of `rows`, each with its number. Raises `UnreadableBatch`."""
    best: tuple[int, int, Sequence[Cell]] = (0, 0, ())
    for number, cells in rows:
        known = sum(column_called(as_written(cell)) is not None for cell in cells if is_filled(cell))
        if known > best[0]:
            best = (known, number, cells)
    if best[0] < FEWEST_KNOWN:
        raise UnreadableBatch(said("no-headings"))
    return _named(best[1], best[2], kinds, {squeezed(each) for each in left_out})


def _named(number: int, cells: Sequence[Cell], kinds: Collection[str], left_out: set[str]) -> Headings:
    found: dict[int, Column] = {}
    called: dict[str, str] = {}
    unread: list[str] = []
    mistakes: list[str] = []
    for at, heading in enumerate(" ".join(as_written(cell).split()) for cell in cells):
        if not heading or squeezed(heading) in left_out:
            continue
        column = column_called(heading)
        if column is None:
            shown = quoted(heading)
            mistakes.append(said("unknown-column", row=number, heading=shown, near=near(heading)))
        elif column in found.values():
            mistakes.append(said("same-column", row=number, first=column.title, second=quoted(heading)))
        elif column.is_for(kinds):
            found[at] = column
            called[column.title] = heading
        else:
            unread.append(heading)
    if mistakes:
        raise UnreadableBatch(*mistakes)
    width = max(at for at, cell in enumerate(cells, 1) if is_filled(cell))
    return Headings(number, found, tuple(unread), called, width)
