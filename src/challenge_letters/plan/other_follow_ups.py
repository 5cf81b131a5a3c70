"""When the letters about money and records, and those to other bodies, may be sent, and when not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import (
    AuthorityToAct,
    ExaminerComplaint,
    HardshipCall,
    HardshipRefused,
    LetterToMp,
    PaymentDue,
    RecordsLate,
    RegulatorComplaint,
)
from challenge_letters.law.benefits import has
from challenge_letters.law.days import add_months
from challenge_letters.law.deadlines import BeyondHolidayData, TooEarly, deadline
from challenge_letters.law.nations import system_of
from challenge_letters.law.practice import months
from challenge_letters.plan.rules import Refusal, Rule, with_day

# Practice in advice work, never said as a right: how long to wait for money that a new decision brings.
WAIT_FOR_MONEY_MONTHS = months("wait-for-money")
# What the Universal Credit office of Great Britain accepts: an end date, six months ahead at most (its
# published practice). In Northern Ireland consent ends with the matter, or with the next assessment period.
LONGEST_AUTHORITY_MONTHS = months("longest-authority")


# What came back and puts off the letter, with the reason.
RECORDS_WAIT = {
    "question": "records-answer-first",
    "more-time": "records-more-time",
    "not-known": "records-say-what-came",
}


# -- money


def _hardship_call(follow_up: HardshipCall, case: Case, _on: date) -> Refusal | None:
    if not has(case.rules_of, "hardship-payments"):
        return Refusal("hardship-no-scheme")
    if follow_up.is_under_18 == "yes":
        return Refusal("hardship-under-18")
    if follow_up.condition == "not-yet":
        return Refusal("hardship-comply-first")
    return None if follow_up.needs else Refusal("hardship-needs")


def _hardship_refused(follow_up: HardshipRefused, case: Case, _on: date) -> Refusal | None:
    if not has(case.rules_of, "hardship-payments"):
        return Refusal("hardship-no-scheme")
    if follow_up.refused_on is None:
        return Refusal("hardship-needs-a-day")
    return None if follow_up.fact else Refusal("hardship-needs-a-fact")


def _payment_due(follow_up: PaymentDue, _case: Case, on: date) -> Refusal | None:
    if follow_up.notice_dated is None:
        return None
    first = add_months(follow_up.notice_dated.latest, WAIT_FOR_MONEY_MONTHS)
    return with_day("payment-too-soon", first) if on < first else None


# -- records, complaints


def _records_late(follow_up: RecordsLate, case: Case, on: date) -> Refusal | None:
    if follow_up.reply in RECORDS_WAIT:
        return Refusal(RECORDS_WAIT[follow_up.reply])
    if follow_up.received_on is None:
        return Refusal("records-need-receipt")
    if follow_up.reply == "thin":
        return None if any(gap.what for gap in follow_up.gaps) else Refusal("records-need-gaps")
    return _records_due(follow_up.received_on.latest, case, on)


def _records_due(received: date, case: Case, on: date) -> Refusal | None:
    try:
        due = deadline("subject-access-request", received, nation=case.nation)
    except BeyondHolidayData:
        return Refusal("records-cannot-count")
    return with_day("records-not-due", due.safe_date or due.date) if on <= due.date else None


def _regulator(follow_up: RegulatorComplaint, case: Case, on: date) -> Refusal | None:
    if follow_up.complained_on is None:
        return None
    if follow_up.answer != "none":
        return None if follow_up.answer == "outcome" else Refusal("regulator-say-what-came")
    return _acknowledgement_due(follow_up.complained_on.latest, case, on)


def _acknowledgement_due(complained: date, case: Case, on: date) -> Refusal | None:
    """Refuse while the office still has its time; a complaint older than the duty has had it long ago."""
    try:
        due = deadline("complaint-acknowledgement", complained, nation=case.nation)
    except TooEarly:
        return None
    return with_day("regulator-too-soon", due.safe_date or due.date) if on <= due.date else None


def _examiner(follow_up: ExaminerComplaint, _case: Case, on: date) -> Refusal | None:
    if follow_up.response_received is None:
        return None
    last = deadline("independent-case-examiner", follow_up.response_received.latest).date
    if on > last:
        return with_day("examiner-too-late", last)
    return None if any(heading.what for heading in follow_up.headings) else Refusal("examiner-needs-words")


# -- other people


def _mp(follow_up: LetterToMp, case: Case, on: date) -> Refusal | None:
    if not follow_up.for_ombudsman:
        return None
    if not system_of(case.nation).has("member-passes-to-ombudsman"):
        return Refusal("mp-not-for-ombudsman")
    if follow_up.first_knew_on is None:
        return Refusal("mp-needs-a-day")
    last = deadline("ombudsman", follow_up.first_knew_on.latest).date
    return with_day("mp-ombudsman-late", last) if on > last else None


def _authority(follow_up: AuthorityToAct, case: Case, on: date) -> Refusal | None:
    if not (follow_up.organisation or follow_up.people):
        return Refusal("authority-for-whom")
    if follow_up.ends and follow_up.ends < on:
        return Refusal("authority-is-over")
    last = last_day_of_authority(case, follow_up.begins or on)
    return with_day("authority-too-long", last) if last and follow_up.ends and follow_up.ends > last else None


def last_day_of_authority(case: Case, begins: date) -> date | None:
    """Return the last day on which an authority from `begins` on can be used; None: it is not bound by days.

    Source: the published practice of the Universal Credit office of Great Britain. In Northern Ireland it
    ends with the matter.
    """
    is_there = system_of(case.nation).has("authority-with-an-end")
    has_an_end = is_there and has(case.rules_of, "dated-authority")
    return add_months(begins, LONGEST_AUTHORITY_MONTHS) if has_an_end else None


OTHER_RULES: Mapping[str, Rule] = {
    "phone-call": Rule(_hardship_call),
    "payment-refused": Rule(_hardship_refused),
    "payment-due": Rule(_payment_due),
    "records-late": Rule(
        _records_late,
        lambda one: ("subject-access-request", one.received_on if one.reply == "none" else None),
        lambda one, *_: "thin" if one.reply == "thin" else "late",
    ),
    "regulator": Rule(_regulator),
    "examiner": Rule(_examiner, lambda one: ("independent-case-examiner", one.response_received)),
    "mp": Rule(_mp, lambda one: ("ombudsman", one.first_knew_on if one.for_ombudsman else None)),
    "authority": Rule(_authority),
}
