"""When a letter that follows a first one may be sent, when not, and which of them the facts offer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import (
    AppealGrounds,
    AuthorityToAct,
    FollowUp,
    NoAnswer,
    RequirementMet,
    RequirementsNotice,
    WrittenNoticeRequest,
    WrittenReasonsRequest,
)
from challenge_letters.case.prefill import filled_from_case
from challenge_letters.case.problems import AlreadySent, AppliedSanction, Problem
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.levels import expected_level
from challenge_letters.law.practice import span
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.length import expected_level_of
from challenge_letters.plan.other_follow_ups import OTHER_RULES
from challenge_letters.plan.rules import Refusal, Rule, with_day
from challenge_letters.plan.status import FIXED_LEVELS

# Practice in advice work, never said as a right: when to ask whether a request is registered, when to chase.
ASK_IF_REGISTERED = span("ask-whether-registered")
CHASE = span("chase")


def told_follow_ups(case: Case) -> tuple[FollowUp, ...]:
    """Return the follow-ups that somebody asked for in `case`, their gaps filled."""
    return tuple(filled_from_case(follow_up, case) for follow_up in case.follow_ups)


def offered_follow_ups(case: Case) -> tuple[FollowUp, ...]:
    """Return the follow-ups nobody asked for that the facts of `case` give without another question."""
    asked = {follow_up.kind for follow_up in case.follow_ups}
    found: dict[str, FollowUp] = {}
    for follow_up in (*chain.from_iterable(map(_offers, case.problems)), *_offers_on_the_writer(case)):
        if follow_up.kind not in asked:
            found.setdefault(follow_up.kind, filled_from_case(follow_up, case))
    return tuple(found.values())


def refusal_of(follow_up: FollowUp, case: Case, *, on: date) -> Refusal | None:
    """Return why the letter may not be sent on the day `on`, or None when it may."""
    return _missing(follow_up) or RULES[follow_up.kind].why_not(follow_up, case, on)


def _missing(follow_up: FollowUp) -> Refusal | None:
    """Return the first reason in the record of the letter for which a field is still empty, or None."""
    needs = KINDS[follow_up.kind].needs.items()
    lacking = (reason for reason, names in needs if not all(getattr(follow_up, name) for name in names))
    return next((Refusal(reason) for reason in lacking), None)


def variant_of(follow_up: FollowUp, case: Case, *, on: date) -> str:
    """Return which version of the letter is due on the day `on`; "" where there is only one."""
    return RULES[follow_up.kind].variant(follow_up, case, on)


def week_to_chase_in(sent_on: RoughDay, on: date) -> date:
    """Return the Monday of the week in which to ask what has become of a request: practice, never a right."""
    day = max(sent_on.latest + CHASE, on)
    return day - timedelta(days=day.weekday())


def clock_of(follow_up: FollowUp) -> tuple[str, RoughDay] | None:
    """Return the kind of deadline that runs for `follow_up` and its first day, or None."""
    kind, start = RULES[follow_up.kind].clock(follow_up)
    return (kind, start) if start else None


def _offers(problem: object) -> Iterator[FollowUp]:
    if isinstance(problem, AppliedSanction):
        yield from _offers_on_a_decision(problem)
    if isinstance(problem, AlreadySent) and _is_unanswered_request(problem):
        yield NoAnswer(kind="no-answer", about=problem.id)


def _offers_on_the_writer(case: Case) -> Iterator[FollowUp]:
    """Yield the client's authority for an adviser: the office answers nobody else without it."""
    if case.writer.kind == "adviser":
        writer = case.writer
        yield AuthorityToAct(kind="authority", organisation=writer.organisation, people=writer.name)


def _offers_on_a_decision(problem: AppliedSanction) -> Iterator[FollowUp]:
    if problem.decision.is_open_ended == "yes" and problem.done_since.state == "done":
        yield RequirementMet(kind="requirement-met", about=problem.id)
    if problem.decision.notice == "none-seen":
        yield WrittenNoticeRequest(kind="written-notice-request", about=problem.id)


def _source(follow_up: FollowUp, case: Case) -> Problem | None:
    """Return the problem that `follow_up` takes its facts from, if there is one."""
    return next((problem for problem in case.problems if problem.id == follow_up.about), None)


# -- the rules, letter by letter


def _met(follow_up: RequirementMet, case: Case, on: date) -> Refusal | None:
    is_fixed = _met_level(follow_up, case, on) in FIXED_LEVELS and follow_up.is_open_ended != "yes"
    if follow_up.is_open_ended == "no" or is_fixed:
        return Refusal("met-fixed-length")
    if follow_up.done_on is None or not follow_up.what:
        return Refusal("met-not-done")
    if follow_up.done_on.earliest > on:
        return with_day("met-not-yet", follow_up.done_on.earliest)
    return None


