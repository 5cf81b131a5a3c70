"""The days that go into a calendar: which, from which deadline, and under what title."""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples import names, plan_of
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import reminders_of

GIVES_AWAY = (
    *("sanction", "benefit", "universal credit", "jobcentre", "dwp", "reconsideration", "password", "appeal"),
    *("complaint", "records", "hardship"),
)


@pytest.mark.parametrize(
    ("problem", "days"),
    [
        (
            sanction("2026-11-02"),
            [
                ("2026-11-30", "Letter: last day to post it"),
                ("2026-12-01", "Letter: if it is sent, ask whether they have it"),
                ("2026-12-02", "Letter: last day"),
            ],
        ),
        (
            sanction("2026-11-13"),
            [
                ("2026-12-09", "Letter: last day to post it"),
                ("2026-12-10", "Letter: if it is sent, ask whether they have it"),
                ("2026-12-11", "Letter: last safe day"),
                ("2026-12-13", "Letter: last day"),
            ],
        ),
        (
            threat(warning={"day": "2026-11-20", "answer_by": "2026-11-27"}),
            [("2026-11-27", "Answer: last day")],
        ),
        (threat(), []),
        (
            demand(next_appointment="2026-12-01"),
            [("2026-12-01", "Appointment: hand the letter in before it")],
        ),
        (
            {
                "kind": "already-sent",
                "what": "subject-access-request",
                "sent_on": "2026-11-02",
                "received_on": "2026-11-04",
            },
            [("2026-12-07", "Letter: ask, if nothing has come")],
        ),
    ],
    ids=["month ends on a Wednesday", "on a Sunday", "warned", "warned, no day", "demand", "records"],
)
def test_each_deadline_gives_its_days(problem: dict[str, object], days: list[tuple[str, str]]) -> None:
    plan = make_plan(case_of(problem), on=MONDAY)

    assert [(each.day.isoformat(), each.title) for each in reminders_of(plan)] == days


def test_a_late_request_is_sent_now_and_waits_for_no_day() -> None:
    late = sanction("2026-09-01", late=[{"began": "2026-09-01", "what": "In hospital."}])

    plan = make_plan(case_of(late), on=MONDAY)

    assert [each.id for each in reminders_of(plan)] == ["arrived"]


def test_a_day_that_has_passed_is_left_out_and_today_is_not() -> None:
    plan = make_plan(case_of(sanction("2026-11-02")), on=date(2026, 12, 2))

    assert [each.title for each in reminders_of(plan)] == [
        "Letter: last day",
        "Letter: if it is sent, ask whether they have it",
    ]


def test_nobody_is_told_to_ask_on_a_day_when_nobody_answers() -> None:
    plan = make_plan(case_of(sanction("2026-11-22")), on=date(2026, 12, 18))

    asked = next(each for each in reminders_of(plan) if each.id == "arrived")
    assert asked.day == date(2026, 12, 29)  # a week later is Christmas Day, then a weekend and Boxing Day's


@pytest.mark.parametrize("example", names())
def test_no_title_says_what_it_is_about(example: str) -> None:
    titles = " ".join(each.title for each in reminders_of(plan_of(example))).casefold()

    assert [word for word in GIVES_AWAY if word in titles] == []
