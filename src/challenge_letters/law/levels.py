"""Which level a failure carries, how long its reduction should last, and whether saying so would help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.law.benefits import BENEFITS, NEW_STYLE_JSA
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.reading import read
from challenge_letters.law.spoken import spoken

LEVELS = ("higher", "medium", "low", "lowest")
NOTHING_REQUIRED = "none"
GROUPS = (
    "child-under-1",
    "child-1",
    "child-2",
    "child-3-12",
    "carer",
    "limited-capability",
    "limited-capability-work-activity",
    "fit-note",
    "late-pregnancy",
    "earning-enough",
    "none",
    "not-known",
)
_MOST_PROTECTED_FIRST = ("nothing", "interviews", "preparation", "everything")
Verdict = Literal["shorter", "same", "longer", "cannot-tell"]


@cache
def _failures() -> Mapping[str, Any]:
    return MappingProxyType(read("failures.yaml"))


@cache
def _periods() -> Mapping[str, Any]:
    return MappingProxyType(read("sanction_periods.yaml"))


# For each kind of failure the level it carries in each benefit, for people who may be asked everything.
FAILURES: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        kind: MappingProxyType({benefit: record[benefit] for benefit in BENEFITS})
        for kind, record in _failures()["failures"].items()
    }
)


@dataclass(frozen=True)
class EarlierSanction:
    """A sanction before the present one. `days` are its fixed days; None where they are not known."""

    failure_date: date
    days: int | None
    overturned: bool = False
    level: str | None = None
    benefit: str | None = None
    is_pre_claim: bool = False


@dataclass(frozen=True)
class Period:
    """How long a reduction should last.

    `fixed_days` is 0 where there are only open-ended days, and None where it cannot be worked out.
    """

    fixed_days: int | None
    is_open_ended: bool
    why: str


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
        """Whether asking for the right period cannot leave the person worse off."""
        return self.verdict in ("shorter", "same")


def expected_level(failure: str, *, benefit: str, groups: frozenset[str], day: date) -> str | None:
    """Return the level the failure should carry on `day`, "none" if nothing of the kind could be required.

    Return None where it cannot be said. `groups` are those of GROUPS the person was in on `day`; an empty
    set means as much as "not-known". Raises UnknownKind and UnknownBenefit.
    Sources: `failures.yaml`.
    """
    _known_failure(failure)
    _known_groups(groups)
    base = FAILURES[failure][known_benefit(benefit)]
    if day < _failures()["read_since"]:
        return None
    if base is None or benefit == NEW_STYLE_JSA:
        return base
    requirement: str = _failures()["failures"][failure]["requirement"]
    if requirement == "keep-work" and groups == {_failures()["freed_by_earnings"]}:
        return base
    asked = _may_be_asked(benefit, groups)
    if asked is None:
        return None if requirement == "interview" else base
    level: str | None = base if asked == "everything" else _failures()["levels"][asked][requirement]
    return level


def outstanding_at_most() -> int:
    """Return how many days can be outstanding at once. Source: `sanction_periods.yaml`."""
    days: int = _periods()["outstanding_at_most"]
    return days


def _known_failure(failure: str) -> None:
    if failure not in FAILURES:
        raise UnknownKind(f"There is no failure called {failure!r}: use one of {', '.join(FAILURES)}.")


def _known_groups(groups: frozenset[str]) -> None:
    unknown = sorted(groups - set(GROUPS))
    if unknown:
        raise UnknownKind(f"There is no group called {unknown[0]!r}: use some of {', '.join(GROUPS)}.")


def _may_be_asked(benefit: str, groups: frozenset[str]) -> str | None:
    """Return what may be asked of people in all of `groups`, by the most protected; None if not known."""
    asked = {_failures()["groups"][benefit][group] for group in groups - {"not-known"}}
    found = next((words for words in _MOST_PROTECTED_FIRST if words in asked), None)
    return None if found == "everything" and "not-known" in groups else found


def period(
    level: str,
    *,
    benefit: str,
    under_18: bool | None,
    failure_date: date | None,
    earlier: Sequence[EarlierSanction] = (),
) -> Period:
    """Return how long the reduction for a failure at `level` should last.

    `under_18` is the age on the day of the failure. Only earlier failures at the same level count: not
    overturned ones, not failures before the claim, and only those within 365 days beginning with the day of
    this failure; one within 14 days carries the same length again.

    Raises UnknownKind and UnknownBenefit. Sources: `sanction_periods.yaml`.
    """
    if level not in LEVELS:
        raise UnknownKind(f"There is no level called {level!r}: use one of {', '.join(LEVELS)}.")
    table = _table(known_benefit(benefit), level, failure_date)
    if table is None:
        is_open_ended = level in ("low", "lowest")
        return Period(None, is_open_ended, f"No table for the {level} level on that day is held.")
    latest = _latest(level, benefit, failure_date, earlier)
    days = {_fixed_days(steps, latest, failure_date) for steps in _steps(table, under_18=under_18)}
    fixed = days.pop() if len(days) == 1 else None
    return Period(fixed, table["open_ended"], _why(table, fixed, latest, failure_date))


def _table(benefit: str, level: str, failure_date: date | None) -> Mapping[str, Any] | None:
    tables = _periods()["tables"][benefit].get(level, [])
    held = [table for table in tables if failure_date is None or table["from"] <= failure_date]
    return max(held, key=lambda table: table["from"], default=None)


def _steps(table: Mapping[str, Any], *, under_18: bool | None) -> list[Mapping[str, Any] | None]:
    """Return the steps for the person's age, for both ages if it is not known; None for an age not held."""
    ages = {True: ["under_18"], False: ["adult"], None: ["adult", "under_18"]}[under_18]
    return [table.get(age) for age in ages]


