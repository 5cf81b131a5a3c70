"""What the interview asks when two answers do not seem to fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from challenge_letters.case.admissions import Admitted, admitted_in
from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.problems import Problem
from challenge_letters.case.queries import Query, future_days, queries
from challenge_letters.case.sentences import split
from challenge_letters.case.typed_words import typed_words
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.check_answers import Row, numbered_rows
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.failure_pages import FACT_OF
from challenge_letters.interview.hard_words import PAGE_AFTER
from challenge_letters.interview.journey import Journey, Path, Visited, hard_answer
from challenge_letters.interview.kept_out import SAID_ELSEWHERE, kept_out_queries, said_elsewhere
from challenge_letters.interview.page_choices import choices
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.stored_answers import variable
from challenge_letters.interview.texts import sentence
from challenge_letters.interview.walk import journey_of, walk_until

# The pages that hold the fields a query names.
PAGES_OF = {
    "failure": ("failure", "own-words"),
    "decision": ("decision-when", "decision-says", "payment", "next-decision"),
    "requirement": ("how-told", "job-told", "sent-to", "demand-when"),
    "account": ("own-words",),
    "sides": ("side",),
    "reasons": ("own-words", "reason", *FACT_OF.values()),
    "job": ("job-offered",),
    "told_them": ("told", "since-asked"),
    "done_since": ("since-then", "offered"),
    "groups": ("situation",),
    "was_under_18": ("situation",),
    "date_of_birth": ("name", "safe-name"),
    "complaint": ("complaint-event", "complaint-more", "complaint-adjustment-what"),
    "benefit": ("for-whom",),
    "grounds": ("appeal-finding", "appeal-more"),
    "sent": ("sent", "copy-sent", "copy-reply", "appeal-notice", "reg-who", "reg-answer"),
}


def _pages(text: str) -> Iterator[tuple[str, str]]:
    for name in text.split():
        page, _, answer = name.partition(".")
        yield page, answer


# Where the answers are given that go into the case by a function: no record says their place.
READ_BY_A_FUNCTION = {
    "decision.notice": "payment.paid",
    "groups": "situation.groups",
    "admissions": "admission.admission",
    "reasons": "own-words.reason_ticks",
}


@cache
def given_on(name: str) -> frozenset[tuple[str, str]]:
    """Return where the answer that a query calls `name` is given: pages, each with its answer there."""
    if name in READ_BY_A_FUNCTION:
        return frozenset(_pages(READ_BY_A_FUNCTION[name]))
    places = {f"problem.{name}", f"case.{name}"}
    if name.startswith("reasons."):
        places = {f"reason.{name.removeprefix('reasons.')}"}
    return frozenset(
        (page.id, answer.name) for page in PAGES.values() for answer in page.answers if answer.case in places
    )


# A letter carries a date; anything sent to the account is dated by its sending.
DATED_ON = "decision-when.sent next-decision.next_dated"
OTHER_DATE_ON = "decision-says.other_date next-decision.next_dated"


def _admitted(answers: Any, key: str) -> tuple[Admitted, Journey]:
    journey = walk_until(answers, this_day(), "admission", "admissions", key)
    return next(each for each in admitted_in(case_of(journey)) if each.key == key), journey


def admission_of(answers: Any, key: str) -> Admitted:
    """Return the sentence filed under `key` that may be used against them. Raises StopIteration without."""
    return _admitted(answers, key)[0]


def admission_rows(answers: Any, key: str) -> tuple[Row, ...]:
    """Return the answers in which the sentence filed under `key` stands, with where each can be changed."""
    admitted, journey = _admitted(answers, key)
    return tuple(row for one, row in numbered_rows(journey) if admitted.sentence in split(_said(one, row)))


def _said(one: Visited, row: Row) -> str:
    """Return the words typed for `row`; "" where something else was answered."""
    answer = next(answer for answer in one.visit.page.answers if answer.name == row.answer)
    return cleaned(str(one.values[row.answer])) if answer.shape == "words" else ""


def _found(answers: Any, key: str) -> tuple[Query, Journey]:
    journey = walk_until(answers, this_day(), "query", "queries", key)
    asked = (*queries(case_of(journey), today=this_day()), *kept_out_queries(journey))
    return next(query for query in asked if query.key == key), journey


def query_words(answers: Any, key: str) -> str:
    """Return the sentence of the query filed under `key`. Raises StopIteration when there is none."""
    return _found(answers, key)[0].sentence


def query_title(answers: Any, key: str) -> str:
    """Return the heading of the page about the query filed under `key`."""
    return sentence("query-kept-out" if _found(answers, key)[0].is_about_kept_out else "query-clash")


def query_choices(answers: Any, key: str) -> list[dict[str, str]]:
    """Return what can be answered to the query filed under `key`, beside a change of the answers."""
    return choices("kept_out_answer" if _found(answers, key)[0].is_about_kept_out else "query_answer")


def query_rows(answers: Any, key: str) -> tuple[Row, ...]:
    """Return the answers that the query filed under `key` is about, with where each can be changed."""
    query, journey = _found(answers, key)
    return rows_about(query, journey)


def hard_words_before(answers: Any, page: str) -> str:
    """Return the variable of the answer with hard words that the help page `page` follows."""
    last = walk_until(answers, this_day(), page).visited[-1]
    sort = next(sort for sort, after in PAGE_AFTER.items() if after == page)
    return variable(last.visit, hard_answer(last, sort))


def rows_about(query: Query, journey: Journey) -> tuple[Row, ...]:
    """Return the answers of `journey` that `query` names; where it names none, those of its fields."""
    case = case_of(journey)
    about = next((problem for problem in case.problems if problem.id == query.problem), None)
    own = ("problems", case.problems.index(about)) if about else ()
    asked = [(one, row) for one, row in numbered_rows(journey) if _is_within(own, one)]
    if about and query.is_about_kept_out:
        return tuple(_rows_about_kept_out(query, journey, about))
    if query.id == "future-day":
        ahead = future_days(about or case.complaint or case.claimant, journey.today)
        return _rows_with_days({str(day) for _, day in ahead}, asked)
    if query.id == "answered-before-asked":
        return _rows_with_days({str(getattr(about, name)) for name in query.answers}, asked)
    came_by = journey.values("decision-when", *own).get("came_by", "")
    given = [_given_on(name, came_by) for name in query.answers]
    named = tuple(row for one, row in asked if any(_is_one_of(on, one, row) for on in given))
    pages = {page for name in query.fields for page in PAGES_OF[name]}
    return named or tuple(row for one, row in asked if one.visit.page.id in pages)


def _rows_with_days(days: Collection[str], asked: Iterable[tuple[Visited, Row]]) -> tuple[Row, ...]:
    return tuple(row for one, row in asked if _day_given(one, row) in days)


def _is_within(own: Path, one: Visited) -> bool:
    """Say whether a page belongs to the problem at `own`, or to no problem; an empty `own`: to any."""
    return not own or one.visit.path[:1] != ("problems",) or one.visit.path[:2] == own


def _day_given(one: Visited, row: Row) -> str:
    answer = next(answer for answer in one.visit.page.answers if answer.name == row.answer)
    return str(one.values[row.answer]) if answer.shape in ("day", "rough") else ""


def _rows_about_kept_out(query: Query, journey: Journey, about: Problem) -> Iterator[Row]:
    """Yield the answer that keeps something out, and every answer with words that name it."""
    if query.id == SAID_ELSEWHERE:
        found = {(one.visit.key, name) for one, name in said_elsewhere(journey)}
        pairs = numbered_rows(journey)
        yield from (
            row
            for one, row in pairs
            if one.visit.page.id == "keep-out" or (one.visit.key, row.answer) in found
        )
        return
    case = case_of(journey)
    asked_in, *places = query.answers
    typed = {one.place: one.text for part in (about, case) for one in typed_words(part)}
    texts = {typed[each] for each in places}
    on = given_on(asked_in) or _given_on(asked_in, "")[1]
    for one, row in numbered_rows(journey):
        said = _said(one, row)
        if (one.visit.page.id, row.answer) in on or (said.strip() and said in texts):
            yield row


def _given_on(name: str, came_by: str) -> tuple[str, frozenset[tuple[str, str]]]:
    """Return where the answer called `name` is given, and the reason it belongs to, if it is of one."""
    if name in ("decision.dated", "decision.notified"):
        is_on_it = (name == "decision.dated") == (came_by == "letter")
        return "", frozenset(_pages(DATED_ON if is_on_it else OTHER_DATE_ON))
    first, kind, *rest = [*name.split("."), ""]
    if first != "reasons" or not kind:
        return "", given_on(name)
    if rest == [""]:
        return "", given_on("reasons")
    return kind, given_on(f"reasons.{rest[0]}")


def _is_one_of(on: tuple[str, frozenset[tuple[str, str]]], one: Visited, row: Row) -> bool:
    kind, places = on
    return (one.visit.page.id, row.answer) in places and kind in ("", one.visit.path[-1])


def variable_at(answers: Any, number: int) -> str:
    """Return the variable of row `number`, as pages number the rows. Raises IndexError when there is none.

    The questions about answers that may not fit come last. So the rows before them have the same numbers
    while one of those questions is open.
    """
    rows = _rows_by_number(walk_until(answers, this_day(), "query"))
    if number not in rows:
        # Beyond them the answers about sentences that may harm, which come before those questions.
        rows = _rows_by_number(walk_until(answers, this_day(), "query", "queries", ""))
    if number not in rows:
        rows = _rows_by_number(journey_of(answers, this_day()))
    if number not in rows:
        raise IndexError(number)
    return rows[number].variable


def _rows_by_number(journey: Journey) -> dict[int, Row]:
    return {row.number: row for _, row in numbered_rows(journey)}
