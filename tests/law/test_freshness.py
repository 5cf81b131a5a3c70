"""How old a text or an address may be, to the day."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.law import freshness
from challenge_letters.law.authorities import register
from challenge_letters.law.errors import BadRecord
from challenge_letters.law.freshness import limit, whole_years


@pytest.mark.parametrize(
    ("authority", "on", "years", "is_old"),
    [
        ("uc-regs-104", date(2026, 11, 22), 7, True),  # read as it stood on 31 December 2018
        ("uc-regs-104", date(2026, 12, 31), 8, True),
        ("wra-2012-s27-2", date(2026, 11, 22), 0, False),  # 1 December 2025
        ("wra-2012-s27-2", date(2027, 11, 30), 1, False),
        ("wra-2012-s27-2", date(2027, 12, 1), 2, True),  # nobody looked again: it does not stay fresh
        ("ssa-1998-s9-1", date(2026, 11, 22), 27, True),
        ("case-jb", date(2030, 1, 1), None, False),  # a case is not a text with versions
    ],
)
def test_a_text_read_in_an_old_version_never_looks_fresh(
    authority: str, on: date, years: int | None, is_old: bool
) -> None:
    found = register()[authority]
    assert found.age_of_text(on=on) == years
    assert found.is_old_text(on=on) is is_old


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2024, 6, 1), date(2026, 6, 1), 2),
    ],
)
def test_whole_years(since: date, until: date, years: int) -> None:
    assert whole_years(since, until) == years


@pytest.mark.parametrize("record", [{}, {"value": 0, "why": "x"}, {"value": 2}, {"value": "two", "why": "x"}])
def test_a_limit_without_a_number_or_a_reason_is_refused(
    monkeypatch: pytest.MonkeyPatch, record: dict[str, object]
) -> None:
    monkeypatch.setattr(freshness, "read", lambda name: {"text_years": record})
    with pytest.raises(BadRecord, match="text_years"):
        limit.__wrapped__("text_years")
