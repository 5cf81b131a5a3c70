"""One way through the interview: which pages were visited, and what was answered on each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import Any, Literal

from challenge_letters.case.queries import OLD_JOB_SITE, OLDER_ALLOWANCE_UNTIL
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.hard_words import PAGE_AFTER, sounds_like
from challenge_letters.interview.pages import PAGES, Answer, Page
from challenge_letters.interview.texts import labels, row_label
from challenge_letters.law.benefits import NEW_STYLE_JSA, UNIVERSAL_CREDIT
from challenge_letters.law.deadlines import Deadline

Path = tuple[str | int, ...]
Values = Mapping[str, Any]
Ending = Literal["letters", "older-benefit", "not-a-sanction", "none-of-these"]


MOST_ITEMS = 30
LABEL_WIDTH = 80
# The pages that come straight after another one, wherever that one is asked.
FOLLOWING: Mapping[str, tuple[Page, ...]] = {
    name: tuple(page for page in PAGES.values() if any(each.page == name for each in page.follows))
    for name in PAGES
}
# Where the day of a decision is told.
DECIDED_ON = ("sent", "paid", "next_dated")


@dataclass(frozen=True)
class Visit:
    """One page of one road: where its answers are kept, and its first choices when they depend on others."""

    page: Page
    path: Path = ()
    offered: Mapping[str, str] | None = None

    @cached_property
    def key(self) -> str:
        """What this visit is called in lists of answers: unlike any other of the same road."""
        return "/".join(str(part) for part in (*self.path, self.page.id))

    @cached_property
    def kept_out_by(self) -> frozenset[str]:
        """The keys of which each, ticked to stay out of the letter, keeps the answers of this page out."""
        pages = {self.page.id, self.page.kept_out_with or self.page.id}
        return frozenset("/".join(str(part) for part in (*self.path, page)) for page in pages)

    @property
    def kept_out_key(self) -> str:
        """The key under which what is told here can be kept out of the letter."""
        return "/".join(str(part) for part in (*self.path, self.page.kept_out_with or self.page.id))

    def choices_of(self, answer: Answer) -> Mapping[str, str]:
        """Return what `answer` can be: value to label. What depends on others is the first of its page."""
        is_first = answer == self.page.answers[0]
        return self.offered if self.offered is not None and is_first else labels(answer.choices)


@dataclass(frozen=True)
class Visited:
    """A page together with what was answered on it; `sent` is all of it, with what does not count."""

    visit: Visit
    values: Values
    sent: Values = field(default_factory=dict, compare=False)

    def left_by(self, kept_out: Set[str]) -> Visited | None:
        """Return what is left of the page where the keys `kept_out` were ticked; None if nothing is."""
        if not kept_out & self.visit.kept_out_by:
            return self
        page = self.visit.page
        empty = {answer.name: answer.empty for answer in page.answers if page.stays_out(answer.name)}
        return replace(self, values={**self.values, **empty}) if page.kept_out else None


class ScreenedOut(Exception):  # noqa: N818 - it is where a road ends, not a fault
    """The road ends before a letter."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending)
        self.ending: Ending = ending


