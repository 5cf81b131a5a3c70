"""What somebody may want after a first letter, and the short path of pages to each follow-up.

An answer of a follow-up is kept under its field's name with the letter's prefix before it ("met_done_on"), so
that nothing but this table stands between the pages and the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.texts import labels
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.plan.authority import is_written_for

if TYPE_CHECKING:
    from challenge_letters.interview.road import Journey, Values

# What somebody wants, in their own words, and the letters that fit: one group a page, never a long list.
NEXT_GROUPS: Mapping[str, tuple[str, ...]] = {
    "tell": ("requirement-met", "written-notice-request", "written-reasons-request"),
    "money": ("phone-call", "payment-refused", "payment-due"),
    "nothing-came": ("no-answer", "records-late"),
    # “You must ring” or “you are too late” in the journal reads like an answer, and is no decision.
    "answer-came": ("no-answer", "appeal-grounds", "examiner", "regulator"),
    "change": ("commitment-change", "requirements-notice"),
    "somebody-else": ("mp", "authority"),
}
# What is not a follow-up: the dates that run now, and who can help.
ONLY_THE_DATES = "not-sure"
DECIDED = frozenset({"sanctioned", "paid-less"})


@dataclass(frozen=True)
class Way:
    """The path to one follow-up: the prefix of its answers, and its pages in order.

    `lists` are pages asked once for each item, with the field that holds the items; `only_if` says when a
    page is asked at all. `names_decision`: a page about the decision comes first, unless it was told already;
    `asks_proof`: what shows it is asked last.
    """

    prefix: str
    pages: tuple[str, ...]
    names_decision: bool = False
    asks_proof: bool = True
    lists: Mapping[str, str] = field(default_factory=dict)
    only_if: Mapping[str, Callable[[Journey, int], bool]] = field(default_factory=dict)


def choose_way(journey: Journey, place: int) -> str:
    """Ask what comes next and return the kind of follow-up; "" when only the dates are wanted."""
    path = ("problems", place)
    group = str(journey.ask("what-next", *path)["next_group"])
    kinds = NEXT_GROUPS.get(group, ())
    if len(kinds) < 2:
        return "".join(kinds)
    names = labels("next_kind")
    chosen = str(journey.ask("which-next", *path, offered={kind: names[kind] for kind in kinds})["next_kind"])
    # The choice may be older than the group: what is no longer offered cannot be meant.
    return chosen if chosen in kinds else kinds[0]


def follow_way(journey: Journey, place: int, kind: str) -> None:
    """Walk the pages of the follow-up `kind`; none where it is not written: then the plan says so."""
    if not is_written_for(journey.nation, kind):
        return
    path, way = ("problems", place), WAYS[kind]
    if way.names_decision and decision_told(journey, place) is None:
        journey.ask("next-decision", *path)
    for page in way.pages:
        if page in way.only_if and not way.only_if[page](journey, place):
            continue
        if page in way.lists:
            journey.ask_items(page, *path, way.lists[page])
        else:
            journey.ask(page, *path)
    if way.asks_proof and journey.ask("next-proof", *path)["next_has_proof"] == "yes":
        journey.ask_items("evidence-item", *path, "evidence")


def decision_told(journey: Journey, place: int) -> int | None:
    """Return the place of a decision told before number `place`, which the follow-up is then about."""
    return next((other for other in range(place) if journey.door(other) in DECIDED), None)


def _told(journey: Journey, place: int, page: str) -> Values:
    """Return what was answered on `page` about the decision told before number `place`, if there is one."""
    other = decision_told(journey, place)
    return {} if other is None else journey.values(page, "problems", other)


def _is_decision_untold(journey: Journey, place: int) -> bool:
    return decision_told(journey, place) is None


def _is_doing_untold(journey: Journey, place: int) -> bool:
    is_done = _told(journey, place, "since-then").get("done_state") == "done"
    done = _told(journey, place, "done")
    return not (is_done and done.get("done_on") and str(done.get("done_words", "")).strip())


def _is_asking_untold(journey: Journey, place: int) -> bool:
    return not _told(journey, place, "asked").get("asked_on")


def _is_late_request(journey: Journey, place: int) -> bool:
    return bool(journey.values("appeal-notice", "problems", place)["appeal_outcome"] == "too-late")


def _is_late_appeal(journey: Journey, place: int) -> bool:
    """Say whether the month to appeal has surely passed; a rough day is read in the person's favour."""
    dated = journey.values("appeal-notice", "problems", place)["appeal_notice_dated"]
    return bool(dated) and journey.today > deadline("appeal", RoughDay.parse(dated).latest).date


def _is_thin(journey: Journey, place: int) -> bool:
    return bool(journey.values("copy-reply", "problems", place)["copy_reply"] == "thin")


def _needs_a_member_for_the_ombudsman(journey: Journey, _place: int) -> bool:
    return journey.nation != NORTHERN_IRELAND


WAYS: Mapping[str, Way] = {
    "requirement-met": Way(
        "met",
        ("met-done", "met-decision"),
        names_decision=True,
        only_if={"met-done": _is_doing_untold, "met-decision": _is_decision_untold},
    ),
    "no-answer": Way(
        "chase",
        ("chase-sent", "chase-effect"),
        names_decision=True,
        asks_proof=False,
        only_if={"chase-sent": _is_asking_untold},
    ),
    "appeal-grounds": Way(
        "appeal",
        (
            "appeal-notice",
            "appeal-late-request",
            "appeal-late",
            "appeal-finding",
            "appeal-more",
            "appeal-hearing",
        ),
        names_decision=True,
        lists={"appeal-finding": "findings"},
        only_if={"appeal-late-request": _is_late_request, "appeal-late": _is_late_appeal},
    ),
    "written-notice-request": Way("notice", ("notice-payment", "notice-why")),
    "written-reasons-request": Way("reasons", ("reasons-asked",), names_decision=True, asks_proof=False),
    "requirements-notice": Way("stop", ("stop-conditions", "stop-proof"), asks_proof=False),
    "commitment-change": Way("change", ("change-what", "change-why", "change-about")),
    "phone-call": Way("hard", ("hard-needs", "hard-efforts", "hard-week"), asks_proof=False),
    "payment-refused": Way("refused", ("refused-when", "refused-why")),
    "payment-due": Way("due", ("due-notice", "due-money", "due-came"), names_decision=True),
    "records-late": Way(
        "copy",
        ("copy-sent", "copy-reply", "copy-gap"),
        asks_proof=False,
        lists={"copy-gap": "gaps"},
        only_if={"copy-gap": _is_thin},
    ),
    "regulator": Way("reg", ("reg-who", "reg-answer", "reg-what")),
    "examiner": Way("ice", ("ice-response", "ice-heading", "ice-effect"), lists={"ice-heading": "headings"}),
    "mp": Way(
        "mp",
        ("mp-who", "mp-what", "mp-ombudsman", "mp-details"),
        only_if={"mp-ombudsman": _needs_a_member_for_the_ombudsman},
    ),
    "authority": Way("auth", ("auth-who", "auth-may", "auth-until"), asks_proof=False),
}
