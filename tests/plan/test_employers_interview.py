"""An employer's interview and a vacancy: the higher level on the page, and only where applying was required."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.case import Case
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.grounds import grounds_of
from challenge_letters.plan.planning import make_plan


def _case(kind: str, nation: str = "england", **facts: Any) -> Case:
    failure = {"kind": kind, "happened": "2026-10-21"}
    return case_of(sanction(failure=failure, groups=["none"], was_under_18="no", **facts), nation=nation)


def _lines(case: Case) -> dict[str, str]:
    return {line.id: line.text for line in make_plan(case, on=MONDAY).lines}


@pytest.mark.parametrize("nation", ["wales", "northern-ireland"])
def test_a_missed_job_interview_names_the_higher_level_and_its_days_and_not_those_of_an_appointment(
    nation: str,
) -> None:
    said = _lines(_case("employer-interview", nation))["level-employer-interview"]

    assert "91 days" in said
    assert "no appointment at the" in said
    assert "level-employer-interview" not in _lines(_case("missed-appointment", nation))


@pytest.mark.parametrize("kind", ["particular-vacancy", "job-offer"])
def test_a_vacancy_and_an_offer_name_the_higher_level_and_its_days(kind: str) -> None:
    assert "91 days" in _lines(_case(kind))["level-job"]


def test_somebody_of_16_or_17_is_told_the_days_of_that_age() -> None:
    case = case_of(
        sanction(
            failure={"kind": "employer-interview", "happened": "2026-10-21"},
            groups=["none"],
            was_under_18="yes",
        )
    )

    assert "14 days at most." in _lines(case)["level-employer-interview"]


def test_no_days_are_named_where_no_search_for_work_could_be_required() -> None:
    case = case_of(
        sanction(failure={"kind": "employer-interview", "happened": "2026-10-21"}, groups=["child-1"])
    )

    assert "level-employer-interview" not in _lines(case)


@pytest.mark.parametrize("kind", ["particular-vacancy", "employer-interview"])
@pytest.mark.parametrize("told", [sanction, threat])
@pytest.mark.parametrize(("clear", "is_argued"), [("no", True), ("yes", False), ("not-known", False)])
def test_what_was_only_suggested_could_not_be_failed(
    kind: str, told: Any, clear: str, *, is_argued: bool
) -> None:
    case = case_of(told(failure={"kind": kind}, requirement={"was_clear_it_was_required": clear}))

    assert ("not-required" in grounds_of(case.problems[0], case)) is is_argued  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("nation", "rule", "section"),
    [
        (
            "england",
            "Universal Credit Regulations 2013, regulation 94",
            "Welfare Reform Act 2012, section 26(2)(b)",
        ),
        (
            "northern-ireland",
            "Universal Credit Regulations (Northern Ireland) 2016, regulation 92",
            "Welfare Reform (Northern Ireland) Order 2015, Article 31(2)(b)",
        ),
    ],
)
def test_the_letter_says_what_the_interview_counts_as_and_under_which_section_reasons_are_weighed(
    nation: str, rule: str, section: str
) -> None:
    case = _case("employer-interview", nation, requirement={"was_clear_it_was_required": "no"})
    now = make_plan(case, on=MONDAY).now
    assert now is not None
    text = plain_text(fill(now, case, on=MONDAY))

    assert rule in text
    assert section in text
    assert "section 27(2)" not in text
    assert "Article 32(2)" not in text
