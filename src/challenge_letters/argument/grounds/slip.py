"""A day or a time that somebody had wrong: an honest slip is argued by what they then did about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.arrival import in_words
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.clock_times import are_times_in, minutes_after
from challenge_letters.case.failure import Mistake
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import has
from challenge_letters.law.nations import system_of
from challenge_letters.plan.grounds import MISTAKEN, mistake_of

FROM_THE_OFFICE = frozenset({"app", "other-message", "told"})
NOT_LISTED = "reasons-not-listed"
TOLD = frozenset({"rang", "wrote"})
# Where the person's own account says already that it was the first.
FIRST = re.compile(r"\b(never|not) (once )?missed\b|\bfirst (time|one)\b", re.IGNORECASE)


def heading(matter: Matter) -> Sentence | None:
    """Return the slip as the heading of its ground: what was done about it; None where too little is told."""
    slip = mistake_of(matter.facts)
    if slip is None:
        return None
    if is_writers(slip, matter):
        return matter.say("heading-slip-mine", "mistake.whose")
    if slip.by == "forgot":
        return matter.say("heading-forgot-told", "mistake.by", "mistake.then") if slip.then in TOLD else None
    after = _days_after(slip, matter)
    if slip.then == "came" and after:
        days = words_of.things(abs(after), "day")
        side = "after" if after > 0 else "before"
        return _say(f"heading-slip-came-{side}", matter, slip=_slip(slip, matter), days=days)
    noted = _noted(slip, matter)
    if slip.then == "came" and slip.thought_at and noted:
        return _say("heading-slip-came-at", matter, slip=_slip(slip, matter), at=slip.thought_at)
    if slip.by == "unclear" or (slip.by in FROM_THE_OFFICE and noted):
        part = (
            {"part": Sentence(f"slip-{_part(slip, matter)}")} if slip.by in ("other-message", "told") else {}
        )
        return _say(f"heading-slip-{slip.by}", matter, **part)
    if not noted:
        return None
    return _say("heading-slip-was", matter, slip=_slip(slip, matter), noted=noted)


def clause(matter: Matter) -> Sentence | None:
    """Return the slip in a clause of the case sentence."""
    slip = mistake_of(matter.facts)
    if slip is None:
        return None
    said = _believed(slip, matter)
    if said and is_writers(slip, matter):
        return matter.say("case-slip-mine", "mistake.whose", slip=said)
    return said


def tail(matter: Matter) -> Sentence | None:
    """Return that the person came on the day, or at the time, that they thought right."""
    slip = mistake_of(matter.facts)
    if slip is None or slip.then != "came":
        return None
    return _say("came-that-day" if _days_after(slip, matter) else "came-at-that-time", matter)


def came_on(matter: Matter) -> RoughDay | None:
    """Return the day on which the person came by mistake; None where they did not come."""
    slip = mistake_of(matter.facts)
    return slip.came_on if slip else None


def is_writers(slip: Mistake, matter: Matter) -> bool:
    """Whether the slip was that of the appointee who writes, and not of the claimant."""
    return matter.voice.is_appointee and slip.whose == "writer"


def argued(matter: Matter) -> Iterator[Sentence]:
    """Yield why the slip is a good reason: whose it was, what was done about it, and where it came from."""
    slip = mistake_of(matter.facts)
    if slip is None:
        return
    if has(matter.case.rules_of, NOT_LISTED) and system_of(matter.case.nation).has(NOT_LISTED):
        yield _say("no-list-of-reasons", matter)
    if is_writers(slip, matter):
        yield matter.say("slip-mine", "mistake.whose")
    if slip.by in FROM_THE_OFFICE:
        yield matter.say("slip-from-your-side", "mistake.by")
    if slip.thought_else and (_noted(slip, matter) or not _is_in_the_case(matter)):
        words = slip.thought_else.rstrip(".")
        yield matter.say("slip-thought-else", "mistake.thought_else", words=words)
    yield from _done_about_it(slip, matter)
    if slip.was_first == "yes" and not FIRST.search(matter.facts.account):
        yield matter.say("slip-first", "mistake.was_first")
    yield from _conclusion(slip, matter)


def _done_about_it(slip: Mistake, matter: Matter) -> Iterator[Sentence]:
    after = _days_after(slip, matter)
    if slip.then == "came" and slip.came_at and not are_times_in(slip.came_at, matter.facts.account):
        yield matter.say("slip-came-time", "mistake.came_at", at=slip.came_at)
    if slip.then == "came" and after and after > 0:
        days, early = words_of.things(after, "day"), _early(slip)
        slots = {"days": days} | ({"early": in_words(early)} if early else {})
        yield _say(f"nobody-comes-after{'-early' if early else ''}", matter, **slots)
    elif slip.then == "came" and after:
        yield _say("nobody-comes-before", matter, days=words_of.things(-after, "day"))
    elif slip.then == "came":
        yield _say("nobody-comes-the-same-day", matter)
    elif slip.then in TOLD and not _is_told_in_the_story(slip, matter):
        slots = {"on_day": matter.on_day(slip.then_on)} if slip.then_on else {}
        yield _say(f"slip-{slip.then}{'-day' if slots else ''}", matter, **slots)


def _is_told_in_the_story(slip: Mistake, matter: Matter) -> bool:
    told = matter.facts.told_them
    return told is not None and (slip.then_on is None or told.day == slip.then_on)


def _conclusion(slip: Mistake, matter: Matter) -> Iterator[Sentence]:
    if slip.by in FROM_THE_OFFICE:
        return
    if slip.by == "unclear":
        yield matter.say("slip-two-readings", "mistake.by")
        return
    part = "" if slip.by == "forgot" or not _noted(slip, matter) else f"-{_part(slip, matter)}"
    if slip.thought_else and not (part or slip.by == "forgot" or _is_in_the_case(matter)):
        # Nobody had a day or a time wrong: what was believed has just been said.
        part = "-belief"
    yield matter.say(f"slip-no-refusal{part}", "mistake.by")


def _is_in_the_case(matter: Matter) -> bool:
    """Whether the case sentence tells of the slip: it does of the first reason."""
    return bool(matter.reasons) and matter.reasons[0].kind == MISTAKEN


def _believed(slip: Mistake, matter: Matter) -> Sentence | None:
    """Return what was believed, and why: "I had 15 October written down"."""
    who = Sentence("slip-who-writer" if is_writers(slip, matter) else "slip-who")
    if slip.by == "forgot":
        return _say("case-slip-forgot", matter, who=who)
    noted = _noted(slip, matter, is_full=True)
    if noted:
        slots = {"noted": noted} | ({} if slip.by in ("app", "other-message") else {"who": who})
        return _say(f"case-slip-{slip.by}", matter, **slots)
    if slip.thought_else:
        return matter.say(
            "case-slip-else", "mistake.thought_else", who=who, words=slip.thought_else.rstrip(".")
        )
    return None


def _slip(slip: Mistake, matter: Matter) -> Sentence:
    """Return the day or time that was thought right, by where it came from: "the day I had written down"."""
    slots: dict[str, object] = {"part": Sentence(f"slip-{_part(slip, matter)}")}
    if slip.by not in ("app", "other-message"):
        slots["who"] = Sentence("slip-who-writer" if is_writers(slip, matter) else "slip-who")
    return _say(f"slip-{slip.by}", matter, **slots)


def _part(slip: Mistake, matter: Matter) -> str:
    return "day" if slip.thought_day and _days_after(slip, matter) != 0 else "time"


def _noted(slip: Mistake, matter: Matter, *, is_full: bool = False) -> Sentence | None:
    """Return the day that was thought right, or the time where the day was; None where neither is known.

    `is_full`: the day together with its time.
    """
    is_day = slip.thought_day is not None and _days_after(slip, matter) != 0
    if slip.thought_day and is_day and slip.thought_at and is_full:
        slots = {"day": matter.day(slip.thought_day), "at": slip.thought_at}
        return matter.say("noted-day-and-time", "mistake.thought_day", "mistake.thought_at", **slots)
    if slip.thought_day and is_day:
        return matter.say("noted-day", "mistake.thought_day", day=matter.day(slip.thought_day))
    return matter.say("noted-time", "mistake.thought_at", at=slip.thought_at) if slip.thought_at else None


def _days_after(slip: Mistake, matter: Matter) -> int | None:
    """Return how many days after the right one the day lay; None where one of them is not known."""
    failed, thought = matter.failed_on, slip.thought_day
    return (thought - failed.earliest).days if thought and failed and failed.is_exact else None


def _early(slip: Mistake) -> int:
    """Return how many minutes before the time they thought right they came; 0 where that is not known."""
    early = minutes_after(slip.thought_at, slip.came_at)
    return early if early and early > 0 else 0


def _say(wording: str, matter: Matter, **slots: object) -> Sentence:
    fields = ("mistake.thought_day", "mistake.thought_at", "mistake.by", "mistake.then")
    return matter.say(wording, *fields, **slots)
