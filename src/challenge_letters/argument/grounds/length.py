"""The length of the reduction: only what cannot make it longer, with the sum worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.no_reduction import days_until_the_claim
from challenge_letters.argument.grounds.not_required import at_the_time
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.levels import LEVELS
from challenge_letters.law.periods import Failed, period, same_again_days
from challenge_letters.law.rates import reduced_percent
from challenge_letters.plan.outcome import DisputedToo, LevelPoint

RANK = 90


def length(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground about the number of days or the end of the open-ended ones."""
    point = matter.challenge.level
    if point is None or matter.sanction is None:
        return None
    said = (*_fixed(point, matter), *_open(point, matter))
    return Ground("length", RANK, _heading(point, matter), (said,), _clause(point, matter)) if said else None


def total(point: LevelPoint, matter: Matter) -> int | None:
    """Return all the days of the reduction, the open-ended ones and those that follow; None if unknown."""
    fixed = _fixed_days(point, matter)
    if not point.is_open_ended:
        return fixed
    return point.open_days + fixed if point.open_days and fixed is not None else None


def _fixed_days(point: LevelPoint, matter: Matter) -> int | None:
    """Return the fixed days that the letter accepts as an alternative: none where only interviews are due."""
    if matter.challenge.protection.has_no_fixed_days:
        return 0
    return point.right_days if point.claim == "days" else point.imposed_days


def is_ended_before_it_began(point: LevelPoint) -> bool:
    """Whether it was done before the day of the failure: there was no failure then, and nothing to count."""
    return bool(point.should_end and point.began and point.should_end < point.began)


def _heading(point: LevelPoint, matter: Matter) -> Sentence:
    days = total(point, matter)
    if days:
        return matter.say("heading-length-total", "done_since.day", days=words_of.days(days))
    if point.claim == "days" and point.imposed_days and point.right_days:
        slots = {"imposed": words_of.days(point.imposed_days), "days": words_of.days(point.right_days)}
        return matter.say("heading-length", "decision.days", **slots)
    return matter.say("heading-open-days-over", "done_since.day")


