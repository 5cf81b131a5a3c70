"""The warnings, single lines and steps on the result page: money first, the deadline before any paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import (
    AppealGrounds,
    FollowUp,
    RequirementsNotice,
    WrittenReasonsRequest,
)
from challenge_letters.case.problems import (
    AccountDemand,
    AlreadySent,
    AppliedSanction,
    ClaimClosed,
    ThreatenedSanction,
)
from challenge_letters.case.requests import Complaint
from challenge_letters.law import addresses
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.hardship import HardshipFacts, HardshipPosition, position
from challenge_letters.law.ladders import ladder
from challenge_letters.law.spoken import spoken
from challenge_letters.plan.clocks import late_limit, reconsideration_limit
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.following import clock_of, told_follow_ups
from challenge_letters.plan.length import expected_level_of, length_of
from challenge_letters.plan.losing import is_reduced_rate, loss_of
from challenge_letters.plan.outcome import Advice, LetterKind, PlannedDeadline, PlannedLetter, first_asked_for
from challenge_letters.plan.stages import silent_gaps, stage_of
from challenge_letters.plan.telling import NAMES
from challenge_letters.plan.texts import advice, sentence, told_in

# What can still be done after the day: an appointment rebooked, a task or evidence handed in.
CAN_BE_DONE_LATER = frozenset(
    {
        "missed-appointment",
        "late-for-appointment",
        "missed-call",
        "specific-task",
        "evidence-not-given",
        "work-placement",
        "other",
        "not-said",
    }
)

# Failures at the low level, whose days run on until the person does what was asked.
OPEN_UNTIL_DONE = frozenset(
    {"missed-appointment", "late-for-appointment", "missed-call", "specific-task", "evidence-not-given"}
)


# A reduction may be taken from a later payment than the first after the decision.
TAKEN_LATER = timedelta(days=62)
# Letters of somebody whose money has not come: food does not wait for an answer.
WITHOUT_MONEY = frozenset({"phone-call", "payment-refused", "payment-due", "written-notice-request"})
# The clock by which each of these letters must be there.
LIMIT_OF: Mapping[LetterKind, str] = {
    "mandatory-reconsideration": "mandatory-reconsideration",
    "appeal-grounds": "appeal",
    "examiner": "independent-case-examiner",
}
# Letters that come next with a last day by which they must have arrived.
WITH_A_LAST_DAY = frozenset({"appeal-grounds", "examiner", "mp"})


def warnings_of(case: Case, now: PlannedLetter | None, *, on: date) -> tuple[Advice, ...]:
    """Return the four warnings in their order: deadline, not sent, comply, hardship.

    Complying comes first where the sanction is open-ended, or may be: each day of it costs money.
    """
    found = [_deadline_warning(case, now, on)]
    if now and not now.is_for_the_phone:
        which = "not-sent-safe" if case.safety.is_at_risk else "not-sent"
        found.append(advice("warnings", which, channel=channel(case, now)))
    if _has_failure(case):
        found.insert(0 if may_be_open_ended(case) else len(found), _comply_warning(case, on))
    if _decisions(case):
        found.append(_hardship_warning(case, on))
    return (*_password_warnings(now), *(warning for warning in found if warning))


def lines_of(case: Case, now: PlannedLetter | None, *, on: date) -> tuple[Advice, ...]:
    """Return the one-line warnings that apply in `case`."""
    return tuple(_lines(case, now, on))


def steps_of(
    case: Case, letters: tuple[PlannedLetter, ...], deadlines: tuple[PlannedDeadline, ...], *, on: date
) -> tuple[Advice, ...]:
    """Return what to do, in the order in which to do it today: no letter that presses is left out."""
    now = first_asked_for(letters)
    pressing = [each for each in letters if not (each is now or each.is_optional or each.may_wait)]
    too = tuple(_send_too(letter, deadlines, on) for letter in pressing)
    return tuple(_steps(case, now, too, on))


# -- warnings


def _password_warnings(now: PlannedLetter | None) -> Iterator[Advice]:
    """Yield what comes even before the letter: a password that somebody else still has."""
    if now and now.demand and _is_still_open(now.demand):
        is_permission = now.demand.wanted == "job-site-permission"
        yield advice("warnings", "take-back-permission" if is_permission else "change-password")


def _is_still_open(demand: AccountDemand) -> bool:
    return demand.handed_over is not None and demand.handed_over.changed != "changed"


def _comply_warning(case: Case, on: date) -> Advice:
    if _has_only_rebooked(case):
        return advice("warnings", "comply-rebooked")
    if is_open_ended(case):
        return advice("warnings", "comply-open-ended", cost=_cost_of_a_day(case, on))
    failures = [problem for problem in case.problems if isinstance(problem, FailureFacts)]
    states = {problem.done_since.state for problem in failures}
    if states <= {"done", "rebooked"}:
        done = sentence("parts", states.pop() if len(states) == 1 else "done-or-rebooked")
        return advice("warnings", "comply-done", has_account=has_account(case), done=done)
    if any(problem.failure.kind in CAN_BE_DONE_LATER for problem in failures):
        return advice("warnings", "comply")
    return advice("warnings", "comply-keep")


def _has_only_rebooked(case: Case) -> bool:
    """Whether each decision in `case` may go on until a new appointment that the person has booked."""
    return bool(_decisions(case)) and all(
        decision.done_since.state == "rebooked" and decision.decision.is_open_ended != "no"
        for decision in _decisions(case)
    )


def _cost_of_a_day(case: Case, on: date) -> str:
    """Return a sentence on what each day costs, with a space before it, or "" if that is not known."""
    lost = next(
        (
            loss_of(decision, case, on=on)
            for decision in _decisions(case)
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
            return _reconsideration_warning(case, on)
        case "good-reason-statement":
            return _answer_warning(case)
        case "password-reply":
            return _appointment_warning(now.demand, case)
        case _:
            return _next_warning(case, now, on) if now.follow_up else advice("warnings", "deadline-none")


def _next_warning(case: Case, now: PlannedLetter, on: date) -> Advice:
    """Return what presses for a letter that comes next: its deadline while it runs, else its own sentence."""
    clock = clock_of(now.follow_up) if now.follow_up else None
    if clock and now.kind in WITH_A_LAST_DAY:
        limit = deadline(clock[0], clock[1].earliest, nation=case.nation)
        if on <= limit.date:
            safe = limit.safe_date or limit.date
            return advice("warnings", "deadline", safe_day=spoken(safe), working=limit.working)
    said = told_in(case.nation, "next_warnings", now.kind)
    return advice("next_warnings", said, phone=universal_credit_phone(case.nation))


def _reconsideration_warning(case: Case, on: date) -> Advice | None:
    first = min(_decisions(case), key=lambda decision: _limit_of(decision, case))
    limit, last = reconsideration_limit(first, case), late_limit(first, case)
    if limit is None or last is None:
        return None
    if stage_of(first, on=on) == "very-late":
        return advice("warnings", "deadline-long-passed")
    if on > limit.date and stage_of(first, on=on) == "date-in-doubt":
        return advice("warnings", "deadline-in-doubt", last_day=spoken(limit.date))
    if on > limit.date:
        return advice("warnings", "deadline-passed", last_day=spoken(limit.date), late_day=spoken(last.date))
    safe = limit.safe_date or limit.date
    return advice("warnings", "deadline", safe_day=spoken(safe), working=limit.working)


def _limit_of(decision: AppliedSanction, case: Case) -> date:
    limit = reconsideration_limit(decision, case)
    return limit.date if limit else date.max


def _answer_warning(case: Case) -> Advice:
    days = [problem.warning.answer_by for problem in case.problems if isinstance(problem, ThreatenedSanction)]
    first = min((day for day in days if day), default=None)
    usable = has_account(case) and not _answers_by_letter(case)
    if first is None:
        return advice("warnings", "deadline-threat-none", has_account=usable)
    if _answers_by_letter(case):
        return advice("warnings", "deadline-threat-letter", answer_day=spoken(first))
    return advice("warnings", "deadline-threat", has_account=usable, answer_day=spoken(first))


def _answers_by_letter(case: Case) -> bool:
    """Whether every warning in `case` came by letter, so that there is no to-do to answer."""
    threats = [problem for problem in case.problems if isinstance(problem, ThreatenedSanction)]
    return bool(threats) and all(threat.warning.came_by == "letter" for threat in threats)


def _appointment_warning(demand: AccountDemand | None, case: Case) -> Advice:
    usable = has_account(case)
    if demand is None or demand.next_appointment is None:
        return advice("warnings", "deadline-demand-none", has_account=usable)
    day = spoken(demand.next_appointment)
    return advice("warnings", "deadline-demand", has_account=usable, appointment_day=day)


def _hardship_warning(case: Case, on: date) -> Advice:
    found = _hardship(case, on)
    if found.can_ask is False:
        return advice("warnings", "hardship-not-possible", why=found.why)
    which = "hardship" if _money_may_still_be_taken(case, on) else "hardship-if-still"
    return advice("warnings", which, phone=universal_credit_phone(case.nation))


def _money_may_still_be_taken(case: Case, on: date) -> bool:
    """Whether a reduction in `case` may still run, as far as the days that are known can tell."""
    ends = [_last_day(decision) for decision in _decisions(case)]
    return any(end is None or on <= end for end in ends)


def _last_day(decision: AppliedSanction) -> date | None:
    """Return a day after which the reduction is plainly over; None where that cannot be said."""
    days, open_ended = decision.decision.days, decision.decision.is_open_ended
    started = decision.done_since.day if open_ended == "yes" else decision.decision.counts_from
    is_known = open_ended == "no" or decision.done_since.state == "done"
    if days is None or started is None or open_ended == "not-known" or not is_known:
        return None
    return max(started.latest, _told_on(decision)) + timedelta(days=days) + TAKEN_LATER


def _told_on(decision: AppliedSanction) -> date:
    start = decision.decision.counts_from
    return start.latest if start else date.min


def _hardship(case: Case, on: date) -> HardshipPosition:
    decision = _decisions(case)[0]
    facts = HardshipFacts(
        is_under_18={"yes": True, "no": False}.get(decision.was_under_18),
        is_reduced_rate=is_reduced_rate(decision, case, on=on),
        level=expected_level_of(decision, case, on=on),
        has_met_condition={"done": True, "not-yet": False}.get(decision.done_since.state),
    )
    return position(case.rules_of, facts, nation=case.nation, on=on)


# -- single lines


def _lines(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    for decision in _decisions(case):
        yield from _lines_on_decision(decision, case, on)
    yield from _loss_lines(case, on)
    if any(isinstance(problem, ThreatenedSanction) for problem in case.problems):
        usable = has_account(case) and not _answers_by_letter(case)
        yield advice("lines", "threat", has_account=usable)
    for problem in case.problems:
        if isinstance(problem, AccountDemand):
            yield from _lines_on_demand(problem)
    yield from _lines_on_case(case, now, on)
    for follow_up in told_follow_ups(case):
        yield from _lines_on_what_comes_next(follow_up)


def _lines_on_decision(decision: AppliedSanction, case: Case, on: date) -> Iterator[Advice]:
    stage = stage_of(decision, on=on)
    if stage == "late":
        yield advice("lines", told_in(case.nation, "lines", "late"))
        yield from _gap_lines(decision, on)
    if stage == "very-late":
        yield advice("lines", "very-late")
    if decision.decision.counts_from and not decision.decision.counts_from.is_exact:
        yield advice("lines", "rough-day")
    found = length_of(decision, case, on=on)
    if found and found.verdict in ("longer", "cannot-tell") and found.is_worth_saying:
        yield advice("lines", "level-may-lengthen", working=found.working)
    if found and found.may_be_argued:
        yield advice("lines", "level-argued", working=found.working)
    if decision.decision.says_reconsider_first == "no":
        yield advice("lines", "direct-appeal")
    if decision.decision.gives_reasons == "no" and stage in ("in-time", "date-in-doubt"):
        yield advice("lines", "written-reasons")


def _loss_lines(case: Case, on: date) -> Iterator[Advice]:
    """Yield what a day costs, once: reductions follow each other, so two do not take twice as much."""
    running = (decision for decision in _decisions(case) if _may_still_run(decision, on))
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
    return goes_on or stage_of(decision, on=on) in ("in-time", "date-in-doubt")


def _gap_lines(decision: AppliedSanction, on: date) -> Iterator[Advice]:
    start = decision.decision.counts_from
    if start is None:
        return
    for begin, end in silent_gaps(decision.late, start, on=on):
        yield advice("lines", "silent-gap", start=spoken(begin), end=spoken(end))


def _lines_on_demand(demand: AccountDemand) -> Iterator[Advice]:
    if demand.wanted == "universal-credit-log-in":
        yield advice("lines", "account-log-in")


def _lines_on_what_comes_next(follow_up: FollowUp) -> Iterator[Advice]:
    if isinstance(follow_up, WrittenReasonsRequest):
        yield advice("lines", "reasons-no-clock")
    if isinstance(follow_up, RequirementsNotice):
        yield advice("lines", "proof-to-follow")
    if isinstance(follow_up, AppealGrounds):
        yield advice("lines", "appeal-only-then")
        if follow_up.tells_it_the_same == "no":
            yield advice("lines", "appeal-told-otherwise")
        yield advice("lines", "appeal-money")


def _lines_on_complaint(complaint: Complaint, case: Case, on: date) -> Iterator[Advice]:
    about = "provider" if complaint.about == "provider" else "service"
    offices = "; then ".join(rung.who for rung in ladder(about, nation=case.nation))
    yield advice("lines", "complaint-next", offices=offices)
    if complaint.adjustment and case.is_in_great_britain:
        yield _equality_line([event.day.earliest for event in complaint.events if event.day], case, on)


def _equality_line(acts: list[date], case: Case, on: date) -> Advice:
    """Return by when a court claim about the first of the acts must start, as far as that is known."""
    if not acts:
        return advice("lines", "equality-limit")
    limit = deadline("equality-claim", min(acts), nation=case.nation)
    which = "equality-limit-day" if on <= limit.date else "equality-limit-passed"
    return advice("lines", which, act=spoken(limit.start), last_day=spoken(limit.date))


def _lines_on_case(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    if now and now.kind == "mandatory-reconsideration":
        yield advice("lines", "other-letters")
        if not case.contact.not_by_phone and case.safety.may_print_phone:
            yield advice("lines", "withheld-number")
    if case.benefit != "universal-credit" and case.also_universal_credit == "not-known":
        yield advice("lines", "benefit-unclear")
    if case.records_request and case.records_request.is_joint_claim == "yes":
        yield advice("lines", "records-joint")
    if case.complaint:
        yield from _lines_on_complaint(case.complaint, case, on)
    if not case.is_in_great_britain and _needs_an_adjustment(case):
        yield advice("lines", "disability-law")


def _needs_an_adjustment(case: Case) -> bool:
    failures = [problem for problem in case.problems if isinstance(problem, FailureFacts)]
    return any(each.adjustment for each in (*failures, case.complaint) if each)


# -- steps


def _steps(case: Case, now: PlannedLetter | None, too: tuple[Advice, ...], on: date) -> Iterator[Advice]:
    if any(_can_still_be_done(problem) for problem in case.problems):
        yield advice("steps", "comply", has_account=has_account(case))
    if now and now.demand and _is_still_open(now.demand):
        yield advice("steps", "change-password")
    if now and now.follow_up:
        phone = universal_credit_phone(case.nation)
        said = told_in(case.nation, "next_steps", now.kind)
        yield advice("next_steps", said, has_account=has_account(case), phone=phone)
    elif now:
        yield advice("steps", _sending_step(case, now))
    if now and encloses_record(now, case):
        yield advice("steps", "enclose-record", has_account=has_account(case))
    yield from too
    if case.complaint and case.complaint.data_protection:
        yield advice("steps", "data-sheet")
    yield from _money_steps(case, now, on)
    yield from _steps_without_letter(case)
    if now and now.kind in ("mandatory-reconsideration", "good-reason-statement"):
        yield advice("steps", "proof", has_account=has_account(case) and not case.safety.is_at_risk)
    if now and now.kind == "mandatory-reconsideration":
        yield advice("steps", "check-registered")
    yield advice("steps", "adviser", advice=" ".join(_free_advice(case)))


def _money_steps(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    can_ask = bool(_decisions(case)) and _hardship(case, on).can_ask is not False
    if can_ask:
        which = "hardship" if _money_may_still_be_taken(case, on) else "hardship-if-still"
        yield advice("steps", which, phone=universal_credit_phone(case.nation))
    if can_ask or (now and now.kind in WITHOUT_MONEY):
        yield advice("steps", told_in(case.nation, "steps", "crisis-help"))


def _send_too(letter: PlannedLetter, deadlines: tuple[PlannedDeadline, ...], on: date) -> Advice:
    """Return the step for a letter that presses but is not the first, with its last day while that runs."""
    limits = (each.deadline for each in deadlines if each.deadline.kind == LIMIT_OF.get(letter.kind))
    last = min((limit.safe_date or limit.date for limit in limits if limit.date >= on), default=None)
    name = NAMES[letter.kind]
    if last is None:
        return advice(
            "steps", "ring-too" if letter.is_for_the_phone else "send-too", name=name, why=letter.why
        )
    return advice("steps", "send-too-by", name=name, safe_day=spoken(last))


def _steps_without_letter(case: Case) -> Iterator[Advice]:
    for problem in case.problems:
        if isinstance(problem, ClaimClosed):
            yield advice("steps", "closed-today", phone=universal_credit_phone(case.nation))
        if isinstance(problem, AccountDemand) and _shows_nothing(problem, case):
            yield advice("steps", "show-ways")
        if isinstance(problem, AlreadySent):
            step = "appeal" if problem.is_refusal else "sent-wait"
            yield advice("steps", told_in(case.nation, "steps", step))


def _shows_nothing(demand: AccountDemand, case: Case) -> bool:
    return demand.will_show_nothing or not (demand.offers or case.work_search)


def _sending_step(case: Case, now: PlannedLetter) -> str:
    if now.kind == "good-reason-statement" and _answers_by_letter(case):
        return "send-answer-letter"
    if now.kind == "complaint" or not has_account(case):
        return "send-post" if now.kind == "mandatory-reconsideration" else "send-paper"
    return "send-to-do" if now.kind == "good-reason-statement" else "send-journal"


def channel(case: Case, now: PlannedLetter) -> str:
    """Return how to send the letter `now` in this case, in a sentence."""
    office = "jobcentre" if case.is_in_great_britain else "Jobs & Benefits office"
    phone = universal_credit_phone(case.nation)
    return sentence("channels", _way_to_send(case, now), office=office, phone=phone)


def _way_to_send(case: Case, now: PlannedLetter) -> str:
    if now.kind in ("subject-access-request", "complaint"):
        return "records"
    if not now.is_for_journal:
        return now.kind
    if now.kind == "mandatory-reconsideration":
        return _way_to_send_a_request(case)
    if now.kind == "good-reason-statement" and _answers_by_letter(case):
        return "answer-letter"
    if not has_account(case):
        return "paper"
    return "to-do" if now.kind == "good-reason-statement" else "reply"


def _way_to_send_a_request(case: Case) -> str:
    if has_account(case):
        return "universal-credit"
    return "universal-credit-no-account" if case.benefit == "universal-credit" else "other"


def has_account(case: Case) -> bool:
    """Whether the person has an online account with a journal and may safely use it."""
    return case.benefit == "universal-credit" and case.safety.may_use_account


# -- what the parts above ask


def universal_credit_phone(nation: str) -> str:
    """Return the Universal Credit telephone number in `nation`, as last checked."""
    found = addresses.serving("universal-credit-phone", nation)
    return found.phone if found else ""


def _free_advice(case: Case) -> Iterator[str]:
    for office in addresses.advice(case.nation):
        yield f"{office.who}: {office.phone or office.how}".rstrip(".") + "."


def _decisions(case: Case) -> tuple[AppliedSanction, ...]:
    return tuple(problem for problem in case.problems if isinstance(problem, AppliedSanction))


def _can_still_be_done(problem: object) -> bool:
    if not isinstance(problem, FailureFacts) or problem.done_since.state in ("done", "rebooked"):
        return False
    return problem.failure.kind in CAN_BE_DONE_LATER


def _has_failure(case: Case) -> bool:
    return any(isinstance(problem, FailureFacts) for problem in case.problems)


def is_open_ended(case: Case) -> bool:
    """Whether a sanction in `case` goes on until the person does what was asked, and they have not yet."""
    return any(
        decision.decision.is_open_ended == "yes" and decision.done_since.state != "done"
        for decision in _decisions(case)
    )


def may_be_open_ended(case: Case) -> bool:
    """Whether a sanction in `case` goes on, or may go on, until the person does what was asked."""
    unknown = (decision for decision in _decisions(case) if decision.decision.is_open_ended == "not-known")
    return is_open_ended(case) or any(
        decision.failure.kind in OPEN_UNTIL_DONE and _can_still_be_done(decision) for decision in unknown
    )
