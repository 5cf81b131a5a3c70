"""What somebody did to look for work: one entry for each thing done, as a table shows it."""

from __future__ import annotations

from typing import Annotated

from challenge_letters.case.cleaning import has_words
from challenge_letters.case.fields import Facts, Words, checked_by
from challenge_letters.case.rough_days import RoughDay

# More than a month of job search; a table that nobody reads helps nobody.
MOST_ENTRIES = 300


class WorkSearchEntry(Facts):
    """One thing done to look for work: the day (or only the month), what it was, and what came of it."""

    day: RoughDay
    what: Annotated[Words, checked_by(lambda text: None if has_words(text) else "needed")]
    result: Words = ""


def number_problem(entries: tuple[WorkSearchEntry, ...]) -> str | None:
    """Return a message id if there are more `entries` than a table should hold."""
    return None if len(entries) <= MOST_ENTRIES else "too-many-entries"


WorkSearch = Annotated[tuple[WorkSearchEntry, ...], checked_by(number_problem)]
