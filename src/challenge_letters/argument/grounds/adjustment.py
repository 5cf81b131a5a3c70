"""A step that was needed because of health or disability, to be weighed with the reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import Adjustment


def adjustment(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that an adjustment was due."""
    if not matter.challenge.has("adjustment"):
        return None
    heading = matter.say("heading-adjustment", "adjustment")
    return Ground("adjustment", 46, heading, (tuple(_argued(matter)),), _clause(matter))


def is_adjustment_told(needed: Adjustment) -> bool:
    """Whether the office had been told what would help: the story says so then, not the ground."""
    return (
        bool(needed.told_on) or needed.told_how not in ("never", "not-known") or needed.asked_before == "yes"
    )


def _clause(matter: Matter) -> Sentence:
    needed = matter.facts.adjustment
    asked = needed is not None and needed.asked_before == "yes"
    return matter.say("case-step-asked-for" if asked else "case-step-needed", "adjustment.asked_before")


def _argued(matter: Matter) -> Iterator[Sentence]:
    needed = matter.facts.adjustment
    if needed is None:
        return
    yield from matter.box("adjustment.disadvantage")
    if matter.has_law("adjustment"):
        yield matter.say("rule-adjustment")
    if not is_adjustment_told(needed):
        yield matter.say("step-wanted", "adjustment.step_wanted", words=needed.step_wanted)
        yield from matter.box("adjustment.what_was_done")
    elif _known_for(matter):
        yield matter.say("known-for", "adjustment.told_on", time=_known_for(matter))
    yield matter.say("weigh-adjustment" if matter.has_law("adjustment") else "weigh-as-reason")


def _known_for(matter: Matter) -> str:
    needed, failed = matter.facts.adjustment, matter.failed_on
    told = needed.told_on if needed else None
    if not (told and failed and told.is_exact and failed.is_exact and told.earliest < failed.earliest):
        return ""
    return words_of.between(told.earliest, failed.earliest)