def _latest(
    level: str, benefit: str, failure_date: date | None, earlier: Sequence[EarlierSanction]
) -> EarlierSanction | None:
    """Return the latest earlier sanction that counts, or may count, for a failure at `level`."""
    counting = {None, benefit, *_periods()["counts_also"][benefit].get(level, ())}
    held = (
        sanction
        for sanction in earlier
        if sanction.level in (level, None)
        and sanction.benefit in counting
        and not sanction.overturned
        and not sanction.is_pre_claim
        and _is_counted(sanction.failure_date, failure_date)
    )
    return max(held, key=lambda sanction: sanction.failure_date, default=None)


def _is_counted(earlier: date, failure_date: date | None) -> bool:
    return failure_date is None or 0 <= (failure_date - earlier).days < _periods()["counting_days"]


def _fixed_days(
    steps: Mapping[str, Any] | None, latest: EarlierSanction | None, failure_date: date | None
) -> int | None:
    if steps is None:
        return None
    if latest is None:
        first: int = steps["first"]
        return first
    # Without the day of this failure, or the level or days of the earlier one, the step cannot be known.
    if failure_date is None or latest.level is None or latest.days not in steps["after"]:
        return None
    if (failure_date - latest.failure_date).days < _periods()["same_again_days"]:
        return latest.days
    after: int = steps["after"][latest.days]
    return after


def _why(
    table: Mapping[str, Any], fixed: int | None, latest: EarlierSanction | None, failure_date: date | None
) -> str:
    rests_on = table["rests_on"]
    if fixed is None:
        return f"The length cannot be worked out from what is known ({rests_on})."
    if latest is None:
        counted = f"no earlier failure at this level counts within {_periods()['counting_days']} days"
    elif failure_date and (failure_date - latest.failure_date).days < _periods()["same_again_days"]:
        counted = f"a failure on {spoken(latest.failure_date)}, within 14 days, carries the same length again"
    else:
        counted = f"the latest earlier failure that counts was on {spoken(latest.failure_date)}"
    return f"{_length(fixed, is_open_ended=table['open_ended'])}: {counted} ({rests_on})."


def _length(fixed: int, *, is_open_ended: bool) -> str:
    if not is_open_ended:
        return f"{fixed} days"
    return f"Open-ended days and {fixed} more" if fixed else "Open-ended days only"


def compared(
    imposed: Imposed, right: Period, *, failure_date: date | None, complied_on: date | None, as_at: date
) -> Comparison:
    """Return whether the right period would be shorter or longer for the person than the imposed one.

    Open-ended days run from the failure to the day before `complied_on`; while that day is not known they
    have no number. Two open-ended periods can still be compared, because those days are the same in both.
    """
    if imposed.days is None or imposed.is_open_ended is None or right.fixed_days is None:
        return _cannot_tell("One of the two periods is not known.")
    if failure_date is not None and complied_on is not None and failure_date <= complied_on <= as_at:
        open_days = complied_on - failure_date
        return _counted(imposed, right, failure_date, open_days)
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
    working = (
        f"The condition was met on {spoken(failure_date + open_days)}, {open_days.days} days after "
        f"the failure: {imposed_days} days as imposed, {right_days} days by the table."
    )
    return Comparison(imposed_days, right_days, verdict, working)


def _by_fixed_days(imposed_days: int, right: Period) -> Comparison:
    right_days = right.fixed_days or 0
    verdict = _verdict(imposed_days, right_days)
    if right.is_open_ended:
        working = (
            f"The open-ended days are the same in both; {imposed_days} more as imposed, "
            f"{right_days} more by the table."
        )
        return Comparison(None, None, verdict, working)
    working = f"{imposed_days} days as imposed, {right_days} days by the table."
    return Comparison(imposed_days, right_days, verdict, working)


def _still_running(imposed: Imposed, right: Period, failure_date: date | None, as_at: date) -> Comparison:
    if right.is_open_ended:
        return _cannot_tell(
            "By the table the days would run on until the condition is met, and no such day is known.",
            imposed_days=imposed.days,
        )
    right_days = right.fixed_days or 0
    so_far = 0 if failure_date is None else max((as_at - failure_date).days, 0)
    at_least = (imposed.days or 0) + so_far
    if right_days < at_least:
        working = f"At least {at_least} days as imposed, {right_days} days by the table."
        return Comparison(None, right_days, "shorter", working)
    return _cannot_tell(
        "As imposed the days run on until the condition is met, and no such day is known.",
        right_days=right_days,
    )
