"""A centre's own templates and sentences, and what an upgrade changed under them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement

from challenge_letters.letters import own_words
from challenge_letters.letters.checking import problems
from challenge_letters.letters.checking_centre import problems_in_use
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import fill
from challenge_letters.letters.own_words import changed_under, mark_seen, take
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.wordings import wording
from challenge_letters.places import letter_templates
from tests.examples import AS_AT, letters

ILL = next(each for each in letters() if each.name == "missed-appointment-ill.mandatory-reconsideration")
PART = "parts/signature.docx"


def text() -> str:
    return plain_text(fill(ILL.letter, ILL.case, on=AS_AT))


def reworded(path: Path, old: str, new: str) -> None:
    """Change words in a Word file as somebody with a word processor does."""
    with zipfile.ZipFile(path) as package:
        content = {name: package.read(name) for name in package.namelist()}
    changed = content["word/document.xml"].replace(old.encode(), new.encode())
    assert changed != content["word/document.xml"]
    content["word/document.xml"] = changed
    with zipfile.ZipFile(path, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)


def test_a_part_of_its_own_stands_in_every_letter(centre: Path, again: Callable[[], None]) -> None:
    before = text()
    reworded(take(PART, centre), "Signed: ", "Signed by hand: ")
    again()

    assert "Signed by hand: ................" in text()
    assert text().replace("Signed by hand", "Signed") == before


def test_one_sentence_of_its_own_leaves_the_others_ours(centre: Path, again: Callable[[], None]) -> None:
    before, complaints = text(), problems()
    path = take(_a_row_of(before), centre)
    assert len(Document(str(path)).tables[0].rows) == 2
    again()

    assert text() == before
    assert problems() == complaints


def _a_row_of(letter: str) -> str:
    rows = own_words.rows_in(letter_templates()).values()
    plain = (row for row in rows if row.cells[0] and "{{" not in row.cells[0] and len(row.cells[0]) > 30)
    return next(row.name for row in plain if row.cells[0] in letter)


def test_the_words_of_a_row_of_its_own_are_printed(centre: Path, again: Callable[[], None]) -> None:
    name = _a_row_of(text())
    path = take(name, centre)
    document = Document(str(path))
    ours = document.tables[0].rows[1].cells[1].text
    for cell in document.tables[0].rows[1].cells[1:]:
        cell.text = ""
    document.tables[0].rows[1].cells[1].text = "This centre says it otherwise."
    document.save(str(path))
    before = text()
    again()

    assert text() == before.replace(ours, "This centre says it otherwise.")


def test_a_cell_left_empty_stays_ours(centre: Path, again: Callable[[], None]) -> None:
    name = next(row.name for row in own_words.rows_in(letter_templates()).values() if row.cells[1])
    path = take(name, centre)
    document = Document(str(path))
    for cell in document.tables[0].rows[1].cells[1:]:
        cell.text = ""
    document.save(str(path))
    again()

    assert own_words.rows_in(centre / "letter_templates")[name].cells == ("",) * 4
    assert wording(name).cells == own_words.rows_in(letter_templates())[name].cells


def test_a_mistake_in_a_row_of_its_own_is_named_by_file_and_row(
    centre: Path, again: Callable[[], None]
) -> None:
    name = _a_row_of(text())
    path = take(name, centre)
    document = Document(str(path))
    document.tables[0].rows[1].cells[1].text = "On {{ the_moon }}."
    document.save(str(path))
    again()

    assert [
        each for each in problems() if f"wordings/{name}.docx, row “{name}”" in each and "the_moon" in each
    ]


def test_an_upgrade_is_told_until_it_has_been_seen(centre: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(PART, centre)
    assert changed_under(centre) == ()
    older = centre / "letter_templates" / ".shipped" / PART
    reworded(older, "Signed: ", "Signed at last: ")

    (told,) = changed_under(centre)
    assert "parts/signature.docx: ours has changed since yours was made from it." in str(told)
    assert "Signed at last" in str(told)
    mark_seen(PART, centre)
    assert changed_under(centre) == ()


def test_a_file_made_by_hand_is_asked_about(centre: Path) -> None:
    (centre / "letter_templates" / "complaint.docx").write_bytes(
        (letter_templates() / "complaint.docx").read_bytes()
    )

    (told,) = changed_under(centre)
    assert "challenge-letters own complaint.docx --seen" in str(told)


def test_a_file_that_nothing_reads_is_named(centre: Path) -> None:
    Document().save(str(centre / "letter_templates" / "complaints.docx"))

    assert "nothing reads yours" in str(changed_under(centre)[0])


def test_nothing_is_taken_twice_or_by_a_wrong_name(centre: Path) -> None:
    take(PART, centre)

    with pytest.raises(LettersError, match="is there already"):
        take(PART, centre)
    with pytest.raises(LettersError, match=r"Did you mean complaint\.docx"):
        take("complain.docx", centre)


def test_a_letter_in_the_place_of_a_broken_one_is_named(centre: Path, again: Callable[[], None]) -> None:
    (centre / "letter_templates" / "complaint.docx").write_bytes(b"no Word file")
    again()

    assert "The template complaint.docx is not a Word file (.docx)." in problems()
    assert zipfile.is_zipfile(io.BytesIO(fill(ILL.letter, ILL.case, on=AS_AT)))


def test_a_check_names_a_table_that_cannot_be_read_and_says_nothing_else(
    centre: Path, again: Callable[[], None]
) -> None:
    path = take(_a_row_of(text()), centre)
    path.with_name("copy.docx").write_bytes(path.read_bytes())
    again()

    (told,) = problems()
    assert "it stands in wordings/copy.docx as well. Take one of them out." in told
    path.with_name("copy.docx").unlink()
    document = Document(str(path))
    document.tables[0].rows[1].cells[1].paragraphs[0]._p.append(OxmlElement("w:ins"))
    document.save(str(path))
    again()
    (told,) = problems()
    assert "holds tracked changes. Accept or refuse them" in told


def test_a_check_fills_the_examples_with_words_of_its_own(centre: Path, again: Callable[[], None]) -> None:
    assert problems_in_use() == ()
    reworded(take(PART, centre), "Signed: ", "Signed for {{ client_name }}: ")
    again()

    assert problems() == ()
    (told,) = problems_in_use()
    assert "parts/signature.docx, near" in told
    assert "there is nothing called client_name in this letter" in told
