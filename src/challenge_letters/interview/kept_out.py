"""What was ticked as "to stay out of the letter", looked for in everything else that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.queries import Query
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.journey import Journey, Visited
from challenge_letters.interview.texts import page_texts

SAID_ELSEWHERE = "something-kept-out"
SHORTEST = 5
ENDING = re.compile(r"(?:'s|ing|ed|es|s)$")


def kept_out_queries(journey: Journey) -> Iterator[Query]:
    """Yield a query for the first problem with words of its own that say what was ticked to stay out."""
    if not journey.values("keep-out").get("keep_out"):
        return
    for place, problem in enumerate(case_of(journey).problems):
        if any(_is_of(one, place) for one, _ in said_elsewhere(journey)):
            yield Query(SAID_ELSEWHERE, problem.id, (), (), is_about_kept_out=True)
            return


def said_elsewhere(journey: Journey) -> Iterator[tuple[Visited, str]]:
    """Yield each page, and the answer on it, that uses a telling word of what is kept out."""
    telling = {word for one, _, text in _typed(journey, kept_out=True) for word in _telling(text)}
    for one, name, text in _typed(journey, kept_out=False):
        if telling & _telling(text):
            yield one, name


def is_kept_out(one: Visited, journey: Journey) -> bool:
    """Say whether the page of `one` is left out, for itself or with the page it goes with."""
    return bool(one.visit.kept_out_by & set(journey.values("keep-out").get("keep_out", ())))


def _typed(journey: Journey, *, kept_out: bool) -> Iterator[tuple[Visited, str, str]]:
    for one in journey.visited:
        if one.visit.page.id in ("keep-out", "query-words"):
            continue
        for answer in one.visit.page.answers:
            is_out = is_kept_out(one, journey) and one.visit.page.stays_out(answer.name)
            if is_out is kept_out and answer.shape == "words" and not answer.unit:
                yield one, answer.name, cleaned(str(one.values[answer.name]))


def _telling(text: str) -> set[str]:
    """Return the words of `text` that say what it is about, without their endings."""
    words = re.findall(r"[^\W\d_]+(?:'s)?", text.casefold().replace("’", "'"))
    return {ENDING.sub("", word) for word in words if len(word) >= SHORTEST} - _common()


@cache
def _common() -> set[str]:
    return {ENDING.sub("", word) for word in str(page_texts()["common_words"]).split()}


def _is_of(one: Visited, place: int) -> bool:
    return one.visit.path[:2] == ("problems", place) or (place == 0 and one.visit.path[:1] != ("problems",))
