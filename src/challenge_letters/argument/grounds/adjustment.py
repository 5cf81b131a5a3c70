"""A step that was needed because of health or disability, to be weighed with the reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.not_required import WORK_ENDED, stands_with_another
from challenge_letters.argument.harder import NAME, taken_apart
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_answer, as_told, is_narrated_telling
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.typed import STOP, flat, in_small, is_sentence, unstopped
from challenge_letters.case.failure import Adjustment
from challenge_letters.case.naming import is_name
from challenge_letters.case.whose_word import is_of_oneself
from challenge_letters.plan.outcome import Challenge

AGREED = re.compile(r"\b(agreed|promised)\b", re.IGNORECASE)
# "No text came": that it was one of the step which had been agreed, the words of the step show.
NEVER_CAME = re.compile(r"\bno (\w+) (?:came|was sent)\b", re.IGNORECASE)
WORD = re.compile(r"\w+")
NOT_AGREED = re.compile(
    r"\b(not|never|nobody|nothing|no one|refused|n't)\b[^.]*\b(agreed|promised)\b", re.IGNORECASE
)


# Grounds in which the person's own words say why it should not have been asked.
HOLDS_WHY = frozenset({"section", "nothing-required", "job", "hours", "vacancy", "not-asked"})

# "To wake before noon": it goes on after "It is harder for me".
TO_DO_SOMETHING = re.compile(r"(?i:to) (?!my\b|the\b|an?\b|work\b)[a-z]{2,} \S")
# "See him alone" is what to do, and nothing that somebody "needed".
TO_DO = re.compile(
    r"(?:see|let|ring|send|give|speak|tell|meet|put|make|hold|use|write|allow|ask)\b", re.IGNORECASE
)
# A longer step is told in the ground alone.
FEW_WORDS = 5


def adjustment(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that an adjustment was due."""
    if not matter.challenge.has("adjustment"):
        return None
    is_told = bool(HOLDS_WHY & set(before)) or not stands_with_another(matter) or matter.kind in WORK_ENDED
    why = () if is_told else matter.box("why_not_required")
    first = matter.same_adjustment
    if first:
        return _same_again(first, why, matter)
    return Ground("adjustment", 46, _heading(matter), ((*why, *_argued(matter)),), _clause(matter))


def _same_again(first: Challenge, why: Paragraph, matter: Matter) -> Ground:
    """Return the ground of a step that the letter has told of before: it had still not been taken."""
    name = "still-due" if _was_due_by_then(matter) else "needed-too"
    then, failed = first.facts.failure.day, matter.failed_on
    is_dated = then is not None and failed is not None and then != failed
    slots = {"day": matter.day(then), "on_day": matter.on_day(failed)} if then and failed and is_dated else {}
    own = (*harder(matter), *came_of_it(matter))
    fields = ("adjustment.step_wanted", "adjustment.told_on")
    said = matter.say(f"step-{name}{'' if slots else '-no-day'}", *fields, **slots)
    heading, clause = (matter.say(f"{each}-step-{name}", *fields) for each in ("heading", "case"))
    return Ground(
        "adjustment", 46, heading, ((*why, said, *own, matter.say("weigh-adjustment-too")),), clause
    )


def _was_due_by_then(matter: Matter) -> bool:
    """Whether the step had been asked for, or its need was known, before the day of this failure."""
    needed, failed = matter.facts.adjustment, matter.failed_on
    if needed is None or not is_adjustment_told(needed):
        return False
    return needed.told_on is None or failed is None or needed.told_on.latest < failed.earliest


def harder(matter: Matter) -> Paragraph:
    """Return what is harder: a few words finish a sentence of ours, whole sentences stand as typed."""
    told = matter.told_box(matter.answer("adjustment.disadvantage"))
    if len(told) == 1 and TO_DO_SOMETHING.match(told[0].words) and stands_plain(told[0].words, matter.voice):
        words = unstopped(told[0].words)
        return (matter.say("stem-disadvantage-to", "adjustment.disadvantage", words=words),)
    ending, rest = taken_apart(told, matter.voice)
    stem = "stem-disadvantage-joined"
    own = (matter.say(stem, "adjustment.disadvantage", words=ending),) if ending else ()
    return (*own, *matter.as_typed(rest))


def came_of_it(matter: Matter) -> Paragraph:
    """Return what came of it: what tells of it stands as a sentence, a few words get a lead."""
    field = "adjustment.what_was_done"
    told = matter.told_box(matter.answer(field))
    text = " ".join(each.words for each in told)
    narrated = as_answer(text, field, matter)
    if narrated:
        return (narrated,)
    if is_narrated_telling(text, "not-known"):
        return (as_told(text, field, matter),)
    return matter.as_typed(told)


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


def is_told_in_the_story(needed: Adjustment) -> bool:
    """Whether it is known that the office was asked or told: who knows since when may have it from others."""
    return needed.asked_before == "yes" or needed.told_how not in ("never", "not-known")


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
    step = step_of(matter)
    if step and not asked:
        return matter.say("case-step-needed-named", "adjustment.step_wanted", words=step)
    return matter.say("case-step-asked-for" if asked else "case-step-needed", "adjustment.asked_before")


def _argued(matter: Matter) -> Iterator[Sentence]:
    needed = matter.facts.adjustment
    if needed is None:
        return
    yield from harder(matter)
    if matter.has_law("adjustment"):
        yield matter.say("rule-adjustment")
    if is_agreed(needed):
        yield from came_of_it(matter)
    if is_told_in_the_story(needed) and is_asked_where_told(matter) and needed.step_wanted:
        yield _step_wanted(needed, matter)
    if not is_told_in_the_story(needed):
        yield _step_wanted(needed, matter)
        yield from () if is_agreed(needed) else came_of_it(matter)
    if is_adjustment_told(needed) and _known_for(matter):
        yield matter.say("known-for", "adjustment.told_on", time=_known_for(matter))
    yield matter.say("weigh-adjustment" if matter.has_law("adjustment") else "weigh-as-reason")


def _step_wanted(needed: Adjustment, matter: Matter) -> Sentence:
    step = step_of(matter)
    if step:
        return matter.say("step-that-helps", "adjustment.step_wanted", words=step)
    return matter.say("step-wanted", "adjustment.step_wanted", words=step_named(needed.step_wanted, matter))


def step_named(step: str, matter: Matter) -> Sentence | str:
    """Return `step` as the end of a sentence; quoted where it is a sentence itself, or a client's "my"."""
    is_theirs = not matter.voice.is_own and is_of_oneself(flat(step))
    if STOP.search(flat(step)) or is_sentence(flat(step)) or is_theirs:
        return Sentence("step-in-words", {"words": step})
    return flat(step)


def step_of(matter: Matter) -> str:
    """Return the step as a few words inside a sentence; "" where it is a sentence or a long list."""
    needed = matter.facts.adjustment
    step = step_named(needed.step_wanted, matter) if needed and needed.step_wanted else ""
    is_thing = isinstance(step, str) and len(step.split()) <= FEW_WORDS and is_name(step)
    is_thing = is_thing and not TO_DO.match(str(step))
    if not (isinstance(step, str) and is_thing):
        return ""
    return step if NAME.match(step) else in_small(step)


def _known_for(matter: Matter) -> str:
    needed, failed = matter.facts.adjustment, matter.failed_on
    told = needed.told_on if needed else None
    if not (told and failed and told.is_exact and failed.is_exact and told.earliest < failed.earliest):
        return ""
    return words_of.between(told.earliest, failed.earliest)
