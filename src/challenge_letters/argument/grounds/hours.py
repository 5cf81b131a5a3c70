"""Hours of work search: those that could be expected, and that it was all reasonable action."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.grounds.not_required import groups_of, in_group, why_group
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence

KIND = "work-search-hours"


def expected_hours(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that fewer hours could be expected of this person (reg 88 and 95(2))."""
    if matter.challenge.protection.bar:  # where no search could be required at all, nobody counts hours
        return None
    if matter.kind != KIND or not (matter.challenge.has("not-required") or matter.challenge.has("did-it")):
        return None
    said = tuple(each for each in (tuple(_rule(matter)), tuple(_deductions(matter))) if each)
    if not said:
        return None
    done = matter.facts.search_week.done_hours if matter.facts.search_week else None
    heading = matter.say(
        "heading-hours-could-be-expected" if done is not None else "heading-fewer-hours",
        "search_week.done_hours",
    )
    return Ground("hours", 18, heading, said, _clause(matter, before))


def _rule(matter: Matter) -> Iterator[Sentence]:
    found = groups_of(matter, "child-3-12", "carer")
    for group in found[:1]:
        if matter.has_law("hours"):
            yield matter.say(f"rule-hours-{group}", "groups")
        else:
            yield matter.say("at-the-time", "groups", group=in_group(matter, group))
    for group in found[1:]:
        yield matter.say("at-the-time", "groups", group=in_group(matter, group))
    yield from matter.box("why_not_required")
    week = matter.facts.search_week
    if week and week.done_hours is not None and found:
        yield matter.say("hours-done", "search_week.done_hours", hours=week.done_hours)


def _deductions(matter: Matter) -> Iterator[Sentence]:
    week = matter.facts.search_week
    if week and week.time_off:
        uses = tuple(
            Sentence(f"time-off-{each}", {}, (matter.answer("search_week.time_off"),))
            for each in week.time_off
        )
        wording = "deductions-agreed" if week.was_agreed == "yes" else "deductions-to-agree"
        yield matter.say(wording, "search_week.time_off", "search_week.was_agreed", uses=uses)


def _clause(matter: Matter, before: Collection[str]) -> Sentence:
    week = matter.facts.search_week
    group = next(iter(groups_of(matter, "child-3-12", "carer")), None)
    done = week.done_hours if week else None
    if done is not None and group and "less-required" not in before:
        return matter.say(
            "case-hours-because", "search_week.done_hours", hours=done, group=why_group(matter, group)
        )
    if done is not None:
        return matter.say("case-hours", "search_week.done_hours", hours=done)
    return matter.say("case-fewer-hours", "groups")


def all_reasonable(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that what was done was all the reasonable action (s.17(1)(a), reg 95)."""
    if matter.kind != KIND or not matter.challenge.has("did-it"):
        return None
    heading = matter.say(
        "heading-all-reasonable-even-so" if "hours" in before else "heading-all-reasonable", "sides"
    )
    clause = None if "hours" in before else _alone(matter)
    return Ground("all-reasonable", 28, heading, (_argued(matter, before),), clause)


def _argued(matter: Matter, before: Collection[str]) -> Paragraph:
    week = matter.facts.search_week
    said = [matter.say("rule-all-reasonable", "failure.kind")]
    if (
        week
        and week.done_hours is not None
        and not ("hours" in before and groups_of(matter, "child-3-12", "carer"))
    ):
        said.append(matter.say("hours-done", "search_week.done_hours", hours=week.done_hours))
    said += matter.box("what_i_did")
    said.append(matter.say("accept-all-reasonable", "sides"))
    return tuple(said)


def _alone(matter: Matter) -> Sentence:
    week = matter.facts.search_week
    if week and week.done_hours is not None:
        return matter.say("case-hours", "search_week.done_hours", hours=week.done_hours)
    return matter.say("case-all-reasonable", "sides")
