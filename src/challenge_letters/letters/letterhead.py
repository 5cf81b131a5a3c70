"""Sets a finished letter into the letterhead of an advice centre: any Word file with a header and a footer.

The letterhead stays as it is: its page, margins, pictures and fonts. The letter brings its own styles under
names of their own, in the letterhead's font, so that nothing of the two is mixed up. On the pages after the
first one, the line that says whose letter it is stands below what the letterhead has there.
"""

from __future__ import annotations

import gc
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.letters.document_text import holds_page_number
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.package import packed
from challenge_letters.letters.refusing import has_tracked_changes, unusable
from challenge_letters.letters.styles import w

LETTERHEAD = "letterhead.docx"
MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
# Two letters of this size still go with one e-mail.
MOST_TO_SEND = 4_000_000
MARK = re.compile(r"\s*(\{\{|\[)\s*letter\s*(\}\}|\])\s*", re.IGNORECASE)
PLACE_TO_FILL_IN = re.compile(r"\[[^\W\d][^\[\]{}]{0,40}\]|<<?[^\W\d][^<>]{0,40}>>?|«[^«»]{1,40}»")
BASE = "LetterText"
OURS = "InLetter"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_IDS = tuple(f"{{{DOCUMENT}}}{name}" for name in ("id", "embed", "link", "pict"))
STYLE_REFERENCES = ("pStyle", "rStyle", "tblStyle")
# What a letterhead may hold for the word processor, and no letter may take along.
DROPPED_SETTINGS = (
    "rsids",
    "attachedTemplate",
    "documentProtection",
    "writeProtection",
    "mailMerge",
    "trackRevisions",
    "docVars",
    "evenAndOddHeaders",
    "saveThroughXslt",
)
NAMED_PARTS = {
    "styles": RELATIONSHIP_TYPE.STYLES,
    "settings": RELATIONSHIP_TYPE.SETTINGS,
    "numbering": RELATIONSHIP_TYPE.NUMBERING,
}
COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
DROPPED_PARTS = (
    "/comments",
    "/people",
    "/customXml",
    "/glossaryDocument",
    "/vbaProject",
    "/keyMapCustomizations",
)
RUNNING = ("/oleObject", "/control", "/package", "/activeXControlBinary")
# Drawings, pictures and breaks make a paragraph more than an empty one.
FULL = ("drawing", "pict", "object", "br", "sectPr", "fldSimple", "instrText", "sdt")


@cache
def _read(path: Path, _changed: float) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def letterhead_in(folder: Path) -> bytes | None:
    """Return the letterhead in the `folder` of a centre, or None if it has none. Raises `TemplateMistake`."""
    path = folder / LETTERHEAD
    try:
        return _read(path, path.stat().st_mtime) if path.exists() else None
    except OSError as error:
        raise TemplateMistake(
            worded("letters.letterhead.unreadable", file=LETTERHEAD, why=error.strerror)
        ) from None


def letterhead_problems(content: bytes) -> tuple[str, ...]:
    """Return why the letterhead `content` cannot be used, or no letter of it sent, one sentence each."""
    try:
        paper = _opened(content)
    except TemplateMistake as error:
        return (str(error),)
    return tuple(f"{LETTERHEAD}: {problem}" for problem in (*_problems(paper), *_weight(content)))


def _weight(content: bytes) -> Iterator[str]:
    """Yield what to do about a letterhead that makes letters too heavy: in them nothing is compressed."""
    if (size := _unpacked(content)) > MOST_TO_SEND:
        yield worded("letters.letterhead.heavy", megabytes=round(size / 1_000_000))


def set_into(
    letter: Mapping[str, bytes], letterhead: bytes, *, said_already: Callable[[str], bool]
) -> dict[str, bytes]:
    """Return the members of `letter` set into `letterhead`.

    `said_already` says of a paragraph of the sender whether the letterhead holds it. Raises `TemplateMistake`
    where the letterhead cannot be used, or the letter brings pictures of its own.
    """
    paper = _opened(letterhead)
    for problem in _problems(paper):
        raise TemplateMistake(f"{LETTERHEAD}: {problem}")
    renamed = _Renamed(letter, paper)
    written = renamed.read("word/document.xml").find(w("body"))
    _without_what_is_said(written, said_already)
    _put(written, paper)
    _running_lines(renamed, paper)
    _clean(paper)
    target = io.BytesIO()
    paper.save(target)
    return _members(target.getvalue())


def on_paper(
    letter: bytes, letterhead: bytes, *, title: str, on: Any, said_already: Callable[[str], bool]
) -> bytes:
    """Return the Word file `letter` set into `letterhead`: the same bytes whenever it is made."""
    content = set_into(_members(letter), letterhead, said_already=said_already)
    # python-docx leaves the whole letterhead behind in circles: megabytes for each letter. Only
    # what is young is looked through.
    gc.collect(1)
    return packed(content, {}, title=title, on=on)


