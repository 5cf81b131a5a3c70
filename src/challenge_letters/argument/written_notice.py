"""Less was paid and no notice has come: a request for one, and for reconsideration at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import WrittenNoticeRequest
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import NAMES
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Unseen(FollowingUp):
    """The payment that was lower, without a notice."""

    wanted: WrittenNoticeRequest
    payment_day: RoughDay


def written_notice(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the request for a written notice."""
    wanted = letter.follow_up
    if not isinstance(wanted, WrittenNoticeRequest) or wanted.payment_day is None:
        raise ValueError("A request for a notice needs the day of the payment that was lower.")
    boxes = (("because", wanted.because),)
    matter = _Unseen.of(
        letter, case, wanted, on=on, wanted=wanted, payment_day=wanted.payment_day, boxes=boxes
    )
    day = calendar_words.in_full(matter.payment_day)
    return matter.argument(
        subject=matter.subject("subject-written-notice", "payment_day", day=day),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=(matter.say("more-with-reasons", "has_notice"),),
    )


def _opening(matter: _Unseen) -> Iterator[Paragraph]:
    yield (*writer(matter), _lower(matter), *_statement(matter), matter.say("no-notice-seen", "has_notice"))
    yield matter.told("because", "disagree")


def _lower(matter: _Unseen) -> Sentence:
    slots = {"benefit": NAMES[matter.case.benefit], "day": calendar_words.in_full(matter.payment_day)}
    if not matter.wanted.payment_lower_by:
        return matter.say("payment-lower-day", "payment_day", **slots)
    pounds = f"£{matter.wanted.payment_lower_by}"
    return matter.say("payment-lower-day-by", "payment_day", "payment_lower_by", **slots, pounds=pounds)


def _statement(matter: _Unseen) -> Iterator[Sentence]:
    if matter.wanted.statement_words:
        yield matter.say("statement-says", "statement_words", words=matter.wanted.statement_words)


def _requests(matter: _Unseen) -> Iterator[Paragraph]:
    yield (matter.say("ask-written-notice", "payment_day"),)
    yield (matter.say("ask-reconsider-whatever", "payment_day"),)
    yield (matter.say("ask-show-earlier-notice", "has_notice"),)
