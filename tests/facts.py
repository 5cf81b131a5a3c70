"""Small cases for tests, written as an adviser would tell them."""

from __future__ import annotations

from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case

MONDAY = date(2026, 11, 23)


def case_of(*problems: dict[str, Any], **facts: Any) -> Case:
    """Return a case in England on Universal Credit with these problems; `facts` replace or add to that."""
    return build_case(
        {"format": 1, "nation": "england", "benefit": "universal-credit", "problems": list(problems), **facts}
    )


def sanction(notified: str | None = "2026-11-02", /, **facts: Any) -> dict[str, Any]:
    """Return an applied sanction notified on that day. `decision` facts are added to the day."""
    decision = {"notified": notified, **facts.pop("decision", {})} if notified else facts.pop("decision", {})
    return {
        "kind": "applied-sanction",
        "decision": decision,
        "account": "I was ill.",
        "sides": ["had-reason"],
        **facts,
    }


def threat(**facts: Any) -> dict[str, Any]:
    """Return a warning of a sanction."""
    return {"kind": "threatened-sanction", "account": "The bus did not come.", **facts}


def demand(**facts: Any) -> dict[str, Any]:
    """Return a demand for a job-site password, with one way to show the work search."""
    return {
        "kind": "account-demand",
        "wanted": "job-site-password",
        "offers": [{"way": "enclosed", "what": "a list"}],
        **facts,
    }
