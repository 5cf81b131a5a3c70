"""A part of the claimant commitment that cannot be met: which, why, and what could stand there instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import CommitmentChange
from challenge_letters.plan.outcome import PlannedLetter

# The point of law that each limit rests on.
LAW = {
    "child": "hours",
    "carer": "hours",
    "impairment-hours": "hours",
    "impairment-work": "impairment-limits",
    "distance": "distance",
    "search": "all-reasonable-action",
}


@dataclass(frozen=True, kw_only=True)
class _Commitment(FollowingUp):
    """The part of the commitment that cannot be met."""

    part: CommitmentChange

    @property
    def is_only_offered(self) -> bool:
        return self.part.is_accepted == "no"


def commitment_change(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the letter that asks for another commitment."""
    part = letter.follow_up
    if not isinstance(part, CommitmentChange):
        raise TypeError("A letter about a commitment needs the part that cannot be met.")
    matter = _Commitment.of(letter, case, part, on=on, part=part, boxes=(("why", part.why),))
    return matter.argument(
        subject=matter.subject("subject-commitment"),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=_meanwhile(matter),
    )


def _opening(matter: _Commitment) -> Iterator[Paragraph]:
    offered = "-offered" if matter.is_only_offered else ""
    part = matter.part
    yield (
        *writer(matter),
        matter.say(f"cannot-meet{offered}", "cannot_meet", "is_accepted", words=part.cannot_meet),
        matter.say("could-stand-instead", "wording", words=part.wording),
    )
    yield (*matter.told("why", "cannot-meet-it"), *_limits(matter))


def _limits(matter: _Commitment) -> Iterator[Sentence]:
    """Yield the rule that each limit rests on, and what follows for the wording that is asked for."""
    limits = [each for each in matter.part.rests_on if matter.has_law(LAW[each])]
    for limit in limits:
        yield matter.say(f"limit-{limit}", "rests_on")
    if limits:
        yield matter.say("wording-keeps-to-that", "rests_on", "wording")


def _requests(matter: _Commitment) -> Iterator[Paragraph]:
    offered = matter.is_only_offered
    yield (matter.say("ask-review-before-accepting" if offered else "ask-change-part", "is_accepted"),)
    if matter.part.other_coach:
        yield (matter.say("ask-other-coach", "other_coach"),)
    yield (matter.say("ask-not-to-end-award" if offered else "ask-no-steps-yet", "is_accepted"),)


def _meanwhile(matter: _Commitment) -> Paragraph:
    return (*_keeps_appointments(matter), *_next_appointment(matter))


def _keeps_appointments(matter: _Commitment) -> Iterator[Sentence]:
    if matter.part.keeps_appointments:
        yield matter.say("keeps-appointments", "keeps_appointments")


def _next_appointment(matter: _Commitment) -> Iterator[Sentence]:
    """Yield the day of the next appointment, unless it has passed."""
    day = matter.part.next_appointment
    if day and day >= matter.on:
        lead = "next-appointment" if matter.part.keeps_appointments else "next-appointment-alone"
        yield matter.say(lead, "next_appointment", on_day=matter.on_day(day))
