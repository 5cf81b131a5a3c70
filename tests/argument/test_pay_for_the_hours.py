"""Pay for the hours that were really worked is held against the wage that the law sets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction

LEFT = {"kind": "left-job", "happened": "2026-10-04", "their_words": "You left without a good reason."}
GROWN = {"name": "Alex Example", "date_of_birth": "1990-04-03"}


def _left(*, claimant: Any = GROWN, failure: Any = LEFT, **job: Any) -> str:
    told = sanction(failure=failure, account="The chef shouted and I went.", sides=["had-reason"], job=job)
    return _letter("", told, claimant=claimant)


def test_pay_below_the_wage_leads_and_is_worked_out() -> None:
    letter = _left(payslip_pay="1779.40", payslip_hours="187.50")

    assert "the pay came to £9.49 an hour, less than the National Living Wage of £12.71" in letter
    assert "The pay of £1,779.40 for 187.5 hours comes to £9.49 an hour" in letter
    assert "That is less than the law allows, and reason enough to leave." in letter


@pytest.mark.parametrize("pay", ["2383.13", "3000"])
def test_pay_that_is_no_less_is_not_argued(pay: str) -> None:
    assert "Living Wage" not in _left(payslip_pay=pay, payslip_hours="187.50")


def test_whoever_may_have_had_a_lower_wage_by_law_claims_nothing() -> None:
    for claimant in ({"name": "Alex Example"}, {**GROWN, "date_of_birth": "2006-01-01"}):
        assert "Living Wage" not in _left(claimant=claimant, payslip_pay="1779.40", payslip_hours="187.50")


def test_without_an_age_the_sum_alone_is_told() -> None:
    letter = _left(
        claimant={"name": "Alex Example"}, payslip_pay="141.90", payslip_hours="17", unpaid="August"
    )

    assert "The pay of £141.90 for 17 hours comes to £8.35 an hour." in letter


def test_a_payslip_of_before_april_is_held_against_the_lower_wage() -> None:
    in_may = {**LEFT, "happened": "2026-05-04"}
    assert "£12.21" in _left(failure=in_may, payslip_pay="1200", payslip_hours="100")
    assert "Living Wage" not in _left(failure=in_may, payslip_pay="1240", payslip_hours="100")


def test_a_day_for_which_no_wage_is_held_claims_nothing() -> None:
    assert "Living Wage" not in _left(
        failure={**LEFT, "happened": "2024-03-04"}, payslip_pay="900", payslip_hours="100"
    )
