"""The length of the reduction: only what cannot make it longer, with the sum worked out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import placements
from challenge_letters.argument.grounds.no_reduction import days_until_the_claim
from challenge_letters.argument.grounds.not_required import at_the_time
from challenge_letters.argument.grounds.taken_back import (
    counts_an_earlier,
    overturned,
    that_it_was_taken_back,
    that_one_is_counted,
)
from challenge_letters.argument.in_common import before
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.days import add_months
from challenge_letters.law.periods import counting_days, same_again_days
from challenge_letters.law.rates import reduced_percent
from challenge_letters.plan.outcome import DisputedToo, LevelPoint, Unexplained

RANK = 90


def length(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground about the number of days or the end of the open-ended ones.

    Where a ground before it says when those ended, it is about the fixed days alone.
    """
    point = matter.challenge.level
    if point is None or matter.sanction is None:
        return None
    is_end_said = "ready" in before
    said = (*_fixed(point, matter), *(() if is_end_said else _open(point, matter)))
    heading = _heading_of_days(point, matter) if is_end_said else _heading(point, matter)
    return Ground("length", RANK, heading, (said,), _clause(point, matter)) if said else None


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
    if point.claim != "days" and matter.challenge.unexplained:
        return None  # so many are not accepted
    return point.right_days if point.claim == "days" else point.imposed_days


def is_ended_before_it_began(point: LevelPoint) -> bool:
    """Whether it was done before the day of the failure: there was no failure then, and nothing to count."""
    return bool(point.should_end and point.began and point.should_end < point.began)


def _heading(point: LevelPoint, matter: Matter) -> Sentence:
    days, back = total(point, matter), _because_taken_back(point, matter)
    if days:
        name, slots = f"heading-length-total{back}", {"days": words_of.days(days)}
        return matter.say(name, "done_since.day", "decision.days", **slots)
    return _heading_of_days(point, matter)


def _heading_of_days(point: LevelPoint, matter: Matter) -> Sentence:
    if point.claim == "days" and point.imposed_days and point.right_days:
        slots = {"imposed": words_of.days(point.imposed_days), "days": words_of.days(point.right_days)}
        return matter.say(f"heading-length{_because_taken_back(point, matter)}", "decision.days", **slots)
    too = "-too" if _is_end_told(point, matter) else ""
    return matter.say(f"heading-open-days-over{too}", "done_since.day")


def _because_taken_back(point: LevelPoint, matter: Matter) -> str:
    """Return the ending of a heading where the days are fewer because a sanction was taken back."""
    is_alone = point.claim == "days" and not point.not_counted and not point.same_again
    is_before_the_claim = matter.challenge.before_claim is not None
    return "-taken-back" if is_alone and overturned(matter) and not is_before_the_claim else ""


def _is_end_told(point: LevelPoint, matter: Matter) -> bool:
    """Whether an earlier decision of the letter has said what ends open-ended days, and on which day."""
    earlier = before(matter.challenge, matter.letter)
    return any(each.level is not None and each.level.should_end == point.should_end for each in earlier)


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
    if _is_open_by_mistake(point, matter):
        yield matter.say("no-open-days-at-this-level", "decision.is_open_ended")
    yield from _earlier(point, matter)


