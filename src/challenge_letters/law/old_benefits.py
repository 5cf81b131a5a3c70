"""How long a sanction lasted in a benefit that has been abolished: past decisions, with an adviser first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.benefits import OLD_BENEFITS, OLD_NAMES
from challenge_letters.law.data_files import read
from challenge_letters.law.deadlines import Deadline, deadline
from challenge_letters.law.errors import NotConfirmed, UnknownBenefit, UnknownKind
from challenge_letters.law.nations import GREAT_BRITAIN
from challenge_letters.law.spoken import spoken


@dataclass(frozen=True)
class OldFailure:
    """An earlier failure under the same benefit and of the same sort; `weeks` None if not known."""

    failure_date: date
    weeks: int | None


@dataclass(frozen=True)
class OldPeriod:
    """How many weeks a sanction lasted, None where that cannot be said; always with the caution."""

    weeks: int | None
    is_open_ended: bool
    why: str
    any_time: str
    authority: str
    caution: str = field(default_factory=lambda: worded("law.old-benefits.adviser-first"))


def old_period(
    benefit: str, sort: str, *, nation: str, failure_date: date, earlier: Sequence[OldFailure] = ()
) -> OldPeriod:
    """Return how long the sanction for a failure on that day lasted by the law of that day.

    `sort` is "higher", "other" or "disallowed". Raises UnknownBenefit, UnknownKind, and NotConfirmed where
    the law of that day or nation is not held or the benefit had ended. Source: `old_benefits.yaml`.
    """
    record = _known(benefit)
    if nation not in GREAT_BRITAIN:
        raise NotConfirmed(
            _adviser_first(worded("law.old-benefits.northern-ireland", benefit=OLD_NAMES[benefit]))
        )
    if failure_date >= record["ended"]:
        raise NotConfirmed(_had_ended(benefit, record))
    table = _table(benefit, sort, failure_date)
    weeks = _weeks(table, failure_date, earlier)
    return OldPeriod(
        weeks,
        table.get("open_ended", False),
        _why(table, weeks),
        record["any_time"].strip(),
        table["authority"],
    )


def old_limits(notified: date, *, nation: str) -> tuple[Deadline, Deadline]:
    """Return the month for asking, and the last day of all for asking late, under the old rules.

    Late means thirteen months from notification, and not twelve from the end of the month as today.
    Raises NotConfirmed and UnknownNation. Sources: `time_limits.yaml`.
    """
    return (
        deadline("old-benefit-reconsideration", notified, nation=nation),
        deadline("old-benefit-reconsideration-late", notified, nation=nation),
    )


def all_tables() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the name and content of every table with how it was checked, for the program's own check."""
    for benefit in OLD_BENEFITS:
        record = _known(benefit)
        traced = {key: record.get(key) for key in ("checked", "version", "checked_on", "recheck")}
        for sort, tables in record["failures"].items():
            yield from ((f"{benefit}, {sort}", {**traced, **table}) for table in tables)


@cache
def _old() -> Mapping[str, Any]:
    return MappingProxyType(read("old_benefits.yaml"))


def _known(benefit: str) -> Mapping[str, Any]:
    if benefit not in OLD_BENEFITS:
        raise UnknownBenefit(
            f"There is no old benefit called {benefit!r}: use one of {', '.join(OLD_BENEFITS)}."
        )
    record: Mapping[str, Any] = _old()[benefit]
    return record


def _table(benefit: str, sort: str, failure_date: date) -> Mapping[str, Any]:
    tables = _known(benefit)["failures"]
    if sort not in tables:
        raise UnknownKind(f"There is no sort of failure called {sort!r} in {OLD_NAMES[benefit]}.")
    held: list[Mapping[str, Any]] = [table for table in tables[sort] if table["from"] <= failure_date]
    if not held:
        raise NotConfirmed(_adviser_first(worded("law.old-benefits.day-not-known", day=spoken(failure_date))))
    return max(held, key=lambda table: table["from"])


def _had_ended(benefit: str, record: Mapping[str, Any]) -> str:
    ended = worded("law.old-benefits.ended", benefit=OLD_NAMES[benefit], day=spoken(record["ended"]))
    return _adviser_first(f"{ended} {record['saving']}" if record["saving"] else ended)


def _adviser_first(sentence: str) -> str:
    return f"{sentence} {worded('law.old-benefits.adviser-first')}"


def _weeks(table: Mapping[str, Any], failure_date: date, earlier: Sequence[OldFailure]) -> int | None:
    gaps = {(failure_date - failure.failure_date).days: failure for failure in earlier}
    counted = {gap: failure for gap, failure in gaps.items() if 0 <= gap < _old()["counting_days"]}
    if not counted:
        first: int = table["first"]
        return first
    gap = min(counted)
    carried = counted[gap].weeks
    if carried not in table["after"]:
        return None
    again: int | None = carried if gap < _old()["same_again_days"] else table["after"][carried]
    return again


def _why(table: Mapping[str, Any], weeks: int | None) -> str:
    if weeks is None:
        return worded("law.length-not-known", rests_on=table["rests_on"])
    aside = f" {table['aside']}" if "aside" in table else ""
    unit = "week" if weeks == 1 else "weeks"
    length = worded(f"law.old-benefits.{unit}", weeks=weeks)
    return f"{length} ({table['rests_on']}).{aside}"
