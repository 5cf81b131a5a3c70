"""What a sanction costs a day, where the case says enough and the rate of that day is held."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.errors import NotConfirmed
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.rates import Loss, RateKind, households, loss, rate_kind
from challenge_letters.plan.ages import is_at_least, is_under_18
from challenge_letters.plan.protection import is_free_on, protection_of

YES_OR_NO = {"yes": True, "no": False}


def loss_of(decision: AppliedSanction, case: Case, *, on: date) -> Loss | None:
    """Return what a day of the reduction takes, from least to most; None where it cannot be said.

    Nobody is asked whether they claim as a couple, so a range is shown. Nothing is shown where the lower or
    no rate may apply, or where the rates of that day are not held.
    """
    kind = _kind(decision, case, on)
    if kind is None or not _may_be_shown(kind, decision, case, on):
        return None
    possible = households(case.rules_of, is_25_or_over=is_at_least(25, case, on), is_couple=_is_couple(case))
    try:
        return loss(case.rules_of, possible, nation=case.nation, on=on, kind=kind)
    except NotConfirmed:
        return None


def is_reduced_rate(decision: AppliedSanction, case: Case, *, on: date) -> bool | None:
    """Return whether the reduction is at the lower or no rate, None where that cannot be said.

    Most groups are those on the day of the failure, while the rate goes by those at the end of each month: so
    it is lower for certain only where what is so now was told.
    """
    if is_free_on(decision, case, on) and protection_of(decision, case).rate != "full":
        return True
    return False if _kind(decision, case, on) == "full" else None


def _may_be_shown(kind: RateKind, decision: AppliedSanction, case: Case, on: date) -> bool:
    is_young = kind == "reduced" and is_under_18(decision, case, on) is True
    return kind == "full" or is_young


def _kind(decision: AppliedSanction, case: Case, on: date) -> RateKind | None:
    groups = [group for group in decision.groups if group in GROUPS]
    return rate_kind(case.rules_of, groups, nation=case.nation, is_under_18=is_under_18(decision, case, on))


def _is_couple(case: Case) -> bool | None:
    if case.joint_claim:
        return True
    return YES_OR_NO.get(case.records_request.is_joint_claim) if case.records_request else None
