"""What the letters that come next must never say, and what must never be put in the same place."""

from __future__ import annotations

import pytest
from tests.examples import AS_AT, case_of, letters, names, plan_of
from tests.facts import case_of as case_with
from tests.facts import sanction
from tests.follow_ups import complete

from challenge_letters.letters.filling import fill
from challenge_letters.letters.outputs import outputs_of
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan


def _text(example: str, kind: str) -> str:
    letter = plan_of(example).letter(kind)
    assert letter is not None
    return plain_text(fill(letter, case_of(example), on=AS_AT))


def _follow_up(kind: str, *, nation: str = "england", **facts: object) -> str:
    case = case_with({**complete(AS_AT)[kind], **facts}, nation=nation)
    letter = make_plan(case, on=AS_AT).letter(kind)  # type: ignore[arg-type]
    assert letter is not None
    return plain_text(fill(letter, case, on=AS_AT))


def _records_late(received_on: str) -> str:
    told = {**complete(AS_AT)["records-late"], "received_on": received_on, "reply": "none"}
    case = case_with(told)
    plan = make_plan(case, on=AS_AT)
    letter = plan.letter("records-late")
    assert letter is not None
    return plain_text(fill(letter, case, on=AS_AT))


def test_a_won_decision_counts_from_when_the_old_one_took_effect_and_not_from_its_date() -> None:
    text = _text("won-and-not-paid", "payment-due")

    assert "takes effect from the day on which that decision took effect" in text
    assert "from the day of the decision" not in text


def test_the_office_is_not_told_how_little_proof_would_do() -> None:
    text = _text("requirements-notice-safe-contact", "requirements-notice")

    assert "somebody who acts in an official capacity" in text
    assert "need not say" not in text


@pytest.mark.parametrize(
    ("received_on", "names_the_present_rule"),
    [("2026-01-12", False), ("2026-02-04", False), ("2026-02-05", True), ("2026-10-05", True)],
)
def test_the_rule_of_the_month_is_that_of_the_day_they_had_the_request(
    received_on: str, names_the_present_rule: bool
) -> None:
    text = _records_late(received_on)

    assert ("Article 12A" in text) == names_the_present_rule
    assert "The time to answer ended on" in text


@pytest.mark.parametrize("example", names())
def test_a_request_for_records_goes_on_paper_where_its_sender_stands(example: str) -> None:
    files = [output.name for output in outputs_of(plan_of(example))]

    assert "subject-access-request.journal.txt" not in files


def _with_data_complaint() -> list[str]:
    found = [each.case for each in letters() if each.case.complaint and each.case.complaint.data_protection]
    assert found
    return [
        output.make().decode("utf-8")
        for case in found
        for output in outputs_of(make_plan(case, on=AS_AT))
        if output.name.endswith("complaint.journal.txt")
    ]


def test_a_complaint_about_data_is_not_in_the_journal_text_of_another_complaint() -> None:
    texts = _with_data_complaint()

    assert texts
    assert [text for text in texts if "164A" in text or "personal data were handled" in text] == []


@pytest.mark.parametrize("example", names())
def test_who_has_a_complaint_about_data_is_told_to_post_it_by_itself(example: str) -> None:
    plan = plan_of(example)
    complains = bool(plan.case.complaint and plan.case.complaint.data_protection)

    assert any(step.id == "data-sheet" for step in plan.steps) == complains


@pytest.mark.parametrize(
    ("nation", "law"),
    [
        (
            "england",
            "Social Security Act 1998, section 9(1); Decisions and Appeals Regulations 2013, regulation 5(1)(b)",
        ),
        ("northern-ireland", "Decisions and Appeals Regulations (Northern Ireland) 2016, regulation 5(1)(b)"),
    ],
)
def test_a_refused_hardship_payment_is_answered_with_a_request_for_reconsideration(
    nation: str, law: str
) -> None:
    text = _follow_up("payment-refused", nation=nation)

    subject = "Mandatory reconsideration: "
    assert subject in text
    assert text.index("to refuse me a hardship payment") < text.index(law)
    assert "a mandatory reconsideration notice" in text


def test_a_member_of_parliament_is_asked_to_press_the_office_before_the_ombudsman() -> None:
    text = _text("mp-and-ombudsman", "mp")

    press, refer = text.index("first press the Department"), text.index("refer the complaint")
    assert press < refer
    assert "final response" in text[:refer]
    assert "Independent Case Examiner" in text[:refer]
    assert "sections 5(1) and 6(3)" in text


def test_a_member_in_northern_ireland_hears_that_nobody_has_to_refer_a_complaint() -> None:
    text = _follow_up("mp", nation="northern-ireland", outstanding="An answer.", for_ombudsman=False)

    assert "nobody has to refer it (Public Services Ombudsman Act (Northern Ireland) 2016" in text
    assert "Examiner" not in text
    assert "Parliamentary" not in text


@pytest.mark.parametrize(
    ("kind", "law", "other"),
    [("missed-call", "section 27(1)", "section 26(1)"), ("left-job", "section 26(1)", "section 27(1)")],
)
def test_grounds_of_appeal_name_the_provision_that_the_failure_falls_under(
    kind: str, law: str, other: str
) -> None:
    text = _follow_up("appeal-grounds", decision={"dated": "2026-09-21", "failure": {"kind": kind}})

    assert f"conditions for a reduction were not met (Welfare Reform Act 2012, {law})" in text
    assert other not in text
    assert "Tribunal Procedure Rules 2008, rules 24(4)(b) and 5(3)(d)" in text


def test_grounds_of_appeal_ask_for_the_other_outcome_too() -> None:
    text = _follow_up("appeal-grounds", length_words="Seven days.")

    assert "put right its level and how long it lasts" in text


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_a_trial_period_is_claimed_only_where_the_hours_looked_for_were_limited(nation: str) -> None:
    said = {}
    for answer in ("yes", "no", "not-known"):
        told = sanction(
            failure={"kind": "left-job"}, no_reduction=["trial-period"], hours_were_limited=answer
        )
        case = case_with(told, nation=nation)
        letter = make_plan(case, on=AS_AT).letter("mandatory-reconsideration")
        assert letter is not None
        said[answer] = plain_text(fill(letter, case, on=AS_AT))

    assert "limited number of hours" in said["yes"]
    assert "trial period" not in said["no"] + said["not-known"]
