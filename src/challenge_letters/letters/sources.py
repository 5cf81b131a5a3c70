"""Reads the Word templates: what each says, as source for the template engine.

A letter's template is a whole Word file. A file in a folder `parts` stands for its paragraphs, which a letter
includes in its body; a file in a folder `phrases` for its words only, included in the middle of a sentence.
Northern Ireland has its own letters in a folder of its own, with its own parts and phrases where one of
Great Britain names law, an office or a way to go. An advice centre may have a file of its own in the place of
any of them.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.law.nations import system_of
from challenge_letters.letters.compiled import source_of
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.refusing import has_tracked_changes, unusable
from challenge_letters.letters.resaved import as_ours, is_ours, unwrap
from challenge_letters.places import centre_templates, letter_templates

BODY = "word/document.xml"
NEARBY = 60
MOST_UNPACKED = 60_000_000
# What a file can raise that says it is a package and is none.
BROKEN = (zipfile.BadZipFile, OSError, zlib.error, struct.error, EOFError, RuntimeError, UnicodeDecodeError)
PARTS, PHRASES, WORDINGS = "parts", "phrases", "wordings"
# Where a centre's folder keeps what each file of its own was made from.
SHIPPED = ".shipped"
MODEL = "appeal-grounds.docx"
MEMBER = re.compile(r"(?P<file>.+?\.docx)/(?P<member>.+)")
FILLED_MEMBER = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
REVISION_IDS = re.compile(r' w:(rsid\w*|paraId|textId)="[^"]*"| w14:(paraId|textId)="[^"]*"')
PROOFING = re.compile(
    r"<w:proofErr [^>]*/>|<w:lastRenderedPageBreak/>|<w:bookmark(Start|End) [^>]*/>"
    r"|<w:comment(RangeStart|RangeEnd|Reference) [^>]*/>"
)
SECTION = re.compile(r"<w:sectPr[ >].*", re.DOTALL)
EVERY = re.compile(
    r"(?P<before><w:p(?: [^>]*)?>(?:(?!</?w:p[ >]).)*?)"
    r"\{\{\s*every\((?P<things>[\w.]+)\)\s*\}\}(?P<after>.*?</w:p>)",
    re.DOTALL,
)
RUN_TEXT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)


def template_of(kind: str, *, nation: str) -> str:
    """Return the name of the template for letters of that `kind` in `nation`.

    A composed letter has one layout for every nation: what differs stands in its wordings.
    """
    folder = system_of(nation).templates
    own = f"{folder}/{kind}.docx"
    return own if folder and template_path(own).is_file() else f"{kind}.docx"


def template_path(name: str) -> Path:
    """Return where the template `name` lies: the centre's own, if it has one, or ours."""
    centres = centre_templates()
    own = centres / name if centres else None
    return own if own and own.is_file() else letter_templates() / name


def is_phrase(name: str) -> bool:
    """Whether the template `name` stands for words in the middle of a sentence."""
    return PurePosixPath(name).parent.name == PHRASES


def is_included(name: str) -> bool:
    """Whether the template `name` is a part or a phrase, and not a whole letter."""
    return PurePosixPath(name).parent.name in (PARTS, PHRASES)


@cache
def members(name: str) -> Mapping[str, bytes]:
    """Return the files inside the template `name` ("complaint.docx", "parts/sender.docx")."""
    content = members_of(template_path(name), name)
    try:
        return content if is_ours(content, model()) else as_ours(content, model())
    except (etree.XMLSyntaxError, KeyError):
        raise TemplateMistake(worded("letters.templates.not-sound", name=name)) from None


@cache
def model() -> Mapping[str, bytes]:
    """Return the files inside the template whose styles, lists and page are those of all others."""
    return members_of(letter_templates() / MODEL, MODEL)


def members_of(path: Path, name: str) -> Mapping[str, bytes]:
    """Return the files inside the Word file at `path`, which errors call `name`. Raises `TemplateMistake`."""
    if not path.is_file():
        raise TemplateMistake(worded("letters.templates.missing", name=name))
    try:
        with zipfile.ZipFile(path) as package:
            entries = [info for info in package.infolist() if not info.is_dir()]
            if sum(info.file_size for info in entries) > MOST_UNPACKED:
                raise TemplateMistake(worded("letters.templates.too-large", name=name))
            return {info.filename: package.read(info) for info in entries}
    except BROKEN:
        raise TemplateMistake(worded("letters.templates.not-word", name=name)) from None


