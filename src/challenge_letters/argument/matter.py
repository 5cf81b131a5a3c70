"""One decision or warning as the parts of a letter see it: its facts, what was typed of them, and its law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import typed
from challenge_letters.argument.sentences import QUOTED_TYPED, TYPED, LeftOut, Paragraph, Sentence
from challenge_letters.argument.voice import Voice
from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, Reason
from challenge_letters.case.problems import AppliedSanction, Decision, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.authority import authorities_for
from challenge_letters.plan.outcome import Challenge, PlannedLetter

# The boxes whose text may stand in the letter as sentences, the story first. What is quoted is not here.
STORY_BOXES = ("account", "what_i_did", "why_not_required", "requirement.why_not_seen")
# What leads to a fragment, by its box; and the boxes people finish a sentence in, whatever it looks like.
STEMS = {
    "account": "account",
    "fact": "fact",
    "effect": "effect",
    "what_i_did": "what-i-did",
    "why_not_required": "not-required",
    "why_not_seen": "not-seen",
    "understood": "understood",
    "where_post_came": "post",
    "disadvantage": "disadvantage",
    "what_was_done": "what-came",
    "tried": "tried",
    "more_time": "more-time",
    "other_needs": "needs",
    "commitment_limits": "limits",
    "back_in_work_words": "work",
    "what_they_knew": "knew",
    "why_look_now": "look-now",
    "no_reduction_words": "more",
    "words": "more",
}
COULD_NOT = "could-not"
HALF_SENTENCES = frozenset({"understood", "where_post_came"})
REASON_BOXES = ("fact", "effect", "what_i_did", "understood", "where_post_came")


@dataclass(frozen=True)
class Matter:
    """What a letter says of one decision or warning; several in one letter are `matters` of it."""

    letter: PlannedLetter
    challenge: Challenge
    case: Case
    on: date
    voice: Voice

    @property
    def facts(self) -> FailureFacts:
        return self.challenge.facts

    @property
    def sanction(self) -> AppliedSanction | None:
        problem = self.challenge.problem
        return problem if isinstance(problem, AppliedSanction) else None

    @property
    def threat(self) -> ThreatenedSanction | None:
        problem = self.challenge.problem
        return problem if isinstance(problem, ThreatenedSanction) else None

    @property
    def decision(self) -> Decision | None:
        return self.sanction.decision if self.sanction else None

    @property
    def kind(self) -> str:
        """The kind of failure."""
        return self.facts.failure.kind

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons a letter may tell. What happened at home is never one of them."""
        return tuple(reason for reason in self.challenge.reasons if reason.kind != "not-safe")

    def answer(self, field: str) -> str:
        """Return the place of an answer in the case: "problems.appointment.failure.happened"."""
        return f"problems.{self.challenge.problem.id}.{field}"

    def reason_answer(self, reason: Reason, field: str) -> str:
        """Return the place of an answer about `reason`."""
        return self.answer(f"reasons.{self.facts.reasons.index(reason)}.{field}")

    def has_law(self, *points: str) -> bool:
        """Whether the law of each of `points` may be named: a sentence that rests on it needs it."""
        return all(authorities_for(point, self.case, self.challenge.problem, on=self.on) for point in points)

    # -- days

    @property
    def failed_on(self) -> RoughDay | None:
        return self.facts.failure.happened or self.facts.failure.their_day

    @property
    def year(self) -> int:
        """The year that the letter has named first: the others' days stand without it."""
        decided = self.decision.counts_from if self.decision else None
        return decided.year if decided else self.on.year

    def day(self, when: RoughDay | date) -> str:
        return words_of.in_year(when, self.year)

    def on_day(self, when: RoughDay | date) -> str:
        return words_of.on_the(when, self.year)

    def days_after_failure(self, when: RoughDay | None) -> int | None:
        """Return how many days `when` lies after the failure; None where one of the days is not known."""
        failed = self.failed_on
        if when is None or failed is None or not (when.is_exact and failed.is_exact):
            return None
        return (when.earliest - failed.earliest).days

    # -- what was typed

    @cached_property
    def kept(self) -> typed.Kept:
        """What was typed about this, without what is said twice."""
        return typed.kept((answer, text) for answer, text in self._boxes() if text)

    def _boxes(self) -> Iterable[tuple[str, str]]:
        for field in STORY_BOXES:
            yield self.answer(field), _at(self.facts, field)
        for reason in self.reasons:
            for field in REASON_BOXES:
                yield self.reason_answer(reason, field), getattr(reason, field)
        if not self._is_nothing_to_limit():
            yield self.answer("commitment_limits"), self.facts.commitment_limits
        adjustment = self.facts.adjustment
        if adjustment:
            yield self.answer("adjustment.disadvantage"), adjustment.disadvantage
            yield self.answer("adjustment.what_was_done"), adjustment.what_was_done
        yield self.answer("job.tried"), self.facts.job.tried if self.facts.job else ""
        yield self.answer("misconduct.words"), self.facts.misconduct.words if self.facts.misconduct else ""
        if not self._is_booking_said():
            yield self.answer("done_since.words"), self.facts.done_since.words
        if self.sanction:
            yield self.answer("no_reduction_words"), self.sanction.no_reduction_words
            if self.challenge.stage in ("late", "very-late"):
                yield self.answer("why_look_now"), self.sanction.why_look_now
            if self.sanction.is_back_in_work == "yes":
                yield self.answer("back_in_work_words"), self.sanction.back_in_work_words
        yield from self._explanations()

    def _is_nothing_to_limit(self) -> bool:
        """Whether nothing could be asked of a carer at all: to speak of limits would concede it."""
        protection = self.challenge.protection
        return protection.is_certain and protection.group == "carer"

    def _explanations(self) -> Iterable[tuple[str, str]]:
        for at, answer in enumerate(self.case.answered_queries):
            if answer.query.startswith(f"{self.challenge.problem.id}:"):
                yield f"answered_queries.{at}.words", answer.words

    @property
    def explanations(self) -> tuple[str, ...]:
        return tuple(answer for answer, words in self._explanations() if words)

    def told_box(self, answer: str) -> tuple[typed.Typed, ...]:
        """Return the sentences of one box that the letter prints."""
        return self.kept.of(answer)

    def as_typed(self, sentences: Iterable[typed.Typed]) -> Paragraph:
        """Return typed sentences as sentences of the letter: quoted, with their verb, in an adviser's."""
        return tuple(self._typed(run) for run in typed.runs(_apart(sentences)))

    def _typed(self, run: tuple[typed.Typed, ...]) -> Sentence:
        stem = _stem_of(run[0])
        if stem:
            words = typed.unstopped(run[0].words) if stem == COULD_NOT else run[0].words
            if stem == COULD_NOT and not typed.is_of_oneself(words):
                stem = f"{stem}-passing"
            return Sentence(f"stem-{stem}", {"words": words}, (run[0].answer,))
        text = " ".join(typed.stopped(each.words) for each in run)
        is_quoted = self.voice.is_adviser and typed.is_of_oneself(text)
        wording = QUOTED_TYPED if is_quoted else TYPED
        return Sentence(wording, {"words": text}, tuple(dict.fromkeys(each.answer for each in run)))

    def box(self, field: str) -> Paragraph:
        """Return what was typed in the box `field`, as the letter prints it."""
        return self.as_typed(self.told_box(self.answer(field)))

    def reason_box(self, reason: Reason, field: str) -> Paragraph:
        return self.as_typed(self.told_box(self.reason_answer(reason, field)))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        done = self.facts.done_since
        said = (
            (LeftOut(done.words, self.answer("done_since.words"), "said"),) if self._is_booking_said() else ()
        )
        return (*self.kept.left_out, *said)

    def _is_booking_said(self) -> bool:
        """Whether "a new appointment" was typed beside the tick for one: the letter says so in a sentence."""
        done = self.facts.done_since
        return done.state == "rebooked" and typed.shape(done.words) == "fragment"

    # -- sentences

    def say(self, wording: str, *fields: str, **slots: Any) -> Sentence:
        """Return the sentence `wording` with `slots`, resting on the answers in `fields` of this problem."""
        return Sentence(wording, slots, tuple(self.answer(field) for field in fields))

    def is_enclosed(self) -> bool:
        return any(each.have == "enclosed" for each in self.facts.evidence)


def _apart(sentences: Iterable[typed.Typed]) -> Iterable[typed.Typed]:
    """Return `sentences`, those that need a stem as wholes of their own."""
    return (replace(each, is_whole=True) if _needs_stem(each) else each for each in sentences)


def _needs_stem(text: typed.Typed) -> bool:
    """Whether a typed text is no sentence: words of ours lead to it, and it stands in quotation marks."""
    field = text.answer.rpartition(".")[2]
    is_half = field in HALF_SENTENCES and not text.begins_with_i and not text.words.startswith(("My ", "It "))
    return is_half or (text.is_whole and typed.shape(text.words) == "fragment")


def _stem_of(text: typed.Typed) -> str:
    """Return the words of ours that lead to `text`; "" where it is a sentence."""
    if not _needs_stem(text):
        return ""
    field = text.answer.rpartition(".")[2]
    if field == "effect" and typed.AFTER_COULD_NOT.fullmatch(text.words):
        return COULD_NOT
    return STEMS.get(field, "")


def _at(facts: FailureFacts, field: str) -> str:
    found: Any = facts
    for name in field.split("."):
        found = getattr(found, name)
    return str(found)
