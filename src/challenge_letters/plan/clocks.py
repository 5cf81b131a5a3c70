"""Which deadlines run in a case, each with its working, and from which day they are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AlreadySent, AppliedSanction, ClaimClosed, Problem
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.as_at import as_at
from challenge_letters.law.deadlines import Deadline, LawError, deadline
from challenge_letters.plan.follow_ups import clock_of, told_follow_ups
from challenge_letters.plan.outcome import PlannedDeadline
from challenge_letters.plan.texts import sentence


@dataclass(frozen=True)
class Clocks:
    """The deadlines that run, and a sentence for each that could not be worked out."""

    deadlines: tuple[PlannedDeadline, ...] = ()
    cautions: tuple[str, ...] = field(default=())


def clocks_of(case: Case, *, on: date) -> Clocks:
    """Return the deadlines that run in `case` on the day `on`."""
    found: list[PlannedDeadline] = []
    cautions: list[str] = []
    running = tuple(_running(case, on))
    for problem, kind, start in running:
        try:
            counted = as_at(deadline(kind, start.earliest, nation=case.nation), on)
        except LawError as error:
            cautions.append(sentence("cautions", "holiday-data", why=error))
            continue
        about = "claim-closed" if isinstance(problem, ClaimClosed) else kind
        if (kind, start) in _shared(running):
            about = f"{kind}-several"
        found.append(PlannedDeadline(problem.id, sentence("about", about), counted, not start.is_exact))
    return Clocks(tuple(found), tuple(cautions))


def _shared(running: Iterable[tuple[Problem, str, RoughDay]]) -> frozenset[tuple[str, RoughDay]]:
    """Return the clocks, each with its first day, that run for more than one decision at once."""
    decided = Counter(
        (kind, start) for problem, kind, start in running if isinstance(problem, AppliedSanction)
    )
    return frozenset(clock for clock, count in decided.items() if count > 1)


def reconsideration_limit(problem: AppliedSanction, case: Case) -> Deadline | None:
    """Return the one-month limit for `problem`, counted from the earliest day it can have been notified."""
    start = problem.decision.counts_from
    return deadline("mandatory-reconsideration", start.earliest, nation=case.nation) if start else None


def late_limit(problem: AppliedSanction, case: Case) -> Deadline | None:
    """Return the last day of all for a late request about `problem`."""
    start = problem.decision.counts_from
    return deadline("mandatory-reconsideration-late", start.earliest, nation=case.nation) if start else None


def _running(case: Case, on: date) -> Iterator[tuple[Problem, str, RoughDay]]:
    for problem in case.problems:
        if isinstance(problem, AppliedSanction):
            yield from _to_challenge(problem, on)
        if isinstance(problem, ClaimClosed) and problem.told_on:
            yield problem, "mandatory-reconsideration", problem.told_on
        if isinstance(problem, AlreadySent):
            yield from _after_sending(problem)
    yield from _after_a_first_letter(case)


def _after_a_first_letter(case: Case) -> Iterator[tuple[Problem, str, RoughDay]]:
    """Yield the clocks of the follow-ups, but for those of the very decision whose clock runs already."""
    decided = {decision.id for decision in case.decisions}
    for follow_up in told_follow_ups(case):
        clock = clock_of(follow_up)
        if clock and not (clock[0] == "mandatory-reconsideration" and follow_up.about in decided):
            yield follow_up, *clock


def _to_challenge(problem: AppliedSanction, on: date) -> Iterator[tuple[Problem, str, RoughDay]]:
    start = problem.decision.counts_from
    if start is None:
        return
    yield problem, "mandatory-reconsideration", start
    if on > deadline("mandatory-reconsideration", start.earliest).date:
        yield problem, "mandatory-reconsideration-late", start


def _after_sending(sent: AlreadySent) -> Iterator[tuple[Problem, str, RoughDay]]:
    # The month to appeal runs from the day the notice was sent, which is the date on it.
    if sent.is_refusal and sent.answer_dated:
        yield sent, "appeal", sent.answer_dated
    if sent.what == "subject-access-request" and sent.answer == "none" and sent.received_on:
        yield sent, "subject-access-request", sent.received_on
    if sent.what == "complaint" and sent.answer == "final-response" and sent.answer_received:
        yield sent, "independent-case-examiner", sent.answer_received
