"""What letters that come next have in common: the decision they are about, named once and shortly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from challenge_letters.argument.opening import IN_A_WEEK, UNNAMED
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.follow_ups import DecisionNamed
from challenge_letters.law.benefits import NAMES
from challenge_letters.plan.authority import authorities_for


@dataclass(frozen=True, kw_only=True)
class FollowingUp(Reply):
    """A letter that follows up a decision, `named` as far as it is known."""

    named: DecisionNamed

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

    def decision_named(self) -> Sentence:
        """Return the decision by the day on it, else the day it was sent: "your decision of 14 September"."""
        if self.named.dated:
            return self.say("decision-of", "decision.dated", day=self.day(self.named.dated))
        if self.named.notified:
            return self.say(
                "decision-sent-only", "decision.notified", on_sent=self.on_day(self.named.notified)
            )
        return Sentence("decision-undated")

    def charge(self) -> Iterator[Sentence]:
        """Yield what the decision does, and what it says was not done."""
        slots = {"who": Sentence("the-decision"), "effect": self.effect()}
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
