"""Somebody in front of a stock docassemble server with a real browser, who answers by the variables in the page."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab

from tests.server.telling import Listener, NotTold, Table, typed_day

PACKAGE = "docassemble.challenge_letters:data/questions/"
OLD = "data-seen-before"
FAULTS = ".da-has-error:visible, .alert-danger:visible"
# What the page asks for: docassemble's own hidden inputs are left out.
INPUTS = "#daform :is(input:not([type=hidden]), select, textarea)[name]"
# A box of a group: a.b[B'a2V5'], where the letters in quotes are the key in base64.
BOX = re.compile(r"(.*)\[[BRO]'([^']*)'\]$")


@dataclass(frozen=True)
class Input:
    """One input of a page: the variable it sets as a story names it, its kind and its value."""

    variable: str
    kind: str
    value: str
    place: Locator


class StockScreen(Listener):
    """A tab of a browser, open at the server with this address."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.tab = tab
        self.address = address

    def start(self, interview: str) -> None:
        self.tab.goto(f"{self.address}/interview?i={PACKAGE}{interview}&new_session=1")
        self.tab.wait_for_selector("#daform")

    @property
    def page(self) -> str:
        names = str(self.tab.get_attribute("body", "class")).split()
        return next((name.removeprefix("question-") for name in names if name.startswith("question-")), "")

    @property
    def text(self) -> str:
        # What stands in a text box to be copied belongs to it, which inner_text() leaves out.
        return " ".join(str(self.tab.text_content("#daquestion")).split())

    def answer(self, table: Table) -> set[str]:
        used: set[str] = set()
        for one in self._inputs():
            if one.variable in table and _fill(one, table[one.variable]):
                used.add(one.variable)
        self.carry_on()
        return used

    def carry_on(self) -> None:
        self._leave_by(self.tab.locator("#daform button[type=submit].btn-primary"))
        faults = self.tab.locator(FAULTS).all_inner_texts()
        if faults:
            raise NotTold(f"the page {self.page!r} was not accepted: {faults}")

    def follow(self, link: str) -> None:
        """Follow the link with these words to another page."""
        self._leave_by(self._link(link))

    def download(self, link: str) -> tuple[str, bytes]:
        """Return the name and the bytes of the file behind the link with these words."""
        with self.tab.expect_download() as coming:
            self._link(link).click()
        return coming.value.suggested_filename, coming.value.path().read_bytes()

    def _link(self, words: str) -> Locator:
        self.tab.eval_on_selector_all("#daquestion details", "all => all.forEach(one => { one.open = true })")
        return self.tab.locator("#daquestion").get_by_role("link", name=words)

    def _leave_by(self, place: Locator) -> None:
        # The same question may follow once more, so the heading that is left is marked.
        self.tab.eval_on_selector("#daMainQuestion", f"heading => heading.setAttribute('{OLD}', '')")
        place.click()
        self.tab.wait_for_selector(f"#daMainQuestion:not([{OLD}]), {FAULTS}")

    def _inputs(self) -> list[Input]:
        return [_input(place) for place in self.tab.locator(INPUTS).all()]


def _input(place: Locator) -> Input:
    told: dict[str, Any] = place.evaluate(
        "one => ({name: one.name, kind: one.type || one.localName, value: one.value})"
    )
    return Input(_variable(told["name"]), told["kind"], told["value"], place)


def _variable(name: str) -> str:
    """Return the variable that the name of an input stands for, or "" for one of docassemble's own."""
    try:
        decoded = _decoded(name)
    except (binascii.Error, UnicodeDecodeError):
        return ""
    box = BOX.match(decoded)
    return f"{box[1]}['{_decoded(box[2])}']" if box else decoded


def _decoded(text: str) -> str:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")


def _fill(one: Input, wanted: str) -> bool:
    """Choose or type `wanted`, unless this is another one of its group; return whether it was."""
    if one.kind in ("radio", "checkbox"):
        if wanted != ("True" if one.kind == "checkbox" else one.value):
            return False
        if not one.place.is_checked():
            one.place.page.click(f"label[for='{one.place.get_attribute('id')}']")
    elif one.kind == "select-one":
        one.place.select_option(value=wanted)
    else:
        one.place.fill(typed_day(wanted).isoformat() if one.kind == "date" else wanted)
    return True
