"""Reads answers back out of a case: what somebody who tells it would answer on a page.

It undoes into_case.py, and knows of each answer only what its record says. What the bridge reads by functions
of its own has no way back here.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from challenge_letters.case.case import Case
from challenge_letters.interview.into_case import model_in
from challenge_letters.interview.journey import Visit
from challenge_letters.interview.pages import ANOTHER, Answer


def answers_out_of(case: Case, visit: Visit) -> dict[str, Any]:
    """Return the answers on the page of `visit` that stand in one place of `case` each."""
    found: dict[str, Any] = {}
    for answer in visit.page.answers:
        if answer.shape == "read":
            found[answer.name] = True
        elif answer.case:
            found[answer.name] = as_answer(standing_at(answer.case, case, visit), answer)
        elif answer.whether:
            found[answer.name] = yes_or_no(is_so=_is_there(standing_at(answer.whether, case, visit)))
        elif visit.page.items and answer.name == ANOTHER:
            items = standing_at(visit.page.items, case, visit)
            found[answer.name] = yes_or_no(is_so=int(visit.path[-1]) + 1 < len(items))
    return found


def standing_at(place: str, case: Case, visit: Visit) -> Any:
    """Return what stands at `place` ("problem.decision.days") in `case`, for the page of `visit`.

    In a part that is not told everything has the value that says so.
    """
    first, *names = place.split(".")
    found = _root(first, case, visit)
    for number, name in enumerate(names):
        field = type(found).model_fields[name]
        found = getattr(found, name)
        part = model_in(field.annotation)
        if found is None and part and number + 1 < len(names):
            found = part.model_construct()
    return found


def _root(first: str, case: Case, visit: Visit) -> Any:
    if first == "case":
        return case
    if first == "item":
        return standing_at(visit.page.items, case, visit)[int(visit.path[-1])]
    problem: Any = case.problems[int(visit.path[1])]
    if first == "reason":
        return next(one for one in problem.reasons if one.kind == visit.path[-1])
    if first == "offer":
        return next(one for one in problem.offers if one.way == visit.path[-1])
    return problem


def _is_there(found: Any) -> bool:
    return isinstance(found, BaseModel) or bool(found)


def as_answer(value: Any, answer: Answer) -> Any:
    """Return the `value` of a field as the page answers it."""
    if isinstance(value, bool):
        return yes_or_no(is_so=value)
    if isinstance(value, tuple):
        return "\n".join(value) if answer.shape == "words" else value
    return "" if value is None else str(value)


def yes_or_no(*, is_so: bool) -> str:
    """Return a yes or no as a page keeps it."""
    return "yes" if is_so else "no"
