"""Which page of the interview follows which, and which answers can still be reached.

Its two longest stretches are failure_pages.py and decision_pages.py. Pages, check page, bridge and tests all
follow it. A branch is entered only on the strength of the answer that opens it, so an answer that can no
longer be reached is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from challenge_letters.interview.decision_pages import (
    adjustment,
    commitment,
    decision_says,
    evidence,
    own_error,
    own_point,
    own_request,
    paid_less,
    sanctioned,
    warned,
    what_changed,
    work_since,
)
from challenge_letters.interview.failure_pages import how_told, work_search
from challenge_letters.interview.journey import MOST_ITEMS, Journey, ScreenedOut, said
from challenge_letters.interview.next_ways import choose_way, follow_way
from challenge_letters.interview.texts import labels
from challenge_letters.law.benefits import has
from challenge_letters.law.groups import has_groups
from challenge_letters.plan.authority import is_written_for

ABOUT_A_FAILURE = frozenset({"sanctioned", "paid-less", "warned"})
NO_LETTER_YET = frozenset({"closed", "sent"})
# What somebody can want of whom nothing was decided: it is no second decision or message.
ONLY_ASKED_FOR = ("records", "complaint")
# What "more" offers for each kind of problem; the last two belong to the case and are offered once.
MORE_ABOUT_A_DECISION = (
    "another",
    "own-point",
    "own-request",
    "decision-more",
    "how-told",
    "commitment",
    "health",
    "work",
    "changed",
    "own-error",
    "stop-notice",
)
MORE = {
    "sanctioned": MORE_ABOUT_A_DECISION,
    "paid-less": MORE_ABOUT_A_DECISION,
    "warned": ("another", "own-point", "own-request", "how-told", "commitment", "health", "stop-notice"),
    "asked": ("another", "own-point", "own-request"),
}
MORE_ABOUT_THE_CASE = ("contact", "keep-out")
# The pages of a topic that may have been asked before: then it is not offered again.
PAGES_OF_A_TOPIC = {"decision-more": ("decision-says",), "how-told": ("how-told", "job-told")}


def walk_pages(journey: Journey) -> Journey:
    """Walk to the end and return this journey; `ending` says which end it was."""
    try:
        _whole_road(journey)
    except ScreenedOut as end:
        journey.ending = end.ending
    return journey


def _whole_road(journey: Journey) -> None:
    place = 0
    _what_happened(journey, place)
    _about_the_claim(journey)
    while _problem(journey, place) and place < MOST_ITEMS:
        place += 1
        _what_happened(journey, place)
    if _wants_the_notice(journey):
        place += 1
        journey.opened[place], journey.follow_ups[place] = "sent", "requirements-notice"
        _problem(journey, place)
    _people(journey, place)
    _about_the_case(journey)
    if journey.asks_for("records"):
        _records(journey)
    if journey.asks_for("complaint"):
        _complaint(journey)


def _what_happened(journey: Journey, place: int) -> None:
    chosen = journey.ask(
        "what-happened", "problems", place, offered=_open(journey, _problem_types(place), place)
    )["door"]
    if chosen == "sent":
        journey.follow_ups[place] = choose_way(journey, place)
    if chosen != "not-sure":
        return
    looked = _open(journey, labels("looked_door"), place)
    if journey.ask("which-is-it", "problems", place, offered=looked)["looked_door"] == "none" and place == 0:
        raise ScreenedOut("none-of-these")


def _open(journey: Journey, problem_types: Mapping[str, str], place: int) -> dict[str, str]:
    """Return `problem_types` without a second demand for a log-in: a reply answers one."""
    is_told = any(journey.problem_type(earlier) == "asked" for earlier in range(place))
    return {key: name for key, name in problem_types.items() if not (is_told and key == "asked")}


def _about_the_claim(journey: Journey) -> None:
    claim = journey.ask("for-whom")
    journey.nation = claim["nation"]
    if claim["benefit"] == "older":
        raise ScreenedOut("older-benefit")
    journey.is_at_risk = (
        journey.ask("safe")["others_see"] != "no" or "requirements-notice" in journey.wanted_next
    )
    if journey.is_at_risk:
        journey.ask("safe-ways")
    if has(claim["benefit"], "beside-universal-credit"):
        journey.ask("also-universal-credit")


def _problem(journey: Journey, place: int) -> bool:
    """Walk through problem number `place`; return whether there is another one."""
    problem_type = journey.problem_type(place)
    _BY_PROBLEM_TYPE.get(problem_type, _nothing)(journey, place)
    if problem_type not in MORE:
        return False
    return "another" in _more(journey, problem_type, place)


def _more(journey: Journey, problem_type: str, place: int) -> tuple[str, ...]:
    offered = tuple(topic for topic in MORE[problem_type] if not _is_told(journey, topic, place))
    offered += _more_about_the_case(journey, problem_type) if place == 0 else ()
    if not has_groups(journey.rules, journey.nation):
        offered = tuple(topic for topic in offered if topic != "changed")
    if not _may_want_the_notice(journey, place):
        offered = tuple(topic for topic in offered if topic != "stop-notice")
    names = labels("more")
    path = ("problems", place)
    more = tuple(journey.ask("more", *path, offered={key: names[key] for key in offered})["more"])
    for topic in more:
        _BY_TOPIC.get(topic, _nothing)(journey, place)
    return more


def _is_told(journey: Journey, topic: str, place: int) -> bool:
    """Say whether the page that ticking `topic` would open has been asked already."""
    return any(journey.values(page, "problems", place) for page in PAGES_OF_A_TOPIC.get(topic, ()))


def _wants_the_notice(journey: Journey) -> bool:
    """Say whether the notice that stops requirements was ticked among what can be added."""
    return any("stop-notice" in one.values["more"] for one in journey.visited if one.visit.page.id == "more")


def _may_want_the_notice(journey: Journey, place: int) -> bool:
    """Say whether somebody who is not safe can be offered the notice: once, and where it is written."""
    is_unsafe = journey.is_at_risk or _is_not_safe(journey, place)
    is_chosen = "requirements-notice" in journey.wanted_next or _wants_the_notice(journey)
    return is_unsafe and not is_chosen and is_written_for(journey.nation, "requirements-notice")


def _more_about_the_case(journey: Journey, problem_type: str) -> tuple[str, ...]:
    """Return what can be added about the case; nobody is asked about a partner who may be looking on."""
    is_cut = problem_type in ("sanctioned", "paid-less")
    is_joint = has(journey.rules, "joint-claims") and is_cut and not journey.is_at_risk
    return (*MORE_ABOUT_THE_CASE[:-1], *(("couple",) if is_joint else ()), *MORE_ABOUT_THE_CASE[-1:])


def _people(journey: Journey, last: int) -> None:
    problem_types = {journey.problem_type(place) for place in range(last + 1)}
    if problem_types & ABOUT_A_FAILURE and (journey.is_at_risk or _is_not_safe(journey, last)):
        journey.ask("safe-say")
    has_letter = journey.wanted_next or any(map(journey.asks_for, ONLY_ASKED_FOR))
    if problem_types <= NO_LETTER_YET and not has_letter:
        return
    kind = journey.values("for-whom")["writer_kind"]
    if kind == "adviser":
        journey.ask("writer")
    if kind == "appointee":
        journey.ask("appointee")
    _name(journey)


def _is_not_safe(journey: Journey, last: int) -> bool:
    ticked = (
        journey.values("own-words", "problems", place).get("reason_ticks", ()) for place in range(last + 1)
    )
    return any("not-safe" in ticks for ticks in ticked)


def _name(journey: Journey) -> None:
    if not journey.is_at_risk:
        journey.ask("name")
        return
    journey.ask("safe-name")
    ways = journey.values("safe-ways")
    # The notice that stops requirements never says where the person lives.
    if ways["post_is_safe"] == "yes" and "requirements-notice" not in journey.wanted_next:
        journey.ask("safe-address")
    if ways["phone_is_safe"] == "yes":
        journey.ask("safe-phone")


def _about_the_case(journey: Journey) -> None:
    more = journey.values("more", "problems", 0).get("more", ())
    if "contact" in more:
        journey.ask("contact")
    if "couple" in more:
        journey.ask("couple")
    if "keep-out" in more:
        journey.ask("keep-out", offered=said(journey))


def _problem_types(place: int) -> dict[str, str]:
    """Return what problem number `place` can be about."""
    return {key: name for key, name in labels("door").items() if place == 0 or key not in ONLY_ASKED_FOR}


def _nothing(journey: Journey, place: int) -> None:
    """Some answers open no further page."""


def _asked(journey: Journey, place: int) -> None:
    path = ("problems", place)
    for page in ("demand-when", "wanted", "demand-words"):
        journey.ask(page, *path)
    for way in journey.ask("show", *path)["ways"]:
        if way != "nothing":
            journey.ask("offer", *path, "offers", way)
    if "enclosed" in journey.values("show", *path)["ways"]:
        work_search(journey)
    # Nobody is asked whether they did what was demanded: a letter against it must not offer to.
    for page in ("also-holds", "consent", "since-asked"):
        journey.ask(page, *path)
    evidence(journey, place)


def _closed(journey: Journey, place: int) -> None:
    journey.ask("closed", "problems", place)


def _sent(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if journey.follow_ups.get(place):
        follow_way(journey, place, journey.follow_ups[place])
        return
    journey.ask("sent", *path)


def _records(journey: Journey) -> None:
    for page in ("records-what", "records-how"):
        journey.ask(page)


def _complaint(journey: Journey) -> None:
    journey.ask("complaint-about")
    journey.ask_items("complaint-event", "complaint_events")
    journey.ask("complaint-should")
    more = journey.ask("complaint-more")
    if more["has_adjustment"] == "yes":
        journey.ask("complaint-adjustment-what", "complaint_adjustment")
    if more["has_costs"] == "yes":
        journey.ask_items("complaint-cost-item", "complaint_costs")
    journey.ask("complaint-proof")


_BY_PROBLEM_TYPE: Mapping[str, Callable[[Journey, int], None]] = {
    "sanctioned": sanctioned,
    "paid-less": paid_less,
    "warned": warned,
    "asked": _asked,
    "closed": _closed,
    "sent": _sent,
}
_BY_TOPIC: Mapping[str, Callable[[Journey, int], None]] = {
    "own-point": own_point,
    "own-request": own_request,
    "decision-more": decision_says,
    "how-told": how_told,
    "commitment": commitment,
    "health": adjustment,
    "work": work_since,
    "changed": what_changed,
    "own-error": own_error,
}
