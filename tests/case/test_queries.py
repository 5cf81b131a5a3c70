"""Facts that fight each other are asked about; the person's answer settles it, never ours."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.case.clock_times import times_in, times_of_setting_out
from challenge_letters.case.queries import RULES, open_queries, queries

ODD = [
    ("future-day", sanction("2026-11-24")),
    ("future-day", threat(failure={"happened": "2026-12-01"})),
    ("future-day", demand(asked_on="2026-12")),
    ("future-day", threat(told_them={"day": "2026-12-01"})),
    ("future-day", threat(done_since={"state": "done", "day": "2026-12-01"})),
    ("rebooked-in-the-past", threat(done_since={"state": "rebooked", "day": "2026-11-22"})),
    ("reason-on-another-day", threat(failure={"happened": "2026-11-02"}, reasons=[{"kind": "ill", "ended": "2026-11-01"}])),
    ("reason-on-another-day", threat(failure={"their_day": "2026-11-02"}, reasons=[{"kind": "ill", "began": "2026-11-03"}])),
    ("notice-but-none-seen", sanction("2026-11-02", decision={"notice": "none-seen"})),
    ("none-and-more", threat(groups=["none", "carer"])),
    ("decision-before-failure", sanction(decision={"dated": "2026-10-01"}, failure={"happened": "2026-10-02"})),
    ("notified-before-dated", sanction("2026-11-02", decision={"dated": "2026-11-03"})),
    ("seen-before-sent", threat(failure={"happened": "2026-11-02"}, requirement={"told_on": "2026-11-03", "seen": "before"})),
    ("not-told-but-knew", threat(sides=["not-told"], failure={"kind": "late-for-appointment"})),
    ("not-told-but-knew", threat(sides=["not-told"], requirement={"seen": "before"})),
    ("not-told-but-knew", threat(sides=["not-told"], reasons=[{"kind": "travel"}])),
    ("did-it-but-stopped", threat(sides=["did-it", "had-reason"])),
    ("no-access-but-rang", threat(reasons=[{"kind": "no-access"}], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-02", "how": "phone"})),
    ("not-told-but-knew", threat(sides=["not-told"], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-01", "how": "phone"})),
    ("did-it-but-stopped", threat(sides=["did-it"], reasons=[{"kind": "ill", "effect": "I could not stand."}])),
    ("no-access-but-rang", threat(reasons=[{"kind": "no-access", "lacking": ["internet"]}], failure={"their_day": "2026-11-02"}, told_them={"day": "2026-11-02", "how": "journal"})),
    ("could-not-tell-but-told", threat(reasons=[{"kind": "ill", "could_tell": "no"}], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-02", "how": "phone"})),
    ("died-afterwards", threat(failure={"happened": "2026-11-02"}, reasons=[{"kind": "bereavement", "died_on": "2026-11-03"}])),
    ("no-offer-in-writing", threat(job={"was_offered": "no", "in_writing": "yes"})),
    ("future-day", threat(reasons=[{"kind": "unclear-or-mistake", "put_right_on": "2026-12-01"}])),
    ("ill-but-elsewhere", threat(reasons=[{"kind": "ill"}, {"kind": "working"}])),
    ("days-differ", threat(failure={"happened": "2026-11-02", "their_day": "2026-11-03"})),
    ("set-out-twice", threat(account="I left home at 8:10.", reasons=[{"kind": "travel", "left_at": "8.05 in the morning"}])),
    ("set-out-twice", threat(account="I left home at quarter to nine.", reasons=[{"kind": "travel", "left_at": "8.15"}])),
    ("left-unsaid-but-said", threat(requirement={"not_said": ["day"], "words": "Have a look by Friday."})),
    ("no-place-but-a-time", threat(requirement={"gave_place_and_time": "no", "words": "Come to Room 2 at 9.30."})),
    ("done-before-failure", threat(failure={"happened": "2026-11-02"}, done_since={"state": "done", "day": "2026-11-01"})),
    ("future-day", {"kind": "no-answer", "decision": {"dated": "2026-11-24"}}),
    ("decision-before-failure", {"kind": "no-answer", "decision": {"dated": "2026-10-01", "failure": {"happened": "2026-10-02"}}}),
    ("future-day", {"kind": "claim-closed", "told_on": "2026-11-24"}),
    ("future-day", {"kind": "already-sent", "what": "complaint", "sent_on": "2026-11-24"}),
    ("future-day", sanction(None, decision={"notice": "none-seen", "payment_day": "2026-12-12"})),
    ("future-day", threat(adjustment={"told_on": "2026-11-24"})),
    ("future-day", {"kind": "regulator", "complained_on": "2026-11-24"}),
    ("decision-before-failure", sanction(decision={"dated": "2026-10-01"}, failure={"their_day": "2026-10-02"})),
    ("told-otherwise", {"kind": "appeal-grounds", "tells_it_the_same": "no"}),
    ("future-day", sanction(groups=["late-pregnancy"], birth={"born": "2026-12-20"})),
    ("future-day", demand(first_asked_on="2026-12-20")),
    ("answered-before-asked", {"kind": "records-late", "sent_on": "2026-10-10", "received_on": "2026-10-01"}),
    ("answered-before-asked", {"kind": "already-sent", "what": "complaint", "sent_on": "2026-11-05", "answer_dated": "2026-11-04"}),
    ("answered-before-asked", {"kind": "appeal-grounds", "asked_on": "2026-11-05", "notice_dated": "2026-11-04", "findings": [{"quote": "x", "answer": "y"}]}),
    ("answered-before-asked", {"kind": "regulator", "asked_on": "2026-10-01", "complained_on": "2026-11-05", "answered_on": "2026-11-04"}),
]  # fmt: skip

IN_ORDER = [
    threat(done_since={"state": "rebooked", "day": "2026-11-23"}),
    threat(done_since={"state": "rebooked", "day": "2026-12-01"}),
    threat(failure={"happened": "2026-11-02"}, reasons=[{"kind": "ill", "began": "2026-11-01", "ended": "2026-11-03"}]),
    threat(failure={"happened": "2026-11-02"}, reasons=[{"kind": "ill", "began": "2026-11"}]),
    threat(failure={"kind": "work-search-hours", "happened": "2026-11-09"}, reasons=[{"kind": "ill", "ended": "2026-11-06"}]),
    sanction(None, decision={"notice": "none-seen", "payment_day": "2026-11-12"}),
    sanction("2026-11-23"),
    sanction(decision={"dated": "2026-10-02"}, failure={"happened": "2026-10-02"}),
    sanction("2026-11-02", decision={"dated": "2026-11"}),
    threat(sides=["did-it", "did-part", "had-reason"]),
    threat(account="I left home at 8:05 for the 8:15 bus.", reasons=[{"kind": "travel", "left_at": "8.05 in the morning"}]),
    threat(account="I left home at quarter to nine.", reasons=[{"kind": "travel", "left_at": "8.45"}]),
    threat(account="I left at 8.45.", reasons=[{"kind": "travel", "left_at": "quarter to nine in the morning"}]),
    threat(account="I left home to catch the 8.15 bus.", reasons=[{"kind": "travel", "left_at": "ten to eight"}]),
    threat(requirement={"gave_place_and_time": "no", "words": "Come and see us for 2 hours."}),
    threat(account="The 8:15 bus was cancelled.", reasons=[{"kind": "travel", "left_at": "8.05"}]),
    threat(sides=["not-told"], reasons=[{"kind": "ill"}]),
    threat(reasons=[{"kind": "no-access"}], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-05", "how": "phone"}),
    # Without the internet somebody can still ring; and who could not tell them that day may do so later.
    threat(reasons=[{"kind": "no-access", "lacking": ["internet"]}], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-02", "how": "phone"}),
    threat(reasons=[{"kind": "ill", "could_tell": "no"}], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-03", "how": "phone"}),
    # What was done in a week is argued beside what got in the way of more.
    threat(sides=["did-it"], failure={"kind": "work-search-hours"}, reasons=[{"kind": "caring", "effect": "I had three hours a day."}]),
    threat(reasons=[{"kind": "bereavement", "died_on": "2026-11-02"}], failure={"happened": "2026-11-02"}),
    threat(sides=["not-told"], failure={"happened": "2026-11-02"}, told_them={"day": "2026-11-02", "how": "phone"}),
    threat(failure={"happened": "2026-11", "their_day": "2026-11-03"}),
    {"kind": "appeal-grounds", "tells_it_the_same": "yes"},
    # What lies ahead as it should: a birth that is due, the day by which they want an answer; and the same day twice.
    sanction(groups=["late-pregnancy"], birth={"due": "2026-12-20"}),
    demand(asked_on="2026-11-16", answer_by="2026-12-20", next_appointment="2026-12-20"),
    {"kind": "records-late", "sent_on": "2026-10-01", "received_on": "2026-10-01"},
    threat(sides=["did-it"], failure={"happened": "2026-11-02"}, done_since={"state": "done", "day": "2026-11-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("query_id", "problem"), ODD)
def test_odd_facts_raise_their_query_and_no_other(query_id: str, problem: dict[str, Any]) -> None:
    (query,) = queries(case_of(problem), today=MONDAY)

    assert query.id == query_id
    assert query.sentence.endswith((".", "?"))


@pytest.mark.parametrize(("query_id", "problem"), ODD)
def test_a_query_names_the_answers_and_no_more_than_two(query_id: str, problem: dict[str, Any]) -> None:
    (query,) = queries(case_of(problem), today=MONDAY)

    assert 1 <= len(query.answers) <= 2, query_id
    assert len(set(query.answers)) == len(query.answers)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("quarter to nine", ((8, 45),)),
        ("8.45", ((8, 45),)),
        ("20:45", ((8, 45),)),
        ("08.05 in the morning", ((8, 5),)),
        ("half past eight", ((8, 30),)),
        ("half eight", ((8, 30),)),
        ("ten to one", ((0, 50),)),
        ("twenty-five past twelve", ((0, 25),)),
        ("9 o’clock, or 9am", ((9, 0), (9, 0))),
        ("£8.45 for 2 hours, 9 to 5, on 21.11.2026", ()),
    ],
)
def test_times_as_people_write_them(text: str, times: tuple[tuple[int, int], ...]) -> None:
    assert times_in(text) == times


def test_only_a_time_of_leaving_is_one() -> None:
    assert times_of_setting_out(
        "They left me a message at 9.15. I set out at ten to nine for the 9.05 bus."
    ) == ((8, 50),)


@pytest.mark.parametrize("problem", IN_ORDER)
def test_ordinary_facts_raise_none(problem: dict[str, Any]) -> None:
    assert queries(case_of(problem), today=MONDAY) == ()


def test_every_rule_is_tried_above() -> None:
    assert {query_id for query_id, _ in ODD} == {rule.id for rule in RULES}


def test_an_answered_query_is_closed() -> None:
    problem = sanction("2026-11-02", decision={"dated": "2026-11-03"})
    answer = {"query": "sanction:notified-before-dated", "answer": "as-their-letter-says"}

    assert open_queries(case_of(problem), today=MONDAY)
    assert open_queries(case_of(problem, answered_queries=[answer]), today=MONDAY) == ()


CANNOT_STAND = [
    (("sanction:future-day"), sanction("2026-11-24"), {}),
    (("sanction:before-the-benefit"), sanction("2012-05-01"), {}),
    (("claimant:born-ahead"), sanction(), {"claimant": {"date_of_birth": "2027-01-01"}}),
    (
        "complaint:future-day",
        sanction(),
        {"complaint": {"events": [{"day": "2026-12-01", "what": "Nobody rang."}]}},
    ),
]


@pytest.mark.parametrize(("key", "problem", "facts"), CANNOT_STAND)
def test_what_cannot_be_is_never_waved_through(
    key: str, problem: dict[str, Any], facts: dict[str, Any]
) -> None:
    answer = {"query": key, "answer": "as-their-letter-says"}
    case = case_of(problem, answered_queries=[answer], **facts)

    assert [query.key for query in open_queries(case, today=MONDAY)] == [key]


def test_in_northern_ireland_the_benefit_began_later() -> None:
    problem = sanction("2017-09-26")

    assert queries(case_of(problem), today=MONDAY) == ()
    told = queries(case_of(problem, nation="northern-ireland"), today=MONDAY)
    assert [query.id for query in told] == ["before-the-benefit"]


@pytest.mark.parametrize(
    ("problem", "is_asked"),
    [
        (sanction("2016-05-03"), True),
        (sanction("2026-11-02", account="They wanted my Universal Jobmatch log-in."), True),
        (demand(site="Universal Jobmatch"), True),
        (sanction("2026-11-02"), False),
    ],
)
def test_an_old_or_older_sounding_allowance_is_asked_about(problem: dict[str, Any], is_asked: bool) -> None:
    told = queries(case_of(problem, benefit="new-style-jsa"), today=MONDAY)

    assert ("was-it-income-based" in [query.id for query in told]) is is_asked
    assert queries(case_of(problem), today=MONDAY) == ()
