"""What somebody is said not to have done, how they were told of it, and their side of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.clock_times import Window, minutes_after, times_in, window_in
from challenge_letters.case.fields import (
    Address,
    ClockTime,
    Day,
    Days,
    Facts,
    Hours,
    HoursPaid,
    Line,
    Minutes,
    Pounds,
    Words,
    YesNo,
)
from challenge_letters.case.messages import message
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.spoken import MONTHS

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
Side = Literal[
    "did-it", "did-part", "came", "excused", "not-told", "not-required", "had-reason", "not-understood"
]
# What becomes of an appointment or a call at its hour; an employer's interview is kept as well as missed.
INTERVIEWS = failures_with("appointment")
AT_AN_HOUR = failures_with("at-an-hour")
Channel = Literal[
    "journal",
    "letter",
    "text-message",
    "phone",
    "email",
    "in-person",
    "appointment",
    "form",
    "to-do",
    "never",
    "not-known",
]
# How the office can have come to know something: people also change their own details in the account.
MadeKnown = Literal[Channel, "account-details"]
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
    "no-privacy",
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
    "patient",
    "fit-note",
    "late-pregnancy",
    "earning-enough",
    "self-employed",
    "none",
    "not-known",
]
# "redundancy" is what older case files say for any of the first three; nobody is asked it any more.
NoReduction = Literal[
    "redundancy",
    "agreed-redundancy",
    "laid-off",
    "short-time",
    "strike",
    "trial-period",
    "armed-forces",
    "pay-not-fallen",
]
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
PrivatePlace = Literal["refused", "not-asked", "not-known"]
Lacking = Literal["phone", "internet", "device", "skills", "reading", "english"]
JobFault = Literal["pay", "hours", "contract", "safety", "treatment", "health", "caring"]
# What the office did with somebody who was there.
OfficeDid = Literal["seen", "sent-away", "new-time", "kept-waiting", "not-known"]
# How somebody came to have a day or a time wrong, and what they did about it.
ExcusedMeaning = Literal["need-not", "all-right", "another-way", "moved", "will-move", "noted", "not-known"]
MistakeBy = Literal["wrote-down", "misread", "app", "other-message", "unclear", "told", "forgot", "not-known"]
ThenDid = Literal["came", "rang", "wrote", "nothing", "not-known"]
Dispute = Literal["conduct", "cause", "not-misconduct"]
# Who ended a job that is said to have been left.
JobEnded = Literal["sent-away", "notice", "walked-out", "not-known"]
# What became of an injury at work that was told of, who advised against the work, and what else was offered.
AccidentBook = Literal["written", "refused", "not-written", "not-known"]
AdvisedBy = Literal["doctor", "hospital", "physiotherapist", "occupational-health", "nobody", "not-known"]
OtherWork = Literal["none", "taken-back", "too-little", "not-known"]
# What somebody tried before they left a job.
TriedFirst = Literal["raised", "asked-to-move", "looked"]
# What decides whether something was misconduct.
Deciding = Literal["allowed", "no-rule", "others-did", "not-warned", "not-heard"]
OtherJobs = Literal["none", "one", "two", "more", "not-known"]
# How many others could have done what somebody is said to have done.
Others = Literal["nobody", "one", "several", "not-known"]
# What came of an appeal to the employer: whether it still says that the person did it.
AppealResult = Literal["taken-back", "stood-by-it", "waiting", "none", "not-known"]
# From how many minutes on a call counts as one at another time than the one given.
LATE_CALL = 10
# Up to so many minutes somebody can wait for a call.
LONG_WINDOW = 60
# Hours that are more than one, although no time is named.
LONG_STRETCH = re.compile(r"\b(?:morning|afternoon|evening|all day|any time|office hours)\b", re.IGNORECASE)
# A call on another day has no place before or after the window of this one.
OTHER_DAY = re.compile(r"\b(?:day|yesterday|tomorrow|later that week)\b", re.IGNORECASE)
TimeOff = Literal[
    "paid-work", "voluntary-work", "work-preparation", "child-care", "emergency", "funeral", "other"
]

# What a message said about when a call would come, and how often it then rang.
CallTime = Literal["none", "window", "exact", "not-known"]
CallHour = Literal["", "no-hour", "window", "some-time", "outside-window", "other-hour"]
Rang = Literal["never", "elsewhere", "old-number", "once", "twice", "more", "not-known"]
# The calls that went to another number than the one to be rung.
ASTRAY: tuple[Rang, ...] = ("elsewhere", "old-number")

# Why fewer hours are expected of somebody than the office asked for.
FewerBecause = Literal["agreed", "school", "caring", "health", "not-known"]
CaredForGets = Literal[
    "attendance-allowance",
    "pip-daily-living",
    "dla-care",
    "armed-forces-payment",
    "pension-age-disability-payment",
    "adult-disability-payment",
    "child-disability-payment",
    "none",
    "not-known",
]
# What a message about a vacancy did not say, as the person says it.
NotSaid = Literal["must", "day", "consequence"]
# What a message says of itself, whatever was ticked.
SAYS: Mapping[NotSaid, re.Pattern[str]] = {
    "must": re.compile(r"\b(?:must|have to|has to|need to|required?|mandatory|compulsory)\b", re.IGNORECASE),
    "day": re.compile(
        rf"\b(?:\w+day|tomorrow|tonight|(?:\d+(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)})|\d+/\d+)\b",
        re.IGNORECASE,
    ),
    "consequence": re.compile(r"\b(?:sanction\w*|reduc\w+|stop(?:ped|s)?|lose|affect\w*)\b", re.IGNORECASE),
}


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

    @property
    def day(self) -> RoughDay | None:
        """The day of it as the person remembers it, else as the office gives it."""
        return self.happened or self.their_day


class Requirement(Facts):
    """How the person was told what to do: channel, day, words, and when they saw it.

    `new_details_on` is the day on which they gave the office a new address or number, `last_day` the last day
    for it that the message itself gives; `notice_minutes` how long before the time of it the message came.
    `not_said` is what a message about a vacancy did not say, as it was ticked.
    `sent_to` is asked of an appointee: "claimant" where it went past them although the office knew of them.
    """

    told_by: Channel = "not-known"
    told_on: RoughDay | None = None
    words: Words = ""
    was_clear_it_was_required: YesNo = "not-known"
    gave_place_and_time: YesNo = "not-known"
    seen: Literal["before", "after", "never", "not-known"] = "not-known"
    why_not_seen: Words = ""
    new_details_on: RoughDay | None = None
    last_day: Day | None = None
    notice_minutes: Minutes = None
    sent_to: Literal["writer", "claimant", "not-known"] = "not-known"
    not_said: tuple[NotSaid, ...] = ()

    @property
    def lacked_place_and_time(self) -> bool:
        """Whether the message gave no place and time: never said of one whose own words give a time."""
        return self.gave_place_and_time == "no" and not times_in(self.words)

    @property
    def left_unsaid(self) -> tuple[NotSaid, ...]:
        """What the message did not say: never what its own words say, whatever was ticked."""
        return tuple(each for each in self.not_said if not SAYS[each].search(self.words))

    @property
    def was_clear(self) -> bool:
        """Whether the person says that the message made clear what they had to do."""
        is_said = self.was_clear_it_was_required == "yes" or self.gave_place_and_time == "yes"
        return is_said and self.was_clear_it_was_required != "no" and not self.lacked_place_and_time

    @property
    def only_suggested(self) -> bool:
        """Whether it was not clear that what the message spoke of had to be done."""
        was_no_must = "must" in self.left_unsaid and self.was_clear_it_was_required != "yes"
        return was_no_must or self.was_clear_it_was_required == "no"


class Reason(Facts):
    """One reason: the fact, when, what it stopped the person doing, and what they did about it.

    A linking sentence is printed only when `effect` and a day are answered; otherwise the words stand alone.
    After them come the facts that make or break a reason of one kind or another: who died and when, whether
    anybody else could help, when the office was first told. The interview asks each where it counts.
    `usual_minutes` is how long the journey takes on an ordinary day; `told_on` when the office first knew;
    `private_place` whether a place to talk in private was asked for, and refused; `interpreter` whether
    somebody interpreted what was said, for a person who speaks another language. `called` is what it was in a
    few words that end "It was because of …": "a migraine", "my father's funeral".
    """

    kind: ReasonKind
    called: Line = ""
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
    interpreter: YesNo = "not-known"
    private_place: PrivatePlace = "not-known"

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Reason:
        if self.began and self.ended and self.ended.latest < self.began.earliest:
            raise PydanticCustomError("ends-before-start", message("ends-before-start"))
        return self

    @property
    def is_told(self) -> bool:
        """Whether it is said what it was, what it stopped or since when, or a fact that makes it.

        The story itself may tell the rest of it: what was ticked and no more says nothing of that.
        """
        words = (self.called, self.fact, self.effect, self.where_post_came, self.understood)
        is_fact = self.was_in != "not-said" or self.agreed_by_word == "yes"
        return any((*words, self.began, self.died_on, self.lacking)) or is_fact

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
    how: MadeKnown = "not-known"
    words: Words = ""
    said_back: Words = ""


class TellingAtAnHour(Telling):
    """What they told DWP about a failure; `at` is the time, on the day of something that has an hour.

    `begins_at` is that hour, where no message told of here names it.
    """

    at: ClockTime = ""
    begins_at: ClockTime = ""


class Done(Facts):
    """What the person has done since about what was asked.

    `offered_on` is the day on which they first offered to come, or asked for a new time; `agreed_on` the day
    on which the office gave them one. "closed" is said of a vacancy, or of a job that is gone.
    """

    state: Literal["done", "rebooked", "not-yet", "cannot", "closed", "not-known"] = "not-known"
    day: RoughDay | None = None
    words: Words = ""
    offered_on: RoughDay | None = None
    agreed_on: RoughDay | None = None


class Arrival(Facts):
    """That somebody was there, or on the call: at which time, and what the office did then.

    `due_at` is the time it was to begin. `their_words` were said at the desk or on the line; `waited_minutes`
    is how long the person waited. `was_sent_elsewhere`: the message named another place than the one where
    it was held; they were there `at_named_place`.
    """

    due_at: ClockTime = ""
    came_at: ClockTime = ""
    office_did: OfficeDid = "not-known"
    their_words: Words = ""
    waited_minutes: Minutes = None
    was_sent_elsewhere: YesNo = "not-known"
    at_named_place: ClockTime = ""

    @property
    def minutes_late(self) -> int | None:
        """How many minutes after the time they were there, less than 0 before it; None if not known."""
        return minutes_after(self.came_at, self.due_at)


class Excused(Facts):
    """That the office had said they need not do it, that it was all right or to be another way, or noted it.

    `meaning` is which of these it said; `day` the day on which it said so, `words` what was said or written,
    in the office's own words; `moved_to` the day to which it moved what was to be done, where it moved it.
    """

    meaning: ExcusedMeaning = "not-known"
    day: RoughDay | None = None
    how: Channel = "not-known"
    words: Words = ""
    moved_to: RoughDay | None = None


class Mistake(Facts):
    """A day or a time that somebody had wrong: what they thought it was, why, and what they did then.

    `thought_else` ends the sentence "I thought that …"; `came_at` is when they came on the day they thought
    right, `then_on` the day on which they rang, wrote or came. `whose` is asked of an appointee: "writer"
    where it was theirs.
    """

    thought_day: Day | None = None
    thought_at: ClockTime = ""
    thought_else: Line = ""
    by: MistakeBy = "not-known"
    then: ThenDid = "not-known"
    then_on: RoughDay | None = None
    came_at: ClockTime = ""
    was_first: YesNo = "not-known"
    whose: Literal["writer", "claimant", "not-known"] = "not-known"

    @property
    def is_told(self) -> bool:
        """Whether it has been said what was thought, or how that came about."""
        return bool(self.thought_day or self.thought_at or self.thought_else) or self.by != "not-known"

    @property
    def came_on(self) -> RoughDay | None:
        """The day on which they came; None where they did not, or it is not known."""
        if self.then != "came":
            return None
        return self.then_on or (RoughDay.parse(self.thought_day.isoformat()) if self.thought_day else None)


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

    `minutes_each_way` is the travel time from home; `tried` what the person did to sort it out. `lacked` is
    what the job asks for and the person does not have; `other_jobs` how many others they applied for that
    week. `ended` and `ended_words` say how a job that was left came to its end, `unpaid` and `danger` end the
    sentences "I was not paid for …" and "It was not safe, because …". `hurt_on` is the day of an injury at
    work, `hurt_told` whom the person told of it. `advised_against`, `hurt_told` and `offered` end "advised me
    against …", "I told …" and "They offered me …"; `other_work` is what came of that offer, `asked_for` ends
    "I asked for …" and `danger_shown` is who else was hurt or told. The work begins at `starts_at`, and the
    person can be there at `there_by` at the earliest. `others_applied` ends "In that week I applied for …".
    Of a placement `ended` and `ended_words` say who ended it, and `not_as_told` ends "I was asked …";
    `danger` and `danger_shown` are asked of it too. Of a vacancy `vacancy` ends "The job was …", and
    `beyond_agreed` "It went beyond what had been agreed, because …". `employer_says` is the reason that the
    employer gives for the end of the job, `own_answer` ends "My answer is that …", and `tried_first` is what
    was tried before. `payslip_pay` is the pay before tax of one payslip, `payslip_hours` what
    was worked for it.
    """

    was_offered: YesNo = "not-known"
    in_writing: YesNo = "not-known"
    minutes_each_way: Minutes = None
    faults: tuple[JobFault, ...] = ()
    tried: Words = ""
    lacked: Line = ""
    other_jobs: OtherJobs = "not-known"
    ended: JobEnded = "not-known"
    ended_words: Words = ""
    unpaid: Line = ""
    danger: Line = ""
    hurt_on: RoughDay | None = None
    hurt_told: Line = ""
    accident_book: AccidentBook = "not-known"
    advised_by: AdvisedBy = "not-known"
    advised_against: Line = ""
    advised_on: RoughDay | None = None
    offered: Line = ""
    other_work: OtherWork = "not-known"
    asked_for: Line = ""
    danger_shown: Words = ""
    starts_at: ClockTime = ""
    there_by: ClockTime = ""
    others_applied: Line = ""
    not_as_told: Line = ""
    vacancy: Line = ""
    beyond_agreed: Line = ""
    payslip_pay: Pounds = ""
    payslip_hours: HoursPaid = ""
    employer_says: Words = ""
    own_answer: Line = ""
    tried_first: tuple[TriedFirst, ...] = ()

    @property
    def employers_words(self) -> str:
        """The words of the employer that `own_answer` answers."""
        return self.employer_says

    @property
    def is_advised_against(self) -> bool:
        """Whether somebody who knows of health advised against this work."""
        return self.advised_by not in ("nobody", "not-known")


