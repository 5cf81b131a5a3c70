"""Letters on the paper of a centre: any Word file, and what may not go along."""

from __future__ import annotations

import gc
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.package import Package

from challenge_letters.argument.voice import voice_of
from challenge_letters.letters.checking_centre import in_order, problems
from challenge_letters.letters.filling import fill
from challenge_letters.letters.letterhead import letterhead_problems
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.styles import w
from tests.centre.papers import paper
from tests.examples import AS_AT, letters

ALL = tuple(letters())
ADVISERS = tuple(each for each in ALL if voice_of(each.letter.kind, each.case).is_adviser)
ONE = next(each for each in ADVISERS if each.example == "adviser-warned-child-ill")


def written(folder: Path, letterhead: bytes, example: Any = ONE) -> bytes:
    (folder / "letterhead.docx").write_bytes(letterhead)
    return fill(example.letter, example.case, on=AS_AT)


def members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def without_margins(text: str) -> list[str]:
    shown = {"Testtown Advice Centre", "2 Market Square\nTesttown\nTE1 1AA"}
    paragraphs = (each for part in text.split("\n\n") for each in part.split("\n"))
    gone = {line for each in shown for line in each.split("\n")}
    gone |= {"Testtown Advice Centre, 2 Market Square", "Registered charity"}
    return [line for line in paragraphs if line and line not in gone]


@pytest.mark.parametrize("example", ADVISERS, ids=lambda each: each.name)
def test_every_letter_of_an_adviser_says_the_same_on_paper(example: Any, centre: Path) -> None:
    plain = plain_text(fill(example.letter, example.case, on=AS_AT))
    docx = written(centre, paper(), example)

    Document(io.BytesIO(docx))
    assert without_margins(plain_text(docx)) == without_margins(plain)
    assert written(centre, paper(), example) == docx


def test_what_a_person_says_in_their_own_voice_is_on_no_letterhead(centre: Path) -> None:
    own = next(each for each in ALL if each.example == "missed-appointment-ill")

    assert b"Registered charity" not in b"".join(members(written(centre, paper(), own)).values())


def test_the_first_page_is_the_letterheads_and_the_later_ones_say_whose_letter_it_is(centre: Path) -> None:
    section = Document(io.BytesIO(written(centre, paper()))).sections[0]
    first = [each.text for each in section.first_page_header.paragraphs]
    later = [each.text for each in section.header.paragraphs]

    assert first == ["", "Testtown Advice Centre, 2 Market Square"]
    assert later[:2] == first
    assert later[2].startswith("Zofia Sample   National Insurance number QQ 12 34 56 C")
    assert section.first_page_header._element.xpath(".//pic:pic")
    assert section.header._element.xpath(".//pic:pic")
    assert [each.text for each in section.first_page_footer.paragraphs] == ["Registered charity"]
    assert section.footer.paragraphs[0].text == "Registered charity"
    assert section.footer.paragraphs[-1].text.startswith("Page ")
    assert round(section.left_margin.cm, 1) == 3.3


def test_a_first_page_of_its_own_stays_on_the_first_page(centre: Path) -> None:
    def apart(made: Any) -> None:
        section = made.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "The whole address"

    section = Document(io.BytesIO(written(centre, paper(apart)))).sections[0]

    assert [each.text for each in section.first_page_header.paragraphs] == ["The whole address"]
    assert section.header.paragraphs[1].text == "Testtown Advice Centre, 2 Market Square"


def test_fonts_are_the_letterheads_and_the_language_is_the_letters(centre: Path) -> None:
    document = Document(io.BytesIO(written(centre, paper())))
    body = next(each for each in document.paragraphs if each.text.startswith("I act for Zofia Sample"))

    assert body.style.base_style.name == "Normal"
    assert body.style.base_style.font.name == "Georgia"
    assert body.style.font.name is None
    assert body.style.element.xpath("./w:rPr/w:lang/@w:val") == ["en-GB"]


def test_the_letter_stands_where_the_letterhead_says_so(centre: Path) -> None:
    def marked(made: Any) -> None:
        made.add_paragraph("Above")
        made.add_paragraph("{{ letter }}")
        made.add_paragraph("Below")

    texts = [
        each.text for each in Document(io.BytesIO(written(centre, paper(marked)))).paragraphs if each.text
    ]

    assert (texts[0], texts[-1]) == ("Above", "Below")
    assert "{{ letter }}" not in texts


def test_a_page_number_of_the_letterhead_is_the_only_one(centre: Path) -> None:
    def numbered(made: Any) -> None:
        field = OxmlElement("w:fldSimple")
        field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
        made.sections[0].footer.paragraphs[0]._p.append(field)

    section = Document(io.BytesIO(written(centre, paper(numbered)))).sections[0]

    assert len(section.footer.paragraphs) == 1


