"""Finds what is wrong in the law's tables, rates, conditions, time limits, routes and ladders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from challenge_letters.law.authorities import register
from challenge_letters.law.bank_holidays import disagreements
from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.data_files import read
from challenge_letters.law.deadlines import FURTHER_KINDS, KINDS, rule
from challenge_letters.law.groups import GROUPS, MOST_PROTECTED_FIRST, all_groups
from challenge_letters.law.ladders import all_rungs
from challenge_letters.law.nations import LEGAL_SYSTEMS, NATIONS
from challenge_letters.law.old_benefits import all_tables as old_tables
from challenge_letters.law.periods import all_tables
from challenge_letters.law.rates import KINDS as RATE_KINDS
from challenge_letters.law.rates import all_records
from challenge_letters.law.reconsideration import all_authorities

_HOLIDAY_TRACED = ("why", "proclaimed", "checked", "checked_on", "recheck")
_TRACED = ("checked", "checked_on", "recheck", "rests_on")


def parameter_problems() -> Iterator[str]:
    """Yield one sentence for each thing that is wrong in the dated parameters."""
    yield from _period_problems()
    yield from _old_problems()
    yield from _group_problems()
    yield from _rate_problems()
    yield from _threshold_problems()
    yield from _hardship_problems()
    yield from _time_limit_problems()
    yield from _ladder_problems()
    yield from _holiday_problems()
    for name, key in all_authorities():
        yield from _authority_problems(name, (key,))


def _period_problems() -> Iterator[str]:
    for name, table in all_tables():
        yield from _untraced(f"sanction_periods.yaml, {name}", table)
        yield from _authority_problems(f"sanction_periods.yaml, {name}", (table["authority"],))
        if _longest(table) > table["at_most"]:
            yield f"sanction_periods.yaml, {name}: a period is longer than {table['at_most']} days."


def _longest(table: Mapping[str, Any]) -> int:
    ages = (table[age] for age in ("adult", "under_18", "any_age") if age in table)
    days: list[int] = []
    for steps in ages:
        days += [steps["first"], steps.get("repeat", 0), *steps.get("after", {}).values()]
    return max(days)


def _old_problems() -> Iterator[str]:
    for name, table in old_tables():
        yield from _untraced(f"old_benefits.yaml, {name}", table)
        yield from _authority_problems(f"old_benefits.yaml, {name}", (table["authority"],))


def _group_problems() -> Iterator[str]:
    for name, record in all_groups():
        missing = [field for field in (*_TRACED, "version") if not record.get(field)]
        yield from (f"groups.yaml, {name}: has no {field}." for field in missing)
        for group, standing in record["groups"].items():
            yield from (f"groups.yaml, {name}, {group}: {fault}" for fault in _faults_of(group, standing))


def _faults_of(group: str, standing: Mapping[str, Any]) -> Iterator[str]:
    allowed = {"asked": MOST_PROTECTED_FIRST, "rate": RATE_KINDS}
    if group not in GROUPS:
        yield "there is no such group."
    for field, words in allowed.items():
        if standing.get(field) not in words:
            yield f"{field} is none of {', '.join(words)}."
    if not standing.get("at"):
        yield "does not say where it stands."


def _rate_problems() -> Iterator[str]:
    rates = read("rates.yaml")
    for name, record in all_records():
        yield from _untraced(f"rates.yaml, {name}", record)
    for benefit in BENEFITS:
        yield from _authority_problems(f"rates.yaml, {benefit}", (rates[benefit]["authority"],))
        for system in LEGAL_SYSTEMS:
            yield from _gaps(f"rates.yaml, {benefit} in {system}", rates[benefit][system])


def _gaps(name: str, records: list[dict[str, Any]]) -> Iterator[str]:
    for earlier, later in pairwise(records):
        if later["from"] != earlier["to"] + timedelta(days=1):
            yield f"{name}: the rates from {later['from']} do not follow those to {earlier['to']}."


def _threshold_problems() -> Iterator[str]:
    data = read("earnings_threshold.yaml")
    for records in (*data["hours"].values(), data["living_wage"]):
        for record in records:
            yield from _untraced(f"earnings_threshold.yaml, {record.get('from')}", record)
    yield from _gaps("earnings_threshold.yaml, living_wage", data["living_wage"])


def _hardship_problems() -> Iterator[str]:
    for system, benefits in read("hardship.yaml").items():
        for benefit, records in benefits.items():
            for record in records:
                yield from _untraced(f"hardship.yaml, {system}, {benefit}", record)
                yield from _authority_problems(f"hardship.yaml, {system}", (record["authority"],))


def _time_limit_problems() -> Iterator[str]:
    for kind in (*KINDS, *FURTHER_KINDS):
        found = rule(kind)
        if not (found.months or found.days):
            yield f"time_limits.yaml: {kind} counts nothing."
        if found.checked_on is None:
            yield f"time_limits.yaml: {kind} has no checked_on."
        if found.binds == "them" and not found.rolls:
            yield f"time_limits.yaml: {kind} binds an office but does not roll."


def _ladder_problems() -> Iterator[str]:
    for name, rung in all_rungs():
        if rung.deadline and rung.deadline not in KINDS:
            yield f"ladders.yaml, {name}: there is no deadline {rung.deadline}."
        yield from _authority_problems(f"ladders.yaml, {name}", rung.authorities)


def _holiday_problems() -> Iterator[str]:
    for record in read("bank_holidays.yaml"):
        name = f"bank_holidays.yaml, {record['day']}"
        yield from (f"{name}: has no {field}." for field in _HOLIDAY_TRACED if not record.get(field))
        yield from (f"{name}: there is no nation {each}." for each in set(record["nations"]) - set(NATIONS))
    for found in disagreements():
        if not found.is_in_our_list:
            yield (
                f"{found.day} is a bank holiday in {found.nation} by the package {found.named_by} alone: "
                "look whether it is one, and put it into bank_holidays.yaml."
            )


def _untraced(name: str, record: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a record lacks to be traced: where it was read, how, when, and what to look at again."""
    yield from (f"{name}: has no {field}." for field in _TRACED if not record.get(field))
    if not isinstance(record.get("from"), date):
        yield f"{name}: has no first day."
    if record.get("checked") == "text-read" and not isinstance(record.get("version"), date):
        yield f"{name}: was read as text but has no version."


def _authority_problems(name: str, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if key not in register():
            yield f"{name}: there is no authority {key}."
        elif not register()[key].is_confirmed:
            yield f"{name}: the authority {key} has not been checked."
