"""What comes next: the letters that follow a first one, each with the few facts it needs.

A follow-up is a problem of the case like any other. Where the case holds the story already, `about` names
that problem, and what the follow-up leaves empty is taken from there (`case/prefill.py`): nothing is told
twice.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from challenge_letters.case.failure import Channel, Evidence, FailureKind
from challenge_letters.case.fields import Address, Day, Facts, Line, Pounds, Words, YesNo, checked_by
from challenge_letters.case.predicates import id_problem
from challenge_letters.case.rough_days import RoughDay

OtherId = Annotated[str, checked_by(lambda text: id_problem(text) if text else None)]
OwnId = Annotated[str, checked_by(id_problem)]
SentKind = Literal[
    "mandatory-reconsideration",
    "good-reason-statement",
    "password-reply",
    "subject-access-request",
    "complaint",
]


class FailureNamed(Facts):
    """What a decision says was not done, and when."""

    kind: FailureKind = "not-said"
    happened: RoughDay | None = None


class DecisionNamed(Facts):
    """As much of a decision as a follow-up needs to name it: its days, and the failure it is about."""

    dated: RoughDay | None = None
    notified: RoughDay | None = None
    failure: FailureNamed = FailureNamed.model_construct()

    @property
    def counts_from(self) -> RoughDay | None:
        """The day the month is counted from: notified, else the date on it."""
        return self.notified or self.dated


class FollowingUp(Facts):
    """What every follow-up has. `MAY_BE_ABOUT` are the kinds of problem it can take its facts from."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset({"applied-sanction"})

    about: OtherId = ""
    decision: DecisionNamed = DecisionNamed.model_construct()
    evidence: tuple[Evidence, ...] = ()


class RequirementMet(FollowingUp):
    """The person has done what was asked: the open-ended days end the day before."""

    kind: Literal["requirement-met"]
    id: OwnId = "requirement-met"
    done_on: RoughDay | None = None
    what: Words = ""
    with_whom: Line = ""
    is_open_ended: YesNo = "not-known"
    reconsideration: Literal["asked", "not-asked"] = "not-asked"

    @property
    def days_end(self) -> date | None:
        """The last of the open-ended days, the day before it was done; None where only the month is known."""
        is_known = self.done_on is not None and self.done_on.is_exact
        return self.done_on.earliest - timedelta(days=1) if self.done_on and is_known else None


class WrittenNoticeRequest(FollowingUp):
    """Less was paid and no notice has been seen: a request for one, and for reconsideration at once."""

    kind: Literal["written-notice-request"]
    id: OwnId = "written-notice-request"
    payment_day: RoughDay | None = None
    payment_lower_by: Pounds = ""
    statement_words: Words = ""
    because: Words = ""
    has_notice: bool = False


class WrittenReasonsRequest(FollowingUp):
    """The notice gives no reasons: a request for them, beside the request for reconsideration."""

    kind: Literal["written-reasons-request"]
    id: OwnId = "written-reasons-request"
    gives_reasons: YesNo = "not-known"
    reconsideration: Literal["asked", "today", "not-asked"] = "not-asked"
    asked_on: RoughDay | None = None


class RequirementsNotice(FollowingUp):
    """A notice that stops what may be asked for a time. It holds the conditions and never the story."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["requirements-notice"]
    id: OwnId = "requirements-notice"
    within_six_months: YesNo = "not-known"
    lives_apart: YesNo = "not-known"
    used_in_last_year: YesNo = "not-known"
    cares_for_child: YesNo = "not-known"
    proof_from: Line = ""
    proof_by: Day | None = None


CommitmentLimit = Literal["child", "carer", "impairment-hours", "impairment-work", "distance", "search"]


class CommitmentChange(FollowingUp):
    """Part of the claimant commitment cannot be met: what, why, and the wording asked for instead."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["commitment-change"]
    id: OwnId = "commitment-change"
    is_accepted: YesNo = "not-known"
    cannot_meet: Words = ""
    why: Words = ""
    wording: Words = ""
    rests_on: tuple[CommitmentLimit, ...] = ()
    other_coach: bool = False
    keeps_appointments: bool = False
    next_appointment: Day | None = None


class NoAnswer(FollowingUp):
    """Something was sent, and no decision came back. `complain` turns the reminder into a complaint as well.

    `said_back` is an answer that is no decision: "you must ring", "you are too late" in the journal.
    """

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset({"applied-sanction", "already-sent"})

    kind: Literal["no-answer"]
    id: OwnId = "no-answer"
    sent_on: RoughDay | None = None
    how: Channel = "not-known"
    proof_of_delivery: Line = ""
    copy_enclosed: bool = False
    said_back: Words = ""
    effect: Words = ""
    complain: bool = False


class Finding(Facts):
    """One reason in the notice, in its own words, and the person's answer to it."""

    quote: Words = ""
    answer: Words = ""


class AppealGrounds(FollowingUp):
    """The request was refused, wholly or in part, or as too late: grounds for the appeal form.

    `asked_on` is the day of the request. `notice_dated` is the date on the notice that refused it: the month
    to appeal runs from it.
    """

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset({"applied-sanction", "already-sent"})

    kind: Literal["appeal-grounds"]
    id: OwnId = "appeal-grounds"
    outcome: Literal["refused", "part", "too-late"] = "refused"
    notice_dated: RoughDay | None = None
    asked_on: RoughDay | None = None
    why_late: Words = ""
    findings: tuple[Finding, ...] = ()
    left_out: Words = ""
    not_shown: tuple[Literal["requirement", "notification"], ...] = ()
    length_words: Words = ""
    tells_it_the_same: YesNo = "not-known"
    hearing: Literal["hearing", "papers", "not-known"] = "not-known"
    interpreter: Line = ""
    needs: Words = ""
    appeal_late_because: Words = ""


