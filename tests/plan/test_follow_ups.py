"""When a letter that follows a first one may be sent, and when not: days on both sides of every limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction
from tests.follow_ups import complete

from challenge_letters.case.case import Case
from challenge_letters.letter_kinds.kinds import FIRST_KINDS, LETTER_KINDS
from challenge_letters.plan.follow_ups import RULES
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

SENT = {"kind": "already-sent", "what": "mandatory-reconsideration", "sent_on": "2026-10-05"}
DONE = {"state": "done", "day": "2026-11-19", "words": "I went to the new appointment."}
OPEN_ENDED = {"is_open_ended": "yes"}
LOW = {"kind": "specific-task", "happened": "2026-10-14"}


def follow_up(kind: str, **facts: Any) -> dict[str, Any]:
    return {**complete(MONDAY)[kind], **facts}


def plan_for(*problems: dict[str, Any], on: date = MONDAY, **facts: Any) -> Plan:
    return make_plan(case_of(*problems, **facts), on=on)


def refused(plan: Plan, kind: str) -> str:
    """Return the id of the reason for not writing the letter; "" when it can be written."""
    return "".join(letter.reason_id for letter in plan.unwritten if letter.kind == kind)


def test_every_kind_that_follows_has_its_rule() -> None:
    assert set(RULES) == set(LETTER_KINDS) - set(FIRST_KINDS)
    assert set(complete(MONDAY)) == set(RULES)


@pytest.mark.parametrize("kind", RULES)
def test_with_its_few_facts_a_letter_is_the_one_to_send(kind: str) -> None:
    plan = plan_for(complete(MONDAY)[kind])

    assert plan.now
    assert plan.now.kind == kind
    assert not plan.now.is_optional
    assert refused(plan, "mandatory-reconsideration") == "next-step"


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_where_the_claim_is_closed_nothing_follows(kind: str, nation: str) -> None:
    plan = plan_for(complete(MONDAY)[kind], {"kind": "claim-closed"}, nation=nation)

    assert plan.letter(kind) is None
    assert refused(plan, kind) in ("claim-closed", "northern-ireland-appeal")


@pytest.mark.parametrize("kind", RULES)
def test_what_comes_next_is_written_in_northern_ireland_where_its_law_is_known(kind: str) -> None:
    plan = plan_for(complete(MONDAY)[kind], nation="northern-ireland")

    assert refused(plan, kind) == ("northern-ireland-appeal" if kind == "appeal-grounds" else "")


REFUSED: list[tuple[str, dict[str, Any], date, str]] = [
    # I have done it: only once it is done, and only where the days are open-ended.
    ("requirement-met", {"done_on": "2026-11-23"}, MONDAY, ""),
    ("requirement-met", {"done_on": "2026-11-24"}, MONDAY, "met-not-yet"),
    ("requirement-met", {"done_on": "2026-11"}, MONDAY, ""),
    ("requirement-met", {"done_on": None}, MONDAY, "met-not-done"),
    ("requirement-met", {"what": ""}, MONDAY, "met-not-done"),
    ("requirement-met", {"is_open_ended": "no"}, MONDAY, "met-fixed-length"),
    ("requirement-met", {"decision": {"failure": {"kind": "job-offer"}}}, MONDAY, "met-fixed-length"),
    (
        "requirement-met",
        {"decision": {"failure": {"kind": "job-offer"}}, "is_open_ended": "yes"},
        MONDAY,
        "",
    ),
    # Written notice: for somebody who has none.
    ("written-notice-request", {"has_notice": True}, MONDAY, "notice-is-here"),
    ("written-notice-request", {"payment_day": None}, MONDAY, "notice-needs-payment"),
    ("written-notice-request", {"payment_day": "2026-11"}, MONDAY, ""),
    # Written reasons: within the month, if the notice has none, and never instead of the request.
    ("written-reasons-request", {"gives_reasons": "yes"}, MONDAY, "reasons-are-given"),
    ("written-reasons-request", {"gives_reasons": "not-known"}, MONDAY, "reasons-look-first"),
    ("written-reasons-request", {"reconsideration": "not-asked"}, MONDAY, "reasons-ask-first"),
    ("written-reasons-request", {"decision": {}}, MONDAY, "reasons-need-a-day"),
    ("written-reasons-request", {"decision": {"dated": "2026-10-23"}}, MONDAY, ""),
    ("written-reasons-request", {"decision": {"dated": "2026-10-22"}}, MONDAY, "reasons-too-late"),
    ("written-reasons-request", {"decision": {"dated": "2026-10"}}, MONDAY, ""),
    ("written-reasons-request", {"decision": {"dated": "2026-10"}}, date(2026, 12, 1), "reasons-too-late"),
    # The day it was sent counts, where it is known.
    (
        "written-reasons-request",
        {"decision": {"dated": "2026-10-20", "notified": "2026-10-24"}},
        MONDAY,
        "",
    ),
    # Stop requirements: every condition, or not at all.
    ("requirements-notice", {"within_six_months": "no"}, MONDAY, "stop-conditions"),
    ("requirements-notice", {"within_six_months": "not-known"}, MONDAY, "stop-conditions"),
    ("requirements-notice", {"lives_apart": "no"}, MONDAY, "stop-conditions"),
    ("requirements-notice", {"used_in_last_year": "yes"}, MONDAY, "stop-used-before"),
    ("requirements-notice", {"used_in_last_year": "not-known"}, MONDAY, "stop-used-before"),
    # A change of the commitment: what, why, and what instead.
    ("commitment-change", {"cannot_meet": ""}, MONDAY, "change-needs-words"),
    ("commitment-change", {"why": ""}, MONDAY, "change-needs-words"),
    ("commitment-change", {"wording": ""}, MONDAY, "change-needs-words"),
    # No answer: from the fifteenth day on; a rough day is taken at its latest.
    ("no-answer", {"sent_on": "2026-11-09"}, MONDAY, ""),
    ("no-answer", {"sent_on": "2026-11-10"}, MONDAY, "chase-too-soon"),
    ("no-answer", {"sent_on": "2026-10"}, MONDAY, ""),
    ("no-answer", {"sent_on": "2026-11"}, MONDAY, "chase-too-soon"),
    ("no-answer", {"sent_on": None}, MONDAY, "chase-needs-a-day"),
    # An appeal: a month from the date on the notice, a year more with reasons, then no more.
    ("appeal-grounds", {"notice_dated": None}, MONDAY, "appeal-needs-the-notice"),
    ("appeal-grounds", {"left_out": ""}, MONDAY, "appeal-needs-grounds"),
    ("appeal-grounds", {"left_out": "", "findings": [{"quote": "You did not."}]}, MONDAY, "appeal-needs-grounds"),
    ("appeal-grounds", {"left_out": "", "findings": [{"answer": "I did."}]}, MONDAY, ""),
    ("appeal-grounds", {"left_out": "", "not_shown": ["notification"]}, MONDAY, ""),
    ("appeal-grounds", {"notice_dated": "2026-10-23"}, MONDAY, ""),
    ("appeal-grounds", {"notice_dated": "2026-10-20"}, MONDAY, "appeal-late-needs-reasons"),
    ("appeal-grounds", {"notice_dated": "2026-10-22", "appeal_late_because": "Ill."}, MONDAY, ""),
    ("appeal-grounds", {"notice_dated": "2025-10-23", "appeal_late_because": "Ill."}, MONDAY, ""),
    ("appeal-grounds", {"notice_dated": "2025-10-22", "appeal_late_because": "Ill."}, MONDAY, "appeal-is-over"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "facts", "on", "reason"), REFUSED)
def test_a_letter_is_sent_at_its_time_or_says_why_not(
    kind: str, facts: dict[str, Any], on: date, reason: str
) -> None:
    plan = plan_for(follow_up(kind, **facts), on=on)

    assert refused(plan, kind) == reason
    assert (plan.letter(kind) is None) is bool(reason)


@pytest.mark.parametrize(
    ("kind", "facts", "sentence"),
    [
        ("no-answer", {"sent_on": "2026-11-10"}, "You can send this from 24 November 2026."),
        ("requirement-met", {"done_on": "2026-12-07"}, "You can send this from 7 December 2026, when"),
        ("written-reasons-request", {"decision": {"dated": "2026-10-22"}}, "ended on 22 November 2026."),
        ("appeal-grounds", {"notice_dated": "2026-10-20"}, "The month to appeal ended on 20 November 2026."),
    ],
)
def test_a_refusal_names_the_day(kind: str, facts: dict[str, Any], sentence: str) -> None:
    assert sentence in plan_for(follow_up(kind, **facts)).why_not(kind)


# -- versions


@pytest.mark.parametrize(
    ("sent_on", "complain", "variant"),
    [
        ("2026-10-13", False, "registered"),
        ("2026-10-12", False, "chaser"),
        ("2026-10-12", True, "complaint"),
        ("2026-10-13", True, "registered"),
        # On the last day it can have been, the six weeks have not passed.
        ("2026-10", True, "registered"),
    ],
)
def test_first_is_it_registered_and_from_the_sixth_week_a_reminder(
    sent_on: str, complain: bool, variant: str
) -> None:
    now = plan_for(follow_up("no-answer", sent_on=sent_on, complain=complain)).now

    assert now
    assert now.variant == variant


@pytest.mark.parametrize(
    ("dated", "variant"), [("2026-10-23", ""), ("2026-10-22", ""), ("2026-10-20", "late"), ("2026-10", "")]
)
def test_an_appeal_asks_for_more_time_only_when_the_month_has_passed(dated: str, variant: str) -> None:
    plan = plan_for(follow_up("appeal-grounds", notice_dated=dated, appeal_late_because="Ill."))

    assert plan.now
    assert plan.now.variant == variant


@pytest.mark.parametrize(
    ("groups", "level"), [(["none"], "low"), (["child-1"], "lowest"), (["not-known"], "low"), ([], "low")]
)
def test_the_level_decides_which_rule_ends_the_days(groups: list[str], level: str) -> None:
    failure = {"kind": "missed-appointment", "happened": "2026-10-14"}
    decided = sanction(
        "2026-11-02", id="s", failure=failure, groups=groups, decision=OPEN_ENDED, done_since=DONE
    )
    letter = plan_for(decided, {"kind": "requirement-met", "about": "s"}).letter("requirement-met")

    assert letter
    assert letter.variant == level


# -- a request that was refused as too late


@pytest.mark.parametrize(
    ("decided", "asked_on", "reason"),
    [
        ("2025-09-30", "2026-10-30", ""),
        ("2025-09-30", "2026-10-31", "appeal-very-late-request"),
        ("2025-09-30", None, "appeal-needs-both-days"),
        (None, "2026-10-30", "appeal-needs-both-days"),
        # A rough day is read against the appeal: it may not promise what is not certain.
        ("2025-09", "2026-10-01", ""),
        ("2025-09", "2026-10", "appeal-very-late-request"),
    ],
)
def test_only_a_request_within_thirteen_months_opens_the_appeal(
    decided: str | None, asked_on: str | None, reason: str
) -> None:
    facts = {
        "outcome": "too-late",
        "asked_on": asked_on,
        "decision": {"notified": decided} if decided else {},
    }

    assert refused(plan_for(follow_up("appeal-grounds", **facts)), "appeal-grounds") == reason


# -- which first, and what is only offered


def test_what_has_been_done_is_told_before_anything_else() -> None:
    plan = plan_for(sanction(id="s"), follow_up("requirement-met"))

    assert [letter.kind for letter in plan.letters][:2] == ["requirement-met", "mandatory-reconsideration"]


def test_reasons_are_asked_for_beside_the_request_and_after_it() -> None:
    decided = sanction("2026-11-02", id="s", decision={"gives_reasons": "no"})
    plan = plan_for(decided, {"kind": "written-reasons-request", "about": "s"})

    assert [letter.kind for letter in plan.letters][:2] == [
        "mandatory-reconsideration",
        "written-reasons-request",
    ]


def test_reasons_are_not_asked_for_where_the_request_cannot_be_written() -> None:
    decided = sanction("2026-11-02", id="s", account="", sides=[], decision={"gives_reasons": "no"})
    plan = plan_for(decided, {"kind": "written-reasons-request", "about": "s"})

    assert refused(plan, "written-reasons-request") == "reasons-ask-first"


def offered(case: Case) -> list[str]:
    kinds = [letter.kind for letter in make_plan(case, on=MONDAY).letters if letter.is_optional]
    return [kind for kind in kinds if kind != "subject-access-request"]


@pytest.mark.parametrize(
    ("problem", "kinds"),
    [
        (sanction(decision=OPEN_ENDED, done_since=DONE), ["requirement-met"]),
        (sanction(decision=OPEN_ENDED, done_since={"state": "done"}), []),
        (sanction(decision=OPEN_ENDED, done_since={"state": "rebooked"}), []),
        (sanction(done_since=DONE), []),
        (sanction(None, decision={"notice": "none-seen", "payment_day": "2026-11-17"}), ["written-notice-request"]),
        (SENT, ["no-answer"]),
        ({**SENT, "sent_on": "2026-11-10"}, []),
        ({**SENT, "answer": "changed"}, []),
        ({**SENT, "what": "complaint"}, []),
    ],
)  # fmt: skip
def test_the_facts_of_a_case_offer_a_letter_without_another_question(
    problem: dict[str, Any], kinds: list[str]
) -> None:
    assert offered(case_of(problem)) == kinds


def test_what_is_only_offered_is_never_the_letter_to_send() -> None:
    plan = plan_for(sanction(decision=OPEN_ENDED, done_since=DONE))

    assert plan.now
    assert plan.now.kind == "mandatory-reconsideration"
    assert plan_for(SENT).now is None


def test_what_was_asked_for_is_not_offered_again() -> None:
    decided = sanction(id="s", decision=OPEN_ENDED, done_since=DONE)
    plan = plan_for(decided, {"kind": "requirement-met", "about": "s"})

    assert [letter.kind for letter in plan.letters].count("requirement-met") == 1
    assert offered(plan.case) == []


# -- nothing is told twice


def told_in(plan: Plan, kind: str) -> dict[str, Any]:
    """Return what the letter of that `kind` is told from, as in a case file."""
    letter = plan.letter(kind)
    assert letter
    assert letter.follow_up
    return letter.follow_up.model_dump(mode="json", exclude_defaults=True)


def test_a_follow_up_takes_its_facts_from_the_decision_it_is_about() -> None:
    decided = sanction("2026-11-02", id="s", failure=LOW, decision=OPEN_ENDED, done_since=DONE)
    plan = plan_for(
        {**decided, "already_asked": {"day": "2026-11-16"}}, {"kind": "requirement-met", "about": "s"}
    )

    assert told_in(plan, "requirement-met") == {
        "kind": "requirement-met",
        "about": "s",
        "decision": {
            "notified": "2026-11-02",
            "failure": {"kind": "specific-task", "happened": "2026-10-14"},
        },
        "done_on": "2026-11-19",
        "what": "I went to the new appointment.",
        "is_open_ended": "yes",
        "reconsideration": "asked",
    }


def test_what_a_follow_up_says_itself_stands() -> None:
    decided = sanction("2026-11-02", id="s", decision=OPEN_ENDED, done_since=DONE)
    plan = plan_for(decided, {"kind": "requirement-met", "about": "s", "what": "I wrote the plan."})
    told = told_in(plan, "requirement-met")

    assert (told["what"], told["done_on"]) == ("I wrote the plan.", "2026-11-19")


def test_a_refusal_takes_its_days_from_what_was_sent() -> None:
    sent = {**SENT, "id": "sent", "answer": "too-late", "answer_dated": "2026-11-12"}
    grounds = {
        "kind": "appeal-grounds",
        "about": "sent",
        "left_out": "My list.",
        "decision": {"dated": "2026-07-06"},
    }
    plan = plan_for(sent, grounds)

    assert told_in(plan, "appeal-grounds")["outcome"] == "too-late"
    assert [str(deadline.deadline.date) for deadline in plan.deadlines][-1] == "2026-12-12"


def test_the_clock_of_a_decision_is_shown_once() -> None:
    decided = sanction("2026-11-02", id="s", decision={"gives_reasons": "no"})
    plan = plan_for(decided, {"kind": "written-reasons-request", "about": "s"})

    assert [deadline.problem for deadline in plan.deadlines] == ["s"]


# -- what is said on screen


@pytest.mark.parametrize("kind", RULES)
def test_each_says_what_presses_and_what_to_do(kind: str) -> None:
    plan = plan_for(complete(MONDAY)[kind])

    first = "deadline" if kind in ("appeal-grounds", "examiner") else kind
    # What is read out on the phone is sent to nobody.
    sent = [] if kind == "phone-call" else ["not-sent"]
    assert [warning.id for warning in plan.warnings] == [first, *sent]
    # Food does not wait for an answer.
    no_money = kind in ("phone-call", "payment-refused", "payment-due", "written-notice-request")
    assert [step.id for step in plan.steps] == [kind, *(["crisis-help"] if no_money else []), "adviser"]


@pytest.mark.parametrize("kind", RULES)
def test_nobody_is_sent_to_an_account_that_is_not_safe(kind: str) -> None:
    plan = plan_for(complete(MONDAY)[kind], safety={"others_see": "yes", "account_is_safe": "no"})
    told = [f"{each.heading} {each.text}" for each in (*plan.warnings, *plan.lines, *plan.steps)]

    assert [text for text in told if "into your journal" in text] == []


@pytest.mark.parametrize(
    ("same", "reason", "lines"),
    [
        ("yes", "", ["appeal-only-then", "appeal-money"]),
        ("not-known", "", ["appeal-only-then", "appeal-money"]),
        ("no", "open-queries", ["appeal-only-then", "appeal-told-otherwise", "appeal-money"]),
    ],
)
def test_an_appeal_that_tells_another_story_is_asked_about_first(
    same: str, reason: str, lines: list[str]
) -> None:
    plan = plan_for(follow_up("appeal-grounds", tells_it_the_same=same))

    assert refused(plan, "appeal-grounds") == reason
    assert [line.id for line in plan.lines] == lines


def test_once_explained_the_appeal_is_written() -> None:
    explained = [{"query": "appeal-grounds:told-otherwise", "answer": "explained", "words": "I had slept."}]
    plan = plan_for(follow_up("appeal-grounds", tells_it_the_same="no"), answered_queries=explained)

    assert plan.now
    assert plan.now.kind == "appeal-grounds"


@pytest.mark.parametrize(
    ("decision", "query"),
    [
        ({"dated": "2026-11-24"}, "no-answer:future-day"),
        (
            {"dated": "2026-09-01", "failure": {"happened": "2026-09-02"}},
            "no-answer:decision-before-failure",
        ),
        ({"dated": "2026-09-02", "notified": "2026-09-01"}, "no-answer:notified-before-dated"),
    ],
)
def test_days_that_do_not_fit_are_asked_about(decision: dict[str, Any], query: str) -> None:
    plan = plan_for(follow_up("no-answer", decision=decision))

    assert [each.key for each in plan.queries] == [query]
    assert refused(plan, "no-answer") == "open-queries"


@pytest.mark.parametrize(
    ("nation", "said"), [("england", "opens the appeal"), ("northern-ireland", "ask an adviser at once")]
)
def test_ring_us_is_no_decision_and_a_refusal_leads_on_to_the_appeal(nation: str, said: str) -> None:
    told = {"kind": "no-answer", "sent_on": "2026-11-12", "said_back": "You must ring. You are too late."}
    plan = make_plan(case_of(told, nation=nation), on=MONDAY)

    assert plan.now is not None
    assert plan.now.kind == "no-answer"
    assert said in next(line.text for line in plan.lines if line.id.startswith("no-decision"))
