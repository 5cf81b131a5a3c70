"""What a template can speak about: the parts of the case, the plan for the letter, words for days and law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.papers import each_once
from challenge_letters.argument.voice import Voice, voice_of
from challenge_letters.case.case import Benefit, Case
from challenge_letters.case.follow_ups import FollowUp
from challenge_letters.case.problems import AppliedSanction, ThreatenedSanction
from challenge_letters.case.requests import Complaint
from challenge_letters.languages import worded
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.deadlines import rule
from challenge_letters.letters.citing import Citations
from challenge_letters.letters.recipients import office_for, recipient
from challenge_letters.letters.saying import Occasion, SaidLetter, say
from challenge_letters.plan.addressed import person_addressed
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.sending import universal_credit_phone


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
        "is_data_quoted": _is_quoted(case.complaint, voice),
        **_case_parts(case),
        **_about(letter),
        "enclosed": _enclosed(letter.follow_up),
        "letter": letter,
        "on": on,
        "days_to_acknowledge": rule("complaint-acknowledgement").days,
        "recipient": recipient(letter, case),
        **_greeting(person_addressed(recipient(letter, case))),
        "hardship_phone": universal_credit_phone(case.nation),
        "data_protection_office": office_for("data-complaint", nation=case.nation),
        "cite": citations.cite,
        "under": citations.under,
        "law_titles": citations.law_titles,
        **_composed(letter, case, on, is_message=is_message),
    }


def _greeting(person: str) -> Mapping[str, str]:
    """Return whom the letter greets and how it ends: a `person` by their name, else the office."""
    to = "person" if person else "office"
    words = (("greeted", "greeting"), ("parting", "parting"))
    return {name: worded(f"letters.{word}.{to}", person=person) for name, word in words}


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


def _is_quoted(complaint: Complaint | None, voice: Voice) -> bool:
    """Whether what was told of personal data stands in quotation marks."""
    return complaint is not None and not stands_plain(complaint.data_protection, voice)


def _enclosed(follow_up: FollowUp | None) -> tuple[str, ...]:
    """Return what goes with a letter that is filled in."""
    evidence = follow_up.evidence if follow_up else ()
    return each_once(each.what for each in evidence if each.have == "enclosed")
