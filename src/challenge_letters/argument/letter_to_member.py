"""A letter to a member of Parliament or of the Assembly: what happened, and what they can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import typed
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import LetterToMp
from challenge_letters.law.nations import system_of
from challenge_letters.plan.outcome import PlannedLetter

# What begins so is a thing that somebody waits for, and can stand after "waiting for".
A_THING = ("A ", "An ", "The ", "My ", "Their ", "Any ", "Our ")


@dataclass(frozen=True, kw_only=True)
class _ToMember(FollowingUp):
    """The letter, and what it tells."""

    told_in_it: LetterToMp

    @property
    def passes_it_on(self) -> bool:
        """Whether a complaint there reaches the Ombudsman only through a member."""
        return system_of(self.case.nation).has("member-passes-to-ombudsman")


def letter_to_member(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the letter to a member of Parliament or of the Assembly."""
    told = letter.follow_up
    if not isinstance(told, LetterToMp):
        raise ValueError("A letter to a member needs what it tells.")
    boxes = (("facts", told.facts), ("outstanding", told.outstanding), ("request", told.request))
    matter = _ToMember.of(letter, case, told, on=on, told_in_it=told, boxes=boxes)
    return matter.argument(
        subject=_subject(matter),
        opening=_opening(matter),
        requests=tuple(each for each in _requests(matter) if each),
        ending=tuple(_details(matter)),
    )


def _subject(matter: _ToMember) -> Sentence:
    return Sentence("subject-member-at-risk" if matter.case.safety.is_at_risk else "subject-member")


def _opening(matter: _ToMember) -> Iterator[Paragraph]:
    yield (*writer(matter), matter.say("take-this-up", "for_ombudsman"))
    yield matter.told("facts", "member-facts")
    yield _outstanding(matter)


def _outstanding(matter: _ToMember) -> Paragraph:
    """Return what has not come: "I am still waiting for an answer to my complaint"."""
    words = matter.told_in_it.outstanding
    is_thing = words.startswith(A_THING) and typed.shape(words) == "fragment"
    if is_thing and not matter.voice.is_adviser:
        thing = typed.unstopped(typed.flat(words))
        return (matter.say("still-waiting-for", "outstanding", words=thing),)
    return matter.told("outstanding", "outstanding")


def _requests(matter: _ToMember) -> Iterator[Paragraph]:
    yield matter.told("request", "member-request")
    if not matter.passes_it_on:
        # There is nothing to end where nothing is outstanding with the office.
        yield (matter.say("press-procedure", "outstanding"),) if matter.told_in_it.outstanding else ()
    elif matter.told_in_it.for_ombudsman:
        yield (matter.say("press-for-final-response", "for_ombudsman"),)
        yield (matter.say("then-refer", "for_ombudsman"), *_first_knew(matter))


def _first_knew(matter: _ToMember) -> Iterator[Sentence]:
    knew = matter.told_in_it.first_knew_on
    if knew:
        yield matter.say("first-knew", "first_knew_on", on_day=matter.on_day(knew))


def _details(matter: _ToMember) -> Iterator[Sentence]:
    number = matter.case.claimant.national_insurance_number
    if not matter.told_in_it.may_use_details:
        return
    yield matter.say("may-use-details", "may_use_details")
    if number:
        yield Sentence("my-number", {"number": number}, ("claimant.national_insurance_number",))
