"""In time, in doubt, late, very late: which stage a letter has reached on a day."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.case.problems import AppliedSanction, LatePeriod
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.stages import silent_gaps, stage_of


def _decision(**facts: str) -> AppliedSanction:
    return AppliedSanction.model_validate({"kind": "applied-sanction", "decision": facts})


@pytest.mark.parametrize(
    ("notified", "on", "stage"),
    [
        ("2027-01-31", "2027-02-01", "in-time"),
        ("2027-01-31", "2027-02-20", "in-time"),
        ("2027-01-31", "2027-02-28", "in-time"),  # a letter in time never says that it may be late
        ("2027-01-31", "2027-03-01", "late"),
        ("2027-01-31", "2028-02-28", "late"),
        ("2027-01-31", "2028-02-29", "very-late"),
        ("2027-01", "2027-01-20", "in-time"),
        ("2027-01", "2027-02-01", "in-time"),  # even if it was sent on the 1st
        ("2027-01", "2027-02-02", "date-in-doubt"),
        ("2027-01", "2027-02-28", "date-in-doubt"),  # on the 31st it would still be in time
        ("2027-01", "2027-03-01", "late"),
    ],
)
def test_the_stage_runs_from_the_day_of_notification(notified: str, on: str, stage: str) -> None:
    assert stage_of(_decision(notified=notified), on=date.fromisoformat(on)) == stage


@pytest.mark.parametrize(
    ("on", "stage"),
    [("2026-11-20", "date-in-doubt"), ("2027-06-01", "date-in-doubt"), ("2027-12-13", "very-late")],
)
def test_without_a_notice_nobody_concedes_a_day_of_notification(on: str, stage: str) -> None:
    decision = _decision(notice="none-seen", payment_day="2026-11-12")

    assert stage_of(decision, on=date.fromisoformat(on)) == stage


def test_the_day_on_the_decision_counts_where_the_day_of_notification_is_not_known() -> None:
    assert stage_of(_decision(dated="2027-01-31"), on=date(2027, 3, 1)) == "late"


def _period(began: str, ended: str | None = None) -> LatePeriod:
    return LatePeriod.model_validate({"began": began, "ended": ended, "what": "ill"})


@pytest.mark.parametrize(
    ("periods", "gaps"),
    [
        ((_period("2026-07-27", "2026-11-20"),), ()),
        ((_period("2026-07-27"),), ()),
        ((_period("2026-08-09"),), ()),
        ((_period("2026-08-11"),), ((date(2026, 7, 27), date(2026, 8, 11)),)),
        ((_period("2026-07-27", "2026-10-01"),), ((date(2026, 10, 1), date(2026, 11, 23)),)),
        (
            (_period("2026-10-01", "2026-11-20"), _period("2026-07-27", "2026-08-01")),
            ((date(2026, 8, 1), date(2026, 10, 1)),),
        ),
    ],
)
def test_a_fortnight_without_a_reason_is_pointed_out(
    periods: tuple[LatePeriod, ...], gaps: tuple[tuple[date, date], ...]
) -> None:
    assert silent_gaps(periods, RoughDay.parse("2026-07-27"), on=date(2026, 11, 23)) == gaps
