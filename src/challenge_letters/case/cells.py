"""What a cell of a spreadsheet can hold, and how a person would write it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from challenge_letters.case.cleaning import has_words
from challenge_letters.law.spoken import MONTHS, spoken


@dataclass(frozen=True)
class MonthCell:
    """A cell that shows a month and no day, though the spreadsheet keeps the first of that month under it."""

    year: int
    month: int


@dataclass(frozen=True)
class BrokenCell:
    """A cell whose value cannot be known: `message_id` says why, `text` is what it shows."""

    message_id: str
    text: str


Cell = str | bool | int | float | date | datetime | time | timedelta | MonthCell | BrokenCell | None


def is_filled(cell: Cell) -> bool:
    """Whether something stands in `cell`."""
    return has_words(as_written(cell))


def as_written(cell: Cell) -> str:  # noqa: PLR0911 - one line for each kind of cell
    """Return `cell` as a person would write it: "3 November 2026, 09:30", "09:30", "yes", "5"."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime():
            return spoken(cell.date()) + (f", {cell:%H:%M}" if (cell.hour, cell.minute) != (0, 0) else "")
        case date():
            return spoken(cell)
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            return _hours_and_minutes(cell)
        case float() | int():
            return f"{cell:.10g}"
        case MonthCell():
            return f"{MONTHS[cell.month - 1]} {cell.year}"
        case BrokenCell():
            return cell.text
    return cell.removeprefix("'")


def _hours_and_minutes(length: timedelta) -> str:
    minutes = round(length.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