# -- money


EssentialNeed = Literal["home", "heating", "food", "hygiene"]


class HardshipCall(FollowingUp):
    """What to say on the phone to ask for a hardship payment: a sheet, because a letter is no application."""

    kind: Literal["phone-call"]
    id: OwnId = "phone-call"
    is_under_18: YesNo = "not-known"
    condition: Literal["met", "not-yet", "none-set", "not-known"] = "not-known"
    condition_met_on: RoughDay | None = None
    needs: tuple[EssentialNeed, ...] = ()
    for_child: bool = False
    cannot_pay: Words = ""
    asked_for_help: Words = ""
    stopped_spending: Words = ""
    last_seven_days: Words = ""


HardshipCondition = Literal[
    "age", "condition", "seven-days", "need", "only-because", "help", "spending", "other"
]


class HardshipRefused(FollowingUp):
    """A hardship payment was refused: the condition they say was not met, and the fact that meets it."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["payment-refused"]
    id: OwnId = "payment-refused"
    refused_on: RoughDay | None = None
    how: Channel = "not-known"
    their_words: Words = ""
    condition: HardshipCondition = "other"
    fact: Words = ""
    asked_again_today: bool = False


class PaymentDue(FollowingUp):
    """The decision was changed in the person's favour and the money has not come, or not all of it."""

    kind: Literal["payment-due"]
    id: OwnId = "payment-due"
    notice_dated: RoughDay | None = None
    owed_pounds: Pounds = ""
    period_from: RoughDay | None = None
    period_to: RoughDay | None = None
    came: Literal["nothing", "part", "not-known"] = "not-known"
    came_pounds: Pounds = ""
    came_on: RoughDay | None = None
    later_dated: RoughDay | None = None


# -- records, complaints, other people


class RecordGap(Facts):
    """Something that is missing from the records that were sent, and why it must be there."""

    what: Words = ""
    day: RoughDay | None = None
    why: Words = ""


class RecordsLate(FollowingUp):
    """The records have not come in time, or not all of them.

    `received_on` is the day on which the office had the request: the month runs from it, never from posting.
    """

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset({"already-sent"})

    kind: Literal["records-late"]
    id: OwnId = "records-late"
    sent_on: RoughDay | None = None
    received_on: RoughDay | None = None
    proof_of_receipt: Line = ""
    reply: Literal["none", "thin", "question", "more-time", "not-known"] = "not-known"
    replied_on: RoughDay | None = None
    gaps: tuple[RecordGap, ...] = ()


class RegulatorComplaint(FollowingUp):
    """Text for the regulator's form: the office has had its chance to put a data protection matter right."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["regulator"]
    id: OwnId = "regulator"
    provider: Line = ""
    asked_on: RoughDay | None = None
    complained_on: RoughDay | None = None
    answer: Literal["none", "outcome", "not-known"] = "not-known"
    answered_on: RoughDay | None = None
    what_is_wrong: Words = ""
    why_it_matters: Words = ""
    outcome_wanted: Words = ""


class Heading(Facts):
    """One thing that went wrong in the service, with what the office said to it and why that is no answer."""

    what: Words = ""
    their_answer: Words = ""
    why_not_settled: Words = ""


class ExaminerComplaint(FollowingUp):
    """The office's final response has come: the service is complained of to the Examiner."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset({"already-sent"})

    kind: Literal["examiner"]
    id: OwnId = "examiner"
    response_dated: RoughDay | None = None
    response_received: RoughDay | None = None
    from_provider: Line = ""
    headings: tuple[Heading, ...] = ()
    effect: Words = ""
    remedy_words: Words = ""
    challenged_elsewhere: bool = False


class LetterToMp(FollowingUp):
    """A short letter to a member of Parliament; `for_ombudsman` asks them to pass a complaint on."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["mp"]
    id: OwnId = "mp"
    mp_name: Line = ""
    mp_address: Address = ()
    facts: Words = ""
    outstanding: Words = ""
    request: Words = ""
    for_ombudsman: bool = False
    first_knew_on: RoughDay | None = None
    may_use_details: bool = False


class AuthorityToAct(FollowingUp):
    """Somebody else may deal with the office for the person: whom, about what, and until when."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["authority"]
    id: OwnId = "authority"
    organisation: Line = ""
    people: Line = ""
    matter: Words = ""
    may_get_copies: bool = True
    may_hear_of_health: bool = False
    may_get_records: bool = False
    begins: Day | None = None
    ends: Day | None = None


FollowUp = (
    RequirementMet
    | WrittenNoticeRequest
    | WrittenReasonsRequest
    | RequirementsNotice
    | CommitmentChange
    | NoAnswer
    | AppealGrounds
    | HardshipCall
    | HardshipRefused
    | PaymentDue
    | RecordsLate
    | RegulatorComplaint
    | ExaminerComplaint
    | LetterToMp
    | AuthorityToAct
)
