"""A finished letter is read back as somebody with the paper in their hand would read it."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from tests.facts import case_of, sanction
from tests.letters.samples import ON, challenge_of

from challenge_letters.letters.document_text import Block, blocks
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import fill
from challenge_letters.letters.page import page_html
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.styles import ListLevel
from challenge_letters.places import letter_templates
from challenge_letters.plan.outcome import PlannedLetter


def letter(**facts: object) -> bytes:
    case = case_of(sanction(**facts), claimant={"name": "Alex Morgan"})
    challenge = challenge_of(case.problems[0], ())  # type: ignore[arg-type]
    return fill(PlannedLetter("mandatory-reconsideration", "", (challenge,)), case, on=ON)


def changed(change: object) -> bytes:
    """Return an empty letter in our own styles after `change` has been made to it."""
    document = Document(str(letter_templates() / "parts" / "contact.docx"))
    for paragraph in list(document.paragraphs):
        paragraph._p.getparent().remove(paragraph._p)
    change(document)  # type: ignore[operator]
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_running_head_and_the_page_number_belong_to_the_paper() -> None:
    found = blocks(letter())

    assert "header" not in [block.kind for block in found]
    assert found[0].text == "Alex Morgan"
    assert "Page" not in plain_text(letter())


def test_a_header_of_the_first_page_comes_first_and_once() -> None:
    def change(document: DocumentObject) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Testtown Advice"
        document.sections[0].header.paragraphs[0].text = "Alex Morgan"
        document.add_paragraph("Dear decision maker,")

    assert [block.text for block in blocks(changed(change))] == ["Testtown Advice", "Dear decision maker,"]


def test_a_header_of_every_page_comes_first() -> None:
    def change(document: DocumentObject) -> None:
        document.sections[0].different_first_page_header_footer = False
        document.sections[0].header.paragraphs[0].text = "Testtown Advice"
        document.add_paragraph("Dear decision maker,")

    assert [block.text for block in blocks(changed(change))] == ["Testtown Advice", "Dear decision maker,"]


def test_numbers_are_shown_as_word_shows_them() -> None:
    numbered = [block.number for block in blocks(letter()) if block.kind == "item"]

    assert numbered == []  # a composed letter counts its requests in words: (a), (b)


def test_headings_have_a_level() -> None:
    levels = {block.text: block.level for block in blocks(letter()) if block.kind == "heading"}

    assert levels["Mandatory reconsideration: your decision of 2 November 2026"] == 1
    assert levels["What I ask you to do"] == 1


def test_tables_are_read_row_by_row() -> None:
    def add_table(document: object) -> None:
        table = document.add_table(rows=2, cols=2)  # type: ignore[attr-defined]
        for cell, words in zip(table._cells, ["day", "what", "2 March", "rang | wrote"], strict=True):
            cell.text = words

    docx = changed(add_table)

    assert blocks(docx) == (
        Block("row", ("day | what",), cells=("day", "what")),
        Block("row", ("2 March | rang | wrote",), cells=("2 March", "rang | wrote")),
    )
    assert "<tr><td>2 March</td><td>rang | wrote</td></tr>" in page_html(docx)
    assert "<table>\n<tr><td>day</td><td>what</td></tr>" in page_html(docx)


def test_a_list_goes_on_counting_after_other_paragraphs() -> None:
    def add_lists(document: object) -> None:
        for words, style in [
            ("a", "List Number"),
            ("b", "List Bullet"),
            ("c", "Letter Text"),
            ("d", "List Number"),
        ]:
            document.add_paragraph(words, style=style)  # type: ignore[attr-defined]

    docx = changed(add_lists)

    assert [block.number for block in blocks(docx)] == ["1.", "•", "", "2."]
    assert '<ol start="2">\n<li>d</li>' in page_html(docx)


@pytest.mark.parametrize(
    ("form", "pattern", "start", "count", "shown"),
    [
        ("decimal", "%1.", 1, 3, "3."),
        ("decimal", "(%1)", 4, 2, "(5)"),
        ("lowerLetter", "(%1)", 1, 2, "(b)"),
        ("bullet", "\uf0b7", 1, 7, "•"),
    ],
)
def test_list_numbers(form: str, pattern: str, start: int, count: int, shown: str) -> None:
    assert ListLevel("1", 0, form, pattern, start).shown(count) == shown


def test_lines_that_belong_together_are_not_torn_apart() -> None:
    text = plain_text(letter(evidence=[{"what": "one"}, {"what": "two"}]))

    assert "Enclosed\n\n• one\n• two\n" in text
    assert text.endswith("\n")


def test_a_page_has_one_article_and_a_line_to_write_on() -> None:
    page = page_html(letter())

    assert page.startswith('<article class="letter" lang="en-GB">')
    assert page.count("<article") == page.count("</article>") == 1
    assert "Signed: <span" in page
    assert "...." not in page
    assert "<h2>What I ask you to do</h2>" in page


@pytest.mark.parametrize("content", [b"", b"nothing", b"PK\x05\x06" + bytes(18)])
def test_what_is_not_a_word_file_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(LettersError, match="not a Word file"):
        blocks(content)
