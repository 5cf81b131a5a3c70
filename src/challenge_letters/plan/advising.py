"""The warnings and single lines on the result page: money first, the deadline before any paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import (
    AppealGrounds,
    FollowUp,
    NoAnswer,
    RecordsLate,
    RequirementsNotice,
    WrittenReasonsRequest,
)
from challenge_letters.case.people import WriterKind
from challenge_letters.case.problems import (
    AccountDemand,
    AppliedSanction,
    ThreatenedSanction,
)
from challenge_letters.case.requests import Complaint
from challenge_letters.languages import worded
from challenge_letters.law.as_at import as_at, day_to_meet, is_too_late_to_post
from challenge_letters.law.benefits import has
from challenge_letters.law.deadlines import Deadline, LawError, deadline
from challenge_letters.law.ladders import ladder
from challenge_letters.law.nations import system_of
from challenge_letters.law.practice import span
from challenge_letters.law.spoken import spoken
from challenge_letters.plan.ages import was_under_18
from challenge_letters.plan.authority import has_its_law
from challenge_letters.plan.before_claim import is_before_the_claim, may_be_before_the_claim
from challenge_letters.plan.clocks import late_limit, reconsideration_limit
from challenge_letters.plan.follow_ups import told_follow_ups
from challenge_letters.plan.length import days_of_a_job_refused, length_of, level_point
from challenge_letters.plan.outcome import IN_TIME, Advice, Challengeable, PlannedLetter
from challenge_letters.plan.pressing import limit_of, must_go_today, way_today
from challenge_letters.plan.quoted_level import wrong_level
from challenge_letters.plan.risking import risk_of
from challenge_letters.plan.sanction_cost import loss_of
from challenge_letters.plan.sending import (
    answer_place,
    answer_when,
    answers_by_letter,
    channel,
    first_answer_day,
    has_account,
    office_name,
    universal_credit_phone,
)
from challenge_letters.plan.stages import silent_gaps, stage_of
from challenge_letters.plan.status import (
    CAN_BE_DONE_LATER,
    decisions_of,
    hardship_in,
    has_failure,
    has_only_rebooked,
    is_ended_by_work,
    is_no_search_asked_in,
    is_nothing_asked,
    is_nothing_taken,
    is_open_ended,
    is_still_booked,
    is_unexplained,
    may_be_open_ended,
    money_may_still_be_taken,
)
from challenge_letters.plan.steps import is_still_open
from challenge_letters.plan.texts import advice, sentence, told_in

# Practice in advice work, never said as a right: when to ask again about a request that was chased.
CHASE_AGAIN = span("chase-again")

# Whom the advice speaks to, where somebody else does the writing.
WHO_IS_YOU: Mapping[WriterKind, str] = {
    "helper": "you-is-helper",
    "adviser": "you-is-adviser",
    "appointee": "you-is-appointee",
}


def warnings_of(case: Case, now: PlannedLetter | None, *, on: date) -> tuple[Advice, ...]:
    """Return the four warnings in their order: deadline, not sent, comply, hardship.

    Complying comes first where the sanction is open-ended, or may be: each day of it costs money.
    """
    found = [_deadline_warning(case, now, on)]
    if now and not now.is_for_the_phone:
        which = "not-sent-safe" if case.safety.is_at_risk else "not-sent"
        way = way_today(now, case) if must_go_today(now, case, on) else channel(case, now, on)
        found.append(advice("warnings", which, channel=way))
    if has_failure(case):
        found.insert(0 if may_be_open_ended(case) else len(found), _comply_warning(case, on))
    if decisions_of(case):
        found.append(_hardship_warning(case, on))
    return (*_password_warnings(now), *(warning for warning in found if warning))


def lines_of(case: Case, now: PlannedLetter | None, *, on: date) -> tuple[Advice, ...]:
    """Return the one-line warnings that apply in `case`."""
    return tuple(_lines(case, now, on))


# -- warnings


def _password_warnings(now: PlannedLetter | None) -> Iterator[Advice]:
    """Yield what comes even before the letter: a password that somebody else still has."""
    if now and now.demand and is_still_open(now.demand):
        is_permission = now.demand.wanted == "job-site-permission"
        yield advice("warnings", "take-back-permission" if is_permission else "change-password")


def _comply_warning(case: Case, on: date) -> Advice:
    if is_nothing_asked(case, on):
        return advice("warnings", "comply-nothing")
    if is_unexplained(case):
        return advice("warnings", "comply-unexplained")
    if is_ended_by_work(case, on):
        return advice("warnings", "comply-worked")
    if has_only_rebooked(case, on):
        return advice("warnings", "comply-rebooked")
    if is_open_ended(case):
        return advice("warnings", "comply-open-ended", cost=_cost_of_a_day(case, on))
    failures = case.failures
    states = {problem.done_since.state for problem in failures}
    if states <= {"done", "rebooked"} and not any(_is_past_booking(problem, on) for problem in failures):
        done = sentence("parts", states.pop() if len(states) == 1 else "done-or-rebooked")
        return advice("warnings", "comply-done", has_account=has_account(case), done=done)
    if any(problem.failure.kind in CAN_BE_DONE_LATER for problem in failures):
        return advice("warnings", "comply")
    return advice("warnings", "comply-keep-appointments" if is_no_search_asked_in(case) else "comply-keep")


def _is_past_booking(problem: Challengeable, on: date) -> bool:
    return problem.done_since.state == "rebooked" and not is_still_booked(problem, on)


def _cost_of_a_day(case: Case, on: date) -> str:
    """Return a sentence on what each day costs, with a space before it, or "" if that is not known."""
    lost = next(
        (
            loss_of(decision, case, on=on)
            for decision in decisions_of(case)
            if decision.decision.is_open_ended == "yes"
        ),
        None,
    )
    return " " + sentence("parts", "cost-of-a-day", a_day=lost.day_in_words) if lost else ""


def _deadline_warning(case: Case, now: PlannedLetter | None, on: date) -> Advice | None:
    if now is None:
        return None
    match now.kind:
        case "mandatory-reconsideration":
            return _reconsideration_warning(now, case, on)
        case "good-reason-statement":
            return _answer_warning(now, case, on)
        case "password-reply":
            return _demand_warning(now.demand, case, on)
        case _:
            return _next_warning(case, now, on) if now.follow_up else advice("warnings", "deadline-none")


def _next_warning(case: Case, now: PlannedLetter, on: date) -> Advice:
    """Return what presses for a letter that comes next: its deadline while it runs, else its own sentence."""
    limit = limit_of(now, case, on)
    if limit:
        return _limit_warning(limit, now, case, on)
    said = told_in(case.nation, "next_warnings", now.kind)
    return advice("next_warnings", said, phone=universal_credit_phone(case.nation))


def _limit_warning(limit: Deadline, now: PlannedLetter, case: Case, on: date) -> Advice:
    """Return by when the letter must be there, or how it still gets there once posting is too late."""
    told = as_at(limit, on)
    days: dict[str, Any] = {"safe_day": spoken(day_to_meet(limit, on)), "last_day": spoken(limit.date)}
    if not is_too_late_to_post(limit, on):
        return advice("warnings", "deadline", working=told.working, **days)
    which = "deadline-last-day" if on == limit.date else "deadline-today"
    if on < (told.safe_date or on):
        which = "deadline-no-post"
    return advice("warnings", which, working=told.working, way=way_today(now, case), **days)


def _reconsideration_warning(now: PlannedLetter, case: Case, on: date) -> Advice | None:
    first = min(decisions_of(case), key=lambda decision: _limit_of(decision, case))
    limit, last = reconsideration_limit(first, case), late_limit(first, case)
    if limit is None or last is None:
        return None
    if stage_of(first, on=on) == "very-late":
        return advice("warnings", "deadline-long-passed")
    if on > limit.date and stage_of(first, on=on) == "date-in-doubt":
        return advice("warnings", "deadline-in-doubt", last_day=spoken(limit.date))
    if on > limit.date and is_too_late_to_post(last, on):
        return _limit_warning(last, now, case, on)
    if on > limit.date:
        return advice("warnings", "deadline-passed", last_day=spoken(limit.date), late_day=spoken(last.date))
    return _limit_warning(limit, now, case, on)


def _limit_of(decision: AppliedSanction, case: Case) -> date:
    limit = reconsideration_limit(decision, case)
    return limit.date if limit else date.max


def _answer_warning(now: PlannedLetter, case: Case, on: date) -> Advice:
    first = first_answer_day(case)
    usable = has_account(case) and not answers_by_letter(case)
    if first is None:
        return advice("warnings", "deadline-threat-none", has_account=usable)
    day = spoken(first)
    place = answer_place(case, is_closed=first < on)
    told: dict[str, Any] = {"has_account": usable, "answer_day": day, "place": place}
    if first < on:
        return advice("warnings", "deadline-threat-passed", **told)
    if first == on or must_go_today(now, case, on):
        which = "deadline-threat-today" if first == on else "deadline-threat-no-post"
        return advice("warnings", which, **told, way=way_today(now, case))
    if answers_by_letter(case):
        return advice("warnings", "deadline-threat-letter", answer_day=day)
    return advice("warnings", "deadline-threat", **told)


def _demand_warning(demand: AccountDemand | None, case: Case, on: date) -> Advice:
    """Return by when to answer a demand: the day they gave, or the next appointment where that is sooner."""
    usable = has_account(case)
    asked, next_one = (demand.answer_by, demand.next_appointment) if demand else (None, None)
    if asked is None or (next_one and asked > next_one >= on) or (next_one and asked < on):
        return _appointment_warning(demand, case, on)
    if asked < on:
        return advice("warnings", "deadline-demand-answer-passed", has_account=usable, day=spoken(asked))
    which = "deadline-demand-answer-today" if asked == on else "deadline-demand-answer"
    return advice("warnings", which, has_account=usable, day=spoken(asked))


def _appointment_warning(demand: AccountDemand | None, case: Case, on: date) -> Advice:
    usable = has_account(case)
    day = demand.next_appointment if demand else None
    if day is None:
        return advice("warnings", "deadline-demand-none", has_account=usable)
    if day < on:
        return advice("warnings", "deadline-demand-passed", has_account=usable, appointment_day=spoken(day))
    which = "deadline-demand-today" if day == on else "deadline-demand"
    return advice("warnings", which, has_account=usable, appointment_day=spoken(day))


def _hardship_warning(case: Case, on: date) -> Advice:
    if is_nothing_taken(case):
        return advice("warnings", "nothing-taken")
    if not money_may_still_be_taken(case, on):
        return advice("warnings", "money-if-still", phone=universal_credit_phone(case.nation))
    found = hardship_in(case, on)
    if found.can_ask is False:
        return advice("warnings", "hardship-not-possible", why=found.why)
    return advice("warnings", "hardship", phone=universal_credit_phone(case.nation))


# -- single lines


def _lines(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    for decision in decisions_of(case):
        yield from _lines_on_decision(decision, case, on)
    yield from _loss_lines(case, on)
    if case.threats:
        usable = has_account(case) and not answers_by_letter(case)
        yield advice(
            "lines", "threat", has_account=usable, place=answer_place(case), when=answer_when(case, on)
        )
    for problem in case.problems:
        if isinstance(problem, AppliedSanction | ThreatenedSanction):
            yield from _quoted_lines(problem, case, on)
        if isinstance(problem, AccountDemand):
            yield from _lines_on_demand(problem)
        if isinstance(problem, AccountDemand | ThreatenedSanction):
            yield from _risk_lines(problem, case, on)
    yield from _lines_on_case(case, now, on)
    for follow_up in told_follow_ups(case):
        yield from _lines_on_what_comes_next(follow_up, case, on)


def _lines_on_decision(decision: AppliedSanction, case: Case, on: date) -> Iterator[Advice]:
    stage = stage_of(decision, on=on)
    if stage == "late":
        yield from _late_lines(decision, case, on)
    if stage == "very-late":
        yield advice("lines", "very-late")
    if decision.decision.counts_from and not decision.decision.counts_from.is_exact:
        yield advice("lines", "rough-day")
    yield from _level_lines(decision, case, on)
    found = length_of(decision, case, on=on)
    if found and found.verdict in ("longer", "cannot-tell") and found.is_worth_saying:
        yield advice("lines", "level-may-lengthen", working=found.working)
    if found and found.may_be_argued:
        yield advice("lines", "level-argued", working=found.working)
    if may_be_before_the_claim(decision) and decision.was_before_claim in ("yes", "not-known"):
        yield advice("lines", "before-claim")
    if decision.decision.says_reconsider_first == "no":
        yield advice("lines", "direct-appeal")
    if decision.decision.gives_reasons == "no" and stage in IN_TIME:
        yield advice("lines", "written-reasons")


def _level_lines(decision: AppliedSanction, case: Case, on: date) -> Iterator[Advice]:
    """Yield the level and the days of a job refused or not applied for: many take it for an appointment."""
    days = days_of_a_job_refused(decision, case, on=on)
    if days is None:
        return
    is_interview = decision.failure.kind == "employer-interview"
    which = "level-employer-interview" if is_interview else "level-job"
    fewer = " " + sentence("parts", "risk-young") if was_under_18(decision, case) is None else ""
    yield advice("lines", which, days=days, fewer=fewer, office=office_name(case))


def _loss_lines(case: Case, on: date) -> Iterator[Advice]:
    """Yield what a day costs, once: reductions follow each other, so two do not take twice as much."""
    running = (decision for decision in decisions_of(case) if _may_still_run(decision, on))
    lost = next((loss_of(decision, case, on=on) for decision in running), None)
    if lost:
        yield advice(
            "lines",
            "daily-loss-range" if lost.is_range else "daily-loss",
            a_day=lost.day_in_words,
            a_period=lost.period_in_words,
            every=lost.every,
            working=lost.working,
        )


def _may_still_run(decision: AppliedSanction, on: date) -> bool:
    """Whether money may still be taken: today's rate says nothing about a reduction that is long over."""
    goes_on = decision.decision.is_open_ended == "yes" and decision.done_since.state != "done"
    return goes_on or stage_of(decision, on=on) in IN_TIME


