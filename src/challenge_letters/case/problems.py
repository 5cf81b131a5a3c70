"""The problems a case can hold, told apart by `kind`. A threat is not a decision."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.failure import (
    Channel,
    Done,
    EarlierSanction,
    Evidence,
    FailureFacts,
    MadeKnown,
    NoReduction,
    OwnPoint,
    Telling,
)
from challenge_letters.case.fields import Address, Day, Days, Facts, Id, Line, Pounds, Words, YesNo
from challenge_letters.case.follow_ups import FollowUp, SentKind
from challenge_letters.case.messages import message
from challenge_letters.case.rough_days import RoughDay

AlsoHolds = Literal["messages", "other-people", "health", "address", "same-log-in", "same-password"]


class Warned(Facts):
    """The message that warns of a sanction: when, how, its words, and by when it wants an answer.

    `address` is the one that a letter shows at its top.
    """

    day: RoughDay | None = None
    came_by: Channel = "not-known"
    address: Address = ()
    words: Words = ""
    answer_by: Day | None = None


class ThreatenedSanction(FailureFacts):
    """Somebody has been warned: there is no decision yet, so there is nothing to reconsider."""

    kind: Literal["threatened-sanction"]
    id: Id = "threat"
    warning: Warned = Warned.model_construct()
    more_time: Words = ""


class Decision(Facts):
    """A decision to reduce a benefit, as far as the person can see it.

    `notified` is the day it was posted, or recorded as sent in the account: the month runs from it.
    """

    notice: Literal["seen", "none-seen"] = "seen"
    dated: RoughDay | None = None
    notified: RoughDay | None = None
    came_by: Channel = "not-known"
    address: Address = ()
    reference: Line = ""
    days: Days = None
    is_open_ended: YesNo = "not-known"
    reduced_from: RoughDay | None = None
    says_reconsider_first: YesNo = "not-known"
    gives_reasons: YesNo = "not-known"
    payment_day: RoughDay | None = None
    payment_lower_by: Pounds = ""
    statement_words: Words = ""

    @property
    def counts_from(self) -> RoughDay | None:
        """The day the month is counted from: notified, else the date on it, else the payment's."""
        return self.notified or self.dated or self.payment_day


class LatePeriod(Facts):
    """A stretch of time in which the person could not ask, and why. The last one ends today."""

    began: RoughDay
    ended: RoughDay | None = None
    what: Words

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> LatePeriod:
        if self.ended and self.ended.latest < self.began.earliest:
            raise PydanticCustomError("ends-before-start", message("ends-before-start"))
        return self


class OfficialError(Facts):
    """Something DWP had been told and the decision does not deal with (its own error)."""

    what_they_knew: Words = ""
    told_on: RoughDay | None = None
    told_how: MadeKnown = "not-known"


# The situations that can lower or end a reduction once they begin; no others are said to have begun.
ChangedGroup = Literal[
    "limited-capability-work-activity", "child-under-1", "late-pregnancy", "child-1", "carer"
]


class Changed(Facts):
    """What has become true of the person since that day, and since when: it can lower or end a reduction."""

    groups: tuple[ChangedGroup, ...] = ()
    since: RoughDay | None = None


class AppliedSanction(FailureFacts):
    """A decision to reduce has been made.

    `earlier_sanctions_known` is "yes" when the list of earlier sanctions is complete, so that an empty one
    means none; `never_sanctioned`: there was none at any time. `was_stopped` is "no" for somebody who says
    that nothing stopped them from asking in time;
    `did_not_know` is "yes" where they did not know that they could ask, or by when; they did `found_out_on`.
    `hours_were_limited` says whether a job left in its trial period had more hours than the search was
    limited to. `back_in_work_until` is empty while the work goes on; `back_in_work_words` tells of breaks
    and other jobs.
    """

    kind: Literal["applied-sanction"]
    id: Id = "sanction"
    decision: Decision = Decision.model_construct()
    already_asked: Telling | None = None
    late: tuple[LatePeriod, ...] = ()
    was_stopped: YesNo = "not-known"
    did_not_know: YesNo = "not-known"
    found_out_on: RoughDay | None = None
    why_look_now: Words = ""
    official_error: OfficialError | None = None
    earlier_sanctions: tuple[EarlierSanction, ...] = ()
    earlier_sanctions_known: YesNo = "not-known"
    never_sanctioned: bool = False
    no_reduction: tuple[NoReduction, ...] = ()
    no_reduction_words: Words = ""
    hours_were_limited: YesNo = "not-known"
    is_back_in_work: YesNo = "not-known"
    back_in_work_since: RoughDay | None = None
    back_in_work_until: RoughDay | None = None
    back_in_work_pay: Pounds = ""
    back_in_work_pay_every: Literal["week", "month", "not-known"] = "not-known"
    back_in_work_words: Words = ""
    changed: Changed | None = None
    reasons_will_follow: bool = False

    @property
    def asks_for_more_time(self) -> bool:
        """Whether there is a reason for lateness: more time can be asked for only once, so never without."""
        return bool(self.late) or self.did_not_know == "yes"

    @model_validator(mode="after")
    def _can_be_counted(self) -> AppliedSanction:
        if self.decision.counts_from is None:
            raise PydanticCustomError("decision-needs-a-day", message("decision-needs-a-day"))
        return self