def _members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


# -- the letterhead


def _opened(content: bytes) -> WordDocument:
    """Return the letterhead as a document. Raises `TemplateMistake` in words for its owner."""
    advice = worded("letters.letterhead.not-word", file=LETTERHEAD)
    try:
        if len(content) > MOST_BYTES or _unpacked(content) > MOST_UNPACKED:
            raise TemplateMistake(worded("letters.letterhead.too-large", file=LETTERHEAD))
        return Document(io.BytesIO(content))
    except TemplateMistake:
        raise
    except Exception:
        # A broken file can fail anywhere inside the library, in many ways; none is worth telling.
        raise TemplateMistake(advice) from None


def _unpacked(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return sum(entry.file_size for entry in package.infolist())


def _problems(paper: WordDocument) -> Iterator[str]:
    body = paper.element.body
    yield from _of_page(body)
    roots = list(_stories(paper))
    if any(has_tracked_changes(root) for root in roots):
        yield worded("letters.letterhead.tracked")
    for each in dict.fromkeys(found for root in roots for found in unusable(root, is_paper=True)):
        yield worded("letters.letterhead.it", what=each)
    if any(_holds_tags(root) for root in roots):
        yield worded("letters.letterhead.tags")
    for rel in _relations(paper):
        if rel.is_external and rel.reltype.endswith("/image"):
            yield worded("letters.letterhead.linked")
        elif rel.reltype.endswith(RUNNING):
            yield worded("letters.letterhead.embedded")
    if len(_marks(body)) > 1:
        yield worded("letters.letterhead.twice")


def _of_page(body: Any) -> Iterator[str]:
    if len(list(body.iter(w("sectPr")))) > 1:
        yield worded("letters.letterhead.sections")
    if any(int(each.get(w("num"), "1")) > 1 for each in body.iter(w("cols"))):
        yield worded("letters.letterhead.columns")
    if words := _to_fill_in(body):
        yield worded("letters.letterhead.to-fill-in", words=words)


def _to_fill_in(body: Any) -> str:
    """Return the first place in `body` that waits for words, as a model letter has them: "[Date]"; or ""."""
    controls = (
        each for each in body.iter(w("sdt")) if each.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
    )
    waiting = next((_text(each) for each in controls), "")
    return waiting or next((found[0] for each in body.iter(w("p")) if (found := _place_in(_text(each)))), "")


def _place_in(text: str) -> re.Match[str] | None:
    return None if MARK.fullmatch(text) else PLACE_TO_FILL_IN.search(text)


def _holds_tags(root: Any) -> bool:
    texts = (_text(paragraph) for paragraph in root.iter(w("p")))
    return any(("{{" in text or "{%" in text) and not MARK.fullmatch(text) for text in texts)


def _stories(paper: WordDocument) -> Iterator[Any]:
    yield paper.element.body
    for rel in paper.part.rels.values():
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield _root(rel.target_part)


def _root(part: Part) -> Any:
    return part.element if isinstance(part, XmlPart) else etree.fromstring(part.blob)


def _relations(paper: WordDocument) -> Iterator[Any]:
    for part in paper.part.package.iter_parts():
        yield from part.rels.values()


def _text(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _marks(body: Any) -> list[Any]:
    return [paragraph for paragraph in body.iter(w("p")) if MARK.fullmatch(_text(paragraph))]


# -- the letter


class _Renamed:
    """The letter with its styles and lists under names that are free in the letterhead."""

    def __init__(self, letter: Mapping[str, bytes], paper: WordDocument) -> None:
        self.letter = letter
        self.lists = self._bring_lists(paper)
        self.styles = self._bring_styles(paper)

    def read(self, member: str) -> Any:
        """Return one member of the letter, parsed, with everything renamed in it."""
        root = parse_xml(self.letter[member])
        if any(
            each in element.attrib for element in root.iter() for each in RELATION_IDS if _is_inside(element)
        ):
            raise TemplateMistake(worded("letters.letterhead.pictures"))
        self.rename(root)
        return root

    def rename(self, root: Any) -> None:
        for name in STYLE_REFERENCES:
            for found in list(root.iter(w(name))):
                new = self.styles.get(found.get(w("val")))
                if new:
                    found.set(w("val"), new)
                else:
                    found.getparent().remove(found)
        for found in root.iter(w("numId")):
            found.set(w("val"), self.lists.get(found.get(w("val")), "0"))

    def _bring_lists(self, paper: WordDocument) -> dict[str, str]:
        theirs = _numbering(paper)
        ours = parse_xml(self.letter["word/numbering.xml"])
        first = 1 + max(
            [_number(each, "abstractNumId") for each in theirs.iter(w("abstractNum"))]
            + [_number(each, "numId") for each in theirs.iter(w("num"))],
            default=0,
        )
        renamed: dict[str, str] = {}
        start = next((at for at, each in enumerate(theirs) if each.tag == w("num")), len(theirs))
        for at, abstract in enumerate(list(ours.iter(w("abstractNum")))):
            renamed[str(_number(abstract, "abstractNumId"))] = str(first + at)
            abstract.set(w("abstractNumId"), str(first + at))
            for name in ("nsid", "tmpl"):
                for found in abstract.findall(w(name)):
                    abstract.remove(found)
            for style in abstract.iter(w("pStyle")):
                style.set(w("val"), style.get(w("val")) + OURS)
            theirs.insert(start + at, abstract)
        lists: dict[str, str] = {}
        for at, number in enumerate(list(ours.iter(w("num")))):
            new = str(first + len(renamed) + at)
            lists[number.get(w("numId"))] = new
            number.set(w("numId"), new)
            of = number.find(w("abstractNumId"))
            of.set(w("val"), renamed[of.get(w("val"))])
            theirs.append(number)
        for last in theirs.findall(w("numIdMacAtCleanup")):
            theirs.append(last)
        return lists

    def _bring_styles(self, paper: WordDocument) -> dict[str, str]:
        theirs = paper.styles.element
        ours = [each for each in parse_xml(self.letter["word/styles.xml"]).iter(w("style")) if _is_ours(each)]
        renamed = {each.get(w("styleId")): each.get(w("styleId")) + OURS for each in ours}
        names = {f"{_name(each)} (letter)" for each in ours}
        for old in [each for each in theirs.iter(w("style")) if _name(each) in names]:
            theirs.remove(old)
        normal = next((each.get(w("styleId")) for each in theirs.iter(w("style")) if _is_default(each)), None)
        for style in ours:
            self._prepare(style, renamed, normal)
            theirs.append(style)
        return renamed

    def _prepare(self, style: Any, renamed: Mapping[str, str], normal: str | None) -> None:
        is_base = style.get(w("styleId")) == BASE
        style.set(w("styleId"), renamed[style.get(w("styleId"))])
        style.set(w("customStyle"), "1")
        style.find(w("name")).set(w("val"), f"{_name(style)} (letter)")
        for name in ("basedOn", "next", "link"):
            for found in style.findall(w(name)):
                new = renamed.get(found.get(w("val"))) or (normal if name == "basedOn" else None)
                if new:
                    found.set(w("val"), new)
                else:
                    style.remove(found)
        for found in style.iter(w("numId")):
            found.set(w("val"), self.lists.get(found.get(w("val")), "0"))
        if is_base:
            _own_shape(style)


def _own_shape(style: Any) -> None:
    """Give the style all others rest on its own indents and language: the letterhead's are not a letter's."""
    properties = style.find(w("pPr"))
    indent = etree.SubElement(properties, w("ind"))
    for side in ("left", "right", "firstLine"):
        indent.set(w(side), "0")
    etree.SubElement(properties, w("contextualSpacing")).set(w("val"), "0")
    run = etree.SubElement(style, w("rPr"))
    etree.SubElement(run, w("lang")).set(w("val"), "en-GB")


def _is_inside(element: Any) -> bool:
    return bool(element.tag not in (w("headerReference"), w("footerReference")))


def _is_ours(style: Any) -> bool:
    return style.get(w("type")) == "paragraph" and not style.get(w("default"))


def _is_default(style: Any) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def _name(style: Any) -> str:
    found = style.find(w("name"))
    return "" if found is None else str(found.get(w("val")))


def _number(element: Any, name: str) -> int:
    return int(element.get(w(name)))


def _numbering(paper: WordDocument) -> Any:
    """Return the lists of the letterhead, which may have none."""
    for rel in paper.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return _root(rel.target_part)
    empty = parse_xml(f'<w:numbering xmlns:w="{w("x")[1:-2]}"/>')
    name = PackURI("/word/numbering.xml")
    part = XmlPart(name, CONTENT_TYPE.WML_NUMBERING, empty, paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


# -- putting both together


def _without_what_is_said(body: Any, said_already: Callable[[str], bool]) -> None:
    for paragraph in [each for each in body if each.tag == w("p")]:
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style.get(w("val")) == f"Sender{OURS}":
            lines = " ".join("".join(_pieces(paragraph)).split())
            if said_already(lines):
                body.remove(paragraph)


def _pieces(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(w("t"), w("br")):
        yield (each.text or "") if each.tag == w("t") else " "


def _put(written: Any, paper: WordDocument) -> None:
    """Put the letter where the letterhead says {{ letter }}, or else below what stands in it."""
    body = paper.element.body
    marks = _marks(body)
    parent = marks[0].getparent() if marks else body
    at = parent.index(marks[0]) if marks else _below(body)
    if marks:
        parent.remove(marks[0])
    for offset, element in enumerate(each for each in list(written) if each.tag != w("sectPr")):
        parent.insert(at + offset, element)


def _below(body: Any) -> int:
    """Return where the letter begins, with the empty lines at the end of the letterhead taken out."""
    while True:
        last = next((each for each in reversed(body) if each.tag != w("sectPr")), None)
        if last is None or last.tag != w("p") or _text(last).strip() or _is_full(last):
            break
        body.remove(last)
    return len([each for each in body if each.tag != w("sectPr")])


def _is_full(paragraph: Any) -> bool:
    return any(paragraph.find(f".//{w(name)}") is not None for name in FULL)


def _running_lines(renamed: _Renamed, paper: WordDocument) -> None:
    """Put whose letter it is, and the number of the page, on every page but the first."""
    section = paper.sections[0]
    is_first_apart = section.different_first_page_header_footer
    has_number = any(holds_page_number(root) for root in _stories_of_section(paper))
    for kind in ("header", "footer"):
        later = _for_later_pages(paper, kind, is_first_apart=is_first_apart)
        if kind == "footer" and has_number:
            continue
        if _is_blank(later):
            _empty(later)
        for line in list(renamed.read(f"word/{kind}1.xml")):
            later.append(line)
    section.different_first_page_header_footer = True


def _empty(story: Any) -> None:
    for element in list(story):
        story.remove(element)


def _stories_of_section(paper: WordDocument) -> Iterator[Any]:
    section = paper.sections[0]
    for story in (section.header, section.footer):
        if not story.is_linked_to_previous:
            yield story._element


def _is_blank(story: Any) -> bool:
    return all(each.tag == w("p") and not _text(each).strip() and not _is_full(each) for each in story)


def _for_later_pages(paper: WordDocument, kind: str, *, is_first_apart: bool) -> Any:
    """Return the header or footer of the pages after the first; the first keeps the letterhead's."""
    section = paper.sections[0]
    story = getattr(section, kind)
    if story.is_linked_to_previous:
        story.is_linked_to_previous = False
        _empty(story._element)
        return story._element
    if is_first_apart:
        return story._element
    properties = section._sectPr
    for old in [
        each for each in properties if each.tag == w(f"{kind}Reference") and each.get(w("type")) == "first"
    ]:
        properties.remove(old)
    reference = next(
        each for each in properties if each.tag == w(f"{kind}Reference") and each.get(w("type")) == "default"
    )
    reference.set(w("type"), "first")
    original = paper.part.related_parts[reference.get(f"{{{DOCUMENT}}}id")]
    story.is_linked_to_previous = False
    return _copied(original, story.part)


def _copied(original: Any, copy: Any) -> Any:
    """Make the new part `copy` say and show what `original` does, and return its root."""
    root = copy.element
    _empty(root)
    for element in original.element:
        root.append(deepcopy(element))
    for rel in original.rels.values():
        target = rel.target_ref if rel.is_external else rel.target_part
        copy.load_rel(rel.reltype, target, rel.rId, rel.is_external)
    return root


def _clean(paper: WordDocument) -> None:
    """Take out what is no part of the paper, and call the rest by its usual names."""
    _take_out(paper.settings.element, DROPPED_SETTINGS)
    for root in _stories(paper):
        _take_out(root, COMMENT_MARKS)
    named = {name: paper.part.part_related_by(kind) for name, kind in NAMED_PARTS.items()}
    _drop_relations(named["settings"].rels, lambda kind: kind.endswith("/attachedTemplate"))
    _drop_relations(paper.part.rels, lambda kind: any(part in kind for part in DROPPED_PARTS))
    package = paper.part.package
    _drop_relations(package.rels, lambda kind: not kind.endswith("/officeDocument"))
    package.core_properties.title = ""
    paper.part.partname = PackURI("/word/document.xml")
    for name, part in named.items():
        part.partname = PackURI(f"/word/{name}.xml")


def _take_out(root: Any, names: tuple[str, ...]) -> None:
    for found in [each for name in names for each in root.iter(w(name))]:
        found.getparent().remove(found)


def _drop_relations(relations: Any, is_dropped: Callable[[str], bool]) -> None:
    for key in [key for key, rel in relations.items() if is_dropped(rel.reltype)]:
        relations.pop(key)