def _late_lines(decision: AppliedSanction, case: Case, on: date) -> Iterator[Advice]:
    """Yield what to know about a late request: one chance with a reason, an uncertain one without."""
    if not decision.asks_for_more_time:
        yield advice("lines", "late-without-reasons")
        return
    yield advice("lines", told_in(case.nation, "lines", "late"))
    if decision.late:
        yield from _gap_lines(decision, on)


def _gap_lines(decision: AppliedSanction, on: date) -> Iterator[Advice]:
    start = decision.decision.counts_from
    if start is None:
        return
    for begin, end in silent_gaps(decision.late, start, on=on):
        yield advice("lines", "silent-gap", start=spoken(begin), end=spoken(end))


def _risk_lines(problem: ThreatenedSanction | AccountDemand, case: Case, on: date) -> Iterator[Advice]:
    """Yield what they could decide, so that nobody has to guess what a warning or a demand may cost."""
    risk = risk_of(problem, case, on=on)
    if risk is None:
        return
    fixed = _length_in_words(risk.days, is_open_ended=risk.is_open_ended)
    young = " " + sentence("parts", "risk-young") if risk.is_for_adults else ""
    yield advice("lines", _which_risk(problem), level=risk.level, length=fixed + young)


def _which_risk(problem: ThreatenedSanction | AccountDemand) -> str:
    """Return which line says what is at risk: before the claim earlier failures make no difference."""
    if isinstance(problem, AccountDemand):
        return "risk-demand"
    return "risk-threat-before-claim" if is_before_the_claim(problem) else "risk-threat"


