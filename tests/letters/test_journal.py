"""A letter goes into the journal in parts that lose nothing of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.examples import AS_AT, ExampleLetter, letters

from challenge_letters.letters.filling import fill
from challenge_letters.letters.journal import journal_parts, journal_text
from challenge_letters.letters.plain_text import plain_text

MARK = re.compile(r"\d+ of \d+\n\n")


def test_a_short_letter_is_one_message_without_a_number() -> None:
    assert journal_parts("Dear decision maker,\n\nI disagree.\n") == ("Dear decision maker,\n\nI disagree.",)


def test_a_long_letter_is_split_between_paragraphs() -> None:
    text = "\n\n".join(["a" * 40, "b" * 40, "c" * 40])

    assert journal_parts(text, limit=60) == (
        "1 of 3\n\n" + "a" * 40,
        "2 of 3\n\n" + "b" * 40,
        "3 of 3\n\n" + "c" * 40,
    )


def test_paragraphs_that_fit_stay_together() -> None:
    text = "\n\n".join(["a" * 20, "b" * 20, "c" * 60])

    assert [MARK.sub("", part) for part in journal_parts(text, limit=100)] == [
        "a" * 20 + "\n\n" + "b" * 20,
        "c" * 60,
    ]


@pytest.mark.parametrize(
    ("paragraph", "cut_after"),
    [("One. " * 30, "."), ("line\n" * 30, "line"), ("word " * 30, "word")],
)
def test_a_paragraph_too_long_for_a_message_is_split_where_one_would_pause(
    paragraph: str, cut_after: str
) -> None:
    parts = journal_parts(paragraph, limit=100)

    assert len(parts) > 1
    assert all(part.endswith(cut_after) for part in parts)


@given(some.text(some.sampled_from("ab. \n\té😀"), max_size=2000), some.integers(40, 400))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, limit: int) -> None:
    parts = journal_parts(text, limit=limit)
    bare = [MARK.sub("", part, count=1) if len(parts) > 1 else part for part in parts]

    assert "".join("".join(bare).split()) == "".join(text.split())
    assert all(len(part) <= limit for part in parts)
    assert [part.split("\n")[0] for part in parts if len(parts) > 1] == [
        f"{at} of {len(parts)}" for at in range(1, len(parts) + 1) if len(parts) > 1
    ]


@pytest.mark.parametrize("letter", tuple(letters()), ids=lambda letter: letter.name)
def test_in_the_journal_a_letter_begins_with_its_subject_and_says_the_same(letter: ExampleLetter) -> None:
    docx = fill(letter.letter, letter.case, on=AS_AT)

    title, *said = journal_text(docx, letter.letter.kind).split("\n\n")

    assert all(paragraph.rstrip() in plain_text(docx) for paragraph in said)
    assert letter.case.claimant.address[0] not in title if letter.case.claimant.address else title
    assert "....." not in "".join(said)


def test_the_title_is_the_one_that_staff_look_for() -> None:
    (letter,) = (one for one in letters() if one.example == "missed-appointment-ill")

    text = journal_text(fill(letter.letter, letter.case, on=AS_AT), letter.letter.kind)

    assert text.startswith("MANDATORY RECONSIDERATION REQUEST, decision of 2 November 2026\n\nPlease")
    assert "QQ 12 34 56 C" not in text
