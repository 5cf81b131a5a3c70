"""A week of work search in numbers, read as the regulations read: expected, less deductions, against done."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction

from challenge_letters.case.case import Case
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.grounds import grounds_of
from challenge_letters.plan.outcome import HoursPoint, PlannedLetter
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.protection import protection_of
from challenge_letters.plan.search_hours import hours_of

SEARCH = {"kind": "work-search-hours", "happened": "2026-10-05"}
CARER = {"groups": ["carer"], "cares_35_hours": "yes", "cared_for_gets": "attendance-allowance"}


def _case(
    week: dict[str, Any], nation: str = "england", benefit: str = "universal-credit", **facts: Any
) -> Case:
    told = sanction(failure=SEARCH, search_week=week, **{"sides": ["did-it", "not-required"], **facts})
    return case_of(told, nation=nation, benefit=benefit)


def _hours(week: dict[str, Any], **facts: Any) -> HoursPoint | None:
    case = _case(week, **facts)
    return hours_of(case.problems[0], case)  # type: ignore[arg-type]


def _letter(case: Case) -> str:
    letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
    assert isinstance(letter, PlannedLetter)
    return " ".join(plain_text(fill(letter, case, on=MONDAY)).split())


FUNERAL, VOLUNTARY, BOTH = ["funeral"], ["voluntary-work"], ["voluntary-work", "paid-work"]


@pytest.mark.parametrize(
    ("week", "met", "left", "needed"),
    [
        # Sixteen hours agreed with a carer are the hours expected (regulation 88(2)): seventeen are enough.
        ({"expected_hours": 35, "fewer_hours": 16, "done_hours": 17}, "outright", None, 0),
        ({"expected_hours": 35, "fewer_hours": 16, "done_hours": 16}, "outright", None, 0),
        ({"expected_hours": 35, "fewer_hours": 16, "done_hours": 15}, "short", None, 1),
        # The number the office asked for is expected where no other is told; 35 is never assumed.
        ({"expected_hours": 30, "done_hours": 30}, "outright", None, 0),
        # Time for a funeral comes off in that week (regulation 95(2)(b)).
        (
            {"expected_hours": 35, "done_hours": 22, "time_off": FUNERAL, "time_off_hours": 13},
            "deducted",
            22,
            13,
        ),
        (
            {"expected_hours": 35, "done_hours": 22, "time_off": FUNERAL, "time_off_hours": 12},
            "short",
            23,
            13,
        ),
        # How long it took is not known: the smallest deduction that is enough is said.
        ({"expected_hours": 25, "done_hours": 22, "time_off": FUNERAL}, "if-deducted", None, 3),
        # Hours without anything that took them come off nothing.
        ({"expected_hours": 25, "done_hours": 22, "time_off_hours": 9}, "short", None, 3),
        # Voluntary work counts up to half of the hours expected (regulation 95(3)).
        (
            {"expected_hours": 30, "done_hours": 15, "time_off": VOLUNTARY, "time_off_hours": 20},
            "deducted",
            15,
            15,
        ),
        (
            {"expected_hours": 30, "done_hours": 14, "time_off": VOLUNTARY, "time_off_hours": 20},
            "short",
            15,
            16,
        ),
        ({"expected_hours": 30, "done_hours": 14, "time_off": VOLUNTARY}, "short", None, 16),
        # Mixed with paid work, and nobody said how long each took: never more than surely comes off.
        ({"expected_hours": 30, "done_hours": 14, "time_off": BOTH, "time_off_hours": 20}, "short", 15, 16),
        ({"expected_hours": 35, "done_hours": 17.5, "time_off": VOLUNTARY}, "if-deducted", None, 17.5),
    ],
)
def test_hours_done_are_held_against_those_expected_less_what_comes_off(
    week: dict[str, Any], met: str, left: float | None, needed: float
) -> None:
    for nation in ("england", "northern-ireland"):
        for benefit in ("universal-credit", "new-style-jsa"):
            point = _hours(week, nation=nation, benefit=benefit)

            assert point is not None
            assert (point.met, point.left, point.needed) == (met, left, needed)


@pytest.mark.parametrize(
    "week",
    [{"done_hours": 17}, {"expected_hours": 35}, {"fewer_hours": 16}],
)
def test_no_number_is_argued_that_nobody_gave(week: dict[str, Any]) -> None:
    assert _hours(week) is None


def test_an_allowance_without_a_search_has_no_hours() -> None:
    assert _hours({"expected_hours": 35, "done_hours": 40}, benefit="new-style-esa") is None


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_agreed_hours_come_first_and_reasonable_action_second(nation: str) -> None:
    week = {"expected_hours": 35, "fewer_hours": 16, "fewer_because": "agreed", "done_hours": 17}
    text = _letter(_case(week, nation=nation, groups=["carer"]))

    assert "16 hours a week" in text
    assert text.index("16 hours a week") < text.index("best prospects")
    # Nobody said how much care it is: that nothing could be asked is not pleaded beside sixteen hours.
    assert "section 19" not in text
    assert "Article 24" not in text


# -- who cares for somebody


@pytest.mark.parametrize(
    ("facts", "is_certain"),
    [
        (CARER, True),
        ({**CARER, "cared_for_gets": "adult-disability-payment"}, True),
        ({**CARER, "cares_35_hours": "no"}, False),
        ({**CARER, "cares_35_hours": "not-known"}, False),
        ({**CARER, "cared_for_gets": "none"}, False),
        ({**CARER, "cared_for_gets": "not-known"}, False),
        ({**CARER, "groups": ["none"]}, False),
    ],
)
def test_care_of_35_hours_for_a_severely_disabled_person_ends_the_matter(
    facts: dict[str, Any], *, is_certain: bool
) -> None:
    case = _case({}, **facts)

    assert protection_of(case.problems[0], case).is_certain is is_certain  # type: ignore[arg-type]


def test_less_care_frees_nobody_and_is_not_asked_to_be_checked() -> None:
    case = _case({}, **{**CARER, "cares_35_hours": "no"})

    assert protection_of(case.problems[0], case).asked == "everything"  # type: ignore[arg-type]
    assert "section 19" not in _letter(case)


@pytest.mark.parametrize(
    ("nation", "law"), [("england", "section 19(2)(b)"), ("northern-ireland", "Article 24")]
)
def test_no_number_of_hours_stands_beside_that_nothing_could_be_asked(nation: str, law: str) -> None:
    week = {"expected_hours": 35, "fewer_hours": 20, "fewer_because": "agreed", "done_hours": 21}
    case = _case(week, nation=nation, commitment_limits="Twenty hours.", **CARER)
    text = _letter(case)

    assert hours_of(case.problems[0], case) is None  # type: ignore[arg-type]
    assert grounds_of(case.problems[0], case)[0] == "not-required"  # type: ignore[arg-type]
    assert law in text
    assert "at least 35 hours a week for somebody who gets Attendance Allowance" in text
    assert not [each for each in ("20 hours", "21 hours", "Twenty") if each in text]


# -- what has to be met is what was notified

TASK = {"kind": "specific-task", "happened": "2026-10-30"}
DONE = {"state": "done", "day": "2026-10-31"}


def _task(last_day: str | None, done: dict[str, Any], **facts: Any) -> Case:
    return case_of(sanction(failure=TASK, requirement={"last_day": last_day}, done_since=done, **facts))


@pytest.mark.parametrize(
    ("last_day", "done", "is_met"),
    [
        ("2026-10-31", DONE, True),
        ("2026-11-01", DONE, True),
        ("2026-10-30", DONE, False),
        (None, DONE, False),
        ("2026-10-31", {"state": "rebooked", "day": "2026-10-31"}, False),
        ("2026-10-31", {"state": "done"}, False),
        # A month alone does not show that it was in time, unless the whole month was.
        ("2026-10-30", {"state": "done", "day": "2026-10"}, False),
        ("2026-10-31", {"state": "done", "day": "2026-10"}, True),
    ],
)
def test_a_task_done_by_the_last_day_of_its_message_is_met(
    last_day: str | None, done: dict[str, Any], *, is_met: bool
) -> None:
    case = _task(last_day, done)
    grounds = grounds_of(case.problems[0], case)  # type: ignore[arg-type]

    assert grounds == (("did-it", "good-reason") if is_met else ("good-reason",))


def test_a_part_done_in_time_is_not_the_whole() -> None:
    case = _task("2026-10-31", DONE, sides=["did-part"])

    assert "no failure" not in _letter(case)


def test_the_last_day_of_the_message_is_argued_before_any_reason() -> None:
    text = _letter(_task("2026-10-31", DONE))

    assert "is the last day that the message itself gives" in text
    assert text.index("there was no failure") < text.index("no good reason")


@pytest.mark.parametrize("group", ["child-under-1", "child-1", "child-2", "child-3-12", "carer"])
def test_in_jsa_a_child_or_caring_counts_for_the_hours_and_is_said_there_alone(group: str) -> None:
    """JSA frees nobody from the search (s.6F): regulation 9 lets the hours fit, before all reasonable action."""
    week = {"expected_hours": 35, "done_hours": 20}
    facts = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "groups": [group]}
    text = _letter(
        case_of(sanction(sides=["had-reason"], search_week=week, **facts), benefit="new-style-jsa")
    )
    first, second, third = (text.index(f"{number}. ") for number in (1, 2, 3))

    assert "hours" in text[first : first + 40]
    assert "reasonable action" in text[second:third]
    assert "good reason" in text[third : third + 60]
    assert text.count("At the time I was ") == 1
    assert "could not be asked of me" not in text