def _met_level(follow_up: RequirementMet, case: Case, on: date) -> str:
    """Return the level of the reduction; "low" where nothing says otherwise, as it is the commonest."""
    source = _source(follow_up, case)
    if isinstance(source, AppliedSanction):
        return expected_level_of(source, case, on=on) or "low"
    failure = follow_up.decision.failure
    day = failure.happened.earliest if failure.happened else on
    level = expected_level(
        failure.kind, benefit=case.rules_of, groups=frozenset(), day=day, nation=case.nation
    )
    return level or "low"


def _notice(follow_up: WrittenNoticeRequest, _case: Case, _on: date) -> Refusal | None:
    if follow_up.has_notice:
        return Refusal("notice-is-here")
    return None if follow_up.payment_day else Refusal("notice-needs-payment")


def _reasons(follow_up: WrittenReasonsRequest, _case: Case, on: date) -> Refusal | None:
    start = follow_up.decision.counts_from
    if follow_up.gives_reasons != "no":
        return Refusal("reasons-are-given" if follow_up.gives_reasons == "yes" else "reasons-look-first")
    if follow_up.reconsideration == "not-asked":
        return Refusal("reasons-ask-first")
    if start is None:
        return Refusal("reasons-need-a-day")
    last = deadline("mandatory-reconsideration", start.latest).date
    return with_day("reasons-too-late", last) if on > last else None


def _stop(follow_up: RequirementsNotice, _case: Case, _on: date) -> Refusal | None:
    if (follow_up.within_six_months, follow_up.lives_apart) != ("yes", "yes"):
        return Refusal("stop-conditions")
    return None if follow_up.used_in_last_year == "no" else Refusal("stop-used-before")


def _chase(follow_up: NoAnswer, case: Case, on: date) -> Refusal | None:
    source = _source(follow_up, case)
    if isinstance(source, AlreadySent) and not _is_unanswered_request(source):
        return Refusal("chase-answered")
    if follow_up.sent_on is None:
        return Refusal("chase-needs-a-day")
    if follow_up.said_back:
        return None
    first = follow_up.sent_on.latest + ASK_IF_REGISTERED
    return with_day("chase-too-soon", first) if on < first else None


def _is_unanswered_request(sent: AlreadySent) -> bool:
    return sent.what == "mandatory-reconsideration" and sent.answer == "none"


def _chase_variant(follow_up: NoAnswer, _case: Case, on: date) -> str:
    """Return "registered" (is it recorded?), "chaser" or "complaint"; a rough day is taken at its latest."""
    if follow_up.sent_on is None or on < follow_up.sent_on.latest + CHASE:
        return "registered"
    return "complaint" if follow_up.complain else "chaser"


def _appeal(follow_up: AppealGrounds, case: Case, on: date) -> Refusal | None:
    if not _has_grounds(follow_up):
        return Refusal("appeal-needs-grounds")
    if follow_up.notice_dated is None:
        return None
    return _appeal_time(follow_up, follow_up.notice_dated.latest, case, on) or _too_late_request(follow_up)


def _has_grounds(follow_up: AppealGrounds) -> bool:
    answered = any(finding.answer for finding in follow_up.findings)
    return answered or bool(follow_up.left_out or follow_up.not_shown or follow_up.length_words)


def _appeal_time(follow_up: AppealGrounds, start: date, case: Case, on: date) -> Refusal | None:
    limit = deadline("appeal", start, nation=case.nation)
    if on > deadline("appeal-late", start).date:
        return Refusal("appeal-is-over")
    if on > limit.last_allowed and not follow_up.appeal_late_because:
        return with_day("appeal-late-needs-reasons", limit.date)
    return None


def _too_late_request(follow_up: AppealGrounds) -> Refusal | None:
    """Refuse where a request refused as late may have come after thirteen months: an appeal is uncertain."""
    if follow_up.outcome != "too-late":
        return None
    start, asked = follow_up.decision.counts_from, follow_up.asked_on
    if start is None or asked is None:
        return Refusal("appeal-needs-both-days")
    last = deadline("mandatory-reconsideration-late", start.earliest).date
    return Refusal("appeal-very-late-request") if asked.latest > last else None


def _appeal_variant(follow_up: AppealGrounds, case: Case, on: date) -> str:
    """Return "late" where the month to appeal has surely passed, and the working day after it (rule 12)."""
    if follow_up.notice_dated is None:
        return ""
    limit = deadline("appeal", follow_up.notice_dated.latest, nation=case.nation)
    return "late" if on > limit.last_allowed else ""


OWN_RULES: Mapping[str, Rule] = {
    "requirement-met": Rule(_met, variant=_met_level),
    "written-notice-request": Rule(_notice),
    "written-reasons-request": Rule(
        _reasons, lambda one: ("mandatory-reconsideration", one.decision.counts_from)
    ),
    "requirements-notice": Rule(_stop),
    "no-answer": Rule(_chase, variant=_chase_variant),
    "appeal-grounds": Rule(_appeal, lambda one: ("appeal", one.notice_dated), _appeal_variant),
    **OTHER_RULES,
}
RULES: Mapping[str, Rule] = {
    kind.id: OWN_RULES.get(kind.id, Rule()) for kind in KINDS.values() if not kind.comes_first
}