@dataclass
class Journey:
    """One walk along the road. `read` gives the answers of a page, or raises when they are not there yet."""

    read: Callable[[Visit], Values]
    today: date
    wants_records: bool = False
    wants_complaint: bool = False
    visited: list[Visited] = field(default_factory=list)
    deadlines: dict[int, Deadline] = field(default_factory=dict)
    wanted_by: list[str] = field(default_factory=list)
    nation: str = ""
    is_at_risk: bool = False
    ending: Ending = "letters"
    follow_ups: dict[int, str] = field(default_factory=dict)
    opened: dict[int, str] = field(default_factory=dict)
    _by_key: dict[str, Values] = field(default_factory=dict, repr=False)

    def forget_last(self) -> None:
        """Go back to before the last page."""
        last = self.visited.pop()
        if all(one.visit.key != last.visit.key for one in self.visited):
            self._by_key.pop(last.visit.key, None)

    def ask(self, page: str, *path: str | int, offered: Mapping[str, str] | None = None) -> Values:
        """Visit `page` and return its answers."""
        visit = Visit(PAGES[page], path, offered)
        sent = self.read(visit)
        values = visit.page.counting(sent)
        one = Visited(visit, values, sent)
        self.visited.append(one)
        self._by_key.setdefault(visit.key, values)
        self._offer_help(one)
        self._ask_of_the_older_benefit()
        for after in FOLLOWING[page]:
            if after.comes_after(page, values):
                self.ask(after.id, *path)
        return values

    def _ask_of_the_older_benefit(self) -> None:
        """Ask straight after the page that brings it up whether it was the older, income-based benefit."""
        is_new_style = self.values("for-whom").get("benefit") == NEW_STYLE_JSA
        if not is_new_style or self.values("income-based") or not any(map(_is_of_then, self.visited)):
            return
        if self.ask("income-based")["is_income_based"] != "no":
            raise ScreenedOut("older-benefit")

    def _offer_help(self, one: Visited) -> None:
        """Put one page with help right after a box with very hard words: each sort of page once."""
        for sort, page in PAGE_AFTER.items():
            if hard_answer(one, sort) and not self.values(page):
                self.ask(page)

    def ask_items(self, page: str, *path: str | int) -> None:
        """Visit `page` once for each item of a list, until one says that there is no other."""
        for place in range(MOST_ITEMS):
            if self.ask(page, *path, place)["another"] != "yes":
                return

    def values(self, page: str, *path: str | int) -> Values:
        """Return what was answered on `page`, or nothing if it was not on the road."""
        return self._by_key.get("/".join(map(str, (*path, page))) if path else page, {})

    @property
    def rules(self) -> str:
        """The benefit whose rules on sanctions apply: those of universal credit where both are paid."""
        benefit = str(self.values("for-whom").get("benefit", UNIVERSAL_CREDIT))
        is_both = self.values("also-universal-credit").get("also_universal_credit") == "yes"
        return UNIVERSAL_CREDIT if is_both else benefit

    def problem_type(self, place: int) -> str:
        """Return what problem number `place` is about."""
        if place in self.opened:
            return self.opened[place]
        # The stored answer keeps its first name, "door": files with answers hold it.
        chosen = str(self.values("what-happened", "problems", place).get("door", ""))
        looked = self.values("which-is-it", "problems", place).get("looked_door")
        return str(looked) if chosen == "not-sure" else chosen

    def asks_for(self, letter: str) -> bool:
        """Return whether a copy of the records ("records") or a "complaint" is wanted, first or later."""
        wants = {"records": self.wants_records, "complaint": self.wants_complaint}
        return wants[letter] or self.problem_type(0) == letter

    @property
    def wanted_next(self) -> tuple[str, ...]:
        """The kinds of follow-up that were chosen so far."""
        return tuple(kind for kind in self.follow_ups.values() if kind)


def said(journey: Journey) -> dict[str, str]:
    """Return what can be kept out of the letter: the key of each visit with words, and a label."""
    found: dict[str, str] = {}
    for one in journey.visited:
        told = ((name, " ".join(str(one.values[name]).split())) for name in one.visit.page.kept_out_as)
        name, text = next(((name, text) for name, text in told if text), ("", ""))
        if text:
            found.setdefault(one.visit.kept_out_key, f"{_called(one, name)}: {shorten(text, LABEL_WIDTH)}")
    return found


def _called(one: Visited, name: str) -> str:
    """Return what is kept out with one answer: a reason is kept out as a whole, and called by its kind."""
    path = one.visit.path
    return labels("reason")[str(path[-1])] if "reason" in path else row_label(one.visit.page.id, name)


def _is_of_then(one: Visited) -> bool:
    """Say whether a page names the old job site, or a decision of the years of the older allowance."""
    decided = next((one.values[name] for name in DECIDED_ON if one.values.get(name)), "")
    is_old = bool(decided) and RoughDay.parse(str(decided)).latest < OLDER_ALLOWANCE_UNTIL
    texts = (str(one.values[each.name]) for each in one.visit.page.answers if each.shape == "words")
    return is_old or any(OLD_JOB_SITE in text.casefold() for text in texts)


def hard_answer(one: Visited, sort: str) -> str:
    """Return the name of the first answer of one page with words that sound hard in this way, or ""."""
    texts = (answer.name for answer in one.visit.page.answers if answer.shape == "words")
    # Hard words are not passed over because an answer beside them makes them count for nothing.
    return next((name for name in texts if sounds_like(sort, str((one.sent or one.values)[name]))), "")
