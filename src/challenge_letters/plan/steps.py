"""What to do today, in order: no letter that presses is left out, and food does not wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AccountDemand, AlreadySent, ClaimClosed
from challenge_letters.law import addresses
from challenge_letters.law.deadlines import Deadline
from challenge_letters.law.spoken import spoken
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.follow_ups import week_to_chase_in
from challenge_letters.plan.outcome import Advice, PlannedDeadline, PlannedLetter, first_asked_for
from challenge_letters.plan.pressing import must_go_today, way_today
from challenge_letters.plan.sending import (
    answer_place,
    answer_when,
    can_go_online,
    has_account,
    office_name,
    provider_written_to,
    sending_step,
    universal_credit_phone,
)
from challenge_letters.plan.status import (
    can_still_be_done,
    decisions_of,
    hardship_in,
    has_young_person,
    is_ended_by_work,
    is_nothing_asked,
    money_may_still_be_taken,
)
from challenge_letters.plan.texts import advice, told_in


def steps_of(
    case: Case, letters: tuple[PlannedLetter, ...], deadlines: tuple[PlannedDeadline, ...], *, on: date
) -> tuple[Advice, ...]:
    """Return what to do, in the order in which to do it today: no letter that presses is left out."""
    now = first_asked_for(letters)
    pressing = [each for each in letters if not (each is now or each.is_optional or each.may_wait)]
    too = tuple(_send_too(letter, case, deadlines, on) for letter in pressing)
    return tuple(_steps(case, now, too, on))


def _steps(case: Case, now: PlannedLetter | None, too: tuple[Advice, ...], on: date) -> Iterator[Advice]:
    is_asked = not is_nothing_asked(case, on)
    if is_asked and not is_ended_by_work(case, on) and any(map(can_still_be_done, case.problems)):
        yield advice("steps", "comply", has_account=has_account(case))
    if now and now.demand and is_still_open(now.demand):
        yield advice("steps", "change-password")
    if now and not can_go_online(now, case) and must_go_today(now, case, on):
        yield advice("steps", "send-today", way=way_today(now, case))
    elif now and now.follow_up:
        phone = universal_credit_phone(case.nation)
        said = told_in(case.nation, "next_steps", now.kind)
        yield advice("next_steps", said, has_account=has_account(case), phone=phone)
    elif now:
        yield advice("steps", sending_step(case, now), place=answer_place(case), when=answer_when(case, on))
    if now:
        yield from _beside_the_letter(now, case)
    yield from too
    if case.complaint and case.complaint.data_protection:
        yield advice("steps", "data-sheet")
    yield from _money_steps(case, now, on)
    yield from _steps_without_letter(case, on)
    if now and now.kind in ("mandatory-reconsideration", "good-reason-statement"):
        yield advice("steps", "proof", has_account=has_account(case) and not case.safety.is_at_risk)
    if now and now.kind == "mandatory-reconsideration":
        yield advice("steps", "check-registered")
    yield advice("steps", "adviser", advice=" ".join(_free_advice(case)))


def _beside_the_letter(now: PlannedLetter, case: Case) -> Iterator[Advice]:
    if provider_written_to(now):
        yield advice("steps", "copy-to-office", has_account=has_account(case), office=office_name(case))
    if now.demand and now.demand.copy_to:
        yield advice("steps", "copy-to-named", name=now.demand.copy_to)
    if encloses_record(now, case):
        yield advice("steps", "enclose-record", has_account=has_account(case))


def _money_steps(case: Case, now: PlannedLetter | None, on: date) -> Iterator[Advice]:
    is_taken = bool(decisions_of(case)) and money_may_still_be_taken(case, on)
    if is_taken and hardship_in(case, on).can_ask is not False:
        yield advice("steps", "hardship", phone=universal_credit_phone(case.nation))
    if is_taken or (now and KINDS[now.kind].means_no_money):
        yield advice("steps", told_in(case.nation, "steps", "crisis-help"))
    if has_young_person(case, on):
        yield advice("steps", told_in(case.nation, "steps", "youth-advice"))


def _send_too(letter: PlannedLetter, case: Case, deadlines: tuple[PlannedDeadline, ...], on: date) -> Advice:
    """Return the step for a letter that presses but is not the first, with its last day while that runs."""
    name = KINDS[letter.kind].name
    limits = (each.deadline for each in deadlines if each.deadline.kind == KINDS[letter.kind].clock)
    last = min((limit for limit in limits if on <= limit.last_allowed), key=_by, default=None)
    if last is None:
        which = "ring-too" if letter.is_for_the_phone else "send-too"
        return advice("steps", which, name=name, why=letter.why)
    days: dict[str, Any] = {"safe_day": spoken(_by(last)), "last_day": spoken(last.date)}
    if must_go_today(letter, case, on):
        return advice("steps", "send-too-today", name=name, way=way_today(letter, case), **days)
    return advice("steps", "send-too-by", name=name, **days)


def _by(limit: Deadline) -> date:
    return limit.safe_date or limit.date


def _steps_without_letter(case: Case, on: date) -> Iterator[Advice]:
    for problem in case.problems:
        if isinstance(problem, ClaimClosed):
            yield advice("steps", "closed-today", phone=universal_credit_phone(case.nation))
        if isinstance(problem, AccountDemand) and _shows_nothing(problem, case):
            yield advice("steps", "show-ways")
        if isinstance(problem, AlreadySent):
            yield _after_a_request(problem, case, on)


def _after_a_request(sent: AlreadySent, case: Case, on: date) -> Advice:
    """Return what follows something sent already: an appeal after a refusal, else when to ask again."""
    if sent.is_refusal:
        return advice("steps", told_in(case.nation, "steps", "appeal"))
    if sent.what != "mandatory-reconsideration" or sent.answer != "none" or sent.sent_on is None:
        return advice("steps", "sent-wait")
    week = week_to_chase_in(sent.sent_on, on)
    return advice("steps", "sent-wait-week", week=spoken(week))


def _shows_nothing(demand: AccountDemand, case: Case) -> bool:
    return demand.will_show_nothing or not (demand.offers or case.work_search)


def _free_advice(case: Case) -> Iterator[str]:
    for office in addresses.advice(case.nation):
        yield f"{office.who}: {office.phone or office.how}".rstrip(".") + "."


def is_still_open(demand: AccountDemand) -> bool:
    """Whether a password that was handed over has not been changed yet."""
    return demand.handed_over is not None and demand.handed_over.changed != "changed"
