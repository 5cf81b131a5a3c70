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

from challenge_letters.case.admissions import admitted_in
from challenge_letters.case.case import Admission, Case, QueryAnswer
from challenge_letters.case.failure import Done, FailureFacts, Reason
from challenge_letters.case.follow_ups import FollowingUp
from challenge_letters.case.people import Claimant, Contact, Translation
from challenge_letters.case.problems import AccountDemand, AppliedSanction
from challenge_letters.case.queries import queries
from challenge_letters.interview.bridge import IDS
from challenge_letters.interview.failure_pages import LEAVING_WORK, TICK_ONLY
from challenge_letters.interview.into_case import PROBLEMS
from challenge_letters.interview.journey import Journey, Values, Visit
from challenge_letters.interview.next_ways import NEXT_GROUPS, ONLY_THE_DATES, WAYS
from challenge_letters.interview.out_of_case import answers_out_of, yes_or_no
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import PAGES, Page
from challenge_letters.interview.texts import labels
from challenge_letters.interview.walk import ask_queries

FOLLOW_UPS = {kind: model for kind, model in PROBLEMS.items() if issubclass(model, FollowingUp)}
OF_FOLLOW_UPS = frozenset(page for way in WAYS.values() for page in way.pages)
PROBLEM_TYPES = {
    "applied-sanction": "sanctioned",
    "threatened-sanction": "warned",
    "account-demand": "asked",
    "claim-closed": "closed",
    "already-sent": "sent",
    "nothing-decided": "records",
    **dict.fromkeys(FOLLOW_UPS, "sent"),
}
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
    walk_pages(journey)
    if journey.ending == "letters":
        ask_queries(journey)
    return journey


def answers_for(case: Case, today: date) -> Answers:
    """Return the answers that tell `case` on the day `today`, by page, in interview order."""
    return {one.visit.key: dict(one.values) for one in journey_for(case, today).visited}


def answers_on(visit: Visit, case: Case) -> Values:
    """Return what somebody with `case` answers on the page of `visit`.

    Where an answer has no place of its own in the case, a function below says what it was.
    """
    answers = answers_out_of(case, visit)
    if visit.page.id in OTHERWISE:
        answers |= OTHERWISE[visit.page.id](case, visit)
    return answers


# -- the case as the interview tells it


def canonical(case: Case, today: date) -> Case:
    """Return `case` with the interview's ids and order, and with every open query answered."""
    ids = _new_ids(case)
    problems = tuple(_canonical_problem(problem, ids[problem.id]) for problem in case.problems)
    problems = tuple(_about_renamed(problem, ids) for problem in problems)
    renamed = tuple(
        answer.model_copy(update={"query": _renamed(answer.query, ids)}) for answer in case.answered_queries
    )
    ordered = _in_order(case, "case", PAGES)
    ordered = ordered.model_copy(update={"problems": problems, "answered_queries": renamed})
    if {problem.kind for problem in case.problems} <= NAMELESS and not (
        case.records_request or case.complaint
    ):
        # Where there is no letter to write, nobody is asked for a name.
        ordered = ordered.model_copy(update={"claimant": Claimant()})
    complaint = ordered.complaint and _with_papers_in_order(ordered.complaint)
    ordered = ordered.model_copy(update={"claimant": _safe_claimant(ordered), "complaint": complaint})
    return _with_every_query_answered(ordered, today)


def _with_papers_in_order(about: Any) -> Any:
    """Return `about` with what is in hand before what was asked for, and without what nobody can send."""
    evidence = getattr(about, "evidence", ())
    ordered = tuple(each for have in ("enclosed", "asked-for") for each in evidence if each.have == have)
    return about if ordered == evidence else about.model_copy(update={"evidence": ordered})


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
    kept = {each.sentence: each for each in case.admissions}
    sentences = (each.sentence for each in admitted_in(case))
    admissions = tuple(kept.get(each, Admission(sentence=each)) for each in sentences)
    case = case.model_copy(update={"admissions": admissions})
    raised = queries(case, today=today)
    given = tuple(answered.get(query.key, QueryAnswer(query=query.key)) for query in raised)
    return case.model_copy(update={"answered_queries": given})


def _new_ids(case: Case) -> dict[str, str]:
    found: dict[str, str] = {}
    for problem in case.problems:
        name = IDS[PROBLEM_TYPES[problem.kind]]
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


def _in_order(told: Any, root: str, pages: Mapping[str, Page]) -> Any:
    """Return `told` with what is ticked on `pages` in the order in which it is offered."""
    for page in pages.values():
        for answer in page.answers:
            first, *names = answer.case.split(".")
            if answer.shape == "ticks" and first == root:
                told = _sorted_at(told, names, answer.choices)
    return told


