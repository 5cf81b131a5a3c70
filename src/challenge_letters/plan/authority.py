"""Which law a letter may name: the points each kind of letter makes, and the days that govern them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import FollowingUp, RecordsLate
from challenge_letters.case.problems import AccountDemand, AppliedSanction, Problem
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.authorities import Authority
from challenge_letters.law.nations import legal_system
from challenge_letters.law.points import point, usable, why_not
from challenge_letters.law.reading import read_yaml
from challenge_letters.plan.outcome import LetterKind, PlannedLetter
from challenge_letters.plan.texts import sentence

HERE = Path(__file__).parent
# A letter that rests on these points is not written when the law of one of them cannot be named.
VERY_GROUND: Mapping[LetterKind, tuple[str, ...]] = {
    "mandatory-reconsideration": ("request", "good-reason"),
    "good-reason-statement": ("good-reason",),
    "password-reply": ("evidence-power",),
    "subject-access-request": ("access-right",),
    "requirements-notice": ("domestic-violence",),
    "records-late": ("access-right",),
}


@cache
def _citations() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the points by legal system and kind of letter."""
    return MappingProxyType(read_yaml(HERE / "citations.yaml"))


def points_of(kind: LetterKind, *, nation: str) -> tuple[str, ...]:
    """Return the points that the template of this kind of letter in `nation` may name law for."""
    return tuple(_citations()[legal_system(nation)][kind])


def is_written_for(nation: str, kind: str) -> bool:
    """Whether there is a letter of that `kind` for `nation`."""
    return kind in _citations()[legal_system(nation)]


def governing_days(problem: Problem | None, *, on: date) -> dict[str, date]:
    """Return the days that decide which law governs a letter about `problem` written `on` that day.

    Where a day is known only roughly the earliest it can have been is taken, as for a deadline.
    """
    days = {
        "failure": _failure_day(problem),
        "decision": _decision_day(problem),
        "request": _records_request_day(problem),
    }
    return {"request": on, "writing": on} | {name: day.earliest for name, day in days.items() if day}


def _failure_day(problem: Problem | None) -> RoughDay | None:
    if isinstance(problem, FailureFacts):
        return problem.failure.happened or problem.failure.their_day
    if isinstance(problem, FollowingUp):
        return problem.decision.failure.happened
    return problem.asked_on if isinstance(problem, AccountDemand) else None


def _records_request_day(problem: Problem | None) -> RoughDay | None:
    """Return the day on which the office had a request for records that was made before this letter."""
    return problem.received_on if isinstance(problem, RecordsLate) else None


def _decision_day(problem: Problem | None) -> RoughDay | None:
    if isinstance(problem, FollowingUp):
        return problem.decision.dated or problem.decision.notified
    if not isinstance(problem, AppliedSanction):
        return None
    return problem.decision.dated or problem.decision.counts_from


def authorities_for(point_id: str, case: Case, problem: Problem | None, *, on: date) -> tuple[Authority, ...]:
    """Return the authorities that a letter about `problem`, written `on` that day, may name for a point."""
    days = governing_days(problem, on=on)
    return usable(point_id, benefit=case.rules_of, nation=case.nation, days=days)


def has_its_law(kind: LetterKind, case: Case, problem: Problem | None, *, on: date) -> bool:
    """Whether the law on which the letter rests may be named."""
    return all(authorities_for(point_id, case, problem, on=on) for point_id in VERY_GROUND.get(kind, ()))


def citation_cautions(case: Case, letters: tuple[PlannedLetter, ...], *, on: date) -> tuple[str, ...]:
    """Return a sentence for each point that the letters make without naming all of its law."""
    return tuple(dict.fromkeys(caution for letter in letters for caution in _left_out(letter, case, on)))


def _left_out(letter: PlannedLetter, case: Case, on: date) -> Iterator[str]:
    problems: tuple[Problem | None, ...] = tuple(challenge.problem for challenge in letter.challenges) or (
        letter.demand or letter.follow_up,
    )
    for point_id in points_of(letter.kind, nation=case.nation):
        if not point(point_id).is_made_for(benefit=case.rules_of, nation=case.nation):
            continue  # that benefit has no such rule: nothing is missing
        for problem in problems:
            why = why_not(
                point_id, benefit=case.rules_of, nation=case.nation, days=governing_days(problem, on=on)
            )
            if why:
                yield sentence("cautions", "citation", what=point(point_id).purpose, why=why)
