"""Hours of work search: those that could be expected, and that it was all reasonable action."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.excused import is_excused_by_an_agreement, that_they_were_told
from challenge_letters.argument.grounds.not_required import CHILDREN, groups_of, in_group, why_group
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.failure import Group, SearchWeek
from challenge_letters.plan.outcome import HoursPoint

KIND = "work-search-hours"
RESTS_ON = ("search_week.fewer_hours", "search_week.expected_hours", "search_week.done_hours")


def expected_hours(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that fewer hours could be expected of this person (reg 88 and 95(2)).

    None where no search could be required at all: there nobody counts hours.
    """
    is_argued = matter.challenge.has("not-required") or matter.challenge.has("did-it")
    if matter.kind != KIND or matter.challenge.protection.bar or not is_argued or not _is_about_hours(matter):
        return None
    said = tuple(each for each in (tuple(_rule(matter)), tuple(_deductions(matter))) if each)
    if not said:
        return None
    return Ground("hours", 18, _heading(matter), said, _clause(matter, before))


def _heading(matter: Matter) -> Sentence:
    point = matter.challenge.hours
    if point and point.because and point.asked is not None and not point.is_met:
        slots = {"expected": point.expected, "asked": point.asked}
        return matter.say("heading-hours-to-measure-by", *RESTS_ON, **slots)
    if point and _is_as_agreed(point):
        about = "-accepted" if _is_accepted(matter) else ""
        return matter.say(
            f"heading-hours-as-agreed{about}", *RESTS_ON, expected=point.expected, done=point.done
        )
    name = "heading-hours-could-be-expected" if _is_met(matter) else "heading-fewer-hours"
    return matter.say(name, *RESTS_ON)


def _is_as_agreed(point: HoursPoint) -> bool:
    """Whether no fewer hours were done than the office itself had agreed to."""
    return point.because == "agreed" and point.met == "outright"


def _is_about_hours(matter: Matter) -> bool:
    """Whether anything speaks about the number that was asked for."""
    point, week = matter.challenge.hours, matter.facts.search_week
    told = bool(point and point.because) or bool(week and week.time_off) or _is_met(matter)
    told = told or is_agreed_in_words(week)
    return told or bool(_fitting(matter)) or bool(matter.told_box(matter.answer("why_not_required")))


def _is_met(matter: Matter) -> bool:
    return matter.challenge.hours is not None and matter.challenge.hours.is_met


def _fitting(matter: Matter) -> tuple[Group, ...]:
    """Return the groups with which the hours must fit: a child, or caring."""
    if not matter.challenge.protection.fits_hours:
        return ()
    return groups_of(matter, *CHILDREN, "carer")


def _rule(matter: Matter) -> Iterator[Sentence]:
    point, groups = matter.challenge.hours, _fitting(matter)
    if matter.has_law("hours") and groups:
        yield matter.say(f"rule-hours-{'carer' if groups[0] == 'carer' else 'child'}", "groups")
    elif matter.has_law("hours") and point and point.because:
        yield matter.say("rule-hours", "search_week.fewer_because")
    words = matter.box("why_not_required")
    for group in groups[1:] if words and matter.has_law("hours") else groups:
        yield matter.say("at-the-time", "groups", group=in_group(matter, group))
    if "carer" in groups and matter.facts.care_hours is not None:
        yield matter.say("care-takes-hours", "care_hours", hours=matter.facts.care_hours)
    yield from words
    yield from _agreed_in_words(matter)
    if is_excused_by_an_agreement(matter):
        yield from that_they_were_told(matter)
    yield from _numbers(point, matter) if point else _done(matter)


def _agreed_in_words(matter: Matter) -> Iterator[Sentence]:
    """Yield what had been agreed without a number, in the words it was agreed in."""
    week = matter.facts.search_week
    if not is_agreed_in_words(week):
        return
    slots = {"words": week.agreed_words} if week else {}
    if week and week.agreed_on:
        slots["on_day"] = matter.on_day(week.agreed_on)
    name = f"agreed-in-words{'-day' if 'on_day' in slots else ''}"
    yield matter.say(name, "search_week.agreed_words", "search_week.agreed_on", **slots)
    if week and week.expected_hours is not None:
        yield matter.say("agreed-so-not-that", "search_week.expected_hours", asked=week.expected_hours)


