"""What letters that come next have in common: the decision they are about, named once and shortly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from challenge_letters.argument import calendar_words, closing
from challenge_letters.argument.opening import IN_A_WEEK, UNNAMED
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.failure import Evidence
from challenge_letters.case.follow_ups import DecisionNamed, FollowUp
from challenge_letters.law.benefits import NAMES
from challenge_letters.plan.authority import authorities_for
from challenge_letters.plan.outcome import PlannedLetter

# A proof that begins so stands in a sentence as it was typed; any other is quoted.
NAMED_AS_ONE = ("the ", "a ", "an ", "my ", "your ", "our ")


@dataclass(frozen=True, kw_only=True)
class FollowingUp(Reply):
    """A letter that follows up a decision, `named` as far as it is known."""

    named: DecisionNamed
    evidence: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, letter: PlannedLetter, case: Case, follow_up: FollowUp, *, on: date, **more: Any) -> Self:
        """Return the matter of `letter`, which is about `follow_up`; `more` is what only this kind holds."""
        return cls(
            letter=letter,
            case=case,
            on=on,
            voice=voice_of(letter.kind, case),
            about=f"problems.{follow_up.id}",
            named=follow_up.decision,
            evidence=follow_up.evidence,
            **more,
        )

    def subject(self, wording: str, *fields: str, **slots: Any) -> Sentence:
        """Return what stands above the letter: the benefit alone where others may see it."""
        if self.case.safety.is_at_risk:
            return Sentence("subject-work-search-at-risk")
        return self.say(wording, *fields, **slots)

    @property
    def explanations(self) -> tuple[tuple[str, str], ...]:
        """What was typed about answers that did not fit together: where it stands, and the words."""
        key = f"{self.about.removeprefix('problems.')}:"
        return tuple(
            (f"answered_queries.{at}.words", each.words)
            for at, each in enumerate(self.case.answered_queries)
            if each.query.startswith(key) and each.words
        )

    def has_law(self, point: str) -> bool:
        """Whether the law of `point` may be named: a sentence that rests on it needs it."""
        return bool(authorities_for(point, self.case, self.letter.follow_up, on=self.on))

    def decision_named(self, *, is_first: bool = False) -> Sentence:
        """Return the decision by the day on it, else the day it was sent: "your decision of 14 September".

        `is_first`: no day stands before it, so that it is given with its year.
        """
        dated, sent = self.named.dated, self.named.notified
        if dated:
            day = calendar_words.in_full(dated) if is_first else self.day(dated)
            return self.say("decision-of", "decision.dated", day=day)
        if sent:
            on_sent = self.on_day_in_full(sent) if is_first else self.on_day(sent)
            return self.say("decision-sent-only", "decision.notified", on_sent=on_sent)
        return Sentence("decision-undated")

    def charge(self, *, named_as: str = "the-decision") -> Iterator[Sentence]:
        """Yield what the decision does, and what it says was not done."""
        slots = {"who": Sentence(named_as), "effect": self.effect()}
        if self.named.failure.kind not in UNNAMED:
            failure = self.failure_named()
            yield self.say("because-failure", "decision.failure.kind", failure=failure, **slots)
        elif self.named.failure.happened:
            day = self.day(self.named.failure.happened)
            yield self.say("reduces-about-day", "decision.failure.happened", day=day, **slots)
        else:
            yield self.say("effect-alone", "decision", **slots)

    def effect(self) -> Sentence:
        """Return that the benefit is reduced."""
        return Sentence("effect", {"benefit": NAMES[self.case.benefit]})

    def failure_named(self) -> Sentence:
        """Return what is said not to have been done, with its day: "on 3 September I did not attend …"."""
        failure = self.named.failure
        what = self.say(f"failure-{failure.kind}", "decision.failure.kind")
        if failure.happened is None:
            return what
        wording = "failure-dated" if failure.kind in IN_A_WEEK else "failure-on-day"
        day, on_day = self.day(failure.happened), self.on_day(failure.happened)
        return self.say(wording, "decision.failure.happened", failure=what, day=day, on_day=on_day)

    def arrival_shown(self, field: str, proof: str) -> Iterator[Sentence]:
        """Yield what shows that the office has it, typed in `field`; only a thing is not quoted."""
        words = proof.strip()
        if words:
            wording = "arrival-shown-by" if words.startswith(NAMED_AS_ONE) else "arrival-shown-by-this"
            yield self.say(wording, field, proof=words)

    def argument(
        self,
        *,
        subject: Sentence,
        opening: Iterable[Paragraph],
        requests: Iterable[Paragraph],
        ending: Paragraph = (),
        enclosed_first: Paragraph = (),
    ) -> Argument:
        """Return the letter made of these parts, without those in which nothing stands.

        `ending` stands before what every letter ends with, `enclosed_first` before the papers.
        """
        last = (ending, self.still_to_come(self.evidence), *closing.closing([self]))
        return Argument(
            references=(),
            subject=subject,
            opening=tuple(each for each in opening if each),
            sections=(),
            asking=Sentence("heading-requests"),
            requests=tuple(requests),
            closing=tuple(each for each in last if each),
            enclosures=(*closing.authority(self), *enclosed_first, *self.papers(self.evidence)),
            left_out=self.left_out,
        )
