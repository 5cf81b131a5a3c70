"""A person in front of a real browser: the same words as `tests.phone.Phone`, done in Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page as Tab

from tests.phone import Field, Page, Phone, Value, _fill, _found, _words, is_link

Watch = Callable[[Tab], None]


class Screen(Phone):
    """A tab of a real browser. `watch` is called with each page that comes up."""

    def __init__(self, tab: Tab, address: str, *, watch: Watch | None = None) -> None:
        super().__init__(client=None)
        self.tab = tab
        self.home = address
        self.watch = watch

    def get(self, address: str = "/interview") -> Page:
        self.tab.goto(address if address.startswith("http") else self.home + address)
        return self._look()

    def begin(self) -> Page:
        self.get("/")
        return self.press(re.compile("^Start"))

    def answer(self, answers: Mapping[str, Value] | Value, *, button: str | None = None) -> Page:
        if not isinstance(answers, Mapping):
            return super().answer(answers, button=button)
        for label, value in answers.items():
            self._type(self._one(self.page.fields, label), value)
        return self._send(self._button(button) if button else self._main_button())

    def download(self, link: str | re.Pattern[str]) -> bytes:
        place = self.tab.locator(f'a[href="{self._href(link)}"]').first
        self._unfold(place)
        with self.tab.expect_download() as coming:
            place.click()
        self.last = coming.value
        return coming.value.path().read_bytes()

    def follow(self, link: str | re.Pattern[str]) -> Page:
        found = _found(self.page.soup.find_all(is_link), link, "link")
        if found.name == "button":
            return self._send(found)
        place = self.tab.locator(f'a[href="{self._href(link)}"]').first
        self._unfold(place)
        place.click()
        return self._look()

    def _unfold(self, place: Any) -> None:
        """Open the part of the page that `place` is folded into, as a person does."""
        if not place.is_visible():
            self.tab.locator("details:not([open])").filter(has=place).locator("summary").first.click()

    def _href(self, link: str | re.Pattern[str]) -> str:
        return str(_found(self.page.soup.find_all("a"), link, "link")["href"]).replace('"', '\\"')

    def _send(self, pressed: Tag) -> Page:
        same_text = self.tab.get_by_role("button", name=_words(pressed), exact=True)
        number = [_words(one) for one in self.page.soup.find_all("button")].index(_words(pressed))
        (same_text if same_text.count() == 1 else self.tab.locator("button").nth(number)).click()
        return self._look()

    def _type(self, one: Field, value: Value) -> None:
        """Fill in one field with the keyboard and the mouse, in the state that `Phone` would send."""
        _fill(one, value)
        for tag in one.inputs:
            place = self.tab.locator(f'[id="{tag["id"]}"]')
            if one.kind in ("radio", "checkboxes", "tick"):
                self._tick(place, is_wanted=tag.has_attr("checked"))
            elif tag.name == "select":
                chosen = [option for option in tag.find_all("option") if option.has_attr("selected")]
                place.select_option(label=chosen[0].get_text())
            else:
                place.fill(_typed(tag))

    def _tick(self, place: Any, *, is_wanted: bool) -> None:
        if is_wanted != place.is_checked():
            self.tab.locator(f'label[for="{place.get_attribute("id")}"]').click()

    def _look(self) -> Page:
        self.tab.wait_for_load_state()
        if self.watch:
            self.watch(self.tab)
        html = self.tab.content()
        self.address = self.tab.url
        self.page = Page(200, html, BeautifulSoup(html, "html.parser"))
        return self.page


def _typed(tag: Tag) -> str:
    if tag.name == "textarea":
        return tag.get_text().removeprefix("\n")
    return str(tag.get("value", ""))
