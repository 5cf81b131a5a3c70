"""A ledger says in few lines what many letters say, and shows whatever changes in any of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.letters.ledger import ORDERS, Told, ledgers

LETTERS = (
    Told("full", "complaint.docx", ("Dear Sir,", "", "I complain.", "Please answer.")),
    Told("short", "complaint.docx", ("Dear Sir,", "I complain.")),
    Told("other", "mp.docx", ("Dear Sir,", "Please help.")),
)


def changed(*letters: Told) -> set[str]:
    """Return the names of the files that `letters` would change."""
    before, after = ledgers(LETTERS), ledgers(letters)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_each_line_stands_once_beside_the_letter_that_says_it_first() -> None:
    texts = ledgers(LETTERS)

    assert {name: text for name, text in texts.items() if name != ORDERS} == {
        "common.txt": "full | Dear Sir,\n",
        "complaint.txt": "full | I complain.\n  | Please answer.\n",
        "mp.txt": "other | Please help.\n",
    }


def lines_changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [
        line
        for name, text in after.items()
        for line in text.splitlines()
        if line not in before[name].splitlines()
    ]


def test_a_word_that_changes_in_many_letters_is_one_changed_line() -> None:
    said = [
        Told(each.name, each.template, tuple(line.replace("Sir", "Madam") for line in each.lines))
        for each in LETTERS
    ]

    assert lines_changed(ledgers(LETTERS), ledgers(said)) == ["full | Dear Madam,"]


@pytest.mark.parametrize(
    "lines",
    [
        ("I complain.", "Dear Sir,"),
        ("Dear Sir,",),
        ("Dear Sir,", "I complain.", "I complain."),
        ("Dear Sir,", "", "I complain."),
        ("Dear Sir,", "Please answer."),
    ],
    ids=["moved", "gone", "twice", "a gap", "another line that is known"],
)
def test_a_line_that_moves_comes_or_goes_changes_the_order(lines: tuple[str, ...]) -> None:
    full, short, other = LETTERS

    assert changed(full, Told(short.name, short.template, lines), other) == {ORDERS}
