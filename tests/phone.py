"""A phone without JavaScript: reads the page as a person does and sends exactly what a browser would.

    phone = Phone(app.test_client())
    phone.begin()                                     # start page, Start button, first question
    phone.page.h1                                     # "What has happened?"
    phone.answer("I have been sanctioned")            # the page has one question: its choice, text or date
    phone.answer({"When was it?": date(2027, 3, 14),  # several fields: by label, or a regex
                  "Your name": "Jo",
                  "Tick all that apply": ["I was ill"],
                  "Tell them": True})
    phone.press("Back")                               # any button by its text
    phone.follow("Change the day")                    # any link by its text (a regex works too)
    phone.download("Download as Word")                # the bytes; phone.last.headers has the rest
    phone.get("/privacy")

`phone.page` is the page on the screen: .status, .title, .h1, .text, .errors (the sentences of the list at
the top), .field_errors ({label: sentence}), .labels, .buttons, .links, .values ({label: what stands there}).

`answer` leaves fields that are not named as they stand, as a person would; a label that matches no field, or
two, is an error here, so a test cannot pass by answering nothing. Values: text for text, area and drop-down;
the label for a radio; a list of labels for checkboxes; True or False for a single tick box; for a date a
`date`, or three texts (day, month, year). A radio can be named by the start of its label.

Nothing here knows a variable's name: what is sent are the names and values written in the page. Line ends in
text go as CRLF, as browsers send them. `strict=False` lets pages of 500 and above pass; else they raise.
Curly quotes count as straight ones when something is looked for. `phone.left_to` is the address outside the site that a redirect led to, or "".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

Value = str | bool | date | Iterable[str]
Pairs = list[tuple[str, str]]


class NotOnThisPage(AssertionError):  # noqa: N818
    """The page has no such field, choice, button or link."""


class BrokenPage(AssertionError):  # noqa: N818
    """The server answered with a fault."""


@dataclass
class Field:
    """One labelled thing to fill in: an input, or a group of radios, ticks or date boxes."""

    label: str
    kind: str
    inputs: list[Tag]
    error: str = ""

    @property
    def value(self) -> Any:
        """What stands in the field now, in the form `answer` takes."""
        if self.kind in ("radio", "checkboxes"):
            chosen = [_label_of(one) for one in self.inputs if one.has_attr("checked")]
            return chosen if self.kind == "checkboxes" else "".join(chosen)
        if self.kind == "tick":
            return self.inputs[0].has_attr("checked")
        texts = tuple(_text_in(one) for one in self.inputs)
        return texts if self.kind == "date" else texts[0]


@dataclass
class Page:
    """A page as somebody sees it."""

    status: int
    html: str
    soup: BeautifulSoup = field(repr=False)

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        return _words(self.soup.title)

    @property
    def h1(self) -> str:
        """The heading of the page."""
        return _words(self.soup.h1)

    @property
    def text(self) -> str:
        """All text of the main part."""
        return _words(self.soup.main)

    @property
    def errors(self) -> list[str]:
        """The sentences in the list of problems at the top."""
        return [_words(item) for item in self.soup.select(".problems li")]

    @property
    def field_errors(self) -> dict[str, str]:
        """The sentence beside each field that has one, by the field's label."""
        return {one.label: one.error for one in self.fields if one.error}

    @cached_property
    def fields(self) -> list[Field]:
        """Everything that can be filled in, in order."""
        return list(_fields(self.soup))

    @property
    def labels(self) -> list[str]:
        """The label of each field."""
        return [one.label for one in self.fields]

    @property
    def values(self) -> dict[str, Any]:
        """What stands in each field, by label."""
        return {one.label: one.value for one in self.fields}

    @property
    def buttons(self) -> list[str]:
        """The text of each button, the footer's included."""
        return [_words(one) for one in self.soup.find_all("button")]

    @property
    def links(self) -> list[str]:
        """The text of each link of the main part."""
        return [_words(one) for one in self.soup.main.find_all(is_link)] if self.soup.main else []


def is_link(tag: Tag) -> bool:
    """Say whether `tag` is a link, or a button that leads where a link would and takes along what is typed."""
    return tag.has_attr("href") if tag.name == "a" else tag.name == "button" and tag.get("name") == "a"


