"""Dates in the words people write, in English whatever the process's locale says."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def weekday(day: date) -> str:
    """Return the name of the weekday of `day`."""
    return WEEKDAYS[day.weekday()]


def spoken(day: date) -> str:
    """Return `day` as in 28 February 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def spoken_length(minutes: int) -> str:
    """Return a length of time as in 1 hour 30 minutes."""
    parts = [(minutes // 60, "hour"), (minutes % 60, "minute")]
    said = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return " ".join(said) or "0 minutes"


def spoken_beside(day: date, other: date) -> str:
    """Return `day` as in Friday 26 February, with the year only if it is not that of `other`."""
    year = "" if day.year == other.year else f" {day.year}"
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}{year}"
