"""The pages about what somebody is said not to have done: their side, their story, their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from challenge_letters.case.failure import AT_AN_HOUR, INTERVIEWS
from challenge_letters.case.not_answered import not_answered
from challenge_letters.interview.journey import Journey
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.situations import counts_as_patient, may_be_overnight, situations
from challenge_letters.interview.texts import labels
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.groups import has_groups
from challenge_letters.plan.before_claim import BEFORE_A_CLAIM
from challenge_letters.plan.enclosing import ANSWERED_BY_A_RECORD
from challenge_letters.plan.grounds import MISTAKEN
from challenge_letters.plan.protection import JOB_SEARCH, LIMITED

FOLLOWED_UP = 2
GROUNDS_WITHOUT_A_REASON = frozenset(
    {"did-it", "did-part", "came", "excused", "not-told", "not-required", "not-understood"}
)
TICK_ONLY = frozenset({"not-safe"})
# The page with the one fact that makes or breaks a reason.
FACT_OF: Mapping[str, str] = {page.of_reason: page.id for page in PAGES.values() if page.of_reason}
# The pages with what decides a case, by what they say was not done.
DECIDING: Mapping[str, tuple[str, ...]] = {
    kind: tuple(page.id for page in PAGES.values() if kind in page.of_failures)
    for kind in dict.fromkeys(kind for page in PAGES.values() for kind in page.of_failures)
}
# What was wrong with a job that may have done harm.
UNHEALTHY = frozenset({"safety", "health"})
LEAVING_WORK = failures_with("work-ended")
# One job that was not applied for or not taken: nobody was to be anywhere at a time, and nobody set out.
NOWHERE_TO_BE = failures_with("job-refused") - AT_AN_HOUR
SETTING_OUT = "reason-journey"


def failure_pages(journey: Journey, place: int) -> None:
    """Ask what they are said not to have done, and all that hangs on it."""
    path = ("problems", place)
    kind = journey.ask("failure", *path)["failure_kind"]
    sides = journey.ask("side", *path, offered=_sides(kind))["sides"]
    if is_urgent(journey, place):
        journey.ask("ask-now", *path)
    if kind == "late-for-appointment" or "came" in sides:
        _arrival(journey, place)
    if "excused" in sides:
        journey.ask("excused", *path)
    if {"not-told", "not-understood"} & set(sides):
        how_told(journey, place)
    journey.ask("own-words", *path)
    if _is_no_answer_held_against_them(journey, place):
        journey.ask("not-answered", *path)
    _beside_the_story(journey, place)
    _reasons(journey, place)
    _what_decides(journey, place)
    _situation(journey, place)
    if journey.values("failure", *path)["failure_kind"] in ANSWERED_BY_A_RECORD:
        work_search(journey)


def words_of_no_answer(answers: Any, place: int) -> str:
    """Return what they write of it that nothing was answered, explained or sent; "" where they do not."""
    told = answers.problems[place]
    return not_answered(str(told.their_words), str(told.failure_kind))


def _is_no_answer_held_against_them(journey: Journey, place: int) -> bool:
    told = journey.values("failure", "problems", place)
    return bool(not_answered(str(told["their_words"]), str(told["failure_kind"])))


def _beside_the_story(journey: Journey, place: int) -> None:
    """Ask what the story may have told already: it comes first, so that nobody has to tell it twice."""
    path = ("problems", place)
    sides = journey.values("side", *path)["sides"]
    if {"did-it", "did-part", "not-required"} & set(sides):
        journey.ask("what-you-did", *path)
    if journey.values("failure", *path)["failure_kind"] == "lost-job":
        # Misconduct is disputed and never excused: a reason comes after it.
        journey.ask("misconduct", *path)


def _arrival(journey: Journey, place: int) -> None:
    """Ask when they were there; of a call only where nobody knows whether it rang.

    Who waited for a call at home was never "on the line", whether it came at another time or not at all.
    """
    path = ("problems", place)
    is_call = journey.values("failure", *path)["failure_kind"] == "missed-call"
    if not is_call or journey.ask("call", *path)["call_rang"] == "not-known":
        journey.ask("arrival", *path)


def _sides(kind: str) -> dict[str, str]:
    """Return what can be somebody's side: to have been there only of what happens at an hour.

    Nobody is excused from a job that they left or lost, and nobody had asked that of them. A job is not lost
    for a reason: it was lost through misconduct, or it was not.
    """
    unfit = {"came"} - ({"came"} if kind in INTERVIEWS else set())
    unfit |= {"excused", "not-required"} if kind in LEAVING_WORK else set()
    names = labels("side")
    if kind == "missed-call":
        names |= labels("side_of_a_call")
    if kind == "lost-job":
        names |= labels("side_of_a_lost_job")
    return {key: name for key, name in names.items() if key not in unfit}


def _situation(journey: Journey, place: int) -> None:
    path = ("problems", place)
    ticked = journey.ask("situation", *path, offered=situations(journey.rules, journey.nation))["groups"]
    decided = "" if LIMITED & set(ticked) else _decision_in_hospital(journey, place)
    if LIMITED & {*ticked, decided}:
        journey.ask("limited-since", *path)
    if "late-pregnancy" in ticked:
        journey.ask("birth", *path)
    if "fit-note" in ticked:
        journey.ask("fit-note", *path)
    if "carer" in ticked and has_groups(journey.rules, journey.nation):
        journey.ask("carer", *path)


# What a patient cannot be asked for: the search for work, and what hangs on it (sections 21 and 26).
LEFT = failures_with("work-ended") - {"lost-job"}
SPARED_A_PATIENT = JOB_SEARCH | failures_with("job-refused") | LEFT | {"specific-task"}


def _decision_in_hospital(journey: Journey, place: int) -> str:
    """Ask somebody who stayed in hospital what was decided about their health; "" where nobody is asked."""
    path = ("problems", place, "reason", "custody-hospital-court")
    reason, away = journey.values("reason", *path), journey.values("reason-away", *path)
    is_asked = away.get("was_in") == "hospital" and may_be_overnight(reason["began"], reason["ended"])
    if not is_asked or not has_groups(journey.rules, journey.nation):
        return ""
    is_of_use = journey.values("failure", *path[:2])["failure_kind"] in SPARED_A_PATIENT
    if is_of_use and counts_as_patient(journey.rules, journey.nation):
        journey.ask("hospital-stay", *path[:2])
    return str(journey.ask("hospital-health", *path[:2])["health_decision"])


def is_urgent(journey: Journey, place: int) -> bool:
    """Say whether the month of decision number `place` ends today or within the next two working days."""
    limit = journey.deadlines.get(place)
    return bool(limit and limit.post_by and limit.post_by <= journey.today <= limit.date)


def how_told(journey: Journey, place: int) -> None:
    path = ("problems", place)
    page, answer = ("job-told", "job_seen") if _has_nowhere_to_be(journey, place) else ("how-told", "seen")
    if journey.values(page, *path):
        return
    seen = journey.ask(page, *path)[answer]
    is_unseen = seen in ("after", "never")
    if is_unseen and journey.values("for-whom")["writer_kind"] == "appointee":
        journey.ask("sent-to", *path)


def _has_nowhere_to_be(journey: Journey, place: int) -> bool:
    return journey.values("failure", "problems", place)["failure_kind"] in NOWHERE_TO_BE


def _reasons(journey: Journey, place: int) -> None:
    path = ("problems", place)
    ticked = tuple(journey.values("own-words", *path)["reason_ticks"])
    is_asked_later = journey.values("failure", *path)["failure_kind"] in LEAVING_WORK
    if (
        not ticked
        and not is_asked_later
        and not GROUNDS_WITHOUT_A_REASON & set(journey.values("side", *path)["sides"])
    ):
        journey.ask("nothing-yet", *path)
    for kind in in_order_of_weight(journey, place, ticked):
        if kind in TICK_ONLY:
            continue
        if kind == MISTAKEN and journey.values("failure", *path)["failure_kind"] in INTERVIEWS:
            _slip(journey, place)
            continue
        _reason(journey, place, kind)
    if "not-told" in ticked:
        how_told(journey, place)


def _reason(journey: Journey, place: int, kind: str) -> None:
    path = ("problems", place, "reason", kind)
    journey.ask("reason", *path)
    fact = FACT_OF.get(kind, "")
    if fact and not (fact == SETTING_OUT and _has_nowhere_to_be(journey, place)):
        journey.ask(fact, *path)


def _slip(journey: Journey, place: int) -> None:
    """Ask about a day or a time that somebody had wrong; an appointee, whose slip it was."""
    path = ("problems", place, "reason", MISTAKEN)
    journey.ask("slip", *path)
    if journey.values("for-whom")["writer_kind"] == "appointee":
        journey.ask("whose-slip", *path)


def _what_decides(journey: Journey, place: int) -> None:
    path = ("problems", place)
    kind = journey.values("failure", *path)["failure_kind"]
    for page in DECIDING.get(kind, ()):
        if not journey.values(page, *path):
            journey.ask(page, *path)
    if kind == "left-job" and UNHEALTHY & set(journey.values("job-ended", *path)["left_faults"]):
        journey.ask("job-health", *path)
    if kind in LEAVING_WORK and journey.problem_type(place) != "warned":
        no_reduction(journey, place)
    if kind in BEFORE_A_CLAIM:
        journey.ask("before-claim", *path)


def no_reduction(journey: Journey, place: int) -> None:
    path = ("problems", place)
    journey.ask("no-reduction", *path)


def in_order_of_weight(journey: Journey, place: int, ticked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the reasons to follow up, two at most: the person says which matter most."""
    tellable = tuple(kind for kind in ticked if kind not in TICK_ONLY)
    first = _asked_first(journey, place, "main-reason", "main_reason", tellable)
    rest = tuple(kind for kind in tellable if kind not in first)
    second = _asked_first(journey, place, "next-reason", "next_reason", rest)
    return (*first, *second)


def _asked_first(
    journey: Journey, place: int, page: str, answer: str, kinds: tuple[str, ...]
) -> tuple[str, ...]:
    if len(kinds) < FOLLOWED_UP:
        return kinds
    names = labels("reason")
    offered = {kind: names[kind] for kind in kinds}
    chosen = journey.ask(page, "problems", place, offered=offered)[answer]
    # The choice may be older than the ticks: what is no longer ticked cannot matter most.
    return (chosen,) if chosen in kinds else kinds[:1]


def work_search(journey: Journey) -> None:
    """Offer once to put a record of the work search together."""
    if journey.values("work-search"):
        return
    way = journey.ask("work-search")["work_search_way"]
    if way == "list":
        journey.ask_items("work-search-entry", "work_search")
    if way == "rows":
        journey.ask("work-search-rows")
