"""What a decision says of itself in the words that were copied, where nobody answered it in figures."""

from __future__ import annotations

import re
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction, Problem
from challenge_letters.plan.length import days_named

# "Reduced until you attend and then for 14 days", "from 25 September until it is done, plus 7 days".
OPEN_AND_THEN = re.compile(
    r"\b(until|till)\b[^.!?]{0,120}?\b(then|plus|followed by|further|another|and for)\b"
    r"[^.!?]{0,40}?\b\d{1,4} days\b",
    re.IGNORECASE,
)


def with_their_words(case: Case) -> Case:
    """Return `case` with what its decisions say in words of a reduction that nobody could answer about.

    What was answered is never changed: only that the days are open-ended, and how many follow, is read.
    """
    problems = tuple(map(_read, case.problems))
    if all(new is old for new, old in zip(problems, case.problems, strict=True)):
        return case
    return case.model_copy(update={"problems": problems})


def _read(problem: Problem) -> Problem:
    if not isinstance(problem, AppliedSanction) or problem.decision.is_open_ended != "not-known":
        return problem
    words = (problem.failure.their_words, problem.decision.statement_words)
    if not any(map(OPEN_AND_THEN.search, words)):
        return problem
    read: dict[str, Any] = {"is_open_ended": "yes"}
    if problem.decision.days is None:
        read["days"] = days_named(*words)
    return problem.model_copy(update={"decision": problem.decision.model_copy(update=read)})
