"""What stands at the foot of every page: the deadline once it is known, with its working on request."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.interview.clock import this_day
from challenge_letters.interview.page_choices import month_name
from challenge_letters.interview.walk import walk_until
from challenge_letters.law.as_at import as_at, day_to_meet
from challenge_letters.law.deadlines import Deadline


def still_to_come(day: str) -> str:
    """Return `day` ("2027-02-28") as "28 February 2027", or "" if it is empty or has passed."""
    if not day or date.fromisoformat(day) < this_day():
        return ""
    return spoken(date.fromisoformat(day))


def spoken(day: date) -> str:
    """Return "28 February 2027", whatever the computer's locale."""
    return f"{day.day} {month_name(day.year, day.month)}"


def deadline_before(answers: Any, page: str, place: int) -> Deadline:
    """Return the deadline of decision number `place`, told for today; `page` comes after its date."""
    # On the road this page always follows the date that the month is counted from.
    return as_at(walk_until(answers, this_day(), page, "problems", place).deadlines[place], this_day())


def to_be_there_by(limit: Deadline) -> str:
    """Return the day by which something is to be there, as the last page names it, too."""
    return spoken(day_to_meet(limit, this_day()))


def is_over(limit: Deadline) -> bool:
    """Say whether `limit` lies behind us."""
    return limit.date < this_day()
