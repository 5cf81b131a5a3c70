"""A fit note that had just been given lifts the job search: only that, and only for as long as the rule says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.argument.test_facts import text

NOTE = {"began": "2026-10-01", "ended": "2026-10-28", "told_on": "2026-10-05"}


def about(kind: str = "particular-vacancy", **note: str) -> str:
    """Return the letter about a failure of 14 October with a fit note."""
    problem: dict[str, Any] = {
        "failure": {"kind": kind, "happened": "2026-10-14"},
        "fit_note": {**NOTE, **note},
        "groups": ["fit-note"],
        "sides": ["had-reason"],
        "account": "I was in bed.",
        "reasons": [{"kind": "ill", "fact": "I had a fever."}],
    }
    return text(problem)


def test_job_search_in_the_fortnight_after_it_could_not_be_required() -> None:
    letter = about()
    assert "No search could be required so soon after the fit note" in letter
    assert "you were given it on 5 October" in letter
    assert "For 14 days after that, and twice in twelve months, no search for work can be required" in letter
    assert "regulation 99(4)" in letter
    assert "14 October lies within them" in letter


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("particular-vacancy", {"told_on": "2026-09-30", "began": "2026-09-20"}),
        ("particular-vacancy", {"told_on": "2026-10-14"}),
        ("particular-vacancy", {"told_on": "2026-10-20"}),
        ("particular-vacancy", {"ended": "2026-10-10"}),
        ("missed-appointment", {}),
        ("left-job", {}),
    ],
)
def test_nothing_else_is_lifted(kind: str, note: dict[str, str]) -> None:
    assert "so soon after the fit note" not in about(kind, **note)
