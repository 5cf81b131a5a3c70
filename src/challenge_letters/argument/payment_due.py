"""The money that is due after a decision was changed: what was taken, what came back, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from challenge_letters.argument import calendar_words
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import UNNAMED, writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import PaymentDue
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.nations import system_of
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Owed(FollowingUp):
    """The money that has not come, and the notice after which it is due."""

    due: PaymentDue
    notice_dated: RoughDay

    @property
    def left(self) -> str:
        """The pounds that were taken and have not come back, or "" where that is not known."""
        due = self.due
        if due.came == "nothing":
            return due.owed_pounds
        if not (due.owed_pounds and due.came_pounds):
            return ""
        left = Decimal(due.owed_pounds) - Decimal(due.came_pounds)
        return str(left) if left > 0 else ""


def payment_due(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the letter about money that is due."""
    due = letter.follow_up
    if not isinstance(due, PaymentDue) or due.notice_dated is None:
        raise ValueError("A letter about money that is due needs the notice and its date.")
    matter = _Owed.of(letter, case, due, on=on, due=due, notice_dated=due.notice_dated)
    day = calendar_words.in_full(matter.notice_dated)
    return matter.argument(
        subject=matter.subject("subject-money-due", "notice_dated", day=day),
        opening=_opening(matter),
        requests=_requests(matter),
    )


def _opening(matter: _Owed) -> Iterator[Paragraph]:
    yield (*writer(matter), _please_pay(matter), *_changed(matter))
    yield (*_taken(matter), *_came_back(matter))


def _please_pay(matter: _Owed) -> Sentence:
    day = calendar_words.in_full(matter.notice_dated)
    if matter.left:
        return matter.say(
            "please-pay-sum", "notice_dated", "owed_pounds", "came_pounds", day=day, sum=matter.left
        )
    return matter.say("please-pay", "notice_dated", day=day)


def _changed(matter: _Owed) -> Iterator[Sentence]:
    slots = {"decision": matter.decision_named(), "benefit": NAMES[matter.case.benefit]}
    if matter.named.failure.kind in UNNAMED:
        yield matter.say("notice-changes", "decision", **slots)
    else:
        yield matter.say("notice-changes-because", "decision", **slots, failure=matter.failure_named())
    if system_of(matter.case.nation).has("day-a-change-takes-effect"):
        yield matter.say("change-takes-effect", "decision")


def _taken(matter: _Owed) -> Iterator[Sentence]:
    due = matter.due
    until = matter.day(due.period_to) if due.period_to else ""
    slots = {
        "sum": due.owed_pounds,
        "since": matter.day(due.period_from) if due.period_from else "",
        "until": until,
    }
    known = {name: value for name, value in slots.items() if value}
    if known:
        wording = "-".join(["taken", *known])
        yield matter.say(wording, "owed_pounds", "period_from", "period_to", **known)


def _came_back(matter: _Owed) -> Iterator[Sentence]:
    due = matter.due
    if due.came == "nothing":
        yield matter.say("paid-back-nothing", "came")
    if due.came != "part":
        return
    slots = {"sum": due.came_pounds, "on_day": matter.on_day(due.came_on) if due.came_on else ""}
    known = {name: value for name, value in slots.items() if value}
    wording = "-".join(["paid-back", *(name.replace("_", "-") for name in known)])
    yield matter.say(wording if known else "paid-back-part", "came_pounds", "came_on", **known)
    if matter.left:
        yield matter.say("that-leaves", "owed_pounds", "came_pounds", sum=matter.left)


def _requests(matter: _Owed) -> Iterator[Paragraph]:
    yield (matter.say("ask-pay-now", "came"),)
    if matter.due.later_dated:
        day = matter.day(matter.due.later_dated)
        yield (matter.say("ask-look-at-later-decision", "later_dated", day=day),)
    yield (matter.say("ask-why-not-now", "came"),)
