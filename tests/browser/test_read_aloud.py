"""What a screen reader is given of five pages: Chromium's own accessibility tree, in the order in which it is read.

It is no screen reader, and nobody listened: docs/accessibility.md says what that leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessible import _each, _tab, pages

__all__ = ["pages"]
FIVE = ("decision-when", "side", "name, with mistakes", "safe, not answered", "result")
# What can be filled in, chosen or pressed: each needs a name of its own.
PARTS = ("textbox", "combobox", "radio", "checkbox", "button", "link", "DisclosureTriangle")
GROUPS = ("group", "radiogroup")


@dataclass(frozen=True)
class Part:
    """One thing that is read: what it is, what it is called, what is said beside it, and how it stands."""

    role: str
    name: str
    beside: str
    states: Mapping[str, Any]


def read_aloud(browser: Browser, pages: dict[str, str], wanted: str) -> tuple[Part, ...]:
    """Return what is read of the page `wanted`, from its top, with everything folded that is folded."""
    tab = _tab(browser, pages)
    for _ in _each(tab, pages, (wanted,)):
        tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = false })")
    nodes = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")["nodes"]
    tab.context.close()
    return tuple(_parts({node["nodeId"]: node for node in nodes}, nodes[0]))


def _parts(nodes: Mapping[str, Any], node: Mapping[str, Any]) -> Iterator[Part]:
    if not node.get("ignored"):
        states = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        told = (str(node.get(what, {}).get("value", "")) for what in ("role", "name", "description"))
        yield Part(*told, states)
    for child in node.get("childIds", []):
        if child in nodes:
            yield from _parts(nodes, nodes[child])


@pytest.mark.parametrize("page", FIVE)
def test_a_page_is_read_from_its_heading_to_its_button_with_a_name_for_everything(
    browser: Browser, pages: dict[str, str], page: str
) -> None:
    read = read_aloud(browser, pages, page)
    assert [part for part in read if part.role in PARTS and not part.name] == []
    named = [f"{part.role}: {part.name}" for part in read if part.name]
    headings = [part for part in read if part.role == "heading" and part.states["level"] == 1]
    assert len(headings) == 1
    assert named.index("link: Skip to the main part") < named.index("link: Leave this page quickly")
    assert named.index("link: Leave this page quickly") < named.index("button: Back")
    assert named.index("button: Back") < named.index(f"heading: {headings[0].name}")


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("name, with mistakes", ("National Insurance number (optional)", "E-mail (optional)")),
        (
            "safe, not answered",
            ("Is there anybody who sees your post, phone or online account and should not read this?",),
        ),
    ],
)
def test_what_is_wrong_is_read_first_and_again_at_its_box(
    browser: Browser, pages: dict[str, str], page: str, wrong: tuple[str, ...]
) -> None:
    read = read_aloud(browser, pages, page)
    (alert,) = [part for part in read if part.role == "alert"]
    assert alert.states["focused"]
    assert alert.name.startswith("Please check")
    told = {part.name: part.beside for part in read if part.role in (*PARTS, *GROUPS)}
    for name in wrong:
        sentence = told[name].partition("Error: ")[2]
        assert sentence
        assert f"link: {sentence}" in [f"{part.role}: {part.name}" for part in read]
    boxes = [part for part in read if part.role == "textbox" and part.states.get("invalid") == "true"]
    assert {part.name for part in boxes} <= set(wrong)


def test_a_day_is_read_as_one_question_with_three_boxes(browser: Browser, pages: dict[str, str]) -> None:
    read = read_aloud(browser, pages, "decision-when")
    groups = [place for place, part in enumerate(read) if part.role in GROUPS]
    (place,) = [place for place in groups if read[place].name.startswith("Date of the decision")]
    assert read[place].beside.startswith("For example, 14 3 ")
    boxes = [part.name for part in read[place:] if part.role == "textbox"]
    assert boxes[:3] == ["Day", "Month", "Year"]


def test_what_is_folded_is_told_as_folded(browser: Browser, pages: dict[str, str]) -> None:
    read = read_aloud(browser, pages, "result")
    folded = [part for part in read if part.role == "DisclosureTriangle"]
    assert len(folded) > 3
    assert not any(part.states["expanded"] for part in folded)
    assert "Copy all of it" not in " ".join(part.name for part in read)
