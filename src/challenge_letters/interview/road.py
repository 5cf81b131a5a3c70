"""The one road through the interview: which page follows which, and which answers can still be reached.

Pages, check page, bridge and tests all follow it. A branch is entered only on the strength of the answer that
opens it, so an answer that is no longer reachable is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from textwrap import shorten
from typing import Any, Literal

from challenge_letters.case.failure import AT_AN_HOUR, INTERVIEWS
from challenge_letters.case.queries import OLD_JOB_SITE, OLDER_ALLOWANCE_UNTIL
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.amounts import days_in
from challenge_letters.interview.hard_words import PAGE_AFTER, sounds_like
from challenge_letters.interview.next_ways import choose_way, follow_way
from challenge_letters.interview.pages import PAGES, Answer, Page
from challenge_letters.interview.situations import counts_as_patient, may_be_overnight, situations
from challenge_letters.interview.texts import labels, proofs, row_label
from challenge_letters.law.benefits import NEW_STYLE_JSA, UNIVERSAL_CREDIT, has
from challenge_letters.law.deadlines import Deadline, deadline
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.groups import has_groups
from challenge_letters.law.periods import longest_first
from challenge_letters.plan.authority import is_written_for
from challenge_letters.plan.before_claim import BEFORE_A_CLAIM
from challenge_letters.plan.enclosing import ANSWERED_BY_A_RECORD
from challenge_letters.plan.grounds import MISTAKEN
from challenge_letters.plan.protection import JOB_SEARCH, LIMITED

Path = tuple[str | int, ...]
Values = Mapping[str, Any]
Ending = Literal["letters", "older-benefit", "not-a-sanction", "none-of-these"]

MOST_ITEMS = 30
LABEL_WIDTH = 80
FOLLOWED_UP = 2
# What is done so soon was hardly waited for.
SOON_DONE = timedelta(days=2)
GROUNDS_WITHOUT_A_REASON = frozenset(
    {"did-it", "did-part", "came", "excused", "not-told", "not-required", "not-understood"}
)
# What is offered beside proof: it opens a page.
NO_PROOF = ("asked-for", "own")
TICK_ONLY = frozenset({"not-safe"})
ABOUT_A_FAILURE = frozenset({"sanctioned", "paid-less", "warned"})
NO_LETTER_YET = frozenset({"closed", "sent"})
# What somebody can want of whom nothing was decided: it is no second decision or message.
ONLY_ASKED_FOR = ("records", "complaint")
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
    "stop-notice",
)
# The page with the one fact that makes or breaks a reason.
FACT_OF: Mapping[str, str] = {page.of_reason: page.id for page in PAGES.values() if page.of_reason}
# The pages with what decides a case, by what they say was not done.
DECIDING: Mapping[str, tuple[str, ...]] = {
    kind: tuple(page.id for page in PAGES.values() if kind in page.of_failures)
    for kind in dict.fromkeys(kind for page in PAGES.values() for kind in page.of_failures)
}
# The pages that come straight after another one, wherever that one is asked.
FOLLOWING: Mapping[str, tuple[Page, ...]] = {
    name: tuple(page for page in PAGES.values() if any(each.page == name for each in page.follows))
    for name in PAGES
}
# Where the day of a decision is told.
DECIDED_ON = ("sent", "paid", "next_dated")
# What was wrong with a job that may have done harm.
UNHEALTHY = frozenset({"safety", "health"})
LEAVING_WORK = failures_with("work-ended")
# One job that was not applied for or not taken: nobody was to be anywhere at a time, and nobody set out.
NOWHERE_TO_BE = failures_with("job-refused") - AT_AN_HOUR
SETTING_OUT = "reason-journey"
MORE = {
    "sanctioned": MORE_ABOUT_A_DECISION,
    "paid-less": MORE_ABOUT_A_DECISION,
    "warned": ("another", "how-told", "commitment", "health", "stop-notice"),
    "asked": ("another",),
}
MORE_ABOUT_THE_CASE = ("contact", "keep-out")


@dataclass(frozen=True)
class Visit:
    """One page of one road: where its answers are kept, and its first choices when they depend on others."""

    page: Page
    path: Path = ()
    offered: Mapping[str, str] | None = None

    @cached_property
    def key(self) -> str:
        """What this visit is called in lists of answers: unlike any other of the same road."""
        return "/".join(str(part) for part in (*self.path, self.page.id))

    @cached_property
    def kept_out_by(self) -> frozenset[str]:
        """The keys of which each, ticked to stay out of the letter, keeps the answers of this page out."""
        pages = {self.page.id, self.page.kept_out_with or self.page.id}
        return frozenset("/".join(str(part) for part in (*self.path, page)) for page in pages)

    @property
    def kept_out_key(self) -> str:
        """The key under which what is told here can be kept out of the letter."""
        return "/".join(str(part) for part in (*self.path, self.page.kept_out_with or self.page.id))

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
    opened: dict[int, str] = field(default_factory=dict)
    _by_key: dict[str, Values] = field(default_factory=dict, repr=False)

    def forget_last(self) -> None:
        """Go back to before the last page."""
        last = self.visited.pop()
        if all(one.visit.key != last.visit.key for one in self.visited):
            self._by_key.pop(last.visit.key, None)

    def ask(self, page: str, *path: str | int, offered: Mapping[str, str] | None = None) -> Values:
        """Visit `page` and return its answers."""
        visit = Visit(PAGES[page], path, offered)
        values = self.read(visit)
        one = Visited(visit, values)
        self.visited.append(one)
        self._by_key.setdefault(visit.key, values)
        self._offer_help(one)
        self._ask_of_the_older_benefit()
        for after in FOLLOWING[page]:
            if after.comes_after(page, values):
                self.ask(after.id, *path)
        return values

    def _ask_of_the_older_benefit(self) -> None:
        """Ask straight after the page that brings it up whether it was the older, income-based benefit."""
        is_new_style = self.values("benefit").get("benefit") == NEW_STYLE_JSA
        if not is_new_style or self.values("income-based") or not any(map(_is_of_then, self.visited)):
            return
        if self.ask("income-based")["is_income_based"] != "no":
            raise Dead("older-benefit")

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
        return self._by_key.get("/".join(map(str, (*path, page))) if path else page, {})

    @property
    def rules(self) -> str:
        """The benefit whose rules on sanctions apply: those of universal credit where both are paid."""
        benefit = str(self.values("benefit").get("benefit", UNIVERSAL_CREDIT))
        is_both = self.values("also-universal-credit").get("also_universal_credit") == "yes"
        return UNIVERSAL_CREDIT if is_both else benefit

    def problem_type(self, place: int) -> str:
        """Return what problem number `place` is about."""
        if place in self.opened:
            return self.opened[place]
        # The stored answer keeps its first name, "door": files with answers hold it.
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
        if self._wants_the_notice():
            place += 1
            self.opened[place], self.follow_ups[place] = "sent", "requirements-notice"
            self._problem(place)
        self._people(place)
        self._about_the_case()
        if self.asks_for("records"):
            _records(self)
        if self.asks_for("complaint"):
            _complaint(self)

    def _what_happened(self, place: int) -> None:
        chosen = self.ask("what-happened", "problems", place, offered=self._open(_doors(place), place))[
            "door"
        ]
        if chosen == "sent":
            self.follow_ups[place] = choose_way(self, place)
        if chosen != "not-sure":
            return
        looked = self._open(labels("looked_door"), place)
        if self.ask("which-is-it", "problems", place, offered=looked)["looked_door"] == "none" and place == 0:
            raise Dead("none-of-these")

    def _open(self, problem_types: Mapping[str, str], place: int) -> dict[str, str]:
        """Return `problem_types` without a second demand for a log-in: a reply answers one."""
        is_told = any(self.problem_type(earlier) == "asked" for earlier in range(place))
        return {key: name for key, name in problem_types.items() if not (is_told and key == "asked")}

    def _about_the_claim(self) -> None:
        self.ask("for-whom")
        self.is_at_risk = self.ask("safe")["others_see"] != "no" or "requirements-notice" in self.wanted_next
        if self.is_at_risk:
            self.ask("safe-ways")
        self.nation = self.ask("where")["nation"]
        benefit = self.ask("benefit")["benefit"]
        if benefit == "older":
            raise Dead("older-benefit")
        if has(benefit, "beside-universal-credit"):
            self.ask("also-universal-credit")

    def _problem(self, place: int) -> bool:
        """Walk through problem number `place`; return whether there is another one."""
        problem_type = self.problem_type(place)
        _DOORS.get(problem_type, _nothing)(self, place)
        if problem_type not in MORE:
            return False
        return "another" in self._more(problem_type, place)

    def _more(self, problem_type: str, place: int) -> tuple[str, ...]:
        offered = MORE[problem_type] + (self._more_about_the_case(problem_type) if place == 0 else ())
        if not has_groups(self.rules, self.nation):
            offered = tuple(topic for topic in offered if topic != "changed")
        if not self._may_want_the_notice(place):
            offered = tuple(topic for topic in offered if topic != "stop-notice")
        names = labels("more")
        path = ("problems", place)
        more = tuple(self.ask("more", *path, offered={key: names[key] for key in offered})["more"])
        for topic in more:
            _MORE.get(topic, _nothing)(self, place)
        return more

    def _wants_the_notice(self) -> bool:
        """Say whether the notice that stops requirements was ticked among what can be added."""
        return any("stop-notice" in one.values["more"] for one in self.visited if one.visit.page.id == "more")

    def _may_want_the_notice(self, place: int) -> bool:
        """Say whether somebody who is not safe can be offered the notice: once, and where it is written."""
        is_unsafe = self.is_at_risk or self._is_not_safe(place)
        is_chosen = "requirements-notice" in self.wanted_next or self._wants_the_notice()
        return is_unsafe and not is_chosen and is_written_for(self.nation, "requirements-notice")

    def _more_about_the_case(self, problem_type: str) -> tuple[str, ...]:
        """Return what can be added about the case; nobody is asked about a partner who may be looking on."""
        is_cut = problem_type in ("sanctioned", "paid-less")
        is_joint = has(self.rules, "joint-claims") and is_cut and not self.is_at_risk
        return (*MORE_ABOUT_THE_CASE[:-1], *(("couple",) if is_joint else ()), *MORE_ABOUT_THE_CASE[-1:])

    def _people(self, last: int) -> None:
        problem_types = {self.problem_type(place) for place in range(last + 1)}
        if problem_types & ABOUT_A_FAILURE and (self.is_at_risk or self._is_not_safe(last)):
            self.ask("safe-say")
        has_letter = self.wanted_next or any(map(self.asks_for, ONLY_ASKED_FOR))
        if problem_types <= NO_LETTER_YET and not has_letter:
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

    def asks_for(self, letter: str) -> bool:
        """Return whether a copy of the records ("records") or a "complaint" is wanted, first or later."""
        wants = {"records": self.wants_records, "complaint": self.wants_complaint}
        return wants[letter] or self.problem_type(0) == letter

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
        told = ((name, " ".join(str(one.values[name]).split())) for name in one.visit.page.kept_out_as)
        name, text = next(((name, text) for name, text in told if text), ("", ""))
        if text:
            found.setdefault(one.visit.kept_out_key, f"{_called(one, name)}: {shorten(text, LABEL_WIDTH)}")
    return found


def _called(one: Visited, name: str) -> str:
    """Return what is kept out with one answer: a reason is kept out as a whole, and called by its kind."""
    path = one.visit.path
    return labels("reason")[str(path[-1])] if "reason" in path else row_label(one.visit.page.id, name)


def _is_of_then(one: Visited) -> bool:
    """Say whether a page names the old job site, or a decision of the years of the older allowance."""
    decided = next((one.values[name] for name in DECIDED_ON if one.values.get(name)), "")
    is_old = bool(decided) and RoughDay.parse(str(decided)).latest < OLDER_ALLOWANCE_UNTIL
    texts = (str(one.values[each.name]) for each in one.visit.page.answers if each.shape == "words")
    return is_old or any(OLD_JOB_SITE in text.casefold() for text in texts)


def _doors(place: int) -> dict[str, str]:
    """Return what problem number `place` can be about."""
    return {key: name for key, name in labels("door").items() if place == 0 or key not in ONLY_ASKED_FOR}


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
    kind = journey.ask("failure", *path)["failure_kind"]
    sides = journey.ask("side", *path, offered=_sides(kind))["sides"]
    if is_urgent(journey, place):
        journey.ask("ask-now", *path)
    if kind == "late-for-appointment" or "came" in sides:
        _arrival(journey, place)
    if "excused" in sides:
        journey.ask("excused", *path)
    if {"not-told", "not-understood"} & set(sides):
        _how_told(journey, place)
    journey.ask("own-words", *path)
    _beside_the_story(journey, place)
    _reasons(journey, place)
    _what_decides(journey, place)
    _situation(journey, place)
    if journey.values("failure", *path)["failure_kind"] in ANSWERED_BY_A_RECORD:
        _work_search(journey)


def _beside_the_story(journey: Journey, place: int) -> None:
    """Ask what the story may have told already: it comes first, so that nobody has to tell it twice."""
    path = ("problems", place)
    sides = journey.values("side", *path)["sides"]
    if {"did-it", "did-part"} & set(sides):
        journey.ask("what-you-did", *path)
    if "not-required" in sides:
        journey.ask("why-not-required", *path)
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
    journey.ask("how-told", *path)
    if _has_nowhere_to_be(journey, place):
        seen = journey.ask("job-seen", *path)["job_seen"]
    else:
        seen = journey.ask("how-seen", *path)["seen"]
    is_unseen = seen in ("after", "never")
    if is_unseen and journey.values("for-whom")["writer_kind"] == "appointee":
        journey.ask("sent-to", *path)


def _has_nowhere_to_be(journey: Journey, place: int) -> bool:
    return journey.values("failure", "problems", place)["failure_kind"] in NOWHERE_TO_BE


def _reasons(journey: Journey, place: int) -> None:
    path = ("problems", place)
    ticked = tuple(journey.ask("reasons", *path)["reason_ticks"])
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
        _how_told(journey, place)


def _reason(journey: Journey, place: int, kind: str) -> None:
    """Ask what one reason was in short; more of it only where the story does not tell it."""
    path = ("problems", place, "reason", kind)
    is_told = bool(str(journey.values("own-words", *path[:2])["account"]).strip())
    if journey.ask("reason", *path)["more_to_tell"] == "yes" or not is_told:
        journey.ask("reason-more", *path)
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
    if kind == "left-job" and UNHEALTHY & set(journey.values("job-faults", *path)["faults"]):
        journey.ask("job-health", *path)
    if kind in LEAVING_WORK and journey.problem_type(place) != "warned":
        _no_reduction(journey, place)
    if kind in BEFORE_A_CLAIM:
        journey.ask("before-claim", *path)


def _no_reduction(journey: Journey, place: int) -> None:
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


def _since(journey: Journey, place: int) -> tuple[tuple[str, ...], str]:
    path = ("problems", place)
    told_about, state = _told_and_done(journey, place)
    if "that-day" in told_about:
        journey.ask("told", *path)
        if _is_told_that_day(journey, place):
            journey.ask("told-at", *path)
    if state == "rebooked" and _may_have_waited(journey, place):
        journey.ask("new-time", *path)
    elif state in ("done", "rebooked"):
        journey.ask("done", *path)
    elif state == "cannot":
        journey.ask("cannot", *path)
    # On the last day the road is kept short.
    is_waiting = state == "not-yet" and not journey.values("ask-now-sent", *path)
    is_long = is_waiting or (state == "done" and _is_long_after(journey, place))
    if is_long and _may_have_waited(journey, place):
        journey.ask("offered", *path)
    return told_about, state


def _told_and_done(journey: Journey, place: int) -> tuple[tuple[str, ...], str]:
    """Ask what they were told, and whether it was done since; return both.

    A job that was left or lost cannot be done again, so nobody is asked about that.
    """
    path, offered = ("problems", place), _what_can_be_told(journey, place)
    if journey.values("failure", *path)["failure_kind"] in LEAVING_WORK:
        return journey.ask("since-work-ended", *path, offered=offered)["told_about_job"], "not-known"
    since = journey.ask("since-then", *path, offered=offered)
    return since["told_about"], since["done_state"]


def _is_told_that_day(journey: Journey, place: int) -> bool:
    """Say whether they were told on the very day of something that began at an hour: then the time counts."""
    path = ("problems", place)
    failure, own = journey.values("failure", *path), journey.values("own-words", *path)["happened"]
    day, told = own or failure["their"], journey.values("told", *path)["told_day"]
    return failure["failure_kind"] in AT_AN_HOUR and bool(told) and told == day


def _what_can_be_told(journey: Journey, place: int) -> dict[str, str]:
    """Return what somebody may have told them: that they disagree only with a decision, and only once."""
    names = labels("told_about")
    is_asked = journey.problem_type(place) != "warned" and not journey.values(
        "ask-now-sent", "problems", place
    )
    return names if is_asked else {"that-day": names["that-day"]}


def _since_a_decision(journey: Journey, place: int) -> None:
    path = ("problems", place)
    told_about, state = _since(journey, place)
    if state == "done":
        _decision_says(journey, place)
    if "disagree" in told_about:
        journey.ask("asked", *path)
    _lateness(journey, place)
    _evidence(journey, place)


def _may_have_waited(journey: Journey, place: int) -> bool:
    """Say whether somebody may have waited for a new time: not who came, on that day or on a wrong one."""
    path = ("problems", place)
    slip = journey.values("slip", *path, "reason", MISTAKEN)
    has_come = bool(journey.values("arrival", *path)) or slip.get("slip_then") == "came"
    is_interview = journey.values("failure", *path)["failure_kind"] in INTERVIEWS
    return is_interview and not has_come and journey.problem_type(place) != "warned"


def _is_long_after(journey: Journey, place: int) -> bool:
    """Say whether it was done so long after the day of it that days may have been spent waiting."""
    path = ("problems", place)
    own = journey.values("own-words", *path)["happened"]
    failed, done = own or journey.values("failure", *path)["their"], journey.values("done", *path)["done_on"]
    if not failed or not done:
        return False
    return RoughDay.parse(done).latest > RoughDay.parse(failed).earliest + SOON_DONE


def _lateness(journey: Journey, place: int) -> None:
    stage = lateness(journey, place)
    if stage == "in-time":
        return
    path = ("problems", place)
    # Paid work ends a reduction without any reason for being late, so it is asked about first.
    _back_in_work(journey, place)
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
    if not journey.values("own-error", *path):
        journey.ask("own-error", *path)


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
    for page in ("demand-when", "wanted", "demand-words"):
        journey.ask(page, *path)
    for way in journey.ask("show", *path)["ways"]:
        if way != "nothing":
            journey.ask("offer", *path, "offers", way)
    if "enclosed" in journey.values("show", *path)["ways"]:
        _work_search(journey)
    for page in ("also-holds", "consent", "handed-over", "demand-account", "next-appointment"):
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
    if journey.problem_type(place) == "sanctioned" and not journey.values("decision-says", *path):
        said = journey.ask("decision-says", *path)
        if _is_more_than_a_first(journey, place, days_in(said["days"])):
            _ask_of_earlier(journey, place)


def _is_more_than_a_first(journey: Journey, place: int, days: int | None) -> bool:
    """Whether so many days need an earlier sanction, whatever the person's age and situation."""
    values = journey.values("failure", "problems", place)
    if days is None or not values.get("their"):
        return False
    day = RoughDay.parse(str(values["their"])).earliest
    first = longest_first(values["failure_kind"], day, benefit=journey.rules, nation=journey.nation)
    return first is not None and days > first


def _decision_more(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _decision_says(journey, place)
    journey.ask("decision-more", *path)
    if not journey.values("decision-address", *path):
        journey.ask("decision-address", *path)


def _earlier(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _decision_says(journey, place)
    if not journey.values("earlier", *path):
        _ask_of_earlier(journey, place)


def _ask_of_earlier(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if journey.ask("earlier", *path)["had_earlier"] == "yes":
        journey.ask_items("earlier-sanction", *path, "earlier")


def _commitment(journey: Journey, place: int) -> None:
    journey.ask("commitment", "problems", place)


def _health(journey: Journey, place: int) -> None:
    journey.ask("adjustment", "problems", place)


def _changed(journey: Journey, place: int) -> None:
    _decision_says(journey, place)
    journey.ask("changed", "problems", place)


def _work(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("no-reduction", *path):
        _no_reduction(journey, place)
    _back_in_work(journey, place)


def _back_in_work(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("back-in-work", *path):
        journey.ask("back-in-work", *path)


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
