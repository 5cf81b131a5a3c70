"""The shape of a rule for a letter that comes next: when it may be sent, its clock and its version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.spoken import spoken


@dataclass(frozen=True)
class Refusal:
    """Why a letter may not be sent: the id of a sentence, and the days it names."""

    id: str
    days: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """What holds for one kind of follow-up. Each part is called with the follow-up, the case and the day.

    What it needs at all stands in the record of the letter. `why_not` gives a further reason for not sending
    it; `clock` the kind of deadline that runs and its first day; `variant` the version of the letter.
    """

    why_not: Callable[[Any, Case, date], Refusal | None] = lambda *_: None
    clock: Callable[[Any], tuple[str, RoughDay | None]] = lambda _: ("", None)
    variant: Callable[[Any, Case, date], str] = lambda *_: ""


def with_day(reason: str, day: date) -> Refusal:
    """Return the refusal `reason`, whose sentence names `day`."""
    return Refusal(reason, {"day": spoken(day)})
