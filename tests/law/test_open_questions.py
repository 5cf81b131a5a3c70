"""What an adviser still has to settle is well recorded."""

from __future__ import annotations

import pytest

from challenge_letters.law import open_questions as room
from challenge_letters.law.errors import BadRecord
from challenge_letters.law.open_questions import open_questions


def test_every_nation_has_open_questions() -> None:
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        assert [each for each in open_questions() if nation in each.nations]


def test_each_question_can_be_read_by_itself() -> None:
    assert all(each.question.endswith(".") and not each.about.endswith(".") for each in open_questions())


@pytest.mark.parametrize(
    "slip", [{"nations": "france"}, {"question": ""}, {"answer": "yes"}, {"about": None}]
)
def test_a_question_that_is_not_well_formed_is_refused(slip: dict[str, object]) -> None:
    whole = {"about": "Something", "question": "What?", "nations": "all"}
    record = {key: value for key, value in {**whole, **slip}.items() if value is not None}
    with pytest.raises(BadRecord, match="a-question"):
        room._question("a-question", record)
