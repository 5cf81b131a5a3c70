"""What a template may not hold, each named in words that help whoever made it find it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.letters.styles import MAIN, w

NEARBY = 50
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Found by the parser and not one by one: a table of wordings has tens of thousands of elements.
NAMED = etree.XPath("(//@w:author | //@w:date)[1]", namespaces={"w": MAIN})
PICTURES = etree.XPath("(//*[@r:embed or @r:link or @r:pict])[1]", namespaces={"r": OFFICE})
NOTES = ("footnoteReference", "endnoteReference")
EMBEDDED = ("object", "altChunk", "subDoc", "control")
# Fields that only count pages; any other is filled in later, by the program of whoever opens the letter.
COUNTING = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
CHANGED = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
OFF = ("0", "false", "off")


def unusable(root: Any, *, is_paper: bool = False) -> Iterator[str]:
    """Yield what in the document `root` no letter may hold, each with its place and what to do.

    A letterhead (`is_paper`) may hold pictures, and looks itself at what is embedded.
    """
    for candidates, is_meant, what in ON_PAPER if is_paper else REFUSALS:
        found = next((element for element in candidates(root) if is_meant(element)), None)
        if found is not None:
            yield f"{worded(f'letters.refusing.{what}')}{_near(found)}"


def has_tracked_changes(root: Any) -> bool:
    """Whether the document keeps who changed what: it would go out in every letter with their name."""
    return next(root.iter(*CHANGED), None) is not None or bool(NAMED(root))


def _near(element: Any) -> str:
    while element is not None and element.tag != w("p"):
        element = element.getparent()
    words = "" if element is None else "".join(text.text or "" for text in element.iter(w("t"))).strip()
    return worded("letters.refusing.near", words=words[:NEARBY]) if words else ""


def _all(*names: str) -> Callable[[Any], Iterable[Any]]:
    tags = tuple(w(name) for name in names)
    return lambda root: root.iter(*tags)


def _is_there(_element: Any) -> bool:
    return True


def _is_of_words(element: Any) -> bool:
    """Whether `element` hides or strikes out words: the mark of a paragraph may have it without any."""
    is_on = element.get(w("val"), "1") not in OFF
    return bool(is_on and element.getparent().getparent().tag == w("r"))


def counts_pages(element: Any) -> bool:
    """Say whether `element`, the code of a field, is that of a page number or of how many pages there are."""
    return _field(element) in COUNTING


def _field(element: Any) -> str:
    """Return what kind of field `element` begins, in capitals; "" if it only goes on with one."""
    code = element.get(w("instr"), "") if element.tag == w("fldSimple") else element.text or ""
    name = re.match(r"\s*([A-Za-z]+)", code)
    return name[1].upper() if name else ""


def _is_field(element: Any) -> bool:
    return _field(element) not in COUNTING | {"HYPERLINK", ""}


# What is looked for, what is meant of it, and the id of what is said of it.
Refusal = tuple[Callable[[Any], Iterable[Any]], Callable[[Any], bool], str]
# Whatever would be missing in the text beside the letter, or say something else when it is opened later.
ON_PAPER: tuple[Refusal, ...] = (
    (_all(*NOTES), _is_there, "footnote"),
    (
        _all("vanish", "webHidden"),
        _is_of_words,
        "hidden",
    ),
    (
        _all("fldSimple", "instrText"),
        _is_field,
        "field",
    ),
)
REFUSALS: tuple[Refusal, ...] = (
    (PICTURES, _is_there, "picture"),
    (_all(*EMBEDDED), _is_there, "embedded"),
    (_all("strike", "dstrike"), _is_of_words, "struck"),
    *ON_PAPER,
)
