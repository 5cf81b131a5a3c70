"""What a person types is kept to the letter; only what no page can hold is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge_letters.case.cleaning import cleaned


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("bell\x07 and form\x0cfeed", "bell and formfeed"),
        ("half \ud83d character", "half  character"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("isolated\u2066 text\u2069", "isolated text"),
        ("e\u0301", "é"),
        ("not\ufffea\uffffcharacter", "notacharacter"),
        ("tab\tstays", "tab\tstays"),
        ("  spaces stay  ", "  spaces stay  "),
        ("Marks & Spencer <b> {{ 7*7 }} [FILE 1] \\ # ~", "Marks & Spencer <b> {{ 7*7 }} [FILE 1] \\ # ~"),
        ("Llŷr Ŵyn مرحبا 👩‍👧 🙂", "Llŷr Ŵyn مرحبا 👩‍👧 🙂"),
    ],
)
def test_cleaning_keeps_the_words(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
