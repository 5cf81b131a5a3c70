"""Text for the form of the data protection regulator: what was asked, what came of it, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import RegulatorComplaint
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _ToRegulator(FollowingUp):
    """The complaint that the regulator is asked to look into."""

    complaint: RegulatorComplaint
    complained_on: RoughDay

    def is_told(self, when: RoughDay) -> bool:
        """Whether the person's own words name the day `when`, so that it need not be told before them."""
        return self.day(when) in self.complaint.what_is_wrong


def to_regulator(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the text for the regulator's form."""
    complaint = letter.follow_up
    if not isinstance(complaint, RegulatorComplaint) or complaint.complained_on is None:
        raise ValueError("A complaint to the regulator needs the day of the complaint to the office.")
    boxes = tuple(
        (name, getattr(complaint, name)) for name in ("what_is_wrong", "why_it_matters", "outcome_wanted")
    )
    matter = _ToRegulator.of(
        letter,
        case,
        complaint,
        on=on,
        complaint=complaint,
        complained_on=complaint.complained_on,
        boxes=boxes,
    )
    wanted = matter.told("outcome_wanted", "outcome")
    return Argument(
        references=(),
        subject=_subject(matter),
        opening=tuple(each for each in _opening(matter) if each),
        sections=(),
        asking=Sentence("heading-outcome") if wanted else None,
        requests=(wanted,) if wanted else (),
        closing=tuple(each for each in (matter.still_to_come(matter.evidence),) if each),
        enclosures=matter.papers(matter.evidence),
        left_out=matter.left_out,
    )


def _subject(matter: _ToRegulator) -> Sentence:
    return Sentence("subject-regulator-at-risk" if matter.case.safety.is_at_risk else "subject-regulator")


def _opening(matter: _ToRegulator) -> Iterator[Paragraph]:
    yield (*writer(matter), _complains(matter))
    yield (*_asked(matter), *matter.told("what_is_wrong", "is-wrong"), *_came_of_it(matter))
    yield matter.told("why_it_matters", "it-matters")


def _complains(matter: _ToRegulator) -> Sentence:
    provider = matter.complaint.provider
    if provider:
        return matter.say("regulator-complain-of", "provider", provider=provider)
    return matter.say("regulator-complain", "complained_on")


def _asked(matter: _ToRegulator) -> Iterator[Sentence]:
    """Yield when the data were asked for and when the office was complained to, unless the words tell it."""
    asked, complained = matter.complaint.asked_on, matter.complained_on
    if asked and not matter.is_told(asked):
        yield matter.say("asked-for-personal-data", "asked_on", on_day=matter.on_day_in_full(asked))
    if not matter.is_told(complained):
        on_day = matter.on_day(complained) if asked else matter.on_day_in_full(complained)
        yield matter.say("complained-to-them", "complained_on", on_day=on_day)


def _came_of_it(matter: _ToRegulator) -> Iterator[Sentence]:
    if matter.complaint.answer != "outcome":
        yield matter.say("no-outcome-since", "answer")
    elif matter.complaint.answered_on:
        on_day = matter.on_day(matter.complaint.answered_on)
        yield matter.say("outcome-came-on", "answered_on", on_day=on_day)
    else:
        yield matter.say("outcome-came", "answer")
