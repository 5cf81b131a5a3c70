"""A task that was done, but after the last day for it: then nobody says that there was no failure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import TASKS, Matter
from challenge_letters.argument.same_event import day_of, days_named
from challenge_letters.argument.sentences import Ground

# After so many days it does not help to say how soon it was done, where a good reason is argued.
SOON = 14
ALONE, BEHIND_GOOD_REASON = 34, 44
# What stands before the last day for it: another day of the message may be of anything.
LAST_DAY = re.compile(r"\b(?:by|before|until|no later than|due(?: on)?)\b([^.!?]{1,40})", re.IGNORECASE)


@dataclass(frozen=True)
class DoneLate:
    """On which day it was done, and how many days that is after the last day for it."""

    day: date
    days: int


def done_late(matter: Matter) -> DoneLate | None:
    """Return how late it was done; None where it may have been in time, or only a part of it was done."""
    facts = matter.facts
    if matter.kind not in TASKS or not facts.has_side("did-it") or matter.challenge.met:
        return None
    last, done = _last_day(matter), _done_on(matter)
    if last is None or done is None or done <= last:
        return None
    return DoneLate(done, (done - last).days)


def late_ground(late: DoneLate, matter: Matter) -> Ground | None:
    """Return the ground that it was done so many days later; None where the good reason alone is better.

    Beside a good reason it needs words of its own: the day alone tells what the account has told.
    """
    has_reason = matter.challenge.has("good-reason")
    if has_reason and (late.days > SOON or not matter.box("what_i_did")):
        return None
    fields, time = ("what_i_did", "done_since.day"), words_of.things(late.days, "day")
    told = matter.say("said-done-late", *fields, on_day=matter.on_day(late.day), time=time)
    return Ground(
        "did-it",
        BEHIND_GOOD_REASON if has_reason else ALONE,
        matter.say("heading-done-late", *fields, time=time),
        (matter.box("what_i_did") or (told,),),
        matter.say("case-done-late", *fields, time=time),
    )


def _last_day(matter: Matter) -> date | None:
    """Return the last day for it: of the message, or else the later of any in it and that of the failure."""
    needed, failed = matter.facts.requirement, matter.failed_on
    by = tuple(_days_in(LAST_DAY.findall(needed.words), matter))
    if needed.last_day or by:
        return needed.last_day or max(by)
    exact = (failed.earliest,) if failed and failed.is_exact else ()
    return max((*exact, *_days_in((needed.words,), matter)), default=None)


def _done_on(matter: Matter) -> date | None:
    """Return the day on which it was done: the first they name, or else the answer."""
    named = tuple(_days_in((matter.facts.what_i_did,), matter))
    done = matter.facts.done_since
    if named:
        return min(named)
    return done.day.earliest if done.state == "done" and done.day and done.day.is_exact else None


def _days_in(texts: Iterable[str], matter: Matter) -> Iterator[date]:
    """Yield each day that `texts` name with its month, in the year of the message or of the decision."""
    decided = matter.decision.counts_from if matter.decision else None
    when = matter.facts.requirement.told_on or matter.failed_on or decided
    near = when.latest if when else matter.on
    found = (day_of(named, near) for text in texts for named in days_named(text))
    yield from (day for day in found if day)
