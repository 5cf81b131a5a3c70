"""Turns a case back into the answers that would tell it: the inverse of the bridge.

    answers_for(case, today) -> {"where": {"nation": "england"}, "problems/0/side": {"sides": ("did-it",)}, ...}

The keys are pages in interview order, as `Visit.key` names them; the values are plain answers as the road reads
them. `canonical(case)` is the case as the interview can tell it: the same facts, with the ids and the order of
ticked lists that the interview gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from challenge_letters.case.case import Case, QueryAnswer
from challenge_letters.case.failure import Done, FailureFacts, Job, Misconduct, Reason, SearchWeek
from challenge_letters.case.follow_ups import DecisionNamed, FollowingUp
from challenge_letters.case.people import Claimant, Contact, Translation
from challenge_letters.case.problems import (
    AccountDemand,
    AlreadySent,
    AppliedSanction,
    Changed,
    ThreatenedSanction,
)
from challenge_letters.case.queries import queries
from challenge_letters.interview.bridge import IDS
from challenge_letters.interview.next_facts import MODELS
from challenge_letters.interview.next_ways import NEXT_GROUPS, ONLY_THE_DATES, WAYS
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.road import FACT_OF, LEAVING_WORK, TICK_ONLY, Journey, Values, Visit
from challenge_letters.interview.texts import labels
from challenge_letters.interview.walk import ask_queries

PARTS = {"job": Job, "misconduct": Misconduct, "search_week": SearchWeek, "changed": Changed}
NAMELESS = {"claim-closed", "already-sent"}
Answers = dict[str, dict[str, Any]]


def journey_for(case: Case, today: date) -> Journey:
    """Return the journey of somebody who tells `case` on the day `today`."""
    told = canonical(case, today)
    journey = Journey(
        read=lambda visit: answers_on(visit, told),
        today=today,
        wants_records=told.records_request is not None,
        wants_complaint=told.complaint is not None,
    )
    journey.travel()
    if journey.ending == "letters":
        ask_queries(journey)
    return journey


def answers_for(case: Case, today: date) -> Answers:
    """Return the answers that tell `case` on the day `today`, by page, in interview order."""
    return {one.visit.key: dict(one.values) for one in journey_for(case, today).visited}


def answers_on(visit: Visit, case: Case) -> Values:
    """Return what somebody with `case` answers on the page of `visit`."""
    if visit.path and visit.path[0] == "problems":
        place = int(visit.path[1])
        if isinstance(case.problems[place], FollowingUp) and visit.page.id not in PROBLEM_PAGES:
            return _follow_up_page(case, place, visit)
        return PROBLEM_PAGES[visit.page.id](case, place, visit)
    return CASE_PAGES[visit.page.id](case, visit)


# -- the case as the interview tells it


def canonical(case: Case, today: date) -> Case:
    """Return `case` with the interview's ids and order, and with every open query answered."""
    ids = _new_ids(case)
    problems = tuple(_canonical_problem(problem, ids[problem.id]) for problem in case.problems)
    problems = tuple(_about_renamed(problem, ids) for problem in problems)
    renamed = tuple(
        answer.model_copy(update={"query": _renamed(answer.query, ids)}) for answer in case.answered_queries
    )
    ordered = case.model_copy(update={"problems": problems, "answered_queries": renamed})
    ordered = ordered.model_copy(update={"contact": _canonical_contact(case.contact)})
    if case.records_request:
        systems = _sorted(case.records_request.systems, "record_system")
        update = {"records_request": case.records_request.model_copy(update={"systems": systems})}
        ordered = ordered.model_copy(update=update)
    if case.complaint:
        remedies = _sorted(case.complaint.remedies, "remedy")
        update = {"complaint": case.complaint.model_copy(update={"remedies": remedies})}
        ordered = ordered.model_copy(update=update)
    if {problem.kind for problem in case.problems} <= NAMELESS and not (
        case.records_request or case.complaint
    ):
        # Where there is no letter to write, nobody is asked for a name.
        ordered = ordered.model_copy(update={"claimant": Claimant()})
    ordered = ordered.model_copy(update={"claimant": _safe_claimant(ordered)})
    return _with_every_query_answered(ordered, today)


def _safe_claimant(case: Case) -> Claimant:
    """Return the claimant without what is not safe: nobody is asked for it."""
    hidden: dict[str, Any] = {}
    if not case.safety.may_print_address:
        hidden["address"] = ()
    if not case.safety.may_print_phone:
        hidden |= {"phone": "", "email": ""}
    return case.claimant.model_copy(update=hidden)


