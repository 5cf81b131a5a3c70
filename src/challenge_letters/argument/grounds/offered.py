"""The day from which there was only a new time to wait for: they came, asked for one, or were given it.

Whoever had asked for another time before the day itself was waiting for one from that day on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds import length, slip
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import INTERVIEWS
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.two_failures import is_one_of_two
from challenge_letters.plan.grounds import arrival_of

RANK = 89
Shown = Literal["seen", "came", "asked", "asked-before", "agreed"]


@dataclass(frozen=True)
class Offer:
    """The first day on which they were ready to do what was asked, and how they showed it.

    `open_days` is how many open-ended days there are before it: none where it was the day of the failure.
    """

    day: date
    how: Shown
    answer: str
    open_days: int


def offer_of(matter: Matter) -> Offer | None:
    """Return the first day on which they were ready; None if no exact day is known, or none that helps.

    It helps only where days run on until something is done, and where it lies before the day on which it was.
    """
    failed, done = matter.failed_on, matter.facts.done_since
    if not _has_open_days(matter) or failed is None or not failed.is_exact:
        return None
    found = [
        _from(failed.earliest, day.earliest, how, answer)
        for how, answer, day in _days(matter)
        if day and day.is_exact and (day.earliest >= failed.earliest or how == "asked")
    ]
    first = min(found, key=lambda each: each.day, default=None)
    is_later_done = done.state != "done" or (done.day is not None and first and first.day < done.day.earliest)
    return first if first and is_later_done else None


def _has_open_days(matter: Matter) -> bool:
    """Whether days run on until something is done, named apart or in one sum, and it may be asked now."""
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    is_free = matter.challenge.protection.is_free_now
    return (is_open or matter.challenge.fixed_in_sum is not None) and not is_free


def _from(failed: date, day: date, how: Shown, answer: str) -> Offer:
    """Return the offer of `day`; of one made before the day of the failure, from that day on."""
    if day < failed:
        return Offer(failed, "asked-before", answer, 0)
    return Offer(day, how, answer, (day - failed).days)


def _days(
    matter: Matter,
) -> Iterator[tuple[Shown, str, RoughDay | None]]:
    """Yield each day on which they came, asked or were given a time: only of what is kept at an hour."""
    if matter.kind not in INTERVIEWS:
        return
    told = arrival_of(matter.facts)
    if told:
        yield "seen" if told.office_did == "seen" else "came", "arrival.office_did", matter.failed_on
    yield "came", "mistake.thought_day", slip.came_on(matter)
    yield "asked", "done_since.offered_on", matter.facts.done_since.offered_on
    yield "agreed", "done_since.agreed_on", matter.facts.done_since.agreed_on


def last_open_day(offer: Offer) -> date:
    """Return the day before the one on which they were ready."""
    return offer.day - timedelta(days=1)


def total(offer: Offer, matter: Matter) -> int | None:
    """Return all the days up to that day and those that follow; None where no fixed days are known."""
    fixed = _fixed_days(matter)
    return offer.open_days + fixed if fixed else None


def _fixed_days(matter: Matter) -> int | None:
    """Return the fixed days there can be at most: those of a first reduction, where there was none before."""
    point, decision, found = matter.challenge.level, matter.decision, matter.challenge.unexplained
    if matter.challenge.protection.has_no_fixed_days or decision is None:
        return None
    if is_one_of_two(matter.challenge.problem, matter.case):
        return None
    if point and point.claim == "days":
        return point.right_days
    if matter.challenge.fixed_in_sum:
        return matter.challenge.fixed_in_sum
    return found.first if found and found.is_first and not matter.challenge.disputed_before else decision.days


def ready(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the fallback that the open-ended days ended when the person was ready, with the sum."""
    offer = offer_of(matter)
    if offer is None:
        return None
    if offer.open_days:
        heading = matter.say("heading-open-days-ended", offer.answer, day=matter.day(last_open_day(offer)))
    else:
        heading = matter.say("heading-no-open-day", offer.answer)
    return Ground("ready", RANK, heading, (tuple(_argued(offer, matter)),))


def _argued(offer: Offer, matter: Matter) -> Iterator[Sentence]:
    yield from _made_of(matter)
    lowest = "-lowest" if matter.challenge.expected_level == "lowest" else ""
    yield matter.say(f"rule-failure-ceases{lowest}", "decision.is_open_ended")
    if offer.open_days or offer.how != "came":
        yield matter.say(f"ceased-{offer.how}", offer.answer, on_day=matter.on_day(offer.day))
    else:
        yield matter.say("ceased-came-that-day", offer.answer)
    yield from _summed(offer, matter)
    point = matter.challenge.level
    most = length.total(point, matter) if point else None
    if most and most != total(offer, matter):
        yield matter.say("at-the-very-most", "done_since.day", total=words_of.days(most))


def _made_of(matter: Matter) -> Iterator[Sentence]:
    """Yield what the one number of the decision is made of: it does not say that some days are open-ended."""
    fixed, decision = matter.challenge.fixed_in_sum, matter.decision
    if fixed and decision and decision.days:
        open_days = decision.days - fixed
        slots = {"days": words_of.days(decision.days), "open": words_of.days(open_days), "fixed": fixed}
        one = "-one" if open_days == 1 else ""
        yield matter.say(f"days-made-of{one}", "decision.days", "done_since.day", **slots)


def _summed(offer: Offer, matter: Matter) -> Iterator[Sentence]:
    fixed, days, failed = _fixed_days(matter), total(offer, matter), matter.failed_on
    if failed is None or days is None or fixed is None:
        return
    if not offer.open_days:
        yield matter.say("only-fixed-days-are-left", "decision.days", fixed=words_of.days(fixed))
        return
    yield length.which_days(failed.earliest, last_open_day(offer), offer.open_days, matter)
    wording = "sum-of-days-one" if offer.open_days == 1 else "sum-of-days"
    slots = {"open": words_of.days(offer.open_days), "fixed": fixed, "total": days}
    yield matter.say(wording, "decision.days", offer.answer, **slots)
