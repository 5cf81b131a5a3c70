"""Every page with its answers in place: WCAG 2.2 AA as axe sees it, 320 pixels, and the keyboard alone.

320 pixels are also what a screen of 1280 shows at 400 % zoom (WCAG 1.4.10).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from challenge_letters import web
from challenge_letters.interview.clock import SET_DAY
from challenge_letters.interview.pages import PAGES
from tests.browser.every_page import Shown, every_page, of_each_sort
from tests.examples import AS_AT

AXE = Axe()
STATIC = Path(web.__file__).parent / "static"
HOST = "http://pages.test"
NARROW = {"width": 320, "height": 640}
# Contrast takes half of axe's time, and one style sheet gives every page its colours: it has a test of its own.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# Every part that takes the keyboard, in the order of the page, but those taken out of it on purpose.
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(one => one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && one.checkVisibility()
        && !(one.type === 'radio' && !one.checked && document.querySelector(`[name="${one.name}"]:checked`))
        && !(one.type === 'radio' && document.querySelector(`[name="${one.name}"]`) !== one && !one.checked))
    .map((one, place) => (one.dataset.stop = String(place)))"""
AT = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    return {stop: one.dataset.stop, outline: style.outlineStyle, box: [box.width, box.height]};
}"""


@pytest.fixture(scope="module")
def pages() -> Iterator[dict[str, str]]:
    """The HTML of a page of each sort, by name, on the day of the examples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SET_DAY, AS_AT.isoformat())
        yield {shown.name: shown.html for shown in of_each_sort()}


def _tab(browser: Browser, pages: dict[str, str], **settings: Any) -> Page:
    """Return a tab for which a page of ours lies at /its-number, with our own style sheet and script."""
    names = list(pages)

    def serve(route: Route) -> None:
        place = route.request.url.removeprefix(HOST)
        if place.startswith("/static/"):
            route.fulfill(path=STATIC / place.removeprefix("/static/"))
        else:
            route.fulfill(body=pages[names[int(place.strip("/"))]], content_type="text/html; charset=utf-8")

    context = browser.new_context(viewport=NARROW, **settings)
    context.route("**/*", serve)
    return context.new_page()


def _each(tab: Page, pages: dict[str, str], wanted: tuple[str, ...] = ()) -> Iterator[Shown]:
    """Go to each page, or to those that are `wanted`, with everything that is folded opened."""
    for place, (name, html) in enumerate(pages.items()):
        if not wanted or name in wanted:
            tab.goto(f"{HOST}/{place}")
            tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
            yield Shown(name, html)


def _violations(tab: Page, name: str, rules: dict[str, Any] = RULES) -> Iterator[str]:
    for found in AXE.run(tab, options=rules).response["violations"]:
        yield f"{name}: {found['id']}: {found['nodes'][0]['html'][:200]}"


def test_every_page_is_accessible_and_fits_a_narrow_screen(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SET_DAY, AS_AT.isoformat())
    pages = {shown.name: shown.html for shown in every_page()}
    tab = _tab(browser, pages)
    found = [f"{name}: an order of its own" for name, html in pages.items() if 'tabindex="1' in html]
    for shown in _each(tab, pages):
        found += _violations(tab, shown.name)
        wide = tab.evaluate("document.documentElement.scrollWidth")
        found += [f"{shown.name}: {wide} pixels wide"] if wide > NARROW["width"] else []
    assert found == []
    assert set(PAGES) <= set(pages)


def test_what_is_wrong_is_found(browser: Browser) -> None:
    tab = _tab(browser, {"bad": "<h1>Bad</h1><input style='width: 400px'><p style='color: #999'>Grey</p>"})
    (shown,) = _each(tab, {"bad": ""})
    assert {each.split(": ")[1] for each in _violations(tab, shown.name)} >= {"label", "html-has-lang"}
    assert [each for each in _violations(tab, "bad", COLOURS) if "color-contrast" in each]
    assert tab.evaluate("document.documentElement.scrollWidth") > NARROW["width"]


def test_every_page_is_walked_with_the_keyboard_alone(browser: Browser, pages: dict[str, str]) -> None:
    tab = _tab(browser, pages)
    found = []
    for shown in _each(tab, pages):
        # Where something is wrong, the keyboard begins at the list that says so.
        stops = tab.evaluate(STOPS)[3 if "problems" in shown.html else 0 :]
        for stop in stops:
            tab.keyboard.press("Tab")
            at = tab.evaluate(AT)
            if at["stop"] != stop:
                found.append(f"{shown.name}: {at['stop']} comes where {stop} should")
                break
            if at["outline"] == "none" or min(at["box"]) < 1:
                found.append(f"{shown.name}: nobody sees that the keyboard is at {stop}")
    assert found == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_colours_can_be_told_apart_in_the_dark_as_well(
    browser: Browser, pages: dict[str, str], scheme: Any
) -> None:
    tab = _tab(browser, pages, color_scheme=scheme)
    found = [each for shown in _each(tab, pages) for each in _violations(tab, shown.name, COLOURS)]
    assert found == []


def test_forced_colours_leave_every_border_that_says_something(
    browser: Browser, pages: dict[str, str]
) -> None:
    tab = _tab(browser, pages, forced_colors="active")
    found = []
    for shown in _each(tab, pages):
        without = tab.evaluate(
            """() => [...document.querySelectorAll('button:not(.plain), .button, input[type=text], input:not([type]), textarea')]
            .filter(one => one.checkVisibility() && !one.closest('.unseen, .back')
                && getComputedStyle(one).borderTopStyle === 'none')
            .map(one => one.outerHTML.slice(0, 100))"""
        )
        found += [f"{shown.name}: no border: {one}" for one in without]
        tab.keyboard.press("Tab")
        assert tab.evaluate(AT)["outline"] != "none", shown.name
    assert found == []


def test_errors_stand_at_the_top_and_at_the_field(browser: Browser, pages: dict[str, str]) -> None:
    tab = _tab(browser, pages)
    for shown in _each(tab, pages, ("name, with mistakes", "safe, not answered")):
        assert tab.evaluate("document.activeElement.className") == "problems", shown.name
        for link in tab.locator(".problems a").all():
            target = tab.locator(str(link.get_attribute("href")))
            assert target.is_visible()
            group = target.locator("xpath=ancestor-or-self::*[contains(@class, 'has-problem')]")
            assert group.locator(".problem").count() == 1
