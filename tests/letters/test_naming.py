"""What a letter calls the person it is about, sentence after sentence."""

from __future__ import annotations

import re

import pytest

from challenge_letters.argument.voice import Voice
from challenge_letters.letters.naming import PRONOUNS, Naming, meant

C, c, S, p = meant("C"), meant("c"), meant("s"), meant("p")


def _told(voice: Voice, *sentences: str, typed: tuple[str, ...] = ()) -> str:
    naming = Naming(voice)
    naming.begin()
    return " ".join(naming.say(each, is_typed=each in typed) for each in sentences)


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("Ms Sample", "Ms Sample came, and you sent her away. She rang from her phone."),
        ("Mr Sample", "Mr Sample came, and you sent him away. He rang from his phone."),
        ("Lena", "Lena came, and you sent them away. Lena rang from their phone."),
        ("", "My client came, and you sent them away. My client rang from their phone."),
    ],
)
def test_a_pronoun_comes_from_a_title_and_never_from_a_first_name(called: str, said: str) -> None:
    voice = Voice("adviser", "Lena Sample", called)
    assert _told(voice, f"{C} came, and you sent {c} away.", f"{C} rang from {p} phone.") == said


def test_every_paragraph_begins_with_a_name() -> None:
    naming = Naming(Voice("adviser", "Lena Sample", "Ms Sample"))
    for said in ("Ms Sample came.", "Ms Sample came.", "My client came.", "Ms Sample came."):
        naming.begin()
        assert naming.say(f"{C} came.", is_typed=False) == said


def test_after_somebody_else_the_name_stands_again() -> None:
    voice = Voice("adviser", "Lena Sample", "Ms Sample")
    told = _told(voice, f"{S} mother died.", f"{C} rang.")
    assert told == "Ms Sample's mother died. Ms Sample rang."


def test_after_typed_words_the_name_stands_unless_they_tell_of_the_person_alone() -> None:
    voice = Voice("adviser", "Lena Sample", "Ms Sample")
    alone, other = "Ms Sample was ill.", "Ms Sample rang her mother."
    assert _told(voice, alone, f"{C} rang.", typed=(alone,)) == f"{alone} She rang."
    assert _told(voice, other, f"{C} rang.", typed=(other,)) == f"{other} Ms Sample rang."


def test_they_never_meets_a_verb_that_would_have_to_change() -> None:
    said = _told(Voice("adviser", "Lena Sample"), f"{C} came, and {c} was sent away, and {c} rang.")
    assert said == "My client came, and my client was sent away, and they rang."


def test_an_appointee_writes_the_name() -> None:
    assert _told(Voice("appointee", "Milo Example"), f"{C} came.") == "Milo Example came."
    assert (
        _told(Voice("appointee", "Milo Example", "Milo"), f"{C} came.", f"{C} left.")
        == "Milo came. Milo left."
    )
    assert _told(Voice("appointee"), f"{C} came.") == "The person I act for came."


def test_a_name_stands_as_it_was_typed() -> None:
    assert _told(Voice("appointee", "van Dyke"), f"{C} came.") == "van Dyke came."


def test_no_mark_is_left_in_a_sentence() -> None:
    for voice in (Voice("adviser"), Voice("adviser", "Lena Sample", "Ms Sample"), Voice("appointee")):
        said = _told(voice, f"As {c} said, {p} friend is a friend of {meant('g')}, and {S} is {c}.")
        assert not re.search("[\ue00e\ue00f]", said)
    assert all(set(forms) == {"subject", "object", "possessive"} for forms in PRONOUNS.values())
