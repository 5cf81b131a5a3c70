"""Cases in which every field is filled, each text with a word of its own, and the letters they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from tests.facts import case_of, threat

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import FollowUp
from challenge_letters.case.problems import (
    AccountDemand,
    AlreadySent,
    AppliedSanction,
    ClaimClosed,
    ThreatenedSanction,
)
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.back_in_work import work_since
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.grounds import faults_of, met_in_time, short_notice_of
from challenge_letters.plan.outcome import (
    Challenge,
    DisputedToo,
    GroundKind,
    LevelPoint,
    PlannedLetter,
    Stage,
    WorkSince,
)
from challenge_letters.plan.protection import protection_of
from challenge_letters.plan.search_hours import hours_of

ON = date(2027, 3, 9)
FOLLOW_UPS = get_args(FollowUp)
PROBLEMS = (AppliedSanction, ThreatenedSanction, AccountDemand, ClaimClosed, AlreadySent, *FOLLOW_UPS)
GROUNDS: tuple[GroundKind, ...] = (
    "excused",
    "did-it",
    "not-misconduct",
    "not-told",
    "not-required",
    "good-reason",
    "adjustment",
    "no-reduction",
)
BEFORE_A_DECISION = GROUNDS[:-1]
# Fields whose form is checked, with a value that is one of a kind all the same.
FORMED = {
    "national_insurance_number": "QQ 12 34 56 C",
    "email": "zq{number}x@example.org",
    "phone": "01632 9600{number}",
    **dict.fromkeys(
        ("due_at", "came_at", "at_named_place", "thought_at", "starts_at", "at", "begins_at"), "10.15 {token}"
    ),
    "there_by": "11.20 {token}",
    # An answer to it is said only where their words hold it against somebody.
    "their_words": "{token} You did not reply to us.",
    "pounds": "{number}.50",
    "payment_lower_by": "{number}.75",
    "back_in_work_pay": "{number}.35",
    "payslip_pay": "{number}.45",
    "payslip_hours": "{number}.5",
    "owed_pounds": "{number}.25",
    "came_pounds": "{number}.35",
}
# The answers that open what follows them; everywhere else the first choice is taken.
OPENING: dict[str, Any] = {
    "nation": "england",
    "writer.kind": "claimant",
    "writer.client_signs": False,
    "safety.others_see": "no",
    "answered_queries.answer": "explained",
    "answered_queries.query": "sanction:days-differ",
    "account-demand.asked_by": "provider",
    "failure.asked_by": "provider",
    "requirement.told_by": "journal",
    "requirement.seen": "never",
    "reasons.kind": "ill",
    "done_since.state": "done",
    "evidence.have": "enclosed",
    "offers.way": "enclosed",
    "contact.not_by_phone": False,
    "safety.reply_only_by": "",
    "reasons_will_follow": False,
    "will_show_nothing": False,
    "account-demand.handed_over": None,
    "complaint.about": "jobcentre",
    **{f"{model.model_fields['id'].default}.about": "" for model in FOLLOW_UPS},
    "appeal-grounds.outcome": "too-late",
    "records-late.reply": "thin",
    "payment-due.came": "part",
}


IDS = {
    "format": 1,
    "applied-sanction.id": "sanction",
    "threatened-sanction.id": "threat",
    "account-demand.id": "demand",
    "claim-closed.id": "closed",
    "already-sent.id": "sent",
    **{f"{model.model_fields['id'].default}.id": model.model_fields["id"].default for model in FOLLOW_UPS},
}
# The version of a letter that says most.
VARIANTS = {
    "requirement-met": "low",
    "no-answer": "complaint",
    "appeal-grounds": "late",
    "records-late": "thin",
}
# Instead of an answer in OPENING: fill the field like any other.
FILLED = object()


class Tokens:
    """Hands out texts of which no two are alike, and remembers which field each went to."""

    def __init__(self, pattern: str = "zq{number}x") -> None:
        self.pattern = pattern
        self.fields: dict[str, str] = {}

    def next(self, path: str) -> str:
        number = 100 + len(self.fields)
        name = path.rpartition(".")[2]
        token = self.pattern.format(number=number)
        text = FORMED.get(name, "{token}").format(token=token, number=number)
        self.fields[path] = text
        return text


def full_case(tokens: Tokens, changes: Mapping[str, Any] | None = None) -> Case:
    """Return a case with every field filled; `changes` are endings of paths ("writer.kind") and answers."""
    return Case.model_validate(_filled_model(Case, "", tokens, {**OPENING, **(changes or {})}))


def _filled_model(
    model: type[BaseModel], path: str, tokens: Tokens, answers: dict[str, Any]
) -> dict[str, Any]:
    return {
        name: _filled(field.annotation, f"{path}.{name}".strip("."), tokens, answers)
        for name, field in model.model_fields.items()
    }


def _filled(kind: Any, path: str, tokens: Tokens, answers: dict[str, Any]) -> Any:
    for ending, answer in answers.items():
        if answer is not FILLED and (path == ending or path.endswith(f".{ending}")):
            return answer
    if path == "problems":
        return [_filled_model(model, _kind_of(model), tokens, answers) for model in PROBLEMS]
    if path in IDS:
        return IDS[path]
    return _of_kind(_bare(kind), path, tokens, answers)


def _kind_of(problem: type[BaseModel]) -> str:
    kind: str = get_args(problem.model_fields["kind"].annotation)[0]
    return kind


def _bare(kind: Any) -> Any:
    """Return `kind` without Annotated and without None."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _bare(next(each for each in get_args(kind) if each is not NoneType))
    return kind


