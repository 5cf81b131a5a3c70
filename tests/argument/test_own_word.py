"""What is the word of whoever signs, and what is quoted as the client's."""

from __future__ import annotations

import pytest

from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.voice import Voice
from challenge_letters.case.whose_word import is_of_oneself, is_tellers, names_client

ADVISER = Voice("adviser", "Lena Sample", "Ms Sample")


@pytest.mark.parametrize(
    "text",
    [
        "I woke at five.",
        "My daughter had a fever.",
        "The nursery rang us at nine.",
        "i rang twice",
        "Nobody told me.",
        "They asked for our rent book.",
    ],
)
def test_what_speaks_of_its_writer_is_the_clients(text: str) -> None:
    assert is_of_oneself(text)
    assert not stands_plain(text, ADVISER)
    assert stands_plain(text, Voice("own"))
    assert stands_plain(text, Voice("appointee", "Milo Example"))


@pytest.mark.parametrize(
    "text",
    [
        "Ms Sample woke at five.",
        "The nursery rang at nine. Her daughter had a fever.",
        "She wrote: “I cannot come today.”",
        'She said: "my child is ill", and nobody answered.',
        "She told the guard: ‘I am here and I can’t wait.’",
        "The office was shut, i.e. nobody could be reached.",
        "Ms Sample's bus did not come.",
        " ".join(["She wrote to the office and waited for an answer."] * 9),
    ],
)
def test_what_tells_of_the_client_is_the_advisers(text: str) -> None:
    assert is_tellers(text)
    assert stands_plain(text, ADVISER)


@pytest.mark.parametrize(
    "text",
    [
        "Przedszkole zadzwoniło o dziewiątej, bo córka miała gorączkę i nikogo nie było.",
        "Η κόρη είχε πυρετό.",
        "كانت الحافلة متأخرة",
    ],
)
def test_another_language_is_what_the_client_wrote(text: str) -> None:
    assert not is_tellers(text)


@pytest.mark.parametrize(
    "text",
    [
        "I rang the helpline with Ms Sample beside me.",
        "We told them that Lena had moved.",
        "I saw my client's phone.",
    ],
)
def test_beside_the_clients_name_i_is_whoever_signs(text: str) -> None:
    assert names_client(text, ADVISER.name, ADVISER.called)
    assert stands_plain(text, ADVISER)


def test_a_name_inside_a_quotation_names_nobody() -> None:
    assert not names_client("I said: “This is Ms Sample.”", "Lena Sample", "Ms Sample")


def test_a_day_may_stand_before_a_name() -> None:
    assert may_be_led("Ms Sample was at the desk at nine.", ADVISER)
    assert may_be_led("Lena rang twice.", ADVISER)
    assert not may_be_led("The bus did not come.", ADVISER)
    assert not may_be_led("Ms Sample rang the next day.", ADVISER)
    assert not may_be_led("Lena rang twice.", Voice("own", "Lena Sample"))
