"""What a template can speak about: the parts of the case, the plan for the letter, words for days and law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any

from challenge_letters.case.case import Benefit, Case
from challenge_letters.case.failure import Evidence
from challenge_letters.case.follow_ups import (
    ExaminerComplaint,
    FollowUp,
    NoAnswer,
    PaymentDue,
    RecordsLate,
    RequirementMet,
)
from challenge_letters.case.problems import AppliedSanction, ThreatenedSanction
from challenge_letters.case.requests import Complaint, RecordsRequest, RecordSystem
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.deadlines import deadline, rule
from challenge_letters.law.periods import same_again_days
from challenge_letters.law.rates import reduced_percent
from challenge_letters.letters.citing import Citations
from challenge_letters.letters.recipients import office_for, recipient
from challenge_letters.letters.record import record_name
from challenge_letters.letters.telling_apart import telling_apart
from challenge_letters.letters.voice import voice_of
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.sending import universal_credit_phone

# What "my reasons will follow" promises: the person's own promise, not a rule of law.
REASONS_FOLLOW_WITHIN = timedelta(days=14)
FINAL_RESPONSE = "The final response"
COPY_OF_REQUEST = "Copy of the request for reconsideration"
# Eight at most are asked for; without a choice of their own, those that concern every sanction.
USUAL_RECORDS: tuple[RecordSystem, ...] = (
    "decision",
    "journal",
    "commitments",
    "appointments",
    "calls",
    "hardship-and-sanctions",
)


@dataclass(frozen=True)
class NamedBenefit:
    """A benefit: its `id` in the case file, and its `name` in a sentence."""

    id: Benefit
    name: str


def letter_context(letter: PlannedLetter, case: Case, *, on: date) -> dict[str, Any]:
    """Return every name a template may use for `letter`, written on the day `on`."""
    citations = Citations(case, on)
    voice = voice_of(letter.kind, case)
    return {
        **voice.words,
        "voice": voice,
        **_case_parts(case),
        **_about(letter),
        **_papers(letter, case),
        "letter": letter,
        "told_apart": telling_apart(letter.challenges),
        "on": on,
        "is_short": _is_short(letter),
        "reasons_by": on + REASONS_FOLLOW_WITHIN,
        "reduced_percent": reduced_percent(),
        "same_again_days": same_again_days(),
        "days_to_acknowledge": rule("complaint-acknowledgement").days,
        "recipient": recipient(letter, case),
        "records_due": _records_due(letter, case),
        "asks_reconsideration": _asks_reconsideration(letter, case, on),
        "not_paid_back": _not_paid_back(letter),
        "hardship_phone": universal_credit_phone(case.nation),
        "data_protection_office": office_for("data-complaint", nation=case.nation),
        "cite": citations.cite,
        "under": citations.under,
        "law_titles": citations.law_titles,
    }


def _records_due(letter: PlannedLetter, case: Case) -> date | None:
    """Return the day by which the records had to be sent, counted from the latest day of receipt."""
    late = letter.follow_up
    if not isinstance(late, RecordsLate) or late.received_on is None:
        return None
    return deadline("subject-access-request", late.received_on.latest, nation=case.nation).date


def _asks_reconsideration(letter: PlannedLetter, case: Case, on: date) -> bool:
    """Say whether a request for reconsideration is written beside a letter that says it has been done."""
    if not isinstance(letter.follow_up, RequirementMet):
        return False
    return any(each.kind == "mandatory-reconsideration" for each in choose(case, on=on).letters)


def _not_paid_back(letter: PlannedLetter) -> str:
    """Return the pounds that were taken and have not come back, or "" where either sum is not known."""
    due = letter.follow_up
    if not isinstance(due, PaymentDue) or not (due.owed_pounds and due.came_pounds):
        return ""
    left = Decimal(due.owed_pounds) - Decimal(due.came_pounds)
    return str(left) if left > 0 else ""


def _case_parts(case: Case) -> dict[str, Any]:
    return {
        "case": case,
        "claimant": case.claimant,
        "writer": case.writer,
        "safety": case.safety,
        "contact": case.contact,
        "translation": case.translation,
        "couple": case.told_partner,
        "records": _records(case.records_request),
        "complaint": case.complaint or Complaint(),
        "benefit": NamedBenefit(case.benefit, NAMES[case.benefit]),
        "rules": NamedBenefit(case.rules_of, NAMES[case.rules_of]),
    }


def _records(request: RecordsRequest | None) -> RecordsRequest:
    request = request or RecordsRequest()
    return request if request.systems else request.model_copy(update={"systems": USUAL_RECORDS})


def _about(letter: PlannedLetter) -> dict[str, Any]:
    """Return what the letter is about; names that do not apply stand for None, never for something else."""
    challenge = letter.challenges[0] if letter.challenges else None
    problem = challenge.problem if challenge else letter.demand or letter.follow_up
    return {
        "challenges": letter.challenges,
        "challenge": challenge,
        "demand": letter.demand,
        "follow": letter.follow_up,
        "named": letter.follow_up.decision if letter.follow_up else None,
        "problem": problem,
        "facts": problem if isinstance(problem, AppliedSanction | ThreatenedSanction) else None,
        "decision": problem.decision if isinstance(problem, AppliedSanction) else None,
    }


def _is_short(letter: PlannedLetter) -> bool:
    """Say whether only the request is made now and the reasons follow: never when it may be late."""
    problems = [challenge.problem for challenge in letter.challenges]
    wanted = any(isinstance(each, AppliedSanction) and each.reasons_will_follow for each in problems)
    return wanted and letter.stage in ("in-time", "date-in-doubt")


def _papers(letter: PlannedLetter, case: Case) -> dict[str, tuple[str, ...]]:
    """Return what goes with the letter and what has been asked for; what cannot be got is never promised."""
    evidence = _evidence(letter, case)
    enclosed = [each.what for each in evidence if each.have == "enclosed"]
    if encloses_record(letter, case):
        enclosed.append(record_name(case))
    if letter.demand:
        enclosed += [offer.what for offer in letter.demand.offers if offer.way == "enclosed"]
    enclosed = [*_own_papers(letter.follow_up), *enclosed]
    asked_for = [each.what for each in evidence if each.have == "asked-for"]
    costs = case.complaint.costs if letter.kind == "complaint" and case.complaint else ()
    receipts = [cost.what for cost in costs if cost.has_receipt]
    return {"enclosed": _once(enclosed), "asked_for": _once(asked_for), "receipts": _once(receipts)}


def _own_papers(follow_up: FollowUp | None) -> tuple[str, ...]:
    """Return what a letter that comes next encloses by its nature, or because the person said so."""
    if isinstance(follow_up, ExaminerComplaint):
        return (FINAL_RESPONSE,)
    return (COPY_OF_REQUEST,) if isinstance(follow_up, NoAnswer) and follow_up.copy_enclosed else ()


def _evidence(letter: PlannedLetter, case: Case) -> tuple[Evidence, ...]:
    if letter.kind == "complaint":
        return case.complaint.evidence if case.complaint else ()
    if letter.kind == "subject-access-request":
        return ()
    about = [challenge.problem.evidence for challenge in letter.challenges]
    spoken_of = letter.demand or letter.follow_up
    return (*chain(*about), *(spoken_of.evidence if spoken_of else ()))


def _once(things: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(thing for thing in things if thing))
