"""How far a challenge to a decision has got, by when to ask, and which ways are still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.law.data_files import read
from challenge_letters.law.deadlines import Deadline, deadline
from challenge_letters.law.nations import legal_system

Stage = Literal["in-time", "late", "very-late"]


@dataclass(frozen=True)
class Notice:
    """What the notice of the decision says, each None if that is not known.

    `asks_first`: that reconsideration comes before an appeal; `gives_reasons`: why it was made.
    """

    asks_first: bool | None = None
    gives_reasons: bool | None = None


_UNSEEN = Notice()


@dataclass(frozen=True)
class Route:
    """One thing that can still be done: what to say of it, and the ids of the authorities behind it."""

    id: str
    says: str
    authorities: tuple[str, ...]
    see_adviser: bool


def stage(notified: date, *, on: date) -> Stage:
    """Return the stage on the day `on` for a decision notified on that day.

    In time: within the month. Late: within twelve months of its last day. Very late: after that.
    Sources: Decisions and Appeals Regulations 2013 (Northern Ireland: 2016), regulations 5 and 6.
    """
    if on <= deadline("mandatory-reconsideration", notified).date:
        return "in-time"
    return "late" if on <= deadline("mandatory-reconsideration-late", notified).date else "very-late"


def last_day(
    notified: date, *, nation: str, reasons_asked: date | None = None, reasons_came: date | None = None
) -> Deadline:
    """Return by when a request must be received, which written reasons can move.

    `reasons_asked`: the day on which written reasons were asked for, None if they were not or if the notice
    contained them already; `reasons_came`: the day on which they were provided. Asked for after the month
    they move nothing. While they have not come the month is shown, which is safe. Raises as `deadline` does.
    Sources: regulation 5(1)(b)(i) to (iii) of the same regulations.
    """
    month = deadline("mandatory-reconsideration", notified, nation=nation)
    if reasons_asked is None or reasons_came is None or reasons_asked > month.date:
        return month
    if reasons_came <= month.date:
        return deadline("reasons-in-the-month", notified, nation=nation)
    return deadline("reasons-after-the-month", reasons_came, nation=nation)


def routes(
    notified: date, *, on: date, nation: str, notice: Notice = _UNSEEN, was_refused_as_late: bool = False
) -> tuple[Route, ...]:
    """Return what can still be done on the day `on`, in the order in which it comes.

    Raises UnknownNation. Sources: `reconsideration.yaml`.
    """
    reached = stage(notified, on=on)
    applies = {
        "reconsider": reached == "in-time",
        "written-reasons": reached == "in-time" and notice.gives_reasons is False,
        "direct-appeal": notice.asks_first is False,
        "extend": reached == "late" and not was_refused_as_late,
        "refused-as-late": reached != "very-late" and was_refused_as_late,
        "any-time": reached != "in-time",
        "very-late-appeal": reached == "very-late",
    }
    return tuple(_route(route_id, legal_system(nation)) for route_id, is_open in applies.items() if is_open)


@cache
def _routes() -> Mapping[str, Any]:
    return MappingProxyType(read("reconsideration.yaml"))


def _route(route_id: str, system: str) -> Route:
    record = _routes()[route_id]
    authorities = tuple(record["authorities"].get(system, ()))
    return Route(
        route_id,
        record["says"] if authorities else record["instead"],
        authorities,
        record.get("see_adviser", False) or not authorities,
    )


def all_authorities() -> Iterator[tuple[str, str]]:
    """Yield the name of each route with each authority behind it, for the program's own check."""
    for route_id, record in _routes().items():
        for keys in record["authorities"].values():
            yield from ((f"reconsideration.yaml, {route_id}", key) for key in keys)
