"""What somebody asks for besides the challenge: a copy of their records, or that a wrong be put right."""

from __future__ import annotations

from typing import Literal

from challenge_letters.case.failure import Adjustment, Evidence
from challenge_letters.case.fields import Address, Facts, Line, Pounds, Words, YesNo
from challenge_letters.case.rough_days import RoughDay

RecordSystem = Literal[
    "decision",
    "journal",
    "commitments",
    "appointments",
    "calls",
    "hardship-and-sanctions",
    "provider",
    "account-access",
    "health-and-adjustments",
    "interpreter",
]


class RecordsRequest(Facts):
    """Which records are wanted: the systems (eight at most), the period, and who or where."""

    systems: tuple[RecordSystem, ...] = ()
    period_from: RoughDay | None = None
    period_to: RoughDay | None = None
    offices_and_people: Words = ""
    call_details: Words = ""
    wanted_as: Literal["paper", "email", "large-print", "to-helper"] = "paper"
    address_they_know: Address = ()
    is_joint_claim: YesNo = "not-known"


class Event(Facts):
    """One thing that happened, with its day."""

    day: RoughDay | None = None
    what: Words


class Cost(Facts):
    """A sum it cost, and whether there is a receipt."""

    what: Line
    pounds: Pounds = ""
    has_receipt: bool = False


Remedy = Literal["explain", "apologise", "correct-record", "record-adjustment", "repay", "special-payment"]


class Complaint(Facts):
    """How somebody was treated, what it did, and what would put it right."""

    about: Literal["jobcentre", "service-centre", "provider"] = "jobcentre"
    office: Line = ""
    office_address: Address = ()
    is_still_happening: bool = False
    events: tuple[Event, ...] = ()
    should_have_happened: Words = ""
    adjustment: Adjustment | None = None
    effect: Words = ""
    costs: tuple[Cost, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    remedy_words: Words = ""
    reconsideration_asked_on: RoughDay | None = None
    provider_final_response: YesNo = "not-known"
    data_protection: Words = ""
    evidence: tuple[Evidence, ...] = ()
