"""The columns of a batch: each heading names one, and each belongs to a place in a case."""

from __future__ import annotations

from collections import Counter

import pytest

from challenge_letters import cli_centre
from challenge_letters.batch.answers import FORMS, Reader, WrongCell
from challenge_letters.batch.clients import KINDS
from challenge_letters.batch.columns import UnreadableBatch, column_called, columns, headings_of, squeezed
from challenge_letters.case.cells import Cell, MonthCell

REQUEST = ("mandatory-reconsideration",)


def test_no_heading_names_two_columns() -> None:
    named = {(squeezed(name), each.name) for each in columns().values() for name in (each.name, *each.names)}

    assert [name for name, count in Counter(name for name, _ in named).items() if count > 1] == []


def test_every_column_has_a_form_that_is_known_and_letters_that_exist() -> None:
    assert {each.form for each in columns().values()} <= FORMS.keys()
    assert {kind for each in columns().values() for kind in each.letters} <= set(KINDS)
    assert set(cli_centre.LetterOfABatch().choices) == set(KINDS)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("NI No.", "national insurance number"),
        ("  date_OF-decision ", "decision date"),
        ("Case Ref", "reference"),
        ("D.O.B.", "date of birth"),
        ("Surname", "last name"),
    ],
)
def test_headings_are_read_as_people_write_them(heading: str, name: str) -> None:
    found = column_called(heading)

    assert found
    assert found.name == name


def test_headings_may_stand_below_a_title() -> None:
    rows = [(1, ("Clients of the centre", "")), (3, ("Ref", "Client", "Decision date"))]

    found = headings_of(rows, kinds=REQUEST, left_out=())

    assert (found.row, [each.name for each in found.columns.values()]) == (
        3,
        ["reference", "name", "decision date"],
    )


@pytest.mark.parametrize(
    ("headings", "sentence"),
    [
        (("Ref", "Name", "Colour"), "Row 1: no column is called “Colour”. Rename it, or leave it out"),
        (("Ref", "Name", "Decison date"), "Did you mean “Decision date”?"),
        (("Ref", "Name", "Client name"), "“Client name” and another column are both “Name”."),
        (("Apples", "Pears"), "No row with headings was found."),
    ],
)
def test_a_heading_that_cannot_be_used_is_named(headings: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(UnreadableBatch) as caught:
        headings_of([(1, headings)], kinds=REQUEST, left_out=())

    assert sentence in str(caught.value)


def test_a_column_can_be_left_out_and_one_for_another_letter_is_told() -> None:
    found = headings_of([(1, ("Ref", "Name", "Colour", "Answer by"))], kinds=REQUEST, left_out=["COLOUR"])

    assert (len(found.columns), found.unread) == (2, ("Answer by",))


@pytest.mark.parametrize(
    ("cell", "is_yes"), [("✓", True), ("✔️", True), ("Y", True), ("✗", False), ("☐", False)]
)
def test_a_tick_is_read_as_a_person_means_it(cell: str, is_yes: bool) -> None:
    assert Reader().value(cell, columns()["authority enclosed"]) is is_yes


@pytest.mark.parametrize("cell", ["☒", "?", "maybe"])
def test_what_may_mean_either_is_asked_about(cell: str) -> None:
    with pytest.raises(WrongCell, match="neither yes nor no"):
        Reader().value(cell, columns()["authority enclosed"])


@pytest.mark.parametrize(
    "cell",
    [
        "Flat 2, 1 High Street\nTesttown",
        "Flat 2, 1 High Street; Testtown",
        "Flat 2, 1 High Street ;Testtown;",
    ],
)
def test_an_address_is_divided_by_what_divides_it_most_clearly(cell: str) -> None:
    assert Reader().value(cell, columns()["address"]) == ["Flat 2, 1 High Street", "Testtown"]


@pytest.mark.parametrize(
    "cell",
    [
        "11/2026",
        "11-2026",
        "2026-11",
        "2026/11",
        "Nov 2026",
        "nov-2026",
        "Nov. 2026",
        "November, 2026",
        MonthCell(2026, 11),
    ],
)
def test_a_month_without_a_day_is_a_month_and_never_its_first_day(cell: Cell) -> None:
    assert Reader("day-first").value(cell, columns()["decision date"]) == "2026-11"
    with pytest.raises(WrongCell, match="shows a month and no day"):
        Reader("day-first").value(cell, columns()["date of birth"])


@pytest.mark.parametrize("cell", ["3/11/26", "03.11.26", "3-Nov-26", "Tue 3/11/26", "Nov-26", "3/11/’26"])
def test_a_year_of_two_numbers_is_asked_for_in_full(cell: str) -> None:
    """ "Nov-26" may be the 26th, and "1/5/60" two centuries: none is guessed, not even with the day first."""
    with pytest.raises(WrongCell, match=f"“{cell}” gives the year in two numbers"):
        Reader("day-first").value(cell, columns()["decision date"])
