"""A step that was needed because of health or disability, to be weighed with the reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.not_required import WORK_ENDED, stands_with_another
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.argument.typed import STOP, flat, is_sentence
from challenge_letters.case.failure import Adjustment
from challenge_letters.case.whose_word import is_of_oneself

AGREED = re.compile(r"\b(agreed|promised)\b", re.IGNORECASE)
# "No text came": that it was one of the step which had been agreed, the words of the step show.
NEVER_CAME = re.compile(r"\bno (\w+) (?:came|was sent)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
NOT_AGREED = re.compile(
    r"\b(not|never|nobody|nothing|no one|refused|n't)\b[^.]*\b(agreed|promised)\b", re.IGNORECASE
)


# Grounds in which the person's own words say why it should not have been asked.
HOLDS_WHY = frozenset({"section", "nothing-required", "job", "hours", "vacancy", "not-asked"})


def adjustment(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that an adjustment was due."""
    if not matter.challenge.has("adjustment"):
        return None
    is_told = bool(HOLDS_WHY & set(before)) or not stands_with_another(matter) or matter.kind in WORK_ENDED
    why = () if is_told else matter.box("why_not_required")
    return Ground("adjustment", 46, _heading(matter), ((*why, *_argued(matter)),), _clause(matter))


def _heading(matter: Matter) -> Sentence:
    """Return what the office did of the step: agreed to it, or heard of it, or nothing that is known."""
    if _agreed(matter):
        return matter.say(f"heading-adjustment{_agreed(matter)}", "adjustment.what_was_done")
    asked = "-asked" if _was_asked_before(matter) else ""
    return matter.say(f"heading-adjustment{asked}", "adjustment.asked_before", "adjustment.told_on")


def _was_asked_before(matter: Matter) -> bool:
    """Whether it had been asked for on a day before that of the failure."""
    needed = matter.facts.adjustment
    return needed is not None and needed.asked_before == "yes" and bool(_known_for(matter))


def is_adjustment_told(needed: Adjustment) -> bool:
    """Whether the office had been told what would help: the story says so then, not the ground."""
    return (
        bool(needed.told_on) or needed.told_how not in ("never", "not-known") or needed.asked_before == "yes"
    )


def is_agreed(needed: Adjustment) -> bool:
    """Whether the office had agreed to the step: that it did is the ground then, and its day stands there."""
    return bool(AGREED.search(needed.what_was_done)) and not NOT_AGREED.search(needed.what_was_done)


def _agreed(matter: Matter) -> str:
    """Return the ending of the rows: whether the step was agreed, and whether the account says not taken."""
    needed = matter.facts.adjustment
    if needed is None or not is_agreed(needed):
        return ""
    step = set(WORD.findall(needed.step_wanted.casefold()))
    missing = NEVER_CAME.findall(matter.facts.account)
    return "-agreed-not-kept" if step & {each.casefold() for each in missing} else "-agreed"


def is_asked_where_told(matter: Matter) -> bool:
    """Whether the step was asked for in the very call whose words the account quotes."""
    needed, telling = matter.facts.adjustment, matter.facts.told_them
    if needed is None or telling is None or not (telling.words and needed.told_on):
        return False
    return needed.told_on == telling.day and needed.told_how == telling.how


def _clause(matter: Matter) -> Sentence:
    needed = matter.facts.adjustment
    if _agreed(matter):
        return matter.say(f"case-step{_agreed(matter)}", "adjustment.what_was_done")
    asked = needed is not None and needed.asked_before == "yes"
    return matter.say("case-step-asked-for" if asked else "case-step-needed", "adjustment.asked_before")


def _argued(matter: Matter) -> Iterator[Sentence]:
    needed = matter.facts.adjustment
    if needed is None:
        return
    yield from matter.box("adjustment.disadvantage")
    if matter.has_law("adjustment"):
        yield matter.say("rule-adjustment")
    if is_agreed(needed):
        yield from matter.box("adjustment.what_was_done")
    if is_adjustment_told(needed) and is_asked_where_told(matter) and needed.step_wanted:
        yield _step_wanted(needed, matter)
    if not is_adjustment_told(needed):
        yield _step_wanted(needed, matter)
        yield from () if is_agreed(needed) else matter.box("adjustment.what_was_done")
    elif _known_for(matter):
        yield matter.say("known-for", "adjustment.told_on", time=_known_for(matter))
    yield matter.say("weigh-adjustment" if matter.has_law("adjustment") else "weigh-as-reason")


def _step_wanted(needed: Adjustment, matter: Matter) -> Sentence:
    return matter.say("step-wanted", "adjustment.step_wanted", words=step_named(needed.step_wanted, matter))


def step_named(step: str, matter: Matter) -> Sentence | str:
    """Return `step` as the end of a sentence; quoted where it is a sentence itself, or a client's "my"."""
    is_theirs = not matter.voice.is_own and is_of_oneself(flat(step))
    if STOP.search(flat(step)) or is_sentence(flat(step)) or is_theirs:
        return Sentence("step-in-words", {"words": step})
    return flat(step)


def _known_for(matter: Matter) -> str:
    needed, failed = matter.facts.adjustment, matter.failed_on
    told = needed.told_on if needed else None
    if not (told and failed and told.is_exact and failed.is_exact and told.earliest < failed.earliest):
        return ""
    return words_of.between(told.earliest, failed.earliest)
