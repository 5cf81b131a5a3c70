"""Puts answers where their records say that they go in the case.

    told(given, "problem", ("problems", 0), AppliedSanction)
    -> {"decision": {"days": 28}, "account": "I was ill.", "late": [{"began": "2026-11", "what": "…"}]}

What an answer becomes depends on the field it fills and on its unit: yes or no for a field that is true or
false, lines for an address, a number for an amount. out_of_case.py goes the other way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from challenge_letters.case.problems import Problem
from challenge_letters.interview.amounts import days_in, hours_in, minutes_in
from challenge_letters.interview.given_answers import GivenAnswers
from challenge_letters.interview.journey import Path, Values
from challenge_letters.interview.pages import Answer, Unit
from challenge_letters.interview.sums import money
from challenge_letters.law.errors import BadRecord

Facts = dict[str, Any]
AMOUNTS: Mapping[Unit, Callable[[str], Any]] = {
    "days": days_in,
    "hours": hours_in,
    "minutes": minutes_in,
    "pounds": money,
}
# The model of each kind of problem.
PROBLEMS: Mapping[str, type[BaseModel]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(get_args(Problem)[0])
}


def told(given: GivenAnswers, root: str, path: Path, model: type[BaseModel]) -> Facts:
    """Return the facts that the pages at `path` and within it give about their `root`, which is a `model`.

    `root` is the first name of the places that are meant: "case", "problem", "reason" or "offer".
    """
    facts: Facts = {}
    for one in given.under(path):
        page = one.visit.page
        if page.items:
            first, *names = page.items.split(".")
            if first == root:
                item = _item(one.values, page.answers, kind_at(model, tuple(names)))
                _part(facts, names[:-1]).setdefault(names[-1], []).append(item)
            continue
        for answer in page.answers:
            first, *names = answer.case.split(".")
            if first == root:
                value = as_fact(one.values[answer.name], answer, kind_at(model, tuple(names)))
                _part(facts, names[:-1]).update(filled({names[-1]: value}))
    return without_empty(facts)


def _item(values: Values, answers: tuple[Answer, ...], kind: Any) -> Facts:
    """Return one item of a list, each of whose answers fills a field of the item."""
    named = {answer: answer.case.removeprefix("item.") for answer in answers if answer.case}
    return filled(
        {name: as_fact(values[answer.name], answer, kind_at(kind, (name,))) for answer, name in named.items()}
    )


def _part(facts: Facts, names: list[str]) -> Facts:
    """Return the part of `facts` at `names`, made where it is not there yet."""
    for name in names:
        facts = facts.setdefault(name, {})
    return facts


def as_fact(value: Any, answer: Answer, kind: Any) -> Any:
    """Return the `value` of an answer as a field of the type `kind` holds it."""
    if answer.unit:
        return AMOUNTS[answer.unit](str(value))
    if kind is bool:
        return value == "yes"
    if answer.shape == "words" and get_origin(kind) is tuple:
        return lines(value)
    return value


def lines(text: Any) -> list[str]:
    """Return the lines of `text` that say anything."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


def filled(values: Facts) -> Facts:
    """Return `values` without those that were left empty."""
    return {name: value for name, value in values.items() if value not in ("", None, (), [], {})}


def without_empty(facts: Facts) -> Facts:
    """Return `facts` without empty parts, at any depth."""
    return filled(
        {name: without_empty(part) if isinstance(part, dict) else part for name, part in facts.items()}
    )


@cache
def kind_at(whole: Any, names: tuple[str, ...]) -> Any:
    """Return the type of what stands at `names` in a model, or in the model that `whole` is a list of.

    Raises BadRecord if it has no such field.
    """
    kind = whole
    for name in names:
        model = model_in(kind)
        if model is None or name not in model.model_fields:
            raise BadRecord(f"There is no {'.'.join(names)} in {getattr(whole, '__name__', whole)}.")
        kind = model.model_fields[name].annotation
    return kind


def model_in(kind: Any) -> type[BaseModel] | None:
    """Return the model that `kind` is, may be, or is a list of; None if it is none."""
    if isinstance(kind, type):
        return kind if issubclass(kind, BaseModel) else None
    return next((found for part in get_args(kind) if (found := model_in(part))), None)
