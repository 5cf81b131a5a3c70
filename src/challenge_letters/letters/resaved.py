"""Puts a template that another program saved back into the shape ours have: same words, our styles and lists.

A word processor writes styles, lists and the parts of a file anew on each save. LibreOffice gives styles
other ids and a few of them other names. What a style looks like is ours; which one a paragraph has is read by
its name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.letters.styles import definitions, w

BODY, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
SHARED = (STYLES, NUMBERING)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ID = f"{{{RELATIONS}}}id"
PLAIN = "LetterText"
MARGINS = {"header": "word/header1.xml", "footer": "word/footer1.xml"}
# What LibreOffice calls styles that it takes for its own.
OTHER_NAMES = {"envelopereturn": "sender", "envelopeaddress": "addressee"}
OTHER_NAMES |= {"heading": "heading1", "standard": "normal", "defaultparagraphstyle": "normal"}
# Wrapped round words by a program: the words stay, what is round them goes.
WRAPPERS = ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent")
# About what was wrapped, and no words of it.
LABELS = ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")


def is_ours(content: Mapping[str, bytes], ours: Mapping[str, bytes]) -> bool:
    """Whether styles and lists in `content` are those of `ours`, however written, and nothing lies beside."""
    if not content.keys() <= ours.keys():
        return False
    if all(content.get(name) == ours.get(name) for name in SHARED):
        return True
    pairs = ((content.get(name, b""), ours.get(name, b"")) for name in SHARED)
    return all(_defined(theirs) == _defined(own) for theirs, own in pairs)


def _defined(xml: bytes) -> Mapping[str, bytes]:
    try:
        return definitions(xml)
    except etree.XMLSyntaxError:
        return {}


def as_ours(content: Mapping[str, bytes], ours: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return `content` with the styles, lists, settings and page of `ours`, its words untouched.

    Raises `etree.XMLSyntaxError` for a file that is broken.
    """
    body = _parsed(content[BODY])
    ids = style_ids(content, ours)
    found = {name: data for name, data in ours.items() if not name.startswith("word/header")}
    found = {name: data for name, data in found.items() if not name.startswith("word/footer")}
    for kind, place in MARGINS.items():
        member = _margin(content, body, kind)
        if place in ours:
            found[place] = _tidy(_parsed(content[member]), ids) if member else ours[place]
    _take_our_page(body, _parsed(ours[BODY]))
    found[BODY] = _tidy(body, ids)
    return found


def is_by_word(content: Mapping[str, bytes]) -> bool:
    """Whether a program saved it that keeps styles as they are: LibreOffice and others write each anew."""
    return b"Office/" not in content.get("docProps/app.xml", b"").replace(b"Microsoft Office", b"")


def style_ids(content: Mapping[str, bytes], ours: Mapping[str, bytes]) -> dict[str, str]:
    """Return for each style of `content`, by its id, the id of the style of that name in `ours`."""
    known = {_squeezed(name): key for key, name in _named(ours[STYLES])}
    known = {_squeezed(key): key for key, _ in _named(ours[STYLES])} | known
    theirs = _named(content.get(STYLES, b"<none/>"))
    wanted = ((key, OTHER_NAMES.get(_squeezed(name), _squeezed(name))) for key, name in theirs)
    return {key: known[name] for key, name in wanted if name in known}


def unknown_styles(content: Mapping[str, bytes], ours: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the styles that a paragraph of `content` has and `ours` do not know."""
    ids, names = style_ids(content, ours), dict(_named(content.get(STYLES, b"<none/>")))
    used = {each.get(w("val")) for each in _parsed(content[BODY]).iter(w("pStyle"))}
    return tuple(sorted(names.get(key, key) for key in used - ids.keys()))


def _named(styles: bytes) -> Iterator[tuple[str, str]]:
    for style in _parsed(styles).iter(w("style")):
        name = style.find(w("name"))
        if style.get(w("type")) == "paragraph" and name is not None:
            yield style.get(w("styleId")), name.get(w("val"))


def _squeezed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _parsed(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _margin(content: Mapping[str, bytes], body: Any, kind: str) -> str:
    """Return the file inside `content` that is the header or footer of its pages, "" if there is none."""
    references = [each for each in body.iter(w(f"{kind}Reference")) if each.get(w("type")) == "default"]
    rels = content.get("word/_rels/document.xml.rels")
    if not references or rels is None:
        return ""
    wanted = references[-1].get(ID)
    targets = (each.get("Target") for each in _parsed(rels) if each.get("Id") == wanted)
    names = (posixpath.normpath(posixpath.join("word", target)).lstrip("/") for target in targets)
    return next((name for name in names if name in content), "")


def _take_our_page(body: Any, ours: Any) -> None:
    """Replace the page of the document by ours, and drop what else a program keeps for sections."""
    for section in list(body.iter(w("sectPr"))):
        section.getparent().remove(section)
    page = ours.find(f"{w('body')}/{w('sectPr')}")
    if page is not None:
        body.find(w("body")).append(page)


def _tidy(root: Any, ids: Mapping[str, str]) -> bytes:
    for style in root.iter(w("pStyle")):
        style.set(w("val"), ids.get(style.get(w("val")), PLAIN))
    for name in ("rStyle", "numPr"):
        for found in list(root.iter(w(name))):
            found.getparent().remove(found)
    unwrap(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def unwrap(root: Any) -> None:
    """Take out what a program wrapped round words of `root`: links, content controls; the words stay."""
    for label in [each for name in LABELS for each in root.iter(w(name))]:
        label.getparent().remove(label)
    for wrapper in [each for name in WRAPPERS for each in root.iter(w(name))]:
        _unwrap(wrapper)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(at + offset, child)
    parent.remove(element)
