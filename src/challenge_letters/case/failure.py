"""What somebody is said not to have done, how they were told of it, and their side of it."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.clock_times import times_in
from challenge_letters.case.fields import Address, Days, Facts, Hours, Line, Minutes, Words, YesNo
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
Relation = Literal[
    "partner",
    "child",
    "child-in-my-care",
    "mother",
    "father",
    "brother",
    "sister",
    "other-relative",
    "friend",
    "not-said",
]
Place = Literal["hospital", "hospital-with-somebody", "court", "custody", "not-said"]
Lacking = Literal["phone", "internet", "device", "skills", "reading", "english"]
JobFault = Literal["pay", "hours", "contract", "safety", "treatment", "health", "caring"]
Dispute = Literal["conduct", "cause", "not-misconduct"]
TimeOff = Literal[
    "paid-work", "voluntary-work", "work-preparation", "child-care", "emergency", "funeral", "other"
]


class Failure(Facts):
    """What the decision or message says was not done.

    `their_words` are DWP's own words, copied by the person. `provider_address` stands on the letter in which
    the provider itself warned them.
    """

    kind: FailureKind = "not-said"
    happened: RoughDay | None = None
    their_day: RoughDay | None = None
    their_words: Words = ""
    asked_by: Literal["jobcentre", "provider", "not-known"] = "not-known"
    provider: Line = ""
    provider_address: Address = ()


class Requirement(Facts):
    """How the person was told what to do: channel, day, words, and when they saw it.

    `new_details_on` is the day on which they gave the office a new address or number; `notice_minutes` how
    long before the time of it the message came.
    """

    told_by: Channel = "not-known"
    told_on: RoughDay | None = None
    words: Words = ""
    was_clear_it_was_required: YesNo = "not-known"
    gave_place_and_time: YesNo = "not-known"
    seen: Literal["before", "after", "never", "not-known"] = "not-known"
    why_not_seen: Words = ""
    new_details_on: RoughDay | None = None
    notice_minutes: Minutes = None

    @property
    def lacked_place_and_time(self) -> bool:
        """Whether the message gave no place and time: never said of one whose own words give a time."""
        return self.gave_place_and_time == "no" and not times_in(self.words)


class Reason(Facts):
    """One reason: the fact, when, what it stopped the person doing, and what they did about it.

    A linking sentence is printed only when `effect` and a day are answered; otherwise the words stand alone.
    After them come the facts that make or break a reason of one kind or another: who died and when, whether
    anybody else could help, when the office was first told. The interview asks each where it counts.
    `usual_minutes` is how long the journey takes on an ordinary day; `told_on` when the office first knew.
    """

    kind: ReasonKind
    fact: Words = ""
    began: RoughDay | None = None
    ended: RoughDay | None = None
    effect: Words = ""
    what_i_did: Words = ""
    could_tell: YesNo = "not-known"
    told_on: RoughDay | None = None
    age: Line = ""
    others_could: YesNo = "not-known"
    relation: Relation = "not-said"
    died_on: RoughDay | None = None
    left_at: Line = ""
    usual_minutes: Minutes = None
    work_hours: Line = ""
    could_move: YesNo = "not-known"
    lacking: tuple[Lacking, ...] = ()
    where_post_came: Words = ""
    was_in: Place = "not-said"
    understood: Words = ""
    put_right_on: RoughDay | None = None
    agreed_by_word: YesNo = "not-known"

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Reason:
        if self.began and self.ended and self.ended.latest < self.began.earliest:
            raise PydanticCustomError("ends-before-start", message("ends-before-start"))
        return self

    @property
    def is_told(self) -> bool:
        """Whether the person has said what it was, in words or by one of the facts that make it."""
        told = (self.fact, self.died_on, self.lacking, self.where_post_came, self.understood)
        return any(told) or self.was_in != "not-said" or self.agreed_by_word == "yes"

    @property
    def has_own_facts(self) -> bool:
        """Whether there is a fact that a letter says in a sentence of its own."""
        told = (self.died_on, self.age, self.left_at, self.usual_minutes, self.work_hours, self.lacking)
        known = (self.put_right_on, self.told_on, self.relation != "not-said", self.was_in != "not-said")
        denied = "no" in (self.others_could, self.could_move, self.could_tell)
        return any(told) or any(known) or denied or self.agreed_by_word == "yes"

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


class Job(Facts):
    """The job that was refused or left: whether it was offered, how far it is, and what was wrong with it.

    `minutes_each_way` is the travel time from home; `tried` what the person did to sort it out.
    """

    was_offered: YesNo = "not-known"
    in_writing: YesNo = "not-known"
    minutes_each_way: Minutes = None
    faults: tuple[JobFault, ...] = ()
    tried: Words = ""


class Misconduct(Facts):
    """What is disputed about losing a job through misconduct: the conduct, the cause, or that it was that."""

    disputed: tuple[Dispute, ...] = ()
    words: Words = ""


class SearchWeek(Facts):
    """Hours of work search in a week, and what took time that can be taken off the hours expected.

    `was_agreed` says whether the office had agreed to the time taken off.
    """

    expected_hours: Hours = None
    done_hours: Hours = None
    time_off: tuple[TimeOff, ...] = ()
    was_agreed: YesNo = "not-known"


class EarlierSanction(Facts):
    """A sanction before this one: the day of that failure, its length, and whether it was overturned."""

    failure_day: RoughDay
    days: Days = None
    overturned: bool = False
    level: Literal["higher", "medium", "low", "lowest", "not-known"] = "not-known"


class FailureFacts(Facts):
    """Everything a person can say about one failure: shared by a threat and a decision.

    `limited_since` is the day from which the office counts limited capability; it may lie after that day.
    """

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
    limited_since: RoughDay | None = None
    was_under_18: YesNo = "not-known"
    commitment_limits: Words = ""
    job: Job | None = None
    misconduct: Misconduct | None = None
    search_week: SearchWeek | None = None
    adjustment: Adjustment | None = None

    def has_side(self, side: Side) -> bool:
        return side in self.sides

    def has_group(self, *groups: Group) -> bool:
        return any(group in self.groups for group in groups)
