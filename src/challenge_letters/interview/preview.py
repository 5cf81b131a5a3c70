"""The letter as it stands, from any page: each sentence leads back to its question. It is kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from typing import Any

from challenge_letters.argument.composing import COMPOSED
from challenge_letters.interview.check_answers import Row
from challenge_letters.interview.journey import Journey, Values, Visit
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import Answer
from challenge_letters.interview.saving import Stopped, as_far_as_it_goes
from challenge_letters.interview.shown import shown_html
from challenge_letters.interview.so_far import SoFar, so_far
from challenge_letters.interview.stored_answers import reader
from challenge_letters.interview.texts import labels, row_label
from challenge_letters.interview.tracing import Source, Sources
from challenge_letters.letters.context import said
from challenge_letters.letters.document_text import Block
from challenge_letters.letters.filling import fill
from challenge_letters.letters.page import page_html, words_html
from challenge_letters.letters.saying import SaidSentence
from challenge_letters.letters.tracing import Piece, Tracing
from challenge_letters.plan.outcome import PlannedLetter

# docassemble's url_action().
LinkTo = Callable[..., str]
NOT_ANSWERED = ("not-known", "no", "none", "nothing")
SHORTEST_WORDS = 3
# Headings over the story, over one of two decisions, and over what is asked; and the person's own points.
NO_POINTS = frozenset(
    {
        "heading-what-happened",
        "heading-about",
        "heading-requests",
        "heading-enclosed",
        "heading-own-point",
        "heading-own-point-quoted",
        "heading-more-to-weigh",
    }
)
PERSON = frozenset({"name", "safe-name"})


@dataclass
class Preview:
    """One letter of a journey that may have stopped anywhere; `number` counts the letters, from 0."""

    journey: Journey
    number: int = 0

    @cached_property
    def so_far(self) -> SoFar | None:
        return so_far(self.journey)

    @property
    def letters(self) -> tuple[PlannedLetter, ...]:
        return self.so_far.letters if self.so_far else ()

    @property
    def letter(self) -> PlannedLetter | None:
        """The letter to show; the first where there is none of that number, and None where there is none."""
        return next(iter((*self.letters[self.number :], *self.letters)), None)

    @property
    def others(self) -> tuple[tuple[int, str], ...]:
        """The number and the name of each other letter."""
        names = labels("letter")
        numbered = enumerate(self.letters)
        return tuple((place, names[each.kind]) for place, each in numbered if each is not self.letter)

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.journey)

    @cached_property
    def sentences(self) -> tuple[SaidSentence, ...]:
        """The sentences of the letter, none where it is filled in and not composed."""
        if not self.letter or not self.so_far or self.letter.kind not in COMPOSED:
            return ()
        plan = self.so_far.plan
        return said(self.letter, plan.case, on=plan.on).sentences

    def words(self, number: int) -> str:
        """Return sentence `number`; "" where there is none."""
        return "".join(each.text for each in self.sentences[number : number + 1])

    def rows(self, number: int) -> tuple[Row, ...]:
        """Return the answers behind sentence `number`, one for each page."""
        answers = (each.answers for each in self.sentences[number : number + 1])
        return tuple(source.row for each in answers for source in self.sources.of(each))

    def page(self, link_to: LinkTo) -> str:
        """Return the letter as HTML, each sentence a link, that means nothing to docassemble."""
        if not self.letter or not self.so_far:
            return ""
        tracing = Tracing(self.sentences)

        def write(block: Block) -> str:
            return "".join(self._written(piece, link_to) for piece in tracing.pieces(block))

        plan = self.so_far.plan
        return shown_html(page_html(fill(self.letter, plan.case, on=plan.on), write=write))

    def _written(self, piece: Piece, link_to: LinkTo) -> str:
        words = words_html(piece.text)
        if piece.sentence < 0:
            return self._with_links_to_what_was_typed(piece.text, link_to)
        rows = self.rows(piece.sentence)
        if len(rows) > 1:
            return _link(link_to("preview_sentence", letter=self.number, sentence=piece.sentence), words)
        return self._link_to_change(rows[0], words, link_to) if rows else words

    def _link_to_change(self, row: Row, words: str, link_to: LinkTo) -> str:
        return _link(link_to("change_from_preview", row=row.number, letter=self.number), words)

    def _with_links_to_what_was_typed(self, text: str, link_to: LinkTo) -> str:
        """Return words that no sentence said, as of the sender: a line that was typed leads to its page."""
        lines = []
        for line in text.split("\n"):
            source = self._typed_in(line)
            words = words_html(line)
            lines.append(self._link_to_change(source.row, words, link_to) if source else words)
        return "<br>".join(lines)

    def _typed_in(self, line: str) -> Source | None:
        found = ((text.strip(), each) for each in self._typed for text in each.row.text.splitlines())
        within = [(len(text), each) for text, each in found if len(text) >= SHORTEST_WORDS and text in line]
        return max(within, key=lambda each: each[0])[1] if within else None

    @cached_property
    def _typed(self) -> tuple[Source, ...]:
        """The answers in words that the case has, and the day of birth: a letter has them as they are."""
        return tuple(each for each in self.sources.all if each.places and _is_as_typed(each))

    @cached_property
    def to_come(self) -> tuple[str, ...]:
        """What is still to be asked, as the check page calls it: what somebody meets who leaves all empty."""
        known = {one.visit.key: one.values for one in self.journey.visited}

        def read(visit: Visit) -> Values:
            return known[visit.key] if visit.key in known else _left_empty(visit)

        ahead = Journey(
            read=read,
            today=self.journey.today,
            wants_records=self.journey.wants_records,
            wants_complaint=self.journey.wants_complaint,
        )
        with suppress(LookupError, ValueError):
            walk_pages(ahead)
        asked = (one.visit.page for one in ahead.visited if one.visit.key not in known)
        found = (
            row_label(page.id, answer.name)
            for page in asked
            for answer in page.answers[:1]
            if answer.shape != "read"
        )
        doubt = (row_label("query", "answer"),) if self.so_far and self.so_far.is_in_doubt else ()
        return tuple(dict.fromkeys((*found, *doubt)))


def preview_of(answers: Any, today: date, number: Any = 0) -> Preview:
    """Return letter `number` as it stands, of what has been answered up to the page that is due."""
    read = reader(answers)

    def quietly(visit: Visit) -> Values:
        try:
            return read(visit)
        except (AttributeError, NameError, LookupError):
            raise Stopped from None

    journey = Journey(
        read=quietly,
        today=today,
        wants_records=bool(answers.wants_records),
        wants_complaint=bool(answers.wants_complaint),
    )
    return Preview(as_far_as_it_goes(journey), int(number or 0))


def variable_in_preview(answers: Any, today: date, number: Any) -> str:
    """Return the variable of row `number` of what has been answered so far. Raises IndexError."""
    return preview_of(answers, today).sources.all[int(number)].row.variable


def preview_page(preview: Preview, link_to: LinkTo) -> str:
    """Return the letter of `preview` as HTML, each sentence a link made by `link_to`."""
    return preview.page(link_to)


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{words}</a>'


def _is_as_typed(source: Source) -> bool:
    answer = next(each for each in source.one.visit.page.answers if each.name == source.row.answer)
    is_birth = answer.shape == "day" and source.one.visit.page.id in PERSON
    return is_birth or (answer.shape == "words" and not answer.unit)


def _left_empty(visit: Visit) -> Values:
    return {answer.name: _empty(answer, visit) for answer in visit.page.answers}


def _empty(answer: Answer, visit: Visit) -> Any:
    if answer.shape == "choice":
        offered = tuple(visit.choices_of(answer))
        return next((each for each in NOT_ANSWERED if each in offered), offered[-1] if offered else "")
    return {"ticks": (), "read": True}.get(answer.shape, "")


def points_so_far(answers: Any, today: date) -> tuple[str, ...]:
    """Return the headings of the points that the letter makes, without those that the person has added."""
    return tuple(
        each.text
        for each in preview_of(answers, today).sentences
        if each.wording.startswith("heading-") and each.wording not in NO_POINTS
    )
