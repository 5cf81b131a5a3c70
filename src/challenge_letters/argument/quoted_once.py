"""What the person quoted in a sentence of their own is not quoted again by a sentence of the letter's own.

The typed sentence stays as it is; the composed one then says that it was told, when and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from challenge_letters.argument.by_somebody import TWIN
from challenge_letters.argument.same_event import is_within, quotations
from challenge_letters.argument.sentences import (
    ACCOUNT_GOES_ON,
    QUOTED_TYPED,
    TYPED,
    Argument,
    Paragraph,
    Section,
    Sentence,
)

AS_TYPED = ACCOUNT_GOES_ON | {QUOTED_TYPED, TYPED, "on-day-typed"}
# Rows that say when and how something was told, and its words: each has a shorter one without them.
TELLS = re.compile(r"(?:excused-told|told-you|told-there|had-told-you)-[\w-]+-words|told-you-words")
# Rows that say the words and nothing else.
ONLY_QUOTES = frozenset(
    {"excused-told-words", "excused-told-passive-words", "message-words", "wrote-words", "said-words"}
)


def quoted_once(argument: Argument) -> Argument:
    """Return `argument` without the quotations of our own that stand in a typed sentence of it."""
    quoted = [quotation for said in _typed(argument) for quotation in quotations(str(said.slots["words"]))]
    if not quoted:
        return argument
    sections = tuple(_section(each, quoted) for each in argument.sections)
    return replace(argument, opening=_paragraphs(argument.opening, quoted), sections=sections)


def _typed(argument: Argument) -> Iterable[Sentence]:
    return (said for paragraph in argument.paragraphs for said in paragraph if said.wording in AS_TYPED)


def _section(section: Section, quoted: list[str]) -> Section:
    return replace(section, paragraphs=_paragraphs(section.paragraphs, quoted))


def _paragraphs(paragraphs: Iterable[Paragraph], quoted: list[str]) -> tuple[Paragraph, ...]:
    told = (tuple(_without_words(each, quoted) for each in paragraph) for paragraph in paragraphs)
    said = (tuple(each for each in paragraph if each is not None) for paragraph in told)
    return tuple(paragraph for paragraph in said if paragraph)


def _without_words(said: Sentence, quoted: list[str]) -> Sentence | None:
    """Return `said` without its quotation where one of `quoted` has it; None where nothing is left of it."""
    words = str(said.slots.get("words", ""))
    if not any(is_within(words, each) for each in quoted):
        return said
    if said.wording.removesuffix(TWIN) in ONLY_QUOTES:
        return None
    if not TELLS.fullmatch(said.wording):
        return said
    slots = {name: value for name, value in said.slots.items() if name != "words"}
    return replace(said, wording=said.wording.removesuffix("-words"), slots=slots)
