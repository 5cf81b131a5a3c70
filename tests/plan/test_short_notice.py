"""A message that came too late to be met, and a provider that wrote: by hours, and to the right address."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.case import Case
from challenge_letters.case.queries import queries
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.recipients import recipient
from challenge_letters.plan.grounds import grounds_of
from challenge_letters.plan.planning import make_plan

PROVIDER = {
    "kind": "missed-appointment",
    "asked_by": "provider",
    "provider": "Example Works Ltd",
    "provider_address": ["Unit 4", "Testtown"],
}


def _asked(minutes: int, **facts: Any) -> dict[str, Any]:
    needed = {"told_by": "text-message", "seen": "before", "notice_minutes": minutes}
    return {"failure": {"kind": "missed-appointment"}, "requirement": needed, **facts}


def _letter(case: Case) -> str:
    now = make_plan(case, on=MONDAY).now
    assert now is not None
    return plain_text(fill(now, case, on=MONDAY))


@pytest.mark.parametrize(("minutes", "is_ground"), [(30, True), (23 * 60, True), (24 * 60, False)])
def test_less_than_a_day_of_notice_is_a_ground_even_where_the_message_was_seen(
    minutes: int, is_ground: bool
) -> None:
    case = case_of(sanction(**_asked(minutes)))

    assert ("not-told" in grounds_of(case.problems[0], case)) is is_ground  # type: ignore[arg-type]


@pytest.mark.parametrize("nation", ["scotland", "northern-ireland"])
@pytest.mark.parametrize("problem", [sanction, threat])
def test_the_letter_says_how_short_the_notice_was_and_not_that_it_was_seen_before(
    problem: Any, nation: str
) -> None:
    text = _letter(case_of(problem(**_asked(90, sides=["not-told"])), nation=nation))

    assert "1 hour 30 minutes before" in text
    assert "saw it beforehand" not in text
    assert "good reason" in text


def test_having_seen_a_message_half_an_hour_before_contradicts_nothing() -> None:
    late, early = _asked(30, sides=["not-told"]), _asked(30, sides=["not-told"])
    del early["requirement"]["notice_minutes"]

    assert [query.id for query in queries(case_of(sanction(**late)), today=MONDAY)] == []
    assert "not-told-but-knew" in [query.id for query in queries(case_of(sanction(**early)), today=MONDAY)]


def test_an_answer_to_a_providers_letter_goes_to_the_provider_with_a_copy_to_the_office() -> None:
    case = case_of(threat(failure=PROVIDER, warning={"came_by": "letter"}, sides=["not-told"]))
    plan = make_plan(case, on=MONDAY)
    assert plan.now is not None

    assert recipient(plan.now, case) == ("Example Works Ltd", "Unit 4", "Testtown")
    assert "copy-to-office" in [step.id for step in plan.steps]
    assert "copy" in _letter(case)
    assert "the authority of Example Works Ltd to require it of me (section 29)" in _letter(case)


def test_a_request_about_a_providers_appointment_still_goes_to_the_office_that_decided() -> None:
    case = case_of(sanction(failure=PROVIDER, sides=["not-told"]))
    plan = make_plan(case, on=MONDAY)
    assert plan.now is not None

    assert recipient(plan.now, case)[:1] == ("Universal Credit",)
    assert "copy-to-office" not in [step.id for step in plan.steps]


def test_a_message_from_the_office_is_never_answered_to_a_provider() -> None:
    asked = {**PROVIDER, "asked_by": "jobcentre"}
    case = case_of(threat(failure=asked, warning={"came_by": "letter"}, sides=["not-told"]))
    now = make_plan(case, on=MONDAY).now
    assert now is not None

    assert recipient(now, case) == ()
