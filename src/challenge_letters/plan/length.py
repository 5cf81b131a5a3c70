"""Whether a sanction is longer than the law allows, and whether saying so could do harm.

A length is argued only where the right one cannot be longer for this person than the one imposed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import UNIVERSAL_CREDIT
from challenge_letters.law.comparing import Comparison, Imposed, compared
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.levels import LEVELS, expected_level
from challenge_letters.law.periods import EarlierSanction, Failed, Period, counts_by_day, period
from challenge_letters.plan.ages import age_on, was_under_18
from challenge_letters.plan.outcome import Challengeable, LevelPoint, NotCounted, Young
from challenge_letters.plan.protection import groups_on_the_day

YES_OR_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Length:
    """The right level and period, and how the imposed one compares with it."""

    level: str
    right: Period
    comparison: Comparison

    @property
    def verdict(self) -> str:
        return self.comparison.verdict

    @property
    def may_be_argued(self) -> bool:
        """Whether a letter may ask for the right length: it is shorter, and nothing about it is in doubt."""
        return self.comparison.may_be_argued and not self.right.caution

    @property
    def working(self) -> str:
        return self.comparison.working

    @property
    def is_worth_saying(self) -> bool:
        """Whether both periods are known well enough to tell the person about a difference."""
        return self.right.fixed_days is not None and self.comparison.working != ""


def expected_level_of(problem: Challengeable, case: Case, *, on: date) -> str | None:
    """Return the level that the failure in `problem` should carry, or None where that cannot be said."""
    happened = problem.failure.happened or problem.failure.their_day
    groups = frozenset(group for group in groups_on_the_day(problem) if group in GROUPS)
    day = happened.earliest if happened else on
    return expected_level(
        problem.failure.kind, benefit=case.rules_of, nation=case.nation, groups=groups, day=day
    )


def length_of(problem: AppliedSanction, case: Case, *, on: date) -> Length | None:
    """Return the right length for `problem` beside the imposed one; None where the answers do not reach."""
    level = expected_level_of(problem, case, on=on)
    failed_on = _exact(problem.failure.happened) or _exact(problem.failure.their_day)
    if level not in LEVELS or failed_on is None:
        return None
    # At the lowest level earlier failures make no difference.
    if level != "lowest" and problem.earlier_sanctions_known != "yes":
        return None
    failure = Failed(failed_on, case.rules_of, case.nation, was_under_18(problem, case))
    right = period(level, failure, earlier=_earlier(problem, case, on))
    imposed = Imposed(problem.decision.days, YES_OR_NO.get(problem.decision.is_open_ended))
    if imposed.days is None or imposed.is_open_ended is None:
        return None
    comparison = compared(imposed, right, failure_date=failed_on, complied_on=_complied_on(problem), as_at=on)
    return Length(level, right, comparison)


def young_of(problem: Challengeable, case: Case, level: str | None, *, on: date) -> Young | None:
    """Return how long a reduction lasts for somebody of 16 or 17; None for anybody else, or at no level.

    Source: the second column of the tables in Universal Credit Regulations 2013 regs 102 to 104.
    """
    failed = problem.failure.happened or problem.failure.their_day
    if was_under_18(problem, case) is not True or level not in LEVELS or failed is None:
        return None
    failure = Failed(failed.earliest, case.rules_of, case.nation, under_18=True)
    earlier = _earlier(problem, case, on) if isinstance(problem, AppliedSanction) else ()
    right = period(level, failure, earlier=earlier)
    if right.fixed_days is None or case.rules_of != UNIVERSAL_CREDIT:
        return None
    return Young(age_on(failed.earliest, case), level, right.fixed_days, right.is_open_ended)


def level_point(problem: Challengeable, case: Case, *, on: date) -> LevelPoint | None:
    """Return what the letter may ask about level, length or end date; None where it must say nothing."""
    if not isinstance(problem, AppliedSanction):
        return None
    found = length_of(problem, case, on=on)
    if found and found.may_be_argued:
        return LevelPoint(
            claim="days",
            level=found.level,
            right_days=found.right.fixed_days,
            imposed_days=problem.decision.days,
            is_open_ended=found.right.is_open_ended,
            should_end=_day_before(_complied_on(problem)) if found.right.is_open_ended else None,
            working=found.right.why,
            not_counted=_not_counted(problem, found.level),
            began=_failed_on(problem),
        )
    return _end_date_point(problem, case, on=on)


def _not_counted(problem: AppliedSanction, level: str) -> tuple[NotCounted, ...]:
    """Return the earlier failures that do not count for one at `level`, overturned ones left out."""
    failed_on = _exact(problem.failure.happened) or _exact(problem.failure.their_day)
    found = []
    for earlier in problem.earlier_sanctions:
        if earlier.overturned or failed_on is None:
            continue
        if not counts_by_day(earlier.failure_day.latest, failed_on):
            found.append(NotCounted(earlier.failure_day, "too-long-ago"))
        elif earlier.level not in (level, "not-known"):
            found.append(NotCounted(earlier.failure_day, "other-level"))
    return tuple(found)


def _end_date_point(problem: AppliedSanction, case: Case, *, on: date) -> LevelPoint | None:
    """Return the point that open-ended days ended the day before the person complied."""
    should_end = _should_end(problem)
    if problem.decision.is_open_ended != "yes" or should_end is None:
        return None
    level = expected_level_of(problem, case, on=on) or "low"
    return LevelPoint(
        claim="end-date",
        level=level,
        right_days=None,
        imposed_days=problem.decision.days,
        is_open_ended=True,
        should_end=should_end,
        working="",
        began=_failed_on(problem),
    )


def _should_end(problem: AppliedSanction) -> date | None:
    return _day_before(_complied_on(problem)) if problem.decision.is_open_ended == "yes" else None


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day else None


def _complied_on(problem: AppliedSanction) -> date | None:
    return _exact(problem.done_since.day) if problem.done_since.state == "done" else None


def _failed_on(problem: AppliedSanction) -> date | None:
    return _exact(problem.failure.happened or problem.failure.their_day)


def _exact(day: RoughDay | None) -> date | None:
    return day.earliest if day and day.is_exact else None


def _earlier(problem: AppliedSanction, case: Case, on: date) -> tuple[EarlierSanction, ...]:
    """Return the sanctions before `problem`: those told, and the other decisions of the case."""
    told = _told_before(problem)
    days = {each.failure_date for each in told}
    beside = (_as_earlier(each, case, on) for each in case.problems if isinstance(each, AppliedSanction))
    return (*told, *(each for each in beside if each and _is_another(each, problem, days)))


def _is_another(earlier: EarlierSanction, problem: AppliedSanction, told: Collection[date]) -> bool:
    """Say whether `earlier` came before the failure in `problem`, and is not told of a second time."""
    failed_on = _failed_on(problem)
    return failed_on is not None and earlier.failure_date < failed_on and earlier.failure_date not in told


def _as_earlier(problem: AppliedSanction, case: Case, on: date) -> EarlierSanction | None:
    """Return the decision in `problem` as one that came before another; None where its day is not known.

    It counts as long as it stands: that it is disputed in the same letter does not take it away.
    """
    failed_on = _failed_on(problem)
    level = expected_level_of(problem, case, on=on)
    if failed_on is None:
        return None
    return EarlierSanction(failed_on, problem.decision.days, level=level if level in LEVELS else None)


def _told_before(problem: AppliedSanction) -> tuple[EarlierSanction, ...]:
    return tuple(
        EarlierSanction(
            failure_date=earlier.failure_day.earliest,
            days=earlier.days,
            overturned=earlier.overturned,
            level=None if earlier.level == "not-known" else earlier.level,
        )
        for earlier in problem.earlier_sanctions
    )
