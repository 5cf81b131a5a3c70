"""Turns rows of cells into entries of a work search record: the day, what was done, what came of it.

A day is taken only where it can be read in one way. Everything else is refused with the number of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from challenge_letters.case.cleaning import cleaned, has_words
from challenge_letters.case.messages import catalogue
from challenge_letters.case.predicates import FIRST_YEAR, LAST_YEAR, WORDS_LIMIT
from challenge_letters.case.work_search import MOST_ENTRIES
from challenge_letters.law.spoken import MONTHS

Cell = object
Row = Sequence[Cell]
DayOrder = Literal["not-said", "day-first"]
COLUMNS = 3
HEADINGS = frozenset({"date", "day", "when", "dates", "days"})
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
NAMED = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}),? (\d{4})", re.IGNORECASE)


class UnreadableRecord(ValueError):  # noqa: N818 - the name says what is wrong
    """A record that cannot be used; `mistakes` says why, one sentence each."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def said(message_id: str, **values: object) -> str:
    """Return the sentence `message_id` about a record, with `values` filled in."""
    return str(catalogue("work_search")[message_id]).format(**values)


@dataclass(frozen=True)
class _Refused(Exception):  # noqa: N818
    sentence: str


def entries_of(
    rows: Iterable[Row], *, today: date, day_order: DayOrder = "not-said"
) -> tuple[Mapping[str, str], ...]:
    """Return the entries in `rows` as a case file holds them: day, what, result.

    Empty rows and a first row of headings are passed over. `today` is the day of writing: nothing later has
    been done yet. With `day_order` "day-first" a day like 3/11/2026 is the third of November. Raises
    `UnreadableRecord` with a sentence for each row that cannot be used.
    """
    entries: list[Mapping[str, str]] = []
    mistakes: list[str] = []
    for number, row in _filled(rows):
        try:
            entries.append(_entry(row, today, day_order))
        except _Refused as refused:
            mistakes.append(said("at", row=number, sentence=refused.sentence))
    if not entries and not mistakes:
        mistakes.append(said("nothing"))
    if len(entries) > MOST_ENTRIES:
        mistakes.append(said("too-many"))
    if mistakes:
        raise UnreadableRecord(*mistakes)
    return tuple(entries)


def rows_in(text: str) -> tuple[Row, ...]:
    """Return the rows of cells that somebody copied in a spreadsheet and pasted as `text`."""
    return tuple(line.split("\t") for line in cleaned(text).split("\n"))


def _filled(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Yield the rows with something in them and their numbers, without the row of headings."""
    is_first = True
    for number, row in enumerate(rows, 1):
        if not any(has_words(_text(cell)) for cell in row):
            continue
        is_heading = is_first and _text(row[0]).strip().casefold() in HEADINGS
        is_first = False
        if not is_heading:
            yield number, row


def _entry(row: Row, today: date, day_order: DayOrder) -> Mapping[str, str]:
    if any(has_words(_text(cell)) for cell in row[COLUMNS:]):
        raise _Refused(said("columns"))
    day, what, result = (*row[:COLUMNS], "", "", "")[:COLUMNS]
    found = _day(day, day_order)
    if found > today:
        raise _Refused(said("not-yet", text=_text(day).strip()))
    return {"day": found.isoformat(), "what": _words(what, is_needed=True), "result": _words(result)}


def _words(cell: Cell, *, is_needed: bool = False) -> str:
    text = cleaned(_text(cell)).strip()
    if is_needed and not text:
        raise _Refused(said("no-what"))
    if len(text) > WORDS_LIMIT:
        raise _Refused(said("too-long", limit=WORDS_LIMIT))
    return text


def _text(cell: Cell) -> str:
    """Return what stands in a cell. A formula is only its own text: nothing is worked out."""
    return "" if cell is None else str(cell)


def _day(cell: Cell, day_order: DayOrder) -> date:
    if isinstance(cell, datetime | date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, int | float):
        raise _Refused(said("a-number"))
    text = " ".join(_text(cell).split())
    year, month, day = _parts(text, day_order)
    try:
        found = date(year, month, day)
    except ValueError:
        raise _Refused(said("no-such-day", text=text)) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _Refused(said("no-such-day", text=text))
    return found


def _parts(text: str, day_order: DayOrder) -> tuple[int, int, int]:
    """Return year, month and day of `text`, if there is one way only to read it."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if (found := NAMED.fullmatch(text)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    if found := NUMBERS.fullmatch(text):
        if day_order != "day-first":
            raise _Refused(said("two-ways", text=text))
        return int(found[3]), int(found[2]), int(found[1])
    raise _Refused(said("no-day", text=text))


def _month(name: str) -> int:
    """Return the number of the month whose name, or its first three letters, is `name`; 0 for no month."""
    names = [month.casefold() for month in MONTHS]
    wanted = name.casefold().replace("sept", "sep") if name.casefold() == "sept" else name.casefold()
    return next((at for at, month in enumerate(names, 1) if wanted in (month, month[:3])), 0)
