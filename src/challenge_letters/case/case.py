"""The case: everything one person has told us, in one frozen object."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from challenge_letters.case.fields import Facts, Words, YesNo
from challenge_letters.case.follow_ups import FollowingUp, FollowUp, PaymentDue
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
from challenge_letters.case.problems import (
    AccountDemand,
    AlreadySent,
    AppliedSanction,
    ClaimClosed,
    Problem,
    ThreatenedSanction,
)
from challenge_letters.case.requests import Complaint, RecordsRequest
from challenge_letters.case.work_search import WorkSearch
from challenge_letters.law.benefits import has

Benefit = Literal["universal-credit", "new-style-jsa", "new-style-esa"]


class QueryAnswer(Facts):
    """The person's answer to a query about facts that do not seem to fit together."""

    query: str
    answer: Literal["as-their-letter-says", "explained"] = "as-their-letter-says"
    words: Words = ""


class Admission(Facts):
    """What is to become of a typed sentence that may be used against whoever typed it."""

    sentence: Words
    answer: Literal["leave-out", "keep"] = "keep"


class Case(Facts):
    """One person's case, as read from a case file or built from an interview."""

    format: Literal[1]
    nation: Nation
    benefit: Benefit
    also_universal_credit: YesNo = "not-known"
    writer: Writer = Writer.model_construct()
    claimant: Claimant = Claimant.model_construct()
    safety: SafeContact = SafeContact.model_construct()
    contact: Contact = Contact.model_construct()
    translation: Translation = Translation.model_construct()
    joint_claim: JointClaim | None = None
    problems: tuple[Problem, ...]
    records_request: RecordsRequest | None = None
    complaint: Complaint | None = None
    answered_queries: tuple[QueryAnswer, ...] = ()
    admissions: tuple[Admission, ...] = ()
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
    def _has_one_demand(self) -> Self:
        """A reply answers one demand: a second one would be told to nobody."""
        if sum(isinstance(problem, AccountDemand) for problem in self.problems) > 1:
            raise PydanticCustomError("second-demand", message("second-demand"))
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
    def decisions(self) -> tuple[AppliedSanction, ...]:
        """The problems that are a decision."""
        return tuple(problem for problem in self.problems if isinstance(problem, AppliedSanction))

    @property
    def threats(self) -> tuple[ThreatenedSanction, ...]:
        """The problems that are a warning before a decision."""
        return tuple(problem for problem in self.problems if isinstance(problem, ThreatenedSanction))

    @property
    def failures(self) -> tuple[AppliedSanction | ThreatenedSanction, ...]:
        """The problems in which somebody is said not to have done something."""
        return tuple(
            problem for problem in self.problems if isinstance(problem, AppliedSanction | ThreatenedSanction)
        )

    @property
    def demand(self) -> AccountDemand | None:
        """The demand for a log-in, or None."""
        return next((problem for problem in self.problems if isinstance(problem, AccountDemand)), None)

    @property
    def sent_already(self) -> tuple[AlreadySent, ...]:
        """The problems that are something sent before."""
        return tuple(problem for problem in self.problems if isinstance(problem, AlreadySent))

    @property
    def has_won(self) -> bool:
        """Whether a decision was changed in the person's favour: they say so, or wait for the money."""
        return any(each.is_success for each in self.sent_already) or any(
            isinstance(problem, PaymentDue) for problem in self.problems
        )

    @property
    def is_claim_closed(self) -> bool:
        """Whether the claim was closed."""
        return any(isinstance(problem, ClaimClosed) for problem in self.problems)

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
        is_safe = has(self.rules_of, "joint-claims") and not self.safety.is_at_risk
        return self.joint_claim if is_safe else None
