"""Only two kinds of interview are of the low level (UC Regs 2013 reg 104(1)(b)): the office is asked which it was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.cases import DECISION
from tests.argument.test_facts import text

ASKED = "Say whether this was a work-focused interview, or one connected with another requirement"
MISSED: dict[str, Any] = {
    "failure": {"kind": "missed-appointment", "happened": "2026-10-14"},
    "decision": DECISION,
    "groups": ["none"],
    "sides": ["had-reason"],
    "account": "I was in bed with a fever.",
}


@pytest.mark.parametrize("kind", ["missed-appointment", "missed-call", "late-for-appointment"])
def test_of_an_appointment_it_is_asked_which_interview_it_was(kind: str) -> None:
    assert f"{ASKED} (section 23(1)" in text({**MISSED, "failure": {**MISSED["failure"], "kind": kind}})


@pytest.mark.parametrize("kind", ["specific-task", "employer-interview", "work-search-hours"])
def test_of_nothing_else(kind: str) -> None:
    assert "work-focused interview" not in text({**MISSED, "failure": {**MISSED["failure"], "kind": kind}})


def test_where_nothing_could_be_asked_it_is_not_what_matters() -> None:
    assert "work-focused interview" not in text({**MISSED, "groups": ["child-under-1"]})


@pytest.mark.parametrize("provider", ["", "Example Works Ltd"])
def test_beside_a_disputed_notice_it_is_asked_once(provider: str) -> None:
    """A jobcentre is asked as a provider is; only a provider has to show its authority (section 29)."""
    failure = {**MISSED["failure"], "provider": provider}
    letter = text({**MISSED, "failure": failure, "sides": ["not-told"]})

    assert letter.count("work-focused interview") == 1
    assert "Please say as well whether it was a work-focused interview" in letter
    assert ("Please also show the authority of" in letter) is bool(provider)
