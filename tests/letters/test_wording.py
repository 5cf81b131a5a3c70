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


@pytest.mark.parametrize(
    ("things", "words"),
    [
        (
            ["looking after my mum, who has MS", "the commitment"],
            "looking after my mum, who has MS, and the commitment",
        ),
        (["the truck and the breaks", "the pay"], "the truck and the breaks, and the pay"),
        (["fares (£3, receipt enclosed)", "charges"], "fares (£3, receipt enclosed) and charges"),
        (["£1,200 of pay", "the hours"], "£1,200 of pay and the hours"),
        (["my mum, who has MS"], "my mum, who has MS"),
    ],
)
def test_a_thing_of_parts_is_kept_apart_from_the_last_of_a_list(things: list[str], words: str) -> None:
    assert listed(things) == words


def test_sums_and_addresses() -> None:
    assert pounds("12.50") == "£12.50"
    assert as_lines(["1 Mill Lane", "", "Leeds"]) == "1 Mill Lane\nLeeds"
    assert on_one_line(["1 Mill Lane", "", "Leeds"]) == "1 Mill Lane, Leeds"
