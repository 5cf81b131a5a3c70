"""What tells two decisions apart that are named alike: the day of the failure, else its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from challenge_letters.argument.calendar_words import in_full
from challenge_letters.case.failure import FailureKind
from challenge_letters.case.problems import AppliedSanction, Decision
from challenge_letters.plan.outcome import Challenge

NOUNS: Mapping[FailureKind, str] = {
    "missed-appointment": "an appointment",
    "late-for-appointment": "the time of an appointment",
    "missed-call": "a call",
    "specific-task": "a task",
    "evidence-not-given": "evidence",
    "work-search-hours": "work search",
    "not-available": "being available for work",
    "particular-vacancy": "a vacancy",
    "employer-interview": "an interview with an employer",
    "job-offer": "a job offer",
    "left-job": "leaving a job",
    "lost-job": "losing a job",
    "work-placement": "a placement",
}


def telling_apart(challenges: tuple[Challenge, ...]) -> Callable[[Decision], str]:
    """Return a function that gives the words after the name of a decision, "" where no other is named so."""
    problems = [each.problem for each in challenges if isinstance(each.problem, AppliedSanction)]
    words = {id(problem.decision): _words(problem, problems) for problem in problems}
    return lambda decision: words.get(id(decision), "")


def _words(problem: AppliedSanction, problems: list[AppliedSanction]) -> str:
    alike = [each for each in problems if each is not problem and _name(each) == _name(problem)]
    if not alike:
        return ""
    own, others = _day(problem), [_day(each) for each in alike]
    if own and own not in others:
        return f" about {own}"
    noun = NOUNS.get(problem.failure.kind, "")
    return f" about {noun}" if noun else ""


def _name(problem: AppliedSanction) -> tuple[object, ...]:
    """Return what a decision is named by: the date on it, else the day it was sent, else the payment."""
    decision = problem.decision
    is_seen = decision.notice == "seen"
    if decision.dated:
        return "dated", decision.dated
    if not is_seen or not decision.notified:
        return "paid", decision.payment_day
    return "sent", decision.notified


def _day(problem: AppliedSanction) -> str:
    when = problem.failure.their_day or problem.failure.happened
    return in_full(when) if when else ""
