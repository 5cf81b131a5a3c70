"""The pages about a decision or a warning, and about what was done since."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from challenge_letters.case.failure import INTERVIEWS
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.failure_pages import LEAVING_WORK, failure_pages, no_reduction
from challenge_letters.interview.journey import Journey, ScreenedOut
from challenge_letters.interview.texts import labels, proofs
from challenge_letters.law.deadlines import deadline
from challenge_letters.plan.grounds import MISTAKEN

# What is done so soon was hardly waited for.
SOON_DONE = timedelta(days=2)
# In no less time can 26 weeks of paid work end a reduction (Universal Credit Regulations 2013 reg 109).
SIX_MONTHS = timedelta(weeks=26)
# What is offered beside proof: it opens a page.
NO_PROOF = ("asked-for",)


def _count(journey: Journey, place: int, start: str) -> None:
    """Count the month from the earliest day that `start` can mean."""
    first = RoughDay.parse(start).earliest
    journey.deadlines[place] = deadline("mandatory-reconsideration", first, nation=journey.nation or None)


def sanctioned(journey: Journey, place: int) -> None:
    path = ("problems", place)
    when = journey.ask("decision-when", *path)
    _count(journey, place, when["sent"])
    failure_pages(journey, place)
    _since_a_decision(journey, place)


def paid_less(journey: Journey, place: int) -> None:
    path = ("problems", place)
    _count(journey, place, journey.ask("payment", *path)["paid"])
    if journey.ask("statement-says", *path)["statement_says"] == "other":
        if place == 0:
            raise ScreenedOut("not-a-sanction")
        return
    failure_pages(journey, place)
    _since_a_decision(journey, place)


def warned(journey: Journey, place: int) -> None:
    path = ("problems", place)
    answer_by = journey.ask("warning", *path)["answer_by"]
    if answer_by:
        journey.wanted_by.append(answer_by)
    failure_pages(journey, place)
    _since(journey, place)
    evidence(journey, place)


def _since(journey: Journey, place: int) -> tuple[tuple[str, ...], str]:
    path = ("problems", place)
    told_about, state = _told_and_done(journey, place)
    if "that-day" in told_about:
        journey.ask("told", *path)
    # On the last day the road is kept short.
    is_waiting = state == "rebooked" or (state == "not-yet" and not journey.values("ask-now-sent", *path))
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
    if state == "done" and journey.problem_type(place) == "sanctioned":
        decision_says(journey, place)
    if "disagree" in told_about:
        journey.ask("asked", *path)
    _lateness(journey, place)
    evidence(journey, place)


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
    failed, done = (
        own or journey.values("failure", *path)["their"],
        journey.values("since-then", *path)["done_on"],
    )
    if not failed or not done:
        return False
    return RoughDay.parse(done).latest > RoughDay.parse(failed).earliest + SOON_DONE


def _lateness(journey: Journey, place: int) -> None:
    stage = lateness(journey, place)
    if stage == "in-time":
        return
    path = ("problems", place)
    # Paid work ends a reduction without any reason for being late, so it is asked about first.
    if _can_have_worked_for_six_months(journey, place):
        _back_in_work(journey, place)
    if journey.ask("late", *path)["was_stopped"] == "yes":
        journey.ask_items("late-period", *path, "late")
    if stage == "very-late":
        journey.ask("why-look-now", *path)
    own_error(journey, place)


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


def own_error(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("own-error", *path):
        journey.ask("own-error", *path)


def evidence(journey: Journey, place: int) -> None:
    path = ("problems", place)
    kinds = tuple(journey.values("own-words", *path).get("reason_ticks", ()))
    offered = proofs(kinds)
    ticked = journey.ask("evidence", *path, offered=offered)["evidence_ticks"]
    if "asked-for" in ticked:
        missing = {key: label for key, label in offered.items() if key not in (*ticked, *NO_PROOF)}
        journey.ask("evidence-asked-for", *path, offered=missing)


def decision_says(journey: Journey, place: int) -> None:
    """Ask what it says, once: how long it is for its end and its length, and whether there was one before."""
    path = ("problems", place)
    if not journey.values("decision-says", *path) and journey.ask("decision-says", *path)["had_earlier"] in (
        "yes",
        "taken-back",
    ):
        journey.ask_items("earlier-sanction", *path, "earlier")


def own_point(journey: Journey, place: int) -> None:
    journey.ask_items("own-point", "problems", place, "points")


def own_request(journey: Journey, place: int) -> None:
    journey.ask("own-request", "problems", place)


def commitment(journey: Journey, place: int) -> None:
    journey.ask("commitment", "problems", place)


def adjustment(journey: Journey, place: int) -> None:
    journey.ask("adjustment", "problems", place)


def what_changed(journey: Journey, place: int) -> None:
    decision_says(journey, place)
    journey.ask("changed", "problems", place)


def work_since(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("no-reduction", *path):
        no_reduction(journey, place)
    _back_in_work(journey, place)


def _can_have_worked_for_six_months(journey: Journey, place: int) -> bool:
    """Say whether the six months of paid work that end a reduction can have passed by now.

    They run from the failure; where only the day of the decision is known, nobody can be sure.
    """
    path = ("problems", place)
    own = journey.values("own-words", *path).get("happened")
    failed = own or journey.values("failure", *path).get("their")
    return not failed or journey.today - RoughDay.parse(failed).earliest >= SIX_MONTHS


def _back_in_work(journey: Journey, place: int) -> None:
    path = ("problems", place)
    if not journey.values("back-in-work", *path):
        journey.ask("back-in-work", *path)