def _sorted_at(told: Any, names: list[str], choices: str) -> Any:
    held = getattr(told, names[0], None)
    if held is None:
        return told
    ordered = _sorted_at(held, names[1:], choices) if names[1:] else _sorted(held, choices)
    return told if ordered == held else told.model_copy(update={names[0]: ordered})


def _pages_about(problem: Any) -> dict[str, Page]:
    """Return the pages whose answers are about `problem`: those of a follow-up are its own."""
    own = WAYS[problem.kind].pages if isinstance(problem, FollowingUp) else set(PAGES) - OF_FOLLOW_UPS
    return {name: page for name, page in PAGES.items() if name in own}


def _canonical_problem(problem: Any, name: str) -> Any:
    update: dict[str, Any] = {"id": name}
    if isinstance(problem, FailureFacts):
        update["groups"] = _sorted(problem.groups, "group")
        update["reasons"] = _canonical_reasons(problem.reasons)
    if isinstance(problem, AppliedSanction) and problem.earlier_sanctions_known == "no":
        update["earlier_sanctions_known"] = "not-known"
    if isinstance(problem, AccountDemand):
        order = list(labels("show_way"))
        update["offers"] = tuple(sorted(problem.offers, key=lambda offer: order.index(offer.way)))
        # Nobody is asked whether they did what was demanded.
        update["done_since"] = Done()
    ordered = _in_order(problem, "problem", _pages_about(problem)).model_copy(update=update)
    return _with_papers_in_order(ordered)


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


# -- answers that have no place of their own in the case


def _problem(case: Case, visit: Visit) -> Any:
    return case.problems[int(visit.path[1])]


def _door(case: Case, visit: Visit) -> Values:
    problem = _problem(case, visit)
    if isinstance(problem, AppliedSanction) and problem.decision.notice == "none-seen":
        return {"door": "paid-less"}
    if problem.kind == "nothing-decided" and case.complaint and not case.records_request:
        return {"door": "complaint"}
    return {"door": PROBLEM_TYPES[problem.kind]}


def _decision_when(case: Case, visit: Visit) -> Values:
    decision = _problem(case, visit).decision
    sent = decision.dated if decision.came_by == "letter" else decision.notified
    return {"sent": _text(sent), "decision_address": "\n".join(decision.address)}


def _other_date(decision: Any) -> str:
    if decision.notice == "none-seen":
        return ""
    return _text(decision.notified if decision.came_by == "letter" else decision.dated)


def _text(day: object) -> str:
    return "" if day is None else str(day)


def _provider(case: Case, visit: Visit) -> Values:
    problem = _problem(case, visit)
    named = problem if isinstance(problem, AccountDemand) else problem.failure
    return {"provider": named.provider, "provider_address": "\n".join(named.provider_address)}


def _reason_ticks(case: Case, visit: Visit) -> Values:
    kinds = tuple(reason.kind for reason in _problem(case, visit).reasons)
    return {"reason_ticks": _sorted(kinds, "reason")}


def _weighed(case: Case, visit: Visit) -> list[str]:
    return [reason.kind for reason in _problem(case, visit).reasons if reason.kind not in TICK_ONLY]


def _papers(about: Any, have: str) -> str:
    return "\n".join(paper.what for paper in about.evidence if paper.have == have)


def _situation(case: Case, visit: Visit) -> Values:
    # That somebody was a patient is asked on a page of its own.
    return {"groups": tuple(group for group in _problem(case, visit).groups if group != "patient")}


def _since_then(case: Case, visit: Visit) -> Values:
    problem = _problem(case, visit)
    told = {
        "that-day": problem.told_them is not None,
        "disagree": getattr(problem, "already_asked", None) is not None,
    }
    return {"told_about": tuple(name for name, is_so in told.items() if is_so)}


def _had_earlier(case: Case, visit: Visit) -> Values:
    problem = _problem(case, visit)
    if problem.earlier_sanctions_known != "yes":
        return {"had_earlier": "not-known"}
    if problem.never_sanctioned:
        return {"had_earlier": "never"}
    return {"had_earlier": yes_or_no(is_so=bool(problem.earlier_sanctions))}


def _ways(case: Case, visit: Visit) -> Values:
    demand = _problem(case, visit)
    ways = tuple(offer.way for offer in demand.offers)
    return {"ways": (*ways, "nothing") if demand.will_show_nothing else ways}


def _next_group(case: Case, visit: Visit) -> Values:
    kind = _problem(case, visit).kind
    groups = (group for group, kinds in NEXT_GROUPS.items() if kind in kinds)
    return {"next_group": next(groups, ONLY_THE_DATES)}


