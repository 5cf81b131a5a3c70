"""The answers whose words stand in no letter, for the check page."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.case.cleaning import cleaned
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.check_answers import Row, numbered_rows
from challenge_letters.interview.journey import Visited
from challenge_letters.interview.walk import journey_of
from challenge_letters.letters.unsaid import words_in_no_letter
from challenge_letters.plan.planning import make_plan


def rows_in_no_letter(answers: Any, day: date) -> tuple[Row, ...]:
    """Return the rows of the check page with words that stand in none of the letters written on `day`."""
    journey = journey_of(answers, day)
    unsaid = {typed.text.strip() for typed in words_in_no_letter(make_plan(case_of(journey), on=day))}
    return tuple(row for one, row in numbered_rows(journey) if _typed_for(one, row) in unsaid)


def _typed_for(one: Visited, row: Row) -> str:
    """Return the words typed for `row`; "" where something else was answered."""
    answer = next(answer for answer in one.visit.page.answers if answer.name == row.answer)
    is_words = answer.shape == "words" and not answer.unit
    return cleaned(str(one.values[row.answer])).strip() if is_words else ""
