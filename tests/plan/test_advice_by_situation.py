"""What somebody is told about what is at risk, about a cut without a word, and about what comes after a letter."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.plan.outcome import Advice, Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.report import as_text

UNSEEN = sanction(None, decision={"notice": "none-seen", "payment_day": "2026-11-12"})


def _plan(*problems: dict[str, Any], **facts: Any) -> Plan:
    return make_plan(case_of(*problems, **facts), on=MONDAY)


def _text(where: tuple[Advice, ...], advice_id: str) -> str:
    return next((each.text for each in where if each.id == advice_id), "")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"failure": {"kind": "missed-appointment"}},
            "low level at most: each day until",
        ),
        ({"failure": {"kind": "work-search-hours"}}, "medium level at most: 28 days"),
        ({"failure": {"kind": "left-job"}}, "higher level at most: 91 days"),
        (
            {"failure": {"kind": "left-job"}, "was_under_18": "yes"},
            "higher level at most: 14 days",
        ),
    ],
)
def test_a_warning_names_what_they_could_decide(facts: dict[str, Any], said: str) -> None:
    assert said in _text(_plan(threat(**facts)).lines, "risk-threat")


def test_seven_days_follow_the_open_ended_ones_for_a_first_failure() -> None:
    told = _text(_plan(threat(failure={"kind": "missed-call"}, was_under_18="no")).lines, "risk-threat")

    assert "and then 7 days more" in told


def test_a_demand_names_what_they_could_decide() -> None:
    assert "low level" in _text(_plan(demand()).lines, "risk-demand")


def test_nothing_is_said_of_a_failure_that_is_not_named() -> None:
    assert not _text(_plan(threat()).lines, "risk-threat")


def test_a_cut_that_nobody_explained_asks_nobody_to_do_what_was_asked() -> None:
    told = as_text(_plan(UNSEEN))

    assert "Do what they asked" not in told
    assert "address on the decision" not in told
    assert "top of the decision letter" not in told
    assert "comply-unexplained" in [each.id for each in _plan(UNSEEN).warnings]


@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa", "new-style-esa"])
@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_no_address_is_named_where_no_decision_was_seen(benefit: str, nation: str) -> None:
    assert "address on the decision" not in as_text(_plan(UNSEEN, benefit=benefit, nation=nation))


def test_a_failure_that_the_statement_names_can_still_be_made_good() -> None:
    named = {**UNSEEN, "failure": {"kind": "missed-appointment"}}

    assert "comply" in [each.id for each in _plan(named).steps]


LATE = {"kind": "records-late", "received_on": "2026-10-01", "reply": "none"}
CHASED = {"kind": "no-answer", "sent_on": "2026-10-01"}


def test_records_that_are_late_name_the_regulator_and_from_when() -> None:
    # Thirty days after 23 November are 23 December.
    assert "from 24 December 2026" in _text(_plan(LATE).lines, "records-regulator")


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_no_answer_names_the_week_in_which_to_ask_again(nation: str) -> None:
    told = [each.text for each in _plan(CHASED, nation=nation).lines if each.id.startswith("chase-again")]

    assert len(told) == 1
    assert "in the week of 21 December 2026" in told[0]


@pytest.mark.parametrize("is_still_happening", [True, False])
def test_a_complaint_never_comes_before_the_reminder(is_still_happening: bool) -> None:
    complaint = {
        "events": [{"day": "2026-11-02", "what": "Nobody rang."}],
        "is_still_happening": is_still_happening,
    }

    now = _plan(CHASED, complaint=complaint).now

    assert now is not None
    assert now.kind == "no-answer"


@pytest.mark.parametrize("sent_on", ["2026-11-20", "2026-10-01"])
def test_a_reply_that_is_no_decision_is_answered_at_once(sent_on: str) -> None:
    told = {**CHASED, "sent_on": sent_on, "said_back": "You are out of time. You must ring us."}

    assert _plan(told).letter("no-answer")


@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa"])
def test_somebody_who_was_not_safe_is_offered_the_notice_that_stops_requirements(benefit: str) -> None:
    told = sanction(reasons=[{"kind": "not-safe"}])
    notice = {"kind": "requirements-notice"}

    assert "thirteen weeks" in as_text(_plan(told, benefit=benefit))
    assert not _text(_plan(told, notice, benefit=benefit).lines, "stop-notice")
    assert not _text(_plan(sanction(), benefit=benefit).lines, "stop-notice")


@pytest.mark.parametrize(
    ("kind", "words"),
    [("helper", "they sign the letter"), ("adviser", "your client"), ("appointee", "you do for them")],
)
def test_the_page_says_whom_it_speaks_to(kind: str, words: str) -> None:
    other = _plan(sanction(), writer={"kind": kind, "name": "Sam"})

    assert words in _text(other.lines, f"you-is-{kind}")


def test_the_page_of_somebody_who_writes_for_themselves_says_nothing_of_it() -> None:
    assert not [each.id for each in _plan(sanction()).lines if each.id.startswith("you-is")]
