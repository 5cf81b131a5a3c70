"""The records have not come in time, or not all of them: a reminder that is a complaint as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import RecordGap, RecordsLate
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import deadline, rule
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Owing(FollowingUp):
    """The request for records that has not been answered, or not in full."""

    late: RecordsLate
    received_on: RoughDay

    @property
    def has_gaps(self) -> bool:
        return self.letter.variant == "thin"

    @property
    def due(self) -> date:
        """The day by which the records had to be sent, counted from the latest day of receipt."""
        return deadline("subject-access-request", self.received_on.latest, nation=self.case.nation).date


def records_late(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the reminder about records."""
    late = letter.follow_up
    if not isinstance(late, RecordsLate) or late.received_on is None:
        raise ValueError("A reminder about records needs the day on which the request arrived.")
    boxes = tuple((f"gaps.{at}.why", gap.why) for at, gap in enumerate(late.gaps))
    matter = _Owing.of(letter, case, late, on=on, late=late, received_on=late.received_on, boxes=boxes)
    return matter.argument(
        subject=_subject(matter),
        opening=_opening(matter),
        requests=_requests(matter),
    )


def _subject(matter: _Owing) -> Sentence:
    if matter.case.safety.is_at_risk:
        return Sentence("subject-records-at-risk")
    return matter.say("subject-records-missing" if matter.has_gaps else "subject-records-late")


def _opening(matter: _Owing) -> Iterator[Paragraph]:
    yield (*writer(matter), _asked(matter), *_arrived(matter), *_came(matter))
    if matter.has_gaps:
        for at, gap in enumerate(matter.late.gaps):
            yield (_missing(matter, at, gap), *matter.told(f"gaps.{at}.why", "must-be-there"))


def _asked(matter: _Owing) -> Sentence:
    sent = matter.late.sent_on
    if sent is None:
        return matter.say("asked-for-data", "sent_on")
    return matter.say("asked-for-data-on", "sent_on", on_day=matter.on_day_in_full(sent))


def _arrived(matter: _Owing) -> Iterator[Sentence]:
    yield matter.say("had-request", "received_on", on_day=matter.on_day(matter.received_on))
    yield from matter.arrival_shown("proof_of_receipt", matter.late.proof_of_receipt)


def _came(matter: _Owing) -> Iterator[Sentence]:
    if not matter.has_gaps:
        yield matter.say("records-were-due", "received_on", day=matter.day(matter.due))
        yield matter.say("no-records-came", "reply")
    elif matter.late.replied_on:
        on_day = matter.on_day(matter.late.replied_on)
        yield matter.say("answer-of-day-not-complete", "replied_on", on_day=on_day)
    else:
        yield matter.say("answer-not-complete", "reply")


def _missing(matter: _Owing, at: int, gap: RecordGap) -> Sentence:
    too = "-too" if at else ""
    rests_on, day = (f"gaps.{at}.what", f"gaps.{at}.day"), gap.day
    if day is None:
        return matter.say(f"missing{too}", *rests_on, words=gap.what)
    return matter.say(f"missing-of-day{too}", *rests_on, words=gap.what, day=matter.day(day))


def _requests(matter: _Owing) -> Iterator[Paragraph]:
    wanted = ("ask-send-records", "ask-when-records")
    if matter.has_gaps:
        wanted = ("ask-search-again", "ask-say-not-held")
    yield from ((matter.say(name, "reply"),) for name in wanted)
    days = rule("complaint-acknowledgement").days
    yield (matter.say("ask-as-data-complaint", "reply", days=days),)
