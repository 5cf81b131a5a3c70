"""A reminder that a request for reconsideration has had no decision, and a complaint about the delay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.channels import channel
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.argument.typed import is_no_answer
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import NoAnswer
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.nations import system_of
from challenge_letters.plan.outcome import PlannedLetter

# An interval argues from here on: shorter ones are left to the days.
LONG_AGO = 7


@dataclass(frozen=True, kw_only=True)
class _Unanswered(FollowingUp):
    """The request that has had no decision."""

    chased: NoAnswer
    sent_on: RoughDay

    @property
    def is_answered(self) -> bool:
        """Whether something came back, which was no decision."""
        return bool(self.chased.said_back) and not is_no_answer(self.chased.said_back)


def no_answer(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the reminder in `letter`."""
    chased = letter.follow_up
    if not isinstance(chased, NoAnswer) or chased.sent_on is None:
        raise ValueError("A reminder needs a request and the day on which it was made.")
    boxes = (("effect", chased.effect),)
    matter = _Unanswered.of(letter, case, chased, on=on, chased=chased, sent_on=chased.sent_on, boxes=boxes)
    return matter.argument(
        subject=_subject(matter),
        opening=_opening(matter),
        requests=_requests(matter),
        ending=_complaint(matter),
        enclosed_first=_copy(matter),
    )


def _subject(matter: _Unanswered) -> Sentence:
    wording = "subject-reminder-and-complaint" if matter.letter.variant == "complaint" else "subject-reminder"
    return matter.subject(wording, "sent_on", day=calendar_words.in_full(matter.sent_on))


# -- what was asked, and what came of it


def _opening(matter: _Unanswered) -> Iterator[Paragraph]:
    wanted = "do-say-that-you-have-it" if matter.letter.variant == "registered" else "do-decide-it"
    yield (
        *writer(matter),
        _asked(matter),
        *matter.charge(),
        *_came_back(matter),
        matter.say(wanted, "sent_on"),
    )
    yield (
        *matter.arrival_shown("proof_of_delivery", matter.chased.proof_of_delivery),
        *_in_time(matter),
    )
    yield matter.told("effect", "waiting")


def _asked(matter: _Unanswered) -> Sentence:
    sent, by, ago = matter.sent_on, channel(matter.chased.how), _ago(matter)
    slots = {"ago": ago, "by": by, "on_day": matter.on_day_in_full(sent), "decision": matter.decision_named()}
    wording = "-".join(["asked", *(name for name in ("ago", "by") if slots[name])])
    return matter.say(wording, "sent_on", "how", **{name: value for name, value in slots.items() if value})


def _ago(matter: _Unanswered) -> str:
    """Return how long it is since the request, "eight weeks"; "" where that is not known, or short."""
    sent = matter.sent_on
    if not sent.is_exact or (matter.on - sent.earliest).days < LONG_AGO:
        return ""
    return calendar_words.between(sent.earliest, matter.on)


def _came_back(matter: _Unanswered) -> Iterator[Sentence]:
    if not matter.is_answered:
        yield Sentence("had-no-answer", {}, (f"{matter.about}.sent_on",))
        return
    yield matter.say("came-back", "said_back", words=matter.chased.said_back)
    yield matter.say("that-is-no-decision", "said_back")


def _in_time(matter: _Unanswered) -> Iterator[Sentence]:
    """Yield that the request was in time, where both days say so."""
    start, sent = matter.named.counts_from, matter.sent_on
    if start is None or not (start.is_exact and sent.is_exact) or sent.earliest < start.earliest:
        return
    if sent.earliest <= deadline("mandatory-reconsideration", start.earliest).date:
        yield matter.say("was-in-time", "sent_on", "decision")


# -- what is asked


def _requests(matter: _Unanswered) -> Iterator[Paragraph]:
    names = ("ask-registered", "ask-who-has-it")
    if matter.letter.variant != "registered":
        names = ("ask-decide", "ask-what-it-waits-for")
    yield from ((matter.say(name, "sent_on"),) for name in names)
    with_copy = "-copy-enclosed" if matter.chased.copy_enclosed else ""
    yield (matter.say(f"ask-treat-as-made{with_copy}", "sent_on", "copy_enclosed"),)
    if matter.is_answered:
        in_time = "-in-time" if any(_in_time(matter)) else ""
        yield (matter.say(f"ask-refusal-in-writing{in_time}", "said_back"),)


def _complaint(matter: _Unanswered) -> Paragraph:
    if matter.letter.variant != "complaint":
        return ()
    final = system_of(matter.case.nation).final_stage
    names = ("also-a-complaint", "would-put-delay-right", f"{final}-and-final")
    return tuple(matter.say(name, "complain") for name in names)


def _copy(matter: _Unanswered) -> Paragraph:
    return (matter.say("enclosed-copy-of-request", "copy_enclosed"),) if matter.chased.copy_enclosed else ()
