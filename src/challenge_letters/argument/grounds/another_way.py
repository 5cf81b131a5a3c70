"""Agreed beforehand that it would be held another way: by phone where the office then wanted them there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.channels import channel
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_told, is_narrated_telling
from challenge_letters.argument.same_event import quotations
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.failure import AT_AN_HOUR
from challenge_letters.case.sentences import split
from challenge_letters.plan.grounds import was_to_be_held_another_way

FIELDS = ("excused.meaning", "excused.day", "excused.how", "excused.words")
# The way that the words themselves name; of two ways neither is said to be the one.
WAYS = {
    "by-video-call": re.compile(r"\b(?:video|teams|zoom|skype)\b", re.IGNORECASE),
    "by-phone": re.compile(
        r"\b(?:(?:by|over the|on the|via) (?:tele)?phone"
        r"|(?:tele)?phone (?:only|appointments?|calls?|interviews?)|telephone"
        r"|(?:ring|call|phone) (?:you|me|him|her|them)\b(?! back))",
        re.IGNORECASE,
    ),
    "at-their-home": re.compile(r"\b(?:home visits?|visit (?:you|him|her|them) at home)\b", re.IGNORECASE),
}
NOT_THAT_WAY = re.compile(r"\b(?:not|no longer|never|instead of|rather than)\b", re.IGNORECASE)
# What was agreed of all of them, and not of this one alone.
OF_ALL = re.compile(r"\bappointments\b", re.IGNORECASE)


def is_argued(matter: Matter) -> bool:
    """Whether what was agreed is the way in which it would be held."""
    return was_to_be_held_another_way(matter.facts)


def named(row: str, matter: Matter) -> Sentence:
    """Return the heading or the clause `row`: what had been agreed, in which way as far as the words say."""
    words = matter.facts.excused.words if matter.facts.excused else ""
    way = _way_in(words) if matter.kind in AT_AN_HOUR else ""
    how = Sentence(way or ("held-another-way" if matter.kind in AT_AN_HOUR else "done-another-way"))
    return matter.say(row, *FIELDS, what=_what(words, matter), way=how)


def said(matter: Matter) -> Iterator[Sentence]:
    """Yield what was agreed, the rule, and that it was reasonable to keep to it."""
    yield from _agreed(matter)
    law = "" if matter.has_law("change-requirement") else "-no-law"
    yield matter.say(f"rule-agreed-way{law}", *FIELDS)
    higher = "-higher" if matter.challenge.section == "higher" else ""
    yield matter.say(f"kept-to-what-was-agreed{higher}", *FIELDS)


def _way_in(words: str) -> str:
    """Return the row for the one way that `words` name; "" where they name none, several, or deny one."""
    found = [way for way, pattern in WAYS.items() if pattern.search(words)]
    return found[0] if len(found) == 1 and not NOT_THAT_WAY.search(words) else ""


def _what(words: str, matter: Matter) -> Sentence:
    """Return what was to be another way: this appointment, all of them, or what was to be done."""
    if matter.kind not in AT_AN_HOUR:
        return Sentence("it-that-was-asked")
    if OF_ALL.search(words):
        return Sentence("appointments-in-general")
    return Sentence("this-event", {"thing": Sentence(f"event-{matter.kind}")})


def _agreed(matter: Matter) -> Iterator[Sentence]:
    """Yield when, with whom and in which words it was agreed: the words stand here, wherever else they do."""
    told = matter.facts.excused
    if told is None:
        return
    is_narrated = is_narrated_telling(told.words, told.how)
    words = "" if is_narrated else told.words
    slots = {"on_day": matter.on_day(told.day) if told.day else "", "by": _by(matter), "words": words}
    given = {name: value for name, value in slots.items() if value}
    if given:
        row = "-".join(("agreed-way", *(name.removeprefix("on_") for name in given)))
        yield matter.say(row, *FIELDS, **given)
    if is_narrated:
        yield as_told(told.words, "excused.words", matter)


def _by(matter: Matter) -> Sentence | None:
    """Return with whom it was agreed, where that is known, and in which way."""
    told = matter.facts.excused
    by = channel(told.how) if told else None
    if not matter.facts.is_with_a_provider:
        return Sentence("with-you-by", {"by": by}) if by else Sentence("with-you")
    provider = matter.facts.failure.provider
    if provider and _is_said_of(provider, matter):
        return Sentence("with-named", {"provider": provider})
    return by


def _is_said_of(provider: str, matter: Matter) -> bool:
    """Whether a sentence that was typed names `provider` beside the very words that were agreed."""
    words = matter.facts.excused.words.casefold() if matter.facts.excused else ""
    own = (matter.facts.account, matter.facts.why_not_required, matter.facts.commitment_limits)
    return any(
        provider.casefold() in sentence.casefold() and words.strip(" .") in quoted.casefold()
        for sentence in (each for text in own for each in split(text))
        for quoted in quotations(sentence)
        if words
    )
