"""What the styles and lists of a Word file mean for somebody reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from lxml import etree  # type: ignore[import-untyped]

# Of a file of styles or lists: what changes with every program that saves it, and nothing that is printed.
FOR_THE_PROGRAM = (
    "latentStyles",
    "rsid",
    "nsid",
    "tmpl",
    "uiPriority",
    "semiHidden",
    "unhideWhenUsed",
    "qFormat",
)
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def w(name: str) -> str:
    """Return `name` in the main namespace of a Word file."""
    return f"{{{MAIN}}}{name}"


PROPERTIES, STYLE, NUMBERING, VALUE = w("pPr"), w("pStyle"), w("numPr"), w("val")


@dataclass(frozen=True)
class Style:
    """A paragraph style, as far as a reader notices it.

    `outline` is the level of a heading, from 1 (0: not a heading); `is_close` that paragraphs of the style
    stand under each other without a space; `has_leader` that its tabs are dotted lines to write on.
    """

    id: str
    kind: Literal["heading", "paragraph", "quote"] = "paragraph"
    outline: int = 0
    is_close: bool = False
    has_leader: bool = False


@dataclass(frozen=True)
class ListLevel:
    """One level of one list: how it numbers its items."""

    list: str
    depth: int
    form: str
    pattern: str
    start: int

    def shown(self, count: int) -> str:
        """Return the number of the item that is the `count`th at this level."""
        if self.form == "bullet":
            return "•"
        return self.pattern.replace(f"%{self.depth + 1}", _written(self.form, self.start + count - 1))


def _written(form: str, number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) if form == "lowerLetter" else str(number)


@cache
def definitions(xml: bytes) -> Mapping[str, bytes]:
    """Return what each style or list in `xml` is, by its kind and id: the same however a program writes it.

    Left out is what a word processor keeps for itself: who may change a style, where its gallery shows it.
    """
    if not xml:
        return {}
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    for element in [each for name in FOR_THE_PROGRAM for each in root.iter(w(name))]:
        element.getparent().remove(element)
    return {_key(each): etree.tostring(each, method="c14n", exclusive=True) for each in root}


def _key(element: Any) -> str:
    ids = (element.get(w(name)) for name in ("styleId", "numId", "abstractNumId"))
    return " ".join([etree.QName(element).localname, *(each for each in ids if each is not None)])


@lru_cache(maxsize=8)
def styles_of(styles: bytes, numbering: bytes | None) -> Styles:
    """Return the styles and lists of these two members of a Word file: nearly all letters have the same."""
    return Styles(styles, numbering)


class Styles:
    """The styles and lists of one file."""

    def __init__(self, styles: bytes, numbering: bytes | None) -> None:
        self._styles = {each.get(w("styleId")): each for each in etree.fromstring(styles).iter(w("style"))}
        self._lists = _lists(etree.fromstring(numbering)) if numbering else {}
        self._hiding = {key for key in self._styles if _is_on(self._looked_up(key, "vanish", "rPr"))}
        self._known: dict[str, Style] = {}
        self._properties: dict[tuple[str, str], Any] = {}

    def of(self, paragraph: Any) -> Style:
        """Return the style of `paragraph`."""
        properties = child(paragraph, PROPERTIES)
        found = None if properties is None else child(properties, STYLE)
        key = "" if found is None else found.get(VALUE)
        if key not in self._known:
            self._known[key] = self._style(key)
        return self._known[key]

    def is_hidden(self, run: Any) -> bool:
        """Say whether the style of `run` or of its paragraph hides its words."""
        if not self._hiding:
            return False
        paragraph = next(run.iterancestors(w("p")), None)
        own, around = run.find(f"{w('rPr')}/{w('rStyle')}"), None
        if paragraph is not None:
            around = paragraph.find(f"{PROPERTIES}/{STYLE}")
        return any(found is not None and found.get(VALUE) in self._hiding for found in (own, around))

    def list_level(self, paragraph: Any, style: Style) -> ListLevel | None:
        """Return the level of the list `paragraph` is an item of, from itself or its `style`."""
        properties = child(paragraph, PROPERTIES)
        own = None if properties is None else child(properties, NUMBERING)
        found = own if own is not None else self._property(style.id, "numPr")
        if found is None:
            return None
        number, depth = found.find(w("numId")), found.find(w("ilvl"))
        at = int(depth.get(w("val"))) if depth is not None else 0
        return self._lists.get((number.get(w("val")), at)) if number is not None else None

    def _style(self, key: str) -> Style:
        outline = self._property(key, "outlineLvl")
        tabs = self._property(key, "tabs")
        is_quote = "quote" in key.lower()
        level = 0 if outline is None else int(outline.get(w("val"))) + 1
        return Style(
            id=key,
            kind="heading" if level else "quote" if is_quote else "paragraph",
            outline=level,
            is_close=_is_on(self._property(key, "contextualSpacing")),
            has_leader=tabs is not None and any(tab.get(w("leader")) for tab in tabs),
        )

    def _property(self, key: str, name: str) -> Any:
        """Return the paragraph property `name` of the style `key` or of those it is based on, or None."""
        if (key, name) not in self._properties:
            self._properties[key, name] = self._looked_up(key, name)
        return self._properties[key, name]

    def _looked_up(self, key: str | None, name: str, of: str = "pPr") -> Any:
        """Return the property `name` of the style `key`, or of the first it is based on that has one."""
        passed: set[str | None] = set()
        while key not in passed and (style := self._styles.get(key)) is not None:
            passed.add(key)
            found = style.find(f"{w(of)}/{w(name)}")
            if found is not None:
                return found
            base = style.find(w("basedOn"))
            key = None if base is None else base.get(VALUE)
        return None


def child(element: Any, tag: str) -> Any:
    """Return the first child of `element` with that `tag`, or None, in half the time of `find`."""
    return next(element.iterchildren(tag), None)


def _is_on(found: Any) -> bool:
    return found is not None and found.get(w("val"), "1") not in ("0", "false", "off")


def _lists(numbering: Any) -> dict[tuple[str, int], ListLevel]:
    abstract = {each.get(w("abstractNumId")): each for each in numbering.iter(w("abstractNum"))}
    return {
        (number.get(w("numId")), int(level.get(w("ilvl")))): _level(number.get(w("numId")), level)
        for number in numbering.iter(w("num"))
        for level in abstract.get(number.find(w("abstractNumId")).get(w("val")), ())
        if level.tag == w("lvl")
    }


def _level(number: str, level: Any) -> ListLevel:
    return ListLevel(
        list=number,
        depth=int(level.get(w("ilvl"))),
        form=_value(level, "numFmt", "decimal"),
        pattern=_value(level, "lvlText", ""),
        start=int(_value(level, "start", "1")),
    )


def _value(element: Any, name: str, default: str) -> str:
    """Return the value of the child `name`: a program may leave out what it takes for granted."""
    found = element.find(w(name))
    return default if found is None else str(found.get(w("val"), default))
