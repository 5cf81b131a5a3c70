"""What somebody may want after a first letter, and the short path of pages to each follow-up.

An answer of a follow-up is kept under its field's name with the letter's prefix before it ("met_done_on"), so
that nothing but the record of the letter stands between the pages and the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.texts import labels
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.nations import system_of
from challenge_letters.letter_kinds.kinds import KINDS, wanted_groups
from challenge_letters.letter_kinds.pages import KindPages
from challenge_letters.plan.authority import is_written_for

Values = Mapping[str, Any]


class Journey(Protocol):
    """What the pages of a letter that comes next need to know of the journey on which they are asked."""

    nation: str
    today: date

    def ask(self, page: str, *path: str | int, offered: Mapping[str, str] | None = None) -> Values:
        """Visit `page` and return its answers."""

    def ask_items(self, page: str, *path: str | int) -> None:
        """Visit `page` once for each item of a list."""

    def values(self, page: str, *path: str | int) -> Values:
        """Return what was answered on `page`, or nothing."""

    def problem_type(self, place: int) -> str:
        """Return what problem number `place` is about."""


# What somebody wants, in their own words, and the letters that fit: one group a page, never a long list.
NEXT_GROUPS = wanted_groups()
# What is not a follow-up: the dates that run now, and who can help.
ONLY_THE_DATES = "not-sure"
DECIDED = frozenset({"sanctioned", "paid-less"})


@dataclass(frozen=True)
class Way:
    """The path to one follow-up: the prefix of its answers, and its pages in order.

    `lists` are pages asked once for each item, with the field that holds the items; `only_if` says when a
    page is asked at all. `names_decision`: a page about the decision comes first, unless it was told already;
    `asks_proof`: what shows it is asked last.
    """

    prefix: str
    pages: tuple[str, ...]
    names_decision: bool = False
    asks_proof: bool = True
    lists: Mapping[str, str] = field(default_factory=dict)
    only_if: Mapping[str, Callable[[Journey, int], bool]] = field(default_factory=dict)


def choose_way(journey: Journey, place: int) -> str:
    """Ask what comes next and return the kind of follow-up; "" when only the dates are wanted."""
    path = ("problems", place)
    group = str(journey.ask("what-next", *path)["next_group"])
    kinds = NEXT_GROUPS.get(group, ())
    if len(kinds) < 2:
        return "".join(kinds)
    names = labels("next_kind")
    chosen = str(journey.ask("which-next", *path, offered={kind: names[kind] for kind in kinds})["next_kind"])
    # The choice may be older than the group: what is no longer offered cannot be meant.
    return chosen if chosen in kinds else kinds[0]


def follow_way(journey: Journey, place: int, kind: str) -> None:
    """Walk the pages of the follow-up `kind`; none where it is not written: then the plan says so."""
    if not is_written_for(journey.nation, kind):
        return
    path, way = ("problems", place), WAYS[kind]
    if way.names_decision and decision_told(journey, place) is None:
        journey.ask("next-decision", *path)
    for page in way.pages:
        if page in way.only_if and not way.only_if[page](journey, place):
            continue
        if page in way.lists:
            journey.ask_items(page, *path, way.lists[page])
        else:
            journey.ask(page, *path)
    if way.asks_proof:
        journey.ask("next-proof", *path)


def decision_told(journey: Journey, place: int) -> int | None:
    """Return the place of a decision told before number `place`, which the follow-up is then about."""
    return next((other for other in range(place) if journey.problem_type(other) in DECIDED), None)


def _told(journey: Journey, place: int, page: str) -> Values:
    """Return what was answered on `page` about the decision told before number `place`, if there is one."""
    other = decision_told(journey, place)
    return {} if other is None else journey.values(page, "problems", other)


def _is_decision_untold(journey: Journey, place: int) -> bool:
    return decision_told(journey, place) is None


def _is_doing_untold(journey: Journey, place: int) -> bool:
    done = _told(journey, place, "since-then")
    is_done = done.get("done_state") == "done"
    return not (is_done and done.get("done_on") and str(done.get("done_words", "")).strip())


def _is_asking_untold(journey: Journey, place: int) -> bool:
    return not _told(journey, place, "asked").get("asked_on")


def _is_late_request(journey: Journey, place: int) -> bool:
    return bool(journey.values("appeal-notice", "problems", place)["appeal_outcome"] == "too-late")


def _is_late_appeal(journey: Journey, place: int) -> bool:
    """Say whether the month to appeal has surely passed; a rough day is read in the person's favour."""
    dated = journey.values("appeal-notice", "problems", place)["appeal_notice_dated"]
    return bool(dated) and journey.today > deadline("appeal", RoughDay.parse(dated).latest).date


def _is_thin(journey: Journey, place: int) -> bool:
    return bool(journey.values("copy-reply", "problems", place)["copy_reply"] == "thin")


def _needs_a_member_for_the_ombudsman(journey: Journey, _place: int) -> bool:
    return system_of(journey.nation).has("member-passes-to-ombudsman")


# The conditions that a record can name, under which a page is asked at all.
CONDITIONS: Mapping[str, Callable[[Journey, int], bool]] = {
    "doing-untold": _is_doing_untold,
    "decision-untold": _is_decision_untold,
    "asking-untold": _is_asking_untold,
    "late-request": _is_late_request,
    "late-appeal": _is_late_appeal,
    "thin": _is_thin,
    "needs-a-member-for-the-ombudsman": _needs_a_member_for_the_ombudsman,
}


def _way(pages: KindPages) -> Way:
    return Way(
        pages.prefix,
        tuple(page.id for page in pages.in_order),
        names_decision=pages.names_decision,
        asks_proof=pages.asks_proof,
        lists={page.id: page.items.removeprefix("problem.") for page in pages.in_order if page.items},
        only_if={page.id: CONDITIONS[page.only_if] for page in pages.in_order if page.only_if},
    )


WAYS: Mapping[str, Way] = {kind.id: _way(kind.pages) for kind in KINDS.values() if kind.pages}
