"""What a sanction costs is shown where the case says enough and a rate is held; otherwise nothing is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.case.case import Case
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sanction_cost import is_reduced_rate
from challenge_letters.plan.status import hardship_in

KNOWN = {"groups": ["none"], "was_under_18": "no"}
GROWN = {"name": "Ada Example", "date_of_birth": "1990-04-03"}


def _case(facts: dict[str, Any] | None = None, **more: Any) -> Case:
    return case_of(sanction("2026-11-02", **{**KNOWN, **(facts or {})}), **more)


def _cost(case: Case, on: date = MONDAY) -> str:
    lines = [line for line in make_plan(case, on=on).lines if line.id.startswith("daily-loss")]
    return " ".join(f"{line.heading} {line.text}" for line in lines)


@pytest.mark.parametrize(
    ("sentence", "more", "a_day"),
    [
        ("25 or over, single or one of a couple", {"claimant": GROWN}, "about £10.90 to £13.90"),
        (
            "under 25, single or one of a couple",
            {"claimant": {"name": "B", "date_of_birth": "2004-04-03"}},
            "about £8.60 to £11.10",
        ),
        ("nobody said how old", {}, "about £8.60 to £13.90"),
        (
            "25 or over, with a joint claim",
            {"claimant": GROWN, "records_request": {"is_joint_claim": "yes"}},
            "about £10.90",
        ),
        (
            "new style JSA, 25 or over",
            {"claimant": GROWN, "benefit": "new-style-jsa"},
            "about £13.60",
        ),
        (
            "JSA with Universal Credit is under the rules of Universal Credit",
            {"claimant": GROWN, "benefit": "new-style-jsa", "also_universal_credit": "yes"},
            "about £10.90 to £13.90",
        ),
    ],
)
def test_what_a_day_costs(sentence: str, more: dict[str, Any], a_day: str) -> None:
    assert f"What each day costs: {a_day} " in _cost(_case(**more)), sentence


@pytest.mark.parametrize(
    ("born", "a_day"),
    [("2001-11-23", "about £10.90 to £13.90"), ("2001-11-24", "about £8.60 to £11.10")],
)
def test_on_the_25th_birthday_the_higher_rate_begins(born: str, a_day: str) -> None:
    case = _case(claimant={"name": "D", "date_of_birth": born})

    assert f"What each day costs: {a_day} " in _cost(case)


@pytest.mark.parametrize(
    ("groups", "begins"), [(["none"], "Ring and ask today"), ([], "Ring and ask: it depends")]
)
def test_only_at_the_full_rate_is_hardship_certain(groups: list[str], begins: str) -> None:
    case = _case({"groups": groups, "failure": {"kind": "work-search-hours", "happened": "2026-10-14"}})
    (decision,) = case.problems

    found = hardship_in(case, MONDAY)
    assert found.why.startswith(begins)
    assert is_reduced_rate(decision, case, on=MONDAY) is (False if groups else None)


def test_the_working_is_shown() -> None:
    cost = _cost(_case(claimant=GROWN, records_request={"is_joint_claim": "no"}))

    assert "£424.90 a month x 12 / 365, rounded down to 10p" in cost
    assert "At most about £424.90 in one month" in cost


def test_at_17_it_is_forty_per_cent() -> None:
    case = _case({"was_under_18": "yes"}, claimant={"name": "C", "date_of_birth": "2009-10-01"})

    assert "about £3.40 to £4.40" in _cost(case)


@pytest.mark.parametrize(
    ("sentence", "facts", "more", "on"),
    [
        ("the group is not known", {"groups": ["not-known"]}, {}, MONDAY),
        ("nobody was asked for the group", {"groups": []}, {}, MONDAY),
        ("the rate may be lower", {"groups": ["child-1"]}, {}, MONDAY),
        ("nothing may be taken", {"groups": ["limited-capability-work-activity"]}, {}, MONDAY),
        ("they may be under 18", {"was_under_18": "not-known"}, {}, MONDAY),
        ("the rates of Northern Ireland are not held", {}, {"nation": "northern-ireland"}, MONDAY),
        ("nor are those of another year", {}, {}, date(2027, 6, 1)),
    ],
)
def test_nothing_is_shown_where(sentence: str, facts: dict[str, Any], more: dict[str, Any], on: date) -> None:
    assert _cost(_case(facts, claimant=GROWN if "was_under_18" not in facts else {}, **more), on) == "", (
        sentence
    )


def test_two_sanctions_follow_each_other_so_the_cost_of_a_day_is_said_once() -> None:
    second = {**sanction("2026-11-09", **KNOWN), "id": "second"}
    case = case_of(sanction("2026-11-02", **KNOWN), second, claimant=GROWN)

    assert _cost(case).count("What each day costs") == 1


@pytest.mark.parametrize(
    ("sentence", "decision", "done", "is_said"),
    [
        ("a fixed period of months ago", {"days": 28, "is_open_ended": "no"}, "done", False),
        ("open-ended, and not done yet", {"is_open_ended": "yes"}, "not-yet", True),
        ("open-ended, and done", {"is_open_ended": "yes"}, "done", False),
    ],
)
def test_todays_rate_is_not_shown_for_a_reduction_that_is_long_over(
    sentence: str, decision: dict[str, Any], done: str, is_said: bool
) -> None:
    told = sanction("2026-03-02", **KNOWN, decision=decision, done_since={"state": done})

    assert bool(_cost(case_of(told, claimant=GROWN))) is is_said, sentence


def _first_warning(plan: Plan) -> str:
    return plan.warnings[0].text


def test_an_open_ended_sanction_says_first_what_each_day_costs() -> None:
    open_ended = {"decision": {"is_open_ended": "yes"}, "done_since": {"state": "not-yet"}}

    assert "Each day costs about £10.90 to £13.90. " in _first_warning(
        make_plan(_case(open_ended, claimant=GROWN), on=MONDAY)
    )
    unknown = make_plan(_case({**open_ended, "groups": ["not-known"]}), on=MONDAY)
    assert "Each day" not in _first_warning(unknown)
    assert "until you do what they asked. The added days" in _first_warning(unknown)