def _fixed(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    if point.claim != "days" or not point.right_days:
        return
    slots = {"days": words_of.days(point.right_days), "imposed": words_of.days(point.imposed_days or 0)}
    found = matter.challenge.before_claim
    if found:
        until = days_until_the_claim(found, matter)
        yield matter.say("before-claim-leaves", "was_before_claim", "claimed_on", **slots, **until)
        return
    if matter.challenge.wrong_level:
        named = matter.challenge.wrong_level
        yield matter.say("level-named-is-wrong", "failure.their_words", level=named)
    yield matter.say(f"level-{point.level}-carries", "decision.days", "earlier_sanctions", **slots)
    yield from _earlier(point, matter)


def _earlier(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    sanction = matter.sanction
    if sanction is None:
        return
    overturned = [each for each in sanction.earlier_sanctions if each.overturned]
    days = tuple(matter.day(each.failure_day) for each in overturned)
    if len(days) > 1:
        yield matter.say("earlier-overturned-several", "earlier_sanctions", days=days)
    elif days:
        only = "only-" if len(sanction.earlier_sanctions) == 1 else ""
        yield matter.say(f"{only}earlier-overturned", "earlier_sanctions", day=days[0])
    for other in point.not_counted:
        yield Sentence(f"earlier-{other.why}", {"day": matter.day(other.day)}, (_told_at(other.day, matter),))
    if not sanction.earlier_sanctions:
        yield from _none_before(point, matter)
    if point.same_again:
        slots = {"day": matter.day(point.same_again), "within": same_again_days()}
        yield Sentence("same-again", slots, (_told_at(point.same_again, matter),))


def _told_at(day: RoughDay | date, matter: Matter) -> str:
    """Return the answer that tells of an earlier failure on `day`: told of here, or by another decision."""
    told = matter.sanction.earlier_sanctions if matter.sanction else ()
    others = (each for each in matter.case.problems if isinstance(each, AppliedSanction))
    if not any(_is_on(each.failure_day, day) for each in told):
        for other in others:
            field = "happened" if other.failure.happened else "their_day"
            if other is not matter.facts and _is_on(getattr(other.failure, field), day):
                return f"problems.{other.id}.failure.{field}"
    return matter.answer("earlier_sanctions")


def _is_on(told: RoughDay | None, day: RoughDay | date) -> bool:
    return told is not None and (told == day or (told.is_exact and told.earliest == day))


def _none_before(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    """Yield that there was no sanction before: never beside another decision of the same case."""
    decisions = [each for each in matter.case.problems if isinstance(each, AppliedSanction)]
    if len(decisions) == 1 and not point.same_again:
        yield matter.say("no-earlier", "earlier_sanctions_known")


def _open(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    if point.should_end is None or is_ended_before_it_began(point):
        return
    is_lowest = point.level == "lowest" or matter.challenge.protection.has_no_fixed_days
    lowest = "-lowest" if is_lowest else ""
    yield matter.say(f"open-days-end{lowest}", "done_since.day", "decision.is_open_ended")
    if not point.open_days or point.began is None:
        yield matter.say("open-days-ended-on", "done_since.day", day=matter.day(point.should_end))
        return
    yield _which_days(point.began, point.should_end, point.open_days, matter)
    fixed, days = _fixed_days(point, matter), total(point, matter)
    if fixed and days:
        wording = "sum-of-days-one" if point.open_days == 1 else "sum-of-days"
        slots = {"open": words_of.days(point.open_days), "fixed": fixed, "total": days}
        yield matter.say(wording, "decision.days", "done_since.day", **slots)


def _which_days(first: date, last: date, count: int, matter: Matter) -> Sentence:
    if count == 1:
        return matter.say("open-days-one", "done_since.day", day=matter.day(first))
    if count == 2 and first.month == last.month:
        return matter.say("open-days-two", "done_since.day", first=str(first.day), last=matter.day(last))
    return matter.say(
        "open-days-from-to",
        "done_since.day",
        first=matter.day(first),
        last=matter.day(last),
        days=words_of.days(count),
    )


def _clause(point: LevelPoint, matter: Matter) -> Sentence | None:
    if point.claim != "days" or not point.right_days or not point.imposed_days:
        return None
    slots = {"imposed": words_of.days(point.imposed_days), "days": words_of.days(point.right_days)}
    if point.imposed_days == 2 * point.right_days:
        return matter.say("case-length-twice", "decision.days", **slots)
    return matter.say("case-length", "decision.days", **slots)


# -- what has to be explained, and what rests on a decision that is disputed too


def unexplained(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that asks which earlier failures were counted: they are asked for, not asserted."""
    days, first = matter.decision.days if matter.decision else None, first_length(matter)
    if "length" in before or days is None or first is None or days <= first:
        return None
    if matter.challenge.disputed_before:
        return None
    level = matter.challenge.expected_level
    slots = {"days": words_of.days(days), "first": words_of.days(first)}
    heading = matter.say("heading-unexplained", "decision.days", **slots)
    said = (matter.say(f"unexplained-{level}", "decision.days", **slots), matter.say("say-which-counted"))
    return Ground("unexplained", RANK, heading, (said,))


def first_length(matter: Matter) -> int | None:
    """Return how long a first reduction of this level is; None where that or more is not known."""
    sanction, level, day = matter.sanction, matter.challenge.expected_level, matter.failed_on
    is_known = sanction is None or sanction.earlier_sanctions_known == "yes" or sanction.earlier_sanctions
    if (
        is_known
        or level not in LEVELS
        or day is None
        or not day.is_exact
        or matter.facts.was_under_18 != "no"
    ):
        return None
    failure = Failed(day.earliest, matter.case.rules_of, matter.case.nation, under_18=False)
    return period(level, failure, earlier=()).fixed_days


def disputed(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the days rest on a decision which this letter disputes as well."""
    counted = matter.challenge.disputed_before
    if not counted:
        return None
    days = matter.decision.days if matter.decision else None
    slots = {"imposed": words_of.days(days)} if days else {}
    name = "-days" if days else ""
    heading = matter.say(f"heading-disputed{name}", "decision.days", **slots)
    clause = matter.say(f"case-disputed{name}", "earlier_sanctions", **slots)
    return Ground("disputed", RANK + 1, heading, (tuple(_counted(counted, matter)),), clause)


def _counted(counted: Collection[DisputedToo], matter: Matter) -> Iterator[Sentence]:
    for earlier in counted:
        at = _told_at(earlier.day, matter)
        yield Sentence("is-disputed-too", {"day": matter.day(earlier.day)}, (at,))
        if earlier.days_without:
            days = words_of.days(earlier.days_without)
            yield matter.say("no-earlier-failure-then", "decision.days", days=days)
        else:
            yield Sentence("work-out-again-then", {}, (at,))


# -- what a situation or an age makes of it


def lowest(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that only the lowest level fits: of this person only interviews could be asked."""
    if matter.sanction is None or not matter.challenge.protection.has_no_fixed_days:
        return None
    groups = () if "less-required" in before else at_the_time(matter)
    said = (*groups, matter.say("lowest-level-fits", "groups"))
    return Ground("lowest", RANK - 2, matter.say("heading-lowest", "groups"), (said,))


def young(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the person was 16 or 17 on that day: the periods and the rate are lower."""
    found = matter.challenge.young
    if found is None or matter.sanction is None:
        return None
    age = f"-{found.age}" if found.age else ""
    said = [matter.say(f"young{age}", "was_under_18")]
    if found.level != "lowest" and matter.has_law(f"young-{found.level}"):
        slots = {"days": words_of.days(found.days)} if found.days else {}
        ending = "" if not found.is_open_ended else "-and-days" if found.days else "-open-days-only"
        said.append(matter.say(f"young-{found.level}-lasts{ending}", "was_under_18", **slots))
    if matter.has_law("rate-lower"):
        said.append(matter.say("young-rate", "was_under_18", percent=reduced_percent()))
    return Ground("young", RANK - 1, matter.say("heading-young", "was_under_18"), (tuple(said),))
