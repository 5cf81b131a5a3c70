"""Who to complain to, rung by rung, and by when: a complaint never stops the time to challenge a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.law.data_files import read
from challenge_letters.law.days import working_day_after
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.nations import legal_system

ABOUT = ("service", "provider", "data-protection", "equality")
# Records that are only there to be repeated.
_SHARED = "."


@dataclass(frozen=True)
class Rung:
    """One office to complain to. `deadline` is a kind of deadline, "" if none runs here.

    `answers_in`: the working days in which they say they answer, their own aim and not law; None if none.
    """

    id: str
    who: str
    does: str
    deadline: str
    answers_in: int | None
    authorities: tuple[str, ...]
    checked: str
    recheck: str
    see_adviser: bool


def ladder(about: str, *, nation: str) -> tuple[Rung, ...]:
    """Return the rungs of a complaint, the first office first. Raises UnknownKind and UnknownNation.

    `about` is one of ABOUT. Sources: `ladders.yaml`.
    """
    if about not in ABOUT:
        raise UnknownKind(f"There is no complaint about {about!r}: use one of {', '.join(ABOUT)}.")
    return tuple(_rung(record) for record in _ladders()[legal_system(nation)][about])


def answer_expected(rung: Rung, received: date, *, nation: str) -> date | None:
    """Return the day by which they say they answer a complaint received on that day; None if they do not say.

    Raises BeyondHolidayData and UnknownNation.
    """
    if rung.answers_in is None:
        return None
    day = received
    for _ in range(rung.answers_in):
        day = working_day_after(day, nation)
    return day


def all_rungs() -> Iterator[tuple[str, Rung]]:
    """Yield the name and the content of every rung, for the program's own check."""
    for system, ladders in _ladders().items():
        if not system.startswith(_SHARED):
            for about, records in ladders.items():
                yield from ((f"{system}, {about}, {record['id']}", _rung(record)) for record in records)


@cache
def _ladders() -> Mapping[str, Any]:
    return MappingProxyType(read("ladders.yaml"))


def _rung(record: Mapping[str, Any]) -> Rung:
    return Rung(
        id=record["id"],
        who=record["who"],
        does=record["does"],
        deadline=record.get("deadline", ""),
        answers_in=record.get("answers_in"),
        authorities=tuple(record["authorities"]),
        checked=record["checked"],
        recheck=record["recheck"],
        see_adviser=record.get("see_adviser", False),
    )
