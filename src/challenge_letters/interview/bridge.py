"""Builds the Case from one journey along the road: the answers that were visited, and no others.

Most answers go where their record says (into_case.py). What follows here are those whose record names a
function: where an answer means one thing or another, or where several make one fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from challenge_letters.case.admissions import answered
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import UnreadableCase, build_case
from challenge_letters.case.failure import Reason
from challenge_letters.case.problems import Offer
from challenge_letters.case.queries import THE_BENEFIT
from challenge_letters.case.work_search_rows import entries_of, rows_in
from challenge_letters.interview.decision_pages import NO_PROOF
from challenge_letters.interview.given_answers import GivenAnswers
from challenge_letters.interview.into_case import PROBLEMS, Facts, filled, lines, told
from challenge_letters.interview.journey import Journey
from challenge_letters.interview.next_ways import WAYS, decision_told
from challenge_letters.interview.page_flow import ONLY_ASKED_FOR
from challenge_letters.interview.texts import proof_name
from challenge_letters.plan.protection import LIMITED

IDS = {
    "sanctioned": "sanction",
    "paid-less": "sanction",
    "warned": "threat",
    "asked": "demand",
    "closed": "closed",
    "sent": "sent",
    **dict.fromkeys(ONLY_ASKED_FOR, "nothing"),
}
KINDS_OF = {
    "sanctioned": "applied-sanction",
    "paid-less": "applied-sanction",
    "warned": "threatened-sanction",
    "asked": "account-demand",
    "closed": "claim-closed",
    "sent": "already-sent",
    **dict.fromkeys(ONLY_ASKED_FOR, "nothing-decided"),
}
# Parts of a problem that say nothing where all that was answered is "I don't know".
SAY_NOTHING_UNKNOWN = (
    "birth",
    "fit_note",
    "handing_in",
    "call",
    "arrival",
    "mistake",
    "excused",
    "job",
    "search_week",
)


def case_of(journey: Journey) -> Case:
    """Return the case that `journey` tells. Raises `UnreadableCase` for answers that no page lets through."""
    return build_case(facts_of(journey))


def facts_of(journey: Journey) -> dict[str, Any]:
    """Return the case as it would stand in a case file."""
    given = GivenAnswers(journey)
    facts = {"format": 1, **told(given, "case", (), Case)}
    if not _is_signed(given):
        facts.pop("writer", None)
    facts["problems"] = list(_problems(given))
    for read in OF_THE_CASE.values():
        facts = _joined(read(given, facts), facts)
    return filled(facts)


def _is_signed(given: GivenAnswers) -> bool:
    """Say whether it is known who writes: who signs is asked only where there is a letter to sign."""
    kind = given.on("for-whom").get("writer_kind", "")
    return kind not in ("adviser", "appointee") or bool(given.on("writer") or given.on("appointee"))


def _joined(first: Facts, second: Facts) -> Facts:
    """Return what both say: parts together, and lists one after the other."""
    joined = dict(first)
    for name, value in second.items():
        held = joined.get(name)
        if isinstance(held, dict):
            joined[name] = _joined(held, value)
        else:
            joined[name] = [*held, *value] if isinstance(held, list) else value
    return joined


# -- problems


def _problems(given: GivenAnswers) -> Iterator[Facts]:
    for place, name in enumerate(_ids(given.journey)):
        if name:
            yield {"id": name, **_problem(given, place)}


def _ids(journey: Journey) -> Iterator[str]:
    """Yield the id of each problem in its place; "" for one that turned out to be no problem of ours."""
    used: dict[str, int] = {}
    for place in range(len(journey.visited)):
        problem_type = journey.problem_type(place)
        if not problem_type:
            return
        if problem_type not in IDS or _is_no_sanction(journey, place):
            yield ""
            continue
        number = used[IDS[problem_type]] = used.get(IDS[problem_type], 0) + 1
        yield IDS[problem_type] + (f"-{number}" if number > 1 else "")


def _is_no_sanction(journey: Journey, place: int) -> bool:
    return journey.values("statement-says", "problems", place).get("statement_says") == "other"


def _problem(given: GivenAnswers, place: int) -> Facts:
    kind = given.journey.follow_ups.get(place) or KINDS_OF[given.journey.problem_type(place)]
    facts: Facts = {"kind": kind, **_about(given, place, kind)}
    for read in OF_A_PROBLEM.values():
        facts = _joined(facts, read(given, place))
    facts = _joined(facts, told(given, "problem", ("problems", place), PROBLEMS[kind]))
    return filled(
        {
            name: None if name in SAY_NOTHING_UNKNOWN and _is_unknown(part) else part
            for name, part in facts.items()
        }
    )


def _is_unknown(part: Facts) -> bool:
    return all(value == "not-known" for value in part.values())


def _about(given: GivenAnswers, place: int, kind: str) -> Facts:
    """Return the decision that a letter which comes next is about, where one was told before."""
    names_decision = kind in WAYS and WAYS[kind].names_decision
    other = decision_told(given.journey, place) if names_decision else None
    return {} if other is None else {"about": list(_ids(given.journey))[other]}


def _decision_dates(given: GivenAnswers, place: int) -> Facts:
    """Return the dates of a decision: a letter carries one; what is sent to the account is dated by that."""
    path = ("problems", place)
    if given.on("payment", *path):
        return {"decision": {"notice": "none-seen"}}
    when, more = given.on("decision-when", *path), given.on("decision-says", *path)
    on_it, other = ("dated", "notified") if when.get("came_by") == "letter" else ("notified", "dated")
    return {"decision": filled({on_it: when.get("sent"), other: more.get("other_date")})}


def _decision_address(given: GivenAnswers, place: int) -> Facts:
    """Return the address on a decision: one that was never seen has none."""
    path = ("problems", place)
    address = lines(given.on("decision-when", *path).get("decision_address"))
    return {} if given.on("payment", *path) else {"decision": filled({"address": address})}


def _provider(given: GivenAnswers, place: int) -> Facts:
    """Return the company that asked: it belongs to what was not done, or to a demand itself."""
    values = given.on("provider", "problems", place)
    named = filled(
        {"provider": values.get("provider"), "provider_address": lines(values.get("provider_address"))}
    )
    return named if given.journey.problem_type(place) == "asked" else {"failure": named}


def _reasons_will_follow(given: GivenAnswers, place: int) -> Facts:
    asked = given.on("ask-now", "problems", place).get("asked_now")
    return {"reasons_will_follow": True} if asked == "short" else {}


def _reasons(given: GivenAnswers, place: int) -> Facts:
    """Return the reasons: those that were followed up first, then those that were only ticked."""
    path = ("problems", place)
    ticked = tuple(given.on("own-words", *path).get("reason_ticks", ()))
    start = f"problems/{place}/reason/"
    weighed = [
        str(one.visit.path[-1])
        for one in given.journey.visited
        if one.visit.page.id in ("reason", "slip") and one.visit.key.startswith(start)
    ]
    kinds = (*weighed, *(kind for kind in ticked if kind not in weighed))
    return {
        "reasons": [
            {"kind": kind, **told(given, "reason", (*path, "reason", kind), Reason)}
            for kind in kinds
            if not given.is_kept_out("reason", *path, "reason", kind)
        ]
    }


def _groups(given: GivenAnswers, place: int) -> Facts:
    """Return the groups ticked, that of a patient, and the one decided while the person was in hospital."""
    path = ("problems", place)
    ticked = given.on("situation", *path).get("groups", ())
    stayed = given.on("hospital-stay", *path).get("told_to_stay") == "yes"
    decided = given.on("hospital-health", *path).get("health_decision")
    found = [*ticked, *(["patient"] if stayed else ()), *([decided] if decided in LIMITED else ())]
    # "None of these" was ticked of the list, before the stay was asked about.
    return {"groups": [each for each in found if each not in ("none", "not-known")] if stayed else found}


def _was_stopped(given: GivenAnswers, place: int) -> Facts:
    """Return that nothing stopped the person; what did is told in stretches of time."""
    stopped = given.on("late", "problems", place).get("was_stopped")
    return {"was_stopped": "no"} if stopped == "no" else {}


def _earlier_sanctions_known(given: GivenAnswers, place: int) -> Facts:
    """Return "yes" for somebody who knows of every earlier sanction, or that there was none, or never one."""
    had = given.on("decision-says", "problems", place).get("had_earlier")
    never = {"never_sanctioned": True} if had == "never" else {}
    return {"earlier_sanctions_known": "yes", **never} if had in ("yes", "taken-back", "no", "never") else {}


def _evidence(given: GivenAnswers, place: int) -> Facts:
    """Return what was ticked; only what is ticked as asked for is called so: the letter may not say more."""
    path = ("problems", place)
    now, later, next_ = (given.on(page, *path) for page in ("evidence", "evidence-asked-for", "next-proof"))
    in_hand = [proof_name(key) for key in now.get("evidence_ticks", ()) if key not in NO_PROOF]
    asked_for = [proof_name(key) for key in later.get("asked_for", ())]
    return _papers(
        [*in_hand, *lines(now.get("papers")), *lines(next_.get("next_papers"))],
        [*asked_for, *lines(later.get("papers_asked_for")), *lines(next_.get("next_papers_asked_for"))],
    )


def _papers(in_hand: list[str], asked_for: list[str]) -> Facts:
    named = ((in_hand, "enclosed"), (asked_for, "asked-for"))
    return {"evidence": [{"what": what, "have": have} for papers, have in named for what in papers]}


def _offers(given: GivenAnswers, place: int) -> Facts:
    """Return the ways in which the person will show what was demanded."""
    path = ("problems", place)
    ways = given.on("show", *path).get("ways", ())
    offers = [
        {"way": way, **told(given, "offer", (*path, "offers", way), Offer)}
        for way in ways
        if way != "nothing"
    ]
    return {"offers": offers} | ({"will_show_nothing": True} if "nothing" in ways else {})


# -- the case


def _work_search_rows(given: GivenAnswers, _told: Facts) -> Facts:
    """Return the entries in rows that were pasted from a spreadsheet."""
    pasted = given.on("work-search-rows")
    if not pasted:
        return {}
    rows = rows_in(pasted["work_search_rows"])
    entries = entries_of(rows, today=given.journey.today, day_order=pasted["day_order"])
    return {"work_search": list(entries)}


def _complaint_evidence(given: GivenAnswers, _told: Facts) -> Facts:
    named = given.on("complaint-proof")
    papers = (lines(named.get(name)) for name in ("complaint_papers", "complaint_papers_asked_for"))
    return {"complaint": _papers(*papers)} if named else {}


def _answered_queries(given: GivenAnswers, _told: Facts) -> Facts:
    found = []
    for one in given.journey.visited:
        if one.visit.page.id == "query":
            key = str(one.visit.path[-1])
            words = given.on("query-words", "queries", key).get("words")
            found.append({"query": key, **filled({"answer": one.values["answer"], "words": words})})
    if given.on("income-based"):
        found.append({"query": f"{THE_BENEFIT}:was-it-income-based"})
    return {"answered_queries": found}


def _admissions(given: GivenAnswers, told: Facts) -> Facts:
    """Return what was answered about each sentence that may harm; what else was `told` says which."""
    asked = [one for one in given.journey.visited if one.visit.page.id == "admission"]
    if not asked:
        return {}
    answers = {str(one.visit.path[-1]): str(one.values["admission"]) for one in asked}
    try:
        case = build_case(filled(told))
    except UnreadableCase:
        # Where an answer is missing it is that which is to be said, and none about a sentence can be placed.
        return {}
    return {"admissions": [each.model_dump() for each in answered(case, answers)]}


# The functions that a record can name, for what belongs to one problem and for the rest: these are handed
# what else was told, and stand in the order in which they need it.
OF_A_PROBLEM: Mapping[str, Callable[[GivenAnswers, int], Facts]] = {
    "decision_dates": _decision_dates,
    "decision_address": _decision_address,
    "provider": _provider,
    "reasons_will_follow": _reasons_will_follow,
    "reasons": _reasons,
    "groups": _groups,
    "was_stopped": _was_stopped,
    "earlier_sanctions_known": _earlier_sanctions_known,
    "evidence": _evidence,
    "offers": _offers,
}
OF_THE_CASE: Mapping[str, Callable[[GivenAnswers, Facts], Facts]] = {
    "work_search_rows": _work_search_rows,
    "complaint_evidence": _complaint_evidence,
    "answered_queries": _answered_queries,
    "admissions": _admissions,
}