def _more(case: Case, visit: Visit) -> Values:
    wanted = {
        "another": int(visit.path[1]) + 1 < len(case.problems),
        "contact": case.contact != Contact() or case.translation != Translation(),
        "couple": case.joint_claim is not None,
        **_more_about_a_failure(case, visit),
        **_more_about_a_decision(case, visit),
    }
    assert visit.offered is not None
    return {"more": tuple(key for key in visit.offered if wanted.get(key))}


def _more_about_a_failure(case: Case, visit: Visit) -> dict[str, bool]:
    problem = _problem(case, visit)
    if not isinstance(problem, FailureFacts):
        return {}
    is_told = problem.requirement != type(problem.requirement)() or problem.failure.asked_by != "not-known"
    return {
        "how-told": is_told,
        "commitment": bool(problem.commitment_limits),
        "health": problem.adjustment is not None,
    }


def _more_about_a_decision(case: Case, visit: Visit) -> dict[str, bool]:
    problem = _problem(case, visit)
    if not isinstance(problem, AppliedSanction):
        return {}
    decision = problem.decision
    more = (_other_date(decision), decision.reduced_from, decision.reference, decision.days)
    choices = (
        *(decision.gives_reasons, decision.is_open_ended, decision.says_reconsider_first),
        problem.earlier_sanctions_known,
    )
    return {
        "decision-more": any(more) or bool(problem.earlier_sanctions) or set(choices) != {"not-known"},
        "work": problem.is_back_in_work != "not-known" or _is_barred_elsewhere(problem),
        "own-error": problem.official_error is not None,
        "changed": problem.changed is not None,
    }


def _is_barred_elsewhere(problem: AppliedSanction) -> bool:
    """Say whether a rule against a cut is told that is asked for at once only after leaving work."""
    is_told = bool(problem.no_reduction or problem.no_reduction_words)
    return is_told and problem.failure.kind not in LEAVING_WORK


def _admission(case: Case, visit: Visit) -> str:
    asked = next(each for each in admitted_in(case) if each.key == visit.path[-1])
    given = {each.sentence: each.answer for each in case.admissions}
    return given.get(asked.sentence, "keep")


def _query(case: Case, visit: Visit) -> QueryAnswer:
    return next(answer for answer in case.answered_queries if answer.query == visit.path[-1])


OTHERWISE: Mapping[str, Callable[[Case, Visit], Values]] = {
    "what-happened": _door,
    "income-based": lambda *_: {"is_income_based": "no"},
    "decision-when": _decision_when,
    "decision-says": lambda case, visit: {
        "other_date": _other_date(_problem(case, visit).decision),
        **_had_earlier(case, visit),
    },
    "statement-says": lambda *_: {"statement_says": "nothing"},
    "ask-now": lambda case, visit: {
        "asked_now": "short" if _problem(case, visit).reasons_will_follow else "no"
    },
    "provider": _provider,
    "own-words": _reason_ticks,
    "main-reason": lambda case, visit: {"main_reason": _weighed(case, visit)[0]},
    "next-reason": lambda case, visit: {"next_reason": _weighed(case, visit)[1]},
    "situation": _situation,
    "hospital-stay": lambda case, visit: {
        "told_to_stay": yes_or_no(is_so="patient" in _problem(case, visit).groups)
    },
    "hospital-health": lambda *_: {"health_decision": "not-known"},
    "since-then": _since_then,
    "since-work-ended": lambda case, visit: {"told_about_job": _since_then(case, visit)["told_about"]},
    "late": lambda case, visit: {"was_stopped": yes_or_no(is_so=bool(_problem(case, visit).late))},
    "evidence": lambda case, visit: {
        "evidence_ticks": ("asked-for",) if _papers(_problem(case, visit), "asked-for") else (),
        "papers": _papers(_problem(case, visit), "enclosed"),
    },
    "evidence-asked-for": lambda case, visit: {
        "asked_for": (),
        "papers_asked_for": _papers(_problem(case, visit), "asked-for"),
    },
    "next-proof": lambda case, visit: {
        "next_papers": _papers(_problem(case, visit), "enclosed"),
        "next_papers_asked_for": _papers(_problem(case, visit), "asked-for"),
    },
    "complaint-proof": lambda case, _: {
        "complaint_papers": _papers(case.complaint, "enclosed"),
        "complaint_papers_asked_for": _papers(case.complaint, "asked-for"),
    },
    "show": _ways,
    "what-next": _next_group,
    "which-next": lambda case, visit: {"next_kind": _problem(case, visit).kind},
    "more": _more,
    "work-search": lambda case, _: {"work_search_way": "list" if case.work_search else "no"},
    "keep-out": lambda *_: {"keep_out": ()},
    "admission": lambda case, visit: {"admission": _admission(case, visit)},
    "query": lambda case, visit: {"answer": _query(case, visit).answer},
    "query-words": lambda case, visit: {"words": _query(case, visit).words},
}