def _of_kind(kind: Any, path: str, tokens: Tokens, answers: dict[str, Any]) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        choices = get_args(inner) if get_origin(inner) is Literal else ()
        return list(choices) or [_filled(inner, path, tokens, answers)]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _filled_model(kind, path, tokens, answers)
    plain = {str: tokens.next, bool: lambda _: True, int: lambda _: 28, float: lambda _: 28}
    days = {RoughDay: "2027-02-20", date: "2027-03-16"}
    return plain[kind](path) if kind in plain else days[kind]


@dataclass(frozen=True)
class Sample:
    """A letter, the case it is filled from, and the day of writing."""

    name: str
    letter: PlannedLetter
    case: Case
    on: date = ON


def letters_of(case: Case, name: str = "full", stage: Stage = "in-time") -> Iterator[Sample]:
    """Yield every letter of `case`, with every ground and with a point about the length."""
    by_kind = {problem.kind: problem for problem in case.problems}
    sanction, threat = by_kind["applied-sanction"], by_kind["threatened-sanction"]
    demand = by_kind["account-demand"]
    assert isinstance(sanction, AppliedSanction)
    assert isinstance(threat, ThreatenedSanction)
    assert isinstance(demand, AccountDemand)
    challenge = challenge_of(sanction, GROUNDS, stage=stage, level=DAYS)
    yield Sample(name, PlannedLetter("mandatory-reconsideration", "", (challenge,)), case)
    answer = challenge_of(threat, BEFORE_A_DECISION)
    yield Sample(name, PlannedLetter("good-reason-statement", "", (answer,)), case)
    yield Sample(name, PlannedLetter("password-reply", "", demand=demand), case)
    yield Sample(name, PlannedLetter("subject-access-request", ""), case)
    yield Sample(name, PlannedLetter("complaint", ""), case)
    kinds = beside(case)
    for each in case.follow_ups:
        variant = VARIANTS.get(each.kind, "")
        yield Sample(name, PlannedLetter(each.kind, "", follow_up=each, variant=variant, beside=kinds), case)


def beside(case: Case, on: date = ON) -> frozenset[str]:
    """Return the kinds of the letters that can be written in `case`."""
    return frozenset(letter.kind for letter in choose(case, on=on).letters)


DAYS = LevelPoint("days", "low", 7, 28, is_open_ended=True, should_end=None, working="")
END_DATE = LevelPoint(
    "end-date", "low", None, 28, is_open_ended=True, should_end=date(2027, 2, 19), working=""
)


def challenge_of(
    problem: FailureFacts,
    grounds: tuple[GroundKind, ...],
    *,
    stage: Stage = "in-time",
    level: LevelPoint | None = None,
    expected: str | None = "low",
    too_far: int | None = None,
    lifting: bool = False,
    disputed: tuple[DisputedToo, ...] = (),
    work: WorkSince | None = None,
) -> Challenge:
    """Return `problem` as a letter answers it."""
    assert isinstance(problem, AppliedSanction | ThreatenedSanction)
    return Challenge(
        problem,
        grounds,
        grounds[:2],
        problem.reasons,
        level,
        stage,
        expected,
        faults=faults_of(problem),
        barred=getattr(problem, "no_reduction", ()),
        too_far=too_far,
        reasons_to_lift_search=problem.reasons if lifting else (),
        reasons_no_search_was_due=tuple(reason for reason in problem.reasons if lifting and reason.died_on),
        protection=protection_of(problem, case_of(threat())),
        section={"higher": "higher", None: ""}.get(expected, "other"),  # type: ignore[arg-type]
        disputed_before=disputed,
        work=work or work_since(problem, case_of(threat()), on=ON),
        hours=hours_of(problem, case_of(threat())),
        met=met_in_time(problem),
        short_notice=short_notice_of(problem),
    )