def _with_every_query_answered(case: Case, today: date) -> Case:
    answered = {answer.query: answer for answer in case.answered_queries}
    raised = queries(case, today=today)
    given = tuple(answered.get(query.key, QueryAnswer(query=query.key)) for query in raised)
    return case.model_copy(update={"answered_queries": given})


def _new_ids(case: Case) -> dict[str, str]:
    kinds = {
        "applied-sanction": "sanctioned",
        "threatened-sanction": "warned",
        "account-demand": "asked",
        "claim-closed": "closed",
        "already-sent": "sent",
        **dict.fromkeys(MODELS, "sent"),
    }
    found: dict[str, str] = {}
    for problem in case.problems:
        name = IDS[kinds[problem.kind]]
        number = 1 + sum(1 for used in found.values() if used.startswith(name))
        found[problem.id] = name if number == 1 else f"{name}-{number}"
    return found


def _about_renamed(problem: Any, ids: Mapping[str, str]) -> Any:
    if not isinstance(problem, FollowingUp) or not problem.about:
        return problem
    return problem.model_copy(update={"about": ids[problem.about]})


def _renamed(key: str, ids: Mapping[str, str]) -> str:
    problem, _, query = key.partition(":")
    return f"{ids[problem]}:{query}"


def _sorted(ticked: tuple[str, ...], choices: str) -> tuple[str, ...]:
    return tuple(key for key in labels(choices) if key in ticked)


def _canonical_contact(contact: Contact) -> Contact:
    return contact.model_copy(update={"ways": _sorted(contact.ways, "contact_way")})


def _canonical_problem(problem: Any, name: str) -> Any:
    update: dict[str, Any] = {"id": name}
    if isinstance(problem, FailureFacts):
        update |= {
            "sides": _sorted(problem.sides, "side"),
            "groups": _sorted(problem.groups, "group"),
            "reasons": _canonical_reasons(problem.reasons),
            **_canonical_ticks(problem),
        }
    if isinstance(problem, AppliedSanction):
        if problem.earlier_sanctions_known == "no":
            update["earlier_sanctions_known"] = "not-known"
        update["no_reduction"] = _sorted(problem.no_reduction, "no_reduction")
        if problem.changed:
            groups = _sorted(problem.changed.groups, "changed_group")
            update["changed"] = problem.changed.model_copy(update={"groups": groups})
    if isinstance(problem, FollowingUp):
        update |= {name: _sorted(getattr(problem, name), choices) for name, choices in _ticks_of(problem)}
    if isinstance(problem, AccountDemand):
        order = list(labels("show_way"))
        update["offers"] = tuple(sorted(problem.offers, key=lambda offer: order.index(offer.way)))
        # Nobody is asked whether they did what was demanded.
        update["done_since"] = Done()
        update["account_also_holds"] = _sorted(problem.account_also_holds, "also_holds")
    return problem.model_copy(update=update)


TICKED_IN = (
    ("job", "faults", "job_fault"),
    ("misconduct", "disputed", "dispute"),
    ("search_week", "time_off", "time_off"),
)


def _canonical_ticks(problem: FailureFacts) -> dict[str, Any]:
    update: dict[str, Any] = {}
    for part, name, choices in TICKED_IN:
        found = getattr(problem, part)
        if found:
            update[part] = found.model_copy(update={name: _sorted(getattr(found, name), choices)})
    return update


def _ticks_of(follow_up: FollowingUp) -> list[tuple[str, str]]:
    way = WAYS[follow_up.kind]
    answers = [answer for page in way.pages for answer in PAGES[page].answers if answer.shape == "ticks"]
    return [(answer.name.removeprefix(f"{way.prefix}_"), answer.choices) for answer in answers]


def _as_asked(reason: Reason) -> Reason:
    """Return `reason` with the choices that the interview asks for and a case file may leave unsaid."""
    asked = {"custody-hospital-court": "was_in", "bereavement": "relation"}.get(reason.kind, "")
    return reason.model_copy(update={asked: getattr(reason, asked)}) if asked else reason


