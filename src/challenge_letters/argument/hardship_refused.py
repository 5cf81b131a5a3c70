"""A hardship payment was refused: the condition that is said not to be met, and the fact that meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.channels import channel
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import HardshipRefused
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Refused(FollowingUp):
    """The refusal of a hardship payment."""

    refusal: HardshipRefused
    refused_on: RoughDay


def hardship_refused(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the request to reconsider the refusal of a hardship payment."""
    refusal = letter.follow_up
    if not isinstance(refusal, HardshipRefused) or refusal.refused_on is None:
        raise ValueError("A letter about a refused payment needs the day of the refusal.")
    boxes = (("fact", refusal.fact),)
    matter = _Refused.of(
        letter, case, refusal, on=on, refusal=refusal, refused_on=refusal.refused_on, boxes=boxes
    )
    return matter.argument(
        subject=matter.subject("subject-hardship-refused"),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=_again_today(matter),
    )


def _opening(matter: _Refused) -> Iterator[Paragraph]:
    yield (*writer(matter), _asked(matter), *_their_reason(matter))
    yield tuple(_condition(matter))


def _asked(matter: _Refused) -> Sentence:
    day, by = calendar_words.in_full(matter.refused_on), channel(matter.refusal.how)
    if by is None:
        return matter.say("reconsider-refusal", "refused_on", day=day)
    return matter.say("reconsider-refusal-by", "refused_on", "how", day=day, by=by)


def _their_reason(matter: _Refused) -> Iterator[Sentence]:
    if matter.refusal.their_words:
        yield matter.say("refusal-reason", "their_words", words=matter.refusal.their_words)


def _condition(matter: _Refused) -> Iterator[Sentence]:
    """Yield the condition, the fact that meets it, and that it was met."""
    condition = matter.refusal.condition
    if condition != "other":
        yield matter.say("hardship-question", "condition", question=Sentence(f"hardship-{condition}"))
    yield from matter.told("fact", "hardship-fact")
    yield matter.say(
        "conditions-were-met" if condition == "other" else "condition-was-met", "condition", "fact"
    )


def _requests(matter: _Refused) -> Iterator[Paragraph]:
    yield (matter.say("ask-pay-hardship", "refused_on"),)
    yield (matter.say("ask-refusal-notice", "refused_on"),)


def _again_today(matter: _Refused) -> Paragraph:
    return (matter.say("apply-again-today", "asked_again_today"),) if matter.refusal.asked_again_today else ()
