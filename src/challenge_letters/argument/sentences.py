"""What a letter is made of: sentences, each with its wording, its slots and the answers it rests on.

A sentence is not words yet. Its wording is a row of a table in `letter_templates/wordings`, where an adviser
can read and change it; what a row cannot know (a day, a number, something typed) stands in its slots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

# The wording of a sentence that somebody typed: it stands in the letter as it was typed.
TYPED = "typed"
QUOTED_TYPED = "client-says"
# Where an account of a client's own goes on, in a quotation of its own.
ACCOUNT_GOES_ON = frozenset({"client-goes-on"})


@dataclass(frozen=True)
class Sentence:
    """One sentence, or a few words that stand inside one.

    `slots` hold text, numbers, other sentences, or several of them to be listed. `rests_on` names the answers
    by their place in the case: "problems.appointment.failure.their_words". `begins_paragraph`: a long account
    goes on here, in a paragraph of its own.
    """

    wording: str
    slots: Mapping[str, Any] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()
    begins_paragraph: bool = False

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """Every answer that this sentence, or one inside it, rests on."""
        inside = (answer for each in _inside(self) for answer in each.answers)
        return tuple(dict.fromkeys((*self.rests_on, *inside)))


def _inside(sentence: Sentence) -> Iterator[Sentence]:
    for value in sentence.slots.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Sentence):
                yield each


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True)
class Ground:
    """One ground: a heading that states the conclusion, and what leads to it.

    `kind` names it among the grounds; `clause` is what the case sentence says of it, None where it says
    nothing. `rank` is its place: the strongest, which ends the matter without weighing, has the lowest.
    """

    kind: str
    rank: int
    heading: Sentence
    paragraphs: tuple[Paragraph, ...]
    clause: Sentence | None = None


@dataclass(frozen=True)
class Section:
    """A part of the letter under a heading; `is_numbered` grounds are counted through the letter.

    `is_upper` is a heading that has others under it: the name of one of two decisions.
    """

    heading: Sentence | None
    paragraphs: tuple[Paragraph, ...]
    is_numbered: bool = False
    is_upper: bool = False


@dataclass(frozen=True)
class LeftOut:
    """A typed sentence that the letter does not print, and why: "twice" or "said" (in composed words)."""

    words: str
    answer: str
    why: str
    instead: str = ""


@dataclass(frozen=True)
class Argument:
    """A letter between the plan and the Word file."""

    references: tuple[Sentence, ...]
    subject: Sentence
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    asking: Sentence | None
    requests: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    enclosures: tuple[Sentence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def enclosing(self) -> Sentence | None:
        """The heading over what is enclosed; None where nothing is."""
        return Sentence("heading-enclosed") if self.enclosures else None

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, a heading as a paragraph of one sentence."""
        yield from ((each,) for each in self.references)
        yield (self.subject,)
        yield from self.opening
        for section in self.sections:
            if section.heading:
                yield (section.heading,)
            yield from section.paragraphs
        if self.asking:
            yield (self.asking,)
        yield from self.requests
        yield from self.closing
        if self.enclosing:
            yield (self.enclosing,)
        yield from ((each,) for each in self.enclosures)
