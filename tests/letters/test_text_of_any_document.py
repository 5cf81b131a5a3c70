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
        package.writestr("word/styles.xml", f'<w:styles xmlns:w="{MAIN}">{STYLES}</w:styles>')
    return target.getvalue()


def style(kind: str, key: str, inside: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}">{inside}</w:style>'


STYLES = (
    style("character", "Unseen", "<w:rPr><w:vanish/></w:rPr>")
    + style("character", "StillUnseen", '<w:basedOn w:val="Unseen"/>')
    + style("character", "SeenAgain", '<w:basedOn w:val="Unseen"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
    + style("paragraph", "UnseenNote", "<w:rPr><w:vanish/></w:rPr>")
    + style("character", "Round", '<w:basedOn w:val="Round"/>')
)


def styled(key: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{key}"/></w:rPr>'


def field(code: str, shown: str) -> str:
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begins, parts, ends = marks
    return f"{begins}<w:r><w:instrText> {code} </w:instrText></w:r>{parts}{run(shown)}{ends}"


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
        (paragraph(run("a ") + run("unseen", styled("Unseen")) + run("b", styled("Round"))), "a b\n"),
        (paragraph(run("a") + run("unseen", styled("StillUnseen")) + run("b", styled("SeenAgain"))), "ab\n"),
        (
            paragraph('<w:pPr><w:pStyle w:val="UnseenNote"/></w:pPr>' + run("unseen")) + paragraph(run("a")),
            "a\n",
        ),
        (paragraph(field('HYPERLINK "https://example.org/HOMEPAGE"', "our page")), "our page\n"),
        (paragraph(run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "2")), "\n"),
        (paragraph(run("Charity 12 – page ") + field(r"PAGE \\* MERGEFORMAT", "1")), "Charity 12\n"),
        (
            paragraph(run("Of the page ") + '<w:fldSimple w:instr="PAGE">' + run("1") + "</w:fldSimple>"),
            "Of the\n",
        ),
    ],
)
def test_words_are_read_once_and_as_they_are_seen(body: str, text: str) -> None:
    assert plain_text(docx(body)) == text
