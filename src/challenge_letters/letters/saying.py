"""Says an argument: each sentence in the words of its row, with its slots filled and its law named."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import TemplateError

from challenge_letters.argument.sentences import Argument, Paragraph, Section, Sentence
from challenge_letters.argument.voice import Voice
from challenge_letters.case.case import Case
from challenge_letters.case.problems import Problem
from challenge_letters.languages import worded
from challenge_letters.law.benefits import NAMES
from challenge_letters.letters.citing import ShortCitations
from challenge_letters.letters.environment import WORDS
from challenge_letters.letters.errors import LettersError, TemplateMistake
from challenge_letters.letters.naming import Naming, meant
from challenge_letters.letters.printing import LINE_BREAK, TAB
from challenge_letters.letters.wordings import filled, wording

# What every row may speak of: the person, whoever told the office, the letter itself, and the law.
WORDS_OF_EVERY_ROW = frozenset(
    ("Client", "client", "clients", "Clients", "clients_own", "name_of_client", "We", "we", "us", "reached")
)
WORDS_OF_EVERY_ROW |= {"benefit", "letter", "cite"}
NUMBERED = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class SaidSentence:
    """One sentence in words, and where it comes from: its row and file, the answers, the points of law."""

    text: str
    wording: str
    file: str
    answers: tuple[str, ...]
    points: tuple[str, ...]


SaidParagraph = tuple[SaidSentence, ...]


@dataclass(frozen=True)
class SaidSection:
    """A part of the letter in words. `upper` and `heading` hold its heading, or nothing."""

    upper: tuple[str, ...]
    heading: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class SaidLetter:
    """An argument in words, under the names that the layout of a letter uses."""

    your_references: tuple[str, ...]
    subject: str
    opening: tuple[str, ...]
    sections: tuple[SaidSection, ...]
    asking: tuple[str, ...]
    requests: tuple[str, ...]
    closing: tuple[str, ...]
    enclosing: tuple[str, ...]
    enclosures: tuple[str, ...]
    sentences: tuple[SaidSentence, ...]


@dataclass(frozen=True)
class Occasion:
    """For whom, about what, in whose voice and when a letter is said; `is_message`: in the journal."""

    case: Case
    problems: tuple[Problem, ...]
    voice: Voice
    on: date
    is_message: bool = False


def say(argument: Argument, occasion: Occasion) -> SaidLetter:
    """Return `argument` in words. Raises `TemplateMistake`, naming the row that cannot be used."""
    return _Speaker(occasion).letter(argument)


class _Speaker:
    """Says one letter from top to bottom: what has been named once is named shortly after that."""

    def __init__(self, occasion: Occasion) -> None:
        self.case, self.problems, self.voice = occasion.case, occasion.problems, occasion.voice
        self.citations = ShortCitations(occasion.case, occasion.on)
        self.words = _words(occasion)
        self.naming = Naming(occasion.voice)
        self.said: list[SaidSentence] = []

    def letter(self, argument: Argument) -> SaidLetter:
        references = tuple(self.paragraph((each,)) for each in argument.references)
        subject = self.paragraph((argument.subject,))
        opening = tuple(map(self.paragraph, argument.opening))
        is_parted = any(section.is_upper for section in argument.sections)
        sections = tuple(self.sections(argument.sections, is_parted=is_parted))
        return SaidLetter(
            your_references=references,
            subject=subject,
            opening=opening,
            sections=sections,
            asking=self.heading(argument.asking),
            requests=tuple(self.requests(argument.requests)),
            closing=tuple(map(self.paragraph, argument.closing)),
            enclosing=self.heading(argument.enclosing),
            enclosures=tuple(self.paragraph((each,)) for each in argument.enclosures),
            sentences=tuple(self.said),
        )

    def heading(self, heading: Sentence | None) -> tuple[str, ...]:
        return (self.paragraph((heading,)),) if heading else ()

    def sections(self, sections: Iterable[Section], *, is_parted: bool) -> Iterator[SaidSection]:
        count = 0
        for section in sections:
            heading = self.paragraph((section.heading,)) if section.heading else ""
            if section.is_numbered:
                count += 1
                heading = f"{count}. {heading}"
            heading = heading[:1].upper() + heading[1:]
            is_upper = section.is_upper or not is_parted
            upper, lower = ((heading,), ()) if is_upper else ((), (heading,))
            yield SaidSection(
                upper if heading else (),
                lower if heading else (),
                tuple(map(self.paragraph, section.paragraphs)),
            )

    def requests(self, requests: Iterable[Paragraph]) -> Iterator[str]:
        """Yield the requests, each with its letter; one alone needs none."""
        asked = tuple(requests)
        for letter, paragraph in zip(NUMBERED, asked, strict=False):
            yield f"({letter}) {self.paragraph(paragraph)}" if len(asked) > 1 else self.paragraph(paragraph)

    def paragraph(self, paragraph: Paragraph) -> str:
        self.naming.begin()
        said = tuple(self.sentence(each) for each in paragraph)
        self.said.extend(said)
        return " ".join(each.text for each in said if each.text)

    def sentence(self, sentence: Sentence) -> SaidSentence:
        row = wording(sentence.wording)
        before = len(self.citations.named_points)
        text = self.naming.say(self.rendered(sentence), is_typed="words" in sentence.slots)
        points = tuple(dict.fromkeys(self.citations.named_points[before:]))
        return SaidSentence(text, row.name, row.file, sentence.answers, points)

    def rendered(self, sentence: Sentence) -> str:
        row = wording(sentence.wording)
        cell = row.cell(is_own=self.voice.is_own, nation=self.case.nation)
        slots = {name: self.value(value) for name, value in sentence.slots.items()}
        about = {"problem": self.problem_of(sentence), "cite": self.citations.cite}
        if "{" not in cell:
            return cell
        try:
            return _plain(filled(cell, {**self.words, **slots, **about}))
        except (TemplateError, LettersError, AttributeError, TypeError) as error:
            raise TemplateMistake(
                worded("letters.templates.row", file=row.file, row=row.name, why=error)
            ) from error

    def value(self, value: Any) -> Any:
        if isinstance(value, Sentence):
            return self.rendered(value)
        if isinstance(value, tuple):
            return [self.value(each) for each in value]
        return value

    def problem_of(self, sentence: Sentence) -> Problem | None:
        """Return the problem that `sentence` is about: whose days decide which law it may name."""
        ids = [answer.split(".")[1] for answer in sentence.answers if answer.startswith("problems.")]
        about = (problem for problem in self.problems if problem.id in ids[:1])
        return next(about, self.problems[0] if self.problems else None)


def _words(occasion: Occasion) -> Mapping[str, Any]:
    """Return the words every row may use: for the person, for whoever told the office, for the letter.

    Those of every template stand among them, as `filled` wants it.
    """
    case, voice = occasion.case, occasion.voice
    # An appointee may have told the office as well as the person: such rows have a twin for them.
    return {
        **WORDS,
        "Client": meant("C"),
        "client": meant("c"),
        "clients": meant("p"),
        "Clients": meant("s"),
        "clients_own": meant("g"),
        "We": meant("C"),
        "we": meant("c"),
        "us": meant("c"),
        "reached": meant("c") if voice.words["reached"] == "my client" else voice.words["reached"],
        "name_of_client": voice.name or ("My client" if voice.is_adviser else "The person I act for"),
        "benefit": NAMES[case.benefit],
        "letter": "message" if occasion.is_message else "letter",
    }


def _plain(markup: str) -> str:
    return html.unescape(str(markup).replace(LINE_BREAK, "\n").replace(TAB, "\t"))