class Misconduct(Facts):
    """What is disputed about losing a job through misconduct: the conduct, the cause, or that it was that.

    `others` is how many other people could have done it; `reason_given` the employer's reason in its words.
    `circumstances` explain what happened, `own_appeal` ends "I appealed to the employer …", `appeal_result`
    is what came of it, and `asked_first` whether the office asked for the person's side before it decided.
    `own_answer` ends "My answer is that …"; `deciding` is what else decides whether it was misconduct.
    """

    disputed: tuple[Dispute, ...] = ()
    words: Words = ""
    others: Others = "not-known"
    evidence_shown: YesNo = "not-known"
    reason_given: Words = ""
    circumstances: Words = ""
    own_appeal: Line = ""
    appeal_result: AppealResult = "not-known"
    asked_first: YesNo = "not-known"
    own_answer: Line = ""
    deciding: tuple[Deciding, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether anything is told of it that a ground can say."""
        told = self.disputed or self.words or self.circumstances or self.own_answer or self.deciding
        return bool(told or self.is_taken_back)

    @property
    def employers_words(self) -> str:
        """The words of the employer that `own_answer` answers."""
        return self.reason_given

    @property
    def is_taken_back(self) -> bool:
        """Whether the employer, on an appeal to it, no longer says that the person did it."""
        return self.appeal_result == "taken-back"


class SearchWeek(Facts):
    """Hours of work search in a week, and what took time that can be taken off the hours expected.

    `expected_hours` are those the office asked for, `fewer_hours` those that had been agreed, since
    `agreed_on`, or that fit with school, caring or health. `counted_hours` are those that the office itself
    says were done. `time_off_hours` is how long all of `time_off` took together; `was_agreed` says
    whether the office had agreed to it. `offered` is what the person offered to show the search and the
    office did not look at, `offered_back` what was said to that.
    """

    expected_hours: Hours = None
    done_hours: Hours = None
    fewer_hours: Hours = None
    fewer_because: FewerBecause = "not-known"
    agreed_on: RoughDay | None = None
    agreed_words: Line = ""
    counted_hours: Hours = None
    time_off: tuple[TimeOff, ...] = ()
    time_off_hours: Hours = None
    was_agreed: YesNo = "not-known"
    offered: Line = ""
    offered_back: Line = ""

    @property
    def done(self) -> float | None:
        """The hours done: the office's own number where the person's is not more."""
        told = (self.done_hours, self.counted_hours)
        return max((each for each in told if each is not None), default=None)

    @property
    def is_accepted(self) -> bool:
        """Whether the office itself says that so many hours were done."""
        return self.counted_hours is not None and self.counted_hours == self.done


class Birth(Facts):
    """A birth near the day in question: when it was due, when it was, and since when the office knew.

    `told_on` is the day on which the office was given the maternity certificate, or told.
    """

    due: Day | None = None
    born: Day | None = None
    told_on: RoughDay | None = None
    has_certificate: YesNo = "not-known"


class FitNote(Facts):
    """A fit note: the days it covered, and the day on which the office was given it."""

    began: Day | None = None
    ended: Day | None = None
    told_on: RoughDay | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> FitNote:
        if self.began and self.ended and self.ended < self.began:
            raise PydanticCustomError("ends-before-start", message("ends-before-start"))
        return self

    def covers(self, day: RoughDay | None) -> bool:
        """Return whether it surely covered `day`: both ends of the note and the day itself are known."""
        if day is None or self.began is None or self.ended is None:
            return False
        return self.began <= day.earliest and day.latest <= self.ended


class HandingIn(Facts):
    """How somebody tried to hand in what was asked for, what went wrong, and what they then did with it.

    `tries` is how often they tried, in their words; `other_way` and `other_day` are how and when they handed
    it in instead.
    """

    how: Literal["upload", "journal", "email", "post", "in-person", "not-known"] = "not-known"
    went_wrong: Literal["too-large", "page-failed", "locked-out", "no-connection", "not-known"] = "not-known"
    tries: Line = ""
    other_way: Literal["in-person", "post", "email", "journal", "phone", "none", "not-known"] = "not-known"
    other_day: RoughDay | None = None
    was_taken: Literal["taken", "refused", "not-known"] = "not-known"
    goes_with_letter: YesNo = "not-known"

    @property
    def was_handed_in(self) -> bool:
        """Whether it was handed in, or offered, in another way."""
        return self.other_way not in ("none", "not-known")


class Call(Facts):
    """A call that was missed: the time the message gave for it, how often it rang, and when.

    `given` is the time or the hours that the message gave, `rang_at` the time at which it rang, both in the
    person's words; `minutes_after` is how long after the time given it first rang. `rang` is "elsewhere" if
    another number than theirs was rung, "old-number" if it was theirs, but not the one they had given for
    the call; `number_told` is how they had given the right one.
    """

    time_given: CallTime = "not-known"
    given: Line = ""
    rang: Rang = "not-known"
    rang_at: Line = ""
    minutes_after: Minutes = None
    number_hidden: YesNo = "not-known"
    number_told: Telling | None = None

    @property
    def went_astray(self) -> bool:
        """Whether another number was rung than the one to be rung."""
        return self.rang in ASTRAY

    @property
    def never_came(self) -> bool:
        """Whether no call came to the number to be rung."""
        return self.rang == "never" or self.went_astray

    @property
    def has_rung(self) -> bool:
        """Whether it rang, once or more often, and was not taken."""
        return self.rang != "not-known" and not self.never_came

    @property
    def came_late(self) -> bool:
        """Whether it came long after the time given: never said of a few minutes."""
        return self.time_given == "exact" and (self.minutes_after or 0) >= LATE_CALL


class EarlierSanction(Facts):
    """A sanction before this one: the day of that failure, its length, and whether it was overturned.

    `decided_on` is the day of that decision, `overturned_on` and `overturned_words` are the day and the words
    of the letter that took it back.
    """

    failure_day: RoughDay
    decided_on: RoughDay | None = None
    days: Days = None
    overturned: bool = False
    overturned_on: RoughDay | None = None
    overturned_words: Words = ""
    paid_back_on: RoughDay | None = None
    level: Literal["higher", "medium", "low", "lowest", "not-known"] = "not-known"

    @property
    def says_how(self) -> bool:
        """Whether more is told than that it was taken back: the letter, its words, the money."""
        told = (self.decided_on, self.overturned_on, self.overturned_words, self.paid_back_on)
        return self.overturned and any(told)


class OwnPoint(Facts):
    """A point that the person adds to those the letter makes: `says` is its heading, `because` its reasons.

    `comes_first`: to whoever makes it, it is the strongest.
    """

    says: Words = ""
    because: Words = ""
    comes_first: bool = False


class FailureFacts(Facts):
    """Everything a person can say about one failure: shared by a threat and a decision.

    `key_point` is what whoever decides must not miss: it is read first. `why_no_answer` answers words of
    theirs that nothing was answered or sent (`case/not_answered.py`). `evidence_shows` ends "They show
    that …" of the papers, and `to_look_at` "Please look at …" of what others hold; `own_request` is what else
    is asked for. `limited_since` is the day
    from which the office counts limited capability; it may lie after that day. `cares_35_hours` and
    `cared_for_gets` are asked of a carer: how much care, and for whom. A job left, lost or refused before the
    claim (`was_before_claim`) has the day of the claim, and the last day of work that was to end anyway.
    """

    failure: Failure = Failure.model_construct()
    requirement: Requirement = Requirement.model_construct()
    sides: tuple[Side, ...] = ()
    account: Words = ""
    key_point: Words = ""
    why_no_answer: Words = ""
    what_i_did: Words = ""
    why_not_required: Words = ""
    reasons: tuple[Reason, ...] = ()
    told_them: TellingAtAnHour | None = None
    done_since: Done = Done.model_construct()
    evidence: tuple[Evidence, ...] = ()
    evidence_shows: Words = ""
    to_look_at: Words = ""
    own_points: tuple[OwnPoint, ...] = ()
    own_request: Words = ""
    groups: tuple[Group, ...] = ()
    limited_since: RoughDay | None = None
    cares_35_hours: YesNo = "not-known"
    care_hours: Hours = None
    cared_for_gets: CaredForGets = "not-known"
    birth: Birth | None = None
    fit_note: FitNote | None = None
    handing_in: HandingIn | None = None
    call: Call | None = None
    arrival: Arrival | None = None
    mistake: Mistake | None = None
    excused: Excused | None = None
    was_under_18: YesNo = "not-known"
    commitment_limits: Words = ""
    job: Job | None = None
    misconduct: Misconduct | None = None
    was_before_claim: YesNo = "not-known"
    claimed_on: RoughDay | None = None
    work_was_to_end: RoughDay | None = None
    search_week: SearchWeek | None = None
    adjustment: Adjustment | None = None

    def has_side(self, side: Side) -> bool:
        return side in self.sides

    @property
    def is_with_a_provider(self) -> bool:
        """Whether whoever was told of it, or excused them, may be a provider's and not the office's own."""
        return self.failure.asked_by == "provider" or self.failure.kind == "work-placement"

    @property
    def may_have_told_a_provider(self) -> bool:
        """Whether a provider may have been told, and not the office, which has what is in the journal."""
        return self.told_them is not None and self.told_them.how != "journal" and self.is_with_a_provider

    @property
    def missed_call(self) -> Call | None:
        """What is told of the call, where a missed call is what it is about."""
        return self.call if self.failure.kind == "missed-call" else None

    @property
    def call_window(self) -> Window | None:
        """The two times between which the call was to come: as answered, or else as the message has them."""
        call = self.missed_call
        if call is None or call.time_given == "exact":
            return None
        return window_in(call.given, is_an_answer=True) or window_in(self.requirement.words)

    @property
    def minutes_outside_window(self) -> int:
        """How many minutes after its window the call came; less than nought before it, 0 if that is not sure.

        Never of a few minutes; of two calls only where the times of both are known.
        """
        call, window = self.missed_call, self.call_window
        if call is None or window is None or OTHER_DAY.search(call.rang_at):
            return 0
        times = times_in(call.rang_at)
        if not times or len(times) != {"once": 1, "twice": 2}.get(call.rang, 0):
            return 0
        outside = [window.minutes_outside(each) for each in times]
        is_sure = min(outside) >= LATE_CALL or max(outside) <= -LATE_CALL
        return min(outside, key=abs) if is_sure else 0

    @property
    def hour_not_given(self) -> CallHour:
        """What was wrong with the hour for a call that a message gave; "" where nothing was.

        A window is a stretch of hours only if it is longer than one.
        """
        call, window = self.missed_call, self.call_window
        if call is None or call.time_given == "exact":
            return "other-hour" if call and call.came_late else ""
        if self.minutes_outside_window:
            return "outside-window"
        if window is not None and window.lasts <= LONG_WINDOW:
            return ""
        if call.time_given == "none":
            return "no-hour"
        if call.time_given != "window":
            return ""
        return "window" if window or LONG_STRETCH.search(call.given) else "some-time"

    @property
    def lacked_place_and_time(self) -> bool:
        """Whether the message gave no place and time: never said of a call for which it gave hours."""
        is_given = self.missed_call is not None and self.missed_call.time_given in ("window", "exact")
        return self.requirement.lacked_place_and_time and not is_given

    @property
    def never_rang(self) -> bool:
        """Whether no call came to a phone that worked; what went to another number came to none of theirs."""
        call, lacked = self.missed_call, any("phone" in reason.lacking for reason in self.reasons)
        return call is not None and (call.went_astray or (call.rang == "never" and not lacked))

    @property
    def number_told(self) -> Telling | None:
        """How they had given the right number, where another one was rung and anything of it is told."""
        call = self.missed_call
        told = call.number_told if call and call.went_astray else None
        return told if told and (told.day or told.words or told.how != "not-known") else None

    @property
    def cares_substantially(self) -> bool:
        """Whether they care for at least 35 hours a week for somebody who counts as severely disabled."""
        gets = self.cared_for_gets not in ("none", "not-known")
        return "carer" in self.groups and self.cares_35_hours == "yes" and gets

    def has_group(self, *groups: Group) -> bool:
        return any(group in self.groups for group in groups)
