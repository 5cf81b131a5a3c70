"""Money, records and other bodies: when a letter may be sent, with days on both sides of every limit."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction
from tests.follow_ups import complete
from tests.plan.test_follow_ups import follow_up, offered, plan_for, refused, told_in

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    # Hardship: Universal Credit only, of age, once the condition is met, for four needs.
    ("phone-call", {"is_under_18": "yes"}, "hardship-under-18"),
    ("phone-call", {"is_under_18": "not-known"}, ""),
    ("phone-call", {"condition": "not-yet"}, "hardship-comply-first"),
    ("phone-call", {"condition": "none-set"}, ""),
    ("phone-call", {"needs": []}, "hardship-needs"),
    ("payment-refused", {"refused_on": None}, "hardship-needs-a-day"),
    ("payment-refused", {"fact": ""}, "hardship-needs-a-fact"),
    # Won, not paid: a month after the notice; a rough day is taken at its latest.
    ("payment-due", {"notice_dated": "2026-10-23"}, ""),
    ("payment-due", {"notice_dated": "2026-10-24"}, "payment-too-soon"),
    ("payment-due", {"notice_dated": "2026-09"}, ""),
    ("payment-due", {"notice_dated": "2026-10"}, "payment-too-soon"),
    ("payment-due", {"notice_dated": None}, "payment-needs-the-notice"),
    # Records: the day after the last day, which rolls over a weekend; counted from receipt, never from posting.
    ("records-late", {"received_on": "2026-10-20"}, ""),
    ("records-late", {"received_on": "2026-10-21"}, "records-not-due"),
    ("records-late", {"received_on": "2026-10-22"}, "records-not-due"),
    ("records-late", {"received_on": None, "sent_on": "2026-08-03"}, "records-need-receipt"),
    ("records-late", {"received_on": "2029-10-20"}, "open-queries"),
    ("records-late", {"reply": "not-known"}, "records-say-what-came"),
    ("records-late", {"reply": "question"}, "records-answer-first"),
    ("records-late", {"reply": "more-time"}, "records-more-time"),
    ("records-late", {"reply": "thin"}, "records-need-gaps"),
    ("records-late", {"reply": "thin", "gaps": [{"why": "You quote it."}]}, "records-need-gaps"),
    # What is missing may be asked for at once.
    ("records-late", {"reply": "thin", "received_on": "2026-11-16", "gaps": [{"what": "A call."}]}, ""),
    # Regulator: after the office had its thirty days, or said its outcome.
    ("regulator", {"complained_on": None}, "regulator-complain-first"),
    ("regulator", {"complained_on": "2026-10-21"}, ""),
    ("regulator", {"complained_on": "2026-10-22"}, "regulator-too-soon"),
    ("regulator", {"complained_on": "2026-10-22", "answer": "outcome"}, ""),
    ("regulator", {"answer": "not-known"}, "regulator-say-what-came"),
    ("regulator", {"what_is_wrong": ""}, "regulator-needs-words"),
    ("regulator", {"outcome_wanted": ""}, "regulator-needs-words"),
    # A complaint from before the duty to acknowledge has had its thirty days long ago.
    ("regulator", {"complained_on": "2026-06-18"}, ""),
    # Examiner: after the final response, within six months of having it.
    ("examiner", {"response_received": None}, "examiner-final-response"),
    ("examiner", {"response_received": "2026-05-23"}, ""),
    ("examiner", {"response_received": "2026-05-22"}, "examiner-too-late"),
    ("examiner", {"headings": []}, "examiner-needs-words"),
    # An MP at any time; for the Ombudsman within a year of first knowing.
    ("mp", {"facts": ""}, "mp-needs-words"),
    ("mp", {"request": ""}, "mp-needs-words"),
    ("mp", {"first_knew_on": "2020-01-01"}, ""),
    ("mp", {"for_ombudsman": True}, "mp-needs-a-day"),
    ("mp", {"for_ombudsman": True, "first_knew_on": "2025-11-23"}, ""),
    ("mp", {"for_ombudsman": True, "first_knew_on": "2025-11-22"}, "mp-ombudsman-late"),
    # Authority: to an end date, six months ahead at most.
    ("authority", {"organisation": ""}, "authority-for-whom"),
    ("authority", {"organisation": "", "people": "Sam Sample"}, ""),
    ("authority", {"ends": "2027-05-23"}, ""),
    ("authority", {"ends": "2027-05-24"}, "authority-too-long"),
    ("authority", {"begins": "2026-12-01", "ends": "2027-06-01"}, ""),
    ("authority", {"begins": "2026-12-01", "ends": "2027-06-02"}, "authority-too-long"),
    ("authority", {"ends": "2026-11-22"}, "authority-is-over"),
    ("authority", {"ends": "2026-11-23"}, ""),
]


@pytest.mark.parametrize(("kind", "facts", "reason"), REFUSED)
def test_a_letter_is_sent_at_its_time_or_says_why_not(kind: str, facts: dict[str, Any], reason: str) -> None:
    plan = plan_for(follow_up(kind, **facts))

    assert refused(plan, kind) == reason
    assert (plan.letter(kind) is None) is bool(reason)


@pytest.mark.parametrize("kind", ["phone-call", "payment-refused"])
@pytest.mark.parametrize(
    ("benefit", "also", "reason"),
    [
        ("new-style-jsa", "no", "hardship-no-scheme"),
        ("new-style-esa", "no", "hardship-no-scheme"),
        ("new-style-jsa", "yes", ""),
    ],
)
def test_there_is_no_hardship_payment_outside_universal_credit(
    kind: str, benefit: str, also: str, reason: str
) -> None:
    plan = plan_for(complete(MONDAY)[kind], benefit=benefit, also_universal_credit=also)

    assert refused(plan, kind) == reason


def test_only_the_universal_credit_office_sets_an_end_to_an_authority() -> None:
    authority = follow_up("authority", ends="2027-12-01")

    assert refused(plan_for(authority, benefit="new-style-jsa"), "authority") == ""
    assert refused(plan_for(authority), "authority") == "authority-too-long"


@pytest.mark.parametrize(
    ("kind", "facts", "sentence"),
    [
        ("payment-due", {"notice_dated": "2026-10-24"}, "You can send this from 24 November 2026."),
        ("records-late", {"received_on": "2026-10-22"}, "You can send this from 24 November 2026."),
        ("regulator", {"complained_on": "2026-10-26"}, "You can send this from 26 November 2026."),
        ("examiner", {"response_received": "2026-05-22"}, "ended on 22 November 2026."),
        (
            "mp",
            {"for_ombudsman": True, "first_knew_on": "2025-11-22"},
            "the year ended on 22 November 2026.",
        ),
        ("authority", {"ends": "2027-08-01"}, "so until 23 May 2027."),
    ],
)
def test_a_refusal_names_the_day(kind: str, facts: dict[str, Any], sentence: str) -> None:
    assert sentence in plan_for(follow_up(kind, **facts)).why_not(kind)


@pytest.mark.parametrize(
    ("kind", "facts", "clocks"),
    [
        ("records-late", {"received_on": "2026-10-05"}, ["2026-11-05"]),
        ("records-late", {"reply": "thin", "gaps": [{"what": "A call."}]}, []),
        ("examiner", {"response_received": "2026-10-29"}, ["2027-04-29"]),
        ("mp", {}, []),
        ("mp", {"for_ombudsman": True, "first_knew_on": "2026-03-30"}, ["2027-03-30"]),
        ("authority", {}, []),
    ],
)
def test_the_clock_that_runs_is_shown(kind: str, facts: dict[str, Any], clocks: list[str]) -> None:
    plan = plan_for(follow_up(kind, **facts))

    assert [deadline.deadline.date.isoformat() for deadline in plan.deadlines] == clocks


@pytest.mark.parametrize(
    ("facts", "warning"),
    [({}, "mp"), ({"for_ombudsman": True, "first_knew_on": "2026-03-30"}, "deadline")],
)
def test_only_the_ombudsman_gives_a_letter_to_an_mp_a_last_day(facts: dict[str, Any], warning: str) -> None:
    assert plan_for(follow_up("mp", **facts)).warnings[0].id == warning


def test_the_month_for_records_is_theirs_and_not_a_last_day_of_ours() -> None:
    assert plan_for(follow_up("records-late")).warnings[0].id == "records-late"


# -- nothing is told twice


@pytest.mark.parametrize(
    ("done", "reason"),
    [({"state": "done", "day": "2026-11-18"}, ""), ({"state": "not-yet"}, "hardship-comply-first")],
)
def test_a_hardship_call_knows_what_was_done(done: dict[str, Any], reason: str) -> None:
    plan = plan_for(
        sanction(id="s", done_since=done), {"kind": "phone-call", "about": "s", "needs": ["food"]}
    )

    assert refused(plan, "phone-call") == reason


def test_a_reminder_about_records_knows_when_they_were_asked_for() -> None:
    sent = {
        "kind": "already-sent",
        "id": "sent",
        "what": "subject-access-request",
        "sent_on": "2026-10-02",
        "received_on": "2026-10-05",
    }
    told = told_in(plan_for(sent, {"kind": "records-late", "about": "sent"}), "records-late")

    assert (told["sent_on"], told["received_on"], told["reply"]) == ("2026-10-02", "2026-10-05", "none")


def test_the_examiner_is_told_of_the_final_response_that_came() -> None:
    sent = {
        "kind": "already-sent",
        "id": "sent",
        "what": "complaint",
        "answer": "final-response",
        "answer_dated": "2026-10-26",
        "answer_received": "2026-10-29",
    }
    plan = plan_for(sent, {"kind": "examiner", "about": "sent", "headings": [{"what": "Nobody rang."}]})
    told = told_in(plan, "examiner")

    assert (told["response_dated"], told["response_received"]) == ("2026-10-26", "2026-10-29")


def test_an_adviser_is_offered_the_authority_of_the_client() -> None:
    writer = {"kind": "adviser", "name": "Sam Counsel", "organisation": "Testtown Advice"}
    case = case_of(sanction(), writer=writer)
    told = told_in(plan_for(sanction(), writer=writer), "authority")

    assert offered(case) == ["authority"]
    assert (told["organisation"], told["people"]) == ("Testtown Advice", "Sam Counsel")
    assert offered(case_of(sanction())) == []