def test_a_letterhead_leaves_nothing_in_memory(centre: Path) -> None:
    gc.collect()
    before = sum(isinstance(each, Package) for each in gc.get_objects())
    gc.disable()
    try:
        for _ in range(4):
            written(centre, paper())
        left = [each for each in gc.get_objects() if isinstance(each, Package)]
    finally:
        gc.enable()

    # `paper` itself makes one, the last of which nobody has looked for yet.
    assert len(left) - before <= 1


def test_nothing_of_whoever_made_the_letterhead_goes_along(centre: Path) -> None:
    def noted(made: Any) -> None:
        paragraph = made.add_paragraph("Words")
        made.add_comment(paragraph.runs, text="Too big", author="Jo Designer", initials="JD")

    content = members(written(centre, paper(noted)))

    assert not [name for name in content if "comment" in name]
    assert b"Jo Designer" not in b"".join(content.values())


def _with_second_section(made: Any) -> None:
    made.add_section()


def _with_tag(made: Any) -> None:
    made.sections[0].header.paragraphs[1].text = "Our reference: {{ writer.reference }}"


def _with_change(made: Any) -> None:
    made.add_paragraph("x")._p.append(OxmlElement("w:ins"))


def _with_linked_picture(made: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    made.part.relate_to("https://example.org/logo.png", kind, is_external=True)


def _in_columns(made: Any) -> None:
    columns = OxmlElement("w:cols")
    columns.set(w("num"), "2")
    made.element.body.sectPr.append(columns)


def _with_date_to_choose(made: Any) -> None:
    control = (
        '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdtPr><w:showingPlcHdr/>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>Choose a date</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made.element.body.insert(0, parse_xml(control))


def _with(xml: str) -> Callable[[Any], None]:
    return lambda made: (
        made.sections[0]
        .header.paragraphs[0]
        ._p.append(
            parse_xml(
                f'<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{xml}</w:r>'
            )
        )
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_with("<w:instrText> DATE </w:instrText>"), "a field that a word processor fills in later"),
        (_with('<w:footnoteReference w:id="2"/>'), "a footnote. Write its words into the text"),
        (_with("<w:rPr><w:vanish/></w:rPr><w:t>x</w:t>"), "hidden text: it would go out unseen"),
        (_with_second_section, "more than one section"),
        (_with_tag, "No tag is filled in there"),
        (_with_change, "tracked changes"),
        (_with_linked_picture, "Insert the picture itself"),
        (_in_columns, "its text runs in columns"),
        (lambda made: made.add_paragraph("Date: [Date]"), "a place to be filled in (“[Date]”)"),
        (lambda made: made.add_paragraph("Dear «Name»,"), "a place to be filled in (“«Name»”)"),
        (_with_date_to_choose, "a place to be filled in (“Choose a date”)"),
    ],
)
def test_what_cannot_be_used_is_named(change: Callable[[Any], None], sentence: str) -> None:
    assert any(sentence in problem for problem in letterhead_problems(paper(change)))


@pytest.mark.parametrize("content", [b"", b"PK", b"{\\rtf1 }"], ids=["empty", "broken", "another format"])
def test_a_file_that_is_no_word_file_earns_a_sentence(content: bytes) -> None:
    assert letterhead_problems(content) == (
        "letterhead.docx is not a Word document that can be used. Open it and save it again as .docx.",
    )


def test_a_plain_letterhead_is_in_order() -> None:
    assert letterhead_problems(paper()) == ()


def test_a_logo_that_makes_every_letter_heavy_is_named() -> None:
    pixels = bytes(3 * 1500 * 1000)
    start = struct.pack("<2sIHHI", b"BM", 54 + len(pixels), 0, 0, 54)
    about = struct.pack("<IiiHHIIiiII", 40, 1500, 1000, 1, 24, 0, len(pixels), 0, 0, 0, 0)
    logo = io.BytesIO(start + about + pixels)

    (told,) = letterhead_problems(
        paper(lambda made: made.sections[0].header.paragraphs[0].add_run().add_picture(logo))
    )
    assert told.startswith("letterhead.docx: each letter on it has 5 MB.")


def test_a_mark_for_the_letter_is_no_place_to_be_filled_in() -> None:
    assert letterhead_problems(paper(lambda made: made.add_paragraph("[letter]"))) == ()


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("letterhead.docx.docx", "Rename it."),
        ("letterhead.odt", "Open it, and save it as letterhead.docx."),
        ("Letterhead.dotx", "Open it, and save it as letterhead.docx."),
    ],
)
def test_a_letterhead_under_another_name_is_not_passed_over(name: str, advice: str, centre: Path) -> None:
    (centre / name).write_bytes(paper())

    assert problems() == (f"{name}: only letterhead.docx is read. {advice}",)
    (centre / "letterhead.docx").write_bytes(paper())
    assert problems() == ()


def test_a_check_says_what_it_found_in_a_folder_in_order(centre: Path) -> None:
    assert "Robin Adviser, Lee Counsel. Letterhead: none, so that letters go out on plain paper" in in_order()
    (centre / "letterhead.docx").write_bytes(paper())
    assert "Letterhead: letterhead.docx. Own files: 0." in in_order()
