"""A length is argued only where the right one cannot be longer for this person."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.case.failure import EarlierSanction
from challenge_letters.plan.length import (
    disputed_before,
    expected_level_of,
    length_of,
    level_point,
    unexplained_of,
)


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


IN_A_MONTH = {
    "failure": {"kind": "work-search-hours", "their_day": "2026-10"},
    "decision": {"days": 91, "is_open_ended": "no"},
}


def test_too_many_days_are_too_many_on_every_day_of_the_month_that_is_known() -> None:
    point = _point(**IN_A_MONTH)

    assert (point.claim, point.right_days, point.imposed_days, point.began) == ("days", 28, 91, None)


@pytest.mark.parametrize(
    "facts",
    [
        # On some days of the month that sanction is within the year, on others it is not.
        {"earlier_sanctions": [{"failure_day": "2025-10-15", "days": 28, "level": "medium"}]},
        {"earlier_sanctions_known": "not-known"},
        {"failure": {"kind": "work-search-hours"}},
    ],
)
def test_a_month_says_nothing_where_its_days_give_different_answers(facts: dict[str, Any]) -> None:
    assert _point(**{**IN_A_MONTH, **facts}) is None


def test_another_decision_of_the_case_counts_on_the_days_that_come_after_it() -> None:
    first = _sanction(**{**IN_A_MONTH, "failure": {"kind": "work-search-hours", "happened": "2026-10-10"}})
    case = case_of({**first, "id": "first"}, {**_sanction(**IN_A_MONTH), "id": "second"})

    assert level_point(case.problems[1], case, on=MONDAY) is None  # type: ignore[arg-type]


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


# -- two decisions in one case count against each other without being typed twice


def _argued_of_the_second(first: str, second: str, days: int, **facts: Any) -> Any:
    """Return what may be argued of the second of two missed appointments, for which `days` were imposed."""
    ended: dict[str, Any] = {"is_open_ended": "yes"}
    one = _sanction(
        failure={"kind": "missed-appointment", "happened": first}, decision={"days": 7, **ended}, id="one"
    )
    two = _sanction(
        failure={"kind": "missed-appointment", "happened": second},
        decision={"days": days, **ended},
        id="two",
        **facts,
    )
    case = case_of(one, two)
    return level_point(case.problems[1], case, on=MONDAY)  # type: ignore[arg-type]


def test_the_second_of_two_failures_within_14_days_carries_the_same_days_again() -> None:
    # Universal Credit Regulations 2013, regulation 104: a failure within 14 days does not raise the step.
    point = _argued_of_the_second("2026-10-13", "2026-10-16", 14)

    assert (point.claim, point.right_days, point.imposed_days) == ("days", 7, 14)


@pytest.mark.parametrize(("first", "second"), [("2026-09-29", "2026-10-13"), ("2025-10-14", "2026-10-13")])
def test_a_failure_14_to_364_days_after_another_carries_the_next_step(first: str, second: str) -> None:
    assert _argued_of_the_second(first, second, 14) is None


def test_a_failure_365_days_after_another_is_a_first_one() -> None:
    assert _argued_of_the_second("2025-10-13", "2026-10-13", 14).right_days == 7


def test_the_later_decision_does_not_count_against_the_earlier_one() -> None:
    assert _argued_of_the_second("2026-10-16", "2026-10-13", 14).right_days == 7


def test_a_decision_of_the_case_that_is_told_as_an_earlier_one_too_counts_once() -> None:
    told = [{"failure_day": "2026-09-29", "days": 7, "level": "low"}]

    assert _argued_of_the_second("2026-09-29", "2026-10-13", 14, earlier_sanctions=told) is None


def test_a_decision_whose_days_are_not_known_leaves_the_length_of_the_next_open() -> None:
    one = _sanction(failure={"kind": "missed-appointment", "happened": "2026-09-29"}, decision={}, id="one")
    two = _sanction(decision={"days": 14, "is_open_ended": "yes"}, id="two")
    case = case_of(one, two)

    assert level_point(case.problems[1], case, on=MONDAY) is None  # type: ignore[arg-type]


def _two(*failures: tuple[str, int], kind: str = "missed-appointment", **facts: Any) -> Any:
    """Return a case of missed appointments that have been put right: the day of each and its fixed days."""
    decisions = [
        _sanction(
            id=f"number-{place}",
            failure={"kind": kind, "happened": day},
            decision={"days": days, "is_open_ended": "yes"},
            done_since={"state": "done", "day": "2026-10-16"},
        )
        for place, (day, days) in enumerate(failures)
    ]
    return case_of(*decisions, **facts)


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_the_second_of_two_within_14_days_carries_no_more_than_the_first(nation: str) -> None:
    case = _two(("2026-10-05", 7), ("2026-10-14", 14), nation=nation)

    point = level_point(case.problems[1], case, on=MONDAY)

    assert point is not None
    assert (point.right_days, point.imposed_days, point.same_again) == (7, 14, date(2026, 10, 5))
    assert disputed_before(case.problems[1], case, on=MONDAY) == ()


@pytest.mark.parametrize(("first", "days"), [("2026-09-30", 14), ("2025-10-15", 14), ("2025-10-14", 7)])
def test_the_other_decision_counts_for_365_days_without_being_typed(first: str, days: int) -> None:
    case = _two((first, 7), ("2026-10-14", 14))
    found = length_of(case.problems[1], case, on=MONDAY)

    assert found is not None
    assert found.right.fixed_days == days


def test_decisions_typed_in_any_order_count_in_the_order_of_their_failures() -> None:
    case = _two(("2026-10-14", 14), ("2026-10-05", 7))

    assert level_point(case.problems[0], case, on=MONDAY).right_days == 7  # type: ignore[union-attr]
    assert length_of(case.problems[1], case, on=MONDAY).verdict == "same"  # type: ignore[union-attr]


def test_a_failure_that_was_typed_as_well_counts_once() -> None:
    case = _two(("2026-06-01", 7), ("2026-10-14", 14))
    typed = case.problems[1].model_copy(
        update={"earlier_sanctions": (EarlierSanction(failure_day="2026-06-01", days=7, level="low"),)}
    )
    both = case.model_copy(update={"problems": (case.problems[0], typed)})

    assert length_of(typed, both, on=MONDAY).right.fixed_days == 14  # type: ignore[union-attr]
    assert [(each.day, each.days_without) for each in disputed_before(typed, both, on=MONDAY)] == [
        (date(2026, 6, 1), 7)
    ]


def test_if_the_first_decision_falls_the_second_falls_to_the_first_step() -> None:
    case = _two(("2026-06-01", 7), ("2026-10-14", 14))

    assert [(each.day, each.days_without) for each in disputed_before(case.problems[1], case, on=MONDAY)] == [
        (date(2026, 6, 1), 7)
    ]
    assert disputed_before(case.problems[0], case, on=MONDAY) == ()


def test_nothing_is_said_of_another_decision_that_could_make_this_one_longer() -> None:
    case = _two(("2026-06-01", 7), ("2026-10-14", 7))

    assert disputed_before(case.problems[1], case, on=MONDAY) == ()
    assert level_point(case.problems[1], case, on=MONDAY).claim == "end-date"  # type: ignore[union-attr]


def test_a_first_decision_that_is_too_long_itself_does_not_lengthen_the_second() -> None:
    case = _two(("2026-10-05", 28), ("2026-10-14", 28))

    assert level_point(case.problems[0], case, on=MONDAY).right_days == 7  # type: ignore[union-attr]
    assert level_point(case.problems[1], case, on=MONDAY).right_days == 7  # type: ignore[union-attr]


def test_no_length_is_argued_beside_a_decision_whose_days_are_not_known() -> None:
    first = _sanction(
        id="first", failure={"kind": "missed-appointment", "happened": "2026-06-01"}, decision={}
    )
    second = _sanction(id="second", done_since={"state": "done", "day": "2026-10-16"})
    first["decision"] = {"notified": "2026-06-20"}
    case = case_of(first, second)

    assert length_of(case.problems[1], case, on=MONDAY).right.fixed_days is None  # type: ignore


def test_of_a_carer_no_hours_may_be_asked_and_more_than_28_days_for_too_few_are_too_many_in_any_case() -> (
    None
):
    point = _point(
        failure={"kind": "work-search-hours", "happened": "2026-10-19"},
        groups=["carer"],
        decision={"days": 91, "is_open_ended": "no"},
    )
    assert (point.claim, point.level, point.right_days, point.imposed_days) == ("days", "medium", 28, 91)


def test_days_given_in_one_sum_may_be_open_ended_ones_and_the_fixed_ones_after_them() -> None:
    case = case_of(
        _sanction(
            failure={"kind": "missed-appointment", "happened": "2026-10-06"},
            decision={"days": 17, "is_open_ended": "not-known"},
            done_since={"state": "done", "day": "2026-10-16"},
        )
    )
    assert unexplained_of(case.problems[0], case, on=MONDAY) is None  # type: ignore[arg-type]


def test_a_decision_of_the_case_told_of_again_as_an_earlier_sanction_is_one_failure() -> None:
    first = _sanction(
        id="first",
        failure={"kind": "missed-appointment", "happened": "2026-10-06"},
        decision={"days": 17, "is_open_ended": "no"},
        done_since={"state": "done", "day": "2026-10-16"},
    )
    second = _sanction(
        id="second",
        failure={"kind": "missed-appointment", "happened": "2026-10-15"},
        decision={"days": 15, "is_open_ended": "no"},
        done_since={"state": "done", "day": "2026-10-16"},
        earlier_sanctions=[{"failure_day": "2026-10-06", "days": 17}],
    )
    case = case_of(first, second)
    point = level_point(case.problems[1], case, on=MONDAY)  # type: ignore[arg-type]
    assert point is not None
    assert (point.right_days, point.same_again) == (7, date(2026, 10, 6))
