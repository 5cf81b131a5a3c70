"""Every example letter says today what it said when somebody last read it, and keeps the rules for all letters."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from tests.examples import AS_AT, ExampleLetter, letters
from tests.letters.goldens import FOLDER, path_of, text_of

from challenge_letters.law.authorities import instruments, register
from challenge_letters.letter_kinds.kinds import LETTER_KINDS
from challenge_letters.letters.document_text import BY_HAND, blocks
from challenge_letters.letters.filling import fill

ALL = tuple(letters())
OOXML = Path(__file__).parents[2] / ".venv-lint" / "bin" / "ooxml-integrity"

# What no letter may ever say, whatever the answers: see the decision record on forbidden words.
NEVER = (
    "good cause",
    "yellow card",
    "Universal Jobmatch",
    "PH and SM",
    "Article 77",
    "UK GDPR, Article 22",
    "Article 22 of the UK GDPR",
    "EU law",
    "criminal",
    "offence",
    "illegal",
    "inviolable",
    "your own terms",
    "stops the clock",
    "stop the clock",
    "you cannot sanction",
    "no power",
    "I understand that I failed",
    "45 of the Data Protection Act",
    "public sector equality duty",
    "tribunal will",
    "Jobseeker's Direction",
)
CITED = re.compile(
    r"\b(?:sections?|regulations?|Articles?|Schedule|paragraphs?|rules?) \d+\w*(?:\(\w+\))*|\[\d{4}\] UKUT \d+"
)


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.name)
def test_the_letter_says_what_it_said_when_it_was_last_read(letter: ExampleLetter) -> None:
    assert text_of(letter) == path_of(letter).read_text(encoding="utf-8"), (
        "run `make goldens` and read the diff"
    )


def test_there_is_no_golden_letter_without_an_example() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {path_of(letter).name for letter in ALL}


def test_every_kind_of_letter_and_every_stage_has_an_example() -> None:
    assert {letter.letter.kind for letter in ALL} == set(LETTER_KINDS)
    assert {letter.letter.stage for letter in ALL} == {"in-time", "date-in-doubt", "late", "very-late"}


def _own_words(letter: ExampleLetter) -> str:
    """Return everything the person typed: their words may say what ours may not."""
    return json.dumps(letter.case.model_dump(mode="json"), ensure_ascii=False)


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.name)
def test_the_letter_never_says_what_no_letter_may_say(letter: ExampleLetter) -> None:
    text, own = text_of(letter).casefold(), _own_words(letter).casefold()

    # Article 22C is in force, Article 22 is not: another letter after the number makes another article.
    text = text.replace("uk gdpr, article 22c", "")
    assert [words for words in NEVER if words.casefold() in text and words.casefold() not in own] == []


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.name)
def test_every_citation_belongs_to_a_record_that_was_checked(letter: ExampleLetter) -> None:
    known = " ; ".join(each.short for each in register().values() if each.is_confirmed)
    numbers = {number for each in CITED.findall(known) for number in re.findall(r"\d+\w*(?:\(\w+\))*", each)}
    text = text_of(letter)
    for title in (each.title for each in instruments().values()):
        text = text.replace(title, "")

    cited = [number for each in CITED.findall(text) for number in re.findall(r"\d+\w*(?:\(\w+\))*", each)]

    assert [number for number in cited if number not in numbers] == []


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.name)
def test_no_tag_and_no_gap_is_left(letter: ExampleLetter) -> None:
    text = text_of(letter).replace(BY_HAND, "")

    assert [
        mark for mark in ("{{", "{%", "}}", "%}", "None", "__", "Undefined", " .", " ,", "()") if mark in text
    ] == []
    assert "[" not in text.replace("[2", "")


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.name)
def test_no_heading_stands_over_nothing(letter: ExampleLetter) -> None:
    body = [block for block in blocks(fill(letter.letter, letter.case, on=AS_AT)) if block.kind != "footer"]
    followed = zip(body, [*body[1:], None], strict=True)

    # A heading may stand over a heading of the next level, never over its equal or over nothing.
    assert [
        block.lines
        for block, after in followed
        if block.kind == "heading"
        and (after is None or (after.kind == "heading" and after.level <= block.level))
    ] == []


def test_every_example_letter_is_a_sound_word_file(tmp_path: Path) -> None:
    files = []
    for letter in ALL:
        path = tmp_path / f"{letter.name}.docx"
        path.write_bytes(fill(letter.letter, letter.case, on=AS_AT))
        files.append(path)

    done = subprocess.run([OOXML, "check", *files], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