class Offer(Facts):
    """One way in which the person will show their work search."""

    way: Literal["enclosed", "bring", "own-device"]
    what: Line = ""
    day: RoughDay | None = None


class HandedOver(Facts):
    """A password already given: when, why, and whether it has been changed."""

    day: RoughDay | None = None
    why: Words = ""
    changed: Literal["changed", "changing", "not-yet"] = "not-yet"


# What somebody said they wanted a log-in for.
DemandPurpose = Literal["look", "send-cv", "apply", "alerts", "not-known"]

# Whether somebody says that they will not give it, or would rather not and asks first if they must.
Stance = Literal["will-not", "rather-not", "not-known"]


class AccountDemand(Facts):
    """Somebody asked for a password, a log-in, or to look into an account: for `purpose`.

    `stance` is what the person says about giving it; `will_show_nothing` leaves no letter to say it in.
    `first_asked_on` is an earlier day on which it was asked, by word of mouth for example; `answer_by` the
    day by which it is wanted. `also_wanted` is what the demand asks for beside the log-in: screenshots or
    uploads of every application. `first_asked_words` tells who asked earlier and what they said,
    `commitment_words` is what the claimant commitment says of showing what was done, and `copy_to` names who
    else gets the answer. `own_points` and `own_request` are as of any failure. `box_unticked`: the tick of a
    box that lets them look has been taken out; `takes_it_back`: so is what was said when it was asked for.
    """

    kind: Literal["account-demand"]
    id: Id = "demand"
    asked_on: RoughDay | None = None
    first_asked_on: Day | None = None
    first_asked_words: Words = ""
    answer_by: Day | None = None
    place: Line = ""
    asked_by: Literal["jobcentre", "provider", "not-known"] = "not-known"
    asker: Line = ""
    provider: Line = ""
    provider_address: Address = ()
    wanted: Literal[
        "job-site-password", "job-site-permission", "email-log-in", "universal-credit-log-in", "device"
    ]
    also_wanted: tuple[Literal["uploads"], ...] = ()
    site: Line = ""
    words: Words = ""
    purpose: DemandPurpose = "not-known"
    said_would_follow: Words = ""
    was_must: YesNo = "not-known"
    in_commitment: YesNo = "not-known"
    commitment_words: Words = ""
    account: Words = ""
    offers: tuple[Offer, ...] = ()
    will_show_nothing: bool = False
    stance: Stance = "not-known"
    account_also_holds: tuple[AlsoHolds, ...] = ()
    site_terms_words: Words = ""
    consent_claimed: bool = False
    permission_box_ticked: bool = False
    box_ticked_on: RoughDay | None = None
    box_unticked: bool = False
    box_unticked_on: RoughDay | None = None
    handed_over: HandedOver | None = None
    next_appointment: Day | None = None
    copy_to: Line = ""
    told_them: Telling | None = None
    takes_it_back: bool = False
    done_since: Done = Done.model_construct()
    evidence: tuple[Evidence, ...] = ()
    evidence_shows: Words = ""
    to_look_at: Words = ""
    own_points: tuple[OwnPoint, ...] = ()
    own_request: Words = ""


class ClaimClosed(Facts):
    """The claim itself was closed: no sanction letter fits, and help is urgent."""

    kind: Literal["claim-closed"]
    id: Id = "closed"
    told_on: RoughDay | None = None
    words: Words = ""


class NothingDecided(Facts):
    """No decision and no warning: only a copy of the records is wanted, or a complaint is to be made."""

    kind: Literal["nothing-decided"]
    id: Id = "nothing"


class AlreadySent(Facts):
    """A letter already sent, and what came back: answered with the deadlines that now run."""

    kind: Literal["already-sent"]
    id: Id = "sent"
    what: SentKind
    sent_on: RoughDay | None = None
    received_on: RoughDay | None = None
    answer: Literal["none", "refused", "too-late", "changed", "part", "final-response", "other"] = "none"
    answer_dated: RoughDay | None = None
    answer_received: RoughDay | None = None

    @property
    def is_success(self) -> bool:
        """Whether a request to look again changed the decision in the person's favour."""
        return self.what == "mandatory-reconsideration" and self.answer == "changed"

    @property
    def is_refusal(self) -> bool:
        """Whether a request to look again was refused, in whole or in part, or refused as too late."""
        refused = self.answer in ("refused", "too-late", "part")
        return self.what == "mandatory-reconsideration" and refused


Problem = Annotated[
    ThreatenedSanction
    | AppliedSanction
    | AccountDemand
    | ClaimClosed
    | AlreadySent
    | NothingDecided
    | FollowUp,
    Field(discriminator="kind"),
]
