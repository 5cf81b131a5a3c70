"""Whether a sanction is longer than the law allows, and whether saying so could do harm.

A length is argued only where the right one cannot be longer for this person than the one imposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import UNIVERSAL_CREDIT
from challenge_letters.law.comparing import Comparison, Imposed, compared
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.levels import LEVELS, expected_level
from challenge_letters.law.periods import (
    EarlierSanction,
    Failed,
    Period,
    carries_the_same_again,
    counts_by_day,
    period,
)
from challenge_letters.plan.ages import age_on, was_under_18
from challenge_letters.plan.outcome import Challengeable, DisputedToo, LevelPoint, NotCounted, Young
from challenge_letters.plan.protection import groups_on_the_day

JOBS_REFUSED = frozenset({"particular-vacancy", "employer-interview", "job-offer"})
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
    failed_on = _failed_on(problem)
    if level not in LEVELS or failed_on is None:
        return None
    # At the lowest level earlier failures make no difference.
    if level != "lowest" and problem.earlier_sanctions_known != "yes":
        return None
    failure = _failed(problem, case, failed_on)
    right = period(level, failure, earlier=_before(problem, case, on))
    imposed = Imposed(problem.decision.days, YES_OR_NO.get(problem.decision.is_open_ended))
    if imposed.days is None or imposed.is_open_ended is None:
        return None
    comparison = compared(imposed, right, failure_date=failed_on, complied_on=_complied_on(problem), as_at=on)
    return Length(level, right, comparison)


def days_of_a_job_refused(problem: AppliedSanction, case: Case, *, on: date) -> int | None:
    """Return the days of a first failure to apply for a job or take one; None for any other failure.

    The days of somebody of 18 or over, unless the person was younger.
    """
    level, failed_on = expected_level_of(problem, case, on=on), _failed_on(problem)
    if problem.failure.kind not in JOBS_REFUSED or level != "higher" or failed_on is None:
        return None
    is_young = was_under_18(problem, case) is True
    return period("higher", Failed(failed_on, case.rules_of, case.nation, is_young)).fixed_days


def young_of(problem: Challengeable, case: Case, level: str | None, *, on: date) -> Young | None:
    """Return how long a reduction lasts for somebody of 16 or 17; None for anybody else, or at no level.

    Source: the second column of the tables in Universal Credit Regulations 2013 regs 102 to 104.
    """
    failed = problem.failure.happened or problem.failure.their_day
    if was_under_18(problem, case) is not True or level not in LEVELS or failed is None:
        return None
    failure = Failed(failed.earliest, case.rules_of, case.nation, under_18=True)
    earlier = _before(problem, case, on) if isinstance(problem, AppliedSanction) else ()
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
            not_counted=_not_counted(problem, found.level, case, on),
            same_again=_same_again(problem, found.level, case, on),
            began=_failed_on(problem),
        )
    return _end_date_point(problem, case, on=on)


def disputed_before(problem: Challengeable, case: Case, *, on: date) -> tuple[DisputedToo, ...]:
    """Return the failures counted against this one whose own decisions are disputed in `case` too.

    The person told of them as earlier sanctions, or another decision in the case is about them. Of the latter
    only those without which this one would carry fewer days: nothing is volunteered that could add any.
    """
    if not isinstance(problem, AppliedSanction):
        return ()
    days, found = _days_without_those_of_this_case(problem, case, on), length_of(problem, case, on=on)
    if found and found.may_be_argued and found.right.fixed_days == days:
        return ()
    others = [_failed_on(other) for other in _decisions_of(case) if other is not problem]
    told = [day for day in map(_exact, _told_of(problem)) if day and day in others]
    counted = sorted({*told, *_counted_days(problem, case, on)})
    # Of several, one may stand: what is left then is for the office to work out.
    return tuple(DisputedToo(day, days if len(counted) == 1 else None) for day in counted)


def _counted_days(problem: AppliedSanction, case: Case, on: date) -> list[date]:
    """Return the days of the failures of other decisions that make this reduction longer than a first one."""
    level, failed_on = expected_level_of(problem, case, on=on), _failed_on(problem)
    days = problem.decision.days
    if level not in LEVELS or failed_on is None or days is None:
        return []
    first = period(level, _failed(problem, case, failed_on))
    if first.fixed_days is None or days <= first.fixed_days:
        return []
    return [
        earlier.failure_date
        for earlier in _of_this_case(problem, case, on)
        if earlier.level == level and counts_by_day(earlier.failure_date, failed_on)
    ]


def _days_without_those_of_this_case(problem: AppliedSanction, case: Case, on: date) -> int | None:
    """Return the fixed days left if every decision before this one in `case` is revised, if that is known."""
    level, failed_on = expected_level_of(problem, case, on=on), _failed_on(problem)
    if level not in LEVELS or failed_on is None or problem.earlier_sanctions_known != "yes":
        return None
    disputed = {_failed_on(other) for other in _decisions_of(case)}
    left = tuple(earlier for earlier in _earlier(problem) if earlier.failure_date not in disputed)
    found = period(level, _failed(problem, case, failed_on), earlier=left)
    imposed = problem.decision.days
    if not found.fixed_days or imposed is None or found.caution:
        return None
    return found.fixed_days if found.fixed_days < imposed else None


def _before(problem: AppliedSanction, case: Case, on: date) -> tuple[EarlierSanction, ...]:
    """Return the sanctions before `problem`: those told of, and the other decisions of the case."""
    return (*_earlier(problem), *_of_this_case(problem, case, on))


def _of_this_case(problem: AppliedSanction, case: Case, on: date) -> tuple[EarlierSanction, ...]:
    """Return the failures of other decisions in `case` before this one, but not those told of here."""
    return tuple(
        _as_earlier(other, day, case, on)
        for other, day in _failed_before(problem, case)
        if day not in map(_exact, _told_of(problem))
    )


def _failed_before(problem: AppliedSanction, case: Case) -> list[tuple[AppliedSanction, date]]:
    """Return the other decisions and their days; of two of one day the first in the case is the first."""
    placed = enumerate(_decisions_of(case))
    dated = [(day, place, each) for place, each in placed if (day := _failed_on(each))]
    here = next(((day, place) for day, place, each in dated if each is problem), None)
    return [(each, day) for day, place, each in dated if here and (day, place) < here]


def _as_earlier(other: AppliedSanction, failed_on: date, case: Case, on: date) -> EarlierSanction:
    level = expected_level_of(other, case, on=on)
    return EarlierSanction(failed_on, _days_of(other, case, on), level=level if level in LEVELS else None)


def _days_of(other: AppliedSanction, case: Case, on: date) -> int | None:
    """Return the fixed days another decision carries: the right ones, else those imposed."""
    found = length_of(other, case, on=on)
    if found is None:
        return other.decision.days
    return found.right.fixed_days if found.verdict in ("same", "shorter") else None


def _same_again(problem: AppliedSanction, level: str, case: Case, on: date) -> date | None:
    """Return the day of the latest failure at `level`, if this one came too soon after it to carry more."""
    failed_on = _failed_on(problem)
    before = _before(problem, case, on)
    days = [each.failure_date for each in before if each.level == level and not each.overturned]
    latest = max((day for day in days if failed_on and day <= failed_on), default=None)
    return latest if latest and failed_on and carries_the_same_again(latest, failed_on) else None


def _not_counted(problem: AppliedSanction, level: str, case: Case, on: date) -> tuple[NotCounted, ...]:
    """Return the earlier failures that do not count for one at `level`, overturned ones left out."""
    failed_on = _failed_on(problem)
    held = (earlier for earlier in problem.earlier_sanctions if not earlier.overturned)
    told = [(earlier.failure_day, earlier.level) for earlier in held]
    others = [(_rough(each.failure_date), each.level) for each in _of_this_case(problem, case, on)]
    found = []
    for day, its_level in (*told, *others):
        if failed_on and not counts_by_day(day.latest, failed_on):
            found.append(NotCounted(day, "too-long-ago"))
        elif failed_on and its_level not in (level, "not-known", None):
            found.append(NotCounted(day, "other-level"))
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
    return _exact(problem.failure.happened) or _exact(problem.failure.their_day)


def _failed(problem: AppliedSanction, case: Case, failed_on: date) -> Failed:
    return Failed(failed_on, case.rules_of, case.nation, was_under_18(problem, case))


def _told_of(problem: AppliedSanction) -> list[RoughDay]:
    return [earlier.failure_day for earlier in problem.earlier_sanctions]


def _decisions_of(case: Case) -> tuple[AppliedSanction, ...]:
    return tuple(problem for problem in case.problems if isinstance(problem, AppliedSanction))


def _rough(day: date) -> RoughDay:
    return RoughDay.parse(day.isoformat())


def _exact(day: RoughDay | None) -> date | None:
    return day.earliest if day and day.is_exact else None


def _earlier(problem: AppliedSanction) -> tuple[EarlierSanction, ...]:
    return tuple(
        EarlierSanction(
            failure_date=earlier.failure_day.earliest,
            days=earlier.days,
            overturned=earlier.overturned,
            level=None if earlier.level == "not-known" else earlier.level,
        )
        for earlier in problem.earlier_sanctions
    )
