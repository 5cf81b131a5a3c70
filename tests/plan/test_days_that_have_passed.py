"""No text gives a day that has passed as a day to meet, whatever the day on which it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from tests.examples import AS_AT, case_of, names
from tests.facts import MONDAY, sanction, threat
from tests.facts import case_of as made

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AccountDemand, ThreatenedSanction
from challenge_letters.law.as_at import as_at
from challenge_letters.law.deadlines import deadline
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.outcome import Advice, Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import dated_lines_of, reminders_of
from challenge_letters.plan.report import as_text
from challenge_letters.plan.sheet import sheet_of

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# What makes a day one to meet: words with the day right behind them, with or without its weekday.
TO_MEET = re.compile(
    r"\b(?:by|before|chase from|send this from|until|next appointment is on|the last day is)"
    rf"\s(?:[A-Z][a-z]+day\s)?(\d{{1,2}}) ({MONTH})(?: (\d{{4}}))?"
)
YEAR = re.compile(r"\b20\d\d\b")
DAYS_AROUND = (-4, -3, -2, -1, 0, 1, 2, 3)
NOTHING_PASSES_BEFORE = date(2026, 11, 1)


def days_to_meet(text: str, on: date) -> Iterator[date]:
    """Yield each day that `text` asks to be met; without a year it is of the year named last before it."""
    for found in TO_MEET.finditer(text):
        number, month, own_year = found.groups()
        before = YEAR.findall(text, 0, found.start()) or [str(on.year)]
        yield datetime.strptime(f"{number} {month} {own_year or before[-1]}", "%d %B %Y").date()  # noqa: DTZ007


def days_of_writing(case: Case) -> list[date]:
    """Return the days around each day that matters in `case`."""
    plan = make_plan(case, on=AS_AT)
    matter = {AS_AT}
    for planned in plan.deadlines:
        limit = planned.deadline
        matter |= {day for day in (limit.date, limit.safe_date, limit.post_by) if day}
    for problem in case.problems:
        if isinstance(problem, ThreatenedSanction) and problem.warning.answer_by:
            matter.add(problem.warning.answer_by)
        if isinstance(problem, AccountDemand) and problem.next_appointment:
            matter.add(problem.next_appointment)
    around = {day + timedelta(days=each) for day in matter for each in DAYS_AROUND}
    return sorted(day for day in around if day >= NOTHING_PASSES_BEFORE)


def everything_said(plan: Plan) -> str:
    sheet = sheet_of(plan)
    lines = [f"{each.heading}. {each.text}" for each in (*sheet.warnings, *sheet.steps, *sheet.lines)]
    limits = [planned.deadline.working for planned in sheet.limits]
    return "\n".join((as_text(plan), *lines, *limits, *(each.text for each in sheet.days)))


@pytest.mark.parametrize("name", names())
def test_no_page_and_no_sheet_names_a_past_day_as_one_to_meet(name: str) -> None:
    for on in days_of_writing(case_of(name)):
        plan = make_plan(case_of(name), on=on)

        passed = [day for day in days_to_meet(everything_said(plan), on) if day < on]

        assert not passed, f"written on {on}: {passed}"
        assert all(each.day >= on for each in (*reminders_of(plan), *dated_lines_of(plan)))


WITH_A_DAY_AHEAD = (
    "password-demanded",
    "ni-password-demanded",
    "commitment-school-hours",
    "requirements-notice-safe-contact",
    "warned-bus-cancelled",
)


@pytest.mark.parametrize("name", WITH_A_DAY_AHEAD)
@pytest.mark.parametrize("later", [0, 10, 60])
def test_no_letter_names_a_past_day_as_one_to_meet(name: str, later: int) -> None:
    on = AS_AT + timedelta(days=later)
    for letter in make_plan(case_of(name), on=on).letters:
        said = plain_text(fill(letter, case_of(name), on=on))

        assert not [day for day in days_to_meet(said, on) if day < on], f"{letter.kind} on {on}"


@pytest.mark.parametrize(
    ("on", "heading"),
    [
        ("2026-11-30", "It must be there by 2 December 2026"),
        ("2026-12-01", "It must be there by 2 December 2026, and it is too late to post it"),
        ("2026-12-02", "Today is the last day, and it is too late to post it"),
    ],
)
def test_the_last_days_are_told_as_they_are(on: str, heading: str) -> None:
    plan = make_plan(made(sanction("2026-11-02")), on=date.fromisoformat(on))

    assert heading in [each.heading for each in plan.warnings]


def _said(plan: Plan, where: tuple[Advice, ...], advice_id: str) -> str:
    return next(each.text for each in where if each.id == advice_id)


def test_on_the_last_day_the_ways_that_take_no_day_are_named_and_the_limit_by_the_rule_stays() -> None:
    last = date(2026, 12, 2)
    plan = make_plan(made(sanction("2026-11-02")), on=last)

    said = _said(plan, plan.warnings, "deadline-last-day")

    assert "2 December 2026" in said
    assert "journal today" in said
    assert "ring 0800 328 5644" in said
    assert "post it by" not in said


@pytest.mark.parametrize("benefit", ["new-style-jsa", "new-style-esa"])
def test_nobody_without_an_account_is_told_to_post_on_the_last_day(benefit: str) -> None:
    plan = make_plan(made(sanction("2026-11-02"), benefit=benefit), on=date(2026, 12, 2))

    ids = [each.id for each in plan.steps]

    assert "send-today" in ids
    assert "send-post" not in ids
    assert "Hand the letter in" in _said(plan, plan.warnings, "not-sent")


def test_between_the_last_working_day_and_the_last_day_it_is_today() -> None:
    # 13 December 2026 is a Sunday.
    plan = make_plan(made(sanction("2026-11-13")), on=date(2026, 12, 12))

    assert "deadline-today" in [each.id for each in plan.warnings]
    assert "13 December 2026, a Sunday" in _said(plan, plan.warnings, "deadline-today")


@pytest.mark.parametrize(
    ("came_by", "on", "expected"),
    [
        ("to-do", "2026-11-27", "deadline-threat-today"),
        ("to-do", "2026-11-28", "deadline-threat-passed"),
        ("letter", "2026-11-25", "deadline-threat-letter"),
        ("letter", "2026-11-26", "deadline-threat-no-post"),
        ("letter", "2026-11-27", "deadline-threat-today"),
        ("letter", "2026-11-30", "deadline-threat-passed"),
    ],
)
def test_an_answer_is_asked_for_in_a_way_that_still_arrives(came_by: str, on: str, expected: str) -> None:
    warned = threat(warning={"day": "2026-11-20", "came_by": came_by, "answer_by": "2026-11-27"})

    plan = make_plan(made(warned), on=date.fromisoformat(on))

    assert expected in [each.id for each in plan.warnings]


# 28 November 2026 is a Saturday: rule 12 of the tribunal's rules allows the next working day, 30 November.
ON_A_SATURDAY = {
    "kind": "appeal-grounds",
    "decision": {"dated": "2026-09-01"},
    "notice_dated": "2026-10-28",
    "asked_on": "2026-09-10",
    "findings": [{"quote": "No good reason.", "answer": "I was in hospital."}],
}


@pytest.mark.parametrize(
    ("on", "variant", "has_letter"),
    [("2026-11-28", "", True), ("2026-11-30", "", True), ("2026-12-01", "", False)],
)
def test_an_appeal_whose_month_ends_on_a_weekend_is_in_time_on_the_next_working_day(
    on: str, variant: str, has_letter: bool
) -> None:
    plan = make_plan(made(ON_A_SATURDAY), on=date.fromisoformat(on))
    letter = plan.letter("appeal-grounds")

    assert (letter is not None) is has_letter
    if letter:
        assert letter.variant == variant


def test_after_that_saturday_the_page_says_that_monday_counts() -> None:
    plan = make_plan(made(ON_A_SATURDAY), on=date(2026, 11, 30))

    assert "still in time by Monday 30 November" in _said(plan, plan.warnings, "deadline-today")


def test_a_day_to_chase_that_has_passed_is_now() -> None:
    limit = deadline("subject-access-request", date(2026, 10, 1), nation="england")

    assert "chase from Tuesday 3 November" in limit.working
    assert as_at(limit, MONDAY).working.endswith("That day has passed. So chase now.")
