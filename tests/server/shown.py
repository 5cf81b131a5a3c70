"""What a page shows, in words: the same shape for both hosts and for the JSON API, so that it can be compared.

Known to differ by design, and not compared: the frame around the question (menus, footer), the way back, the
server's "Select..." for an empty choice, and the shape of a date (three boxes here, the browser's own there).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from bs4 import BeautifulSoup, Tag

from challenge_letters.web.bootstrap import docassemble
from tests.phone import Field, Page, _label_of, _straight, _words, is_link

NO_LABEL = "no label"


@dataclass(frozen=True)
class ShownField:
    """One thing to fill in: label, help, choices, and what stands in it."""

    label: str
    help: str
    choices: tuple[str, ...]
    value: str

    def __str__(self) -> str:
        return f"{self.label} | {self.help} | {', '.join(self.choices)} | {self.value}"


@dataclass(frozen=True)
class Shown:
    """One page in words. `pre` and `links` are None where the JSON API does not tell them."""

    heading: str
    pre: str | None
    body: str
    under: str
    fields: tuple[ShownField, ...]
    button: str
    links: tuple[str, ...] | None
    errors: tuple[str, ...] = ()

    def differences(self, other: Shown) -> Iterator[tuple[str, str, str]]:
        """Yield each part that `other` shows differently: its name, here, there."""
        for part in fields(self):
            here, there = getattr(self, part.name), getattr(other, part.name)
            if here != there and None not in (here, there):
                yield from _differing(part.name, here, there)


def _differing(name: str, here: Any, there: Any) -> Iterator[tuple[str, str, str]]:
    if not isinstance(here, tuple) or len(here) != len(there):
        yield name, _listed(here), _listed(there)
        return
    for place, (one, other) in enumerate(zip(here, there, strict=True)):
        if one != other:
            yield f"{name} {place}", str(one), str(other)


def _listed(thing: Any) -> str:
    return "\n".join(map(str, thing)) if isinstance(thing, tuple) else str(thing)


def shown_here(page: Page) -> Shown:
    """Return what a page of the embedded host shows."""
    main = page.soup.main
    assert main is not None
    return Shown(
        heading=_plain(page.h1),
        pre=_part(main, ".pre"),
        body=_part(main, "#body"),
        under=_part(main, ".under"),
        fields=tuple(_field(one, _help_here(one)) for one in page.fields),
        button=_part(main, "button.continue"),
        links=_links(main),
        errors=tuple(map(_plain, page.errors)),
    )


def shown_there(page: Page) -> Shown:
    """Return what a page of the stock server shows."""
    question = page.soup.find(id="daquestion")
    assert isinstance(question, Tag)
    # A page that asks nothing has no form.
    first = question.find(id="daform") or question.find(class_="da-page-header")
    before = first.find_previous_siblings() if isinstance(first, Tag) else []
    return Shown(
        heading=_plain(page.h1),
        pre=_plain(" ".join(_words(one) for one in reversed(before))),
        body=_part(question, ".da-subquestion"),
        under=_part(question, ".daundertext"),
        fields=tuple(_field(one, _help_there(one)) for one in page.fields),
        button=_part(question, "#da-continue-button"),
        links=_links(question),
        errors=tuple(map(_plain, page.errors)),
    )


def shown_by_api(question: Mapping[str, Any]) -> Shown:
    """Return what the JSON API says of a question."""
    heading = _plain(_rendered(question.get("questionText")))
    return Shown(
        heading=heading,
        pre=None,
        body=_plain(_rendered(question.get("subquestionText"))),
        under=_plain(_rendered(question.get("underText"))),
        fields=tuple(_field_of_api(one, heading) for one in question.get("fields", []) if "label" in one),
        button=_plain(question["continueLabel"]) if question["questionType"] in ("fields", "settrue") else "",
        links=None,
    )


def _part(where: Tag, selector: str) -> str:
    found = where.select_one(selector)
    return _plain(_words(found)) if found else ""


def _plain(text: object) -> str:
    return _straight(" ".join(html.unescape(str(text)).split()))


def _links(where: Tag) -> tuple[str, ...]:
    return tuple(_plain(_words(one)) for one in where.find_all(is_link) if not _is_on_page(one))


def _is_on_page(link: Tag) -> bool:
    return str(link.get("href", "")).startswith("#")


def _rendered(markdown: object) -> str:
    """Return Markdown, which the JSON API passes on as it is, as the words of the page made of it."""
    if not markdown:
        return ""
    context = docassemble.context
    with context.global_context(context.empty_globals()):
        made = docassemble.markdown.markdown_to_html(str(markdown), do_terms=False, status=None)
    return _words(BeautifulSoup(made, "html.parser"))


# -- fields


def _field(one: Field, help_text: str) -> ShownField:
    return ShownField(_plain(one.label), help_text, tuple(_choices(one)), _value(one))


def _choices(one: Field) -> Iterator[str]:
    if one.kind in ("radio", "checkboxes"):
        yield from (_plain(_label_of(box)) for box in one.inputs)
    elif one.kind == "select":
        yield from (
            _plain(_words(option)) for option in one.inputs[0].find_all("option") if option.get("value")
        )


def _value(one: Field) -> str:
    if one.kind == "select":
        chosen = [option for option in one.inputs[0].find_all("option") if option.has_attr("selected")]
        return _plain(_words(chosen[0])) if chosen and chosen[0].get("value") else ""
    if one.kind == "date":
        return _date([str(box.get("value", "")) for box in one.inputs])
    value = one.value
    if one.kind == "radio":
        return _plain(value)
    return "; ".join(map(_plain, value)) if isinstance(value, list) else str(value).replace("\r\n", "\n")


def _date(texts: list[str]) -> str:
    """Return the three boxes of a date, or the one box, as YYYY-MM-DD."""
    if len(texts) == 1 or not any(texts):
        return texts[0]
    day, month, year = texts
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def _help_here(one: Field) -> str:
    around = one.inputs[0].find_parent(class_="field")
    found = around.find(id=lambda name: bool(name) and name.endswith("-help")) if around else None
    return _plain(_words(found))


def _help_there(one: Field) -> str:
    around = one.inputs[0].find_parent(class_="da-field-container")
    found = around.find(attrs={"data-bs-content": True}) if around else None
    return _plain(_words(BeautifulSoup(str(found["data-bs-content"]), "html.parser"))) if found else ""


def _field_of_api(one: Mapping[str, Any], heading: str) -> ShownField:
    label = heading if one["label"] == NO_LABEL else _plain(_rendered(one["label"]))
    choices = one.get("choices", [])
    chosen = [choice["label"] for choice in choices if choice.get("selected")]
    default = "; ".join(map(_plain, chosen)) if choices else str(one.get("default") or "")
    shown = tuple(_plain(_rendered(choice["label"])) for choice in choices)
    return ShownField(label, _plain(_rendered(one.get("helptext"))), shown, default)
