"""Whether a hardship payment can be asked for, so far as it can be known from outside."""

from __future__ import annotations

from dataclasses import dataclass

from challenge_letters.law.benefits import NAMES, UNIVERSAL_CREDIT
from challenge_letters.law.benefits import known as known_benefit

_LOAN = (
    "It is a loan, and every requirement of the last seven days must have been met; asking admits nothing."
)


@dataclass(frozen=True)
class HardshipPosition:
    """Whether a hardship payment can be asked for (None: it depends on what is not known), and why."""

    can_ask: bool | None
    why: str


def position(
    benefit: str,
    *,
    is_under_18: bool | None,
    is_reduced_rate: bool | None,
    level: str | None,
    has_met_condition: bool | None,
) -> HardshipPosition:
    """Return whether the person can ask for a hardship payment now.

    `is_reduced_rate`: whether the reduction is at forty per cent or nil; `level` one of levels.LEVELS or
    None; `has_met_condition`: whether a low-level compliance condition has been met. That the need is real
    and only because of the reduction is for the office to decide.

    Raises UnknownBenefit. Sources: Universal Credit Regulations 2013, regulations 111 and 116; there is no
    hardship payment in the sanction parts of the new style regulations.
    """
    if known_benefit(benefit) != UNIVERSAL_CREDIT:
        return HardshipPosition(
            can_ask=False,
            why=f"There is no hardship payment in {NAMES[benefit]}: a claim for Universal Credit may help, "
            "but take advice before making one.",
        )
    shut_out = _shut_out(is_under_18=is_under_18, is_reduced_rate=is_reduced_rate, level=level)
    return shut_out or _by_condition(
        level=level,
        has_met_condition=has_met_condition,
        is_certain=is_under_18 is False and is_reduced_rate is False,
    )


def _shut_out(
    *, is_under_18: bool | None, is_reduced_rate: bool | None, level: str | None
) -> HardshipPosition | None:
    reasons = (
        (is_under_18, "Hardship payments are only for people of 18 and over."),
        (
            is_reduced_rate,
            "Hardship payments are only for a reduction at the full rate.",
        ),
        (
            level == "lowest",
            "A lowest-level reduction is at the lower rate: no hardship payment.",
        ),
    )
    return next((HardshipPosition(can_ask=False, why=why) for is_so, why in reasons if is_so), None)


def _by_condition(*, level: str | None, has_met_condition: bool | None, is_certain: bool) -> HardshipPosition:
    if level == "low" and has_met_condition is False:
        return HardshipPosition(
            can_ask=False,
            why="Not yet: first do what they asked, or rebook it. Then ring and ask the same day.",
        )
    is_open = level in ("higher", "medium") or has_met_condition is True
    if is_open and is_certain:
        return HardshipPosition(can_ask=True, why=f"Ring and ask today. {_LOAN}")
    return HardshipPosition(
        can_ask=None,
        why=f"Ring and ask: it depends on your age, the rate and whether the condition is met. {_LOAN}",
    )
