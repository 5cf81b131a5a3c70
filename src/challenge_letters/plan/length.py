"""Whether a sanction is longer than the law allows, and whether saying so could do harm.

A length is argued only where the right one cannot be longer for this person than the one imposed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.failure import EarlierSanction as Told
from challenge_letters.case.problems import AppliedSanction, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.two_failures import is_one_of_two
from challenge_letters.law.benefits import has
from challenge_letters.law.comparing import Comparison, Imposed, compared
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.levels import LEVELS, expected_level
from challenge_letters.law.nations import system_of
from challenge_letters.law.periods import (
    EarlierSanction,
    Failed,
    Period,
    carries_the_same_again,
    counts_by_day,
    earlier_lengths,
    has_two_columns,
    period,
)
from challenge_letters.plan.ages import age_on, was_under_18
from challenge_letters.plan.before_claim import before_claim_of, is_before_the_claim
from challenge_letters.plan.outcome import (
    Challengeable,
    DisputedToo,
    LevelPoint,
    NotCounted,
    Unexplained,
    Young,
)
from challenge_letters.plan.protection import groups_on_the_day
from challenge_letters.plan.texts import sentence

JOBS_REFUSED = failures_with("job-refused")
NO_LEVEL = "none"
# A length of so many days, never a day of a month or a time to answer in.
# "In the last 365 days" says when an earlier failure was, and not how long this reduction is.
DAYS_NAMED = re.compile(
    r"(?<!within )(?<!in )(?<!next )(?<!last )(?<!past )(?<!previous )\b(\d{1,4}) days\b(?!'| of this| to )",
    re.IGNORECASE,
)
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
    happened = problem.failure.day
    groups = frozenset(group for group in groups_on_the_day(problem) if group in GROUPS)
    day = happened.earliest if happened else on
    return expected_level(
        problem.failure.kind, benefit=case.rules_of, nation=case.nation, groups=groups, day=day
    )


def level_for_everybody(problem: Challengeable, case: Case, *, on: date) -> str | None:
    """Return the level for somebody of whom everything can be asked, where nobody said what can be."""
    said_nothing = not set(problem.groups) - {"not-known"}
    return expected_level_of(_of_whom_all_is_asked(problem), case, on=on) if said_nothing else None


def length_of(problem: AppliedSanction, case: Case, *, on: date) -> Length | None:
    """Return the right length for `problem` beside the imposed one; None where the answers do not reach.

    The days of two failures, of which one is told, are nobody's to compare.
    """
    if is_one_of_two(problem, case):
        return None
    level = _level_to_count_by(problem, case, on)
    failed_on = _failed_on(problem)
    if level not in LEVELS or failed_on is None:
        return None
    # At the lowest level, and before the claim, earlier failures make no difference.
    is_alone = level == "lowest" or is_before_the_claim(problem)
    if not is_alone and problem.earlier_sanctions_known != "yes":
        return None
    right = _right_period(problem, level, case, on)
    if right is None:
        return None
    is_open = YES_OR_NO.get(problem.decision.is_open_ended)
    # What is not open-ended by the tables is no longer if nobody has told whether it was said to be.
    imposed = Imposed(problem.decision.days, is_open if is_open is not None or right.is_open_ended else False)
    if imposed.days is None or imposed.is_open_ended is None:
        return None
    comparison = compared(imposed, right, failure_date=failed_on, complied_on=_complied_on(problem), as_at=on)
    return Length(level, right, comparison)


def _level_to_count_by(problem: AppliedSanction, case: Case, on: date) -> str | None:
    """Return the level whose days are right; of a person of whom nothing could be asked, that of anybody.

    Where nothing could be asked there are no days at all, and the letter says so first. Whoever decides
    otherwise has to count by the table: nobody's days are more than those of a person of whom all is asked.
    """
    level = expected_level_of(problem, case, on=on)
    return level if level != NO_LEVEL else expected_level_of(_of_whom_all_is_asked(problem), case, on=on)


def _right_period(problem: AppliedSanction, level: str, case: Case, on: date) -> Period | None:
    """Return the period by the tables; of a failure before the claim what is left, None if unknown."""
    failed_on = _failed_on(problem)
    is_held = not is_before_the_claim(problem) or system_of(case.nation).has("days-before-a-claim")
    if failed_on is None or not is_held:
        return None
    if not is_before_the_claim(problem):
        failure = _failed(problem, case, failed_on)
        return period(level, failure, earlier=_before(problem, case, on))
    found = before_claim_of(problem, case)
    # What bars it altogether is a ground of its own, and says what would be left.
    if found is None or found.is_barred:
        return None
    why = sentence("length", "before-the-claim", left=found.left, days=found.ordinary, passed=found.passed)
    return Period(found.left, is_open_ended=False, why=why)


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
    failed = problem.failure.day
    if was_under_18(problem, case) is not True or level not in LEVELS or failed is None:
        return None
    failure = Failed(failed.earliest, case.rules_of, case.nation, under_18=True)
    earlier = _before(problem, case, on) if isinstance(problem, AppliedSanction) else ()
    right = period(level, failure, earlier=earlier)
    if right.fixed_days is None or not has(case.rules_of, "days-of-the-young"):
        return None
    if isinstance(problem, AppliedSanction) and _is_more_than_imposed(right.fixed_days, problem):
        return None
    return Young(age_on(failed.earliest, case), level, right.fixed_days, right.is_open_ended)


def _is_more_than_imposed(days: int, problem: AppliedSanction) -> bool:
    """Whether saying the right number of days would ask for more than the office has imposed."""
    imposed, open_ended = problem.decision.days, problem.decision.is_open_ended
    return imposed is not None and (days > imposed or (days == imposed and open_ended == "no"))


def level_point(problem: Challengeable, case: Case, *, on: date) -> LevelPoint | None:
    """Return what the letter may ask about level, length or end date; None where it must say nothing.

    Where of the day of the failure only the month is known, every day of it has to give the same answer.
    """
    if not isinstance(problem, AppliedSanction):
        return None
    days = _days_of_its_month(problem)
    if not days:
        return _level_point_on_a_day(problem, case, on)
    points = [_level_point_on_a_day(*_failed_then(day, problem, case), on) for day in days]
    first = points[0]
    if first is None or first.claim != "days" or first.not_counted or first.same_again:
        return None
    alike = all(point and replace(point, began=first.began) == first for point in points)
    return replace(first, began=None) if alike else None


def _days_of_its_month(problem: AppliedSanction) -> tuple[date, ...]:
    """Return each day that the failure can have been on, where its month is all that is known; else ()."""
    month = problem.failure.day
    if month is None or _failed_on(problem) is not None:
        return ()
    decided = problem.decision.dated or problem.decision.notified
    last = min(month.latest, decided.latest) if decided else month.latest
    return tuple(month.earliest + timedelta(days=at) for at in range((last - month.earliest).days + 1))


def _failed_then(day: date, problem: AppliedSanction, case: Case) -> tuple[AppliedSanction, Case]:
    """Return `problem` with `day` as the day of its failure, and `case` with that in its place."""
    failure = problem.failure.model_copy(update={"happened": RoughDay.exactly(day)})
    dated = problem.model_copy(update={"failure": failure})
    problems = tuple(dated if each is problem else each for each in case.problems)
    return dated, case.model_copy(update={"problems": problems})


def _level_point_on_a_day(problem: AppliedSanction, case: Case, on: date) -> LevelPoint | None:
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
    if not isinstance(problem, AppliedSanction) or is_before_the_claim(problem):
        return ()
    days, found = _days_without_those_of_this_case(problem, case, on), length_of(problem, case, on=on)
    if found and found.may_be_argued and found.right.fixed_days == days:
        return ()
    others = [_failed_on(other) for other in case.decisions if other is not problem]
    told = [day for day in map(_exact, _told_of(problem)) if day and day in others]
    counted = sorted({*told, *_counted_days(problem, case, on)})
    # Of several, one may stand: what is left then is for the office to work out.
    left = days if len(counted) == 1 else None
    return tuple(DisputedToo(day, left, _is_same_again(problem, day, case, on)) for day in counted)


def unexplained_of(problem: Challengeable, case: Case, *, on: date) -> Unexplained | None:
    """Return that more days are imposed than a first reduction has, where nothing told leads to them.

    Whatever the person's age and situation: where those are not told, the longest first one there can be is
    the measure. None where earlier sanctions are told of, which have a ground of their own.
    """
    # Before the claim earlier failures make no difference; and the days of two failures are no first one's.
    if is_before_the_claim(problem) or is_one_of_two(problem, case):
        return None
    if isinstance(problem, ThreatenedSanction):
        return _unexplained_in_a_warning(problem, case, on)
    if _told_apart(problem, case):
        return None
    failed_on, days = _failed_on(problem), problem.decision.days
    point, is_first = level_point(problem, case, on=on), problem.earlier_sanctions_known == "yes"
    is_argued = point is not None and point.claim == "days"
    if failed_on is None or days is None or is_argued:
        return None
    known = expected_level_of(problem, case, on=on)
    level = known or expected_level_of(_of_whom_all_is_asked(problem), case, on=on)
    failure = _failed(problem, case, failed_on)
    found = _beyond_a_first(level, days, failure, open_days=_open_days(problem, failed_on, on))
    if found is None:
        return None
    return replace(
        found,
        is_at_most=found.is_at_most or known is None,
        is_first=is_first and not _failed_before(problem, case),
        same_as=_so_soon_after(problem, case, days),
    )


def _unexplained_in_a_warning(problem: ThreatenedSanction, case: Case, on: date) -> Unexplained | None:
    """Return that a warning speaks of more days than a first reduction can have."""
    days = days_named(problem.warning.words, problem.failure.their_words)
    failed_on = problem.failure.day.earliest if problem.failure.day else on
    known = expected_level_of(problem, case, on=on)
    level = known or level_for_everybody(problem, case, on=on)
    if days is None:
        return None
    failure = Failed(failed_on, case.rules_of, case.nation, was_under_18(problem, case))
    found = _beyond_a_first(level, days, failure)
    return replace(found, is_at_most=found.is_at_most or known is None) if found else None


def _beyond_a_first(
    level: str | None, days: int, failure: Failed, *, open_days: int | None = 0
) -> Unexplained | None:
    """Return that `days` are more than a first reduction at `level` has; None if they are not, or in doubt.

    `open_days`: how many of them can be open-ended ones, None where nobody knows. Where the age is not known,
    the number is the most that a first one can have.
    """
    # At the lowest level no fixed days follow at all: that is a ground of its own.
    if level not in LEVELS or level == "lowest":
        return None
    grown = _grown(failure)
    first = period(level, grown)
    open_ones = open_days if first.is_open_ended else 0
    if first.fixed_days is None or open_ones is None or first.caution or days <= first.fixed_days + open_ones:
        return None
    return Unexplained(
        level=level,
        days=days,
        first=first.fixed_days,
        earlier=earlier_lengths(level, grown, days),
        is_at_most=failure.under_18 is None and has_two_columns(level, grown),
        also_first_at=_first_at_a_higher_level(level, grown, days),
    )


def days_named(*texts: str) -> int | None:
    """Return the one number of days that `texts` speak of; None where they name none, or more than one."""
    found = {int(each) for text in texts for each in DAYS_NAMED.findall(text)}
    return found.pop() if len(found) == 1 else None


def _open_days(problem: AppliedSanction, failed_on: date, on: date) -> int | None:
    """Return how many of the days imposed are open-ended ones, which a notice can give in one sum.

    None are where it names them apart. Otherwise they end with the day before the person complied: while that
    day is not known they have no number, and the right days may be more than those imposed.
    """
    if problem.decision.is_open_ended == "yes":
        return 0
    end = _complied_on(problem)
    return max((end - failed_on).days, 0) if end and end <= on else None


def fixed_days_in_one_sum(problem: Challengeable, case: Case, *, on: date) -> int | None:
    """Return the fixed days of a decision that gives one number: the days until it was done, and these.

    Only where what is left of that number is just what a first reduction has: nothing else can be meant then.
    None else, and where the notice names the open-ended days apart.
    """
    if not isinstance(problem, AppliedSanction) or is_one_of_two(problem, case):
        return None
    failed_on, level = _failed_on(problem), expected_level_of(problem, case, on=on)
    open_days = _open_days(problem, failed_on, on) if failed_on else None
    if failed_on is None or not open_days or problem.decision.days is None or level not in LEVELS:
        return None
    first = period(level, _grown(_failed(problem, case, failed_on)))
    is_meant = first.is_open_ended and not first.caution and first.fixed_days
    return first.fixed_days if is_meant and first.fixed_days == problem.decision.days - open_days else None


def _of_whom_all_is_asked(problem: Challengeable) -> Challengeable:
    return problem.model_copy(update={"groups": ("none",)})


def _first_at_a_higher_level(level: str, failure: Failed, days: int) -> str:
    """Return the level above `level` at which a first reduction has so many days; "" where there is none."""
    above = LEVELS[: LEVELS.index(level)]
    return next((each for each in above if period(each, failure).fixed_days == days), "")


def _so_soon_after(problem: AppliedSanction, case: Case, days: int) -> date | None:
    """Return the day of another failure in `case` so soon before that the same days follow on this one."""
    failed_on = _failed_on(problem)
    near = [
        day
        for other, day in _failed_before(problem, case)
        if failed_on and other.decision.days == days and carries_the_same_again(day, failed_on)
    ]
    return max(near, default=None)


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


def _is_same_again(problem: AppliedSanction, day: date, case: Case, on: date) -> bool:
    """Whether this failure came so soon after that of `day` that even if it stands no more days follow."""
    days, failed_on = problem.decision.days, _failed_on(problem)
    own = next((each.days for each in _of_this_case(problem, case, on) if each.failure_date == day), None)
    is_fewer = own is not None and days is not None and own < days
    return is_fewer and failed_on is not None and carries_the_same_again(day, failed_on)


def _days_without_those_of_this_case(problem: AppliedSanction, case: Case, on: date) -> int | None:
    """Return the fixed days left if every decision before this one in `case` is revised, if that is known."""
    level, failed_on = expected_level_of(problem, case, on=on), _failed_on(problem)
    if level not in LEVELS or failed_on is None or problem.earlier_sanctions_known != "yes":
        return None
    disputed = {_failed_on(other) for other in case.decisions}
    left = tuple(earlier for earlier in _earlier(problem, case) if earlier.failure_date not in disputed)
    found = period(level, _failed(problem, case, failed_on), earlier=left)
    imposed = problem.decision.days
    if not found.fixed_days or imposed is None or found.caution:
        return None
    return found.fixed_days if found.fixed_days < imposed else None


def _before(problem: AppliedSanction, case: Case, on: date) -> tuple[EarlierSanction, ...]:
    """Return the sanctions before `problem`: those told of, and the other decisions of the case."""
    return (*_earlier(problem, case), *_of_this_case(problem, case, on))


def _of_this_case(problem: AppliedSanction, case: Case, on: date) -> tuple[EarlierSanction, ...]:
    """Return the failures of other decisions in `case` before this one, none that was taken back."""
    taken_back = [_exact(each.failure_day) for each in problem.earlier_sanctions if each.overturned]
    return tuple(
        _as_earlier(other, day, case, on)
        for other, day in _failed_before(problem, case)
        if day not in taken_back
    )


def _failed_before(problem: AppliedSanction, case: Case) -> list[tuple[AppliedSanction, date]]:
    """Return the other decisions and their days; of two of one day the first in the case is the first."""
    placed = enumerate(case.decisions)
    dated = [(day, place, each) for place, each in placed if (day := _failed_on(each))]
    here = next(((day, place) for day, place, each in dated if each is problem), None)
    return [(each, day) for day, place, each in dated if here and (day, place) < here]


def _as_earlier(other: AppliedSanction, failed_on: date, case: Case, on: date) -> EarlierSanction:
    level = expected_level_of(other, case, on=on)
    return EarlierSanction(
        failed_on,
        _days_of(other, case, on),
        level=level if level in LEVELS else None,
        is_pre_claim=is_before_the_claim(other),
    )


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
    held = (earlier for earlier in _told_apart(problem, case) if not earlier.overturned)
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
    is_summed = not is_one_of_two(problem, case)
    return LevelPoint(
        claim="end-date",
        level=level,
        right_days=None,
        imposed_days=problem.decision.days if is_summed else None,
        is_open_ended=True,
        should_end=should_end,
        working="",
        began=_failed_on(problem) if is_summed else None,
    )


def _should_end(problem: AppliedSanction) -> date | None:
    return _day_before(_complied_on(problem)) if problem.decision.is_open_ended == "yes" else None


def days_until_done(problem: AppliedSanction) -> int | None:
    """Return how many days passed from the failure to the day it was done; None where one is not known."""
    failed_on, done_on = _failed_on(problem), _complied_on(problem)
    return (done_on - failed_on).days if failed_on and done_on else None


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day else None


def _complied_on(problem: AppliedSanction) -> date | None:
    return _exact(problem.done_since.day) if problem.done_since.state == "done" else None


def _failed_on(problem: AppliedSanction) -> date | None:
    return _exact(problem.failure.happened) or _exact(problem.failure.their_day)


def _failed(problem: AppliedSanction, case: Case, failed_on: date) -> Failed:
    return Failed(failed_on, case.rules_of, case.nation, was_under_18(problem, case))


def _grown(failure: Failed) -> Failed:
    """Return `failure` as of somebody grown, where nobody has told the age."""
    return replace(failure, under_18=bool(failure.under_18))


def _told_of(problem: AppliedSanction) -> list[RoughDay]:
    return [earlier.failure_day for earlier in problem.earlier_sanctions]


def _rough(day: date) -> RoughDay:
    return RoughDay.parse(day.isoformat())


def _exact(day: RoughDay | None) -> date | None:
    return day.earliest if day and day.is_exact else None


def _told_apart(problem: AppliedSanction, case: Case) -> list[Told]:
    """Return the earlier sanctions told of here that no other decision of `case` is about."""
    here = [day for _, day in _failed_before(problem, case)]
    return [
        told for told in problem.earlier_sanctions if told.overturned or _exact(told.failure_day) not in here
    ]


def _earlier(problem: AppliedSanction, case: Case) -> tuple[EarlierSanction, ...]:
    return tuple(
        EarlierSanction(
            failure_date=earlier.failure_day.earliest,
            days=earlier.days,
            overturned=earlier.overturned,
            level=None if earlier.level == "not-known" else earlier.level,
        )
        for earlier in _told_apart(problem, case)
    )
