"""What an appointee's letter says of an act whose doer is not known: that it was done.

Whoever acts for somebody may have rung the office, or the person did: the pages do not ask which. "We told
you" would claim both, so that each such sentence has a twin that says "You were told".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from challenge_letters.argument.sentences import Argument, Paragraph, Section, Sentence

TWIN = "-whoever"
# The rows that name who told, asked, saw or came to know; each has a twin of this name and `TWIN`.
ACTS = frozenset(
    re.findall(
        r"[\w-]+",
        """
        adjustment-asked adjustment-asked-by adjustment-asked-no-day adjustment-asked-no-day-by
        adjustment-told adjustment-told-by adjustment-told-no-day-by answered-already answered-already-words
        answered-at-once answered-before answered-before-words appeal-decision-sent
        appeal-decision-sent-as-changed apply-again-today ask-record-of-leave ask-what-was-weighed
        asked asked-ago asked-ago-by asked-at-once asked-back-words asked-you-words
        asked-before asked-before-by asked-before-by-words asked-before-day asked-before-day-by
        asked-before-day-by-words asked-before-day-words asked-before-words asked-by asked-for-data
        asked-for-data-on asked-for-this-before asked-reconsideration asked-to-change
        case-excused-come case-excused-do-it case-excused-not-available case-excused-hours case-never-seen
        case-never-seen-details case-never-seen-that case-never-seen-that-details
        case-never-told case-never-told-details case-not-properly
        case-not-properly-details case-rang-elsewhere-told case-seen-late case-seen-late-details case-too-late
        asked-for-another-time case-unclear-or-mistake ceased-asked ceased-asked-before decision-sent
        decision-sent-by
        decision-sent-only
        decision-told-by did-not-know excused-told-by
        excused-told-by-words excused-told-day excused-told-day-by excused-told-day-by-words
        excused-told-day-words first-told first-told-access first-told-english first-told-health
        first-told-home gave-number gave-number-by gave-number-day gave-number-day-by
        had-no-answer had-told-you-day had-told-you-day-by had-told-you-day-by-words
        had-told-you-day-words have-never-seen-it heading-adjustment-asked
        heading-excused-come heading-excused-do-it
        heading-excused-not-available heading-excused-hours heading-forgot-told
        heading-never-seen heading-never-told heading-not-properly heading-seen-late knew-before
        knew-before-named seen-after-named seen-before-named seen-never-named stem-understood-alone
        more-with-reasons new-details no-notice-seen papers-asked-for put-right reconsideration-asked-today
        records-calls request-of-day-stands said-words seen-after seen-before seen-never slip-from-your-side
        slip-rang slip-rang-day slip-wrote slip-wrote-day stem-understood told-you told-you-by
        told-you-by-words told-you-day told-you-day-by told-you-day-by-words told-you-day-words
        told-you-need-by told-you-need-by-on-day told-you-need-on-day told-you-of-it told-you-of-it-words
        told-you-same-day told-you-same-day-by told-you-same-day-by-words told-you-same-day-words
        told-you-words wrote-words
        """,
    )
)


def without_doer(argument: Argument) -> Argument:
    """Return `argument` with the twins of the rows in `ACTS`: for an appointee's letter."""
    return replace(
        argument,
        references=_paragraph(argument.references),
        subject=_sentence(argument.subject),
        opening=_paragraphs(argument.opening),
        sections=tuple(map(_section, argument.sections)),
        asking=_sentence(argument.asking) if argument.asking else None,
        requests=_paragraphs(argument.requests),
        closing=_paragraphs(argument.closing),
        enclosures=_paragraph(argument.enclosures),
    )


def _section(section: Section) -> Section:
    heading = _sentence(section.heading) if section.heading else None
    return replace(section, heading=heading, paragraphs=_paragraphs(section.paragraphs))


def _paragraphs(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(map(_paragraph, paragraphs))


def _paragraph(paragraph: Iterable[Sentence]) -> Paragraph:
    return tuple(map(_sentence, paragraph))


def _sentence(sentence: Sentence) -> Sentence:
    wording = f"{sentence.wording}{TWIN}" if sentence.wording in ACTS else sentence.wording
    slots = {name: _slot(value) for name, value in sentence.slots.items()}
    return replace(sentence, wording=wording, slots=slots)


def _slot(value: Any) -> Any:
    if isinstance(value, Sentence):
        return _sentence(value)
    return tuple(map(_slot, value)) if isinstance(value, tuple) else value
