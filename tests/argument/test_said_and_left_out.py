"""What was said at the time, what a letter has said already, and what is no ground of its own."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.case.admissions import admitted_in
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
ADVISER: dict[str, Any] = {
    "writer": {"kind": "adviser", "name": "Sam Adviser", "calls_them": "Ms Example"},
    "claimant": {"name": "Ann Example"},
}


def _letter(*problems: Any, kind: str = "", **facts: Any) -> str:
    plan = make_plan(case_of(*problems, **facts), on=MONDAY)
    letter = plan.letter(kind) if kind else plan.now  # type: ignore[arg-type]
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on)).replace("\n", " ")


# -- what stands in quotation marks


@pytest.mark.parametrize(
    ("account", "asked_about"),
    [
        ('At 13.20 I wrote: "Sorry I missed this morning. I forgot."', ()),
        ("She wrote “he forgot to come”.", ()),
        ('I forgot it. At 13.20 I wrote: "Can I come tomorrow?"', ("I forgot it.",)),
        ("I forgot, so I wrote “Sorry. May I come?”", ("I forgot, so I wrote “Sorry. May I come?”",)),
        ("“I forgot it.”", ("“I forgot it.”",)),
        ("Ms Example says: “I forgot it.”", ("Ms Example says: “I forgot it.”",)),
    ],
)
def test_what_was_said_at_the_time_is_not_asked_about(account: str, asked_about: tuple[str, ...]) -> None:
    found = admitted_in(case_of(threat(account=account)))

    assert tuple(each.sentence for each in found) == asked_about
