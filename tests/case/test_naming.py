"""A reason has a name only where a few words can follow "because of"."""

from __future__ import annotations

import pytest

from challenge_letters.argument.reason_names import known, name_in
from challenge_letters.argument.voice import Voice
from challenge_letters.case.naming import bare_name, is_name


@pytest.mark.parametrize(
    "text",
    [
        "a migraine",
        "the cancelled 8.25 bus",
        "my father's funeral",
        "Flu.",
        "because of a flood",
        "a bus that did not come",
        "no internet",
        "the bus being cancelled",
        "being sent home",
        "being sent home because the class was full",
        "my commitment still saying 35 hours after we agreed 16",
        "not being told about the change",
        "nobody telling me where to go",
        "thinking it was Thursday",
        "a to-do that asks for a passport",
        "a broken phone that was away at the repair shop",
        "a job interview with a practical test in Example Town",
        "a message that only asked me to look at the job",
        "a letter asking me only to have a look",
        "35 hours in their message where my commitment has 16",
    ],
)
def test_a_few_words_are_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I was ill",
        "the bus was late",
        "my phone broke",
        "my account locked",
        "no",
        "There was no bus",
        "my son couldn't breathe",
        "a fever. Then a cough",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "nothing",
        "{{ 7 }} %",
        "they sent me home because the class was full",
        "the class was full, being sent home",
        "nobody told me",
        "the morning after my mum died",
    ],
)
def test_a_sentence_is_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("because of a flood.", "a flood"),
        ("Due to flu", "flu"),
        ("  a\n migraine ", "a migraine"),
        ("“a strike”", "a strike"),
    ],
)
def test_what_leads_to_it_is_left_out(typed: str, bare: str) -> None:
    assert bare_name(typed) == bare


@pytest.mark.parametrize(
    ("voice", "is_advisers", "called", "name"),
    [
        ("own", False, "my father's funeral", "my father's funeral"),
        ("own", True, "her father's funeral", "my father's funeral"),
        ("own", False, "their late letter", "their late letter"),
        ("adviser", True, "my son's fever", "their son's fever"),
        ("adviser", True, "what they did to me", ""),
        ("appointee", False, "his seizure", "his seizure"),
        ("own", False, "I was ill", ""),
    ],
)
def test_whose_it_is_fits_the_letter(voice: str, is_advisers: bool, called: str, name: str) -> None:
    spoken = Voice(voice, "Kim Example")  # type: ignore[arg-type]

    assert name_in(spoken, called, is_typed_by_adviser=is_advisers) == name


def test_what_was_named_before_is_known() -> None:
    assert [known(each) for each in ("a migraine", "An accident", "my son's fever", "flu")] == [
        "the migraine",
        "the accident",
        "my son's fever",
        "flu",
    ]
