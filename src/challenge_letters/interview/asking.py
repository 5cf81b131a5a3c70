"""What the interview asks when two answers do not seem to fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from challenge_letters.case.queries import Query, queries
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.hard_words import PAGE_AFTER
from challenge_letters.interview.reading import variable
from challenge_letters.interview.road import FACT_OF, Journey, hard_answer
from challenge_letters.interview.rows import Row, numbered_rows
from challenge_letters.interview.walk import journey_of, walk_until

# The pages that hold the fields a query names.
PAGES_OF = {
    "failure": ("failure", "own-words"),
    "decision": ("decision-when", "decision-more", "payment", "next-decision"),
    "requirement": ("how-told", "how-seen", "demand-when"),
    "account": ("own-words",),
    "sides": ("side",),
    "reasons": ("reasons", "reason", *FACT_OF.values()),
    "job": ("job-offered",),
    "told_them": ("told",),
    "done_since": ("since-then", "done"),
    "groups": ("situation",),
    "was_under_18": ("situation",),
    "date_of_birth": ("name", "safe-name"),
    "complaint": ("complaint-event", "complaint-more", "complaint-adjustment-what"),
    "benefit": ("benefit",),
    "grounds": ("appeal-finding", "appeal-more"),
}


def _found(answers: Any, key: str) -> tuple[Query, Journey]:
    journey = walk_until(answers, this_day(), "query", "queries", key)
    return next(query for query in queries(case_of(journey), today=this_day()) if query.key == key), journey


def query_words(answers: Any, key: str) -> str:
    """Return the sentence of the query filed under `key`. Raises StopIteration when there is none."""
    return _found(answers, key)[0].sentence


def query_rows(answers: Any, key: str) -> tuple[Row, ...]:
    """Return the answers that the query filed under `key` is about, with where each can be changed."""
    query, journey = _found(answers, key)
    return tuple(_rows(query, journey))


def hard_words_before(answers: Any, page: str) -> str:
    """Return the variable of the answer with hard words that the help page `page` follows."""
    last = walk_until(answers, this_day(), page).visited[-1]
    sort = next(sort for sort, after in PAGE_AFTER.items() if after == page)
    return variable(last.visit, hard_answer(last, sort))


def _rows(query: Query, journey: Journey) -> Iterator[Row]:
    ids = [problem.id for problem in case_of(journey).problems]
    own = ("problems", ids.index(query.problem)) if query.problem in ids else None
    wanted = {page for name in query.fields for page in PAGES_OF[name]}
    for one, row in numbered_rows(journey):
        is_of_another = own and one.visit.path[:1] == ("problems",) and one.visit.path[:2] != own
        if one.visit.page.id in wanted and not is_of_another:
            yield row


def variable_at(answers: Any, number: int) -> str:
    """Return the variable of row `number`, as pages number the rows. Raises IndexError when there is none.

    The questions about answers that may not fit come last. So the rows before them have the same numbers
    while one of those questions is open.
    """
    rows = _rows_by_number(walk_until(answers, this_day(), "query"))
    if number not in rows:
        rows = _rows_by_number(journey_of(answers, this_day()))
    if number not in rows:
        raise IndexError(number)
    return rows[number].variable


def _rows_by_number(journey: Journey) -> dict[int, Row]:
    return {row.number: row for _, row in numbered_rows(journey)}
