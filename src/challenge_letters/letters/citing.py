"""Names the law in a letter: once, in short form, and only where it may be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from jinja2 import pass_context
from jinja2.runtime import Context

from challenge_letters.case.case import Case
from challenge_letters.case.problems import Problem
from challenge_letters.languages import worded
from challenge_letters.law import points
from challenge_letters.law.authorities import Authority, instruments
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.wording import listed_plainly
from challenge_letters.plan.authority import authorities_for

PLACE = re.compile(r"(?P<head>.*(?:section|regulation|paragraph|Article|rule)) (?P<number>\d\S*)")


@dataclass
class Citations:
    """The law one letter names. A point is named once for each decision or warning, after that not again."""

    case: Case
    on: date
    named: set[tuple[str, str]] = field(default_factory=set)
    cited: list[str] = field(default_factory=list)

    @pass_context
    def cite(self, context: Context, point: str) -> str:
        """Return " (Welfare Reform Act 2012, section 27(2))", or "" if it may not or need not be named."""
        found = self._first_time(context, point)
        return f" ({'; '.join(_groups(found))})" if found else ""

    @pass_context
    def under(self, context: Context, point: str) -> str:
        """Return " under section 27(2) of the Welfare Reform Act 2012"; "" as for `cite`."""
        found = self._first_time(context, point)
        return f" under {listed_plainly(_provisions(found))}" if found else ""

    def law_titles(self) -> list[str]:
        """Return the full titles of what has been cited so far, in the order of first naming."""
        known = instruments()
        return [known[key].title for key in self.cited if known[key].title != known[key].name]

    def _first_time(self, context: Context, point: str) -> tuple[Authority, ...]:
        problem = context.get("problem")
        key = (problem.id if problem else "", point)
        if key in self.named:
            return ()
        found = self._usable(point, problem)
        if found:
            self.named.add(key)
        self.cited = list(dict.fromkeys([*self.cited, *(each.instrument for each in found)]))
        return found

    def _usable(self, point: str, problem: Problem | None) -> tuple[Authority, ...]:
        if not points.point(point).is_printed:
            raise TemplateMistake(worded("letters.templates.screen-point", point=point))
        return authorities_for(point, self.case, problem, on=self.on)


def _groups(authorities: Iterable[Authority]) -> list[str]:
    """Return one text an instrument: its name, then the provisions."""
    return [f"{name}, {places}" if places else name for name, places in _by_instrument(authorities)]


def _provisions(authorities: Iterable[Authority]) -> list[str]:
    """Return one text an instrument: the provisions, then its name."""
    return [f"{places} of the {name}" if places else name for name, places in _by_instrument(authorities)]


def _by_instrument(authorities: Iterable[Authority]) -> Iterator[tuple[str, str]]:
    for name, group in groupby(authorities, key=_instrument_name):
        yield name, _together([each.provision for each in group if each.provision])


def _instrument_name(authority: Authority) -> str:
    """Return the name to print, with "by analogy" before a case of an older benefit."""
    name = instruments()[authority.instrument].name
    return f"by analogy {name}" if authority.by_analogy else name


def _together(places: list[str]) -> str:
    """Return provisions of one instrument in one breath: "sections 15(4), 23(2) and 24(4)"."""
    if len(places) < 2:
        return listed_plainly(places)
    matches = [PLACE.fullmatch(place) for place in places]
    heads = {match["head"] if match else "" for match in matches}
    if len(heads) != 1 or "" in heads:
        return listed_plainly(places)
    return f"{heads.pop()}s {listed_plainly(match['number'] for match in matches if match)}"


class ShortCitations:
    """The law of a composed letter: in full where it is first named, after that as shortly as is clear.

    The Act or the Regulations named last need not be named again: "section 27(2)", "regulation 104"; another
    Act is named by its year: "section 9(3) of the 1998 Act".
    """

    def __init__(self, case: Case, on: date) -> None:
        self.usable = Citations(case, on)._usable
        self.named: list[str] = []
        self.named_points: list[str] = []
        self.last: dict[str, str] = {}

    @pass_context
    def cite(self, context: Context, point: str) -> str:
        """Return " (Welfare Reform Act 2012, section 27(2))", or "" if it may not be named."""
        found = self.usable(point, context.get("problem"))
        if not found:
            return ""
        self.named_points.append(point)
        return f" ({'; '.join(self._groups(found))})"

    def _groups(self, authorities: Iterable[Authority]) -> Iterator[str]:
        for key, group in groupby(authorities, key=lambda each: each.instrument):
            together = list(group)
            places = _together([each.provision for each in together if each.provision])
            yield self._place(key, _instrument_name(together[0]), places)

    def _place(self, key: str, name: str, places: str) -> str:
        kind = _kind_of(name)
        is_last, is_new = self.last.get(kind) == key, key not in self.named
        self.named = [*self.named, key] if is_new else self.named
        self.last[kind] = key
        if not places:
            return name if is_new else name.partition(" v ")[0]
        if is_new or (kind == REGULATIONS and not is_last):
            return f"{name}, {places}"
        if not is_last:
            return f"{places} of the {name.rpartition(' ')[2]} {kind}"
        others = [other for other in self.named if _kind_of(instruments()[other].name) == kind]
        return f"{places} of the same Regulations" if kind == REGULATIONS and len(others) > 1 else places


REGULATIONS = "Regulations"


def _kind_of(name: str) -> str:
    """Return which kind of instrument `name` is, by the last word before its year."""
    words = [word for word in name.split() if not word.isdigit()]
    return next((kind for kind in ("Act", "Order", REGULATIONS) if kind in words), name)
