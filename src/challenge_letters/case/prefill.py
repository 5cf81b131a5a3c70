"""Fills what a follow-up leaves empty from the problem it is about, so that nothing is told twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import DecisionNamed, FailureNamed, FollowUp
from challenge_letters.case.problems import AlreadySent, AppliedSanction, Problem


def filled_from_case(follow_up: FollowUp, case: Case) -> FollowUp:
    """Return `follow_up` with its empty fields filled from the problem of `case` that it is about."""
    source = next((problem for problem in case.problems if problem.id == follow_up.about), None)
    if source is None:
        return follow_up
    known = {"decision": _decision(source), **_FROM.get(follow_up.kind, _nothing)(source)}
    gaps = {name: value for name, value in known.items() if _is_empty(follow_up, name) and value}
    return follow_up.model_copy(update=gaps)


def _is_empty(follow_up: FollowUp, name: str) -> bool:
    """Say whether the field `name` still holds what it holds when nothing has been said."""
    return bool(getattr(follow_up, name) == type(follow_up).model_fields[name].default)


def _decision(source: Problem) -> DecisionNamed | None:
    if not isinstance(source, AppliedSanction):
        return None
    return DecisionNamed(
        dated=source.decision.dated,
        notified=source.decision.notified,
        failure=FailureNamed(kind=source.failure.kind, happened=source.failure.day),
    )


def _nothing(_source: Problem) -> dict[str, Any]:
    return {}


def _met(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AppliedSanction):
        return {}
    is_done = source.done_since.state == "done"
    return {
        "done_on": source.done_since.day if is_done else None,
        "what": source.done_since.words if is_done else "",
        "is_open_ended": source.decision.is_open_ended,
        "reconsideration": "asked" if source.already_asked else "",
    }


def _notice(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AppliedSanction):
        return {}
    return {
        "payment_day": source.decision.payment_day,
        "payment_lower_by": source.decision.payment_lower_by,
        "statement_words": source.decision.statement_words,
        "because": source.account,
        "has_notice": source.decision.notice == "seen",
    }


def _reasons(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AppliedSanction):
        return {}
    asked = source.already_asked
    return {
        "gives_reasons": source.decision.gives_reasons,
        # The request is one of the letters of this very case.
        "reconsideration": "asked" if asked else "today",
        "asked_on": asked.day if asked else None,
    }


def _sent(source: Problem) -> dict[str, Any]:
    if isinstance(source, AlreadySent):
        return {"sent_on": source.sent_on}
    asked = source.already_asked if isinstance(source, AppliedSanction) else None
    return {"sent_on": asked.day, "how": asked.how} if asked else {}


def _refused(source: Problem) -> dict[str, Any]:
    if isinstance(source, AlreadySent):
        outcome = source.answer if source.answer in ("part", "too-late") else ""
        return {"asked_on": source.sent_on, "notice_dated": source.answer_dated, "outcome": outcome}
    asked = source.already_asked if isinstance(source, AppliedSanction) else None
    return {"asked_on": asked.day} if asked else {}


def _hardship(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AppliedSanction):
        return {}
    is_done = source.done_since.state == "done"
    conditions = {"done": "met", "not-yet": "not-yet", "rebooked": "not-yet"}
    return {
        "is_under_18": source.was_under_18,
        "condition": conditions.get(source.done_since.state, ""),
        "condition_met_on": source.done_since.day if is_done else None,
    }


def _records(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AlreadySent):
        return {}
    reply = "none" if source.answer == "none" else ""
    return {"sent_on": source.sent_on, "received_on": source.received_on, "reply": reply}


def _final_response(source: Problem) -> dict[str, Any]:
    if not isinstance(source, AlreadySent):
        return {}
    return {"response_dated": source.answer_dated, "response_received": source.answer_received}


_FROM: Mapping[str, Callable[[Problem], dict[str, Any]]] = {
    "requirement-met": _met,
    "written-notice-request": _notice,
    "written-reasons-request": _reasons,
    "no-answer": _sent,
    "appeal-grounds": _refused,
    "phone-call": _hardship,
    "records-late": _records,
    "examiner": _final_response,
}
