"""Turns the cells of one row into the facts of a case, and says what is wrong by row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from challenge_letters.batch.columns import Column, said, squeezed
from challenge_letters.case.cells import BrokenCell, Cell, MonthCell, as_written
from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.messages import quoted
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.typed_days import DayOrder, UnclearDay, day_of, typed_month
from challenge_letters.case.work_search_rows import said as said_of_a_cell
from challenge_letters.languages import texts

YES = frozenset({"yes", "y", "true", "1", "x", "ja", "ie", "ydy"})
NO = frozenset({"no", "n", "false", "0", "na", "nage"})
# A box with a cross in it is left out: Word's own means yes, another's may mean no.
TICKED, NOT_TICKED = frozenset("✓✔☑✅√🗸"), frozenset("✗✘❌☐")
DIVIDED = {"lines": (",", ";", "\n"), "list": (";", "\n")}


class WrongCell(ValueError):  # noqa: N818 - the name says what is wrong
    """A cell that cannot be used; the text is a sentence."""


@dataclass(frozen=True)
class Reader:
    """How cells are read: whether a day comes before its month."""

    day_order: DayOrder = "not-said"

    def value(self, cell: Cell, column: Column) -> Any:
        """Return what `cell` says in `column`, in the form of a case file. Raises `WrongCell`."""
        if isinstance(cell, BrokenCell):
            raise WrongCell(said_of_a_cell(cell.message_id, text=quoted(cell.text)))
        try:
            return FORMS[column.form](self, cell, column)
        except UnclearDay as unclear:
            values = {key: quoted(str(value)) for key, value in unclear.values.items()}
            # Whoever runs a batch says by an option what a page asks in the interview.
            say = said if unclear.message_id in texts("batch") else said_of_a_cell
            raise WrongCell(say(unclear.message_id, **values)) from None

    def words(self, cell: Cell, column: Column) -> str:
        if column.name == "phone" and isinstance(cell, int | float) and not isinstance(cell, bool):
            raise WrongCell(said("lost-zero"))
        return text_of(cell)

    def parts(self, cell: Cell, column: Column) -> list[str]:
        text = text_of(cell)
        separator = next((each for each in reversed(DIVIDED[column.form]) if each in text), "\n")
        return [part.strip() for part in text.split(separator) if part.strip()]

    def day(self, cell: Cell, _column: Column) -> str:
        return day_of(cell, self.day_order).isoformat()

    def month(self, cell: Cell, column: Column) -> str:
        rough = _month_alone(cell)
        return str(rough) if rough else self.day(cell, column)

    def choice(self, cell: Cell, column: Column) -> str:
        wanted, choices = squeezed(text_of(cell)), column.choices or {}
        for value, words in choices.items():
            if wanted in {squeezed(each) for each in (value, *words)}:
                return value
        raise WrongCell(said("choice", text=quoted(text_of(cell)), choices=", ".join(choices)))

    def yes_no(self, cell: Cell, _column: Column) -> str:
        return "yes" if self.flag(cell, _column) else "no"

    def flag(self, cell: Cell, _column: Column) -> bool:
        text = text_of(cell)
        wanted, sign = squeezed(text), text.rstrip("\ufe0e\ufe0f")
        if wanted not in YES | NO and sign not in TICKED | NOT_TICKED:
            raise WrongCell(said("yes-no", text=quoted(text)))
        return wanted in YES or sign in TICKED

    def yes_or_open(self, cell: Cell, column: Column) -> str:
        return "yes" if self.flag(cell, column) else "not-known"

    def number(self, cell: Cell, _column: Column) -> int:
        text = text_of(cell).casefold().removesuffix("days").removesuffix("day").strip()
        if not text.isascii() or not text.isdigit() or len(text) > 6:
            raise WrongCell(said("whole-number", text=quoted(text_of(cell))))
        return int(text)


def text_of(cell: Cell) -> str:
    """Return what `cell` shows, as it may be printed."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and float(cell).is_integer():
        return str(int(cell))
    return cleaned(as_written(cell)).strip()


def _month_alone(cell: Cell) -> RoughDay | None:
    """Return the month that `cell` names without a day, or None."""
    if isinstance(cell, MonthCell):
        return RoughDay(cell.year, cell.month)
    return typed_month(text_of(cell)) if isinstance(cell, str) else None


FORMS: Mapping[str, Callable[[Reader, Cell, Column], Any]] = {
    "line": Reader.words,
    "words": Reader.words,
    "lines": Reader.parts,
    "list": Reader.parts,
    "day": Reader.day,
    "month": Reader.month,
    "choice": Reader.choice,
    "yes-no": Reader.yes_no,
    "flag": Reader.flag,
    "flag-yes": Reader.yes_or_open,
    "number": Reader.number,
    "offer": Reader.choice,
    "offer-words": Reader.words,
}
