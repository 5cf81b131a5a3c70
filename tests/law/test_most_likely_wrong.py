"""The facts that are most often got wrong about sanctions and about one's own records, where law holds them."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.law.authorities import register
from challenge_letters.law.deadlines import NotConfirmed, TooEarly, deadline, rule
from challenge_letters.law.levels import FAILURES, EarlierSanction, expected_level, period
from challenge_letters.law.points import points, usable

UC, JSA, ESA = "universal-credit", "new-style-jsa", "new-style-esa"
NOW = date(2027, 3, 2)
DAYS = dict.fromkeys(("failure", "decision", "request", "writing"), NOW)


def printed(point_id: str, benefit: str = UC, nation: str = "england") -> str:
    return "; ".join(a.short for a in usable(point_id, benefit=benefit, nation=nation, days=DAYS))


# Sanctions ---------------------------------------------------------------------------------------


def test_1_a_very_late_request_rests_on_tr_and_gd_and_only_on_screen() -> None:
    assert printed("very-late-appeal") == "TR and GD v Secretary of State [2025] UKUT 332 (AAC)"
    assert not points()["very-late-appeal"].is_printed


@pytest.mark.parametrize("benefit", [UC, JSA, ESA])
def test_2_any_time_rests_on_regulations_8_and_14_and_needs_no_error(benefit: str) -> None:
    assert "regulation 8; " in printed("any-time", benefit)
    assert "regulation 14(1)" in printed("any-time", benefit)
    assert "error" not in printed("any-time", benefit)
    assert "regulation 9(a)" in printed("own-error", benefit)


def test_3_a_late_request_has_no_test_of_merits_or_of_knowing_the_law() -> None:
    assert printed("extend-time") == "Decisions and Appeals Regulations 2013, regulation 6"
    assert "no merits test" in register()["da-regs-6"].recheck


def test_4_the_rule_that_lifts_job_search_is_not_the_answer_to_a_missed_appointment() -> None:
    assert "regulation 99" in printed("job-search-lifted")
    for answer in ("good-reason", "domestic-violence", "no-requirements"):
        assert "regulation 99" not in printed(answer)


def test_5_a_jobcentre_appointment_is_low_and_an_employers_interview_higher() -> None:
    assert FAILURES["missed-appointment"][UC] == "low"
    assert FAILURES["employer-interview"][UC] == "higher"
    assert FAILURES["specific-task"][UC] == "low"
    assert FAILURES["work-search-hours"][UC] == "medium"


def test_5_under_18_the_low_level_adds_seven_days_only_on_a_repeat() -> None:
    first = period("low", benefit=UC, under_18=True, failure_date=NOW)
    again = period(
        "low",
        benefit=UC,
        under_18=True,
        failure_date=NOW,
        earlier=[EarlierSanction(date(2027, 1, 4), 0, level="low")],
    )
    assert (first.fixed_days, again.fixed_days) == (0, 7)


def test_6_six_months_of_work_in_universal_credit_and_26_weeks_elsewhere() -> None:
    assert "six months" in register()["uc-regs-109"].says
    assert "26 weeks" in register()["jsa-regs-25"].says
    assert "26 weeks" in register()["esa-regs-57"].says


def test_6_182_is_not_1095() -> None:
    assert "182" in register()["uc-regs-102"].says
    assert "1,095" in register()["uc-regs-101-3"].says


def test_7_the_month_for_reconsideration_never_rolls_and_the_tribunals_5pm_is_not_carried_over() -> None:
    found = deadline("mandatory-reconsideration", date(2027, 1, 31), nation="england")
    assert found.date == date(2027, 2, 28)
    assert not rule("mandatory-reconsideration").rolls
    assert not rule("mandatory-reconsideration-late").rolls
    assert "5pm" not in found.working
    assert "rule 12" not in found.working


def test_7_an_ordinary_email_counts_as_not_sent() -> None:
    assert printed("email-not-sent") == "Claims and Payments Regulations 2013, Schedule 2, paragraph 2(6)"


def test_8_a_commitment_that_is_not_accepted_is_never_a_sanction() -> None:
    for benefit in (UC, JSA, ESA):
        found = expected_level(
            "commitment-not-accepted", benefit=benefit, groups=frozenset({"none"}), day=NOW
        )
        assert found is None


def test_8_it_is_good_reason_and_never_good_cause() -> None:
    everything = " ".join(f"{a.short} {a.says}" for a in register().values())
    assert "good reason" in everything
    assert "good cause" not in everything


def test_9_new_style_esa_rests_on_the_sections_put_in_in_2012() -> None:
    assert printed("good-reason", ESA) == "Welfare Reform Act 2007, section 11J(2)"


# Own records, complaints, equality -----------------------------------------------------------------


def test_1_evidence_is_asked_for_under_subsection_3_and_only_for_one_purpose() -> None:
    assert printed("evidence-power") == "Welfare Reform Act 2012, section 23(3)"
    assert "section 13(2)" in printed("evidence-purpose")
    assert "section 24(3)" in printed("change-requirement")
    assert "section 29" in printed("provider-may-ask")
    assert printed("good-reason-evidence") == "Welfare Reform Act 2012, section 27(2)(b)"


def test_2_consent_is_kept_apart_from_minimisation_and_security() -> None:
    assert "Article 7" not in printed("data-minimisation") + printed("data-security")


def test_4_the_regulator_is_reached_under_the_act_of_2018() -> None:
    assert printed("regulator") == "Data Protection Act 2018, section 165"


def test_5_thirty_days_are_to_acknowledge_and_only_since_19_june_2026() -> None:
    assert "acknowledged" in register()["dpa-2018-s164a-3"].says
    with pytest.raises(TooEarly):
        deadline("complaint-acknowledgement", date(2026, 6, 18), nation="england")


def test_5_the_day_of_receipt_is_not_counted() -> None:
    found = deadline("complaint-acknowledgement", date(2027, 3, 2), nation="england")
    assert found.date == date(2027, 4, 1)


def test_6_access_reaches_what_a_reasonable_search_finds() -> None:
    assert printed("access-search") == "UK GDPR, Article 15(1A)"


def test_8_the_examiners_six_months_are_a_rule_of_the_scheme() -> None:
    found = deadline("independent-case-examiner", NOW, nation="england")
    assert "scheme rule, not statute" in found.working
    assert "not a statute" in found.rests_on


def test_8_the_ombudsmans_year_is_stopped_by_writing_to_a_member_of_parliament() -> None:
    assert "section 6(3)" in printed("member-of-parliament")
    assert "member" in register()["pca-1967-s6-3"].says


def test_10_the_equality_act_is_not_the_law_of_northern_ireland() -> None:
    assert printed("adjustment")
    assert printed("adjustment", nation="northern-ireland") == ""
    assert printed("complaint-adjustment", nation="northern-ireland") == ""


def test_northern_irelands_appeal_limit_is_not_guessed() -> None:
    with pytest.raises(NotConfirmed, match="adviser"):
        deadline("appeal", NOW, nation="northern-ireland")
