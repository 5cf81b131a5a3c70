"""Which law a letter may name: the points each kind of letter makes, and the days that govern them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import FollowingUp, RecordsLate
from challenge_letters.case.problems import AccountDemand, AppliedSanction, Problem
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.authorities import Authority
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read_yaml
from challenge_letters.law.nations import known as known_nation
from challenge_letters.law.nations import legal_system
from challenge_letters.law.points import point, usable, why_not
from challenge_letters.letter_kinds.kinds import KINDS, LetterKind
from challenge_letters.plan.before_claim import is_before_the_claim
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.texts import sentence, told_in

HERE = Path(__file__).parent


@cache
def _citations() -> Mapping[str, Mapping[str, list[str]]]:
    """Return the points by legal system and kind of letter."""
    return MappingProxyType(read_yaml(HERE / "citations.yaml"))


def points_of(kind: LetterKind, *, nation: str) -> tuple[str, ...]:
    """Return the points that the template of this kind of letter in `nation` may name law for."""
    return tuple(_citations()[legal_system(nation)].get(kind, ()))


def is_written_for(nation: str, kind: str) -> bool:
    """Whether there is a letter of that `kind` for `nation`."""
    return kind in KINDS and nation not in KINDS[kind].not_written_in


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
        return problem.failure.day
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
    return usable(_in_its_place(point_id, problem), benefit=case.rules_of, nation=case.nation, days=days)


def _in_its_place(point_id: str, problem: Problem | None) -> str:
    """Return the point whose law a letter about `problem` names: another one for a failure before the claim.

    Source: Welfare Reform Act 2012 s.26(4) beside s.26(2); Jobseekers Act 1995 s.6J(3) beside s.6J(2).
    """
    return _named(point_id, is_before=_is_before(problem))


def _named(point_id: str, *, is_before: bool) -> str:
    return (is_before and point(point_id).before_claim) or point_id


def _is_before(problem: Problem | None) -> bool:
    return isinstance(problem, FailureFacts) and is_before_the_claim(problem)


def has_its_law(kind: LetterKind, case: Case, problem: Problem | None, *, on: date) -> bool:
    """Whether the law on which the letter rests may be named."""
    return all(authorities_for(point_id, case, problem, on=on) for point_id in KINDS[kind].rests_on)


@dataclass(frozen=True)
class Unnamed:
    """A point that a letter may make without naming all of its law, and why.

    `is_unread`: no law on it was confirmed for this benefit and nation.
    """

    what: str
    why: str
    is_unread: bool


def citation_cautions(case: Case, letters: tuple[PlannedLetter, ...], *, on: date) -> tuple[str, ...]:
    """Return what to know of the points that the letters may make without naming all of their law.

    Where no law on several points was confirmed, one sentence names them all.
    """
    found = tuple(dict.fromkeys(each for letter in letters for each in _left_out(letter, case, on)))
    unread = tuple(each for each in found if each.is_unread)
    if len(unread) < 2:
        return tuple(map(_caution, found))
    row = told_in(case.nation, "cautions", "citations-unread")
    points = "; ".join(each.what for each in unread)
    together = sentence("cautions", row, benefit=NAMES[case.rules_of], points=points)
    return (*(_caution(each) for each in found if not each.is_unread), together)


def _caution(left_out: Unnamed) -> str:
    return sentence("cautions", "citation", what=left_out.what, why=left_out.why)


def _left_out(letter: PlannedLetter, case: Case, on: date) -> Iterator[Unnamed]:
    problems: tuple[Problem | None, ...] = tuple(challenge.problem for challenge in letter.challenges) or (
        letter.demand or letter.follow_up,
    )
    of_each = [
        _unnamed(
            letter.kind,
            case.nation,
            case.rules_of,
            is_before=_is_before(problem),
            days=tuple(governing_days(problem, on=on).items()),
        )
        for problem in problems
    ]
    for of_one_point in zip(*of_each, strict=True):
        yield from filter(None, of_one_point)


# Of all that is told it is a few days that decide, and a plan is made again after each answer.
@lru_cache(maxsize=256)
def _unnamed(
    kind: LetterKind, nation: str, benefit: str, *, is_before: bool, days: tuple[tuple[str, date], ...]
) -> tuple[Unnamed | None, ...]:
    """Return for each point of a letter what of its law is left out; None where all of it is named."""
    return tuple(
        _why_unnamed(_named(point_id, is_before=is_before), nation, benefit, dict(days))
        for point_id in points_of(kind, nation=nation)
        # A benefit without such a rule: nothing is missing.
        if point(point_id).is_made_for(benefit=benefit, nation=nation)
    )


def _why_unnamed(named: str, nation: str, benefit: str, days: Mapping[str, date]) -> Unnamed | None:
    why = why_not(named, benefit=benefit, nation=nation, days=days)
    is_unread = not point(named).ids(benefit=known_benefit(benefit), nation=known_nation(nation))
    return Unnamed(point(named).purpose, why, is_unread) if why else None
