"""What to send now, what later, what never: the advice for each type of problem and stage."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

CLOSED = {"kind": "claim-closed", "told_on": "2026-11-18"}
SENT = {"kind": "already-sent", "what": "mandatory-reconsideration", "answer": "none"}
COMPLAINT = {"events": [{"what": "Nobody answered."}]}


def plan_for(*problems: dict[str, Any], on: date = MONDAY, **facts: Any) -> Plan:
    return make_plan(case_of(*problems, **facts), on=on)


@pytest.mark.parametrize(
    ("problems", "facts", "now"),
    [
        ([threat()], {}, "good-reason-statement"),
        ([sanction()], {}, "mandatory-reconsideration"),
        ([demand()], {}, "password-reply"),
        ([CLOSED], {}, None),
        ([SENT], {}, None),
        # The first limit that runs out comes first.
        ([sanction("2026-11-02"), threat(warning={"answer_by": "2026-11-25"})], {}, "good-reason-statement"),
        (
            [sanction("2026-10-24"), threat(warning={"answer_by": "2026-11-25"})],
            {},
            "mandatory-reconsideration",
        ),
        ([demand(next_appointment="2026-11-24"), sanction()], {}, "password-reply"),
        ([demand(), sanction()], {}, "mandatory-reconsideration"),
        # A complaint never comes before a challenge, but is the first thing where nothing else can be done.
        ([sanction()], {"complaint": {**COMPLAINT, "is_still_happening": True}}, "mandatory-reconsideration"),
        ([SENT], {"complaint": COMPLAINT}, "complaint"),
        ([SENT], {"records_request": {}}, "subject-access-request"),
        ([sanction()], {"nation": "northern-ireland"}, "mandatory-reconsideration"),
    ],
)
def test_one_letter_is_recommended(
    problems: list[dict[str, Any]], facts: dict[str, Any], now: str | None
) -> None:
    plan = plan_for(*problems, **facts)

    assert (plan.now.kind if plan.now else None) == now


@pytest.mark.parametrize(
    ("problems", "facts", "kind", "reason"),
    [
        ([threat()], {}, "mandatory-reconsideration", "no-decision-yet"),
        ([demand()], {}, "mandatory-reconsideration", "no-decision-yet"),
        ([CLOSED], {}, "mandatory-reconsideration", "claim-closed"),
        ([CLOSED], {}, "subject-access-request", "claim-closed"),
        ([SENT], {}, "mandatory-reconsideration", "sent-already"),
        ([sanction()], {}, "good-reason-statement", "decided-already"),
        ([demand()], {}, "good-reason-statement", "no-warning"),
        ([sanction()], {}, "password-reply", "no-demand"),
        ([demand(offers=[])], {}, "password-reply", "show-nothing"),
        ([demand(will_show_nothing=True)], {}, "password-reply", "show-nothing"),
        ([sanction()], {}, "complaint", "no-complaint"),
        ([sanction("2026-07-27")], {}, "mandatory-reconsideration", "late-needs-reasons"),
        ([sanction("2025-07-04")], {}, "mandatory-reconsideration", "very-late-needs-a-why"),
        ([sanction(account="", sides=[])], {}, "mandatory-reconsideration", "no-ground"),
        ([threat(account="")], {}, "good-reason-statement", "no-ground"),
        ([sanction("2026-12-02")], {}, "mandatory-reconsideration", "open-queries"),
        ([demand(asked_on="2026-12-02")], {}, "password-reply", "open-queries"),
        ([sanction()], {"nation": "northern-ireland"}, "good-reason-statement", "decided-already"),
        ([CLOSED], {"nation": "northern-ireland"}, "mandatory-reconsideration", "claim-closed"),
        # The law of Universal Credit is not held for a day before there was any.
        (
            [sanction("2012-01-09", why_look_now="It was wrong.")],
            {},
            "mandatory-reconsideration",
            "law-not-held",
        ),
    ],
)
def test_a_letter_that_cannot_be_written_says_why(
    problems: list[dict[str, Any]], facts: dict[str, Any], kind: str, reason: str
) -> None:
    plan = plan_for(*problems, **facts)

    assert plan.letter(kind) is None
    assert [letter.reason_id for letter in plan.unwritten if letter.kind == kind] == [reason]
    assert plan.why_not(kind).endswith(".")


@pytest.mark.parametrize(
    ("problem", "stage"),
    [
        (sanction("2026-07-27", late=[{"began": "2026-07-27", "what": "I was in hospital."}]), "late"),
        (sanction("2025-07-04", why_look_now="A later sanction rests on it."), "very-late"),
        (sanction("2025-07-04", official_error={"what_they_knew": "my fit note"}), "very-late"),
    ],
)
def test_a_late_letter_is_written_once_it_has_its_reasons(problem: dict[str, Any], stage: str) -> None:
    now = plan_for(problem).now

    assert now
    assert now.stage == stage


@pytest.mark.parametrize(
    ("problem", "ids"),
    [
        (sanction(), ["deadline", "not-sent", "comply", "hardship"]),
        (
            sanction(decision={"is_open_ended": "yes"}),
            ["comply-open-ended", "deadline", "not-sent", "hardship"],
        ),
        (
            sanction(decision={"is_open_ended": "yes"}, done_since={"state": "done"}),
            ["deadline", "not-sent", "comply-done", "hardship"],
        ),
        (sanction(was_under_18="yes"), ["deadline", "not-sent", "comply", "hardship-not-possible"]),
        (sanction(failure={"kind": "left-job"}), ["deadline", "not-sent", "comply-keep", "hardship"]),
        (threat(), ["deadline-threat-none", "not-sent", "comply"]),
        (threat(warning={"answer_by": "2026-11-25"}), ["deadline-threat", "not-sent", "comply"]),
        (demand(), ["deadline-demand-none", "not-sent"]),
        (demand(next_appointment="2026-11-30"), ["deadline-demand", "not-sent"]),
        (demand(handed_over={"changed": "not-yet"}), ["change-password", "deadline-demand-none", "not-sent"]),
        (demand(handed_over={"changed": "changed"}), ["deadline-demand-none", "not-sent"]),
        (
            demand(wanted="job-site-permission", handed_over={}),
            ["take-back-permission", "deadline-demand-none", "not-sent"],
        ),
        # Nobody has said whether it is open-ended: what would end it comes first, as it may be.
        (
            sanction("2026-11-02", failure={"kind": "specific-task"}),
            ["comply", "deadline", "not-sent", "hardship"],
        ),
        (sanction("2026-10"), ["deadline-in-doubt", "not-sent", "comply", "hardship"]),
        (
            sanction("2026-07-27", late=[{"began": "2026-07-27", "what": "ill"}]),
            ["deadline-passed", "not-sent", "comply", "hardship"],
        ),
        (
            sanction("2025-07-04", why_look_now="It was wrong."),
            ["deadline-long-passed", "not-sent", "comply", "hardship"],
        ),
    ],
)
def test_the_warnings_stand_in_their_order(problem: dict[str, Any], ids: list[str]) -> None:
    assert [warning.id for warning in plan_for(problem).warnings] == ids


@pytest.mark.parametrize(
    ("problem", "facts", "line"),
    [
        (sanction("2026-07-27", late=[{"began": "2026-07-27", "what": "ill"}]), {}, "late"),
        (sanction("2026-07-27", late=[{"began": "2026-09-01", "what": "ill"}]), {}, "silent-gap"),
        (sanction("2025-07-04", why_look_now="It was wrong."), {}, "very-late"),
        (sanction("2026-11"), {}, "rough-day"),
        (sanction(decision={"says_reconsider_first": "no"}), {}, "direct-appeal"),
        (sanction(decision={"gives_reasons": "no"}), {}, "written-reasons"),
        (sanction(), {}, "other-letters"),
        (threat(), {}, "threat"),
        (demand(wanted="universal-credit-log-in"), {}, "account-log-in"),
        (sanction(), {"benefit": "new-style-jsa"}, "benefit-unclear"),
        (sanction(), {"records_request": {"is_joint_claim": "yes"}}, "records-joint"),
        (
            sanction(),
            {"complaint": {**COMPLAINT, "adjustment": {"step_wanted": "letters"}}},
            "equality-limit",
        ),
    ],
)
def test_a_line_is_shown_when_it_applies(problem: dict[str, Any], facts: dict[str, Any], line: str) -> None:
    assert line in [found.id for found in plan_for(problem, **facts).lines]
    plain = plan_for(sanction() if problem["kind"] != "applied-sanction" else demand())
    assert line not in [found.id for found in plain.lines]


@pytest.mark.parametrize(
    ("problem", "about", "last_day"),
    [
        (sanction("2027-01-31"), "mandatory-reconsideration", date(2027, 2, 28)),
        ({**SENT, "answer": "refused", "answer_dated": "2026-11-12"}, "appeal", date(2026, 12, 12)),
        ({**SENT, "answer": "too-late", "answer_dated": "2026-11-12"}, "appeal", date(2026, 12, 12)),
        (CLOSED, "mandatory-reconsideration", date(2026, 12, 18)),
        (
            {"kind": "already-sent", "what": "subject-access-request", "received_on": "2026-11-02"},
            "subject-access-request",
            date(2026, 12, 2),
        ),
        (
            {
                "kind": "already-sent",
                "what": "complaint",
                "answer": "final-response",
                "answer_received": "2026-11-12",
            },
            "independent-case-examiner",
            date(2027, 5, 12),
        ),
    ],
)
def test_the_deadlines_that_run_are_shown(problem: dict[str, Any], about: str, last_day: date) -> None:
    (planned,) = plan_for(problem, on=date(2026, 11, 20)).deadlines

    assert (planned.deadline.kind, planned.deadline.date) == (about, last_day)
    assert str(last_day.year) in planned.deadline.working


def test_a_late_case_shows_both_limits() -> None:
    planned = plan_for(sanction("2026-07-27")).deadlines

    assert [one.deadline.kind for one in planned] == [
        "mandatory-reconsideration",
        "mandatory-reconsideration-late",
    ]


def test_nobody_is_told_a_day_that_has_no_law() -> None:
    assert plan_for(SENT).deadlines == ()


def test_a_rough_date_counts_from_its_earliest_day() -> None:
    (planned,) = plan_for(sanction("2026-11")).deadlines

    assert (planned.deadline.date, planned.is_from_rough_day) == (date(2026, 12, 1), True)


def test_no_appeal_date_is_guessed_for_northern_ireland() -> None:
    plan = plan_for({**SENT, "answer": "refused", "answer_dated": "2026-11-12"}, nation="northern-ireland")

    assert plan.deadlines == ()
    assert len(plan.cautions) == 1


@pytest.mark.parametrize(
    "problem",
    [
        sanction(),
        sanction(decision={"is_open_ended": "yes"}),
        sanction(done_since={"state": "done"}),
        sanction("2026-07-27", late=[{"began": "2026-07-27", "what": "ill"}]),
        sanction(None, decision={"notice": "none-seen", "payment_day": "2026-11-12"}),
        threat(),
        threat(warning={"answer_by": "2026-11-25"}),
        demand(),
        demand(next_appointment="2026-11-30", handed_over={}),
    ],
)
@pytest.mark.parametrize(
    "facts", [{"safety": {"others_see": "prefer-not-to-say"}}, {"benefit": "new-style-esa"}]
)
def test_nobody_is_sent_to_an_account_that_is_not_safe_or_not_there(
    problem: dict[str, Any], facts: dict[str, Any]
) -> None:
    plan = plan_for(problem, **facts)
    said = " ".join(advice.text for advice in (*plan.warnings, *plan.lines, *plan.steps))

    assert plan.now
    assert re.findall(r"[^.]*(?:journal|to-do(?! or message)|screenshots of)[^.]*\.", said) == []


def test_a_password_that_somebody_still_has_is_the_first_step() -> None:
    assert plan_for(demand(handed_over={"changed": "not-yet"})).steps[0].id == "change-password"


def test_a_limit_that_has_passed_gives_no_day_by_which_to_post() -> None:
    planned, _ = plan_for(sanction("2026-07-27")).deadlines

    assert planned.deadline.working.endswith("ends on 27 August 2026, a Thursday. That day has passed.")
    assert planned.deadline.post_by is None


@pytest.mark.parametrize(
    ("writer", "facts", "words"),
    [
        ({"kind": "adviser", "name": "Sam", "authority_enclosed": True}, {}, ["no address or e-mail"]),
        ({"kind": "adviser", "name": "Sam", "email": "sam@example.org"}, {}, ["signed authority"]),
        ({"kind": "adviser", "name": "Sam"}, {}, ["no address or e-mail", "signed authority"]),
        (
            {"kind": "adviser", "name": "Sam", "address": ["2 High Street"], "authority_enclosed": True},
            {"records_request": {}},
            [],
        ),
        ({"kind": "appointee", "name": "Sam"}, {}, []),
        ({"kind": "appointee", "name": "Sam"}, {"records_request": {}}, ["letter of appointment"]),
        ({"kind": "claimant"}, {"records_request": {}}, []),
    ],
)
def test_what_whoever_writes_still_lacks_is_pointed_out(
    writer: dict[str, Any], facts: dict[str, Any], words: list[str]
) -> None:
    said = " ".join(plan_for(sanction(), writer=writer, **facts).cautions)

    assert [
        each for each in ("no address or e-mail", "signed authority", "letter of appointment") if each in said
    ] == words


def test_every_step_ends_with_somebody_free_to_ask() -> None:
    for problem in (sanction(), threat(), demand(), CLOSED, SENT):
        assert plan_for(problem).steps[-1].id == "adviser"


def test_the_free_advice_is_that_of_the_nation() -> None:
    said = {
        nation: plan_for(sanction(), nation=nation).steps[-1].text
        for nation in ("england", "wales", "scotland", "northern-ireland")
    }

    assert len(set(said.values())) == 4
    assert "Scotland" in said["scotland"]
    assert "Law Centre" in said["northern-ireland"]
