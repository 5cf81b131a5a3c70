"""Walks the road with the answers docassemble holds, and gives the interview what it shows on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from challenge_letters.case.admissions import admitted_in
from challenge_letters.case.queries import open_queries
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.hard_words import PAGE_AFTER
from challenge_letters.interview.journey import Journey, Values, Visit
from challenge_letters.interview.kept_out import kept_out_queries
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.remembering import AskAgain, remembering
from challenge_letters.interview.so_far import may_preview
from challenge_letters.interview.stored_answers import owner_of, reader
from challenge_letters.interview.texts import labels
from challenge_letters.law.as_at import day_to_meet
from challenge_letters.plan.before_claim import BEFORE_A_CLAIM

# The page with what the decision or warning says, and the answers copied from it.
ABOUT_THE_MESSAGE = "failure"
COPIED_FROM_IT = ("their_words", "their_day", "their_month")


@dataclass
class Noted(Journey):
    """A journey that leaves what it learned on the answers, for the strip at the foot of every page."""

    answers: Any = None

    def ask(self, page: str, *path: str | int, offered: Mapping[str, str] | None = None) -> Values:
        """Visit `page` and return its answers; what another message said is asked anew first."""
        if page == ABOUT_THE_MESSAGE:
            _forget_another_message(owner_of(self.answers, path), self.problem_type(int(path[-1])))
        return super().ask(page, *path, offered=offered)

    def note(self) -> None:
        """Leave in plain text what every page shows: nation, who writes, the dates that press, whether a
        file with the answers would be safe, and whether there is a letter to look at."""
        self.answers.known_nation = self.nation
        self.answers.known_writer = self.values("for-whom").get("writer_kind", "")
        self.answers.known_may_save = bool(self.values("safe")) and not self.is_at_risk
        self.answers.known_may_preview = may_preview(self)
        limits = [day_to_meet(limit, self.today).isoformat() for limit in self.deadlines.values()]
        self.answers.known_deadline = min(limits, default="")
        self.answers.known_answer_by = min(self.wanted_by, default="")


def _forget_another_message(problem: Any, problem_type: str) -> None:
    """Forget what was copied from a message that is no longer the one chosen, so that it is asked again.

    "You are sanctioned for 91 days" is nothing that a warning says.
    """
    told = vars(problem)
    if told.get("message_of", problem_type) != problem_type:
        for name in COPIED_FROM_IT:
            told.pop(name, None)
    problem.message_of = problem_type


def journey_of(answers: Any, day: date, *, read: Callable[[Visit], Values] | None = None) -> Journey:
    """Return the whole journey through `answers`. Reading a missing answer makes docassemble ask for it."""
    journey = Noted(
        read=read or reader(answers),
        today=day,
        wants_records=bool(answers.wants_records),
        wants_complaint=bool(answers.wants_complaint),
        answers=answers,
    )
    try:
        walk_pages(journey)
        if journey.ending == "letters":
            ask_queries(journey)
    finally:
        journey.note()
    return journey


class _Reached(Exception):  # noqa: N818 - it ends a walk at the page that was looked for
    pass


@dataclass
class Partial(Journey):
    """A journey that ends at one page, before its answers are read: `reached` is that page."""

    reached: Visit = field(default_factory=lambda: Visit(PAGES["what-happened"]))


def walk_until(answers: Any, day: date, page: str, *path: str | int) -> Partial:
    """Return the journey through `answers` up to `page` of `path`, or all of it if it is not on the road."""
    read = reader(answers)

    def until(visit: Visit) -> Values:
        if visit.page.id == page and visit.path == path:
            journey.reached = visit
            raise _Reached
        return read(visit)

    journey = Partial(
        read=until,
        today=day,
        wants_records=bool(answers.wants_records),
        wants_complaint=bool(answers.wants_complaint),
    )
    with suppress(_Reached):
        walk_pages(journey)
        if page == "query" and path and journey.ending == "letters":
            ask_admissions(journey)
        if page in PAGE_AFTER.values() and journey.ending == "letters":
            ask_queries(journey)
    return journey


def ask_admissions(journey: Journey) -> None:
    """Ask about each sentence that may be used against whoever typed it."""
    for admitted in admitted_in(case_of(journey)):
        journey.ask("admission", "admissions", admitted.key)


def ask_queries(journey: Journey) -> None:
    """Ask about sentences that may harm, then about answers that may not fit together, each once."""
    ask_admissions(journey)
    open_ones = open_queries(case_of(journey), today=journey.today)
    for query in (*open_ones, *kept_out_queries(journey)):
        offered = labels("kept_out_answer" if query.is_about_kept_out else "query_answer")
        answer = journey.ask("query", "queries", query.key, offered=offered)["answer"]
        if answer == "explained":
            journey.ask("query-words", "queries", query.key)


def problem_type_of(answers: Any, place: int) -> str:
    """Return what problem number `place` is about ("asked"), once its first page has been answered."""
    problem = answers.problems[place]
    return str(problem.looked_door if problem.door == "not-sure" else problem.door)


def was_before_claim(answers: Any, place: int) -> bool:
    """Say whether what problem number `place` is about lay before the claim: then another day counts."""
    problem = answers.problems[place]
    # An answer to a page that is not on the road any more says nothing.
    return problem.failure_kind in BEFORE_A_CLAIM and problem.was_before_claim == "yes"


def walk_to_the_end(answers: Any, ask_again: AskAgain) -> str:
    """Walk as far as the answers reach and return which end it was: "letters", or why there is no letter.

    `ask_again` is docassemble's force_ask(): it shows a page again that Back took off.
    """
    return journey_of(answers, this_day(), read=remembering(answers, ask_again)).ending
