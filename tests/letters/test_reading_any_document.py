"""What stands in a Word file is read once, wherever it stands, and what nobody sees is not."""

from __future__ import annotations

import io
import zipfile

import pytest

from challenge_letters.letters.plain_text import plain_text

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def docx(body: str) -> bytes:
    """Return a Word file with `body` and nothing else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{MAIN}" xmlns:mc="{COMPATIBLE}"><w:body>{body}</w:body></w:document>',
        )
        package.writestr("word/styles.xml", f'<w:styles xmlns:w="{MAIN}"/>')
    return target.getvalue()


def run(words: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{words}</w:t></w:r>"


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def table(inside: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc><w:tc>{paragraph(run('second'))}</w:tc></w:tr></w:tbl>"


def controlled(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


BOX = paragraph(
    run("before")
    + "<w:r><mc:AlternateContent><mc:Choice>"
    + f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    + "</mc:Choice><mc:Fallback>"
    + f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    + "</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (controlled(paragraph(run("in a control"))), "in a control\n"),
        (paragraph(run("a ") + controlled(run("b"))), "a b\n"),
        (controlled(controlled(paragraph(run("twice wrapped")))), "twice wrapped\n"),
        (table(controlled(paragraph(run("first")))), "first | second\n"),
        (table(table(paragraph(run("inner"))) + paragraph(run("outer"))), "inner | second outer | second\n"),
        (BOX, "before\n\nin the box\n"),
        (paragraph(run("seen") + run("unseen", "<w:rPr><w:vanish/></w:rPr>")), "seen\n"),
        (paragraph(run("seen", '<w:rPr><w:vanish w:val="0"/></w:rPr>')), "seen\n"),
        (
            paragraph("<w:moveFrom>" + run("old") + "</w:moveFrom><w:moveTo>" + run("new") + "</w:moveTo>"),
            "new\n",
        ),
        (paragraph("<w:ins>" + run("put in") + "</w:ins>"), "put in\n"),
    ],
)
def test_words_are_read_once_and_as_they_are_seen(body: str, text: str) -> None:
    assert plain_text(docx(body)) == text
