"""A warning is answered where it came: in the to-do only where there is one; nothing is volunteered."""

from __future__ import annotations

from typing import Any

import pytest
from tests import examples
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.case import Case
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sheet import sheet_of


def _advice(case: Case) -> str:
    sheet = sheet_of(make_plan(case, on=MONDAY))
    return " ".join(each.text for each in (*sheet.warnings, *sheet.steps, *sheet.lines))


@pytest.mark.parametrize("answer_by", ["2026-11-27", "2026-11-23", "2026-11-20", None])
@pytest.mark.parametrize(
    ("came_by", "has_to_do", "has_journal"),
    [
        ("to-do", True, False),
        ("journal", False, True),
        ("text-message", False, True),
        ("not-known", True, True),
    ],
)
def test_a_to_do_is_named_only_where_there_is_one(
    answer_by: str | None, came_by: str, *, has_to_do: bool, has_journal: bool
) -> None:
    said = _advice(case_of(threat(warning={"came_by": came_by, "answer_by": answer_by})))

    assert ("the to-do" in said) is has_to_do
    if has_journal:
        assert "in your journal" in said


def _letter(case: Case, kind: str = "mandatory-reconsideration") -> str:
    letter = make_plan(case, on=MONDAY).letter(kind)
    assert letter is not None
    return plain_text(fill(letter, case, on=MONDAY))


@pytest.mark.parametrize(
    ("facts", "is_said"),
    [
        ({}, False),
        ({"sides": ["did-it"]}, False),
        ({"sides": ["not-understood"]}, True),
        ({"told_them": {"day": "2026-10-12", "how": "phone", "words": "I cannot come."}}, True),
        ({"told_them": {"day": "2026-10-15", "how": "phone", "words": "I could not come."}}, False),
    ],
)
def test_having_seen_it_is_said_only_where_it_helps(facts: dict[str, Any], *, is_said: bool) -> None:
    told = sanction(
        failure={"kind": "missed-appointment", "happened": "2026-10-14"},
        requirement={
            "told_by": "journal",
            "told_on": "2026-10-07",
            "words": "Come at ten.",
            "seen": "before",
        },
        **facts,
    )

    assert ("saw it before" in _letter(case_of(told))) is is_said


LATE = ("although it is late", "because it is late", "If this is late", "as too late", "extend the time")


@pytest.mark.parametrize("name", examples.names())
def test_no_letter_in_time_speaks_of_being_late(name: str) -> None:
    case = examples.case_of(name)
    letter = make_plan(case, on=examples.AS_AT).letter("mandatory-reconsideration")
    if letter is None or letter.stage != "in-time":
        return
    text = plain_text(fill(letter, case, on=examples.AS_AT))

    assert [words for words in LATE if words in text] == []
