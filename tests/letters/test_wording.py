"""Days, sums and lists in the words of a letter."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.case.rough_days import RoughDay
from challenge_letters.letters.wording import as_lines, day, listed, on_day, on_one_line, pounds


@pytest.mark.parametrize(
    ("when", "plain", "with_preposition"),
    [
        (date(2027, 1, 31), "31 January 2027", "on 31 January 2027"),
        (RoughDay(2027, 1, 31), "31 January 2027", "on 31 January 2027"),
        (RoughDay(2027, 1), "January 2027", "in January 2027"),
    ],
)
def test_days(when: date | RoughDay, plain: str, with_preposition: str) -> None:
    assert (day(when), on_day(when)) == (plain, with_preposition)


@pytest.mark.parametrize(
    ("things", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (["", "a", ""], "a")],
)
def test_lists(things: list[str], words: str) -> None:
    assert listed(things) == words


def test_sums_and_addresses() -> None:
    assert pounds("12.50") == "£12.50"
    assert as_lines(["1 Mill Lane", "", "Leeds"]) == "1 Mill Lane\nLeeds"
    assert on_one_line(["1 Mill Lane", "", "Leeds"]) == "1 Mill Lane, Leeds"
