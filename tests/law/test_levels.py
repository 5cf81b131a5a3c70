"""Levels, lengths, and whether saying so would help the person."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.errors import UnknownBenefit, UnknownKind
from challenge_letters.law.levels import (
    FAILURES,
    GROUPS,
    LEVELS,
    EarlierSanction,
    Imposed,
    Period,
    compared,
    expected_level,
    outstanding_at_most,
    period,
)

FAILED = date(2027, 3, 2)
UC, JSA, ESA = BENEFITS
ROWS = [
    pytest.param(row, id=f"{heading}: {row['it']}")
    for heading, rows in yaml.safe_load(Path(__file__).with_name("periods.yaml").read_text("utf-8")).items()
    for row in rows
]


def before(days: int, carried: int | None, **more: object) -> EarlierSanction:
    return EarlierSanction(FAILED - timedelta(days=days), carried, **{"level": "low", **more})


@pytest.mark.parametrize("row", ROWS)
def test_row_of_the_tables(row: dict[str, object]) -> None:
    level = row["level"]
    found = period(
        level,
        benefit=row.get("benefit", UC),
        under_18=row.get("under_18", False),
        failure_date=FAILED,
        earlier=[before(days, carried, level=level) for days, carried in row.get("earlier", [])],
    )
    assert (found.fixed_days, found.is_open_ended) == (row["fixed"], row["open"])
    assert found.why.endswith(".")


def low(*earlier: EarlierSanction, benefit: str = UC, failure_date: date | None = FAILED) -> int | None:
    return period(
        "low", benefit=benefit, under_18=False, failure_date=failure_date, earlier=earlier
    ).fixed_days


@pytest.mark.parametrize(
    ("sentence", "earlier", "days"),
    [
        ("an overturned sanction never counts", before(100, 14, overturned=True), 7),
        ("a sanction at another level never counts", before(100, 28, level="medium"), 7),
        ("a failure before the claim never counts", before(100, 14, is_pre_claim=True), 7),
        ("universal credit does not count the other benefits", before(100, 14, benefit=JSA), 7),
        ("its own it counts", before(100, 14, benefit=UC), 28),
        ("one whose level is not known leaves the length open", before(100, 14, level=None), None),
    ],
)
def test_which_earlier_failures_count(sentence: str, earlier: EarlierSanction, days: int | None) -> None:
    assert low(earlier) == days, sentence


@pytest.mark.parametrize(("benefit", "counted"), [(JSA, UC), (JSA, ESA), (ESA, UC), (ESA, JSA)])
def test_the_new_style_benefits_count_each_other_and_universal_credit(benefit: str, counted: str) -> None:
    assert low(before(100, 7, benefit=counted), benefit=benefit) == 14


def test_an_overturned_sanction_uncovers_the_one_before_it() -> None:
    assert low(before(50, 14, overturned=True), before(300, 7)) == 14


def test_without_the_day_of_the_failure_only_a_first_failure_can_be_worked_out() -> None:
    assert low(failure_date=None) == 7
    assert low(before(100, 7), failure_date=None) is None


@pytest.mark.parametrize(
    ("level", "day", "fixed"),
    [
        ("higher", date(2019, 11, 26), None),
        ("higher", date(2019, 11, 27), 91),
        ("medium", date(2016, 7, 24), None),
        ("medium", date(2016, 7, 25), 28),
    ],
)
def test_a_failure_before_the_table_began_is_not_worked_out(level: str, day: date, fixed: int | None) -> None:
    assert period(level, benefit=UC, under_18=False, failure_date=day).fixed_days == fixed


def test_why_says_what_was_counted() -> None:
    assert period("low", benefit=UC, under_18=False, failure_date=FAILED, earlier=[before(100, 7)]).why == (
        "Open-ended days and 14 more: the latest earlier failure that counts was on 22 November 2026 "
        "(Universal Credit Regulations 2013, regulation 104)."
    )
    assert period("higher", benefit=UC, under_18=False, failure_date=FAILED).why == (
        "91 days: no earlier failure at this level counts within 365 days "
        "(Universal Credit Regulations 2013, regulation 102)."
    )
    assert (
        "within 14 days"
        in period("low", benefit=UC, under_18=False, failure_date=FAILED, earlier=[before(3, 7)]).why
    )
    assert period("lowest", benefit=UC, under_18=False, failure_date=FAILED).why.startswith(
        "Open-ended days only"
    )


LONGEST = {"higher": 182, "medium": 91, "low": 28, "lowest": 0}


@settings(deadline=None)
@given(
    level=st.sampled_from(LEVELS),
    benefit=st.sampled_from(BENEFITS),
    under_18=st.sampled_from([True, False, None]),
    earlier=st.lists(
        st.tuples(st.integers(-10, 500), st.sampled_from([None, 0, 7, 14, 28, 91, 182]), st.booleans()),
        max_size=4,
    ),
)
def test_no_period_is_ever_over_its_cap(
    level: str, benefit: str, under_18: bool | None, earlier: list[tuple[int, int | None, bool]]
) -> None:
    sanctions = [before(days, carried, overturned=gone, level=level) for days, carried, gone in earlier]
    found = period(level, benefit=benefit, under_18=under_18, failure_date=FAILED, earlier=sanctions)
    assert found.fixed_days is None or 0 <= found.fixed_days <= LONGEST[level]


def test_one_sanction_stops_at_182_and_all_together_at_1095() -> None:
    assert outstanding_at_most() == 1095


# Levels ------------------------------------------------------------------------------------------


def level_of(failure: str, *groups: str, benefit: str = UC, day: date = FAILED) -> str | None:
    return expected_level(failure, benefit=benefit, groups=frozenset(groups), day=day)


@pytest.mark.parametrize(
    ("failure", "uc", "jsa", "esa"),
    [
        ("missed-appointment", "low", "low", "low"),
        ("late-for-appointment", "low", "low", "low"),
        ("missed-call", "low", "low", "low"),
        ("specific-task", "low", "low", "low"),
        ("evidence-not-given", "low", "low", "low"),
        ("work-search-hours", "medium", "medium", None),
        ("not-available", "medium", "medium", None),
        ("particular-vacancy", "higher", "higher", None),
        ("employer-interview", "higher", "higher", None),
        ("job-offer", "higher", "higher", None),
        ("left-job", "higher", "higher", None),
        ("lost-job", "higher", "higher", None),
        ("work-placement", "higher", "higher", None),
        ("commitment-not-accepted", None, None, None),
        ("other", None, None, None),
        ("not-said", None, None, None),
    ],
)
def test_the_level_of_a_failure(failure: str, uc: str | None, jsa: str | None, esa: str | None) -> None:
    assert dict(FAILURES[failure]) == {UC: uc, JSA: jsa, ESA: esa}
    assert [level_of(failure, "none", benefit=benefit) for benefit in BENEFITS] == [uc, jsa, esa]


@pytest.mark.parametrize(
    ("group", "interview", "task", "evidence", "search", "vacancy", "left"),
    [
        # Section 19: nothing may be required.
        ("limited-capability-work-activity", "none", "none", "none", "none", "none", "none"),
        ("carer", "none", "none", "none", "none", "none", "none"),
        ("child-under-1", "none", "none", "none", "none", "none", "none"),
        ("late-pregnancy", "none", "none", "none", "none", "none", "none"),
        # Section 26(3): freed only by earnings, and then losing the work.
        ("earning-enough", "none", "none", "none", "none", "none", "higher"),
        # Section 20: interviews only, at the lowest level; for evidence no period is prescribed.
        ("child-1", "lowest", "none", None, "none", "none", "none"),
        # Section 21: interviews and preparation; never medium or higher.
        ("child-2", "low", "low", "low", "none", "none", "none"),
        ("limited-capability", "low", "low", "low", "none", "none", "none"),
        # Section 22: everybody else.
        ("child-3-12", "low", "low", "low", "medium", "higher", "higher"),
        ("fit-note", "low", "low", "low", "medium", "higher", "higher"),
        ("none", "low", "low", "low", "medium", "higher", "higher"),
        # Not known: only what the failure itself decides.
        ("not-known", None, "low", "low", "medium", "higher", "higher"),
    ],
)
def test_the_group_on_the_day_decides(
    *,
    group: str,
    interview: str | None,
    task: str,
    evidence: str | None,
    search: str,
    vacancy: str,
    left: str,
) -> None:
    assert [
        level_of(failure, group)
        for failure in (
            "missed-appointment",
            "specific-task",
            "evidence-not-given",
            "work-search-hours",
            "particular-vacancy",
            "left-job",
        )
    ] == [interview, task, evidence, search, vacancy, left]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (("child-3-12", "limited-capability"), "low"),
        (("child-1", "limited-capability"), "lowest"),
        (("carer", "child-1"), "none"),
        (("child-3-12", "not-known"), None),
        (("carer", "not-known"), "none"),
        ((), None),
    ],
)
def test_the_most_protected_group_counts(groups: tuple[str, ...], expected: str | None) -> None:
    assert level_of("missed-appointment", *groups) == expected


def test_someone_freed_by_more_than_earnings_cannot_lose_work_at_the_higher_level() -> None:
    assert level_of("left-job", "earning-enough", "carer") == "none"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("child-1", "lowest"),
        ("limited-capability", "low"),
        ("carer", "none"),
        ("child-2", "low"),
        ("not-known", None),
    ],
)
def test_esa_has_only_low_and_lowest(group: str, expected: str | None) -> None:
    assert level_of("missed-appointment", group, benefit=ESA) == expected
    assert level_of("work-search-hours", group, benefit=ESA) is None


def test_jsa_has_no_groups() -> None:
    assert level_of("missed-appointment", "carer", benefit=JSA) == "low"
    assert level_of("missed-appointment", benefit=JSA) == "low"


@pytest.mark.parametrize("benefit", BENEFITS)
def test_before_the_text_that_was_read_no_level_is_given(benefit: str) -> None:
    assert level_of("missed-appointment", "none", benefit=benefit, day=date(2023, 2, 6)) is None
    assert level_of("missed-appointment", "none", benefit=benefit, day=date(2023, 2, 7)) == "low"


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("benefit", BENEFITS)
def test_an_appointment_or_a_task_is_never_medium_or_higher(failure: str, group: str, benefit: str) -> None:
    found = level_of(failure, group, benefit=benefit)
    assert found in (*LEVELS, "none", None)
    if failure in ("missed-appointment", "late-for-appointment", "missed-call", "specific-task"):
        assert found not in ("medium", "higher")


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="failure"):
        level_of("being-rude", "none")
    with pytest.raises(UnknownKind, match="group"):
        level_of("missed-appointment", "tall")
    with pytest.raises(UnknownBenefit):
        level_of("missed-appointment", "none", benefit="income-support")
    with pytest.raises(UnknownKind, match="level"):
        period("highest", benefit=UC, under_18=False, failure_date=FAILED)
    with pytest.raises(UnknownBenefit):
        period("low", benefit="pip", under_18=False, failure_date=FAILED)


# Comparing ---------------------------------------------------------------------------------------

NO_DAY = None
OPEN_7 = Period(7, True, "")
FIXED_28 = Period(28, False, "")
LOWEST = Period(0, True, "")
UNKNOWN = Period(None, True, "")


@pytest.mark.parametrize(
    ("sentence", "imposed", "right", "complied_on", "days", "verdict"),
    [
        (
            "complied after 5 days: 12 instead of 28",
            Imposed(28, False),
            OPEN_7,
            date(2027, 3, 7),
            (28, 12),
            "shorter",
        ),
        (
            "complied after 21 days: 28 either way",
            Imposed(28, False),
            OPEN_7,
            date(2027, 3, 23),
            (28, 28),
            "same",
        ),
        (
            "complied after 30 days: 37 instead of 28",
            Imposed(28, False),
            OPEN_7,
            date(2027, 4, 1),
            (28, 37),
            "longer",
        ),
        (
            "not complied: a fixed 28 could become more",
            Imposed(28, False),
            OPEN_7,
            NO_DAY,
            (28, None),
            "cannot-tell",
        ),
        ("both fixed need no day", Imposed(91, False), FIXED_28, NO_DAY, (91, 28), "shorter"),
        ("both fixed and longer", Imposed(7, False), FIXED_28, NO_DAY, (7, 28), "longer"),
        (
            "both open-ended: only the fixed days differ",
            Imposed(28, True),
            OPEN_7,
            NO_DAY,
            (None, None),
            "shorter",
        ),
        ("both open-ended and counted", Imposed(28, True), OPEN_7, date(2027, 3, 7), (33, 12), "shorter"),
        ("open-ended, lowest instead of low", Imposed(7, True), LOWEST, NO_DAY, (None, None), "shorter"),
        ("still running beyond the right length", Imposed(7, True), FIXED_28, NO_DAY, (None, 28), "shorter"),
        ("complied on the same day: no open days", Imposed(7, True), OPEN_7, FAILED, (7, 7), "same"),
        (
            "a day before the failure is no compliance",
            Imposed(28, False),
            OPEN_7,
            date(2027, 3, 1),
            (28, None),
            "cannot-tell",
        ),
        ("nor is a day to come", Imposed(28, False), OPEN_7, date(2027, 5, 1), (28, None), "cannot-tell"),
        ("the imposed days are not known", Imposed(None, False), OPEN_7, NO_DAY, (None, None), "cannot-tell"),
        (
            "whether it is open-ended is not known",
            Imposed(28, None),
            OPEN_7,
            NO_DAY,
            (None, None),
            "cannot-tell",
        ),
        ("the right days are not known", Imposed(28, False), UNKNOWN, NO_DAY, (None, None), "cannot-tell"),
    ],
)
def test_would_the_right_period_help(
    *,
    sentence: str,
    imposed: Imposed,
    right: Period,
    complied_on: date | None,
    days: tuple[int | None, int | None],
    verdict: str,
) -> None:
    found = compared(imposed, right, failure_date=FAILED, complied_on=complied_on, as_at=date(2027, 4, 6))
    assert (found.imposed_days, found.right_days, found.verdict) == (*days, verdict), sentence
    assert found.may_be_argued is (verdict in ("shorter", "same"))
    assert found.working.endswith(".")


def test_still_running_but_not_yet_as_long_cannot_be_told() -> None:
    found = compared(
        Imposed(7, True), FIXED_28, failure_date=FAILED, complied_on=None, as_at=date(2027, 3, 10)
    )
    assert (found.right_days, found.verdict) == (28, "cannot-tell")


def test_without_the_day_of_the_failure_nothing_is_counted() -> None:
    found = compared(
        Imposed(7, True), FIXED_28, failure_date=None, complied_on=FAILED, as_at=date(2027, 4, 6)
    )
    assert found.verdict == "cannot-tell"
    already = compared(
        Imposed(91, True), FIXED_28, failure_date=None, complied_on=None, as_at=date(2027, 4, 6)
    )
    assert already.verdict == "shorter"


@settings(deadline=None)
@given(
    imposed=st.integers(0, 200), right=st.integers(0, 200), is_open=st.booleans(), after=st.integers(0, 60)
)
def test_what_may_be_argued_never_lengthens(imposed: int, right: int, is_open: bool, after: int) -> None:
    found = compared(
        Imposed(imposed, False),
        Period(right, is_open, ""),
        failure_date=FAILED,
        complied_on=FAILED + timedelta(days=after),
        as_at=FAILED + timedelta(days=61),
    )
    in_all = right + (after if is_open else 0)
    assert found.may_be_argued is (in_all <= imposed)
