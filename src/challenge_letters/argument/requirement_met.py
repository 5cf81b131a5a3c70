"""What was asked has been done: the open-ended days of a reduction end the day before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.argument.typed import unstopped
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import RequirementMet
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Done(FollowingUp):
    """What has been done, and when."""

    met: RequirementMet
    done_on: RoughDay


def requirement_met(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the letter that says that what was asked has been done."""
    met = letter.follow_up
    if not isinstance(met, RequirementMet) or met.done_on is None:
        raise ValueError("A letter about what was done needs the day on which it was done.")
    boxes = (("what", met.what),)
    matter = _Done.of(letter, case, met, on=on, met=met, done_on=met.done_on, boxes=boxes)
    return matter.argument(
        subject=matter.subject("subject-done"),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=tuple(_reconsideration(matter)),
    )


def _opening(matter: _Done) -> Iterator[Paragraph]:
    yield (
        *writer(matter),
        matter.say("please-end-open-days", "decision", decision=matter.decision_named(is_first=True)),
        *matter.charge(named_as="it"),
    )
    yield (_did_it(matter), *matter.told("what", "did"))


def _did_it(matter: _Done) -> Sentence:
    on_day = matter.on_day(matter.done_on)
    if matter.met.with_whom:
        whom = unstopped(matter.met.with_whom)
        return matter.say("did-what-was-asked-with", "done_on", "with_whom", on_day=on_day, whom=whom)
    return matter.say("did-what-was-asked", "done_on", on_day=on_day)


def _requests(matter: _Done) -> Iterator[Paragraph]:
    lowest = "-lowest" if matter.letter.variant == "lowest" else ""
    end = matter.met.days_end
    if end is None:
        yield (matter.say(f"ask-record-done{lowest}", "done_on"),)
    else:
        days = {"day": calendar_words.in_full(matter.done_on), "end": calendar_words.in_full(end)}
        yield (matter.say(f"ask-record-done-on{lowest}", "done_on", **days),)
    yield (matter.say("ask-when-it-ends", "done_on"),)
    yield (matter.say("ask-what-is-still-to-do", "what"),)


def _reconsideration(matter: _Done) -> Iterator[Sentence]:
    if matter.met.reconsideration == "asked":
        yield matter.say("reconsideration-still-asked", "reconsideration")
    elif "mandatory-reconsideration" in matter.letter.beside:
        yield matter.say("reconsideration-asked-separately", "reconsideration")
