"""Whether a reduction is longer or shorter than it should be, and so whether saying so could do harm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from challenge_letters.languages import worded
from challenge_letters.law.periods import Period
from challenge_letters.law.spoken import spoken

Verdict = Literal["shorter", "same", "longer", "cannot-tell"]


@dataclass(frozen=True)
class Imposed:
    """The reduction as the office made it: its fixed days, and whether open-ended days come before them."""

    days: int | None
    is_open_ended: bool | None


@dataclass(frozen=True)
class Comparison:
    """Whether the right period would be shorter or longer for the person than the imposed one."""

    imposed_days: int | None
    right_days: int | None
    verdict: Verdict
    working: str

    @property
    def may_be_argued(self) -> bool:
        """Whether asking for the right period helps, and cannot leave the person worse off."""
        return self.verdict == "shorter"


def compared(
    imposed: Imposed, right: Period, *, failure_date: date, complied_on: date | None, as_at: date
) -> Comparison:
    """Return whether the right period would be shorter or longer for the person than the imposed one.

    Open-ended days run from the failure to the day before `complied_on`; while that day is not known they
    have no number. Two open-ended periods can still be compared, because those days are the same in both.
    """
    if imposed.days is None or imposed.is_open_ended is None or right.fixed_days is None:
        return _cannot_tell(worded("law.comparing.not-known"))
    if complied_on is not None and failure_date <= complied_on <= as_at:
        return _counted(imposed, right, failure_date, complied_on - failure_date)
    if imposed.is_open_ended == right.is_open_ended:
        return _by_fixed_days(imposed.days, right)
    return _still_running(imposed, right, failure_date, as_at)


def _cannot_tell(reason: str, imposed_days: int | None = None, right_days: int | None = None) -> Comparison:
    return Comparison(imposed_days, right_days, "cannot-tell", reason)


def _verdict(imposed_days: int, right_days: int) -> Verdict:
    if right_days == imposed_days:
        return "same"
    return "shorter" if right_days < imposed_days else "longer"


def _counted(imposed: Imposed, right: Period, failure_date: date, open_days: timedelta) -> Comparison:
    imposed_days = (imposed.days or 0) + (open_days.days if imposed.is_open_ended else 0)
    right_days = (right.fixed_days or 0) + (open_days.days if right.is_open_ended else 0)
    verdict = _verdict(imposed_days, right_days)
    working = worded(
        "law.comparing.met",
        day=spoken(failure_date + open_days),
        days=open_days.days,
        imposed=imposed_days,
        right=right_days,
    )
    return Comparison(imposed_days, right_days, verdict, working)


def _by_fixed_days(imposed_days: int, right: Period) -> Comparison:
    right_days = right.fixed_days or 0
    verdict = _verdict(imposed_days, right_days)
    if right.is_open_ended:
        working = worded("law.comparing.open-ended-in-both", imposed=imposed_days, right=right_days)
        return Comparison(None, None, verdict, working)
    working = worded("law.comparing.by-the-table", imposed=imposed_days, right=right_days)
    return Comparison(imposed_days, right_days, verdict, working)


def _still_running(imposed: Imposed, right: Period, failure_date: date, as_at: date) -> Comparison:
    if right.is_open_ended:
        return _cannot_tell(
            worded("law.comparing.table-runs-on"),
            imposed_days=imposed.days,
        )
    right_days = right.fixed_days or 0
    at_least = (imposed.days or 0) + max((as_at - failure_date).days, 0)
    if right_days < at_least:
        working = worded("law.comparing.at-least", imposed=at_least, right=right_days)
        return Comparison(None, right_days, "shorter", working)
    return _cannot_tell(
        worded("law.comparing.imposed-runs-on"),
        right_days=right_days,
    )
