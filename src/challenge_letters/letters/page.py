"""A letter as a page: an HTML fragment that reads and prints like the Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

from challenge_letters.letters.document_text import BY_HAND, Block, blocks

TAGS = {"heading": "h{level}", "quote": "blockquote", "header": "header", "footer": "footer"}
# The page that shows the letter has a heading of its own above these.
HEADINGS_BELOW = 1
LINE_TO_FILL = '<span class="by-hand" role="presentation"></span>'
# Gives the words of a block as HTML.
Write = Callable[[Block], str]


def words_html(text: str) -> str:
    """Return `text` as HTML: escaped, its lines kept, a line to be filled in by hand as such."""
    return "<br>".join(escape(line).replace(BY_HAND, LINE_TO_FILL) for line in text.split("\n"))


def _as_they_are(block: Block) -> str:
    return words_html("\n".join(block.lines))


def page_html(docx: bytes, *, write: Write = _as_they_are) -> str:
    """Return the Word file `docx` as an HTML fragment: one `article`, everything escaped, no scripts.

    The header of the later sheets is left out: here the letter is one page, and begins with its sender.
    `write` gives the words of each block but those of tables, and is called in reading order.

    Raises `LettersError` if `docx` is not a Word file.
    """
    shown = [block for block in blocks(docx) if block.kind != "header"]
    groups = groupby(shown, key=_list_of)
    inside = "\n".join("\n".join(_group(tag, list(group), write)) for tag, group in groups)
    return f'<article class="letter" lang="en-GB">\n{inside}\n</article>\n'


def _list_of(block: Block) -> str:
    """Return the list element a block belongs in, or ""."""
    if block.kind == "item":
        return "ul" if block.number == "•" else "ol"
    return "table" if block.kind == "row" else ""


def _group(tag: str, group: list[Block], write: Write) -> Iterator[str]:
    if not tag:
        yield from (_element(block, write) for block in group)
        return
    yield f"<{tag}{_start(tag, group[0])}>"
    yield from (_row(block) if tag == "table" else f"<li>{write(block)}</li>" for block in group)
    yield f"</{tag}>"


def _start(tag: str, first: Block) -> str:
    """Return the attribute that makes a numbered list go on where Word's does."""
    number = "".join(char for char in first.number if char.isdigit())
    return f' start="{number}"' if tag == "ol" and number not in ("", "1") else ""


def _row(block: Block) -> str:
    if block.is_heading_row:
        headings = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block.cells)
        return f"<thead><tr>{headings}</tr></thead>"
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in block.cells)
    return f"<tr>{cells}</tr>"


def _element(block: Block, write: Write) -> str:
    tag = TAGS.get(block.kind, "p").format(level=block.level + HEADINGS_BELOW)
    css = ' class="close"' if block.follows_closely else ""
    return f"<{tag}{css}>{write(block)}</{tag}>"
