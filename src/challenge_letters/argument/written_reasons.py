"""The notice gives no reasons: a request for them, beside the request for reconsideration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import WrittenReasonsRequest
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Unexplained(FollowingUp):
    """The decision whose notice gives no reasons."""

    wanted: WrittenReasonsRequest


def written_reasons(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the request for written reasons."""
    wanted = letter.follow_up
    if not isinstance(wanted, WrittenReasonsRequest):
        raise TypeError("A request for reasons needs the decision.")
    matter = _Unexplained.of(letter, case, wanted, on=on, wanted=wanted)
    return matter.argument(
        subject=_subject(matter),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=(*_stands(matter), matter.say("more-with-reasons", "gives_reasons")),
    )


def _subject(matter: _Unexplained) -> Sentence:
    if matter.named.dated is None:
        return matter.subject("subject-reasons")
    day = calendar_words.in_full(matter.named.dated)
    return matter.subject("subject-reasons-of", "decision.dated", day=day)


def _opening(matter: _Unexplained) -> Iterator[Paragraph]:
    yield (
        *writer(matter),
        matter.say("please-send-reasons", "gives_reasons", decision=matter.decision_named(is_first=True)),
        *matter.charge(named_as="it"),
        matter.say("notice-gives-none", "gives_reasons"),
    )


def _requests(matter: _Unexplained) -> Iterator[Paragraph]:
    for name in ("ask-which-requirement", "ask-what-was-weighed", "ask-how-length"):
        yield (matter.say(name, "gives_reasons"),)


def _stands(matter: _Unexplained) -> Iterator[Sentence]:
    wanted = matter.wanted
    if wanted.reconsideration == "today":
        yield matter.say("reconsideration-asked-today", "reconsideration")
    elif wanted.asked_on:
        on_day = matter.on_day(wanted.asked_on)
        yield matter.say("request-of-day-stands", "reconsideration", "asked_on", on_day=on_day)
    else:
        yield matter.say("request-stands", "reconsideration")
