"""Walks of both hosts, page by page, remembering what each page showed and what could be taken away at the end."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup

from challenge_letters.case.case import Case
from challenge_letters.interview.journey import Visited
from challenge_letters.letters.plain_text import plain_text
from tests.examples import AS_AT
from tests.interview.walker import CHECK, Walker
from tests.phone import Page, Phone, _words
from tests.server.shown import Shown, shown_here, shown_there
from tests.server.stock import OURS
from tests.server.stock_phone import StockPhone

DOWNLOADS = re.compile("^download_")
VARIABLE = re.compile(r"^a\.")


@dataclass(frozen=True)
class Taken:
    """A file somebody downloaded: the name its link gives it, its bytes, and its words if it is a letter."""

    name: str
    content: bytes

    def __str__(self) -> str:
        """Return the file in words."""
        if self.name.endswith(".docx"):
            return plain_text(self.content)
        return f"{len(self.content)} bytes" if self.name.endswith(".zip") else self.content.decode()


@dataclass
class Walk:
    """What one host showed and gave, by name: pages, pages behind links of the last one, and files.

    `links` are the actions behind the links of each page, as the stock server tells them; `addresses` is
    every address that was asked for, or stood on a page.
    """

    pages: dict[str, Shown] = field(default_factory=dict)
    files: dict[str, Taken] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)


@dataclass
class Watching(Walker):
    """A walker who notes each page before answering it, and takes every file the page offers.

    `links` says what the links of a page do: the stock server's own pages tell it, the embedded host's do not.
    """

    look: Callable[[Page], Shown] = shown_here
    walk: Walk = field(default_factory=Walk)
    links: Mapping[str, Mapping[str, str]] | None = None

    def answer(self, one: Visited) -> None:
        self.note(one.visit.key)
        super().answer(one)

    def expect(self, heading: str) -> None:
        super().expect(heading)
        if heading == CHECK:
            self.note("check")

    def note(self, name: str) -> None:
        """Note the page on the screen under `name`."""
        self.walk.pages[name] = self.look(self.page)
        self.walk.links[name] = actions(self.page)
        self.walk.addresses |= {link.address for link in links_in(self.page.html)}
        names = {link.words: link.name for link in links_in(self.page.html)}
        for link, action in self.links_of(name).items():
            if DOWNLOADS.search(action):
                self.walk.files[f"{name}: {link}"] = Taken(names[link], self.phone.download(link))

    def links_of(self, name: str) -> Mapping[str, str]:
        return (self.walk.links if self.links is None else self.links).get(name, {})

    def open_last_links(self) -> Watching:
        """Note the last page and every page that it offers to read, and come back."""
        self.note("last")
        for link, action in self.links_of("last").items():
            if VARIABLE.search(action) and self.page.links:
                self.phone.follow(link)
                self.note(f"last: {link}")
                self.phone.answer({})
        return self


def walk_here(case: Case, there: Walk, client: Any, *, today: date = AS_AT) -> Walk:
    """Walk `case` on the embedded host, taking what the other host offered `there`."""
    walker = Watching(Phone(client), today, links=there.links)
    walker.begin().tell(case)
    return walker.open_last_links().walk


def walk_there(home: str, case: Case, *, today: date = AS_AT, interview: str = OURS) -> Walk:
    """Walk `case` on the stock server at `home`, taking everything its pages offer."""
    phone = StockPhone(home, interview=interview)
    walker = Watching(phone, today, look=shown_there)
    walker.begin().tell(case)
    walker.open_last_links().walk.addresses |= set(phone.browser.addresses)
    return walker.walk


def actions(page: Page) -> dict[str, str]:
    """Return the action behind each link of the question on a page of the stock server."""
    links = links_in(str(page.soup.find(id="daquestion")))
    found = {link.words: action_of(link.address) for link in links}
    return {words: str(action["action"]) for words, action in found.items() if action}


@dataclass(frozen=True)
class Link:
    """A link: its words, where it leads, and the name under which a browser saves what is there."""

    words: str
    address: str
    name: str


def links_in(markup: str) -> list[Link]:
    """Return every link in `markup`."""
    soup = BeautifulSoup(markup, "html.parser")
    return [
        Link(_words(tag), str(tag["href"]), str(tag.get("download", ""))) for tag in soup.select("a[href]")
    ]


def action_of(address: str) -> dict[str, Any]:
    """Return the action in an address of the stock server, with its arguments, or an empty mapping."""
    coded = parse_qs(urlsplit(address).query).get("action", [""])[0]
    if not coded:
        return {}
    read: dict[str, Any] = json.loads(b64decode(coded + "=" * (-len(coded) % 4)))
    return read


def differences(here: Walk, there: Walk) -> list[str]:
    """Return every difference between two walks, in words."""
    found = list(_differing_names("pages", here.pages, there.pages))
    found += _differing_names("files", here.files, there.files)
    for name in here.pages.keys() & there.pages.keys():
        parts = here.pages[name].differences(there.pages[name])
        found += [f"page {name}, {part}:\n  here:  {one}\n  there: {other}" for part, one, other in parts]
    for name in here.files.keys() & there.files.keys():
        one, other = here.files[name], there.files[name]
        if one.content != other.content:
            found.append(f"file {name}:\n  here:  {one}\n  there: {other}")
    return found


def _differing_names(what: str, here: Mapping[str, Any], there: Mapping[str, Any]) -> Iterator[str]:
    if list(here) != list(there):
        yield f"{what}:\n  here:  {list(here)}\n  there: {list(there)}"
