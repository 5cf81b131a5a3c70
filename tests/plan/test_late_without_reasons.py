"""Somebody who says honestly that nothing stopped them still gets a letter: the road never ends in nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

LATE, VERY_LATE = "2026-07-27", "2025-07-04"
WORKING = {"is_back_in_work": "yes", "back_in_work_since": "2026-04-20"}
THREE_TESTS = ("special", "not practicable", "reasonable to extend")
NATIONS = ["england", "northern-ireland"]


def _plan(notified: str, nation: str = "england", **facts: Any) -> Plan:
    return make_plan(case_of(sanction(notified, **facts), nation=nation), on=MONDAY)


def _letter(plan: Plan) -> str:
    assert plan.now is not None
    assert plan.now.kind == "mandatory-reconsideration"
    return plain_text(fill(plan.now, plan.case, on=MONDAY))


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("notified", [LATE, VERY_LATE])
@pytest.mark.parametrize("facts", [{"was_stopped": "no"}, {"is_back_in_work": "yes"}, WORKING])
def test_an_honest_no_ends_in_a_letter(notified: str, nation: str, facts: dict[str, Any]) -> None:
    letter = _letter(_plan(notified, nation, **facts))

    assert "at any time" in letter
    # There is one chance to ask for more time, so nobody asks for it without a reason.
    assert "extend" not in letter


def test_who_has_not_said_yet_whether_anything_stopped_them_is_asked_first() -> None:
    assert _plan(LATE).why_not("mandatory-reconsideration")


def test_the_person_is_told_what_a_letter_without_reasons_is_worth() -> None:
    plan = _plan(LATE, was_stopped="no")

    assert "late-without-reasons" in [line.id for line in plan.lines]
    assert "late" not in [line.id for line in plan.lines]


@pytest.mark.parametrize("nation", NATIONS)
def test_a_late_request_names_the_three_tests(nation: str) -> None:
    late = [{"began": "2026-07-27", "what": "I was in hospital."}]
    letter = _letter(_plan(LATE, nation, late=late))

    assert all(each in letter for each in THREE_TESTS)
    assert "regulation 6" in letter


def test_not_knowing_that_one_could_ask_is_a_reason() -> None:
    letter = _letter(_plan(LATE, was_stopped="no", did_not_know="yes"))

    assert "I did not know" in letter
    assert "[2026] UKUT 38 (AAC)" in letter
    assert all(each in letter for each in THREE_TESTS)


def test_a_decision_of_great_britain_is_not_cited_in_northern_ireland() -> None:
    letter = _letter(_plan(LATE, "northern-ireland", was_stopped="no", did_not_know="yes"))

    assert "I did not know" in letter
    assert "UKUT" not in letter


@pytest.mark.parametrize(
    ("notified", "is_said"),
    [("2026-11-02", False), ("2026-10-24", False), ("2026-10-23", False), ("2026-10", True)],
)
def test_a_letter_in_time_never_says_that_it_may_be_late(notified: str, is_said: bool) -> None:
    assert ("late" in _letter(_plan(notified))) == is_said


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        ({}, date(2026, 10, 20)),
        # A month is read as its last day, and so is the day of the failure.
        ({"back_in_work_since": "2026-05"}, None),
        ({"back_in_work_until": "2026-10-19"}, None),
        ({"back_in_work_until": "2026-10-20"}, date(2026, 10, 20)),
        ({"failure": {"kind": "left-job", "happened": "2026-05-04"}}, date(2026, 11, 4)),
        ({"back_in_work_since": None}, None),
    ],
)
def test_half_a_year_of_work_since_the_failure_is_counted(
    facts: dict[str, Any], reached: date | None
) -> None:
    now = _plan("2026-11-02", **{**WORKING, **facts}).now
    assert now is not None
    work = now.challenges[0].work

    assert work is not None
    assert work.reached_on == reached


@pytest.mark.parametrize("nation", NATIONS)
def test_the_letter_gives_the_days_and_the_pay(nation: str) -> None:
    pay = {"back_in_work_pay": "2050", "back_in_work_pay_every": "month"}
    letter = _letter(_plan(LATE, nation, **WORKING, **pay))

    for fact in ("20 April", "20 October", "£2050 a month", "six months"):
        assert fact in letter
    assert ("regulation 109" if nation == "england" else "regulation 106") in letter
