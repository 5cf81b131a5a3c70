"""Hours of work search: those that could be expected, and that it was all reasonable action."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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
    heading = "heading-hours-could-be-expected" if _is_met(matter) else "heading-fewer-hours"
    return Ground("hours", 18, matter.say(heading, *RESTS_ON), said, _clause(matter, before))


def _is_about_hours(matter: Matter) -> bool:
    """Whether anything speaks about the number that was asked for."""
    point, week = matter.challenge.hours, matter.facts.search_week
    told = bool(point and point.because) or bool(week and week.time_off) or _is_met(matter)
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
    yield from words
    yield from _numbers(point, matter) if point else _done(matter)


def _numbers(point: HoursPoint, matter: Matter) -> Iterator[Sentence]:
    """Yield how many hours were expected, and how many were done."""
    if point.because:
        yield matter.say(f"hours-{point.because}", *RESTS_ON, expected=point.expected)
    if point.asked is not None:
        yield matter.say("hours-asked", "search_week.expected_hours", asked=point.asked)
    ending = "-at-least-those" if point.met == "outright" else ""
    yield matter.say(f"hours-done{ending}", "search_week.done_hours", hours=point.done)


def _done(matter: Matter) -> Iterator[Sentence]:
    week = matter.facts.search_week
    if week and week.done_hours is not None:
        yield matter.say("hours-done", "search_week.done_hours", hours=week.done_hours)


def _deductions(matter: Matter) -> Iterator[Sentence]:
    week = matter.facts.search_week
    if not week or not week.time_off:
        return
    yield _time_off(week, matter)
    agreed = "agreed" if week.was_agreed == "yes" else "to-agree"
    yield matter.say(f"deductions-{agreed}", "search_week.was_agreed")
    point = matter.challenge.hours
    if point and point.met == "deducted":
        name = "hours-left" if week.was_agreed == "yes" else "hours-left-then"
        yield matter.say(name, *RESTS_ON, "search_week.time_off_hours", left=point.left)
    elif point and point.met == "if-deducted" and not _fitting(matter):
        yield matter.say("hours-if-taken-off", *RESTS_ON, needed=point.needed)


def _time_off(week: SearchWeek, matter: Matter) -> Sentence:
    """Return what took time in that week, how long it took, and how much of that can come off."""
    answer = matter.answer("search_week.time_off")
    uses = tuple(Sentence(f"time-off-{each}", {}, (answer,)) for each in week.time_off)
    taken = matter.challenge.hours.taken if matter.challenge.hours else None
    if taken is None or not week.time_off_hours:
        return matter.say("time-off", "search_week.time_off", uses=uses)
    slots = {"uses": uses, "hours": week.time_off_hours}
    if taken < week.time_off_hours:
        return matter.say("time-off-in-part", "search_week.time_off_hours", taken=taken, **slots)
    return matter.say("time-off-hours", "search_week.time_off_hours", **slots)


def _clause(matter: Matter, before: Collection[str]) -> Sentence:
    point, group = matter.challenge.hours, next(iter(_fitting(matter)), None)
    if point and point.is_met:
        slots = {"hours": point.done, "most": point.expected if point.met == "outright" else point.left}
        return matter.say("case-hours-met", *RESTS_ON, **slots)
    done = matter.facts.search_week.done_hours if matter.facts.search_week else None
    is_short = bool(point and point.because)
    if done is not None and group and not is_short and "less-required" not in before:
        why = why_group(matter, group)
        return matter.say("case-hours-because", "search_week.done_hours", hours=done, group=why)
    if done is not None and not is_short and matter.challenge.has("did-it"):
        return matter.say("case-hours", "search_week.done_hours", hours=done)
    return matter.say("case-fewer-hours", "groups")


def all_reasonable(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that what was done was all the reasonable action (s.17(1)(a), reg 95)."""
    if matter.kind != KIND or not matter.challenge.has("did-it"):
        return None
    if matter.challenge.protection.bar and not matter.told_box(matter.answer("what_i_did")):
        return None  # nothing had to be done, and nothing is told that was
    is_second = bool(set(before) - {"late", "own-error", "changed"})
    name = "-however-counted" if _is_met(matter) else "-even-so" if is_second else ""
    heading = matter.say(f"heading-all-reasonable{name}", "sides")
    clause = None if "hours" in before else _alone(matter)
    return Ground("all-reasonable", 28, heading, (_argued(matter, before),), clause)


def _argued(matter: Matter, before: Collection[str]) -> Paragraph:
    done = () if "hours" in before else _done_if_counted(matter)
    return (
        matter.say("rule-all-reasonable", "failure.kind"),
        *done,
        *matter.box("what_i_did"),
        matter.say("accept-all-reasonable", "sides"),
    )


def _done_if_counted(matter: Matter) -> Paragraph:
    """Return the hours done; none where no search could be required: it would concede that some were due."""
    return () if matter.challenge.protection.bar else tuple(_done(matter))


def _alone(matter: Matter) -> Sentence:
    week = matter.facts.search_week
    if week and week.done_hours is not None and not matter.challenge.protection.bar:
        return matter.say("case-hours", "search_week.done_hours", hours=week.done_hours)
    return matter.say("case-all-reasonable", "sides")
