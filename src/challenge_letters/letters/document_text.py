"""Reads a finished letter back, in reading order, as somebody with the paper in their hand would.

List numbers are shown as Word shows them, tables row by row, the header and the footer once, and a line to be
filled in by hand as "Name: ................".
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.refusing import counts_pages
from challenge_letters.letters.styles import ListLevel, Styles, child, styles_of, w

BlockKind = Literal["heading", "paragraph", "item", "quote", "row", "header", "footer"]
BY_HAND = "................"
PARAGRAPH, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
TEXT_BOX = w("txbxContent")
RUN, TEXT, TAB, TABS = w("r"), w("t"), w("tab"), w("tabs")
RUN_PROPERTIES, VANISH, VALUE = w("rPr"), w("vanish"), w("val")
FIELD_CODE, SIMPLE_FIELD, FIELD_MARK = w("instrText"), w("fldSimple"), w("fldChar")
# What is left beside the numbers in "Page 1 of 2".
PAGES = re.compile(r"[\W_]*(\b(page|p|tudalen)\b)?[\W_]*(\b(of|o)\b)?[\W_]*$", re.IGNORECASE)
WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOT_SHOWN = frozenset((w("del"), w("moveFrom"), TEXT_BOX, FALLBACK))
# Of the files inside: those with words, and those that say what they look like.
READ = re.compile(r"word/((header|footer).*|(document|styles|numbering)\.xml|_rels/document\.xml\.rels)")
RELATIONS = "word/_rels/document.xml.rels"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BROKEN_BY = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}


@dataclass(frozen=True)
class Block:
    """A paragraph or table row: its kind, the number Word shows before it ("" if none), and its lines.

    `follows_closely` says that no space is left before it: it belongs with the block above. `level` is that
    of a heading, from 1. `cells` are those of a table row; a row of headings
    is one that Word repeats on each page.
    """

    kind: BlockKind
    lines: tuple[str, ...]
    number: str = ""
    level: int = 0
    follows_closely: bool = False
    cells: tuple[str, ...] = ()
    is_heading_row: bool = False

    @property
    def text(self) -> str:
        """The block as lines of text, its number first."""
        return "\n".join(
            (f"{self.number} " if self.number else "") + line for line in self.lines[:1]
        ) + "".join(f"\n{line}" for line in self.lines[1:])


def blocks(docx: bytes) -> tuple[Block, ...]:
    """Return the document in reading order: header once, body, footer once.

    A running head, which the first page does not have, is left out: on one long page it would stand first.
    So are paragraphs without text, and numbers of pages. Raises `LettersError` if `docx` is not a Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            files = {name: package.read(name) for name in package.namelist() if READ.fullmatch(name)}
        return tuple(_Reader(files).document())
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise LettersError(worded("letters.not-word")) from error


