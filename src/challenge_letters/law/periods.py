"""How long a reduction should last: the tables, what counts as an earlier failure, caps, and what ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.benefits import known as known_benefit
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import NotConfirmed, UnknownKind
from challenge_letters.law.levels import LEVELS
from challenge_letters.law.nations import legal_system
from challenge_letters.law.spoken import spoken

OPEN_ENDED = ("low", "lowest")


@cache
def _periods() -> Mapping[str, Any]:
    return MappingProxyType(read("sanction_periods.yaml"))


@dataclass(frozen=True)
class Failed:
    """A failure as the tables look at it: the day, under which benefit, where, and whether under 18 that day.

    `under_18` None: not known.
    """

    on: date
    benefit: str
    nation: str
    under_18: bool | None


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
    `caution` says what an adviser must look at before the answer is relied on, "" if nothing.
    """

    fixed_days: int | None
    is_open_ended: bool
    why: str
    caution: str = ""
    authority: str = ""


@dataclass(frozen=True)
class OpenEndedDays:
    """The days without a fixed end: how many, the last of them, and what ended them."""

    days: int
    last_day: date
    ended_by: str


def period(level: str, failure: Failed, *, earlier: Sequence[EarlierSanction] = ()) -> Period:
    """Return how long the reduction for a failure at `level` should last.

    Only earlier failures at the same level count: not overturned ones, not failures before the claim, and
    only those within 365 days beginning with the day of this failure; one within 14 days carries the same
    length again. Where one of another benefit counts only if it was carried over, and that would make a
    difference, no length is given.

    Raises UnknownKind, UnknownBenefit and UnknownNation. Sources: `sanction_periods.yaml`.
    """
    table = _table(level, failure)
    if table is None:
        why = worded("law.periods.no-table", level=level, day=spoken(failure.on))
        return Period(None, level in OPEN_ENDED, why, caution=worded("law.periods.ask-for-that-day"))
    counted = _counted(level, failure, earlier)
    days = {
        _fixed_days(steps, each, failure.on)
        for steps in _steps(table, under_18=failure.under_18)
        for each in (counted, _counted(level, failure, earlier, rule="counts_if_carried_over"))
    }
    fixed = days.pop() if len(days) == 1 else None
    return Period(
        fixed,
        table["open_ended"],
        _why(table, fixed, counted, failure.on),
        caution=table["recheck"] if table["checked"] != "text-read" else "",
        authority=table["authority"],
    )


def counts_by_day(earlier: date, failure: date) -> bool:
    """Return whether a failure on the day `earlier` is recent enough to count for one on the day `failure`.

    Source: `sanction_periods.yaml`.
    """
    recent: bool = 0 <= (failure - earlier).days < _periods()["counting_days"]
    return recent


def carries_the_same_again(earlier: date, failure: date) -> bool:
    """Return whether a failure on the day `failure` is so soon after `earlier` that it carries no more days.

    Source: `sanction_periods.yaml`.
    """
    soon: bool = 0 <= (failure - earlier).days < _periods()["same_again_days"]
    return soon


def same_again_days() -> int:
    """Return within how many days of another a failure carries the same length again.

    Source: `sanction_periods.yaml`.
    """
    days: int = _periods()["same_again_days"]
    return days


def earlier_lengths(level: str, failure: Failed, days: int) -> tuple[int, ...]:
    """Return how long an earlier reduction of `level` must have been for `days` to follow on this failure.

    That one counts only if it is recent enough; within a few days of it the same length follows again, so
    `days` itself is among them. Empty where no earlier one leads to so many days. Raises as `period` does.
    """
    table = _table(level, failure)
    if table is None:
        return ()
    found: set[int] = set()
    for steps in _steps(table, under_18=failure.under_18):
        after = steps.get("after", {})
        found |= {earlier for earlier, now in after.items() if now == days}
        found |= {days} & set(after)
    return tuple(sorted(found))


def has_two_columns(level: str, failure: Failed) -> bool:
    """Whether a reduction of `level` is another one for people under 18. Raises as `period` does."""
    table = _table(level, failure)
    return table is not None and "any_age" not in table


