"""Rates: the sentences are in sentences/rates.yaml; here is what holds for every rate and year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.errors import NotConfirmed, UnknownBenefit, UnknownKind
from challenge_letters.law.rates import KINDS, all_records, daily_rates, households, loss, pounds

UC, JSA, ESA = BENEFITS
NOW = date(2026, 11, 22)
DAYS = st.dates(min_value=date(2024, 5, 8), max_value=date(2027, 4, 11))
HOUSEHOLD = st.sampled_from(
    [(UC, name) for name in households(UC, is_25_or_over=None, is_couple=None)]
    + [(benefit, name) for benefit in (JSA, ESA) for name in ("under-25", "25-or-over")]
)
# The news report that printed the table of 2025 to 2026 has £4.00; by the words of regulation 111 it is £4.10.
KNOWN_TO_DIFFER = {(date(2025, 4, 7), "reduced", "couple-25-or-over")}


def published() -> list[tuple[date, str, str, str]]:
    return [
        (record["from"], kind, household, amount)
        for _, record in all_records()
        for kind, amounts in record.get("published", {}).items()
        if kind != "source"
        for household, amount in amounts.items()
    ]


@pytest.mark.parametrize(("first", "kind", "household", "amount"), published())
def test_what_is_worked_out_is_what_was_published(
    first: date, kind: str, household: str, amount: str
) -> None:
    # Two months on, so that only this year's rate can apply.
    (rate,) = daily_rates(UC, household, nation="england", on=first + timedelta(days=60), kind=kind)  # type: ignore[arg-type]

    assert rate.pence == int(Decimal(amount) * 100)
    assert rate.is_about is ((first, kind, household) in KNOWN_TO_DIFFER)


@settings(deadline=None)
@given(who=HOUSEHOLD, on=DAYS, days=st.integers(0, 31), kind=st.sampled_from(KINDS))
def test_the_rate_times_the_days_is_what_is_taken_up_to_the_allowance(
    who: tuple[str, str], on: date, days: int, kind: str
) -> None:
    for rate in daily_rates(*who, nation="scotland", on=on, kind=kind):  # type: ignore[arg-type]
        assert rate.taken(days) == min(rate.pence * days, rate.at_most)
        assert rate.taken(days) <= rate.at_most
        assert rate.pence % 10 == 0


@settings(deadline=None)
@given(on=DAYS, is_25=st.sampled_from([True, False, None]), is_couple=st.sampled_from([True, False, None]))
def test_the_loss_shown_holds_every_rate_that_may_apply(
    on: date, is_25: bool | None, is_couple: bool | None
) -> None:
    possible = households(UC, is_25_or_over=is_25, is_couple=is_couple)
    shown = loss(UC, possible, nation="wales", on=on)

    for household in possible:
        for rate in daily_rates(UC, household, nation="wales", on=on):
            assert shown.a_day[0] <= rate.pence <= shown.a_day[1]
            assert shown.a_period[0] <= rate.taken(31) <= shown.a_period[1]
    assert shown.is_range is (shown.a_day[0] != shown.a_day[1])


def test_no_year_says_less_about_a_rate_than_the_text_it_was_read_in() -> None:
    names = {name for name, _ in all_records()}

    assert "universal-credit from 2026-04-06" in names
    assert all(record["checked"] == "text-read" for _, record in all_records())


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("day", [date(2024, 4, 7), date(2027, 4, 12), date(2013, 4, 29)])
def test_a_day_beyond_the_years_that_are_held_is_refused(benefit: str, day: date) -> None:
    household = "single-25-or-over" if benefit == UC else "25-or-over"
    with pytest.raises(NotConfirmed, match="are not known to this program"):
        daily_rates(benefit, household, nation="england", on=day)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="household"):
        daily_rates(UC, "large", nation="england", on=NOW)
    with pytest.raises(UnknownKind, match="rate"):
        daily_rates(UC, "single-25-or-over", nation="england", on=NOW, kind="double")  # type: ignore[arg-type]
    with pytest.raises(UnknownBenefit):
        daily_rates("pip", "under-25", nation="england", on=NOW)


def test_amounts_are_written_as_people_write_them() -> None:
    assert pounds(1390) == "£13.90"
    assert pounds(5) == "£0.05"
