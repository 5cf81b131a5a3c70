"""Every ground hangs on an answer, and stands in the order a decision maker must take it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import case_of, sanction

from challenge_letters.plan.grounds import (
    barred_by,
    best_of,
    grounds_of,
    reasons_no_search_was_due,
    reasons_of,
    reasons_to_lift_search,
    too_far,
)

ILL = {"kind": "ill", "fact": "I had a fever."}
ADJUSTMENT = {"disadvantage": "I cannot hear in a crowd.", "step_wanted": "Letters"}


@pytest.mark.parametrize(
    ("facts", "grounds"),
    [
        ({"sides": ["had-reason"]}, ("good-reason",)),
        ({"sides": ["had-reason"], "account": ""}, ()),
        ({"sides": ["had-reason"], "failure": {"kind": "lost-job"}}, ()),
        ({"sides": ["did-it"]}, ("did-it",)),
        ({"sides": ["did-part"]}, ("did-it",)),
        ({"sides": ["not-told"]}, ("not-told",)),
        ({"sides": ["not-understood"]}, ("not-told",)),
        ({"sides": ["not-required"]}, ("not-required",)),
        ({"reasons": [ILL]}, ("good-reason",)),
        ({"reasons": [{"kind": "ill"}]}, ()),
        ({"reasons": [{"kind": "not-safe"}]}, ("good-reason",)),
        ({"adjustment": ADJUSTMENT}, ("adjustment",)),
        ({"adjustment": {"disadvantage": "I cannot hear in a crowd."}}, ()),
        ({"no_reduction": ["redundancy"]}, ("no-reduction",)),
        # Being back in work ends a reduction; it says nothing about whether there should have been one.
        ({"is_back_in_work": "yes"}, ()),
        # Nothing could be required of somebody with a baby; of a carer only if they say so.
        ({"groups": ["child-under-1"], "failure": {"kind": "missed-appointment"}}, ("not-required",)),
        ({"groups": ["limited-capability-work-activity"]}, ("not-required",)),
        ({"groups": ["carer"], "failure": {"kind": "missed-appointment"}}, ()),
        # With a child of two, work search cannot be required; an interview can.
        ({"groups": ["child-2"], "failure": {"kind": "work-search-hours"}}, ("not-required",)),
        ({"groups": ["child-2"], "failure": {"kind": "missed-appointment"}}, ()),
        # The hours of work search must fit with a school child, though search itself can be required.
        ({"groups": ["child-3-12"], "failure": {"kind": "work-search-hours"}}, ("not-required",)),
        ({"groups": ["child-3-12"], "failure": {"kind": "missed-appointment"}}, ()),
        # Misconduct is disputed; good reason is no answer to it.
        ({"reasons": [ILL], "failure": {"kind": "lost-job"}}, ()),
        ({"reasons": [ILL], "failure": {"kind": "left-job"}}, ("good-reason",)),
        ({"misconduct": {"disputed": ["cause"]}, "failure": {"kind": "lost-job"}}, ("not-misconduct",)),
        ({"misconduct": {"words": "I was let go."}, "failure": {"kind": "lost-job"}}, ("not-misconduct",)),
        ({"misconduct": {}, "failure": {"kind": "lost-job"}}, ()),
        ({"misconduct": {"disputed": ["cause"]}, "failure": {"kind": "left-job"}}, ()),
        # A job can be ruled out before anybody weighs reasons: no offer, too far, health, caring.
        ({"job": {"was_offered": "no"}, "failure": {"kind": "job-offer"}}, ("not-required",)),
        ({"job": {"was_offered": "no"}, "failure": {"kind": "particular-vacancy"}}, ()),
        ({"job": {"minutes_each_way": 91}, "failure": {"kind": "particular-vacancy"}}, ("not-required",)),
        ({"job": {"minutes_each_way": 90}, "failure": {"kind": "particular-vacancy"}}, ()),
        ({"job": {"minutes_each_way": 91}, "failure": {"kind": "missed-appointment"}}, ()),
        ({"job": {"faults": ["health"]}, "failure": {"kind": "job-offer"}}, ("not-required",)),
        (
            {"job": {"faults": ["caring", "pay"]}, "failure": {"kind": "job-offer"}},
            ("not-required", "good-reason"),
        ),
        ({"job": {"faults": ["pay"]}, "failure": {"kind": "left-job"}}, ("good-reason",)),
        # Redundancy bars a cut for a job that ended; it says nothing about an appointment.
        ({"no_reduction": ["redundancy"], "failure": {"kind": "left-job"}}, ("no-reduction",)),
        ({"no_reduction": ["redundancy"], "failure": {"kind": "missed-appointment"}}, ()),
        (
            {
                "sides": ["not-required", "not-told", "did-it"],
                "reasons": [ILL],
                "adjustment": ADJUSTMENT,
                "no_reduction": ["strike"],
            },
            ("did-it", "not-told", "not-required", "good-reason", "adjustment", "no-reduction"),
        ),
    ],
)
def test_grounds_follow_from_the_answers(facts: dict[str, Any], grounds: tuple[str, ...]) -> None:
    case = case_of(sanction(sides=facts.pop("sides", []), **facts))

    assert grounds_of(case.problems[0], case) == grounds  # type: ignore[arg-type]


def test_what_was_needed_is_said_in_northern_ireland_too() -> None:
    case = case_of(sanction(adjustment=ADJUSTMENT), nation="northern-ireland")

    assert "adjustment" in grounds_of(case.problems[0], case)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grounds", "best"),
    [
        (("good-reason", "no-reduction"), ("no-reduction", "good-reason")),
        (("did-it", "not-told", "good-reason"), ("did-it", "not-told")),
        (("not-told", "not-required"), ("not-required", "not-told")),
        (("adjustment",), ("adjustment",)),
        ((), ()),
    ],
)
def test_the_strongest_two_are_said_first(grounds: Any, best: tuple[str, ...]) -> None:
    assert best_of(grounds) == best


def test_a_part_of_it_is_weaker_than_what_ends_the_matter() -> None:
    assert best_of(("did-it", "not-told", "good-reason"), is_partly_done=True) == ("not-told", "did-it")
    assert best_of(("did-it", "good-reason"), is_partly_done=True) == ("did-it", "good-reason")


@pytest.mark.parametrize(
    ("relation", "died_on", "kind", "is_lifted"),
    [
        ("partner", "2026-05-02", "work-search-hours", True),
        ("child-in-my-care", "2026-10-30", "not-available", True),
        # Six months end with the day before the same day of the month.
        ("partner", "2026-05-01", "work-search-hours", False),
        ("mother", "2026-10-30", "work-search-hours", False),
        ("partner", "2026-10-30", "missed-appointment", False),
        ("partner", "2026-11-02", "work-search-hours", False),
    ],
)
def test_no_job_search_can_be_required_soon_after_the_death_of_a_partner_or_child(
    relation: str, died_on: str, kind: str, *, is_lifted: bool
) -> None:
    reason = {"kind": "bereavement", "relation": relation, "died_on": died_on}
    case = case_of(sanction(failure={"kind": kind, "happened": "2026-11-01"}, reasons=[reason]))

    assert bool(reasons_no_search_was_due(case.problems[0], case)) is is_lifted  # type: ignore[arg-type]


def test_how_long_after_a_death_is_not_said_for_northern_ireland() -> None:
    reason = {"kind": "bereavement", "relation": "partner", "died_on": "2026-10-30", "fact": "He died."}
    failure = {"kind": "work-search-hours", "happened": "2026-11-01"}
    case = case_of(sanction(failure=failure, reasons=[reason]), nation="northern-ireland")

    assert reasons_no_search_was_due(case.problems[0], case) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("search", "is_ground"),
    [
        ({"done_hours": 20}, True),
        ({"time_off": ["funeral"]}, True),
        ({"done_hours": 0, "expected_hours": 35}, False),
    ],
)
def test_hours_of_search_are_a_ground_of_their_own(search: dict[str, Any], *, is_ground: bool) -> None:
    case = case_of(sanction(sides=[], failure={"kind": "work-search-hours"}, search_week=search))

    assert ("did-it" in grounds_of(case.problems[0], case)) is is_ground  # type: ignore[arg-type]


def test_a_reason_without_words_is_not_argued() -> None:
    case = case_of(sanction(reasons=[ILL, {"kind": "travel"}]))

    assert [reason.kind for reason in reasons_of(case.problems[0])] == ["ill"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "ticked", "barred"),
    [
        ("left-job", ["redundancy", "laid-off", "strike"], ("redundancy", "laid-off", "strike")),
        ("lost-job", ["pay-not-fallen", "trial-period"], ("pay-not-fallen",)),
        ("job-offer", ["strike", "pay-not-fallen"], ("strike",)),
        ("missed-appointment", ["strike", "pay-not-fallen", "armed-forces"], ()),
        ("not-said", ["armed-forces"], ("armed-forces",)),
    ],
)
def test_a_cut_is_barred_only_for_the_failures_the_rule_is_about(
    kind: str, ticked: list[str], barred: tuple[str, ...]
) -> None:
    case = case_of(sanction(no_reduction=ticked, failure={"kind": kind}))

    assert barred_by(case.problems[0]) == barred  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("benefit", "minutes", "longest"),
    [
        ("universal-credit", 91, 90),
        ("universal-credit", 90, None),
        ("new-style-jsa", 120, 90),
        ("new-style-esa", 120, None),
    ],
)
def test_a_job_is_too_far_beyond_the_longest_journey_that_can_be_required(
    benefit: str, minutes: int, longest: int | None
) -> None:
    job = {"job": {"minutes_each_way": minutes}, "failure": {"kind": "job-offer"}}
    case = case_of(sanction(**job), benefit=benefit)

    assert too_far(case.problems[0], case) == longest  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "reason", "is_lifted"),
    [
        ("work-search-hours", "ill", True),
        ("not-available", "bereavement", True),
        ("particular-vacancy", "caring", True),
        ("work-search-hours", "travel", False),
        # Regulation 99 lifts job search. It never answers a missed appointment.
        ("missed-appointment", "ill", False),
        ("missed-appointment", "bereavement", False),
        ("specific-task", "ill", False),
        ("left-job", "ill", False),
    ],
)
def test_only_job_search_can_be_lifted_for_a_time(kind: str, reason: str, *, is_lifted: bool) -> None:
    case = case_of(sanction(failure={"kind": kind}, reasons=[{"kind": reason, "fact": "In my words."}]))

    assert bool(reasons_to_lift_search(case.problems[0])) is is_lifted  # type: ignore[arg-type]


@pytest.mark.parametrize("limited", ["yes", "no", "not-known"])
def test_a_trial_period_protects_only_work_of_more_hours_than_were_agreed(limited: str) -> None:
    """Universal Credit Regulations 2013 reg 113(1)(b)(i) to (iii)."""
    told = {"no_reduction": ["trial-period"], "failure": {"kind": "left-job"}, "hours_were_limited": limited}
    case = case_of(sanction(**told))

    assert barred_by(case.problems[0]) == (("trial-period",) if limited == "yes" else ())  # type: ignore[arg-type]