def counting_days() -> int:
    """Return within how many days before a failure an earlier one must lie to count.

    Source: `sanction_periods.yaml`.
    """
    days: int = _periods()["counting_days"]
    return days


def outstanding_at_most(*, nation: str, on: date) -> int:
    """Return how many days can be outstanding at once on a day. Raises NotConfirmed and UnknownNation.

    Source: `sanction_periods.yaml`.
    """
    caps = _latest_from(_periods()["outstanding"][legal_system(nation)], on)
    if caps is None:
        raise NotConfirmed(worded("law.periods.most-not-known", day=spoken(on)))
    days: int = caps["at_most"]
    return days


def within_the_cap(days: int, *, outstanding: int, nation: str, on: date) -> int:
    """Return how many of the `days` of a new period may be added to the `outstanding` ones.

    Periods follow each other; the new one is cut so that all together stay within the cap.
    Raises NotConfirmed and UnknownNation.
    """
    return max(0, min(days, outstanding_at_most(nation=nation, on=on) - outstanding))


def before_the_claim(
    failure: Failed,
    *,
    claimed_on: date,
    work_was_to_end: date | None = None,
    earlier: Sequence[EarlierSanction] = (),
) -> Period:
    """Return how long the reduction for a failure before the claim should last: 0 days where there is none.

    It is the ordinary higher-level period, or the days to the end of work that was to end anyway if that is
    less; minus the days between the failure and the claim. Raises as `period` does.
    Sources: Universal Credit Regulations 2013, regulations 102(4) and 113(1)(e), and their twins.
    """
    ordinary = period("higher", failure, earlier=earlier)
    if ordinary.fixed_days is None:
        return ordinary
    lesser = ordinary.fixed_days
    if work_was_to_end is not None:
        lesser = min(lesser, max((work_was_to_end - failure.on).days, 0))
    gap = max((claimed_on - failure.on).days - 1, 0)
    return _after_the_gap(ordinary, lesser, gap)


def open_ended_days(
    failure_date: date, *, level: str, benefit: str, happened: Mapping[str, date]
) -> OpenEndedDays | None:
    """Return the open-ended days of a reduction, or None while nothing has ended them.

    They begin with the day of the failure. `happened` holds the day of any of "complied",
    "nothing-required", "action-no-longer-required" and "award-ended"; the first to end them counts.
    Raises UnknownKind and UnknownBenefit. Source: `sanction_periods.yaml`.
    """
    _known_level(level)
    ends = _periods()["open_ended_days_end"][known_benefit(benefit)].get(level)
    if ends is None:
        raise UnknownKind(f"There are no open-ended days at the {level} level of that benefit.")
    last_days = {event: day - timedelta(days=ends[event]) for event, day in happened.items() if event in ends}
    if not last_days:
        return None
    ended_by = min(last_days, key=last_days.__getitem__)
    last = last_days[ended_by]
    return OpenEndedDays(max((last - failure_date).days + 1, 0), last, ended_by)


def work_that_ends_it(benefit: str) -> str:
    """Return how long paid work must have lasted since the failure to end a reduction, in words.

    Raises UnknownBenefit. Source: `sanction_periods.yaml`.
    """
    words: str = _periods()["work_that_ends_it"][known_benefit(benefit)]["words"]
    return words


def all_tables() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and the content of every table, for the program's own check."""
    for system, benefits in _periods()["tables"].items():
        for benefit, levels in benefits.items():
            for level, tables in levels.items():
                yield from ((f"{system}, {benefit}, {level}", table) for table in tables)


def _known_level(level: str) -> None:
    if level not in LEVELS:
        raise UnknownKind(f"There is no level called {level!r}: use one of {', '.join(LEVELS)}.")


def _table(level: str, failure: Failed) -> Mapping[str, Any] | None:
    _known_level(level)
    levels = _periods()["tables"][legal_system(failure.nation)][known_benefit(failure.benefit)]
    return _latest_from(levels.get(level, []), failure.on)


def _latest_from(records: Sequence[Mapping[str, Any]], day: date) -> Mapping[str, Any] | None:
    held = [record for record in records if record["from"] <= day]
    return max(held, key=lambda record: record["from"], default=None)


