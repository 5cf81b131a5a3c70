"""Each kind of slip in a table, a rate, a condition, a time limit, a route or a ladder would be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from challenge_letters.law import check_parameters as check
from challenge_letters.law.bank_holidays import Disagreement
from challenge_letters.law.deadlines import rule
from challenge_letters.law.ladders import ladder

SOUND = {
    "from": date(2026, 4, 6),
    "rests_on": "regulation 1",
    "authority": "uc-regs-102",
    "checked": "text-read",
    "version": date(2026, 2, 6),
    "checked_on": date(2026, 11, 22),
    "recheck": "the live text",
    "open_ended": False,
    "at_most": 182,
    "adult": {"first": 91, "after": {91: 182}},
    "under_18": {"first": 14, "repeat": 28},
}


def test_the_data_are_sound() -> None:
    assert list(check.parameter_problems()) == []


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"adult": {"first": 91, "after": {91: 1095}}}, "longer than 182 days"),
        ({"under_18": {"first": 14, "repeat": 200}}, "longer than 182 days"),
        ({"authority": "no-such-record"}, "there is no authority no-such-record"),
        ({"authority": "uk-gdpr-32"}, "has not been checked"),
        ({"rests_on": ""}, "has no rests_on"),
        ({"recheck": ""}, "has no recheck"),
        ({"checked": ""}, "has no checked"),
        ({"checked_on": None}, "has no checked_on"),
        ({"version": None}, "read as text but has no version"),
        ({"from": None}, "has no first day"),
    ],
)
def test_a_faulty_table_is_found(
    monkeypatch: pytest.MonkeyPatch, slip: dict[str, Any], sentence: str
) -> None:
    monkeypatch.setattr(check, "all_tables", lambda: [("a table", {**SOUND, **slip})])
    assert [sentence in fault for fault in check._period_problems()] == [True]


def test_a_sound_table_is_not_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "all_tables", lambda: [("a table", SOUND)])
    assert list(check._period_problems()) == []


def test_a_gap_between_two_years_is_found() -> None:
    years = [
        {"from": date(2025, 4, 7), "to": date(2026, 4, 5)},
        {"from": date(2026, 4, 7), "to": date(2027, 4, 11)},
    ]
    assert list(check._gaps("rates", years)) == [
        "rates: the rates from 2026-04-07 do not follow those to 2026-04-05."
    ]


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"months": 0}, "counts nothing"),
        ({"rolls": False}, "binds an office but does not"),
        ({"checked_on": None}, "has no checked_on"),
    ],
)
def test_a_faulty_time_limit_is_found(
    monkeypatch: pytest.MonkeyPatch, slip: dict[str, Any], sentence: str
) -> None:
    faulty = replace(rule("subject-access-request"), **slip)
    monkeypatch.setattr(check, "rule", lambda kind: faulty)
    monkeypatch.setattr(check, "KINDS", ("subject-access-request",))
    monkeypatch.setattr(check, "FURTHER_KINDS", ())
    assert [sentence in problem for problem in check._time_limit_problems()] == [True]


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"deadline": "some-day"}, "there is no deadline some-day"),
        ({"authorities": ("no-such-record",)}, "there is no authority"),
    ],
)
def test_a_faulty_rung_is_found(monkeypatch: pytest.MonkeyPatch, slip: dict[str, Any], sentence: str) -> None:
    rung = replace(ladder("equality", nation="england")[0], **slip)
    monkeypatch.setattr(check, "all_rungs", lambda: [("a rung", rung)])
    assert [sentence in problem for problem in check._ladder_problems()] == [True]


@pytest.mark.parametrize("read", [check._rate_problems, check._hardship_problems])
def test_rates_and_conditions_are_looked_at(monkeypatch: pytest.MonkeyPatch, read: Callable[[], Any]) -> None:
    monkeypatch.setattr(check, "register", dict)
    assert any("there is no authority" in problem for problem in read())


def test_a_day_on_which_the_two_packages_differ_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Disagreement(date(2028, 6, 1), "Wales", "holidays", is_in_our_list=False)
    settled = replace(found, is_in_our_list=True)
    monkeypatch.setattr(check, "disagreements", lambda: [found, settled])
    (problem,) = check._holiday_problems()
    assert problem.startswith("2028-06-01 is a bank holiday in Wales by the package holidays alone")
