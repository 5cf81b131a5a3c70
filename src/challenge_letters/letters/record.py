"""The record of a work search as a letter speaks of it and as its table prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.letters.wording import day

RECORD = "work-search-record"


@dataclass(frozen=True)
class RecordRow:
    """One row of the record of a work search, as it is printed."""

    day: str
    what: str
    result: str


def record_context(case: Case, *, on: date) -> dict[str, Any]:
    """Return every name the template of the record may use; the rows in the order of their days."""
    entries = sorted(case.work_search, key=lambda entry: entry.day.earliest)
    rows = [RecordRow(day(entry.day), entry.what, entry.result) for entry in entries]
    return {"claimant": case.claimant, "on": on, "rows": rows}