def is_agreed_in_words(week: SearchWeek | None) -> bool:
    """Whether fewer hours were agreed, in words that are known and without a number."""
    return bool(week and week.fewer_because == "agreed" and week.agreed_words and week.fewer_hours is None)


def _numbers(point: HoursPoint, matter: Matter) -> Iterator[Sentence]:
    """Yield how many hours were expected, and how many were done."""
    if point.because:
        yield _expected(point, matter)
    if point.asked is not None:
        name = "hours-asked-not-that" if point.because else "hours-asked"
        yield matter.say(name, "search_week.expected_hours", asked=point.asked)
    ending = "-at-least-those" if point.met == "outright" else ""
    yield _hours_done(point.done, ending, matter)


def _expected(point: HoursPoint, matter: Matter) -> Sentence:
    """Return the number that could be expected, and since when it was agreed."""
    week = matter.facts.search_week
    if point.because == "agreed" and week and week.agreed_on:
        on_day = matter.on_day(week.agreed_on)
        return matter.say(
            "hours-agreed-since", *RESTS_ON, "search_week.agreed_on", expected=point.expected, on_day=on_day
        )
    return matter.say(f"hours-{point.because}", *RESTS_ON, expected=point.expected)


def _is_accepted(matter: Matter) -> bool:
    """Whether the office itself says that so many hours were done: then nobody says "about"."""
    week = matter.facts.search_week
    return week is not None and week.is_accepted


def done_hours(matter: Matter) -> float | None:
    """Return the hours that were done in that week, None where nobody says."""
    week = matter.facts.search_week
    return week.done if week else None


def _hours_done(hours: float, ending: str, matter: Matter) -> Sentence:
    name = "hours-accepted" if _is_accepted(matter) else "hours-done"
    return matter.say(f"{name}{ending}", "search_week.done_hours", "search_week.counted_hours", hours=hours)


def _done(matter: Matter) -> Iterator[Sentence]:
    hours = done_hours(matter)
    if hours is not None and not _is_sum_told(hours, matter):
        yield _hours_done(hours, "", matter)


def _is_sum_told(hours: float, matter: Matter) -> bool:
    """Whether what was typed of the search, which stands just after, gives the same sum of hours."""
    told = " ".join(each.words for each in matter.told_box(matter.answer("what_i_did")))
    return bool(re.search(rf"\b{hours:g} ?(?:hours|hrs)\b", told))


def _deductions(matter: Matter) -> Iterator[Sentence]:
    week, point = matter.facts.search_week, matter.challenge.hours
    if not week or not week.time_off or (point and _is_as_agreed(point)):
        return
    yield _time_off(week, matter)
    agreed = "agreed" if week.was_agreed == "yes" else "to-agree"
    yield matter.say(f"deductions-{agreed}", "search_week.was_agreed")
    if point and point.met == "deducted":
        name = "hours-left" if week.was_agreed == "yes" else "hours-left-then"
        yield matter.say(name, *RESTS_ON, "search_week.time_off_hours", left=point.left)
        if week.was_agreed == "yes":
            yield matter.say("no-failure-then", *RESTS_ON)
    elif point and point.met == "if-deducted" and (point.because or not _fitting(matter)):
        yield _smallest(point, matter)


def _smallest(point: HoursPoint, matter: Matter) -> Sentence:
    """Return how little has to come off for the hours done to be enough."""
    name = "smallest-deduction-accepted" if _is_accepted(matter) else "smallest-deduction"
    return matter.say(name, *RESTS_ON, "search_week.time_off", **_bringing_down(point))


def _bringing_down(point: HoursPoint) -> dict[str, object]:
    """Return the sum in words: so many hours off those expected leave those that were done."""
    is_whole = point.needed == int(point.needed)
    needed = words_of.things(int(point.needed), "hour") if is_whole else f"{point.needed} hours"
    return {"needed": needed, "expected": point.expected, "done": point.done}


