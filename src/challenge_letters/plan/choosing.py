"""Which letters can be written in a case, which one comes first, and why the others cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import (
    AccountDemand,
    AlreadySent,
    AppliedSanction,
    ClaimClosed,
    ThreatenedSanction,
)
from challenge_letters.case.queries import open_queries
from challenge_letters.plan.authority import has_its_law
from challenge_letters.plan.clocks import reconsideration_limit
from challenge_letters.plan.grounds import (
    barred_by,
    best_of,
    faults_of,
    grounds_of,
    lifted_of,
    lifting_of,
    reasons_of,
    too_far,
)
from challenge_letters.plan.length import expected_level_of, level_point
from challenge_letters.plan.outcome import (
    LETTER_KINDS,
    Challenge,
    Challengeable,
    LetterKind,
    PlannedLetter,
    UnwrittenLetter,
)
from challenge_letters.plan.stages import stage_of
from challenge_letters.plan.texts import sentence


@dataclass(frozen=True)
class Choice:
    """The letters that can be written, the one to send now first, and those that cannot."""

    letters: tuple[PlannedLetter, ...]
    unwritten: tuple[UnwrittenLetter, ...]


def choose(case: Case, *, on: date) -> Choice:
    """Return which letters can be written in `case` on the day `on`."""
    refusals = {kind: _refusal(kind, case, on) for kind in LETTER_KINDS}
    writable = sorted(
        (kind for kind in LETTER_KINDS if not refusals[kind]), key=lambda kind: _urgency(kind, case, on)
    )
    planned = (_planned(kind, case, on, is_first=place == 0) for place, kind in enumerate(writable))
    return Choice(
        tuple(planned),
        tuple(
            UnwrittenLetter(kind, why, sentence("unwritten", why)) for kind, why in refusals.items() if why
        ),
    )


def challenges_of(case: Case, *, on: date) -> tuple[Challenge, ...]:
    """Return each decision of `case` as a letter written `on` that day answers it."""
    return tuple(
        _challenge(problem, case, on) for problem in case.problems if isinstance(problem, AppliedSanction)
    )


def _planned(kind: LetterKind, case: Case, on: date, *, is_first: bool) -> PlannedLetter:
    why = sentence("why_now" if is_first else "why_later", kind)
    match kind:
        case "mandatory-reconsideration":
            return PlannedLetter(kind, why, challenges_of(case, on=on))
        case "good-reason-statement":
            return PlannedLetter(kind, why, tuple(_challenge(threat, case, on) for threat in _threats(case)))
        case "password-reply":
            return PlannedLetter(kind, why, demand=_demand(case))
        case "subject-access-request" if case.records_request is None:
            return PlannedLetter(kind, sentence("why_later", kind), is_optional=True)
        case _:
            return PlannedLetter(kind, why)


def _challenge(problem: Challengeable, case: Case, on: date) -> Challenge:
    grounds = grounds_of(problem, case)
    return Challenge(
        problem=problem,
        grounds=grounds,
        best=best_of(grounds, is_partly_done=problem.has_side("did-part")),
        reasons=reasons_of(problem),
        level=level_point(problem, case, on=on),
        stage=stage_of(problem, on=on) if isinstance(problem, AppliedSanction) else "in-time",
        expected_level=expected_level_of(problem, case, on=on),
        faults=faults_of(problem),
        barred=barred_by(problem),
        too_far=too_far(problem, case),
        lifting=lifting_of(problem),
        lifted=lifted_of(problem, case),
    )


def _threats(case: Case) -> tuple[ThreatenedSanction, ...]:
    return tuple(problem for problem in case.problems if isinstance(problem, ThreatenedSanction))


def _decisions(case: Case) -> tuple[AppliedSanction, ...]:
    return tuple(problem for problem in case.problems if isinstance(problem, AppliedSanction))


def _demand(case: Case) -> AccountDemand | None:
    return next((problem for problem in case.problems if isinstance(problem, AccountDemand)), None)


# -- why not


def _refusal(kind: LetterKind, case: Case, on: date) -> str:
    """Return the id of the reason why the letter cannot be written, or ""."""
    if not case.is_in_great_britain:
        return "northern-ireland"
    if any(isinstance(problem, ClaimClosed) for problem in case.problems):
        return "claim-closed"
    if not all(has_its_law(kind, case, problem, on=on) for problem in case.problems):
        return "law-not-held"
    match kind:
        case "mandatory-reconsideration":
            return next(_reconsideration_refusals(case, on), "")
        case "good-reason-statement":
            return next(_statement_refusals(case, on), "")
        case "password-reply":
            return _reply_refusal(case, on)
        case "complaint":
            return "" if case.complaint and case.complaint.events else "no-complaint"
        case _:
            return ""


def _reconsideration_refusals(case: Case, on: date) -> Iterator[str]:
    decisions = _decisions(case)
    if not decisions:
        yield _nothing_to_reconsider(case)
    if _has_open_queries(case, decisions, on):
        yield "open-queries"
    for decision in decisions:
        yield from _lateness_refusals(decision, on)
        if not _has_something_to_say(decision, case, on):
            yield "no-ground"


def _nothing_to_reconsider(case: Case) -> str:
    if any(isinstance(problem, AlreadySent) for problem in case.problems) and not _threats(case):
        return "sent-already"
    return "no-decision-yet"


def _lateness_refusals(decision: AppliedSanction, on: date) -> Iterator[str]:
    stage = stage_of(decision, on=on)
    if stage == "late" and not any(period.what for period in decision.late):
        yield "late-needs-reasons"
    if stage == "very-late" and not (decision.why_look_now or _has_official_error(decision)):
        yield "very-late-needs-a-why"


def _has_official_error(decision: AppliedSanction) -> bool:
    return decision.official_error is not None and bool(decision.official_error.what_they_knew)


def _has_something_to_say(problem: Challengeable, case: Case, on: date) -> bool:
    if isinstance(problem, AppliedSanction) and (
        problem.reasons_will_follow or problem.decision.notice == "none-seen"
    ):
        return True
    if problem.account or grounds_of(problem, case):
        return True
    if not isinstance(problem, AppliedSanction):
        return False
    if problem.is_back_in_work == "yes" or (problem.changed and problem.changed.groups):
        return True
    return level_point(problem, case, on=on) is not None


def _statement_refusals(case: Case, on: date) -> Iterator[str]:
    threats = _threats(case)
    if not threats:
        yield "decided-already" if _decisions(case) else "no-warning"
    if _has_open_queries(case, threats, on):
        yield "open-queries"
    if not all(_has_something_to_say(threat, case, on) for threat in threats):
        yield "no-ground"


def _reply_refusal(case: Case, on: date) -> str:
    demand = _demand(case)
    if demand is None:
        return "no-demand"
    if demand.will_show_nothing or not demand.offers:
        return "show-nothing"
    return "open-queries" if _has_open_queries(case, (demand,), on) else ""


def _has_open_queries(case: Case, problems: tuple[Challengeable | AccountDemand, ...], on: date) -> bool:
    asked = {problem.id for problem in problems}
    return any(query.problem in asked for query in open_queries(case, today=on))


# -- which first


def _urgency(kind: LetterKind, case: Case, on: date) -> tuple[date, int]:
    """Return what letters are ordered by: the day by which to act, then the order in which they matter."""
    rank = LETTER_KINDS.index(kind)
    match kind:
        case "mandatory-reconsideration":
            return _first_limit(case, on), rank
        case "good-reason-statement":
            return min((threat.warning.answer_by or on for threat in _threats(case)), default=on), rank
        case "password-reply":
            demand = _demand(case)
            return (demand.next_appointment if demand and demand.next_appointment else date.max), rank
        case "complaint" if case.complaint and case.complaint.is_still_happening:
            return date.max, 0
        case _:
            return date.max, rank


def _first_limit(case: Case, on: date) -> date:
    """Return the first limit still ahead; a request that is late already can be late no longer."""
    limits = (reconsideration_limit(decision, case) for decision in _decisions(case))
    days = [limit.safe_date or limit.date for limit in limits if limit]
    return max(min(days, default=on), on)
