"""Lengths: the sentences are in sentences/length*.yaml; here is what holds for every period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.comparing import Imposed, compared
from challenge_letters.law.errors import UnknownBenefit, UnknownKind, UnknownNation
from challenge_letters.law.levels import LEVELS
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.periods import (
    EarlierSanction,
    Failed,
    Period,
    before_the_claim,
    open_ended_days,
    outstanding_at_most,
    period,
    within_the_cap,
)

UC = BENEFITS[0]
FAILED = date(2027, 3, 2)
LONGEST = {"higher": 182, "medium": 91, "low": 28, "lowest": 0}
NATION = st.sampled_from(NATIONS)
AGE = st.sampled_from([True, False, None])


def failed(on: date = FAILED, benefit: str = UC, nation: str = "england") -> Failed:
    return Failed(on, benefit, nation, under_18=False)


def test_why_says_what_was_counted() -> None:
    second = EarlierSanction(date(2026, 11, 22), 7, level="low")
    assert period("low", failed(), earlier=[second]).why == (
        "Open-ended days and 14 more: the latest earlier failure that counts was on 22 November 2026 "
        "(Universal Credit Regulations 2013, regulation 104)."
    )
    assert period("higher", failed()).why == (
        "91 days: no earlier failure at this level counts within 365 days "
        "(Universal Credit Regulations 2013, regulation 102)."
    )
    close = EarlierSanction(date(2027, 2, 27), 7, level="low")
    assert "within 14 days" in period("low", failed(), earlier=[close]).why
    assert period("lowest", failed()).why.startswith("Open-ended days only")


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="level"):
        period("highest", failed())
    with pytest.raises(UnknownBenefit):
        period("low", failed(benefit="pip"))
    with pytest.raises(UnknownNation):
        period("low", failed(nation="cornwall"))
    with pytest.raises(UnknownKind, match="open-ended"):
        open_ended_days(FAILED, level="medium", benefit=UC, happened={})


@settings(deadline=None)
@given(
    level=st.sampled_from(LEVELS),
    benefit=st.sampled_from(BENEFITS),
    nation=NATION,
    under_18=AGE,
    earlier=st.lists(
        st.tuples(st.integers(-10, 500), st.sampled_from([None, 0, 7, 14, 28, 91, 182]), st.booleans()),
        max_size=4,
    ),
)
def test_no_period_is_ever_over_its_cap(
    level: str, benefit: str, nation: str, under_18: bool | None, earlier: list[tuple[int, int | None, bool]]
) -> None:
    sanctions = [
        EarlierSanction(FAILED - timedelta(days=days), carried, overturned=gone, level=level)
        for days, carried, gone in earlier
    ]
    found = period(level, Failed(FAILED, benefit, nation, under_18), earlier=sanctions)
    assert found.fixed_days is None or 0 <= found.fixed_days <= LONGEST[level]


@settings(deadline=None)
@given(
    days=st.integers(0, 1200),
    outstanding=st.integers(0, 1200),
    nation=NATION,
)
def test_what_is_outstanding_is_never_over_the_cap_of_the_nation(
    days: int, outstanding: int, nation: str
) -> None:
    cap = outstanding_at_most(nation=nation, on=FAILED)
    added = within_the_cap(days, outstanding=outstanding, nation=nation, on=FAILED)

    assert 0 <= added <= days
    assert outstanding + added <= max(cap, outstanding)


@settings(deadline=None)
@given(gap=st.integers(0, 400), limited=st.one_of(st.none(), st.integers(0, 400)), nation=NATION)
def test_a_failure_before_the_claim_never_costs_more_than_one_after_it(
    gap: int, limited: int | None, nation: str
) -> None:
    found = before_the_claim(
        failed(nation=nation),
        claimed_on=FAILED + timedelta(days=gap),
        work_was_to_end=None if limited is None else FAILED + timedelta(days=limited),
    )
    assert 0 <= found.fixed_days <= 91


@settings(deadline=None)
@given(
    imposed=st.integers(0, 200), right=st.integers(0, 200), is_open=st.booleans(), after=st.integers(0, 60)
)
def test_what_may_be_argued_always_shortens(imposed: int, right: int, is_open: bool, after: int) -> None:
    found = compared(
        Imposed(imposed, False),
        Period(right, is_open, ""),
        failure_date=FAILED,
        complied_on=FAILED + timedelta(days=after),
        as_at=FAILED + timedelta(days=61),
    )
    in_all = right + (after if is_open else 0)
    assert found.may_be_argued is (in_all < imposed)
    assert found.working.endswith(".")
