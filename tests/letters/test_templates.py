"""The templates as files: alike, clean, and free of anything that is not theirs to hold."""

from __future__ import annotations

import re

import pytest

from challenge_letters.law.spoken import MONTHS
from challenge_letters.letters.checking import problems
from challenge_letters.letters.document_text import blocks
from challenge_letters.letters.sources import (
    BODY,
    PARAGRAPH,
    RUN_TEXT,
    filled_members,
    is_included,
    members,
    template_files,
    tidied,
)
from challenge_letters.places import letter_templates

FILES = template_files()
LETTERS = tuple(name for name in FILES if "/" not in name)
EVERY = pytest.mark.parametrize("name", FILES)
TAG = re.compile(r"\{[{%#].*?[%}#]\}", re.DOTALL)
INCLUDED = re.compile(r'include "([^"]+)"')


def words_of(name: str) -> str:
    """Return what the template says, without its tags."""
    xml = "".join(members(name)[member].decode() for member in filled_members(name) if "footer" not in member)
    return TAG.sub("", "\n".join("".join(RUN_TEXT.findall(each)) for each in PARAGRAPH.findall(xml)))


def test_nothing_is_wrong_with_the_templates() -> None:
    assert problems() == ()


def test_every_part_and_phrase_stands_in_some_letter() -> None:
    """What no letter includes would fall out of step with the law, and nobody would see it."""
    reached = {name for name in FILES if not is_included(name)}
    waiting = list(reached)
    while waiting:
        found = set(INCLUDED.findall(sources_of(waiting.pop()))) - reached
        reached |= found
        waiting += found

    assert set(FILES) - reached == set()


def sources_of(name: str) -> str:
    return "\n".join(tidied(name, member) for member in filled_members(name))


@EVERY
@pytest.mark.parametrize("member", ["word/styles.xml", "word/numbering.xml", "word/settings.xml"])
def test_all_share_one_set_of_styles_and_lists(name: str, member: str) -> None:
    assert members(name)[member] == members(FILES[0])[member]


@EVERY
def test_the_language_is_british_english(name: str) -> None:
    assert b'<w:lang w:val="en-GB"' in members(name)["word/styles.xml"]


@EVERY
def test_a_template_names_nobody_and_comes_from_nowhere(name: str) -> None:
    core = members(name)["docProps/core.xml"].decode()

    assert "<dc:creator>" not in core
    assert "lastModifiedBy" not in core
    assert not any(member.endswith((".bin", ".jpeg", ".png")) for member in members(name))


@EVERY
def test_no_law_no_date_and_no_number_is_typed_into_a_template(name: str) -> None:
    words = words_of(name)

    # An age is a fact about a person, an answer to choose; it is not a number of the law.
    words = re.sub(r"aged (?:between \d+ and )?\d+|child under \d|16 (?:or|and) 17", "", words)
    assert re.findall(r"\b\d+\b", words) == []
    assert [month for month in MONTHS if month in words and month != "May"] == []
    assert not re.search(r"\b(?:sections?|regulations?|Articles?|Schedule|UKUT|Act)\b", words)


@EVERY
@pytest.mark.parametrize("mark", ["__", "[", "..", "’"])
def test_no_gap_is_drawn_by_hand(name: str, mark: str) -> None:
    assert mark not in words_of(name)


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_on_a4_and_numbers_its_pages_from_the_second_on(name: str) -> None:
    body, footer = members(name)[BODY].decode(), members(name)["word/footer1.xml"].decode()

    assert '<w:pgSz w:w="11906" w:h="16838"' in body
    assert "<w:titlePg/>" in body
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


@pytest.mark.parametrize("name", LETTERS)
def test_a_template_can_be_read_as_a_word_file(name: str) -> None:
    assert blocks((letter_templates() / name).read_bytes())


@EVERY
def test_every_paragraph_has_a_style_that_exists(name: str) -> None:
    styles = set(re.findall(r'w:styleId="(\w+)"', members(name)["word/styles.xml"].decode()))
    paragraphs = PARAGRAPH.findall(members(name)[BODY].decode())

    assert {re.search(r'<w:pStyle w:val="(\w+)"', each)[1] for each in paragraphs} <= styles  # type: ignore[index]


@pytest.mark.parametrize("name", [each for each in LETTERS if "Closing1" in sources_of(each)])
def test_a_signature_never_stands_alone_on_a_page(name: str) -> None:
    paragraphs = PARAGRAPH.findall(sources_of(name))
    at = next(at for at, paragraph in enumerate(paragraphs) if "Closing1" in paragraph)
    above = next(each for each in reversed(paragraphs[:at]) if '"TemplateTag"' not in each)

    assert "<w:keepNext/>" in above