class Phone:
    """One visitor with a cookie jar (the client's), looking at one page."""

    def __init__(self, client: Any, *, strict: bool = True) -> None:
        self.client = client
        self.strict = strict
        self.left_to = ""
        self.address = "/"
        self.last: Any = None
        self.page = Page(0, "", BeautifulSoup("", "html.parser"))

    def begin(self) -> Page:
        """Open the start page and press Start."""
        self.get("/")
        return self.press(re.compile("^Start"))

    def get(self, address: str = "/interview") -> Page:
        """Open `address`."""
        return self._show(self.client.get(address), address)

    def answer(self, answers: Mapping[str, Value] | Value, *, button: str | None = None) -> Page:
        """Fill in fields and send the page with its main button, or the one called `button`.

        Without a mapping, `answers` goes into the page's only field, or is the button to press when the
        page has no field.
        """
        fields = self.page.fields
        if not isinstance(answers, Mapping):
            if not fields:
                return self.press(str(answers))
            if len(fields) != 1:
                raise NotOnThisPage(f"{self.page.h1!r} has {len(fields)} fields: {self.page.labels}")
            # A screen of a real browser types it: the page that this phone has read is not what is sent there.
            return self.answer({re.escape(fields[0].label): answers}, button=button)
        for label, value in answers.items():
            _fill(self._one(fields, label), value)
        pressed = self._button(button) if button else self._main_button()
        return self._send(pressed)

    def press(self, button: str | re.Pattern[str]) -> Page:
        """Press a button by its text, sending the fields of its form as they stand."""
        return self._send(self._button(button))

    def follow(self, link: str | re.Pattern[str]) -> Page:
        """Follow a link by its text."""
        found = _found(self.page.soup.find_all(is_link), link, "link")
        return self._send(found) if found.name == "button" else self.get(self.address_of(link))

    def address_of(self, link: str | re.Pattern[str]) -> str:
        """Return where a link leads."""
        return urljoin(self.address, str(_found(self.page.soup.find_all("a"), link, "link")["href"]))

    def download(self, link: str | re.Pattern[str]) -> bytes:
        """Follow a link to a file and return its bytes; the page on the screen stays."""
        response = self.client.get(self.address_of(link))
        self.last = response
        if response.status_code != 200 or "attachment" not in response.headers.get("Content-Disposition", ""):
            raise BrokenPage(f"{link!r} is no download: {response.status_code}")
        return bytes(response.data)

    def form_data(self, button: str | re.Pattern[str] | None = None) -> Pairs:
        """Return what pressing the main button, or `button`, would send now."""
        pressed = self._button(button) if button else self._main_button()
        return _successful(pressed)

    def _send(self, pressed: Tag) -> Page:
        form = _form_of(pressed)
        address = urljoin(self.address, str(form.get("action") or self.address))
        data: dict[str, list[str]] = {}
        for name, value in _successful(pressed):
            data.setdefault(name, []).append(value)
        return self._show(self.client.post(address, data=data), address)

    def _show(self, response: Any, address: str) -> Page:
        for _ in range(6):
            if response.status_code not in (301, 302, 303, 307):
                break
            target = response.headers["Location"]
            if urlsplit(target).netloc:
                self.left_to = target
                break
            address = urljoin(address, target)
            response = self.client.get(address)
        self.last, self.address = response, address
        text = response.get_data(as_text=True)
        self.page = Page(response.status_code, text, BeautifulSoup(text, "html.parser"))
        if self.strict and response.status_code >= 500:
            raise BrokenPage(f"{response.status_code}: {self.page.text}")
        return self.page

    def _one(self, fields: list[Field], label: str) -> Field:
        exact = [one for one in fields if one.label == label]
        plain = _straight(label)
        found = exact or [one for one in fields if re.search(plain, _straight(one.label), re.IGNORECASE)]
        if len(found) != 1:
            raise NotOnThisPage(f"{label!r} matches {len(found)} of {self.page.labels} on {self.page.h1!r}")
        return found[0]

    def _main_button(self) -> Tag:
        found = self.page.soup.select("main button.continue")
        if len(found) != 1:
            raise NotOnThisPage(
                f"{self.page.h1!r} has {len(found)} main buttons; buttons: {self.page.buttons}"
            )
        return found[0]

    def _button(self, button: str | re.Pattern[str]) -> Tag:
        return _found(self.page.soup.find_all("button"), button, "button")


def _found(tags: Iterable[Tag], wanted: str | re.Pattern[str], what: str) -> Tag:
    tags = list(tags)
    plain = _straight(wanted) if isinstance(wanted, str) else wanted
    exact = [tag for tag in tags if _straight(_words(tag)) == plain]
    found = exact or [tag for tag in tags if re.search(plain, _straight(_words(tag)))]
    if not found:
        raise NotOnThisPage(f"There is no {what} {wanted!r} among {[_words(tag) for tag in tags]}")
    return found[0]


