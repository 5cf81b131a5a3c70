"""Fills the sheets that go beside the letters: they are for the person, or enclosed, and argue nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.law.spoken import spoken, weekday
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letters.environment import environment
from challenge_letters.letters.filling import filled_text
from challenge_letters.letters.package import packed
from challenge_letters.letters.record import RECORD, record_context
from challenge_letters.letters.sources import members
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.sheet import sheet_of

TO_DO = "what-to-do-now"
NEUTRAL_TITLE = "Notes"


@dataclass(frozen=True)
class DayLine:
    """One day of the sheet in words, and what it is for."""

    day: str
    title: str


@dataclass(frozen=True)
class OtherLetter:
    """A letter that can wait: what it is called, and when it is for."""

    name: str
    why: str


def to_do_sheet(plan: Plan) -> bytes:
    """Return the one page to keep at hand, as a Word file. Raises `TemplateMistake`."""
    return filled_sheet(TO_DO, to_do_context(plan), on=plan.on)


def to_do_context(plan: Plan) -> dict[str, Any]:
    """Return every name the template of the one page may use."""
    sheet = sheet_of(plan)
    days = [DayLine(f"{weekday(each.day)} {spoken(each.day)}", each.text) for each in sheet.days]
    others = [OtherLetter(KINDS[letter.kind].name, letter.why) for letter in sheet.others]
    return {"sheet": sheet, "days": days, "others": others}


def work_search_record(case: Case, *, on: date) -> bytes:
    """Return the record of the work search in `case`, to be enclosed, as a Word file.

    Raises `TemplateMistake`.
    """
    return filled_sheet(RECORD, record_context(case, on=on), on=on)


def filled_sheet(name: str, context: Mapping[str, Any], *, on: date) -> bytes:
    """Return the template `name` filled with `context`, made on the day `on`. Raises `TemplateMistake`."""
    file = f"{name}.docx"
    filled = filled_text(environment(), file, context)
    return packed(members(file), filled, title=NEUTRAL_TITLE, on=on)
