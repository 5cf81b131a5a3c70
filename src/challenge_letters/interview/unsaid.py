"""The answers whose words stand in no letter, for the check page."""

from __future__ import annotations

from dataclasses import replace

from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.found_once import finding_once
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.check_answers import Row, numbered_rows
from challenge_letters.interview.journey import Journey, Visited
from challenge_letters.interview.texts import labels
from challenge_letters.letters.unsaid import groups_in_no_letter, words_in_no_letter
from challenge_letters.plan.planning import make_plan


def rows_in_no_letter(journey: Journey) -> tuple[Row, ...]:
    """Return the rows of the check page that stand in none of the letters written on the day of `journey`.

    Of a situation only what no letter speaks of is shown.
    """
    with finding_once():
        plan = make_plan(case_of(journey), on=journey.today)
        unsaid = {typed.text.strip() for typed in words_in_no_letter(plan)}
        groups = tuple(groups_in_no_letter(plan))
    rows = ((one, row, _groups_of(one, row, groups)) for one, row in numbered_rows(journey))
    return tuple(
        replace(row, text=text) if text else row
        for one, row, text in rows
        if text or _typed_for(one, row) in unsaid
    )


def _groups_of(one: Visited, row: Row, unsaid: tuple[tuple[int, str], ...]) -> str:
    """Return what was ticked for `row` and stands in no letter; "" where it is about something else."""
    if row.answer != "groups" or one.visit.path[:1] != ("problems",):
        return ""
    called = labels("group")
    ticked = (group for place, group in unsaid if place == one.visit.path[1])
    return "; ".join(called[group] for group in ticked if group in one.values["groups"])


def _typed_for(one: Visited, row: Row) -> str:
    """Return the words typed for `row`; "" where something else was answered."""
    answer = next(answer for answer in one.visit.page.answers if answer.name == row.answer)
    is_words = answer.shape == "words" and not answer.unit
    return cleaned(str(one.values[row.answer])).strip() if is_words else ""
