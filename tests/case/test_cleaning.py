"""What a person types is kept to the letter; only what no page can hold is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.predicates import tidied_national_insurance_number, tidied_phone


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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("qq123456c", "QQ 12 34 56 C"),
        (" qq-12 34/56 c ", "QQ 12 34 56 C"),
        ("QQ 12 34 56", "QQ 12 34 56"),
        ("٣٤", "٣٤"),
        ("qq ١٢ 34 56 c", "QQ 12 34 56 C"),
        ("tn010170m", "TN 01 01 70 M"),
        ("63t12345", "63T12345"),
        ("", ""),
    ],
)
def test_a_national_insurance_number_is_printed_as_offices_print_it(typed: str, printed: str) -> None:
    assert tidied_national_insurance_number(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("07700900123", "07700 900123"),
        ("07700-900-123", "07700 900123"),
        ("+447700900123", "07700 900123"),
        ("+44 (0)7700 900123", "07700 900123"),
        ("00447700900123", "07700 900123"),
        ("٠٧٧٠٠٩٠٠١٢٣", "07700 900123"),
        ("02079460000", "020 7946 0000"),
        ("01632960001", "01632 960001"),
        ("01144960000", "0114 496 0000"),
        ("01214960000", "0121 496 0000"),
        ("03001234567", "0300 123 4567"),
        ("01632 960 001", "01632 960 001"),
        ("0770 090 0123", "0770 090 0123"),
        ("+353 1 234 5678", "+353 1 234 5678"),
        ("07700900123, ask for Jo", "07700900123, ask for Jo"),
        ("999", "999"),
        ("0770090012", "0770090012"),
        ("", ""),
    ],
)
def test_a_phone_number_typed_in_one_go_is_printed_in_groups(typed: str, printed: str) -> None:
    assert tidied_phone(typed) == printed
    assert tidied_phone(printed) == printed