def _canonical_reasons(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    reasons = tuple(_as_asked(reason) for reason in reasons)
    weighed = tuple(reason for reason in reasons if reason.kind not in TICK_ONLY)[:2]
    order = list(labels("reason"))
    rest = sorted(
        (reason for reason in reasons if reason not in weighed), key=lambda reason: order.index(reason.kind)
    )
    return (*weighed, *rest)


# -- pages


def _text(day: object) -> str:
    return "" if day is None else str(day)


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"


def _number(days: int | None) -> str:
    return "" if days is None else str(days)


def _another(place: int, items: tuple[Any, ...]) -> str:
    return _yes(is_so=place + 1 < len(items))


def _door(case: Case, place: int, _visit: Visit) -> Values:
    problem = case.problems[place]
    if isinstance(problem, AppliedSanction):
        return {"door": "sanctioned" if problem.decision.notice == "seen" else "paid-less"}
    doors = {
        "threatened-sanction": "warned",
        "account-demand": "asked",
        "claim-closed": "closed",
        "already-sent": "sent",
        **dict.fromkeys(MODELS, "sent"),
    }
    return {"door": doors[problem.kind]}


def _sanction(case: Case, place: int) -> AppliedSanction:
    problem = case.problems[place]
    assert isinstance(problem, AppliedSanction)
    return problem


def _facts(case: Case, place: int) -> Any:
    return case.problems[place]


def _decision_when(case: Case, place: int, _visit: Visit) -> Values:
    decision = _sanction(case, place).decision
    sent = decision.dated if decision.came_by == "letter" else decision.notified
    return {"sent": _text(sent), "came_by": decision.came_by}


def _decision_says(case: Case, place: int, _visit: Visit) -> Values:
    decision = _sanction(case, place).decision
    return {
        "days": _number(decision.days),
        "is_open_ended": decision.is_open_ended,
        "says_reconsider_first": decision.says_reconsider_first,
    }


def _decision_more(case: Case, place: int, _visit: Visit) -> Values:
    decision = _sanction(case, place).decision
    return {
        "other_date": _other_date(decision),
        "reduced_from": _text(decision.reduced_from),
        "gives_reasons": decision.gives_reasons,
        "reference": decision.reference,
    }


def _other_date(decision: Any) -> str:
    if decision.notice == "none-seen":
        return ""
    return _text(decision.notified if decision.came_by == "letter" else decision.dated)


def _payment(case: Case, place: int, _visit: Visit) -> Values:
    decision = _sanction(case, place).decision
    return {
        "paid": _text(decision.payment_day),
        "payment_lower_by": decision.payment_lower_by,
        "statement_words": decision.statement_words,
    }


def _warning(case: Case, place: int, _visit: Visit) -> Values:
    warning = _facts(case, place).warning
    return {
        "warned": _text(warning.day),
        "warning_came_by": warning.came_by,
        "warning_words": warning.words,
    }


def _answer_by(case: Case, place: int, _visit: Visit) -> Values:
    threat = case.problems[place]
    assert isinstance(threat, ThreatenedSanction)
    return {"answer_by": _text(threat.warning.answer_by), "needs_time": _yes(is_so=bool(threat.more_time))}


def _failure(case: Case, place: int, _visit: Visit) -> Values:
    failure = _facts(case, place).failure
    return {
        "failure_kind": failure.kind,
        "their": _text(failure.their_day),
        "their_words": failure.their_words,
    }


def _ask_now(case: Case, place: int, _visit: Visit) -> Values:
    problem = _sanction(case, place)
    return {"asked_now": "short" if problem.reasons_will_follow else "no"}


def _how_told(case: Case, place: int, _visit: Visit) -> Values:
    problem = _facts(case, place)
    return {
        "told_by": problem.requirement.told_by,
        "told_on": _text(problem.requirement.told_on),
        "requirement_words": problem.requirement.words,
        "requirement_by": problem.failure.asked_by,
    }


def _how_seen(case: Case, place: int, _visit: Visit) -> Values:
    requirement = _facts(case, place).requirement
    names = ("seen", "why_not_seen", "was_clear_it_was_required", "gave_place_and_time", "new_details_on")
    notice = "" if requirement.notice_minutes is None else str(requirement.notice_minutes)
    return {**{name: _plain(getattr(requirement, name)) for name in names}, "notice_minutes": notice}


def _provider(case: Case, place: int, _visit: Visit) -> Values:
    problem = _facts(case, place)
    named = problem if isinstance(problem, AccountDemand) else problem.failure
    return {"provider": named.provider, "provider_address": "\n".join(named.provider_address)}


def _own_words(case: Case, place: int, _visit: Visit) -> Values:
    problem = _facts(case, place)
    return {"account": problem.account, "happened": _text(problem.failure.happened)}


def _reason_ticks(case: Case, place: int, _visit: Visit) -> Values:
    kinds = tuple(reason.kind for reason in _facts(case, place).reasons)
    return {"reason_ticks": _sorted(kinds, "reason")}


def _weighed(case: Case, place: int) -> list[str]:
    return [reason.kind for reason in _facts(case, place).reasons if reason.kind not in TICK_ONLY]


def _reason(case: Case, place: int, visit: Visit) -> Values:
    reason = next(one for one in _facts(case, place).reasons if one.kind == visit.path[-1])
    return {
        "fact": reason.fact,
        "effect": reason.effect,
        "began": _text(reason.began),
        "ended": _text(reason.ended),
        "what_i_did": reason.what_i_did,
        "could_tell": reason.could_tell,
    }


KNOWN_SINCE = ("health_told_on", "access_told_on", "home_told_on", "change_asked_on")


def _reason_fact(case: Case, place: int, visit: Visit) -> Values:
    """Return the answers on the page with the one fact that makes or breaks a reason."""
    reason = next(one for one in _facts(case, place).reasons if one.kind == visit.path[-1])
    names = [answer.name for answer in visit.page.answers]
    found = {name: getattr(reason, "told_on" if name in KNOWN_SINCE else name) for name in names}
    return {
        name: _number(value) if isinstance(value, int) else _plain(value) for name, value in found.items()
    }


def _part(part: str, *names: str, **renamed: str) -> Callable[[Case, int, Visit], Values]:
    """Return a page whose answers are fields of one part of the problem, which may be missing."""

    def page(case: Case, place: int, _visit: Visit) -> Values:
        found = getattr(_facts(case, place), part) or PARTS[part]()
        pairs = {**{name: name for name in names}, **renamed}
        values = {answer: getattr(found, name) for answer, name in pairs.items()}
        return {
            answer: _number(value) if isinstance(value, int) else _plain(value)
            for answer, value in values.items()
        }

    return page


def _situation(case: Case, place: int, _visit: Visit) -> Values:
    problem = _facts(case, place)
    return {"groups": problem.groups, "was_under_18": problem.was_under_18}


def _since_then(case: Case, place: int, _visit: Visit) -> Values:
    problem = _facts(case, place)
    told = {
        "that-day": problem.told_them is not None,
        "disagree": getattr(problem, "already_asked", None) is not None,
    }
    return {
        "told_about": tuple(name for name, is_so in told.items() if is_so),
        "done_state": problem.done_since.state,
    }


def _since_asked(case: Case, place: int, _visit: Visit) -> Values:
    return {"told_about_demand": _yes(is_so=_facts(case, place).told_them is not None)}


def _told(case: Case, place: int, _visit: Visit) -> Values:
    told = _facts(case, place).told_them
    return {
        "told_day": _text(told.day),
        "told_how": told.how,
        "told_words": told.words,
        "said_back": told.said_back,
    }


def _done(case: Case, place: int, _visit: Visit) -> Values:
    done = _facts(case, place).done_since
    return {"done_on": _text(done.day), "done_words": done.words}


def _asked(case: Case, place: int, _visit: Visit) -> Values:
    asked = _sanction(case, place).already_asked
    assert asked is not None
    return {
        "asked_on": _text(asked.day),
        "asked_how": asked.how,
        "asked_words": asked.words,
        "asked_said_back": asked.said_back,
    }


def _late_period(case: Case, place: int, visit: Visit) -> Values:
    number, periods = int(visit.path[-1]), _sanction(case, place).late
    period = periods[number]
    return {
        "began": _text(period.began),
        "ended": _text(period.ended),
        "what": period.what,
        "another": _another(number, periods),
    }


def _own_error_what(case: Case, place: int, _visit: Visit) -> Values:
    error = _sanction(case, place).official_error
    assert error is not None
    return {
        "what_they_knew": error.what_they_knew,
        "knew_on": _text(error.told_on),
        "knew_how": error.told_how,
    }


def _had_earlier(case: Case, place: int, _visit: Visit) -> Values:
    problem = _sanction(case, place)
    if problem.earlier_sanctions_known != "yes":
        return {"had_earlier": "not-known"}
    return {"had_earlier": _yes(is_so=bool(problem.earlier_sanctions))}


def _earlier_sanction(case: Case, place: int, visit: Visit) -> Values:
    number, sanctions = int(visit.path[-1]), _sanction(case, place).earlier_sanctions
    earlier = sanctions[number]
    return {
        "failure_day": _text(earlier.failure_day),
        "days": _number(earlier.days),
        "overturned": _yes(is_so=earlier.overturned),
        "level": earlier.level,
        "another": _another(number, sanctions),
    }


def _need(adjustment: Any) -> dict[str, Any]:
    return {
        "disadvantage": adjustment.disadvantage,
        "step_wanted": adjustment.step_wanted,
        "asked_before": adjustment.asked_before,
        "adjustment_told_on": _text(adjustment.told_on),
        "adjustment_told_how": adjustment.told_how,
        "adjustment_done": adjustment.what_was_done,
    }


def _some_of_need(case: Case, place: int, visit: Visit) -> Values:
    need = _need(_facts(case, place).adjustment)
    return {answer.name: need[answer.name] for answer in visit.page.answers}


def _evidence_item(items: tuple[Any, ...], visit: Visit) -> Values:
    number = int(visit.path[-1])
    return {"what": items[number].what, "have": items[number].have, "another": _another(number, items)}


def _evidence(case: Case, place: int, _visit: Visit) -> Values:
    return {"evidence_ticks": ("own",) if _facts(case, place).evidence else ()}


def _more(case: Case, place: int, visit: Visit) -> Values:
    wanted = {
        "another": place + 1 < len(case.problems),
        "contact": case.contact != Contact() or case.translation != Translation(),
        "couple": case.joint_claim is not None,
        **_more_about_a_failure(case, place),
        **_more_about_a_decision(case, place),
    }
    assert visit.offered is not None
    return {"more": tuple(key for key in visit.offered if wanted.get(key))}


def _more_about_a_failure(case: Case, place: int) -> dict[str, bool]:
    problem = _facts(case, place)
    if not isinstance(problem, FailureFacts):
        return {}
    is_told = problem.requirement != type(problem.requirement)() or problem.failure.asked_by != "not-known"
    return {
        "how-told": is_told,
        "commitment": bool(problem.commitment_limits),
        "health": problem.adjustment is not None,
    }


def _more_about_a_decision(case: Case, place: int) -> dict[str, bool]:
    problem = case.problems[place]
    if not isinstance(problem, AppliedSanction):
        return {}
    decision = problem.decision
    more = (_other_date(decision), decision.reduced_from, decision.reference, decision.address)
    return {
        "decision-more": any(more) or decision.gives_reasons != "not-known" or _is_long_known(problem),
        "earlier": bool(problem.earlier_sanctions) or problem.earlier_sanctions_known != "not-known",
        "work": problem.is_back_in_work != "not-known" or _is_barred_elsewhere(problem),
        "own-error": problem.official_error is not None,
        "changed": problem.changed is not None,
    }


def _is_barred_elsewhere(problem: AppliedSanction) -> bool:
    """Say whether a rule against a cut is told that is asked for at once only after leaving work."""
    is_told = bool(problem.no_reduction or problem.no_reduction_words)
    return is_told and problem.failure.kind not in LEAVING_WORK


def _is_long_known(problem: AppliedSanction) -> bool:
    """Say whether the case says how long it is, which only somebody who has done what was asked is asked at once."""
    decision = problem.decision
    known = (decision.is_open_ended, decision.says_reconsider_first) != ("not-known", "not-known")
    return (known or decision.days is not None) and problem.done_since.state != "done"


def _offer(case: Case, place: int, visit: Visit) -> Values:
    demand = case.problems[place]
    assert isinstance(demand, AccountDemand)
    offer = next(offer for offer in demand.offers if offer.way == visit.path[-1])
    return {"what": offer.what, "offer_on": _text(offer.day)}


def _ways(case: Case, place: int, _visit: Visit) -> Values:
    demand = case.problems[place]
    assert isinstance(demand, AccountDemand)
    ways = tuple(offer.way for offer in demand.offers)
    return {"ways": (*ways, "nothing") if demand.will_show_nothing else ways}


def _handed_over(case: Case, place: int, _visit: Visit) -> Values:
    handed = _facts(case, place).handed_over
    return {"handed_on": _text(handed.day), "handed_why": handed.why, "handed_changed": handed.changed}


def _sent(case: Case, place: int, _visit: Visit) -> Values:
    sent = case.problems[place]
    assert isinstance(sent, AlreadySent)
    return {
        "sent_what": sent.what,
        "sent_on": _text(sent.sent_on),
        "received_on": _text(sent.received_on),
    }


def _next_group(case: Case, place: int, _visit: Visit) -> Values:
    kind = case.problems[place].kind
    groups = (group for group, kinds in NEXT_GROUPS.items() if kind in kinds)
    return {"next_group": next(groups, ONLY_THE_DATES)}


def _next_decision(case: Case, place: int, _visit: Visit) -> Values:
    decision: DecisionNamed = _facts(case, place).decision
    return {
        "next_dated": _text(decision.dated),
        "next_failure": decision.failure.kind,
        "next_failure_on": _text(decision.failure.happened),
    }


def _follow_up_page(case: Case, place: int, visit: Visit) -> Values:
    """Return the answers of a page whose answers bear the names of the follow-up's fields."""
    follow_up = _facts(case, place)
    way = WAYS[follow_up.kind]
    if visit.page.id in way.lists:
        number, items = int(visit.path[-1]), getattr(follow_up, way.lists[visit.page.id])
        fields = [answer.name for answer in visit.page.answers if answer.name != "another"]
        return {
            **{name: _plain(getattr(items[number], name)) for name in fields},
            "another": _another(number, items),
        }
    told = {
        answer.name: _plain(getattr(follow_up, answer.name.removeprefix(f"{way.prefix}_")))
        for answer in visit.page.answers
    }
    lines = {answer.name for answer in visit.page.answers if answer.shape == "words"}
    return {
        name: "\n".join(value) if name in lines and isinstance(value, tuple) else value
        for name, value in told.items()
    }


def _named(*names: str, **renamed: str) -> Callable[[Case, int, Visit], Values]:
    """Return a page whose answers are fields of the problem, under the same name or another one."""

    def page(case: Case, place: int, _visit: Visit) -> Values:
        problem = case.problems[place]
        pairs = {**{name: name for name in names}, **renamed}
        return {answer: _plain(getattr(problem, name)) for answer, name in pairs.items()}

    return page


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return _yes(is_so=value)
    return value if isinstance(value, tuple | str) else _text(value)


PROBLEM_PAGES: Mapping[str, Callable[[Case, int, Visit], Values]] = {
    "what-happened": _door,
    "decision-when": _decision_when,
    "decision-says": _decision_says,
    "decision-more": _decision_more,
    "decision-address": lambda case, place, _: {
        "decision_address": "\n".join(_sanction(case, place).decision.address)
    },
    "payment": _payment,
    "statement-says": lambda *_: {"statement_says": "nothing"},
    "warning": _warning,
    "answer-by": _answer_by,
    "more-time": _named("more_time"),
    "failure": _failure,
    "side": _named("sides"),
    "ask-now": _ask_now,
    "what-you-did": _named("what_i_did"),
    "why-not-required": _named("why_not_required"),
    "how-told": _how_told,
    "how-seen": _how_seen,
    "provider": _provider,
    "own-words": _own_words,
    "nothing-yet": lambda *_: {"has_read_nothing_yet": True},
    "reasons": _reason_ticks,
    "main-reason": lambda case, place, _: {"main_reason": _weighed(case, place)[0]},
    "next-reason": lambda case, place, _: {"next_reason": _weighed(case, place)[1]},
    "reason": _reason,
    **dict.fromkeys(FACT_OF.values(), _reason_fact),
    "job-offered": _part("job", "was_offered", "in_writing"),
    "job-travel": _part("job", "minutes_each_way"),
    "job-faults": _part("job", "faults", "tried"),
    "misconduct": _part("misconduct", "disputed", misconduct_words="words"),
    "search-hours": _part("search_week", "expected_hours", "done_hours"),
    "time-off": _part("search_week", "time_off", "was_agreed"),
    "changed": _part("changed", changed_groups="groups", changed_since="since"),
    "situation": _situation,
    "hospital-health": lambda *_: {"health_decision": "not-known"},
    "limited-since": _named("limited_since"),
    "since-then": _since_then,
    "told": _told,
    "done": _done,
    "asked": _asked,
    "late": lambda case, place, _: {"was_stopped": _yes(is_so=bool(_sanction(case, place).late))},
    "late-period": _late_period,
    "why-look-now": _named("why_look_now"),
    "own-error": lambda case, place, _: {
        "knew": _yes(is_so=_sanction(case, place).official_error is not None)
    },
    "own-error-what": _own_error_what,
    "earlier": _had_earlier,
    "earlier-sanction": _earlier_sanction,
    "commitment": _named("commitment_limits"),
    "adjustment": _some_of_need,
    "adjustment-known": _some_of_need,
    "no-reduction": _named("no_reduction", "no_reduction_words"),
    "back-in-work": _named("is_back_in_work"),
    "back-in-work-since": _named("back_in_work_since"),
    "evidence": _evidence,
    "evidence-item": lambda case, place, visit: _evidence_item(_facts(case, place).evidence, visit),
    "demand-when": _named("asker", demand_on="asked_on", demand_place="place", demand_by="asked_by"),
    "wanted": _named("wanted", "site"),
    "demand-words": _named("was_must", "said_would_follow", demand_words="words"),
    "show": _ways,
    "offer": _offer,
    "also-holds": _named("account_also_holds", "site_terms_words"),
    "consent": _named("consent_claimed", "permission_box_ticked", "in_commitment"),
    "handed-over": lambda case, place, _: {"handed": _yes(is_so=_facts(case, place).handed_over is not None)},
    "handed-over-when": _handed_over,
    "demand-account": _named(demand_account="account"),
    "next-appointment": _named("next_appointment"),
    "since-asked": _since_asked,
    "closed": _named(closed_on="told_on", closed_words="words"),
    "sent": _sent,
    "answer": _named("answer"),
    "answer-when": _named("answer_dated", "answer_received"),
    "what-next": _next_group,
    "which-next": lambda case, place, _: {"next_kind": case.problems[place].kind},
    "next-decision": _next_decision,
    "next-proof": lambda case, place, _: {"next_has_proof": _yes(is_so=bool(_facts(case, place).evidence))},
    "more": _more,
}


# -- pages about the case


def _safe_ways(case: Case, _visit: Visit) -> Values:
    names = ("post_is_safe", "phone_is_safe", "account_is_safe", "reply_only_by")
    return {name: getattr(case.safety, name) for name in names}


def _name(case: Case, _visit: Visit) -> Values:
    person = case.claimant
    return {
        "name": person.name,
        "claimant_address": "\n".join(person.address),
        "national_insurance_number": person.national_insurance_number,
        "date_of_birth": _text(person.date_of_birth),
        "phone": person.phone,
        "email": person.email,
    }


def _safe(visit_names: tuple[str, ...]) -> Callable[[Case, Visit], Values]:
    def page(case: Case, visit: Visit) -> Values:
        open_ = _name(case, visit)
        names = {
            name: name.removeprefix("safe_").replace("address", "claimant_address") for name in visit_names
        }
        return {name: open_[source] for name, source in names.items()}

    return page


def _writer(prefix: str) -> Callable[[Case, Visit], Values]:
    def page(case: Case, visit: Visit) -> Values:
        names = [answer.name for answer in visit.page.answers]
        found = {name: getattr(case.writer, name.removeprefix(f"{prefix}_")) for name in names}
        return {name: _as_answer(value) for name, value in found.items()}

    return page


def _as_answer(value: Any) -> Any:
    if isinstance(value, bool):
        return _yes(is_so=value)
    return "\n".join(value) if isinstance(value, tuple) else value


def _contact(case: Case, _visit: Visit) -> Values:
    contact = case.contact
    return {
        "contact_ways": contact.ways,
        "phone_when": contact.phone_when,
        "not_by_phone": _yes(is_so=contact.not_by_phone),
        "interpreter": contact.interpreter,
        "large_print": _yes(is_so=contact.large_print),
        "other_needs": contact.other_needs,
        "translated_by": case.translation.by,
        "translated_on": _text(case.translation.on),
    }


def _couple(case: Case, _visit: Visit) -> Values:
    assert case.joint_claim is not None
    signs = _yes(is_so=case.joint_claim.partner_signs)
    return {"couple_partner": case.joint_claim.partner, "couple_signs": signs}


def _records_how(case: Case, _visit: Visit) -> Values:
    wanted = case.records_request
    assert wanted is not None
    return {
        "wanted_as": wanted.wanted_as,
        "address_they_know": "\n".join(wanted.address_they_know),
        "is_joint_claim": wanted.is_joint_claim,
        "earlier_names": case.claimant.earlier_names,
    }


def _of(part: str, *names: str, **renamed: str) -> Callable[[Case, Visit], Values]:
    """Return a page whose answers are fields of one part of the case."""

    def page(case: Case, _visit: Visit) -> Values:
        pairs = {**{name: name for name in names}, **renamed}
        return {answer: _plain(getattr(getattr(case, part), name)) for answer, name in pairs.items()}

    return page


def _complaint_about(case: Case, _visit: Visit) -> Values:
    complaint = case.complaint
    assert complaint is not None
    return {
        "about": complaint.about,
        "office": complaint.office,
        "office_address": "\n".join(complaint.office_address),
        "still": _yes(is_so=complaint.is_still_happening),
    }


def _complaint_event(case: Case, visit: Visit) -> Values:
    number, events = int(visit.path[-1]), case.complaint.events if case.complaint else ()
    event = events[number]
    return {"event_on": _text(event.day), "what": event.what, "another": _another(number, events)}


def _work_search_entry(case: Case, visit: Visit) -> Values:
    number, entries = int(visit.path[-1]), case.work_search
    entry = entries[number]
    return {
        "search": _text(entry.day),
        "what": entry.what,
        "result": entry.result,
        "another": _another(number, entries),
    }


def _complaint_cost(case: Case, visit: Visit) -> Values:
    number, costs = int(visit.path[-1]), case.complaint.costs if case.complaint else ()
    cost = costs[number]
    return {
        "what": cost.what,
        "pounds": cost.pounds,
        "has_receipt": _yes(is_so=cost.has_receipt),
        "another": _another(number, costs),
    }


def _complaint_has(name: str, answer: str) -> Callable[[Case, Visit], Values]:
    return lambda case, _visit: {answer: _yes(is_so=bool(getattr(case.complaint, name)))}


def _query(case: Case, visit: Visit) -> QueryAnswer:
    return next(answer for answer in case.answered_queries if answer.query == visit.path[-1])


CASE_PAGES: Mapping[str, Callable[[Case, Visit], Values]] = {
    "help-now": lambda *_: {"has_read_help": True},
    "need-now": lambda *_: {"has_read_need": True},
    "work-search": lambda case, _: {"work_search_way": "list" if case.work_search else "no"},
    "work-search-entry": _work_search_entry,
    "for-whom": lambda case, _: {"writer_kind": case.writer.kind},
    "safe": lambda case, _: {"others_see": case.safety.others_see},
    "safe-ways": _safe_ways,
    "where": lambda case, _: {"nation": case.nation},
    "benefit": lambda case, _: {"benefit": case.benefit},
    "also-universal-credit": lambda case, _: {"also_universal_credit": case.also_universal_credit},
    "safe-say": lambda case, _: {"say_safely": _yes(is_so=case.safety.say_could_not_attend_safely)},
    "name": _name,
    "safe-name": _safe(("safe_name", "safe_national_insurance_number", "safe_date_of_birth")),
    "safe-address": _safe(("safe_address",)),
    "safe-phone": _safe(("safe_phone", "safe_email")),
    "writer": _writer("writer"),
    "appointee": _writer("appointee"),
    "contact": _contact,
    "couple": _couple,
    "keep-out": lambda *_: {"keep_out": ()},
    "query": lambda case, visit: {"answer": _query(case, visit).answer},
    "query-words": lambda case, visit: {"words": _query(case, visit).words},
    "records-what": _of("records_request", "systems"),
    "records-period": _of("records_request", "period_from", "period_to"),
    "records-details": _of("records_request", "offices_and_people", "call_details"),
    "records-how": _records_how,
    "complaint-about": _complaint_about,
    "complaint-event": _complaint_event,
    "complaint-should": _of("complaint", "should_have_happened", complaint_effect="effect"),
    "complaint-adjustment": _complaint_has("adjustment", "has_adjustment"),
    "complaint-adjustment-what": lambda case, _: _need(case.complaint.adjustment if case.complaint else None),
    "complaint-cost": _complaint_has("costs", "has_costs"),
    "complaint-cost-item": _complaint_cost,
    "complaint-remedies": _of("complaint", "remedies", "remedy_words"),
    "complaint-more": _of("complaint", "reconsideration_asked_on", "data_protection"),
    "complaint-provider": _of("complaint", "provider_final_response"),
    "complaint-proof": _complaint_has("evidence", "has_proof"),
    "complaint-proof-item": lambda case, visit: _evidence_item(
        case.complaint.evidence if case.complaint else (), visit
    ),
}
