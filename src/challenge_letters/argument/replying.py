"""What the writer of a letter brings to every part of it, whatever the letter is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from challenge_letters.argument import calendar_words, same_event, typed
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.papers import each_once
from challenge_letters.argument.sentences import QUOTED_TYPED, TYPED, LeftOut, Paragraph, Sentence
from challenge_letters.argument.voice import Voice
from challenge_letters.case.case import Case
from challenge_letters.case.failure import Evidence
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.outcome import PlannedLetter

OTHER_NEEDS = "contact.other_needs"


class Written(Protocol):
    """What the opening and the closing of any letter have to know of it."""

    @property
    def case(self) -> Case: ...

    @property
    def voice(self) -> Voice: ...

    @property
    def letter(self) -> PlannedLetter: ...

    @property
    def sanction(self) -> object:
        """The decision it is about, None where there is none."""

    def as_typed(self, sentences: Iterable[typed.Typed]) -> Paragraph:
        """Return typed sentences as sentences of the letter."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A letter that answers no decision and no warning: about `about`, a place in the case.

    `boxes` names the answers under `about` whose text stands in the letter as sentences, the story first.
    """

    letter: PlannedLetter
    case: Case
    on: date
    voice: Voice
    about: str
    boxes: tuple[tuple[str, str], ...] = ()
    # Whether one typed sentence says another: where each tells of an event, only the very same are left out.
    says_it: Callable[[str, str], bool] = same_event.says
    # Such a letter is about no decision: nothing is asked of a decision maker in it.
    sanction: None = None

    def say(self, wording: str, *fields: str, **slots: Any) -> Sentence:
        """Return the sentence `wording` with `slots`, resting on the answers `fields` under `about`."""
        return Sentence(wording, slots, tuple(f"{self.about}.{field}" for field in fields))

    def day(self, when: RoughDay | date) -> str:
        """Return "16 November", with its year where that is not the year of writing."""
        return calendar_words.in_year(when, self.on.year)

    def on_day(self, when: RoughDay | date) -> str:
        """Return "on 16 November", with its year where that is not the year of writing."""
        return calendar_words.on_the(when, self.on.year)

    def on_day_in_full(self, when: RoughDay | date) -> str:
        """Return "on 16 November 2026": the first day that a letter names."""
        return calendar_words.on_the(when, None) + f" {when.year}"

    @cached_property
    def kept(self) -> typed.Kept:
        """What was typed, without what is said twice."""
        told = ((f"{self.about}.{field}", text) for field, text in self.boxes if text)
        return typed.kept(told, says_it=self.says_it)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the letter does not print, and why."""
        return self.kept.left_out

    def box(self, field: str) -> Paragraph:
        """Return what was typed in the box `field`, as the letter prints it."""
        return self.as_typed(self.kept.of(f"{self.about}.{field}"))

    def as_typed(self, sentences: Iterable[typed.Typed]) -> Paragraph:
        """Return typed sentences as sentences of the letter: quoted, with their verb, in an adviser's."""
        return tuple(self._typed(run) for run in typed.runs(sentences))

    def told(self, field: str, about: str) -> Paragraph:
        """Return what was typed in the box `field`: a client says it of `about`, a fragment gets a lead.

        The rows are "client-says-ABOUT" and "ABOUT-in-words"; whole sentences stand as they were typed.
        """
        said = self.kept.of(f"{self.about}.{field}")
        if not said:
            return ()
        words = " ".join(each.words if each.is_whole else typed.stopped(each.words) for each in said)
        if not stands_plain(words, self.voice):
            return (self.say(f"client-says-{about}", field, words=words),)
        if said[0].is_whole and _is_fragment(words):
            return (self.say(f"{about}-in-words", field, words=words),)
        return self.as_typed(said)

    def papers(self, evidence: Iterable[Evidence]) -> Paragraph:
        """Return a line for each paper of `evidence` that goes with the letter."""
        titles = each_once(each.what for each in evidence if each.have == "enclosed")
        return tuple(self.say("enclosed", "evidence", title=title) for title in titles)

    def still_to_come(self, evidence: Iterable[Evidence]) -> Paragraph:
        """Return the sentence about papers that have been asked for; none where there are none."""
        asked = each_once(each.what for each in evidence if each.have == "asked-for")
        return (self.say("papers-asked-for", "evidence", papers=asked),) if asked else ()

    def _typed(self, run: tuple[typed.Typed, ...]) -> Sentence:
        text = " ".join(typed.stopped(each.words) for each in run)
        if run[0].answer == OTHER_NEEDS and run[0].is_whole and _is_fragment(run[0].words):
            return Sentence("stem-needs", {"words": run[0].words}, (OTHER_NEEDS,))
        wording = TYPED if stands_plain(text, self.voice) else QUOTED_TYPED
        return Sentence(wording, {"words": text}, tuple(dict.fromkeys(each.answer for each in run)))


def _is_fragment(words: str) -> bool:
    """Whether `words` need a lead: no part of them is a sentence, so that they cannot stand alone."""
    is_told = any(typed.is_sentence(each) for each in typed.split(words))
    return typed.shape(words) == "fragment" and not is_told
