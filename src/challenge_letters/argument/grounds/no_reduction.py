"""Cases in which no reduction may be made at all (reg 113): each on the one fact that was ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import NoReduction
from challenge_letters.law.earnings_threshold import EarningsThreshold, earnings_threshold
from challenge_letters.law.errors import NotConfirmed
from challenge_letters.plan.outcome import BeforeClaim


def no_reduction(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that no reduction is allowed."""
    said = tuple(_cases(matter))
    if not said:
        return None
    paragraph = (*said, *matter.box("no_reduction_words"))
    heading = matter.say("heading-no-reduction", "no_reduction")
    return Ground("no-reduction", 8, heading, (paragraph,), _clause(matter))


def _cases(matter: Matter) -> Iterator[Sentence]:
    for each in matter.challenge.barred:
        yield _case(each, matter)
    found = matter.challenge.before_claim
    if found and found.is_barred:
        yield from _before_the_claim(found, matter)


def _case(kind: NoReduction, matter: Matter) -> Sentence:
    threshold = _threshold(matter) if kind == "pay-not-fallen" else None
    if threshold is None:
        return matter.say(f"no-reduction-{kind}", "no_reduction")
    amounts = {"single": threshold.single, "couple": threshold.couple, "wage": threshold.hourly}
    hours = {"single_hours": str(threshold.single_hours), "couple_hours": str(threshold.couple_hours)}
    return matter.say("no-reduction-pay-not-fallen-below", "no_reduction", **amounts, **hours)


def _threshold(matter: Matter) -> EarningsThreshold | None:
    """Return the pay that counts on the day the work ended; None where it is not held."""
    day, case = matter.failed_on, matter.case
    if day is None:
        return None
    try:
        first, last = (
            earnings_threshold(case.rules_of, nation=case.nation, on=on) for on in (day.earliest, day.latest)
        )
    except NotConfirmed:
        return None
    return first if first == last else None


def _before_the_claim(found: BeforeClaim, matter: Matter) -> Iterator[Sentence]:
    slots = days_until_the_claim(found, matter)
    if not found.left:
        yield matter.say("no-reduction-nothing-left", "was_before_claim", "claimed_on", **slots)
        return
    slots["left"] = words_of.days(found.left)
    yield matter.say("no-reduction-before-claim", "was_before_claim", "claimed_on", **slots)
    if matter.has_law("pre-claim-days"):
        yield matter.say("before-claim-at-most", "was_before_claim", "claimed_on", left=slots["left"])


def days_until_the_claim(found: BeforeClaim, matter: Matter) -> dict[str, Any]:
    """Return the slots of a sentence about a job left before the claim: two days, and what lies between."""
    return {
        "on_day": matter.on_day(found.left_on),
        "claimed": matter.day(found.claimed_on),
        "passed": words_of.days(found.passed),
        "ordinary": words_of.days(found.ordinary),
    }


def _clause(matter: Matter) -> Sentence:
    barred = matter.challenge.barred
    if not barred:
        return matter.say("case-no-reduction-before-claim", "was_before_claim")
    return matter.say(f"case-no-reduction-{barred[0]}", "no_reduction")
