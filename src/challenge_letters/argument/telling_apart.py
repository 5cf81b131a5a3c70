"""What tells decisions or warnings apart that are named alike: the day, the kind, or their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from challenge_letters.argument.calendar_words import in_full, ordinal
from challenge_letters.case.failure import FailureKind
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.plan.outcome import Challengeable

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


@dataclass(frozen=True)
class Apart:
    """The words that tell one from others of its name: " about 21 October" after it, "second " before it.

    Both are "" where no other is named so.
    """

    about: str = ""
    nth: str = ""


def telling_apart(problem: Challengeable, problems: Sequence[Challengeable]) -> Apart:
    """Return what tells `problem` from those of `problems`, all in one letter, that are named alike."""
    alike = [each for each in problems if each is not problem and name_of(each) == name_of(problem)]
    if not alike:
        return Apart()
    labels, others = labels_of(problem), {label for each in alike for label in labels_of(each)}
    found = next((label for label in labels if label not in others), "")
    if found:
        return Apart(f" about {found}")
    return Apart(f" about {labels[-1]}" if labels else "", f"{ordinal(_place(problem, problems))} ")


def _place(problem: Challengeable, problems: Sequence[Challengeable]) -> int:
    """Return which of those named alike `problem` is, in the order they are told in."""
    alike = (each for each in problems if name_of(each) == name_of(problem))
    return next(at for at, each in enumerate(alike, start=1) if each is problem)


def name_of(problem: Challengeable) -> tuple[object, ...]:
    """Return what a letter calls it by: the day of the decision, of the payment, or of the warning."""
    if not isinstance(problem, AppliedSanction):
        return "warned", problem.warning.day
    decision = problem.decision
    if decision.notice == "none-seen":
        return "paid", decision.payment_day or decision.counts_from
    return "decided", decision.dated or decision.notified or decision.payment_day


def labels_of(problem: Challengeable) -> tuple[str, ...]:
    """Return what is known of the failure, the shortest first: its day, its kind, the two together."""
    noun = NOUNS.get(problem.failure.kind, "")
    when = problem.failure.their_day or problem.failure.happened
    day = in_full(when) if when else ""
    both = f"{noun} {'on' if when.day else 'in'} {day}" if noun and when else ""
    return tuple(filter(None, (day, noun, both)))
