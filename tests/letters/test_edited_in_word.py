"""Templates survive being edited in Word, and a mistake made there is explained by name and place."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from tests.letters.samples import ON, Tokens, full_case, letters_of

from challenge_letters.letters import checking, sources
from challenge_letters.letters.environment import environment
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.styles import w
from challenge_letters.places import letter_templates

Edit = Callable[[str, Callable[[str], str]], None]
RUN = re.compile(r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>')
SAMPLES = tuple(letters_of(full_case(Tokens())))


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edit]:
    """Return a function that changes the XML of the templates matching a pattern, in a copy of the folder."""
    folder = tmp_path / "letter_templates"
    shutil.copytree(letter_templates(), folder)
    monkeypatch.setattr(sources, "letter_templates", lambda: folder)

    def apply(pattern: str, change: Callable[[str], str]) -> None:
        for path in folder.rglob(pattern):
            with zipfile.ZipFile(path) as package:
                content = {name: package.read(name) for name in package.namelist()}
            content[sources.BODY] = change(content[sources.BODY].decode()).encode()
            with zipfile.ZipFile(path, "w") as package:
                for name, data in content.items():
                    package.writestr(name, data)

    _forget()
    yield apply
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for remembered in (sources.members, sources.source, environment):
        remembered.cache_clear()  # type: ignore[attr-defined]


def texts() -> list[bytes]:
    return [fill(sample.letter, sample.case, on=ON) for sample in SAMPLES]


def in_pieces(xml: str) -> str:
    """Return `xml` with every run cut into pieces of three letters, as Word does with edited text."""

    def cut(run: re.Match[str]) -> str:
        letters = re.findall(r"&\w+;|.", run[1], re.DOTALL)
        pieces = ["".join(letters[at : at + 3]) for at in range(0, len(letters), 3)]
        return '<w:proofErr w:type="spellStart"/>'.join(
            f'<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{piece}</w:t></w:r>'
            for piece in pieces
        )

    return RUN.sub(cut, xml)


def test_tags_that_word_has_cut_into_pieces_are_put_together_again(edit: Edit) -> None:
    before = [plain_text(docx) for docx in texts()]

    edit("*.docx", in_pieces)
    _forget()

    assert [plain_text(docx) for docx in texts()] == before


def test_curly_quotes_in_a_tag_do_no_harm(edit: Edit) -> None:
    before = [plain_text(docx) for docx in texts()]

    edit("*.docx", lambda xml: re.sub(r'(\{[%{][^}]*?)"([^"}]*)"', r"\1“\2”", xml))
    _forget()

    assert [plain_text(docx) for docx in texts()] == before


def test_entities_for_quotation_marks_in_a_tag_do_no_harm(edit: Edit) -> None:
    before = [plain_text(docx) for docx in texts()]

    # As LibreOffice writes every quotation mark in a text.
    edit("*.docx", lambda xml: re.sub(r'(\{[%{][^}]*?)"([^"}]*)"', r"\1&quot;\2&quot;", xml))
    _forget()

    assert [plain_text(docx) for docx in texts()] == before


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom"])
def test_tracked_changes_are_refused_before_they_go_out_in_a_letter(edit: Edit, change: str) -> None:
    marked = f'<w:{change} w:id="1" w:author="Jo Adviser" w:date="2026-11-28T10:00:00Z">'
    edit("closing.docx", lambda xml: RUN.sub(lambda run: f"{marked}{run[0]}</w:{change}>", xml, count=1))
    _forget()

    assert [
        problem for problem in checking.problems() if "parts/closing.docx holds tracked changes" in problem
    ]
    with pytest.raises(TemplateMistake, match="Accept or refuse them"):
        texts()


def test_what_was_noted_beside_a_template_stays_in_the_house(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "letter_templates"
    shutil.copytree(letter_templates(), folder)
    monkeypatch.setattr(sources, "letter_templates", lambda: folder)
    document = Document(str(folder / "complaint.docx"))
    document.add_comment(document.paragraphs[0].runs, text="Not so sharp", author="Jo Adviser", initials="JA")
    document.save(str(folder / "complaint.docx"))
    _forget()

    letters = texts()
    _forget()

    assert not [name for docx in letters for name in _members(docx) if "comment" in name or "people" in name]
    assert not [docx for docx in letters if b"Jo Adviser" in b"".join(_members(docx).values())]
    assert not [docx for docx in letters if b"comments.xml" in b"".join(_members(docx).values())]


def _members(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _saved_again(folder: Path, name: str, change: Callable[[Any], None]) -> None:
    document = Document(str(folder / name))
    change(document)
    document.save(str(folder / name))


@pytest.mark.parametrize(
    ("change", "complaints"),
    [
        (lambda _: None, 0),
        (
            lambda document: document.styles.element.append(
                document.styles.element.makeelement(w("latentStyles"))
            ),
            0,
        ),
        (lambda document: setattr(document.styles["Normal"].font, "bold", True), 1),
    ],
    ids=["saved as it was", "with styles nobody uses", "with another style"],
)
def test_a_file_saved_by_another_program_may_differ_in_bytes_but_not_in_its_styles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], None], complaints: int
) -> None:
    folder = tmp_path / "letter_templates"
    shutil.copytree(letter_templates(), folder)
    monkeypatch.setattr(sources, "letter_templates", lambda: folder)
    _saved_again(folder, "complaint.docx", change)
    _forget()

    found = [problem for problem in checking.problems() if problem.startswith("complaint.docx: its styles")]
    _forget()

    assert len(found) == complaints


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "sender.docx",
            "{{ claimant.name }}",
            "{{ claimant.nmae }}",
            r"parts/sender.docx, near “.*claimant.nmae.*”, cannot be filled: .*has no attribute 'nmae'",
        ),
        (
            "sender.docx",
            "{{ claimant.name }}",
            "{{ claimant.date_of_birth }}",
            "parts/sender.docx, near .* cannot be filled: A template prints a value of type date",
        ),
        (
            "sender.docx",
            "{%p endif %}",
            "",
            r"parts/sender.docx.* cannot be read: .*\{%p endif %\} is missing below it",
        ),
        (
            "complaint.docx",
            "parts/sender.docx",
            "parts/nobody.docx",
            "There is no template called parts/nobody.docx",
        ),
        ("need.docx", "%}heating", "%}{{ letter.demand }}", "phrases/need.docx.*an empty answer"),
        (
            "signature.docx",
            "translation.by",
            "translated.by",
            "parts/signature.docx.*there is nothing called translated in this letter",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(edit: Edit, file: str, old: str, new: str, message: str) -> None:
    edit(file, lambda xml: xml.replace(old, new))
    _forget()

    with pytest.raises(TemplateMistake, match=message):
        texts()


def test_a_check_finds_a_mistake_without_filling(edit: Edit) -> None:
    edit("sender.docx", lambda xml: xml.replace("{%p endif %}", "", 1))
    _forget()

    assert [problem for problem in checking.problems() if problem.startswith("parts/sender.docx, near")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{{ greeted }}",
            "{{ greeted }",
            "complaint.docx, near “Dear {{ greeted }.*: a tag is not closed as it",
        ),
        ("{%p endfor %}", "", "complaint.docx, near .*: what begins with {%p for … %} has no end"),
        ("{%p for section in sections %}", "", "complaint.docx, near .*: {%p endfor %} ends something"),
        ("{%p for section in sections %}", "{%p each section %}", "there is no tag that begins with {% each"),
        (
            "parts/sender.docx",
            "parts/sendr.docx",
            "complaint.docx.*: there is no template called parts/sendr",
        ),
    ],
)
def test_a_check_says_what_is_wrong_with_a_tag_in_plain_words(
    edit: Edit, old: str, new: str, message: str
) -> None:
    edit("complaint.docx", lambda xml: xml.replace(old, new))
    _forget()

    found = checking.problems()

    assert any(re.search(message.replace("{", r"\{").replace("}", r"\}"), each) for each in found), found
    assert not [each for each in found if "Jinja" in each or "word/document" in each]
