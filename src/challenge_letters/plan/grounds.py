"""The grounds a person's answers support, in the order in which a decision maker must take them.

Every ground hangs on an answer. Where the answers give none, none is invented.
"""

from __future__ import annotations

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, Group, Reason
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.plan.outcome import Challengeable, GroundKind

# Welfare Reform Act 2012 s.19: nothing at all could be required. Carers and earners are in s.19 only on
# conditions we do not ask for, so for them the person must say that it should not have been asked.
NOTHING_REQUIRED: tuple[Group, ...] = ("child-under-1", "limited-capability-work-activity")
# ss.20 and 21: no work search, availability or vacancy could be required.
NO_WORK_SEARCH: tuple[Group, ...] = ("child-1", "child-2", "limited-capability")
# Universal Credit Regulations 2013 reg 88: the hours of work search must fit with these.
FEWER_HOURS: tuple[Group, ...] = ("child-3-12", "carer", "limited-capability")
WORK_SEARCH_FAILURES = frozenset(
    {"work-search-hours", "not-available", "particular-vacancy", "employer-interview", "job-offer"}
)
# The strongest first: what ends the matter before the weighing starts.
STRENGTH: tuple[GroundKind, ...] = (
    "no-reduction",
    "did-it",
    "not-required",
    "not-told",
    "good-reason",
    "adjustment",
)


def grounds_of(problem: Challengeable, case: Case) -> tuple[GroundKind, ...]:
    """Return the grounds that the answers about `problem` support, in the order they are taken."""
    found: tuple[tuple[GroundKind, bool], ...] = (
        ("did-it", _did_it(problem)),
        ("not-told", _was_not_told(problem)),
        ("not-required", _could_not_be_required(problem)),
        ("good-reason", bool(reasons_of(problem))),
        ("adjustment", _needed_adjustment(problem, case)),
        ("no-reduction", isinstance(problem, AppliedSanction) and bool(problem.no_reduction)),
    )
    return tuple(kind for kind, is_supported in found if is_supported)


def best_of(grounds: tuple[GroundKind, ...]) -> tuple[GroundKind, ...]:
    """Return the best ground and the next: what a reader who goes no further must have seen."""
    return tuple(kind for kind in STRENGTH if kind in grounds)[:2]


def reasons_of(facts: FailureFacts) -> tuple[Reason, ...]:
    """Return the reasons that may be argued as good reason.

    Good reason is no answer to losing work by misconduct (Welfare Reform Act 2012 s.26(2)(d)): there the
    conduct or the cause is disputed in the person's own words.
    """
    if facts.failure.kind == "lost-job":
        return ()
    return tuple(reason for reason in facts.reasons if reason.fact or reason.kind == "not-safe")


def _did_it(facts: FailureFacts) -> bool:
    return facts.has_side("did-it") or facts.has_side("did-part")


def _was_not_told(facts: FailureFacts) -> bool:
    return facts.has_side("not-told") or facts.has_side("not-understood")


def _could_not_be_required(facts: FailureFacts) -> bool:
    if facts.has_side("not-required") or facts.has_group(*NOTHING_REQUIRED):
        return True
    if facts.failure.kind == "work-search-hours" and facts.has_group(*FEWER_HOURS):
        return True
    return facts.has_group(*NO_WORK_SEARCH) and facts.failure.kind in WORK_SEARCH_FAILURES


def _needed_adjustment(facts: FailureFacts, case: Case) -> bool:
    needed = facts.adjustment
    return (
        case.is_in_great_britain and needed is not None and bool(needed.disadvantage and needed.step_wanted)
    )
