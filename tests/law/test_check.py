"""`challenge-letters check`: the data are sound, and each kind of slip would be found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from challenge_letters.law import check
from challenge_letters.law.addresses import all_offices
from challenge_letters.law.authorities import register
from challenge_letters.law.points import Point, point

SOUND = register()["wra-2012-s27-2"]
UC = "universal-credit"


def test_the_data_are_sound() -> None:
    assert check.problems(on=date(2026, 11, 23)) == ()


@pytest.mark.parametrize(
    ("last_day", "is_found"), [(date(2026, 11, 22), True), (date(2026, 11, 23), False), (None, False)]
)
def test_a_point_whose_law_has_ended_is_found(
    monkeypatch: pytest.MonkeyPatch, last_day: date | None, is_found: bool
) -> None:
    ended = replace(register()["uc-regs-116"], in_force_to=last_day)
    monkeypatch.setattr(check, "register", lambda: {**register(), "uc-regs-116": ended})

    found = list(check._lapses(date(2026, 11, 23)))

    sentence = "point hardship: nothing named for it is in force any longer for Universal Credit in England."
    assert (sentence in found) is is_found


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"url": "https://example.org/law"}, "not an official one"),
        ({"url": "http://www.legislation.gov.uk/ukpga/2012/5"}, "not an official one"),
        ({"says": " "}, "says nothing"),
        ({"in_force_to": date(2013, 1, 1)}, "ends before it begins"),
        ({"version": date(2027, 1, 1)}, "later than the day"),
    ],
)
def test_a_faulty_authority_is_found(slip: dict[str, object], sentence: str) -> None:
    assert [sentence in fault for fault in check._faults(replace(SOUND, **slip))] == [True]
    assert list(check._faults(SOUND)) == []


@pytest.mark.parametrize(
    ("key", "benefit", "sentence"),
    [
        ("no-such-record", UC, "there is no authority"),
        ("uk-gdpr-32", UC, "has not been checked"),
        ("jsa-1995-s6k-2", UC, "does not cover Universal Credit"),
        ("case-sa", UC, "only by analogy"),
        ("uc-regs-ni-99", UC, "is not law in England"),
    ],
)
def test_a_point_that_names_the_wrong_authority_is_found(key: str, benefit: str, sentence: str) -> None:
    a_point = Point("a-point", "something", {benefit: (key,)})
    assert [sentence in fault for fault in check._misfits(a_point, benefit, "england", key)] == [True]


def test_a_point_may_say_that_it_names_what_is_unchecked_or_by_analogy() -> None:
    assert list(check._misfits(Point("p", "x", {}, allows_unchecked=True), UC, "wales", "uk-gdpr-32")) == []
    assert list(check._misfits(point("not-cause"), UC, "wales", "case-sa")) == []


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [({"sources": ()}, "has no source"), ({"confirmed": False, "note": ""}, "does not say why")],
)
def test_a_faulty_address_is_found(
    monkeypatch: pytest.MonkeyPatch, slip: dict[str, object], sentence: str
) -> None:
    faulty = replace(all_offices()["samaritans"], **slip)
    monkeypatch.setattr(check, "all_offices", lambda: {**all_offices(), "samaritans": faulty})
    assert [sentence in problem for problem in check._address_problems()] == [True]


def test_two_records_for_one_purpose_are_found() -> None:
    second = replace(all_offices()["samaritans"], purposes=("records",), nations=("wales",))
    offices = {**all_offices(), "samaritans": second}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "all_offices", lambda: offices)
        assert list(check._address_problems()) == [
            "addresses: 2 records are kept for records in Wales, not one."
        ]


def test_a_file_that_cannot_be_read_is_a_problem_and_not_a_crash() -> None:
    def broken() -> Iterator[str]:
        yield "first"
        raise ValueError("line 3")

    assert list(check._guarded(broken)) == ["first", "A data file of the law cannot be read: line 3"]
