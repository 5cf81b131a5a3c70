"""Turns rows of cells into entries of a work search record: the day, what was done, what came of it.

A day is taken only where it can be read in one way. Everything else is refused with the number of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from challenge_letters.case.cells import BrokenCell, Cell, as_written, is_filled
from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.messages import quoted
from challenge_letters.case.predicates import WORDS_LIMIT
from challenge_letters.case.typed_days import DayOrder, UnclearDay, day_of
from challenge_letters.case.work_search import MOST_ENTRIES
from challenge_letters.languages import worded

COLUMNS = 3
MOST_TITLES = 10
# What the first column is called by those who keep such a list, in English and in Welsh.
WORD = re.compile(r"[^\W\d_]+")
HEADINGS = frozenset({"date", "dates", "day", "days", "when", "dyddiad", "diwrnod"})


@dataclass(frozen=True)
class Row:
    """One row of a sheet: its `number` in the spreadsheet, and the `sheet` where there are several.

    `is_joined`: some of its cells are joined (merged) with those of another row, and something stands there.
    """

    number: int
    cells: tuple[Cell, ...]
    sheet: str = ""
    is_joined: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it."""
        return any(is_filled(cell) for cell in self.cells)

    @property
    def is_heading(self) -> bool:
        """Whether its first cell names a column of days: "Date", "Date applied", "When?"."""
        first = as_written(self.cells[0]).casefold() if self.cells else ""
        has_number = any(letter.isdigit() for letter in first)
        return not has_number and not HEADINGS.isdisjoint(WORD.findall(first))

    @property
    def is_title(self) -> bool:
        """Whether one cell is filled and no other, as in a title over a table."""
        return sum(is_filled(cell) for cell in self.cells) == 1

    @property
    def place(self) -> str:
        """Where it is, in words."""
        row = said("row", row=self.number)
        return said("row-of-sheet", row=row, sheet=self.sheet) if self.sheet else row


class UnreadableRecord(ValueError):  # noqa: N818 - the name says what is wrong
    """A record that cannot be used; `mistakes` says why, one sentence each."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def said(message_id: str, **values: object) -> str:
    """Return the sentence `message_id` about a record, with `values` filled in."""
    return worded(f"work-search.{message_id}", **values)


def entries_of(
    rows: Iterable[Row], *, today: date, day_order: DayOrder = "not-said"
) -> tuple[Mapping[str, str], ...]:
    """Return the entries in `rows` as a case file holds them: day, what, result.

    Empty rows, headings and a title over them are passed over. `today` is the day of writing: nothing later
    has been done yet. With `day_order` "day-first" a day like 3/11/2026 is the third of November. Raises
    `UnreadableRecord` with a sentence for each row that cannot be used, or one for a mistake in every row.
    """
    entries: list[Mapping[str, str]] = []
    mistakes: dict[str, UnclearDay] = {}
    for row in _with_entries(rows):
        try:
            entries.append(_entry(row, today, day_order))
        except UnclearDay as unclear:
            mistakes[row.place] = unclear
    _refuse(entries, mistakes)
    return tuple(entries)


def _refuse(entries: Sequence[Mapping[str, str]], mistakes: Mapping[str, UnclearDay]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableRecord(said("too-many"))
    if not entries and not mistakes:
        raise UnreadableRecord(said("nothing"))
    sentences = {at: said(each.message_id, **_in_short(each.values)) for at, each in mistakes.items()}
    if len(mistakes) > 1 and not entries and len({each.message_id for each in mistakes.values()}) == 1:
        raise UnreadableRecord(said("every-row", sentence=next(iter(sentences.values()))))
    if mistakes:
        raise UnreadableRecord(*(said("at", place=at, sentence=what) for at, what in sentences.items()))


def _in_short(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return `values` as a sentence may name them: a cell can hold pages."""
    return {key: quoted(each) if isinstance(each, str) else each for key, each in values.items()}


def rows_in(text: str) -> tuple[Row, ...]:
    """Return the rows of cells that somebody copied in a spreadsheet and pasted as `text`."""
    lines = enumerate(cleaned(text).split("\n"), 1)
    return tuple(Row(number, tuple(line.split("\t"))) for number, line in lines)


def headings_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the headings over `rows` in small letters, or () where there are none."""
    filled = [row for row in rows if row.is_filled]
    at = _below_headings(filled)
    cells = filled[at - 1].cells if at else ()
    return tuple(as_written(cell).casefold().strip() for cell in cells if is_filled(cell))


def _with_entries(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with something in them, without the headings of each sheet and a title over them."""
    filled = (row for row in rows if row.is_filled)
    for _, sheet in groupby(filled, key=lambda row: row.sheet):
        rows = list(sheet)
        yield from rows[_below_headings(rows) :]


def _below_headings(rows: Sequence[Row]) -> int:
    """Return how many of `rows` are headings and the title over them, which may have several lines."""
    for count, row in enumerate(rows[: MOST_TITLES + 1], 1):
        if row.is_heading:
            return count
        if not row.is_title:
            return 0
    return 0


def _entry(row: Row, today: date, day_order: DayOrder) -> Mapping[str, str]:
    broken = next((cell for cell in row.cells if isinstance(cell, BrokenCell)), None)
    if broken:
        raise UnclearDay(broken.message_id, {"text": broken.text})
    if row.is_joined:
        raise UnclearDay("joined")
    if any(is_filled(cell) for cell in row.cells[COLUMNS:]):
        raise UnclearDay("columns")
    day, what, result = (*row.cells[:COLUMNS], "", "", "")[:COLUMNS]
    found = day_of(day, day_order)
    if found > today:
        raise UnclearDay("not-yet", {"text": as_written(day).strip()})
    return {"day": found.isoformat(), "what": _words(what, is_needed=True), "result": _words(result)}


def _words(cell: Cell, *, is_needed: bool = False) -> str:
    text = cleaned(as_written(cell)).strip()
    if is_needed and not text:
        raise UnclearDay("no-what")
    if len(text) > WORDS_LIMIT:
        raise UnclearDay("too-long", {"limit": WORDS_LIMIT})
    return text
