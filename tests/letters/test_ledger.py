"""No letter can change without a change in the ledger, and a small change is a small one there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.letters.ledger import Written, changes, ledger

ILL = Written("ill", "request.docx", "Dear Sir,\n\nI was ill.\n• in bed\n\n1. Please stop.\n\nAlex\n")
AWAY = Written("away", "request.docx", "Dear Sir,\n\nI was away.\n\n1. Please stop.\n\nAlex\n")
BRIEF = Written("brief", "ni/request.docx", "Dear Sir,\n\nI was away.\n\nAlex\n")
ALL = (ILL, AWAY, BRIEF)


def _changed(before: str, after: str, *names: str) -> list[str]:
    """Return what changes when the letters `names` say `after` instead of `before`."""
    changed = [
        replace(each, text=each.text.replace(before, after)) if each.name in names else each for each in ALL
    ]
    assert changed != list(ALL)
    return [line for line in changes(ledger(ALL), ledger(changed)) if "in full" not in line]


def test_a_ledger_reads_like_the_template_with_its_branches_laid_open() -> None:
    assert ledger(ALL)["request.txt"].splitlines() == [
        "Dear Sir,  [ill, all of 2 kinds]",
        "I was away.  [away, all of 1 kinds]",
        "I was ill.  [ill]",
        "¬• in bed  [ill]",
        "#. Please stop.  [ill, all of 1 kinds]",
        "Alex  [ill, all of 2 kinds]",
    ]


def test_a_changed_word_is_a_changed_line() -> None:
    assert _changed("Dear Sir", "Dear Madam", "ill", "away", "brief") == [
        "request.txt: -Dear Sir,  [ill, all of 2 kinds]",
        "request.txt: +Dear Madam,  [ill, all of 2 kinds]",
    ]


def test_a_line_that_goes_from_one_letter_is_seen_at_that_line() -> None:
    changed = _changed("1. Please stop.\n\n", "", "away")

    assert "request.txt: +#. Please stop.  [ill]" in changed


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("I was ill.\n• in bed", "• in bed\nI was ill.", "ill"),
        ("I was away.\n\n1. Please stop.", "1. Please stop.\n\nI was away.", "away"),
        ("Dear Sir,\n\nI was away.", "I was away.\n\nDear Sir,", "brief"),
        ("1. Please", "2. Please", "away"),
        ("1. Please", "#. Please", "away"),
        (".\n• in bed", ".\n\n• in bed", "ill"),
        ("Alex", "Alex\n\nAlex", "ill"),
        ("Alex\n", "Alex \n", "brief"),
    ],
)
def test_nothing_can_change_in_one_letter_alone_unseen(before: str, after: str, name: str) -> None:
    assert _changed(before, after, name)


def test_two_letters_cannot_change_places_unseen() -> None:
    swapped = [replace(ILL, text=AWAY.text), replace(AWAY, text=ILL.text), BRIEF]

    assert list(changes(ledger(ALL), ledger(swapped)))


def test_a_new_letter_changes_only_the_lines_it_shares_with_some_but_not_all() -> None:
    new = Written("new", "request.docx", "Dear Sir,\n\nI was out.\n\n1. Please stop.\n\nAlex\n")
    found = [line for line in changes(ledger(ALL), ledger([*ALL, new])) if not line.startswith("order.txt")]

    assert found == ["request.txt: +I was out.  [new]"]


@pytest.mark.parametrize("text", ["¬ a mark\n", "no end"])
def test_a_letter_that_a_ledger_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(AssertionError, match="cannot hold"):
        ledger([replace(ILL, text=text)])
