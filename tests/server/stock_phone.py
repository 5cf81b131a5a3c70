"""A phone without JavaScript in front of a stock docassemble server: the same words as `tests.phone.Phone`.

Only the mark-up is different: what this reads of a page is what `Page` reads of the embedded host's.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import requests
from bs4 import Tag

from tests.interview.walker import NO_MONTH
from tests.phone import BrokenPage, Field, Page, Phone, Value, _fill, _found, _set_flag, _words
from tests.server.stock import OURS

SECONDS = 60


class Answered:
    """A response of `requests`, as Flask's test client gives one."""

    def __init__(self, response: requests.Response, home: str) -> None:
        self.status_code = response.status_code
        self.data = response.content
        self.headers = dict(response.headers)
        self.url = response.url
        if "Location" in self.headers:
            self.headers["Location"] = self.headers["Location"].removeprefix(home)

    def get_data(self, *, as_text: bool) -> Any:
        return self.data.decode() if as_text else self.data


class Browser:
    """A cookie jar and the address of one server. `addresses` is every address that was asked for."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.session = requests.Session()
        self.addresses: list[str] = []

    def get(self, address: str) -> Answered:
        self.addresses.append(address)
        return self._answered(self.session.get(self.home + address, allow_redirects=False, timeout=SECONDS))

    def post(self, address: str, data: Any) -> Answered:
        self.addresses.append(address)
        sent = self.session.post(self.home + address, data=data, allow_redirects=False, timeout=SECONDS)
        return self._answered(sent)

    def _answered(self, response: requests.Response) -> Answered:
        return Answered(response, self.home)


@dataclass
class StockPage(Page):
    """A page of the stock server, read from its mark-up."""

    refusals: list[str] = field(default_factory=list)

    @property
    def question(self) -> Tag:
        """The part with the question; the rest is the server's own frame."""
        return self.soup.find(id="daquestion") or self.soup

    @property
    def text(self) -> str:
        return _words(self.question)

    @property
    def errors(self) -> list[str]:
        """What a refused page says: for the whole page, then for its fields, where a script puts it."""
        return [*(_words(one) for one in self.soup.select("#daflash .alert")), *self.refusals]

    @property
    def fields(self) -> list[Field]:
        return list(_fields(self.question, self.h1))

    @property
    def links(self) -> list[str]:
        return [_words(one) for one in self.question.find_all("a")]


class StockPhone(Phone):
    """One visitor of the stock server, with an interview address ("docassemble.x:data/questions/y.yml")."""

    def __init__(self, home: str, *, interview: str = OURS, strict: bool = True) -> None:
        super().__init__(Browser(home), strict=strict)
        self.interview = interview

    @property
    def browser(self) -> Browser:
        found: Browser = self.client
        return found

    def begin(self) -> Page:
        return self.get(f"/interview?{urlencode({'i': self.interview, 'reset': 1})}")

    def get(self, address: str = "") -> Page:
        return self._show(self.client.get(address or self._home()), address or self._home())

    def press(self, button: str | re.Pattern[str]) -> Page:
        if button != "Back":
            return super().press(button)
        # Without JavaScript this button is dead; what it sends with it is this.
        token = str(self.page.soup.find("input", attrs={"name": "csrf_token"})["value"])
        data = {"_back_one": ["1"], "csrf_token": [token]}
        return self._show(self.client.post(self._home(), data=data), self._home())

    def download(self, link: str | re.Pattern[str]) -> bytes:
        self.last = self.client.get(self.address_of(link))
        # The server sends no name: that of the link counts.
        kind = self.last.headers.get("Content-Type", "")
        if self.last.status_code != 200 or kind.startswith("text/html"):
            raise BrokenPage(f"{link!r} is no download: {self.last.status_code} {kind}")
        return bytes(self.last.data)

    def _home(self) -> str:
        return f"/interview?{urlencode({'i': self.interview})}"

    def _show(self, response: Any, address: str) -> Page:
        super()._show(response, address)
        self.page = StockPage(self.page.status, self.page.html, self.page.soup)
        return self.page

    def _send(self, pressed: Tag) -> Page:
        say_what_is_visible(pressed.find_parent("form"))
        before = self.page.h1
        super()._send(pressed)
        if self.page.h1 == before:
            self.page.refusals = self._refusals()
        return self.page

    def _refusals(self) -> list[str]:
        """Return what the script of the page would write beside the fields."""
        script = re.search(r"/rjs/[^\"]+", self.page.html)
        if script is None:
            return []
        text = self.client.get(script[0]).get_data(as_text=True)
        values = json.loads(text[text.index("{") : text.rindex("}") + 1])
        parts = [part for part in values["daInitialExtraScripts"] if part["type"] == "validation"]
        return [str(message) for part in parts for message in part["messages"].values()]

    def _main_button(self) -> Tag:
        return _found(self.page.soup.select("#daform button[type=submit]"), re.compile(""), "main button")

    def answer(self, answers: Any, *, button: str | None = None) -> Page:
        if not isinstance(answers, dict):
            return super().answer(answers, button=button)
        for label, value in answers.items():
            fill(self._one(self.page.fields, label), value)
        return self._send(self._button(button) if button else self._main_button())


def say_what_is_visible(form: Tag) -> None:
    """Do what the server's script does before a form is sent: without it, boxes left empty count for nothing."""
    shown = form.select("input:not([type=hidden]), select, textarea")
    names = list(dict.fromkeys(str(one["name"]) for one in shown if one.get("name")))
    form.find("input", attrs={"name": "_visible"})["value"] = b64encode(json.dumps(names).encode()).decode()


def fill(one: Field, value: Value) -> None:
    """Fill in one field as a person would: stock has one box for a date, and other words for no month."""
    if one.kind == "date":
        one.inputs[0]["value"] = "" if isinstance(value, tuple) else str(value)
    elif one.kind == "select" and value == NO_MONTH:
        for option in one.inputs[0].find_all("option"):
            _set_flag(option, "selected", is_set=option.get("value") == "")
    else:
        _fill(one, value)


def _fields(question: Tag, heading: str) -> Iterator[Field]:
    for group in question.select("#daform .da-field-container"):
        # The boxes named _ignore are the server's own "none of these".
        inputs = [one for one in group.select("input, select, textarea") if one.get("type") != "hidden"]
        if inputs:
            error = " ".join(_words(one) for one in group.select(".da-has-error"))
            yield Field(_label(group) or heading, _kind(group, inputs[0]), inputs, error)


def _label(group: Tag) -> str:
    if "da-field-container-nolabel" in group.get("class", []):
        return ""
    found = group.select_one(".da-legend, label.da-form-label, legend")
    return _words(found)


def _kind(group: Tag, first: Tag) -> str:
    kinds = {"radio": "radio", "checkbox": "checkboxes", "date": "date"}
    return kinds.get(str(first.get("type")), str(first.name))
