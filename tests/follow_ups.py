"""One complete follow-up of each kind, as it would be sent on a given day: the least with which it may be sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any


def _before(on: date, days: int) -> str:
    return (on - timedelta(days=days)).isoformat()


def complete(on: date) -> dict[str, dict[str, Any]]:
    """Return, by kind, facts with which a letter that comes next may be sent on the day `on`."""
    decision = {"dated": _before(on, 20), "failure": {"kind": "specific-task", "happened": _before(on, 40)}}
    facts: dict[str, dict[str, Any]] = {
        "requirement-met": {"decision": decision, "what": "I went.", "done_on": _before(on, 3)},
        "written-notice-request": {"payment_day": _before(on, 6)},
        "written-reasons-request": {
            "decision": decision,
            "gives_reasons": "no",
            "reconsideration": "asked",
        },
        "requirements-notice": {
            "within_six_months": "yes",
            "lives_apart": "yes",
            "used_in_last_year": "no",
        },
        "commitment-change": {
            "cannot_meet": "Thirty-five hours.",
            "why": "School ends at three.",
            "wording": "Eighteen hours.",
        },
        "no-answer": {"sent_on": _before(on, 30)},
        "appeal-grounds": {
            "decision": decision,
            "notice_dated": _before(on, 10),
            "left_out": "My list of calls.",
        },
    }
    facts |= _about_money_and_others(on, decision)
    return {kind: {"kind": kind, **each} for kind, each in facts.items()}


def _about_money_and_others(on: date, decision: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        "phone-call": {"needs": ["food"]},
        "payment-refused": {"refused_on": _before(on, 2), "fact": "I went to every appointment."},
        "payment-due": {"decision": decision, "notice_dated": _before(on, 40)},
        "records-late": {"received_on": _before(on, 50), "reply": "none"},
        "regulator": {
            "complained_on": _before(on, 50),
            "answer": "none",
            "what_is_wrong": "Nothing came.",
            "outcome_wanted": "They should answer.",
        },
        "examiner": {"response_received": _before(on, 30), "headings": [{"what": "Nobody rang back."}]},
        "mp": {"facts": "I was cut off.", "request": "Please ask them to answer."},
        "authority": {"organisation": "Testtown Advice"},
    }
