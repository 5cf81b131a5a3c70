"""The answers of somebody half-way: what is due next, what would be noise, and the journey made so far.

A state is every answer ever given, by page, among them those that can no longer be reached: just what
docassemble keeps in a session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from challenge_letters.interview.journey import Journey, Values, Visit
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import Answer
from challenge_letters.interview.walk import ask_queries

State = Mapping[str, Values]
NOISE = "NOISE that nobody said"


class Due(Exception):  # noqa: N818
    """A page that has not been answered."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit.key)
        self.visit = visit


def travelled(state: State, today: date, wants: tuple[bool, bool] = (False, False)) -> Journey:
    """Return the journey through `state`. Raises `Due` with the first page that has not been answered."""

    def read(visit: Visit) -> Values:
        if visit.key not in state:
            raise Due(visit)
        return _offered(visit, state)

    return _journey(read, today, wants)


def _journey(read: Callable[[Visit], Values], today: date, wants: tuple[bool, bool]) -> Journey:
    journey = walk_pages(Journey(read=read, today=today, wants_records=wants[0], wants_complaint=wants[1]))
    if journey.ending == "letters":
        ask_queries(journey)
    return journey


def filled_up(
    state: dict[str, Values],
    answer: Callable[[Visit], Values],
    today: date,
    wants: tuple[bool, bool] = (False, False),
) -> Journey:
    """Return the journey through `state`; whatever falls due on the way is answered by `answer` and added."""

    def read(visit: Visit) -> Values:
        if visit.key not in state:
            state[visit.key] = answer(visit)
        return _offered(visit, state)

    return _journey(read, today, wants)


def due_page(state: State, today: date, wants: tuple[bool, bool] = (False, False)) -> Visit:
    """Return the page that is due next. Raises `LookupError` when none is."""
    try:
        travelled(state, today, wants)
    except Due as due:
        return due.visit
    raise LookupError("nothing is due")


def _offered(visit: Visit, state: State) -> Values:
    return {answer.name: _offered_only(answer, visit, state[visit.key]) for answer in visit.page.answers}


def _offered_only(answer: Answer, visit: Visit, values: Values) -> Any:
    value = values[answer.name]
    if answer.shape != "ticks":
        return value
    return tuple(key for key in visit.choices_of(answer) if key in value)


def noise(visit: Visit) -> Values:
    """Return answers to a page that belongs to no case: words that must turn up nowhere."""
    return {answer.name: _noise(answer, visit) for answer in visit.page.answers}


# Answers that open no further page, where the first choice would.
QUIET = {
    "another": "no",
    "told_about_demand": "no",
    "knew": "no",
    "handed": "no",
    "statement_says": "nothing",
    "work_search_way": "no",
    "door": "warned",
}
NOT_WORDS = (
    "days",
    "minutes",
    "minutes_each_way",
    "hours",
    "pounds",
    "payment_lower_by",
    "national_insurance_number",
    "phone",
    "email",
)


def _noise(answer: Answer, visit: Visit) -> Any:
    if answer.name in QUIET:
        return QUIET[answer.name]
    if answer.shape == "choice":
        return next(iter(visit.choices_of(answer)))
    if answer.shape == "ticks":
        return ("bring",) if answer.name == "ways" else ()
    if answer.shape == "rough":
        return "2026-08-19"
    if answer.shape in ("day", "read"):
        return "" if answer.shape == "day" else True
    return "" if answer.name.endswith(NOT_WORDS) else NOISE
