"""The one road through the interview: which page follows which, and which answers can still be reached.

Pages, check page, bridge and tests all follow it. A branch is entered only on the strength of the answer that
opens it, so an answer that is no longer reachable is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Any, Literal

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.hard_words import PAGE_AFTER, sounds_like
from challenge_letters.interview.next_ways import choose_way, follow_way
from challenge_letters.interview.pages import PAGES, Answer, Page
from challenge_letters.interview.situations import is_long_stay, situations
from challenge_letters.interview.texts import labels, proofs, row_label
from challenge_letters.law.benefits import UNIVERSAL_CREDIT
from challenge_letters.law.deadlines import Deadline, deadline
from challenge_letters.law.groups import has_groups
from challenge_letters.plan.enclosing import ANSWERED_BY_A_RECORD
from challenge_letters.plan.protection import LIMITED

Path = tuple[str | int, ...]
Values = Mapping[str, Any]
Ending = Literal["letters", "older-benefit", "not-a-sanction", "none-of-these"]

MOST_ITEMS = 30
LABEL_WIDTH = 80
FOLLOWED_UP = 2
GROUNDS_WITHOUT_A_REASON = frozenset({"did-it", "did-part", "not-told", "not-required", "not-understood"})
# What is offered beside proof: it opens a page.
NO_PROOF = ("asked-for", "own")
TICK_ONLY = frozenset({"not-safe"})
ABOUT_A_FAILURE = frozenset({"sanctioned", "paid-less", "warned"})
NO_LETTER_YET = frozenset({"closed", "sent"})
# What "more" offers for each kind of problem; the last two belong to the case and are offered once.
MORE_ABOUT_A_DECISION = (
    "another",
    "decision-more",
    "how-told",
    "earlier",
    "commitment",
    "health",
    "work",
    "changed",
    "own-error",
)
# The page with the one fact that makes or breaks a reason.
FACT_OF = {
    "mental-health": "reason-health",
    "caring": "reason-caring",
    "bereavement": "reason-death",
    "travel": "reason-journey",
    "working": "reason-work",
    "no-access": "reason-access",
    "no-home": "reason-home",
    "custody-hospital-court": "reason-away",
    "unclear-or-mistake": "reason-unclear",
    "unfair-commitment": "reason-commitment",
}
# The pages with what decides a case, by what they say was not done.
DECIDING = {
    "particular-vacancy": ("job-travel", "job-faults"),
    "employer-interview": ("job-travel", "job-faults"),
    "job-offer": ("job-offered", "job-travel", "job-faults"),
    "left-job": ("job-faults",),
    "lost-job": ("misconduct",),
    "work-search-hours": ("search-hours", "time-off"),
}
LEAVING_WORK = frozenset({"left-job", "lost-job"})
MORE = {
    "sanctioned": MORE_ABOUT_A_DECISION,
    "paid-less": MORE_ABOUT_A_DECISION,
    "warned": ("another", "how-told", "commitment", "health"),
    "asked": ("another",),
}
MORE_ABOUT_THE_CASE = ("contact", "keep-out")


@dataclass(frozen=True)
class Visit:
    """One page of one road: where its answers are kept, and its first choices when they depend on others."""

    page: Page
    path: Path = ()
    offered: Mapping[str, str] | None = None

    @property
    def key(self) -> str:
        """What this visit is called in lists of answers: unlike any other of the same road."""
        return "/".join(str(part) for part in (*self.path, self.page.id))

    def choices_of(self, answer: Answer) -> Mapping[str, str]:
        """Return what `answer` can be: value to label. What depends on others is the first of its page."""
        is_first = answer == self.page.answers[0]
        return self.offered if self.offered is not None and is_first else labels(answer.choices)


@dataclass(frozen=True)
class Visited:
    """A page together with what was answered on it."""

    visit: Visit
    values: Values


class Dead(Exception):  # noqa: N818 - it is where a road ends, not a fault
    """The road ends before a letter."""

    def __init__(self, ending: Ending) -> None:
        super().__init__(ending)
        self.ending: Ending = ending


@dataclass
class Journey:
    """One walk along the road. `read` gives the answers of a page, or raises when they are not there yet."""

    read: Callable[[Visit], Values]
    today: date
    wants_records: bool = False
    wants_complaint: bool = False
    visited: list[Visited] = field(default_factory=list)
    deadlines: dict[int, Deadline] = field(default_factory=dict)
    wanted_by: list[str] = field(default_factory=list)
    nation: str = ""
    is_at_risk: bool = False
    ending: Ending = "letters"
    follow_ups: dict[int, str] = field(default_factory=dict)

    def ask(self, page: str, *path: str | int, offered: Mapping[str, str] | None = None) -> Values:
        """Visit `page` and return its answers."""
        visit = Visit(PAGES[page], path, offered)
        values = self.read(visit)
        one = Visited(visit, values)
        self.visited.append(one)
        self._offer_help(one)
        return values

    def _offer_help(self, one: Visited) -> None:
        """Put one page with help right after a box with very hard words: each sort of page once."""
        for sort, page in PAGE_AFTER.items():
            if hard_answer(one, sort) and not self.values(page):
                self.ask(page)

    def ask_items(self, page: str, *path: str | int) -> None:
        """Visit `page` once for each item of a list, until one says that there is no other."""
        for place in range(MOST_ITEMS):
            if self.ask(page, *path, place)["another"] != "yes":
                return

    def values(self, page: str, *path: str | int) -> Values:
        """Return what was answered on `page`, or nothing if it was not on the road."""
        wanted = "/".join(str(part) for part in (*path, page))
        return next((one.values for one in self.visited if one.visit.key == wanted), {})

    @property
    def rules(self) -> str:
        """The benefit whose rules on sanctions apply: those of universal credit where both are paid."""
        benefit = str(self.values("benefit").get("benefit", UNIVERSAL_CREDIT))
        is_both = self.values("also-universal-credit").get("also_universal_credit") == "yes"
        return UNIVERSAL_CREDIT if is_both else benefit

    def door(self, place: int) -> str:
        """Return what problem number `place` is about."""
        chosen = str(self.values("what-happened", "problems", place).get("door", ""))
        looked = self.values("which-is-it", "problems", place).get("looked_door")
        return str(looked) if chosen == "not-sure" else chosen

    def travel(self) -> Journey:
        """Walk to the end and return this journey; `ending` says which end it was."""
        try:
            self._whole_road()
        except Dead as end:
            self.ending = end.ending
        return self

    def _whole_road(self) -> None:
        place = 0
        self._what_happened(place)
        self._about_the_claim()
        while self._problem(place) and place < MOST_ITEMS:
            place += 1
            self._what_happened(place)
        self._people(place)
        self._about_the_case()
        if self.wants_records:
            _records(self)
        if self.wants_complaint:
            _complaint(self)

    def _what_happened(self, place: int) -> None:
        chosen = self.ask("what-happened", "problems", place)["door"]
        if chosen == "sent":
            self.follow_ups[place] = choose_way(self, place)
        if chosen != "not-sure":
            return
        if self.ask("which-is-it", "problems", place)["looked_door"] == "none" and place == 0:
            raise Dead("none-of-these")

    def _about_the_claim(self) -> None:
        self.ask("for-whom")
        self.is_at_risk = self.ask("safe")["others_see"] != "no" or "requirements-notice" in self.wanted_next
        if self.is_at_risk:
            self.ask("safe-ways")
        self.nation = self.ask("where")["nation"]
        benefit = self.ask("benefit")["benefit"]
        if benefit == "older":
            raise Dead("older-benefit")
        if benefit != "universal-credit":
            self.ask("also-universal-credit")

    def _problem(self, place: int) -> bool:
        """Walk through problem number `place`; return whether there is another one."""
        door = self.door(place)
        _DOORS.get(door, _nothing)(self, place)
        if door not in MORE:
            return False
        return "another" in self._more(door, place)

    def _more(self, door: str, place: int) -> tuple[str, ...]:
        offered = MORE[door] + (self._more_about_the_case(door) if place == 0 else ())
        if not has_groups(self.rules, self.nation):
            offered = tuple(topic for topic in offered if topic != "changed")
        names = labels("more")
        path = ("problems", place)
        more = tuple(self.ask("more", *path, offered={key: names[key] for key in offered})["more"])
        for topic in more:
            _MORE.get(topic, _nothing)(self, place)
        return more

    def _more_about_the_case(self, door: str) -> tuple[str, ...]:
        """Return what can be added about the case; nobody is asked about a partner who may be looking on."""
        is_cut = door in ("sanctioned", "paid-less")
        is_joint = self.rules == "universal-credit" and is_cut and not self.is_at_risk
        return (*MORE_ABOUT_THE_CASE[:-1], *(("couple",) if is_joint else ()), *MORE_ABOUT_THE_CASE[-1:])

    def _people(self, last: int) -> None:
        doors = {self.door(place) for place in range(last + 1)}
        if doors & ABOUT_A_FAILURE and (self.is_at_risk or self._is_not_safe(last)):
            self.ask("safe-say")
        has_letter = self.wanted_next or self.wants_records or self.wants_complaint
        if doors <= NO_LETTER_YET and not has_letter:
            return
        kind = self.values("for-whom")["writer_kind"]
        if kind == "adviser":
            self.ask("writer")
        if kind == "appointee":
            self.ask("appointee")
        self._name()

    def _is_not_safe(self, last: int) -> bool:
        ticked = (
            self.values("reasons", "problems", place).get("reason_ticks", ()) for place in range(last + 1)
        )
        return any("not-safe" in ticks for ticks in ticked)

    @property
    def wanted_next(self) -> tuple[str, ...]:
        """The kinds of follow-up that were chosen so far."""
        return tuple(kind for kind in self.follow_ups.values() if kind)

    def _name(self) -> None:
        if not self.is_at_risk:
            self.ask("name")
            return
        self.ask("safe-name")
        ways = self.values("safe-ways")
        # The notice that stops requirements never says where the person lives.
        if ways["post_is_safe"] == "yes" and "requirements-notice" not in self.wanted_next:
            self.ask("safe-address")
        if ways["phone_is_safe"] == "yes":
            self.ask("safe-phone")

    def _about_the_case(self) -> None:
        more = self.values("more", "problems", 0).get("more", ())
        if "contact" in more:
            self.ask("contact")
        if "couple" in more:
            self.ask("couple")
        if "keep-out" in more:
            self.ask("keep-out", offered=said(self))


def said(journey: Journey) -> dict[str, str]:
    """Return what can be kept out of the letter: the key of each visit with words, and a label."""
    found: dict[str, str] = {}
    for one in journey.visited:
        name = MAY_BE_KEPT_OUT.get(one.visit.page.id)
        if name and str(one.values[name]).strip():
            text = " ".join(str(one.values[name]).split())
            found[one.visit.key] = f"{row_label(one.visit.page.id, name)}: {shorten(text, LABEL_WIDTH)}"
    return found


# Pages that can be kept out, and the answer that says best what it was.
MAY_BE_KEPT_OUT: Mapping[str, str] = {
    "reason": "fact",
    "job-faults": "tried",
    "misconduct": "misconduct_words",
    "what-you-did": "what_i_did",
    "why-not-required": "why_not_required",
    "told": "told_words",
    "done": "done_words",
    "commitment": "commitment_limits",
    "adjustment": "disadvantage",
    "own-error-what": "what_they_knew",
    "evidence-item": "what",
}


def _nothing(journey: Journey, place: int) -> None:
    """Some answers open no further page."""


def _count(journey: Journey, place: int, start: str) -> None:
    """Count the month from the earliest day that `start` can mean."""
    first = RoughDay.parse(start).earliest
    journey.deadlines[place] = deadline("mandatory-reconsideration", first, nation=journey.nation or None)


def _sanctioned(journey: Journey, place: int) -> None:
    path = ("problems", place)
    when = journey.ask("decision-when", *path)
    _count(journey, place, when["sent"])
    _failure(journey, place)
    _since_a_decision(journey, place)
    if when["came_by"] in ("letter", "not-known"):
        journey.ask("decision-address", *path)


def _paid_less(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _count(journey, place, journey.ask("payment", *path)["paid"])
    if journey.ask("statement-says", *path)["statement_says"] == "other":
        if place == 0:
            raise Dead("not-a-sanction")
        return
    _failure(journey, place)
    _since_a_decision(journey, place)


def _warned(journey: Journey, place: int) -> None:
    path = ("problems", place)
    journey.ask("warning", *path)
    answer = journey.ask("answer-by", *path)
    if answer["answer_by"]:
        journey.wanted_by.append(answer["answer_by"])
    if answer["needs_time"] == "yes":
        journey.ask("more-time", *path)
    _failure(journey, place)
    _since(journey, place)
    _evidence(journey, place)


def _failure(journey: Journey, place: int) -> None:
    path = ("problems", place)
    journey.ask("failure", *path)
    sides = journey.ask("side", *path)["sides"]
    if is_urgent(journey, place) and journey.ask("ask-now", *path)["asked_now"] == "sent":
        journey.ask("ask-now-sent", *path)
    if {"did-it", "did-part"} & set(sides):
        journey.ask("what-you-did", *path)
    if "not-required" in sides:
        journey.ask("why-not-required", *path)
    if {"not-told", "not-understood"} & set(sides):
        _how_told(journey, place)
    journey.ask("own-words", *path)
    _reasons(journey, place)
    _what_decides(journey, place)
    _situation(journey, place)
    if journey.values("failure", *path)["failure_kind"] in ANSWERED_BY_A_RECORD:
        _work_search(journey)


def _situation(journey: Journey, place: int) -> None:
    path = ("problems", place)
    ticked = journey.ask("situation", *path, offered=situations(journey.rules, journey.nation))["groups"]
    decided = "" if LIMITED & set(ticked) else _decision_in_hospital(journey, place)
    if LIMITED & {*ticked, decided}:
        journey.ask("limited-since", *path)


def _decision_in_hospital(journey: Journey, place: int) -> str:
    """Ask somebody who was long in hospital what was decided about their health; "" where nobody is asked."""
    path = ("problems", place, "reason", "custody-hospital-court")
    reason, away = journey.values("reason", *path), journey.values("reason-away", *path)
    is_asked = away.get("was_in") == "hospital" and is_long_stay(reason["began"], reason["ended"])
    if not is_asked or not has_groups(journey.rules, journey.nation):
        return ""
    return str(journey.ask("hospital-health", *path[:2])["health_decision"])


def hard_answer(one: Visited, sort: str) -> str:
    """Return the name of the first answer of one page with words that sound hard in this way, or ""."""
    texts = (answer.name for answer in one.visit.page.answers if answer.shape == "words")
    return next((name for name in texts if sounds_like(sort, str(one.values[name]))), "")


def is_urgent(journey: Journey, place: int) -> bool:
    """Say whether the month of decision number `place` ends today or within the next two working days."""
    limit = journey.deadlines.get(place)
    return bool(limit and limit.post_by and limit.post_by <= journey.today <= limit.date)


def _how_told(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if journey.values("how-told", *path):
        return
    if journey.ask("how-told", *path)["requirement_by"] == "provider":
        journey.ask("provider", *path)
    journey.ask("how-seen", *path)


def _reasons(journey: Journey, place: int) -> None:
    path = ("problems", place)
    ticked = tuple(journey.ask("reasons", *path)["reason_ticks"])
    if not ticked and not GROUNDS_WITHOUT_A_REASON & set(journey.values("side", *path)["sides"]):
        journey.ask("nothing-yet", *path)
    for kind in in_order_of_weight(journey, place, ticked):
        if kind in TICK_ONLY:
            continue
        journey.ask("reason", *path, "reason", kind)
        if kind in FACT_OF:
            journey.ask(FACT_OF[kind], *path, "reason", kind)
    if "not-told" in ticked:
        _how_told(journey, place)


def _what_decides(journey: Journey, place: int) -> None:
    path = ("problems", place)
    kind = journey.values("failure", *path)["failure_kind"]
    for page in DECIDING.get(kind, ()):
        journey.ask(page, *path)
    if kind in LEAVING_WORK and journey.door(place) != "warned":
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


def _since(journey: Journey, place: int) -> None:
    path = ("problems", place)
    since = journey.ask("since-then", *path, offered=_what_can_be_told(journey, place))
    if "that-day" in since["told_about"]:
        journey.ask("told", *path)
    if since["done_state"] in ("done", "rebooked", "cannot"):
        journey.ask("done", *path)


def _what_can_be_told(journey: Journey, place: int) -> dict[str, str]:
    """Return what somebody may have told them: that they disagree only with a decision, and only once."""
    names = labels("told_about")
    is_asked = journey.door(place) != "warned" and not journey.values("ask-now-sent", "problems", place)
    return names if is_asked else {"that-day": names["that-day"]}


def _since_a_decision(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _since(journey, place)
    if journey.values("since-then", *path)["done_state"] == "done":
        _decision_says(journey, place)
    if "disagree" in journey.values("since-then", *path)["told_about"]:
        journey.ask("asked", *path)
    _lateness(journey, place)
    _evidence(journey, place)


def _lateness(journey: Journey, place: int) -> None:
    stage = lateness(journey, place)
    if stage == "in-time":
        return
    path = ("problems", place)
    if journey.ask("late", *path)["was_stopped"] == "yes":
        journey.ask_items("late-period", *path, "late")
    if stage == "very-late":
        journey.ask("why-look-now", *path)
    _own_error(journey, place)


def lateness(journey: Journey, place: int) -> Literal["in-time", "late", "very-late"]:
    """Say whether a request made today is surely late, and whether it is beyond the thirteen months.

    A month given roughly is read in the person's favour here: nobody is asked to excuse what may be in time.
    """
    path = ("problems", place)
    payment = journey.values("payment", *path).get("paid")
    start = journey.values("decision-when", *path).get("sent") or payment
    if not start:
        return "in-time"
    last = RoughDay.parse(start).latest
    nation = journey.nation or None
    if journey.today <= deadline("mandatory-reconsideration", last, nation=nation).date:
        return "in-time"
    if journey.today > deadline("mandatory-reconsideration-late", last, nation=nation).date:
        return "very-late"
    # Nobody can say when a decision that was never seen was notified, so it is not late for certain.
    return "in-time" if payment else "late"


def _own_error(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("own-error", *path) and journey.ask("own-error", *path)["knew"] == "yes":
        journey.ask("own-error-what", *path)


def _evidence(journey: Journey, place: int) -> None:
    path = ("problems", place)
    kinds = tuple(journey.values("reasons", *path).get("reason_ticks", ()))
    offered = proofs(kinds)
    ticked = journey.ask("evidence", *path, offered=offered)["evidence_ticks"]
    if "asked-for" in ticked:
        missing = {key: label for key, label in offered.items() if key not in (*ticked, *NO_PROOF)}
        journey.ask("evidence-asked-for", *path, offered=missing)
    if "own" in ticked:
        journey.ask_items("evidence-item", *path, "evidence")


def _asked(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if journey.ask("demand-when", *path)["demand_by"] == "provider":
        journey.ask("provider", *path)
    for page in ("wanted", "demand-words"):
        journey.ask(page, *path)
    for way in journey.ask("show", *path)["ways"]:
        if way != "nothing":
            journey.ask("offer", *path, "offers", way)
    if "enclosed" in journey.values("show", *path)["ways"]:
        _work_search(journey)
    for page in ("also-holds", "consent"):
        journey.ask(page, *path)
    if journey.ask("handed-over", *path)["handed"] == "yes":
        journey.ask("handed-over-when", *path)
    for page in ("demand-account", "next-appointment"):
        journey.ask(page, *path)
    # Nobody is asked whether they did what was demanded: a letter against it must not offer to.
    if journey.ask("since-asked", *path)["told_about_demand"] == "yes":
        journey.ask("told", *path)
    _evidence(journey, place)


def _work_search(journey: Journey) -> None:
    """Offer once to put a record of the work search together."""
    if journey.values("work-search"):
        return
    way = journey.ask("work-search")["work_search_way"]
    if way == "list":
        journey.ask_items("work-search-entry", "work_search")
    if way == "rows":
        journey.ask("work-search-rows")


def _closed(journey: Journey, place: int) -> None:
    journey.ask("closed", "problems", place)


def _sent(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if journey.follow_ups.get(place):
        follow_way(journey, place, journey.follow_ups[place])
        return
    journey.ask("sent", *path)
    if journey.ask("answer", *path)["answer"] != "none":
        journey.ask("answer-when", *path)


def _decision_says(journey: Journey, place: int) -> None:
    """Ask how long it is: needed for its end, for its length, and by nobody else."""
    path = ("problems", place)
    if journey.door(place) == "sanctioned" and not journey.values("decision-says", *path):
        journey.ask("decision-says", *path)


def _decision_more(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _decision_says(journey, place)
    journey.ask("decision-more", *path)
    if not journey.values("decision-address", *path):
        journey.ask("decision-address", *path)


def _earlier(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _decision_says(journey, place)
    if journey.ask("earlier", *path)["had_earlier"] == "yes":
        journey.ask_items("earlier-sanction", *path, "earlier")


def _commitment(journey: Journey, place: int) -> None:
    journey.ask("commitment", "problems", place)


def _health(journey: Journey, place: int) -> None:
    journey.ask("adjustment", "problems", place)
    journey.ask("adjustment-known", "problems", place)


def _changed(journey: Journey, place: int) -> None:
    _decision_says(journey, place)
    journey.ask("changed", "problems", place)


def _work(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("no-reduction", *path):
        journey.ask("no-reduction", *path)
    if journey.ask("back-in-work", *path)["is_back_in_work"] == "yes":
        journey.ask("back-in-work-since", *path)


def _records(journey: Journey) -> None:
    for page in ("records-what", "records-period", "records-details", "records-how"):
        journey.ask(page)


def _complaint(journey: Journey) -> None:
    about = journey.ask("complaint-about")["about"]
    journey.ask_items("complaint-event", "complaint_events")
    journey.ask("complaint-should")
    if journey.ask("complaint-adjustment")["has_adjustment"] == "yes":
        journey.ask("complaint-adjustment-what", "complaint_adjustment")
    if journey.ask("complaint-cost")["has_costs"] == "yes":
        journey.ask_items("complaint-cost-item", "complaint_costs")
    for page in ("complaint-remedies", "complaint-more"):
        journey.ask(page)
    if about == "provider":
        journey.ask("complaint-provider")
    if journey.ask("complaint-proof")["has_proof"] == "yes":
        journey.ask_items("complaint-proof-item", "complaint_proof")


_DOORS: Mapping[str, Callable[[Journey, int], None]] = {
    "sanctioned": _sanctioned,
    "paid-less": _paid_less,
    "warned": _warned,
    "asked": _asked,
    "closed": _closed,
    "sent": _sent,
}
_MORE: Mapping[str, Callable[[Journey, int], None]] = {
    "decision-more": _decision_more,
    "how-told": _how_told,
    "earlier": _earlier,
    "commitment": _commitment,
    "health": _health,
    "work": _work,
    "changed": _changed,
    "own-error": _own_error,
}
