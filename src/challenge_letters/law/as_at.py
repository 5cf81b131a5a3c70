"""A limit as it is told on one day: a day that has passed is never given as a day to act by.

The last day by the rule stays as it is, and so does its counting; what changes is the advice beside it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from challenge_letters.languages import worded
from challenge_letters.law.deadlines import Deadline
from challenge_letters.law.spoken import spoken_beside


def as_at(limit: Deadline, on: date) -> Deadline:
    """Return `limit` as it is told to somebody who acts on the day `on`."""
    if limit.binds == "them":
        return _theirs(limit, on)
    safe, post_by = _ahead(limit.safe_date, on), _ahead(limit.post_by, on)
    if (safe, post_by) == (limit.safe_date, limit.post_by) and on <= limit.date:
        return limit
    working = f"{limit.counted} {_advice(limit, safe, on)}"
    return replace(limit, safe_date=safe, post_by=post_by, working=working)


def day_to_meet(limit: Deadline, on: date) -> date:
    """Return the day by which something is to be there, told on the day `on`.

    It is the working day on which it is safe, while that lies ahead: one page must not name two days.
    """
    told = as_at(limit, on)
    return told.safe_date or told.date


def is_too_late_to_post(limit: Deadline, on: date) -> bool:
    """Whether a letter posted on the day `on` may come after the last day of `limit`, which still runs."""
    posting = limit.post_by or limit.safe_date or limit.date
    return limit.binds == "you" and posting < on <= limit.last_allowed


def _ahead(day: date | None, on: date) -> date | None:
    return day if day and day >= on else None


def _theirs(limit: Deadline, on: date) -> Deadline:
    if on <= (limit.safe_date or limit.date):
        return limit
    return replace(limit, safe_date=None, working=f"{limit.counted} {worded('law.as-at.chase-now')}")


def _advice(limit: Deadline, safe: date | None, on: date) -> str:
    if on > limit.last_allowed:
        return worded("law.as-at.passed")
    if on > limit.date:
        return worded("law.as-at.still-in-time", day=spoken_beside(limit.last_allowed, limit.date))
    past = "-past-posting" if limit.post_by else ""
    if safe is None or safe == on:
        return worded(f"law.as-at.act-today{past}")
    return worded(f"law.as-at.have-it-there{past}", day=spoken_beside(safe, limit.date))
