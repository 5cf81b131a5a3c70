"""What a template may not hold, each named in words that help whoever made it find it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from challenge_letters.letters.styles import w

NEARBY = 50
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PICTURES = frozenset(f"{OFFICE}{name}" for name in ("embed", "link", "pict"))
NOTES = ("footnoteReference", "endnoteReference")
EMBEDDED = ("object", "altChunk", "subDoc", "control")
# Fields that only count pages; any other is filled in later, by the program of whoever opens the letter.
COUNTING = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
CHANGED = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
OFF = ("0", "false", "off")


def unusable(root: Any) -> Iterator[str]:
    """Yield what in the document `root` no letter may hold, each with its place and what to do."""
    for is_meant, sentence in REFUSALS:
        found = next((element for element in root.iter() if is_meant(element)), None)
        if found is not None:
            yield f"{sentence}{_near(found)}"


def has_tracked_changes(root: Any) -> bool:
    """Whether the document keeps who changed what: it would go out in every letter with their name."""
    named = (w("author"), w("date"))
    return any(
        element.tag in CHANGED or any(name in element.attrib for name in named) for element in root.iter()
    )


def _near(element: Any) -> str:
    while element is not None and element.tag != w("p"):
        element = element.getparent()
    words = "" if element is None else "".join(text.text or "" for text in element.iter(w("t"))).strip()
    return f" (near “{words[:NEARBY]}”)" if words else ""


def _is_picture(element: Any) -> bool:
    return any(name in element.attrib for name in PICTURES)


def _is(*names: str) -> Callable[[Any], bool]:
    tags = {w(name) for name in names}
    return lambda element: element.tag in tags


def _is_hidden(element: Any) -> bool:
    is_on = element.tag in (w("vanish"), w("webHidden")) and element.get(w("val"), "1") not in OFF
    # The mark of a paragraph may be hidden without any word being so.
    return bool(is_on and element.getparent().getparent().tag == w("r"))


def _is_field(element: Any) -> bool:
    code = element.get(w("instr"), "") if element.tag == w("fldSimple") else ""
    if element.tag == w("instrText"):
        code = element.text or ""
    name = re.match(r"\s*([A-Za-z]+)", code)
    return bool(name and name[1].upper() not in COUNTING | {"HYPERLINK"})


REFUSALS: tuple[tuple[Callable[[Any], bool], str], ...] = (
    (_is_picture, "holds a picture. Put it into the letterhead, and take it out here"),
    (_is(*NOTES), "holds a footnote. Write its words into the text"),
    (_is(*EMBEDDED), "holds an embedded file. Take it out"),
    (_is_hidden, "holds hidden text: it would go out unseen. Take it out, or make it visible"),
    (_is_field, "holds a field that a word processor fills in later. Write the words instead"),
)
