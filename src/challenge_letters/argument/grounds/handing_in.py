"""Evidence that was handed in, or offered, in another way than the one that would not work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.argument.typed import in_small
from challenge_letters.case.failure import HandingIn
from challenge_letters.plan.grounds import was_handed_in_by_then

KIND = "evidence-not-given"
# What may follow "I tried it": how often, in the person's words.
HOW_OFTEN = re.compile(
    r"(?:(?:about|over|at least|more than|some) )?(?:\w+(?: or \w+)? times|once|twice)", re.IGNORECASE
)
OFTEN_BEFORE = re.compile(r"^i tried (it |to upload it )?", re.IGNORECASE)


def handing_in_of(matter: Matter) -> HandingIn | None:
    """Return how evidence was handed in, where that is what is said not to have been done."""
    return matter.facts.handing_in if matter.kind == KIND else None


def handed_in(matter: Matter) -> Ground | None:
    """Return the ground that it was handed in, or offered, in another way on a day that is known."""
    told = handing_in_of(matter)
    # After the day it only helps as what was done since.
    if told is None or not was_handed_in_by_then(matter.facts) or not matter.has_law("evidence-purpose"):
        return None
    is_refused = told.was_taken == "refused"
    ending = "offered-so-could-be-checked" if is_refused else "handed-in-so-could-be-checked"
    said = [matter.say("evidence-is-to-check", "failure.kind"), matter.say(ending, "handing_in.was_taken")]
    if told.goes_with_letter == "yes":
        said.append(matter.say("sent-now-for-that", "handing_in.goes_with_letter"))
    said.extend(matter.box("what_i_did"))
    return Ground("did-it", 16, _heading(told, matter), (tuple(said),), _clause(told, matter))


def _heading(told: HandingIn, matter: Matter) -> Sentence:
    name = "brought" if told.was_taken == "refused" else "handed-in"
    due = "-due" if told.other_day == matter.failed_on else ""
    return matter.say(f"heading-{name}{due}", "handing_in.other_day", "handing_in.was_taken")


def _clause(told: HandingIn, matter: Matter) -> Sentence:
    name = "case-refused" if told.was_taken == "refused" else "case-handed-in"
    return matter.say(name, "handing_in", by=by(told.other_way), on_day=_on_day(told, matter))


def _on_day(told: HandingIn, matter: Matter) -> str:
    return matter.on_day(told.other_day) if told.other_day else ""


def by(way: str) -> Sentence:
    """Return the words for a way of handing in: "at the jobcentre"."""
    return Sentence(f"handed-{way}")


def tried(matter: Matter) -> Iterator[Sentence]:
    """Yield what was tried, and why it did not work: a good reason for not using that one way."""
    told = handing_in_of(matter)
    if told is None or told.went_wrong == "not-known":
        return
    often = how_often(told.tries)
    slots: dict[str, object] = {"tries": often} if often else {}
    name = "upload" if told.how in ("upload", "not-known") else "other"
    if name == "other":
        slots["by"] = by(told.how)
    yield matter.say(f"tried-{name}{'' if often else '-once'}", "handing_in.tries", "handing_in.how", **slots)
    if told.tries and not often:
        yield matter.say("tried-this-often", "handing_in.tries", words=told.tries)
    yield matter.say(f"went-wrong-{told.went_wrong}", "handing_in.went_wrong")


def so_it_was(matter: Matter) -> Iterator[Sentence]:
    """Yield what follows from what went wrong."""
    if any(tried(matter)):
        told = matter.facts.handing_in
        went_wrong = told.went_wrong if told else "not-known"
        yield matter.say(f"so-went-wrong-{went_wrong}", "handing_in.went_wrong")


def how_often(words: str) -> str:
    """Return how often it was tried, as it may stand in a sentence of ours; "" where it may not."""
    bare = OFTEN_BEFORE.sub("", words.strip()).rstrip(".!")
    return in_small(bare) if HOW_OFTEN.fullmatch(bare) else ""


def clause(matter: Matter) -> Sentence | None:
    """Return what went wrong in a clause, for the case sentence."""
    told = handing_in_of(matter)
    if told is None or told.went_wrong == "not-known":
        return None
    name = "case-upload-failed" if told.how in ("upload", "not-known") else "case-no-other-way-worked"
    return matter.say(name, "handing_in.went_wrong")
