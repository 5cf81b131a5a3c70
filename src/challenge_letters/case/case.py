"""The case: everything one person has told us, in one frozen object."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.fields import Facts, Words, YesNo
from challenge_letters.case.follow_ups import FollowingUp, FollowUp
from challenge_letters.case.messages import message
from challenge_letters.case.people import (
    Claimant,
    Contact,
    JointClaim,
    Nation,
    SafeContact,
    Translation,
    Writer,
)
from challenge_letters.case.problems import Problem
from challenge_letters.case.requests import Complaint, RecordsRequest
from challenge_letters.case.work_search import WorkSearch

Benefit = Literal["universal-credit", "new-style-jsa", "new-style-esa"]


class QueryAnswer(Facts):
    """The person's answer to a query about facts that do not seem to fit together."""

    query: str
    answer: Literal["as-their-letter-says", "explained"] = "as-their-letter-says"
    words: Words = ""


class Case(Facts):
    """One person's case, as read from a case file or built from an interview."""

    format: Literal[1]
    nation: Nation
    benefit: Benefit
    also_universal_credit: YesNo = "not-known"
    writer: Writer = Writer()
    claimant: Claimant = Claimant()
    safety: SafeContact = SafeContact()
    contact: Contact = Contact()
    translation: Translation = Translation()
    joint_claim: JointClaim | None = None
    problems: tuple[Problem, ...]
    records_request: RecordsRequest | None = None
    complaint: Complaint | None = None
    answered_queries: tuple[QueryAnswer, ...] = ()
    work_search: WorkSearch = ()

    @model_validator(mode="after")
    def _problems_can_be_named(self) -> Self:
        if not self.problems:
            raise PydanticCustomError("no-problem", message("no-problem"))
        seen: set[str] = set()
        for problem in self.problems:
            if problem.id in seen:
                raise PydanticCustomError("same-id", message("same-id", value=problem.id))
            seen.add(problem.id)
        return self

    @model_validator(mode="after")
    def _follow_ups_follow_something(self) -> Self:
        for follow_up in self.follow_ups:
            if sum(problem.kind == follow_up.kind for problem in self.problems) > 1:
                raise PydanticCustomError("second-follow-up", message("second-follow-up"))
            if follow_up.about and not self._may_be_about(follow_up):
                about = follow_up.about
                raise PydanticCustomError("about-nothing", message("about-nothing", value=about))
        return self

    def _may_be_about(self, follow_up: FollowingUp) -> bool:
        found = next((problem for problem in self.problems if problem.id == follow_up.about), None)
        return found is not None and found.kind in follow_up.MAY_BE_ABOUT

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The problems that ask for a letter which follows a first one."""
        return tuple(problem for problem in self.problems if isinstance(problem, FollowingUp))

    @property
    def rules_of(self) -> Benefit:
        """The benefit whose sanction rules apply.

        Somebody on Universal Credit as well as new style JSA or ESA is under the Universal Credit rules only
        (JSA Regulations 2013 reg 5; ESA Regulations 2013 reg 42).
        """
        return "universal-credit" if self.also_universal_credit == "yes" else self.benefit

    @property
    def told_partner(self) -> JointClaim | None:
        """The joint claim that a letter may speak of: universal credit, and nobody to be wary of."""
        is_safe = self.rules_of == "universal-credit" and not self.safety.is_at_risk
        return self.joint_claim if is_safe else None

    @property
    def is_in_great_britain(self) -> bool:
        return self.nation != "northern-ireland"
