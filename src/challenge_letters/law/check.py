"""Finds what is wrong in the law's own data, for `challenge-letters check` and the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from urllib.parse import urlsplit

from challenge_letters.languages import worded
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
        yield worded("law.check.unreadable", why=error)


def _repetitions() -> Iterator[str]:
    for name in (*files("."), *files("authorities"), *files("addresses")):
        yield from (worded("law.check.twice", name=name, key=key) for key in repeated(name))


def _authority_problems() -> Iterator[str]:
    for authority in register().values():
        yield from (f"{authority.id}: {fault}" for fault in _faults(authority))


def _faults(authority: Authority) -> Iterator[str]:
    address = urlsplit(authority.url)
    if address.scheme != "https" or address.hostname not in OFFICIAL_HOSTS:
        yield worded("law.check.not-official", url=authority.url)
    if not authority.says.strip() or not authority.recheck.strip():
        yield worded("law.check.says-nothing")
    if authority.in_force_to and authority.in_force_to < authority.in_force_from:
        yield worded("law.check.ends-early")
    if authority.version and authority.version > authority.checked_on:
        yield worded("law.check.read-late")


def _point_problems() -> Iterator[str]:
    for point in points().values():
        for benefit, nation in product(BENEFITS, NATIONS):
            for key in point.ids(benefit=benefit, nation=nation):
                yield from (
                    worded("law.check.point", point=point.id, fault=fault)
                    for fault in _misfits(point, benefit, nation, key)
                )


def _misfits(point: Point, benefit: str, nation: str, key: str) -> Iterator[str]:
    authority = register().get(key)
    if authority is None:
        yield worded("law.check.no-authority", key=key)
        return
    if not authority.is_confirmed and not point.allows_unchecked:
        yield worded("law.check.not-checked", key=key)
    if benefit not in authority.benefits:
        yield worded("law.check.not-covered", key=key, benefit=NAMES[benefit])
    if nation not in authority.nations:
        yield worded("law.check.other-nation", key=key, nation=NATION_NAMES[nation])
    if authority.by_analogy and not point.is_by_analogy:
        yield worded("law.check.only-by-analogy", key=key)


def _question_problems() -> Iterator[str]:
    if not open_questions():
        yield worded("law.check.no-questions")


def _lapses(on: date) -> Iterator[str]:
    """Yield the points for which no authority is in force any longer: their letters would go without law."""
    for point in points().values():
        for benefit, nation in product(BENEFITS, NATIONS):
            named = [
                register()[key] for key in point.ids(benefit=benefit, nation=nation) if key in register()
            ]
            if named and all(each.in_force_to is not None and each.in_force_to < on for each in named):
                where = worded("law.check.benefit-in", benefit=NAMES[benefit], nation=NATION_NAMES[nation])
                yield worded("law.check.lapsed", point=point.id, where=where)


def _address_problems() -> Iterator[str]:
    limit("address_months")
    limit("text_years")
    for purpose, nation in product(PURPOSES, NATIONS):
        kept = [
            each for each in all_offices().values() if purpose in each.purposes and nation in each.nations
        ]
        if len(kept) > 1:
            yield worded(
                "law.check.kept-twice", count=len(kept), purpose=purpose, nation=NATION_NAMES[nation]
            )
    for office in all_offices().values():
        if not office.sources:
            yield worded("law.check.no-source", id=office.id)
        if not office.confirmed and not office.note:
            yield worded("law.check.why-not-confirmed", id=office.id)