def _steps(table: Mapping[str, Any], *, under_18: bool | None) -> list[Mapping[str, Any]]:
    """Return the steps for the person's age, and for both ages if it is not known."""
    if "any_age" in table:
        return [table["any_age"]]
    ages = {True: ["under_18"], False: ["adult"], None: ["adult", "under_18"]}[under_18]
    return [table[age] for age in ages]


def _counted(
    level: str, failure: Failed, earlier: Sequence[EarlierSanction], *, rule: str | None = None
) -> tuple[EarlierSanction, ...]:
    """Return the earlier sanctions that count, or may count, for a failure at `level`, the latest last.

    `rule` names a further list of benefits in `sanction_periods.yaml` whose sanctions are counted as well.
    """
    also = [_periods()[each][failure.benefit].get(level, ()) for each in ("counts_also", rule) if each]
    counting = {None, failure.benefit}.union(*also)
    held = (
        sanction
        for sanction in earlier
        if sanction.level in (level, None)
        and sanction.benefit in counting
        and not sanction.overturned
        and not sanction.is_pre_claim
        and counts_by_day(sanction.failure_date, failure.on)
    )
    return tuple(sorted(held, key=lambda sanction: sanction.failure_date))


def _is_too_close(sanction: EarlierSanction, failure_date: date) -> bool:
    return carries_the_same_again(sanction.failure_date, failure_date)


def _fixed_days(
    steps: Mapping[str, Any], counted: tuple[EarlierSanction, ...], failure_date: date
) -> int | None:
    if "repeat" in steps:
        return _if_any_counts(steps, counted, failure_date)
    if not counted:
        first: int = steps["first"]
        return first
    latest = counted[-1]
    # Without the level or days of the earlier one, the step cannot be known.
    if latest.level is None or latest.days not in steps["after"]:
        return None
    if _is_too_close(latest, failure_date):
        return latest.days
    after: int = steps["after"][latest.days]
    return after


def _if_any_counts(
    steps: Mapping[str, int], counted: tuple[EarlierSanction, ...], failure_date: date
) -> int | None:
    """Return the days where it matters only whether there was an earlier failure that is not too close."""
    apart = [sanction for sanction in counted if not _is_too_close(sanction, failure_date)]
    if any(sanction.level is not None for sanction in apart):
        return steps["repeat"]
    return None if apart else steps["first"]


def _why(
    table: Mapping[str, Any], fixed: int | None, counted: tuple[EarlierSanction, ...], failure_date: date
) -> str:
    rests_on = table["rests_on"]
    if fixed is None:
        return worded("law.length-not-known", rests_on=rests_on)
    length = _length(fixed, is_open_ended=table["open_ended"])
    aside = f" {table['aside']}" if "aside" in table else ""
    return f"{length}: {_what_counted(counted, failure_date)} ({rests_on}).{aside}"


def _what_counted(counted: tuple[EarlierSanction, ...], failure_date: date) -> str:
    if not counted:
        return worded("law.periods.none-counts", days=_periods()["counting_days"])
    latest = counted[-1]
    if _is_too_close(latest, failure_date):
        return worded("law.periods.same-again", day=spoken(latest.failure_date))
    return worded("law.periods.latest", day=spoken(latest.failure_date))


def _length(fixed: int, *, is_open_ended: bool) -> str:
    if not is_open_ended:
        return worded("law.periods.days", days=fixed)
    key = "open-ended-and-more" if fixed else "open-ended-only"
    return worded(f"law.periods.{key}", days=fixed)


def _after_the_gap(ordinary: Period, lesser: int, gap: int) -> Period:
    left = lesser - gap
    if left <= 0:
        why = worded("law.periods.no-reduction", gap=gap, days=lesser)
        return Period(0, is_open_ended=False, why=why, authority=ordinary.authority)
    # By the letter the exemption measures what is left, not the whole period, against the gap: not settled.
    caution = worded("law.periods.maybe-none") if left <= gap else ""
    why = worded("law.periods.less-the-gap", left=left, days=lesser, gap=gap)
    return Period(left, is_open_ended=False, why=why, caution=caution, authority=ordinary.authority)
