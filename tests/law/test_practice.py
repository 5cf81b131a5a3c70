"""Practice is dated data: it says where it comes from, and where its number stands in words too."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind
from challenge_letters.law.practice import months, span, working_days

TOP = Path(__file__).parents[2]
UNITS = {"days", "weeks", "months", "working_days"}
HELD = read("practice.yaml")


@pytest.mark.parametrize("name", HELD)
def test_a_period_has_one_unit_a_source_and_a_day(name: str) -> None:
    record = HELD[name]

    assert len(UNITS & set(record)) == 1
    assert record["what"].endswith(".")
    assert record["rests_on"].endswith(".")
    assert isinstance(record["since"], date)
    assert [each for each in record.get("also_said", ()) if not (TOP / each).is_file()] == []


def test_a_period_is_read_in_its_unit() -> None:
    assert span("chase") == timedelta(days=42)
    assert (months("longest-authority"), working_days("days-for-the-post")) == (6, 2)
    with pytest.raises(UnknownKind, match="months"):
        months("chase")
    with pytest.raises(UnknownKind):
        span("chase-for-ever")
