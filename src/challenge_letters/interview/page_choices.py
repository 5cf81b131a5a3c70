"""The choices that pages offer, in the shape docassemble takes them from code: value to label."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.interview.clock import this_day
from challenge_letters.interview.shown import shown
from challenge_letters.interview.texts import labels
from challenge_letters.interview.walk import walk_until
from challenge_letters.law.failure_traits import failures_with

Choices = list[dict[str, str]]
MONTHS_BACK = 48
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def choices(name: str) -> Choices:
    """Return the choices called `name`."""
    return [{value: label} for value, label in labels(name).items()]


def done_choices(failure_kind: str) -> Choices:
    """Return what can have come of it since: only a job can be gone, and no vacancy is booked again."""
    is_of_a_job = failure_kind in failures_with("job-refused")
    unfit = set() if is_of_a_job else {"closed"}
    unfit |= {"rebooked"} if is_of_a_job and failure_kind in failures_with("over-time") else set()
    return [each for each in choices("done") if not unfit & set(each)]


def months() -> Choices:
    """Return the months a rough date can be in, this month first."""
    return [{f"{year:04}-{month:02}": month_name(year, month)} for year, month in _last_months(this_day())]


def month_name(year: int, month: int) -> str:
    """Return "January 2027", whatever the computer's locale."""
    return f"{MONTH_NAMES[month - 1]} {year}"


def _last_months(day: date) -> list[tuple[int, int]]:
    last = day.year * 12 + day.month - 1
    return [(place // 12, place % 12 + 1) for place in range(last, last - MONTHS_BACK, -1)]


def offered(answers: Any, page: str, place: int | None = None) -> Choices:
    """Return the choices of `page`, which depend on earlier answers (of problem number `place`)."""
    path = () if place is None else ("problems", place)
    journey = walk_until(answers, this_day(), page, *path)
    return [{key: shown(label)} for key, label in (journey.reached.offered or {}).items()]
