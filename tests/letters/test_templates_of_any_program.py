"""Templates saved by any word processor give the same letters, or what is in the way is named."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from tests.letters.samples import ON, Tokens, full_case, letters_of

from challenge_letters import places
from challenge_letters.letters import checking, environment, sources, wordings
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.places import letter_templates

SAMPLES = tuple(letters_of(full_case(Tokens())))
BODY, STYLES, APP = "word/document.xml", "word/styles.xml", "docProps/app.xml"
RUN = re.compile(r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>')
Content = dict[str, bytes]
Change = Callable[[Content], Content]


def forget() -> None:
    for remembered in (sources.members, sources.source, environment.environment, wordings.wordings):
        remembered.cache_clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of templates of a centre that has all of them."""
    folder = tmp_path / "letter_templates"
    shutil.copytree(letter_templates(), folder)
    monkeypatch.setenv(places.CENTRE, str(tmp_path))
    forget()
    yield folder
    forget()


@pytest.fixture(scope="module")
def ours() -> list[str]:
    forget()
    return texts()


def texts() -> list[str]:
    return [plain_text(fill(sample.letter, sample.case, on=ON)) for sample in SAMPLES]


def change_each(folder: Path, change: Change, pattern: str = "*.docx") -> None:
    for path in folder.rglob(pattern):
        with zipfile.ZipFile(path) as package:
            content = change({name: package.read(name) for name in package.namelist()})
        with zipfile.ZipFile(path, "w") as package:
            for name, data in content.items():
                package.writestr(name, data)
    forget()


def in_body(change: Callable[[str], str]) -> Change:
    return lambda content: {**content, BODY: change(content[BODY].decode()).encode()}


def saved_by_python_docx(content: Content) -> Content:
    target, source = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(source, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    Document(source).save(target)
    with zipfile.ZipFile(target) as package:
        return {name: package.read(name) for name in package.namelist()}


def in_content_controls(content: Content) -> Content:
    wrapped = r'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>\g<0></w:sdtContent></w:sdt>'
    return in_body(lambda xml: RUN.sub(wrapped, xml))(content)


def with_link(content: Content) -> Content:
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    wrapped = rf'<w:hyperlink xmlns:r="{relations}" r:id="rId77" w:history="1">\g<0></w:hyperlink>'
    return in_body(lambda xml: RUN.sub(wrapped, xml))(content)


def with_styles_renumbered(content: Content) -> Content:
    """Return it as LibreOffice names styles: ids without hyphens and digits at the end, names as they were."""
    keys = re.findall(rb'w:styleId="(\w+)"', content[STYLES])
    renamed = dict(content)
    for name in (BODY, STYLES, "word/header1.xml", "word/footer1.xml"):
        for key in keys if name in content else ():
            renamed[name] = re.sub(
                rb'(w:(?:styleId|pStyle w:val|basedOn w:val|next w:val|link w:val)=")' + key + rb'"',
                rb"\g<1>xx" + key + b'"',
                renamed[name],
            )
    return {**renamed, APP: b"<Properties><Application>LibreOffice/7.4</Application></Properties>"}


def with_papers_beside(content: Content) -> Content:
    beside = {
        "docProps/custom.xml": b"<Properties><x>Jo Adviser</x></Properties>",
        "docProps/thumbnail.jpeg": b"Jo Adviser",
        "customXml/item1.xml": b"<x>Jo Adviser</x>",
        "word/people.xml": b"<x>Jo Adviser</x>",
        "word/theme/theme1.xml": b"<x/>",
        "docProps/core0.xml": b"<x>Jo Adviser</x>",
    }
    return {**content, **beside}


WAYS = {
    "python-docx": saved_by_python_docx,
    "content controls": in_content_controls,
    "links": with_link,
    "renamed style ids": with_styles_renumbered,
    "papers beside": with_papers_beside,
    "bookmarks and languages": in_body(
        lambda xml: RUN.sub(
            r'<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>'
            r'<w:t xml:space="preserve">\g<1></w:t></w:r><w:bookmarkEnd w:id="1"/>',
            xml,
        )
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_saving_gives_the_same_letters(way: str, own: Path, ours: list[str]) -> None:
    change_each(own, WAYS[way])

    assert texts() == ours


def test_nothing_that_lay_beside_a_template_goes_along(own: Path) -> None:
    change_each(own, with_papers_beside)

    for sample in SAMPLES:
        docx = fill(sample.letter, sample.case, on=ON)
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            assert not [name for name in package.namelist() if b"Jo Adviser" in package.read(name)]


def inserted(xml: str) -> Change:
    return in_body(lambda body: RUN.sub(rf"\g<0>{xml}", body, count=1))


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        (
            '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId9"/></w:drawing></w:r>',
            "holds a picture. Put it into",
        ),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "holds a footnote. Write its words into the text"),
        ("<w:r><w:object/></w:r>", "holds an embedded file. Take it out"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>", "holds hidden text"),
        ("<w:r><w:rPr><w:strike/></w:rPr><w:t>out</w:t></w:r>", "holds words that are struck out"),
        ('<w:fldSimple w:instr=" DATE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', "holds a field that"),
        ("<w:r><w:instrText> INCLUDETEXT x </w:instrText></w:r>", "holds a field that"),
        (
            '<w:r><w:rPr><w:rPrChange w:id="1" w:author="Jo" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:r>',
            "holds tracked changes",
        ),
    ],
)
def test_what_no_letter_may_hold_is_named_with_its_file(xml: str, sentence: str, own: Path) -> None:
    change_each(own, inserted(xml), "closing.docx")

    found = [problem for problem in checking.problems() if "parts/closing.docx" in problem]
    assert found
    assert sentence in found[0]


def test_a_style_that_the_letters_do_not_have_is_named(own: Path) -> None:
    def restyled(content: Content) -> Content:
        styles = (
            content[STYLES]
            .replace(b'w:val="Letter Text"', b'w:val="My Own"')
            .replace(b'"LetterText"', b'"MyOwn"')
        )
        return {**content, STYLES: styles, BODY: content[BODY].replace(b'"LetterText"', b'"MyOwn"')}

    change_each(own, restyled, "complaint.docx")

    assert any(
        "complaint.docx: a paragraph has the style “My Own”" in problem for problem in checking.problems()
    )


@pytest.mark.libreoffice
def test_every_template_opened_and_saved_in_libreoffice_gives_the_same_letters(
    own: Path, ours: list[str], tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed."
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    for folder in sorted({path.parent for path in own.rglob("*.docx")}):
        files = [str(path) for path in sorted(folder.glob("*.docx"))]
        saved = tmp_path / "saved" / folder.relative_to(own)
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(saved),
        ]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    complaints = checking.problems()
    shutil.copytree(tmp_path / "saved", own, dirs_exist_ok=True)
    forget()

    assert texts() == ours
    assert checking.problems() == complaints


def test_a_mistake_that_quotes_pages_of_a_broken_file_stays_a_sentence_to_read() -> None:
    broken = f"<{'a' * 5000}:b/>".encode()

    with pytest.raises(TemplateMistake) as told:
        sources.sound(broken, "own.docx", "word/document.xml")

    assert str(told.value).startswith("The template own.docx (word/document.xml) is not a sound Word file: ")
    assert len(str(told.value)) < 1000
