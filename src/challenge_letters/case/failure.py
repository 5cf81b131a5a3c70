"""What somebody is said not to have done, how they were told of it, and their side of it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.fields import Facts, Line, Words, YesNo
from challenge_letters.case.messages import message
from challenge_letters.case.rough_days import RoughDay

FailureKind = Literal[
    "missed-appointment",
    "late-for-appointment",
    "missed-call",
    "specific-task",
    "evidence-not-given",
    "work-search-hours",
    "not-available",
    "particular-vacancy",
    "employer-interview",
    "job-offer",
    "left-job",
    "lost-job",
    "work-placement",
    "other",
    "not-said",
]
Side = Literal["did-it", "did-part", "not-told", "not-required", "had-reason", "not-understood"]
Channel = Literal[
    "journal", "letter", "text-message", "phone", "email", "in-person", "to-do", "never", "not-known"
]
ReasonKind = Literal[
    "ill",
    "mental-health",
    "not-told",
    "caring",
    "bereavement",
    "travel",
    "working",
    "job-turned-down",
    "no-access",
    "no-home",
    "not-safe",
    "custody-hospital-court",
    "unclear-or-mistake",
    "unfair-commitment",
    "other",
]
Group = Literal[
    "child-under-1",
    "child-1",
    "child-2",
    "child-3-12",
    "carer",
    "limited-capability",
    "limited-capability-work-activity",
    "fit-note",
    "late-pregnancy",
    "earning-enough",
    "self-employed",
    "none",
    "not-known",
]
NoReduction = Literal["redundancy", "strike", "trial-period", "armed-forces", "pay-not-fallen"]


class Failure(Facts):
    """What the decision or message says was not done.

    `their_words` are DWP's own words, copied by the person.
    """

    kind: FailureKind = "not-said"
    happened: RoughDay | None = None
    their_day: RoughDay | None = None
    their_words: Words = ""
    asked_by: Literal["jobcentre", "provider", "not-known"] = "not-known"
    provider: Line = ""


class Requirement(Facts):
    """How the person was told what to do: channel, day, words, and when they saw it."""

    told_by: Channel = "not-known"
    told_on: RoughDay | None = None
    words: Words = ""
    was_clear_it_was_required: YesNo = "not-known"
    gave_place_and_time: YesNo = "not-known"
    seen: Literal["before", "after", "never", "not-known"] = "not-known"
    why_not_seen: Words = ""


class Reason(Facts):
    """One reason: the fact, when, what it stopped the person doing, and what they did about it.

    A linking sentence is printed only when `effect` and a day are answered; otherwise the words stand alone.
    """

    kind: ReasonKind
    fact: Words = ""
    began: RoughDay | None = None
    ended: RoughDay | None = None
    effect: Words = ""
    what_i_did: Words = ""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Reason:
        if self.began and self.ended and self.ended.latest < self.began.earliest:
            raise PydanticCustomError("ends-before-start", message("ends-before-start"))
        return self

    @property
    def is_complete(self) -> bool:
        """Whether fact, effect and day are all there, so that a sentence may tie them together."""
        return bool(self.fact and self.effect and self.began)


class Telling(Facts):
    """Something the person told DWP: when, how, and what was said back."""

    day: RoughDay | None = None
    how: Channel = "not-known"
    words: Words = ""
    said_back: Words = ""


class Done(Facts):
    """What the person has done since about what was asked."""

    state: Literal["done", "rebooked", "not-yet", "cannot", "not-known"] = "not-known"
    day: RoughDay | None = None
    words: Words = ""


class Evidence(Facts):
    """One thing that shows it, and whether it is in hand. "asked-for" is never printed as enclosed."""

    what: Line
    have: Literal["enclosed", "asked-for", "cannot-get"] = "enclosed"


class Adjustment(Facts):
    """A step needed because of health or disability: the disadvantage, the step, and since when DWP knows."""

    disadvantage: Words = ""
    step_wanted: Words = ""
    told_on: RoughDay | None = None
    told_how: Channel = "not-known"
    asked_before: YesNo = "not-known"
    what_was_done: Words = ""


class EarlierSanction(Facts):
    """A sanction before this one: the day of that failure, its length, and whether it was overturned."""

    failure_day: RoughDay
    days: int | None = None
    overturned: bool = False
    level: Literal["higher", "medium", "low", "lowest", "not-known"] = "not-known"


class FailureFacts(Facts):
    """Everything a person can say about one failure: shared by a threat and a decision."""

    failure: Failure = Failure()
    requirement: Requirement = Requirement()
    sides: tuple[Side, ...] = ()
    account: Words = ""
    what_i_did: Words = ""
    why_not_required: Words = ""
    reasons: tuple[Reason, ...] = ()
    told_them: Telling | None = None
    done_since: Done = Done()
    evidence: tuple[Evidence, ...] = ()
    groups: tuple[Group, ...] = ()
    was_under_18: YesNo = "not-known"
    commitment_limits: Words = ""
    adjustment: Adjustment | None = None

    def has_side(self, side: Side) -> bool:
        return side in self.sides

    def has_group(self, *groups: Group) -> bool:
        return any(group in self.groups for group in groups)
