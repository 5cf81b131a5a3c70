"""Every letter of every combination: what a reader would stumble over is in none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from challenge_letters.argument.composing import is_short
from challenge_letters.argument.sentences import Sentence
from challenge_letters.argument.typed import stopped
from challenge_letters.letters.checking_wordings import wording_problems
from challenge_letters.letters.saying import SaidLetter, SaidSentence
from tests.argument import measuring
from tests.argument.cases import Letter, letters
from tests.argument.rows import FILE, as_yaml

TOLD_TWICE = Path(__file__).with_name("told_twice.txt")
MOST_REQUESTS = 4
LONGEST = 38
# Sentences that hold the names of papers.
NAMING_PAPERS = {"evidence-named", "enclosed"}
TYPED = {
    "typed",
    "typed-of-mine",
    "typed-of-mine-that",
    "answer-typed-of-theirs",
    "on-day-typed",
    "client-says",
    "late-from-to",
    "late-since",
    "late-after-that",
}


@pytest.fixture(scope="module")
def said() -> list[tuple[Letter, SaidLetter]]:
    return [(letter, letter.said()) for letter in letters()]


def body(letter: SaidLetter) -> list[str]:
    """Return the paragraphs of the letter that hold sentences."""
    inside = [paragraph for section in letter.sections for paragraph in section.paragraphs]
    return [*letter.opening, *inside, *letter.requests, *letter.closing]


def ours(letter: SaidLetter) -> list[SaidSentence]:
    """Return the sentences that nobody typed."""
    return [each for each in letter.sentences if each.wording not in TYPED]


def test_the_rows_the_letters_use_are_those_on_record() -> None:
    assert FILE.read_text(encoding="utf-8") == as_yaml()
    assert wording_problems() == ()


def test_nothing_is_told_twice(said: list[tuple[Letter, SaidLetter]]) -> None:
    """But for the stretches on record, most of them a heading and its first sentence. The record only shrinks."""
    found = set()
    for letter, each in said:
        headings = [heading for section in each.sections for heading in (*section.upper, *section.heading)]
        assert len(set(headings)) == len(headings) or len(letter.letter.challenges) > 1, letter.name
        if len(letter.letter.challenges) == 1:
            # A paper is named where it proves something, and in the list of what is enclosed.
            told = [one.text for one in ours(each) if one.wording not in NAMING_PAPERS]
            found |= {*measuring.told_twice([text for text in told if text not in each.subject])}
    assert found == set(TOLD_TWICE.read_text(encoding="utf-8").splitlines())


def test_every_sentence_has_a_verb(said: list[tuple[Letter, SaidLetter]]) -> None:
    found = {
        (letter.name, sentence)
        for letter, each in said
        for sentence in measuring.sentences(body(each))
        if not measuring.has_verb(sentence)
    }
    assert found == set()


def test_no_label_stands_over_a_quotation(said: list[tuple[Letter, SaidLetter]]) -> None:
    assert {
        (letter.name, line) for letter, each in said for line in body(each) if line.endswith(":")
    } == set()


def test_four_things_at_most_are_asked_for(said: list[tuple[Letter, SaidLetter]]) -> None:
    assert {letter.name for letter, each in said if len(each.requests) > MOST_REQUESTS} == set()


def test_no_sentence_of_ours_is_too_long(said: list[tuple[Letter, SaidLetter]]) -> None:
    found = {
        (letter.name, sentence)
        for letter, each in said
        for one in ours(each)
        for sentence in measuring.sentences([one.text])
        if measuring.length(sentence) > LONGEST
    }
    assert found == set()


def test_nothing_sounds_like_a_machine(said: list[tuple[Letter, SaidLetter]]) -> None:
    for letter, each in said:
        text = "\n".join(body(each)).lower()
        assert [phrase for phrase in measuring.MACHINE if phrase in text] == [], letter.name


def test_what_was_typed_is_printed_or_said_to_be_left_out(said: list[tuple[Letter, SaidLetter]]) -> None:
    for letter, each in said:
        if is_short(letter.letter):
            continue
        text = "\n".join(body(each))
        missing = [
            typed.words
            for matter in letter.matters
            for typed in matter.kept.sentences
            if stopped(typed.words) not in text
            and typed.words not in text
            and _inside_ours(typed.words) not in text
        ]
        assert missing == [], letter.name


def _inside_ours(words: str) -> str:
    """Return `words` as they end a sentence of ours: with a small letter, and the stop of that sentence."""
    return f"{words[:1].lower()}{stopped(words)[1:]}"


def test_every_sentence_about_the_person_rests_on_an_answer(said: list[tuple[Letter, SaidLetter]]) -> None:
    """A sentence that says what somebody did or had names the answer that says so."""
    for letter, _ in said[:400]:
        for paragraph in letter.argument.paragraphs:
            for sentence in paragraph:
                assert sentence.answers or _says_nothing_of_anybody(sentence), (letter.name, sentence.wording)


def _says_nothing_of_anybody(sentence: Sentence) -> bool:
    return sentence.wording.startswith(
        (
            "heading-",
            "rule-",
            "ask-",
            "send-",
            "show-",
            "request",
            "notification",
            "case-",
            "no-reduction-should",
            "weigh",
            "say-",
            "answer-",
            "nothing-decided",
            "subject",
            "if-refused",
            "reconsider",
            "revise",
            "agreed",
            "accept",
            "act-",
            "tell-me",
            "do-not",
        )
    )