def _uses(week: SearchWeek, matter: Matter) -> tuple[Sentence, ...]:
    answer = matter.answer("search_week.time_off")
    return tuple(Sentence(f"time-off-{each}", {}, (answer,)) for each in week.time_off)


def _time_off(week: SearchWeek, matter: Matter) -> Sentence:
    """Return what took time in that week, how long it took, and how much of that can come off."""
    uses = _uses(week, matter)
    taken = matter.challenge.hours.taken if matter.challenge.hours else None
    if taken is None or not week.time_off_hours:
        return matter.say("time-off", "search_week.time_off", uses=uses)
    slots = {"uses": uses, "hours": week.time_off_hours}
    if taken < week.time_off_hours:
        return matter.say("time-off-in-part", "search_week.time_off_hours", taken=taken, **slots)
    return matter.say("time-off-hours", "search_week.time_off_hours", **slots)


def _clause(matter: Matter, before: Collection[str]) -> Sentence:
    point, group = matter.challenge.hours, next(iter(_fitting(matter)), None)
    about = "-accepted" if _is_accepted(matter) else ""
    if point and _is_as_agreed(point):
        return matter.say(f"case-hours-as-agreed{about}", *RESTS_ON, hours=point.done, agreed=point.expected)
    if point and point.is_met:
        slots = {"hours": point.done, "most": point.expected if point.met == "outright" else point.left}
        return matter.say(f"case-hours-met{about}", *RESTS_ON, **slots)
    if point and point.because and point.met == "if-deducted":
        week = matter.facts.search_week
        uses = _uses(week, matter) if week else ()
        return matter.say("case-fewer-hours-and-off", *RESTS_ON, uses=uses, **_bringing_down(point))
    if point and point.because and point.asked is not None:
        return matter.say("case-fewer-hours-than", *RESTS_ON, expected=point.expected, asked=point.asked)
    done = done_hours(matter)
    is_short = bool(point and point.because)
    if done is not None and group and not is_short and "less-required" not in before:
        why = why_group(matter, group)
        return matter.say(f"case-hours-because{about}", "search_week.done_hours", hours=done, group=why)
    if done is not None and not is_short and matter.challenge.has("did-it"):
        return matter.say(f"case-hours{about}", "search_week.done_hours", hours=done)
    return matter.say("case-fewer-hours", "groups")


def all_reasonable(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that what was done was all the reasonable action (s.17(1)(a), reg 95)."""
    if matter.kind != KIND or not matter.challenge.has("did-it"):
        return None
    if matter.challenge.protection.bar and not matter.told_box(matter.answer("what_i_did")):
        return None  # nothing had to be done, and nothing is told that was
    # The leave stands behind it.
    is_second = bool(set(before) - {"late", "own-error", "changed", "language-known", "excused"})
    name = "-however-counted" if _is_met(matter) else "-even-so" if is_second else ""
    heading = matter.say(f"heading-all-reasonable{name}", "sides")
    clause = None if "hours" in before else _alone(matter)
    return Ground("all-reasonable", 28, heading, (_argued(matter, before),), clause)


def _argued(matter: Matter, before: Collection[str]) -> Paragraph:
    done = () if "hours" in before else _done_if_counted(matter)
    told = (*done, *matter.box("what_i_did"))
    # "That" points to what stands before it.
    accept = "accept-all-reasonable" if told else "accept-all-reasonable-of-the-week"
    return (matter.say("rule-all-reasonable", "failure.kind"), *told, matter.say(accept, "sides"))


def _done_if_counted(matter: Matter) -> Paragraph:
    """Return the hours done; none where no search could be required: it would concede that some were due."""
    return () if matter.challenge.protection.bar else tuple(_done(matter))


def _alone(matter: Matter) -> Sentence:
    hours = done_hours(matter)
    if hours is not None and not matter.challenge.protection.bar:
        about = "-accepted" if _is_accepted(matter) else ""
        return matter.say(f"case-hours{about}", "search_week.done_hours", hours=hours)
    return matter.say("case-all-reasonable", "sides")