def _length_in_words(days: int | None, *, is_open_ended: bool) -> str:
    fixed = sentence("parts", "risk-days", days=days) if days else ""
    if not is_open_ended:
        return fixed
    return sentence("parts", "risk-open-ended-and" if fixed else "risk-open-ended", fixed=fixed)


def _quoted_lines(problem: Challengeable, case: Case, on: date) -> Iterator[Advice]:
    """Yield that they speak of a level that cannot be right, with what each would be."""
    found = wrong_level(problem, case, on=on)
    if found is None:
        return
    quoted, right = (
        _length_in_words(each.fixed_days, is_open_ended=each.is_open_ended)
        for each in (found.as_quoted, found.as_right)
    )
    point = level_point(problem, case, on=on)
    which = "level-quoted-argued" if point and point.claim == "days" else "level-quoted"
    young = " " + sentence("parts", "risk-young") if found.is_for_adults else ""
    yield advice(
        "lines",
        which,
        quoted=found.quoted,
        right=found.right,
        quoted_length=quoted + young,
        right_length=right + young,
    )


def _lines_on_demand(demand: AccountDemand) -> Iterator[Advice]:
    if demand.wanted == "universal-credit-log-in":
        yield advice("lines", "account-log-in")


def _free_from(kind: str, case: Case, on: date) -> str:
    """Return the first day after the time the office has from today; in words where it cannot be counted."""
    try:
        limit = deadline(kind, on, nation=case.nation)
    except LawError:
        return sentence("parts", "thirty-days-from-now")
    return spoken(limit.safe_date or limit.date)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _lines_on_what_comes_next(follow_up: FollowUp, case: Case, on: date) -> Iterator[Advice]:
    if isinstance(follow_up, WrittenReasonsRequest):
        yield advice("lines", "reasons-no-clock")
    if isinstance(follow_up, RecordsLate):
        first = _free_from("complaint-acknowledgement", case, on)
        yield advice("lines", "records-regulator", day=first)
    if isinstance(follow_up, NoAnswer):
        week = spoken(_monday_of(on + CHASE_AGAIN))
        yield advice("lines", told_in(case.nation, "lines", "chase-again"), week=week)
        if follow_up.said_back:
            yield advice("lines", told_in(case.nation, "lines", "no-decision"))
    if isinstance(follow_up, RequirementsNotice):
        yield advice("lines", "proof-to-follow")
    if isinstance(follow_up, AppealGrounds):
        yield advice("lines", "appeal-only-then")
        if follow_up.tells_it_the_same == "no":
            yield advice("lines", "appeal-told-otherwise")
        if not decisions_of(case) or money_may_still_be_taken(case, on):
            yield advice("lines", "appeal-money")


