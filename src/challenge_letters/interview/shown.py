"""Makes what a person typed safe to put into a page: it is shown exactly as typed, and means nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from challenge_letters.case.cleaning import cleaned

TAG = re.compile(r"(<[^<>]*>)")
# Markdown, Mako, HTML, docassemble's own mark-up: each of these is written as a number only a browser reads.
MEANINGFUL = frozenset("[]{}_*#~|\\:$<>&`\"'@!()+-=./%^")
ENCODED = str.maketrans({sign: f"&#{ord(sign)};" for sign in MEANINGFUL})


def shown(text: object) -> str:
    """Return `text` as it may stand in question text: every sign that could mean something is encoded."""
    return "<br>".join(line.translate(ENCODED) for line in cleaned(str(text)).split("\n"))


def in_box(text: str) -> str:
    """Return `text` for the inside of a read-only box: as `shown`, with line ends kept as such."""
    return "&#10;".join(shown(line) for line in cleaned(text).split("\n"))


def shown_list(texts: Iterable[object]) -> str:
    """Return `texts` as the items of an HTML list."""
    return "".join(f"<li>{shown(text)}</li>" for text in texts)


def shown_html(markup: str) -> str:
    """Return HTML of ours with the text between its tags encoded as by `shown`, on one line."""
    pieces = TAG.split(markup.replace("\n", " "))
    return "".join(piece if TAG.fullmatch(piece) else shown(html.unescape(piece)) for piece in pieces)