def _earlier(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    sanction = matter.sanction
    if sanction is None:
        return
    if overturned(matter) or point.not_counted:
        yield from that_one_is_counted(matter)
    yield from that_it_was_taken_back(matter)
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
    others = matter.case.decisions
    if not any(_is_on(each.failure_day, day) for each in told):
        for other in others:
            field = "happened" if other.failure.happened else "their_day"
            if other is not matter.facts and _is_on(getattr(other.failure, field), day):
                return f"problems.{other.id}.failure.{field}"
    return matter.answer("earlier_sanctions")


def _is_on(told: RoughDay | None, day: RoughDay | date) -> bool:
    return told is not None and (told == day or (told.is_exact and told.earliest == day))


def none_before(matter: Matter) -> Sentence:
    """Return that there was no sanction before: none at all, or none in the year that counts."""
    although = "-although" if counts_an_earlier(matter) else ""
    if matter.sanction and matter.sanction.never_sanctioned:
        return matter.say(f"never-before{although}", "never_sanctioned")
    return matter.say(f"no-earlier{although}", "earlier_sanctions_known")


def _none_before(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    """Yield that there was no sanction before: never beside another decision of the same case."""
    if len(matter.case.decisions) == 1 and not point.same_again:
        yield from _none_before_it(matter)


def _open(point: LevelPoint, matter: Matter) -> Iterator[Sentence]:
    if point.should_end is None or is_ended_before_it_began(point):
        return
    is_lowest = point.level == "lowest" or matter.challenge.protection.has_no_fixed_days
    lowest = "-lowest" if is_lowest else ""
    is_told = _is_end_told(point, matter)
    if not is_told:
        yield matter.say(f"open-days-end{lowest}", "done_since.day", "decision.is_open_ended")
    if not point.open_days or point.began is None:
        yield matter.say("open-days-ended-on", "done_since.day", day=matter.day(point.should_end))
        return
    which = which_days(point.began, point.should_end, point.open_days, matter)
    yield (
        Sentence("open-days-here", which.slots, which.rests_on)
        if is_told and "days" in which.slots
        else which
    )
    fixed, days = _fixed_days(point, matter), total(point, matter)
    if fixed and days:
        wording = "sum-of-days-one" if point.open_days == 1 else "sum-of-days"
        slots = {"open": words_of.days(point.open_days), "fixed": fixed, "total": days}
        yield matter.say(wording, "decision.days", "done_since.day", **slots)


def which_days(first: date, last: date, count: int, matter: Matter) -> Sentence:
    """Return which open-ended days there are, from `first` to `last`, `count` of them."""
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
    if _is_open_by_mistake(point, matter):
        return matter.say(
            "case-length-not-open", "decision.is_open_ended", days=words_of.days(point.right_days)
        )
    # A notice that gives all days in one sum is answered with one.
    is_one_sum = matter.decision is not None and matter.decision.is_open_ended != "yes"
    days = (total(point, matter) if is_one_sum else None) or point.right_days
    slots = {"imposed": words_of.days(point.imposed_days), "days": words_of.days(days)}
    if point.imposed_days == 2 * days:
        return matter.say("case-length-twice", "decision.days", **slots)
    return matter.say("case-length", "decision.days", **slots)


def _is_open_by_mistake(point: LevelPoint, matter: Matter) -> bool:
    """Whether open-ended days are imposed at a level that has only fixed ones: their number says little."""
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    return is_open and point.claim == "days" and not point.is_open_ended


# -- what has to be explained, and what rests on a decision that is disputed too


def unexplained(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that so many days need an earlier failure: it is asked for, not asserted."""
    found = matter.challenge.unexplained
    is_lowest = matter.challenge.protection.has_no_fixed_days
    if found is None or is_lowest or matter.challenge.disputed_before:
        return None
    name = "fall-with" if found.same_as else "not-a-first" if found.is_first else "unexplained"
    said = tuple(_falling(found, matter) if found.same_as else _needed(found, matter))
    heading = matter.say(f"heading-{name}", _days_field(matter), **_slots(found, matter))
    clause = matter.say("case-not-a-first", _days_field(matter), **_slots(found, matter))
    return Ground("unexplained", RANK, heading, (said,), clause if found.is_first else None)


def _days_field(matter: Matter) -> str:
    """Return the answer that says how many days: the decision's own, or the words of a warning."""
    return "decision.days" if matter.sanction else "warning.words"


def _slots(found: Unexplained, matter: Matter) -> dict[str, object]:
    told: dict[str, object] = {"days": words_of.days(found.days), "first": words_of.days(found.first)}
    return told | ({"day": matter.day(found.same_as)} if found.same_as else {})


def _needed(found: Unexplained, matter: Matter) -> Iterator[Sentence]:
    """Yield what a first reduction has at most, what would have to be true for more, and what to show."""
    slots = _slots(found, matter)
    most = "-at-most" if found.is_at_most else ""
    yield matter.say(f"first-{found.level}{most}", "failure.kind", "groups", "was_under_18", **slots)
    if found.is_first:
        yield from _none_before_it(matter)
    elif found.earlier:
        carried = tuple(str(each) for each in found.earlier)
        yield matter.say(
            "earlier-needed", _days_field(matter), carried=carried, within=counting_days(), **slots
        )
    else:
        yield matter.say("no-earlier-leads-there", _days_field(matter), **slots)
    if found.also_first_at:
        act = Sentence(f"act-{matter.kind}{placements.ending(matter)}", {}, (matter.answer("failure.kind"),))
        level = Sentence(f"level-{found.also_first_at}")
        yield matter.say("first-of-another-level", _days_field(matter), act=act, level=level, **slots)
    if not found.is_first and found.earlier:
        yield matter.say("say-which-counted", _days_field(matter))
    yield matter.say(
        f"so-no-more-than-first{'-then' if _may_be_shown(found) else ''}", _days_field(matter), **slots
    )


def _may_be_shown(found: Unexplained) -> bool:
    """Whether the office may still name an earlier failure that leads to so many days."""
    return bool(found.earlier) and not found.is_first


def _none_before_it(matter: Matter) -> Iterator[Sentence]:
    """Yield that there was none; of a decision that counts one, that it does, and which it means is asked."""
    yield none_before(matter)
    if counts_an_earlier(matter):
        yield matter.say("say-which-counted", "failure.their_words")


def _falling(found: Unexplained, matter: Matter) -> Iterator[Sentence]:
    """Yield that a failure so soon after another carries its days and no more."""
    slots = {**_slots(found, matter), "within": same_again_days()}
    yield matter.say("same-again", "failure.happened", day=slots["day"], within=slots["within"])
    yield matter.say("so-they-fall-too", _days_field(matter), day=slots["day"], first=slots["first"])


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
        if earlier.is_same_again:
            yield Sentence("same-again", {"day": matter.day(earlier.day), "within": same_again_days()}, (at,))


# -- the day it starts on


def starts(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that money was taken for days before the reduction could start (reg 106).

    It starts with the assessment period, a month, in which it is decided: so never a month before that day.
    """
    since = too_early(matter)
    if since is None or matter.decision is None or matter.decision.counts_from is None:
        return None
    decided = matter.decision.dated or matter.decision.counts_from
    slots = {"day": matter.day(since), "decided": matter.day(decided)}
    said = [matter.say("starts-with-the-period", "decision.reduced_from", **slots)]
    failed = matter.failed_on
    if failed and since.latest < failed.earliest:
        said.append(matter.say("starts-before-it-happened", "failure.happened", failed=matter.day(failed)))
    heading = matter.say("heading-starts-too-early", "decision.reduced_from", day=slots["day"])
    return Ground("starts", RANK - 3, heading, (tuple(said),))


def too_early(matter: Matter) -> RoughDay | None:
    """Return the day from which money was taken, where no reduction decided on that day can start on it."""
    decision = matter.decision
    since = decision.reduced_from if decision else None
    decided = (decision.dated or decision.counts_from) if decision else None
    if since is None or decided is None or not matter.has_law("reduction-starts"):
        return None
    return since if add_months(since.latest, 1) <= decided.earliest else None


# -- what a situation or an age makes of it


def lowest(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that only the lowest level fits: of this person only interviews could be asked."""
    if matter.sanction is None or not matter.challenge.protection.has_no_fixed_days:
        return None
    groups = () if "less-required" in before else at_the_time(matter)
    said = (*groups, matter.say("lowest-level-fits", "groups"))
    return Ground("lowest", RANK - 2, matter.say("heading-lowest", "groups"), (said,))


def has_no_fixed_days(matter: Matter) -> bool:
    """Whether no fixed days follow the open-ended ones: at the lowest level, or at 16 or 17."""
    found = matter.challenge.young
    is_young = found is not None and found.is_open_ended and not found.days
    return matter.challenge.protection.has_no_fixed_days or (
        found is not None and is_young and matter.has_law(f"young-{found.level}")
    )


def has_young_rate(matter: Matter) -> bool:
    """Whether the letter says that the rate is lower at 16 or 17."""
    return matter.challenge.young is not None and matter.has_law("rate-lower")


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
