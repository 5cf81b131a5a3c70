"""What can be written already of a case that is only half told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case
from challenge_letters.case.queries import open_queries
from challenge_letters.interview.bridge import facts_of
from challenge_letters.interview.journey import Journey
from challenge_letters.letters.document_text import BY_HAND
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.outcome import Plan, PlannedLetter
from challenge_letters.plan.planning import make_plan

SIGNED_BY_OTHERS = frozenset({"adviser", "appointee"})

# To the question whether two answers that may not fit are right.
TAKEN_FOR_RIGHT = "as-their-letter-says"
# Told last, behind the letter: left out while they are too short for a case.
BESIDE_THE_LETTER = ("complaint", "records_request")


@dataclass(frozen=True)
class SoFar:
    """The plan of what has been told, and the letters of it that somebody has asked for or was led to.

    `is_in_doubt`: some answers may not fit together, which is asked about before any letter is given.
    """

    plan: Plan
    is_in_doubt: bool = False

    @property
    def letters(self) -> tuple[PlannedLetter, ...]:
        """The letters that can be composed, the one to send now first; none that is merely offered."""
        return tuple(filter(_is_wanted, self.plan.letters))


def so_far(journey: Journey) -> SoFar | None:
    """Return what can be planned of `journey`, wherever it stopped; None while it is too little."""
    first: SoFar | None = None
    for case, is_in_doubt in _cases(journey):
        with suppress(LookupError, ValueError):
            found = SoFar(make_plan(case, on=journey.today), is_in_doubt=is_in_doubt)
            if found.letters:
                return found
            first = first or found
    return first


def may_preview(journey: Journey) -> bool:
    """Say whether there is a letter to look at: asked on every page, for which no more is planned."""
    return bool(journey.nation) and any(
        _has_letter(case, journey.today, is_in_doubt=is_in_doubt) for case, is_in_doubt in _cases(journey)
    )


def _has_letter(case: Case, on: date, *, is_in_doubt: bool) -> bool:
    # Of a case that is in no doubt it is known that no query is open.
    open_ones = None if is_in_doubt else ()
    try:
        return any(map(_is_wanted, choose(case, on=on, open_ones=open_ones).letters))
    except (LookupError, ValueError):
        return False


def _is_wanted(letter: PlannedLetter) -> bool:
    return not letter.is_optional or letter.follow_up is not None


def _cases(journey: Journey) -> Iterator[tuple[Case, bool]]:
    """Yield the case of what has been told, then of less; and whether some answers of it may not fit."""
    try:
        facts = facts_of(journey)
    except (LookupError, ValueError):
        return
    for told in _told_enough({**facts, **_whoever_signs(facts, journey)}):
        with suppress(LookupError, ValueError):
            yield _taken_for_right(told, journey)


def _taken_for_right(facts: dict[str, Any], journey: Journey) -> tuple[Case, bool]:
    """Return the case of `facts`, answers that may not fit taken for what they say, and if there are any."""
    case = build_case(facts)
    doubts = open_queries(case, today=journey.today)
    if not doubts:
        return case, False
    taken = [{"query": each.key, "answer": TAKEN_FOR_RIGHT} for each in doubts]
    answered = [*facts.get("answered_queries", []), *taken]
    return build_case({**facts, "answered_queries": answered}), True


def _whoever_signs(facts: dict[str, Any], journey: Journey) -> dict[str, Any]:
    """Return the adviser or appointee before they are named: the letter is in their voice from the start."""
    kind = journey.values("for-whom").get("writer_kind", "")
    is_to_come = kind in SIGNED_BY_OTHERS and not facts.get("writer")
    return {"writer": {"kind": kind, "name": BY_HAND}} if is_to_come else {}


def _told_enough(facts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield `facts`, then without what was begun last and may be half told."""
    yield facts
    for name in BESIDE_THE_LETTER:
        if name in facts:
            facts = {key: value for key, value in facts.items() if key != name}
            yield facts
    problems = facts.get("problems", [])
    if len(problems) > 1:
        yield {**facts, "problems": problems[:-1]}
