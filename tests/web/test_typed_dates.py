"""Three boxes read as a date, without guessing."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.web.typed_dates import NotADate, typed_date


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        (("14", "3", "2027"), date(2027, 3, 14)),
        ((" 4 ", "03", "2027"), date(2027, 3, 4)),
        (("28", "Feb", "2027"), date(2027, 2, 28)),
        (("28", "february", "2027"), date(2027, 2, 28)),
        (("1", "Sept.", "2026"), date(2026, 9, 1)),
        (("29", "2", "2028"), date(2028, 2, 29)),
        (("", " ", ""), None),
        (("14th", "3", "2027"), date(2027, 3, 14)),
        (("1ST", "Mar,", "2027."), date(2027, 3, 1)),
        (("22nd", "/3", "2027"), date(2027, 3, 22)),
        (("3rd", "3", "(2027)"), date(2027, 3, 3)),
        (("١٤", "٣", "٢٠٢٧"), date(2027, 3, 14)),
        (("１４", "3\u200b", "\u200f2027"), date(2027, 3, 14)),
        ((".", "-", "/"), None),
    ],
)
def test_dates(boxes: tuple[str, str, str], expected: date | None) -> None:
    assert typed_date(*boxes) == expected


@pytest.mark.parametrize(
    ("boxes", "sentence", "wrong"),
    [
        (
            ("31", "2", "2027"),
            "There is no 31 February 2027. Check the day and the month.",
            ("day", "month"),
        ),
        (
            ("29", "Feb", "2027"),
            "There is no 29 February 2027. Check the day and the month.",
            ("day", "month"),
        ),
        (("0", "3", "2027"), "There is no 0 March 2027. Check the day and the month.", ("day", "month")),
        (
            ("14", "13", "2027"),
            "Write the month as a number from 1 to 12, or its name, like March.",
            ("month",),
        ),
        (
            ("14", "ma", "2027"),
            "Write the month as a number from 1 to 12, or its name, like March.",
            ("month",),
        ),
        (("14", "3", "27"), "Write the year with all four numbers, like 2027.", ("year",)),
        (("14", "3", "1066"), "Check the year. It should be between 1900 and 2199.", ("year",)),
        (("Friday", "3", "2027"), "Write the day as a number, like 14.", ("day",)),
        (("14thth", "3", "2027"), "Write the day as a number, like 14.", ("day",)),
        (("²", "3", "2027"), "Write the day as a number, like 14.", ("day",)),
        (("1 4", "3", "2027"), "Write the day as a number, like 14.", ("day",)),
        (("", "3", "2027"), "The date needs a day too.", ("day",)),
    ],
)
def test_what_is_no_date(boxes: tuple[str, str, str], sentence: str, wrong: tuple[str, ...]) -> None:
    with pytest.raises(NotADate) as caught:
        typed_date(*boxes)
    assert str(caught.value) == sentence
    assert caught.value.boxes == wrong
