"""What a decision says of itself in the words that were copied, where nobody answered it in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction, Problem
from challenge_letters.plan.length import days_named, days_until_done

# "Reduced until you attend and then for 14 days", "from 25 September until it is done, plus 7 days".
OPEN_AND_THEN = re.compile(
    r"\b(until|till)\b[^.!?]{0,120}?\b(then|plus|followed by|further|another|and for)\b"
    r"[^.!?]{0,40}?\b\d{1,4} days\b",
    re.IGNORECASE,
)
# The fixed days that follow open-ended ones: the low level of `law/sanction_periods.yaml`.
THAT_FOLLOW = frozenset({7, 14, 28})


def with_their_words(case: Case) -> Case:
    """Return `case` with what its decisions say in words of a reduction that nobody could answer about.

    What was answered is never changed: only that the days are open-ended, and how many follow, is read. The
    one exception is a sum: whoever says that the days go on, and gives one number for all of them, is read as
    whoever gives that number alone.
    """
    problems = tuple(map(_read, case.problems))
    if all(new is old for new, old in zip(problems, case.problems, strict=True)):
        return case
    return case.model_copy(update={"problems": problems})


def _read(problem: Problem) -> Problem:
    if not isinstance(problem, AppliedSanction):
        return problem
    read = dict((*_answered_in_words(problem), *_in_one_sum(problem)))
    if not read:
        return problem
    return problem.model_copy(update={"decision": problem.decision.model_copy(update=read)})


def _answered_in_words(problem: AppliedSanction) -> Iterator[tuple[str, Any]]:
    """Yield what the words say of days that nobody could answer about."""
    words = (problem.failure.their_words, problem.decision.statement_words)
    if problem.decision.is_open_ended == "not-known" and any(map(OPEN_AND_THEN.search, words)):
        yield "is_open_ended", "yes"
        if problem.decision.days is None:
            yield "days", days_named(*words)


def _in_one_sum(problem: AppliedSanction) -> Iterator[tuple[str, Any]]:
    """Yield that no days come before those answered, where that number can only be the sum of both."""
    days, until_done = problem.decision.days, days_until_done(problem)
    if problem.decision.is_open_ended == "yes" and days and until_done:
        is_a_sum = days not in THAT_FOLLOW and days - until_done in THAT_FOLLOW
        if is_a_sum:
            yield "is_open_ended", "no"