@cache
def source(name: str) -> str:
    """Return the source of `name`: "complaint.docx/word/header1.xml", or a part's or phrase's file name."""
    inside = MEMBER.fullmatch(name)
    if inside:
        return tidied(inside["file"], inside["member"])
    return (_words if is_phrase(name) else _body)(tidied(name, BODY))


def place(name: str, line: int) -> str:
    """Return where line `line` of the source `name` is, in words that help somebody find it in Word."""
    lines = source(name).splitlines()
    words = " ".join(RUN_TEXT.findall(lines[line - 1])) if 0 < line <= len(lines) else ""
    file = name.removesuffix(f"/{BODY}")
    return (
        worded("letters.templates.near", name=file, words=words.strip()[:NEARBY]) if words.strip() else file
    )


def filled_members(file: str) -> tuple[str, ...]:
    """Return which files inside the template `file` hold tags: its body, headers and footers."""
    return tuple(sorted(member for member in members(file) if FILLED_MEMBER.fullmatch(member)))


def template_files() -> tuple[str, ...]:
    """Return the name of every template, part and phrase; the tables of wordings are no templates."""
    tops = [top for top in (letter_templates(), centre_templates()) if top]
    found = {path.relative_to(top).as_posix() for top in tops for path in _documents(top)}
    return tuple(sorted(found))


def _documents(top: Path) -> list[Path]:
    return [
        path
        for path in top.rglob("*.docx")
        if not path.name.startswith(("~$", "."))
        and path.parent.name != WORDINGS
        and SHIPPED not in path.relative_to(top).parts
    ]


def tidied(file: str, member: str) -> str:
    """Return one XML file of a template with its tags put together again, ready to be compiled.

    Each paragraph begins on a line of its own, so that a mistake can be found by its line number.
    """
    known = source_of(members(file)[member])
    if known is not None:
        return known
    # It takes long to import, and what a wheel has compiled does not need it.
    from docxtpl import DocxTemplate  # noqa: PLC0415

    xml = PROOFING.sub("", REVISION_IDS.sub("", sound_xml(file, member)))
    xml = xml.replace("<w:t>", '<w:t xml:space="preserve">')
    patched: str = EVERY.sub(_once_for_each, DocxTemplate(file).patch_xml(xml))
    return re.sub(r"\n*<w:p([ >])", r"\n<w:p\1", patched)


def sound_xml(file: str, member: str) -> str:
    """Return one XML file of a template as one program would write it, whichever program saved it.

    Raises `TemplateMistake` as `sound` does.
    """
    return sound(members(file)[member], file, member)


def sound(content: bytes, file: str, member: str) -> str:
    """Return the XML `content`, the `member` of a Word file, as one program would write it.

    LibreOffice writes quotation marks in text as entities, which no tag could be read with. Raises
    `TemplateMistake` where the file is broken, or holds tracked changes: they would go out in every letter
    with the name of whoever made them.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise TemplateMistake(
            worded("letters.templates.broken", file=file, member=member, why=error.msg)
        ) from None
    if has_tracked_changes(root):
        raise TemplateMistake(worded("letters.templates.tracked", file=file))
    for problem in unusable(root):
        raise TemplateMistake(worded("letters.templates.problem", file=file, problem=problem))
    unwrap(root)
    xml: str = etree.tostring(root, encoding="unicode")
    return xml


def _once_for_each(paragraph: re.Match[str]) -> str:
    """Return a paragraph that holds {{ every(requests) }} so that it stands once for each of them."""
    once = f"{paragraph['before']}{{{{ each }}}}{paragraph['after']}"
    return f"{{% for each in {paragraph['things']} %}}{once}{{% endfor %}}"


def _body(xml: str) -> str:
    """Return the paragraphs of a part, without what belongs to its page."""
    inside = xml.partition("<w:body>")[2].rpartition("</w:body>")[0]
    return SECTION.sub("", inside)


def _words(xml: str) -> str:
    """Return the words of a phrase, its paragraphs run together."""
    paragraphs = PARAGRAPH.findall(_body(xml))
    return "".join("".join(RUN_TEXT.findall(paragraph)).strip() for paragraph in paragraphs)