class _Reader:
    """Walks one document, keeping count of its lists."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.styles = styles_of(files["word/styles.xml"], files.get("word/numbering.xml"))
        self.counts: Counter[tuple[str, int]] = Counter()
        self.last_style = ""
        self.whole = _parsed(files["word/document.xml"])

    def document(self) -> Iterator[Block]:
        body = self.whole.find(w("body"))
        yield from self._margin("header")
        yield from self._all(body)
        yield from self._margin("footer")

    def _margin(self, kind: Literal["header", "footer"]) -> Iterator[Block]:
        """Read every header or footer, but the same words only once."""
        seen: set[tuple[str, ...]] = set()
        running = self._running_heads()
        for name in sorted(name for name in self.files if name.startswith(f"word/{kind}")):
            if name in running:
                continue
            for block in self._all(_parsed(self.files[name])):
                if block.lines not in seen:
                    seen.add(block.lines)
                    yield Block(kind, block.lines)

    def _running_heads(self) -> frozenset[str]:
        """Return the files of the headers that stand only on the pages after a first one without them."""
        after, before = set[str](), set[str]()
        for section in self.whole.iter(w("sectPr")):
            is_parted = section.find(w("titlePg")) is not None
            for each in section.iter(w("headerReference")):
                is_after = is_parted and each.get(w("type")) != "first"
                (after if is_after else before).add(each.get(RELATED))
        return frozenset(self._file_of(each) for each in after - before)

    def _file_of(self, relation: str) -> str:
        named = _parsed(self.files[RELATIONS]).iter() if RELATIONS in self.files else ()
        found = (each.get("Target", "") for each in named if each.get("Id") == relation)
        return "word/" + next(found, "").removeprefix("/word/")

    def _all(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            if element.tag == PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == TABLE:
                yield from self._rows(element)
            elif element.tag in WRAPPERS:
                yield from self._all(element)

    def _rows(self, table: Any) -> Iterator[Block]:
        self.last_style = ""
        for row in _inside(table, ROW):
            cells = tuple(
                " ".join(line for block in self._all(cell) for line in block.lines)
                for cell in _inside(row, CELL)
            )
            is_heading = row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
            yield Block("row", (" | ".join(cells),), cells=cells, is_heading_row=is_heading)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        yield from self._own_words(paragraph)
        for box in paragraph.iter(TEXT_BOX):
            if not _is_left_out(box, self.styles, up_to=paragraph):
                yield from self._all(box)

    def _own_words(self, paragraph: Any) -> Iterator[Block]:
        style = self.styles.of(paragraph)
        is_numbered = holds_page_number(paragraph)
        text = _text(paragraph, self.styles, _page_numbers(paragraph) if is_numbered else frozenset())
        if style.has_leader:
            text = re.sub(r" *\t", f" {BY_HAND}", text).strip()
        if is_numbered:
            text = PAGES.sub("", text)
        if not text.strip():
            return
        level = self.styles.list_level(paragraph, style)
        number = self._next_number(level) if level else ""
        is_close = style.is_close and self.last_style == style.id
        self.last_style = style.id
        kind: BlockKind = "item" if level else style.kind
        text = text if kind == "quote" else text.strip()
        yield Block(kind, tuple(text.split("\n")), number, style.outline, is_close)

    def _next_number(self, level: ListLevel) -> str:
        self.counts[level.list, level.depth] += 1
        for deeper in [key for key in self.counts if key[0] == level.list and key[1] > level.depth]:
            del self.counts[deeper]
        return level.shown(self.counts[level.list, level.depth])


def _parsed(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _text(paragraph: Any, styles: Styles, counted: Set[Any]) -> str:
    """Return the words of `paragraph` as somebody sees them, without those `counted` as numbers of pages."""
    parts = (
        (element.text or "") if element.tag == TEXT else BROKEN_BY.get(element.tag, "")
        for element in paragraph.iter(TEXT, *BROKEN_BY)
        if element not in counted
        and not _is_tab_stop(element)
        and not _is_left_out(element, styles, up_to=paragraph)
    )
    return "".join(parts)


def _page_numbers(paragraph: Any) -> set[Any]:
    """Return the elements in `paragraph` that show the number of a page, or how many there are."""
    found: set[Any] = set()
    is_counting = False
    for element in paragraph.iter(FIELD_CODE, FIELD_MARK, SIMPLE_FIELD, TEXT):
        if element.tag == FIELD_CODE:
            is_counting = is_counting or counts_pages(element)
        elif element.tag == SIMPLE_FIELD and counts_pages(element):
            found |= set(element.iter(TEXT))
        elif element.tag == FIELD_MARK and element.get(w("fldCharType")) == "end":
            is_counting = False
        elif element.tag == TEXT and is_counting:
            found.add(element)
    return found


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Yield the children of `parent` with that `tag`, and those that a program wrapped up in between."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in WRAPPERS:
            yield from _inside(element, tag)


def _is_left_out(element: Any, styles: Styles, *, up_to: Any) -> bool:
    """Say whether `element` is not among the words of the paragraph `up_to` as somebody sees them on paper.

    Hidden, struck out, moved away, or said a second time for older programs; a text box stands by itself.
    """
    above = element.getparent()
    while above is not None and above is not up_to:
        if above.tag in NOT_SHOWN or (above.tag == RUN and _is_hidden(above, styles)):
            return True
        above = above.getparent()
    return False


def _is_hidden(run: Any, styles: Styles) -> bool:
    properties = child(run, RUN_PROPERTIES)
    found = None if properties is None else child(properties, VANISH)
    if found is None:
        return styles.is_hidden(run)
    return found.get(VALUE, "1") not in ("0", "false", "off")


def _is_tab_stop(element: Any) -> bool:
    """Say whether a `w:tab` stands among a paragraph's properties, where it is a tab stop and not a tab."""
    return bool(element.tag == TAB and element.getparent().tag == TABS)


def holds_page_number(paragraph: Any) -> bool:
    """Say whether a page number stands in `paragraph`, or anywhere below it."""
    return any(map(counts_pages, paragraph.iter(FIELD_CODE, SIMPLE_FIELD)))
