"""Finds the page on which each fact of a case was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from challenge_letters.interview.bridge import facts_of
from challenge_letters.interview.check_answers import Row, numbered_rows
from challenge_letters.interview.journey import Journey, Visited

# "problems.sanction.failure": above it stands the whole of a problem, which every answer is about.
SHORTEST_PLACE = 3
# Everything about a problem hangs on these, so they say nothing of one fact in it.
OPENING = frozenset({"what-happened", "which-is-it"})
# What a letter that follows up takes from the problem it follows: its own name for it, and the place there.
TAKEN_OVER = {
    "done_on": "done_since.day",
    "what": "done_since.words",
    "sent_on": "already_asked.day",
    "how": "already_asked.how",
    "copy_enclosed": "already_asked",
    "reconsideration": "already_asked",
    "payment_day": "decision.payment_day",
    "payment_lower_by": "decision.payment_lower_by",
    "statement_words": "decision.statement_words",
    "has_notice": "decision.notice",
}


@dataclass(frozen=True)
class Source:
    """An answer, and the places of the case that hang on it."""

    one: Visited
    row: Row
    places: frozenset[str]

    def beside(self, place: str) -> int:
        """Return how many places hang on this answer that are not within `place`."""
        return sum(not _is_within(each, place) for each in self.places)


class Sources:
    """The answers of a journey, each with what hangs on it.

    Each answer is left out in turn, to see what is then missing from the case: so no table of fields and
    pages has to be kept.
    """

    def __init__(self, journey: Journey) -> None:
        whole = _places(journey)
        self._problems = tuple(
            dict.fromkeys(place.split(".")[1] for place in whole if place.startswith("problems."))
        )
        self.all = tuple(
            Source(one, row, _missing(journey, one, row, whole)) for one, row in numbered_rows(journey)
        )

    def of(self, places: Iterable[str]) -> tuple[Source, ...]:
        """Return the answers that give `places` of the case, one for each page, in interview order."""
        found = (self._closest(each) for place in places for each in self._told_as(place))
        pages = {source.one.visit.key: source for source in found if source}
        return tuple(sorted(pages.values(), key=lambda source: source.row.number))

    def _told_as(self, place: str) -> Iterator[str]:
        """Yield `place`; where its problem only follows from one that was told, what it took from there."""
        first, problem, *rest = [*place.split("."), ""]
        if first != "problems" or problem in self._problems:
            yield place
            return
        name = ".".join(rest).rstrip(".")
        names = dict.fromkeys((name, TAKEN_OVER.get(name, name)))
        yield from (f"problems.{each}.{one}" for each in self._problems for one in names)

    def _closest(self, place: str) -> Source | None:
        """Return the answer that `place` hangs on and as little else as may be."""
        is_of_a_fact = place.count(".") + 1 >= SHORTEST_PLACE
        told = (each for each in self.all if not (is_of_a_fact and each.one.visit.page.id in OPENING))
        hanging = [each for each in told if any(_is_within(part, place) for part in each.places)]
        if hanging:
            return min(hanging, key=lambda each: each.beside(place))
        above, _, _ = place.rpartition(".")
        return self._closest(above) if above.count(".") + 1 >= SHORTEST_PLACE else None


def _is_within(place: str, other: str) -> bool:
    return place == other or place.startswith(f"{other}.")


def _missing(journey: Journey, one: Visited, row: Row, whole: Mapping[str, Any]) -> frozenset[str]:
    """Return the places of the case that are other ones without the answer of `row`."""
    empty: Any = () if isinstance(one.values[row.answer], tuple) else ""
    without = replace(one, values={**one.values, row.answer: empty})
    visited = [without if each is one else each for each in journey.visited]
    try:
        left = _places(replace(journey, visited=visited))
    except (LookupError, ValueError):
        return frozenset()
    return frozenset(place for place in whole.keys() | left.keys() if whole.get(place) != left.get(place))


def _places(journey: Journey) -> dict[str, Any]:
    return dict(_leaves(facts_of(journey)))


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each single fact with its place, problems by their ids: "problems.sanction.failure.kind"."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from _leaves(inside, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list | tuple) and any(isinstance(each, dict) for each in value):
        for number, inside in enumerate(value):
            yield from _leaves(inside, f"{place}.{inside.get('id', number)}")
    else:
        yield place, value