def _lines_on_complaint(complaint: Complaint, case: Case, on: date) -> Iterator[Advice]:
    about = "provider" if complaint.about == "provider" else "service"
    offices = worded("law.ladder-then").join(rung.who for rung in ladder(about, nation=case.nation))
    yield advice("lines", "complaint-next", offices=offices)
    if complaint.adjustment and system_of(case.nation).has("equality-claims"):
        yield _equality_line([event.day.earliest for event in complaint.events if event.day], case, on)


def _equality_line(acts: list[date], case: Case, on: date) -> Advice:
    """Return by when a court claim about the first of the acts must start, as far as that is known."""
    if not acts:
        return advice("lines", "equality-limit")
    limit = deadline("equality-claim", min(acts), nation=case.nation)
    which = "equality-limit-day" if on <= limit.date else "equality-limit-passed"
    return advice("lines", which, act=spoken(limit.start), last_day=spoken(limit.date))


def _lines_on_case(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    if case.writer.kind in WHO_IS_YOU:
        yield advice("lines", WHO_IS_YOU[case.writer.kind])
    if _may_stop_requirements(case, on):
        yield advice("lines", "stop-notice")
    if now and now.kind == "mandatory-reconsideration":
        yield advice("lines", "other-letters")
        if not case.contact.not_by_phone and case.safety.may_print_phone:
            yield advice("lines", "withheld-number")
    if has(case.benefit, "beside-universal-credit") and case.also_universal_credit == "not-known":
        yield advice("lines", "benefit-unclear")
    if case.told_partner and decisions_of(case):
        yield advice("lines", "joint-claim")
    if case.records_request and case.records_request.is_joint_claim == "yes":
        yield advice("lines", "records-joint")
    if case.complaint:
        yield from _lines_on_complaint(case.complaint, case, on)
    if system_of(case.nation).has("disability-law-of-its-own") and _needs_an_adjustment(case):
        yield advice("lines", "disability-law")


def _may_stop_requirements(case: Case, on: date) -> bool:
    """Whether a person who is not safe may use the notice that stops requirements and has not yet."""
    is_unsafe = case.safety.say_could_not_attend_safely or any(
        reason.kind == "not-safe" for failure in case.failures for reason in failure.reasons
    )
    notice = RequirementsNotice(kind="requirements-notice")
    has_asked = any(isinstance(each, RequirementsNotice) for each in case.follow_ups)
    return is_unsafe and not has_asked and has_its_law(notice.kind, case, notice, on=on)


def _needs_an_adjustment(case: Case) -> bool:
    return any(each.adjustment for each in (*case.failures, case.complaint) if each)
