"""A length is argued only where the right one cannot be longer for this person."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.plan.length import expected_level_of, length_of, level_point


def _sanction(**facts: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "failure": {"kind": "missed-appointment", "happened": "2026-10-14"},
        "groups": ["none"],
        "was_under_18": "no",
        "earlier_sanctions_known": "yes",
        "decision": {"days": 28, "is_open_ended": "no"},
    }
    return sanction("2026-11-02", **{**known, **facts})


def _point(**facts: Any) -> Any:
    case = case_of(_sanction(**facts))
    return level_point(case.problems[0], case, on=MONDAY)  # type: ignore[arg-type]


def test_28_days_for_a_first_missed_appointment_is_too_long_once_it_is_put_right() -> None:
    point = _point(done_since={"state": "done", "day": "2026-10-16"})

    assert (point.claim, point.level, point.right_days, point.imposed_days) == ("days", "low", 7, 28)


def test_lowering_the_level_is_not_argued_while_open_ended_days_could_add_up() -> None:
    assert _point(done_since={"state": "not-yet"}) is None


def test_lowering_the_level_is_not_argued_where_compliance_came_late() -> None:
    assert _point(done_since={"state": "done", "day": "2026-11-20"}) is None


def test_28_days_can_be_a_third_low_level_period() -> None:
    earlier = [
        {"failure_day": "2026-03-02", "days": 7, "level": "low"},
        {"failure_day": "2026-06-01", "days": 14, "level": "low"},
    ]

    assert _point(earlier_sanctions=earlier, decision={"days": 28, "is_open_ended": "yes"}) is None


def test_an_overturned_sanction_does_not_count() -> None:
    earlier = [{"failure_day": "2026-06-01", "days": 7, "level": "low", "overturned": True}]

    point = _point(earlier_sanctions=earlier, decision={"days": 14, "is_open_ended": "yes"})

    assert (point.right_days, point.imposed_days) == (7, 14)


def test_open_ended_days_should_have_ended_the_day_before_the_person_complied() -> None:
    point = _point(
        decision={"days": 7, "is_open_ended": "yes"}, done_since={"state": "done", "day": "2026-10-16"}
    )

    assert (point.claim, point.should_end) == ("end-date", date(2026, 10, 15))


@pytest.mark.parametrize(
    "unknown",
    [
        {"earlier_sanctions_known": "not-known"},
        {"failure": {"kind": "missed-appointment"}},
        {"failure": {"kind": "missed-appointment", "happened": "2026-10"}},
        {"failure": {"kind": "other", "happened": "2026-10-14"}},
        {"decision": {"days": 28}},
        {"decision": {"is_open_ended": "no"}},
        {"groups": []},
    ],
)
def test_nothing_is_argued_on_a_guess(unknown: dict[str, Any]) -> None:
    case = case_of(_sanction(done_since={"state": "done", "day": "2026-10-16"}, **unknown))

    assert length_of(case.problems[0], case, on=MONDAY) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failure", "groups", "level"),
    [
        ("missed-appointment", ["none"], "low"),
        ("missed-appointment", ["child-1"], "lowest"),
        ("employer-interview", ["none"], "higher"),
        ("work-search-hours", ["none"], "medium"),
        ("specific-task", ["self-employed", "none"], "low"),
        ("missed-appointment", [], None),
    ],
)
def test_the_expected_level_follows_failure_and_group(failure: str, groups: list[str], level: str) -> None:
    case = case_of(_sanction(failure={"kind": failure, "happened": "2026-10-14"}, groups=groups))

    assert expected_level_of(case.problems[0], case, on=MONDAY) == level  # type: ignore[arg-type]


def test_earlier_failures_that_do_not_count_are_named_with_the_reason() -> None:
    earlier = [
        {"failure_day": "2025-09-01", "days": 14, "level": "low"},
        {"failure_day": "2026-03-02", "days": 28, "level": "medium"},
        {"failure_day": "2026-06-01", "days": 7, "level": "low", "overturned": True},
    ]

    point = _point(earlier_sanctions=earlier, decision={"days": 28, "is_open_ended": "yes"})

    assert [(str(each.day), each.why) for each in point.not_counted] == [
        ("2025-09-01", "too-long-ago"),
        ("2026-03-02", "other-level"),
    ]
