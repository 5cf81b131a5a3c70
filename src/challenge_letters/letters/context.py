"""What a template can speak about: the parts of the case, the plan for the letter, words for days and law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
from typing import Any

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Benefit, Case
from challenge_letters.case.failure import Evidence
from challenge_letters.case.follow_ups import (
    ExaminerComplaint,
    FollowUp,
    NoAnswer,
    RecordsLate,
    RequirementMet,
)
from challenge_letters.case.problems import AppliedSanction, ThreatenedSanction
from challenge_letters.case.requests import Complaint
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.deadlines import deadline, rule
from challenge_letters.letters.citing import Citations
from challenge_letters.letters.recipients import office_for, recipient
from challenge_letters.letters.record import record_name
from challenge_letters.letters.saying import Occasion, SaidLetter, say
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.sending import universal_credit_phone

FINAL_RESPONSE = "The final response"
COPY_OF_REQUEST = "Copy of the request for reconsideration"


@dataclass(frozen=True)
class NamedBenefit:
    """A benefit: its `id` in the case file, and its `name` in a sentence."""

    id: Benefit
    name: str


def letter_context(
    letter: PlannedLetter, case: Case, *, on: date, is_message: bool = False
) -> dict[str, Any]:
    """Return every name a template may use for `letter`, written on the day `on`.

    `is_message`: it goes into the journal, and calls itself a message.
    """
    citations = Citations(case, on)
    voice = voice_of(letter.kind, case)
    return {
        **voice.words,
        "voice": voice,
        **_case_parts(case),
        **_about(letter),
        **_papers(letter, case),
        "letter": letter,
        "on": on,
        "days_to_acknowledge": rule("complaint-acknowledgement").days,
        "recipient": recipient(letter, case),
        "records_due": _records_due(letter, case),
        "asks_reconsideration": _asks_reconsideration(letter, case, on),
        "hardship_phone": universal_credit_phone(case.nation),
        "data_protection_office": office_for("data-complaint", nation=case.nation),
        "cite": citations.cite,
        "under": citations.under,
        "law_titles": citations.law_titles,
        **_composed(letter, case, on, is_message=is_message),
    }


def said(letter: PlannedLetter, case: Case, *, on: date, is_message: bool = False) -> SaidLetter:
    """Return the composed `letter` in words, sentence by sentence. Raises `TemplateMistake`."""
    occasion = Occasion(case, letter.problems, voice_of(letter.kind, case), on, is_message)
    return say(compose(letter, case, on=on), occasion)


def _composed(letter: PlannedLetter, case: Case, on: date, *, is_message: bool) -> dict[str, Any]:
    """Return the names that the layout of a composed letter uses; none for one that is only filled in."""
    if letter.kind not in COMPOSED:
        return {}
    made = said(letter, case, on=on, is_message=is_message)
    return {field.name: getattr(made, field.name) for field in fields(made) if field.name != "sentences"}


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


def _case_parts(case: Case) -> dict[str, Any]:
    return {
        "case": case,
        "claimant": case.claimant,
        "writer": case.writer,
        "safety": case.safety,
        "contact": case.contact,
        "translation": case.translation,
        "couple": case.told_partner,
        "complaint": case.complaint or Complaint(),
        "benefit": NamedBenefit(case.benefit, NAMES[case.benefit]),
        "rules": NamedBenefit(case.rules_of, NAMES[case.rules_of]),
    }


def _about(letter: PlannedLetter) -> dict[str, Any]:
    """Return what the letter is about; names that do not apply stand for None, never for something else."""
    challenge = letter.challenges[0] if letter.challenges else None
    problem = challenge.problem if challenge else letter.demand or letter.follow_up
    return {
        "follow": letter.follow_up,
        "named": letter.follow_up.decision if letter.follow_up else None,
        "problem": problem,
        "facts": problem if isinstance(problem, AppliedSanction | ThreatenedSanction) else None,
        "decision": problem.decision if isinstance(problem, AppliedSanction) else None,
    }


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
    return {"enclosed": _once(enclosed), "asked_for": _once(asked_for)}


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
