"""Answers without docassemble: objects whose missing attributes cry out, as docassemble's do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from challenge_letters.interview.journey import Values
from challenge_letters.interview.pages import PAGES, Answer


class Missing(AttributeError):  # noqa: N818
    """An answer was read that has not been given: docassemble would ask for it now."""


CONTAINERS = frozenset(
    [
        "problems",
        "reason",
        "offers",
        "late",
        "findings",
        "gaps",
        "headings",
        "earlier",
        "work_search",
        "admissions",
        "queries",
        "complaint_adjustment",
        "complaint_events",
        "complaint_costs",
    ]
)


class FakeAnswers:
    """An object, list or dictionary of answers that makes what it holds on demand, but never an answer."""

    def __init__(self, name: str = "a") -> None:
        self.instance_name = name
        self._items: dict[Any, FakeAnswers] = {}

    def __getattr__(self, name: str) -> Any:
        if name in CONTAINERS:
            made = FakeAnswers(f"{self.instance_name}.{name}")
            setattr(self, name, made)
            return made
        raise Missing(f"{self.__dict__.get('instance_name', 'a')}.{name}")

    def __getitem__(self, key: Any) -> FakeAnswers:
        return self._items.setdefault(key, FakeAnswers(f"{self.instance_name}[{key!r}]"))

    def __delitem__(self, key: int) -> None:
        """Remove an item of a list; what follows moves up."""
        last = max(self._items, default=key)
        for place in range(key, last):
            self._items[place] = self._items[place + 1]
        del self._items[last]


def fake_answers(told: Mapping[str, Values], **flags: bool) -> FakeAnswers:
    """Return an object holding the answers `told`, by page as `answers_for` gives them."""
    answers = FakeAnswers()
    answers.wants_records = flags.get("wants_records", False)
    answers.wants_complaint = flags.get("wants_complaint", False)
    for key, values in told.items():
        *path, page = key.split("/")
        owner = _owner(answers, path)
        for answer in PAGES[page].answers:
            _give(owner, answer, values[answer.name])
    return answers


def _owner(answers: FakeAnswers, path: list[str]) -> FakeAnswers:
    owner = answers
    is_key = False
    for part in path:
        is_item = is_key or part.isdigit()
        owner = owner[int(part) if part.isdigit() else part] if is_item else getattr(owner, part)
        is_key = part in ("reason", "offers", "admissions", "queries")
    return owner


def _give(owner: FakeAnswers, answer: Answer, value: Any) -> None:
    if answer.shape == "rough":
        is_month = len(value) == len("2027-01")
        setattr(owner, f"{answer.name}_day", "" if is_month or not value else date.fromisoformat(value))
        setattr(owner, f"{answer.name}_month", value if is_month else None)
    elif answer.shape == "ticks":
        setattr(owner, answer.name, dict.fromkeys(value, True))
    elif answer.shape == "day":
        setattr(owner, answer.name, date.fromisoformat(value) if value else "")
    else:
        setattr(owner, answer.name, value)
