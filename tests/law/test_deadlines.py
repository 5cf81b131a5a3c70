"""The deadlines: the days are in sentences/*deadlines.yaml; here are the working and what holds for all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from challenge_letters.law.bank_holidays import last_known_year
from challenge_letters.law.days import is_working_day
from challenge_letters.law.deadlines import (
    FURTHER_KINDS,
    KINDS,
    BeyondHolidayData,
    LawError,
    NationNeeded,
    NotConfirmed,
    TooEarly,
    UnknownKind,
    UnknownNation,
    deadline,
    rule,
)

THEIRS = ("subject-access-request", "complaint-acknowledgement")


@pytest.mark.parametrize(
    ("kind", "start", "nation", "working"),
    [
        (
            "mandatory-reconsideration",
            date(2027, 1, 31),
            "england",
            (
                "One month from 31 January 2027 ends on 28 February 2027, a Sunday. To be safe, have it there by "
                "Friday 26 February, so post it by Wednesday 24 February."
            ),
        ),
        (
            "mandatory-reconsideration",
            date(2027, 2, 10),
            "england",
            (
                "One month from 10 February 2027 ends on 10 March 2027, a Wednesday. To be safe, it must be there "
                "by then, so post it by Monday 8 March."
            ),
        ),
        (
            "mandatory-reconsideration",
            date(2026, 12, 2),
            "england",
            (
                "One month from 2 December 2026 ends on 2 January 2027, a Saturday. To be safe, have it there by "
                "Thursday 31 December 2026, so post it by Tuesday 29 December 2026."
            ),
        ),
        (
            "mandatory-reconsideration-late",
            date(2027, 1, 31),
            "england",
            (
                "One month from 31 January 2027 ends on 28 February 2027, and twelve months after that is "
                "28 February 2028, a Monday. To be safe, it must be there by then, so post it by "
                "Thursday 24 February."
            ),
        ),
        (
            "appeal",
            date(2027, 1, 31),
            "england",
            (
                "One month after 31 January 2027 is 28 February 2027, a Sunday. Tribunal rule 12 asks for it by "
                "5pm, and on a day that is not a working day allows the next one: do not rely on that. To be "
                "safe, have it there by Friday 26 February, so post it by Wednesday 24 February."
            ),
        ),
        (
            "subject-access-request",
            date(2026, 12, 1),
            "scotland",
            (
                "One month from 1 December 2026 ends on 1 January 2027, a Friday and a bank holiday, so their "
                "last day is Tuesday 5 January. If nothing has come by then, chase from Wednesday 6 January."
            ),
        ),
        (
            "complaint-acknowledgement",
            date(2026, 12, 1),
            "england",
            (
                "Thirty days from 1 December 2026, which is not counted, end on 31 December 2026, a Thursday. "
                "If nothing has come by then, chase from Monday 4 January 2027."
            ),
        ),
        (
            "independent-case-examiner",
            date(2027, 1, 31),
            "england",
            (
                "Six months from 31 January 2027 end on 31 July 2027, a Saturday (scheme rule, not statute). "
                "To be safe, have it there by Friday 30 July, so post it by Wednesday 28 July."
            ),
        ),
    ],
)
def test_the_working_is_shown(kind: str, start: date, nation: str, working: str) -> None:
    assert deadline(kind, start, nation=nation).working == working


@pytest.mark.parametrize(
    ("kind", "start", "nation", "error", "sentence"),
    [
        ("sanction", date(2027, 1, 1), "england", UnknownKind, "There is no deadline called 'sanction'"),
        ("appeal", date(2027, 1, 1), "cornwall", UnknownNation, "There is no nation called 'cornwall'"),
        ("appeal", date(2027, 1, 1), "northern-ireland", NotConfirmed, "Northern Ireland is not confirmed"),
        ("subject-access-request", date(2027, 1, 1), None, NationNeeded, "Say which nation"),
        ("complaint-acknowledgement", date(2027, 1, 1), None, NationNeeded, "Say which nation"),
        ("complaint-acknowledgement", date(2026, 6, 18), "england", TooEarly, "on or after 19 June 2026"),
        ("subject-access-request", date(2028, 12, 5), "england", BeyondHolidayData, "5 January 2029"),
        ("subject-access-request", date(2028, 11, 29), "england", BeyondHolidayData, "29 December 2028"),
        ("mandatory-reconsideration", date(9999, 12, 31), "england", BeyondHolidayData, "calendar"),
        ("complaint-acknowledgement", date(9999, 12, 31), "england", BeyondHolidayData, "calendar"),
    ],
)
def test_refused_in_one_plain_sentence(
    kind: str, start: date, nation: str | None, error: type[LawError], sentence: str
) -> None:
    with pytest.raises(error) as refused:
        deadline(kind, start, nation=nation)
    assert sentence in str(refused.value)
    assert isinstance(refused.value, LawError)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2028, 1, 31), date(2029, 2, 28)),
        (date(2027, 12, 1), date(2029, 1, 1)),
        (date(2010, 12, 2), date(2012, 1, 2)),
    ],
)
def test_beyond_the_holidays_a_limit_of_ours_is_dated_but_no_safe_day_is_guessed(
    start: date, last: date
) -> None:
    found = deadline("mandatory-reconsideration-late", start, nation="england")
    assert (found.date, found.safe_date, found.post_by) == (last, None, None)
    assert "not known" in found.caution
    assert "safe" not in found.working


def test_without_a_nation_it_says_that_every_calendar_was_used() -> None:
    assert "all four" in deadline("mandatory-reconsideration", date(2027, 6, 12)).caution
    assert deadline("mandatory-reconsideration", date(2027, 6, 12), nation="wales").caution == ""


def test_an_appeal_without_a_nation_says_that_it_is_great_britain() -> None:
    assert "Great Britain" in deadline("appeal", date(2027, 6, 12)).caution


@pytest.mark.parametrize(("received", "is_older"), [(date(2026, 2, 4), True), (date(2026, 2, 5), False)])
def test_a_request_before_5_february_2026_is_under_the_older_rule(received: date, is_older: bool) -> None:
    assert (
        "Article 12(3)" in deadline("subject-access-request", received, nation="england").caution
    ) is is_older


def test_no_kind_stands_twice() -> None:
    assert len({*KINDS, *FURTHER_KINDS}) == len(KINDS) + len(FURTHER_KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_bound(kind: str) -> None:
    found = deadline(kind, date(2027, 3, 2), nation=rule(kind).nations[0])
    assert found.binds == ("them" if kind in THEIRS else "you")
    assert rule(kind).rolls is (kind in THEIRS)
    assert found.rests_on


def test_the_rule_named_is_that_of_the_nation() -> None:
    def named(nation: str) -> str:
        return deadline("mandatory-reconsideration", date(2027, 3, 2), nation=nation).rests_on

    assert named("scotland") == "Decisions and Appeals Regulations 2013, regulation 5(1)(b)(i)"
    assert "Northern Ireland" in named("northern-ireland")


def test_as_json() -> None:
    assert deadline("mandatory-reconsideration", date(2027, 1, 31), nation="england").as_json() == {
        "kind": "mandatory-reconsideration",
        "start": "2027-01-31",
        "date": "2027-02-28",
        "binds": "you",
        "safe_date": "2027-02-26",
        "post_by": "2027-02-24",
        "working": "One month from 31 January 2027 ends on 28 February 2027, a Sunday. To be safe, have it "
        "there by Friday 26 February, so post it by Wednesday 24 February.",
        "caution": "",
        "rests_on": "Decisions and Appeals Regulations 2013, regulation 5(1)(b)(i)",
    }
    assert deadline("subject-access-request", date(2027, 1, 4), nation="wales").as_json()["post_by"] is None


STARTS = st.dates(min_value=date(2026, 6, 19), max_value=date(2027, 10, 31))
NATIONS_OF_BRITAIN = st.sampled_from(["england", "wales", "scotland"])
KIND_AND_NATION = st.sampled_from(
    [(kind, nation) for kind in (*KINDS, *FURTHER_KINDS) for nation in rule(kind).nations]
)


@settings(deadline=None)
@given(where=KIND_AND_NATION, start=STARTS, later=st.integers(0, 400))
def test_a_later_start_never_gives_an_earlier_deadline(
    where: tuple[str, str], start: date, later: int
) -> None:
    kind, nation = where
    second = min(start + timedelta(days=later), date(2027, 10, 31))
    first, then = deadline(kind, start, nation=nation), deadline(kind, second, nation=nation)
    assert first.date <= then.date
    assert first.safe_date <= then.safe_date


@settings(deadline=None)
@given(where=KIND_AND_NATION, start=STARTS)
def test_the_safe_day_is_a_working_day_on_the_right_side(where: tuple[str, str], start: date) -> None:
    kind, nation = where
    found = deadline(kind, start, nation=nation)
    assert is_working_day(found.safe_date, nation)
    if found.binds == "them":
        assert is_working_day(found.date, nation)
        assert found.date < found.safe_date <= found.date + timedelta(days=6)
        assert found.post_by is None
    else:
        assert found.date - timedelta(days=6) <= found.safe_date <= found.date
        assert (found.post_by is None) is not rule(kind).by_post
        if found.post_by:
            assert is_working_day(found.post_by, nation)
            assert start < found.post_by < found.safe_date


@settings(deadline=None)
@given(start=STARTS, nation=NATIONS_OF_BRITAIN)
def test_without_a_nation_the_safe_day_is_never_later(start: date, nation: str) -> None:
    anywhere = deadline("mandatory-reconsideration", start)
    assert anywhere.safe_date <= deadline("mandatory-reconsideration", start, nation=nation).safe_date


def test_the_data_reach_far_enough_for_the_late_limit_of_a_decision_made_now() -> None:
    assert last_known_year() >= 2028
