"""Finds what is wrong in the law's own data, for `challenge-letters check` and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from urllib.parse import urlsplit

from challenge_letters.law.addresses import PURPOSES, all_offices
from challenge_letters.law.authorities import Authority, register
from challenge_letters.law.benefits import BENEFITS, NAMES
from challenge_letters.law.check_parameters import parameter_problems
from challenge_letters.law.data_files import files, repeated
from challenge_letters.law.freshness import limit
from challenge_letters.law.nations import NAMES as NATION_NAMES
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.open_questions import open_questions
from challenge_letters.law.points import Point, points

OFFICIAL_HOSTS = frozenset(
    {
        "www.legislation.gov.uk",
        "www.gov.uk",
        "caselaw.nationalarchives.gov.uk",
        "www.bailii.org",
        "www.ombudsman.org.uk",
    }
)


def problems(*, on: date) -> tuple[str, ...]:
    """Return one sentence for each thing that is wrong in the law's data files on the day `on`.

    Empty if all is well. The day matters only for law that has ended by then.
    """
    checks = (
        _repetitions,
        _authority_problems,
        _point_problems,
        partial(_lapses, on),
        parameter_problems,
        _address_problems,
        _question_problems,
    )
    return tuple(dict.fromkeys(problem for check in checks for problem in _guarded(check)))


def _guarded(check: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Yield what `check` finds; a data file it cannot read is itself a problem, not a crash."""
    try:
        yield from check()
    except (ValueError, KeyError, TypeError) as error:
        yield f"A data file of the law cannot be read: {error}"


def _repetitions() -> Iterator[str]:
    for name in (*files("."), *files("authorities"), *files("addresses")):
        yield from (f"{name}: {key} stands there twice in one record." for key in repeated(name))


def _authority_problems() -> Iterator[str]:
    for authority in register().values():
        yield from (f"{authority.id}: {fault}" for fault in _faults(authority))


def _faults(authority: Authority) -> Iterator[str]:
    address = urlsplit(authority.url)
    if address.scheme != "https" or address.hostname not in OFFICIAL_HOSTS:
        yield f"the address {authority.url} is not an official one."
    if not authority.says.strip() or not authority.recheck.strip():
        yield "says nothing, or not what to check again."
    if authority.in_force_to and authority.in_force_to < authority.in_force_from:
        yield "ends before it begins."
    if authority.version and authority.version > authority.checked_on:
        yield "was read in a version later than the day it was checked."


def _point_problems() -> Iterator[str]:
    for point in points().values():
        for benefit, nation in product(BENEFITS, NATIONS):
            for key in point.ids(benefit=benefit, nation=nation):
                yield from (f"point {point.id}: {fault}" for fault in _misfits(point, benefit, nation, key))


def _misfits(point: Point, benefit: str, nation: str, key: str) -> Iterator[str]:
    authority = register().get(key)
    if authority is None:
        yield f"there is no authority {key}."
        return
    if not authority.is_confirmed and not point.allows_unchecked:
        yield f"{key} has not been checked."
    if benefit not in authority.benefits:
        yield f"{key} does not cover {NAMES[benefit]}."
    if nation not in authority.nations:
        yield f"{key} is not law in {NATION_NAMES[nation]}."
    if authority.by_analogy and not point.is_by_analogy:
        yield f"{key} may be named only by analogy."


def _question_problems() -> Iterator[str]:
    if not open_questions():
        yield "open_questions.yaml: is empty, but the law has not been checked by an adviser."


def _lapses(on: date) -> Iterator[str]:
    """Yield the points for which no authority is in force any longer: their letters would go without law."""
    for point in points().values():
        for benefit, nation in product(BENEFITS, NATIONS):
            named = [
                register()[key] for key in point.ids(benefit=benefit, nation=nation) if key in register()
            ]
            if named and all(each.in_force_to is not None and each.in_force_to < on for each in named):
                where = f"{NAMES[benefit]} in {NATION_NAMES[nation]}"
                yield f"point {point.id}: nothing named for it is in force any longer for {where}."


def _address_problems() -> Iterator[str]:
    limit("address_months")
    limit("text_years")
    for purpose, nation in product(PURPOSES, NATIONS):
        kept = [
            each for each in all_offices().values() if purpose in each.purposes and nation in each.nations
        ]
        if len(kept) > 1:
            yield f"addresses: {len(kept)} records are kept for {purpose} in {NATION_NAMES[nation]}, not one."
    for office in all_offices().values():
        if not office.sources:
            yield f"address {office.id}: has no source."
        if not office.confirmed and not office.note:
            yield f"address {office.id}: is not confirmed and does not say why."