def _straight(text: str) -> str:
    """Return `text` with the curly quotes that Markdown makes as they are typed."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def _words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""


def _text_in(one: Tag) -> str:
    if one.name == "textarea":
        text = one.get_text()
        return text.removeprefix("\r").removeprefix("\n")
    if one.name == "select":
        chosen = [option for option in one.find_all("option") if option.has_attr("selected")]
        return _words(chosen[0]) if chosen else ""
    return str(one.get("value", ""))


def _label_of(one: Tag) -> str:
    page = one.find_parent("html") or one
    label = page.find("label", attrs={"for": one.get("id")})
    if label is None and one.get("aria-labelledby"):
        label = page.find(id=one["aria-labelledby"])
    for optional in label.select(".optional") if label else []:
        optional.extract()
    return _words(label)


def _error_of(one: Tag) -> str:
    page = one.find_parent("html") or one
    ids = str(one.get("aria-describedby", "")).split()
    found = [page.find(id=name) for name in ids if name.endswith("-error")]
    return _words(found[0]).removeprefix("Error: ") if found else ""


def _legend_of(group: Tag) -> str:
    for optional in group.select("legend .optional"):
        optional.extract()
    if group.legend:
        return _words(group.legend)
    page = group.find_parent("html") or group
    return _words(page.find(id=group.get("aria-labelledby")))


def _fields(soup: BeautifulSoup) -> Iterable[Field]:
    for tag in soup.select("main fieldset, main input, main select, main textarea"):
        if tag.name == "fieldset":
            inputs = tag.select("input")
            kind = {"radio": "radio", "checkbox": "checkboxes"}.get(str(inputs[0].get("type")), "date")
            yield Field(_legend_of(tag), kind, inputs, _error_of(tag))
        elif tag.get("name") and tag.get("type") != "hidden" and not tag.find_parent("fieldset"):
            kind = "tick" if tag.get("type") == "checkbox" else tag.name
            yield Field(_label_of(tag), kind, [tag], _error_of(tag))


def _fill(one: Field, value: Value) -> None:
    if one.kind in ("radio", "checkboxes"):
        _choose(one, [value] if isinstance(value, str) else list(value))  # type: ignore[arg-type]
    elif one.kind == "date":
        texts = (
            [str(value.day), str(value.month), str(value.year)] if isinstance(value, date) else list(value)
        )  # type: ignore[arg-type]
        for box, text in zip(one.inputs, texts, strict=True):
            box["value"] = text
    elif one.kind == "tick":
        _set_flag(one.inputs[0], "checked", is_set=bool(value))
    elif one.kind == "select":
        _select(one, str(value))
    elif one.kind == "textarea":
        one.inputs[0].string = "\n" + str(value)
    else:
        one.inputs[0]["value"] = str(value).replace("\r", "").replace("\n", "")


def _choose(one: Field, wanted: list[str]) -> None:
    for tag in one.inputs:
        _set_flag(tag, "checked", is_set=False)
    for text in wanted:
        _set_flag(_option(one.inputs, [_label_of(tag) for tag in one.inputs], text), "checked", is_set=True)


def _select(one: Field, text: str) -> None:
    options = one.inputs[0].find_all("option")
    for option in options:
        _set_flag(option, "selected", is_set=False)
    _set_flag(_option(options, [_words(option) for option in options], text), "selected", is_set=True)


def _option(tags: list[Tag], labels: list[str], text: str) -> Tag:
    pairs = [(tag, _straight(label)) for tag, label in zip(tags, labels, strict=True)]
    exact = [tag for tag, label in pairs if label == _straight(text)]
    found = exact or [tag for tag, label in pairs if label.startswith(_straight(text))]
    if len(found) != 1:
        raise NotOnThisPage(f"{text!r} is not one of {labels}")
    return found[0]


def _set_flag(tag: Tag, name: str, *, is_set: bool) -> None:
    if is_set:
        tag[name] = ""
    elif tag.has_attr(name):
        del tag[name]


def _form_of(pressed: Tag) -> Tag:
    """Return the form a button sends: the one it names, or the one it stands in."""
    name = pressed.get("form")
    return pressed.find_parent("html").find("form", id=name) if name else pressed.find_parent("form")


def _successful(pressed: Tag) -> Pairs:
    """Return the name and value pairs a browser sends when `pressed` is pressed."""
    form = _form_of(pressed)
    pairs: Pairs = []
    for tag in form.find_all(["input", "select", "textarea"]):
        if tag.get("name") and not (tag.get("type") in ("radio", "checkbox") and not tag.has_attr("checked")):
            pairs.append((str(tag["name"]), _sent_value(tag)))
    if pressed.get("name"):
        pairs.append((str(pressed["name"]), str(pressed.get("value", ""))))
    return pairs


def _sent_value(tag: Tag) -> str:
    if tag.name == "select":
        options = tag.find_all("option")
        chosen = [option for option in options if option.has_attr("selected")] or options[:1]
        return str(chosen[0].get("value", _words(chosen[0]))) if chosen else ""
    if tag.name == "textarea":
        return re.sub(r"\r\n|\r|\n", "\r\n", _text_in(tag))
    default = "on" if tag.get("type") in ("radio", "checkbox") else ""
    return str(tag.get("value", default))
