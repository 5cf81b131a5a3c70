"""Which letters can be written in a case, which one comes first, and why the others cannot be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import FollowUp, WrittenReasonsRequest
from challenge_letters.case.problems import (
    AccountDemand,
    AppliedSanction,
    Offer,
)
from challenge_letters.case.queries import THE_BENEFIT, THE_CLAIMANT, THE_COMPLAINT, Query, open_queries
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.levels import section_of
from challenge_letters.letter_kinds.kinds import FIRST_KINDS, KINDS, LETTER_KINDS, LetterKind
from challenge_letters.plan.authority import has_its_law, is_written_for
from challenge_letters.plan.back_in_work import work_since
from challenge_letters.plan.before_claim import before_claim_of
from challenge_letters.plan.clocks import reconsideration_limit
from challenge_letters.plan.follow_ups import (
    clock_of,
    offered_follow_ups,
    refusal_of,
    told_follow_ups,
    variant_of,
)
from challenge_letters.plan.grounds import (
    barred_by,
    best_of,
    faults_of,
    grounds_of,
    met_in_time,
    reasons_no_search_was_due,
    reasons_of,
    reasons_to_lift_search,
    short_notice_of,
    too_far,
)
from challenge_letters.plan.length import (
    disputed_before,
    expected_level_of,
    fixed_days_in_one_sum,
    level_point,
    unexplained_of,
    young_of,
)
from challenge_letters.plan.outcome import (
    Challenge,
    Challengeable,
    PlannedLetter,
    UnwrittenLetter,
)
from challenge_letters.plan.protection import protection_of
from challenge_letters.plan.quoted_level import wrong_level
from challenge_letters.plan.rules import Refusal
from challenge_letters.plan.search_hours import hours_of
from challenge_letters.plan.stages import stage_of
from challenge_letters.plan.texts import sentence, told_in


@dataclass(frozen=True)
class Choice:
    """The letters that can be written, the one to send now first, and those that cannot."""

    letters: tuple[PlannedLetter, ...]
    unwritten: tuple[UnwrittenLetter, ...]


def choose(case: Case, *, on: date, open_ones: tuple[Query, ...] | None = None) -> Choice:
    """Return which letters can be written in `case` on the day `on`.

    `open_ones` are the open queries of the case on that day, for whoever knows them already.
    """
    asked = _asked_about(open_queries(case, today=on) if open_ones is None else open_ones)
    drafts, unwritten = _first_letters(case, on, asked)
    followed, not_yet = _follow_ups(case, on, asked)
    ordered = sorted([*drafts, *followed], key=lambda draft: (draft.is_optional, _urgency(draft, case, on)))
    beside = frozenset(draft.kind for draft in ordered)
    planned = (_with_why(draft, case.nation, is_first=place == 0) for place, draft in enumerate(ordered))
    return Choice(tuple(replace(letter, beside=beside) for letter in planned), (*unwritten, *not_yet))


# The part of the case beside its problems whose words a letter prints.
PRINTED_IN: Mapping[LetterKind, str] = {
    "complaint": THE_COMPLAINT,
    "subject-access-request": "records_request",
}
# What has an open query is asked about first: no letter is written of it. Below, `asked` names that.
Asked = frozenset[str]


def _asked_about(open_ones: tuple[Query, ...]) -> Asked:
    """Return what the queries ask about: their problems, and a complaint or records whose words they name."""
    parts = {answer.split(".")[0] for query in open_ones for answer in query.answers}
    return frozenset(query.problem for query in open_ones) | (parts & set(PRINTED_IN.values()))


def _first_letters(case: Case, on: date, asked: Asked) -> tuple[list[PlannedLetter], list[UnwrittenLetter]]:
    refusals = {kind: _refusal(kind, case, on, asked) for kind in FIRST_KINDS}
    drafts = [_draft(kind, case, on) for kind, why in refusals.items() if not why]
    unwritten = [
        UnwrittenLetter(kind, why, sentence("unwritten", why)) for kind, why in refusals.items() if why
    ]
    return drafts, unwritten


def _follow_ups(case: Case, on: date, asked: Asked) -> tuple[list[PlannedLetter], list[UnwrittenLetter]]:
    """Return the letters that come next: those wanted, and those the facts offer without a question."""
    wanted = [(each, _follow_up_refusal(each, case, on, asked)) for each in told_follow_ups(case)]
    offered = [each for each in offered_follow_ups(case) if not _follow_up_refusal(each, case, on, asked)]
    drafts = [_follow_up_draft(each, case, on) for each, refusal in wanted if not refusal]
    drafts += [_follow_up_draft(each, case, on, is_optional=True) for each in offered]
    unwritten = [
        UnwrittenLetter(each.kind, refusal.id, _why_not(refusal, case)) for each, refusal in wanted if refusal
    ]
    return drafts, unwritten


def _why_not(refusal: Refusal, case: Case) -> str:
    return sentence("unwritten", told_in(case.nation, "unwritten", refusal.id), **refusal.days)


def _follow_up_refusal(follow_up: FollowUp, case: Case, on: date, asked: Asked) -> Refusal | None:
    general = _general_refusal(follow_up.kind, case) or _asked_first(follow_up.kind, asked)
    if general:
        return Refusal(general)
    if not has_its_law(follow_up.kind, case, follow_up, on=on):
        return Refusal("law-not-held")
    if follow_up.id in asked:
        return Refusal("open-queries")
    if _goes_with_a_request(follow_up) and _refusal("mandatory-reconsideration", case, on, asked):
        return Refusal("reasons-ask-first")
    return refusal_of(follow_up, case, on=on)


def _goes_with_a_request(follow_up: FollowUp) -> bool:
    """Say whether the letter goes together with a request for reconsideration, and never instead of it."""
    return isinstance(follow_up, WrittenReasonsRequest) and follow_up.reconsideration == "today"


def _follow_up_draft(
    follow_up: FollowUp, case: Case, on: date, *, is_optional: bool = False
) -> PlannedLetter:
    variant = variant_of(follow_up, case, on=on)
    return PlannedLetter(follow_up.kind, "", is_optional=is_optional, follow_up=follow_up, variant=variant)


def challenges_of(case: Case, *, on: date) -> tuple[Challenge, ...]:
    """Return each decision of `case` as a letter written `on` that day answers it."""
    return tuple(_challenge(decision, case, on) for decision in case.decisions)


def _draft(kind: LetterKind, case: Case, on: date) -> PlannedLetter:
    match kind:
        case "mandatory-reconsideration":
            return PlannedLetter(kind, "", challenges_of(case, on=on))
        case "good-reason-statement":
            return PlannedLetter(kind, "", tuple(_challenge(threat, case, on) for threat in case.threats))
        case "password-reply":
            return PlannedLetter(kind, "", demand=_demand(case))
        case _:
            is_optional = kind == "subject-access-request" and case.records_request is None
            return PlannedLetter(kind, "", is_optional=is_optional)


def _with_why(draft: PlannedLetter, nation: str, *, is_first: bool) -> PlannedLetter:
    group = "why_now" if is_first and not draft.is_optional else "why_later"
    return replace(draft, why=sentence(group, told_in(nation, group, draft.kind)))


def _challenge(problem: Challengeable, case: Case, on: date) -> Challenge:
    level = expected_level_of(problem, case, on=on)
    grounds, protection = grounds_of(problem, case), protection_of(problem, case)
    point, wrong = level_point(problem, case, on=on), wrong_level(problem, case, on=on)
    return Challenge(
        problem=problem,
        grounds=grounds,
        best=best_of(
            grounds,
            is_partly_done=problem.has_side("did-part"),
            is_protected=protection.is_certain,
        ),
        reasons=reasons_of(problem),
        level=point,
        wrong_level=wrong.quoted if wrong and point and point.claim == "days" else "",
        stage=stage_of(problem, on=on) if isinstance(problem, AppliedSanction) else "in-time",
        expected_level=level,
        faults=faults_of(problem),
        barred=barred_by(problem),
        too_far=too_far(problem, case),
        reasons_to_lift_search=reasons_to_lift_search(problem),
        reasons_no_search_was_due=reasons_no_search_was_due(problem, case),
        protection=protection,
        young=young_of(problem, case, level, on=on),
        section=section_of(problem.failure.kind, case.rules_of),
        disputed_before=disputed_before(problem, case, on=on),
        work=work_since(problem, case, on=on),
        hours=hours_of(problem, case),
        met=met_in_time(problem),
        short_notice=short_notice_of(problem),
        before_claim=before_claim_of(problem, case),
        unexplained=unexplained_of(problem, case, on=on),
        fixed_in_sum=fixed_days_in_one_sum(problem, case, on=on),
    )


def _demand(case: Case) -> AccountDemand | None:
    """Return the demand to reply to; a record of the work search is among what is offered."""
    demand = case.demand
    if demand is None or not case.work_search or any(offer.way == "enclosed" for offer in demand.offers):
        return demand
    return demand.model_copy(update={"offers": (Offer(way="enclosed"), *demand.offers)})


# -- why not


def _refusal(kind: LetterKind, case: Case, on: date, asked: Asked) -> str:
    """Return the id of the reason why the letter cannot be written, or ""."""
    general = _general_refusal(kind, case) or _asked_first(kind, asked)
    if general:
        return general
    if not all(has_its_law(kind, case, problem, on=on) for problem in case.problems):
        return "law-not-held"
    match kind:
        case "mandatory-reconsideration":
            return next(_reconsideration_refusals(case, on, asked), "")
        case "good-reason-statement":
            return next(_statement_refusals(case, on, asked), "")
        case "password-reply":
            return _reply_refusal(case, asked)
        case "complaint":
            return "" if case.complaint and case.complaint.events else "no-complaint"
        case _:
            return ""


def _general_refusal(kind: LetterKind, case: Case) -> str:
    """Return the id of a reason that has nothing to do with the facts of the letter, or ""."""
    if not is_written_for(case.nation, kind):
        return KINDS[kind].not_written_in[case.nation] or case.nation
    if case.is_claim_closed:
        return "claim-closed"
    return ""


def _asked_first(kind: LetterKind, asked: Asked) -> str:
    """Return "open-queries" where something about the whole case has to be put right before any letter."""
    about = {THE_CLAIMANT, THE_BENEFIT, PRINTED_IN.get(kind, THE_CLAIMANT)}
    return "open-queries" if about & asked else ""


def _reconsideration_refusals(case: Case, on: date, asked: Asked) -> Iterator[str]:
    decisions = case.decisions
    if not decisions:
        yield _nothing_to_reconsider(case)
    if _are_asked_about(decisions, asked):
        yield "open-queries"
    for decision in decisions:
        yield from _lateness_refusals(decision, on)
        if not _has_something_to_say(decision, case, on):
            yield "no-ground"


def _nothing_to_reconsider(case: Case) -> str:
    if case.follow_ups and not case.threats:
        return "next-step"
    if case.sent_already and not case.threats:
        return "sent-already"
    return "no-decision-yet"


def _lateness_refusals(decision: AppliedSanction, on: date) -> Iterator[str]:
    stage = stage_of(decision, on=on)
    if _says_why_it_is_late(decision) or _needs_no_reason(decision):
        return
    if stage == "late":
        yield "late-needs-reasons"
    if stage == "very-late" and not (decision.why_look_now or _has_official_error(decision)):
        yield "very-late-needs-a-why"


def _says_why_it_is_late(decision: AppliedSanction) -> bool:
    return any(period.what for period in decision.late) or decision.did_not_know == "yes"


def _needs_no_reason(decision: AppliedSanction) -> bool:
    """Whether the letter may go without a reason for being late, because the person said that there is none.

    A sanction decision can be revised at any time (Decisions and Appeals Regulations 2013 regs 8 and 14), and
    a reduction ends after enough paid work whatever was asked and when (Universal Credit Regulations 2013
    reg 109).
    """
    return decision.was_stopped == "no" or decision.is_back_in_work == "yes"


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


def _statement_refusals(case: Case, on: date, asked: Asked) -> Iterator[str]:
    threats = case.threats
    if not threats:
        yield "decided-already" if case.decisions else "no-warning"
    if _are_asked_about(threats, asked):
        yield "open-queries"
    if not all(_has_something_to_say(threat, case, on) for threat in threats):
        yield "no-ground"


def _reply_refusal(case: Case, asked: Asked) -> str:
    demand = _demand(case)
    if demand is None:
        return "no-demand"
    if demand.will_show_nothing or not demand.offers:
        return "show-nothing"
    return "open-queries" if _are_asked_about((demand,), asked) else ""


def _are_asked_about(problems: tuple[Challengeable | AccountDemand, ...], asked: Asked) -> bool:
    return any(problem.id in asked for problem in problems)


# -- which first


def _urgency(draft: PlannedLetter, case: Case, on: date) -> tuple[date, int]:
    """Return what letters are ordered by: the day by which to act, then the order in which they matter."""
    rank = LETTER_KINDS.index(draft.kind)
    match KINDS[draft.kind].urgency:
        case "at-once":
            return date.min, rank  # each day of an open-ended sanction costs money
        case "by-its-clock":
            return _follow_up_limit(draft.follow_up, on), rank
        case "before-the-rest":
            return date.max, -1  # it may hold a complaint of its own, and it is what gets a decision
        case _:
            return _urgency_of_a_first(draft.kind, case, on), _rank_when_it_can(draft.kind, case)


def _rank_when_it_can(kind: LetterKind, case: Case) -> int:
    is_going_on = kind == "complaint" and case.complaint and case.complaint.is_still_happening
    return 0 if is_going_on else LETTER_KINDS.index(kind)


def _urgency_of_a_first(kind: LetterKind, case: Case, on: date) -> date:
    """Return the day by which to act on a first letter; the last of all where no day waits for it."""
    match kind:
        case "mandatory-reconsideration":
            return _first_limit(case, on)
        case "good-reason-statement":
            return min((threat.warning.answer_by or on for threat in case.threats), default=on)
        case "password-reply":
            demand = _demand(case)
            days = (demand.answer_by, demand.next_appointment) if demand else ()
            return min((day for day in days if day), default=date.max)
        case _:
            return date.max


def _follow_up_limit(follow_up: FollowUp | None, on: date) -> date:
    clock = clock_of(follow_up) if follow_up else None
    if clock is None:
        return date.max
    kind, start = clock
    limit = deadline(kind, start.earliest)
    return max(limit.safe_date or limit.date, on)


def _first_limit(case: Case, on: date) -> date:
    """Return the first limit still ahead; a request that is late already can be late no longer."""
    limits = (reconsideration_limit(decision, case) for decision in case.decisions)
    days = [limit.safe_date or limit.date for limit in limits if limit]
    return max(min(days, default=on), on)
