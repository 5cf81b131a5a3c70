"""The page "The law in these letters", which needs no session and is reached from every page."""

from __future__ import annotations

import pytest

from tests.phone import Phone


@pytest.mark.parametrize(
    ("address", "shown", "not_shown"),
    [
        ("/law", "Welfare Reform Act 2012", "Welfare Reform (Northern Ireland) Order 2015"),
        ("/law/northern-ireland", "Welfare Reform (Northern Ireland) Order 2015", "Welfare Reform Act 2012"),
    ],
)
def test_it_shows_the_law_of_the_place(phone: Phone, address: str, shown: str, not_shown: str) -> None:
    page = phone.get(address)

    assert page.status == 200
    assert f"<summary>{shown} (" in page.html
    assert not_shown not in page.html
    assert "A qualified adviser still has to check all of it." in page.html


def test_a_place_there_is_not(phone: Phone) -> None:
    assert phone.get("/law/france").status == 404


@pytest.mark.parametrize("address", ["/", "/about", "/law"])
def test_it_is_linked_from_every_page(phone: Phone, address: str) -> None:
    assert '<a href="/law">The law in these letters</a>' in phone.get(address).html


@pytest.mark.parametrize("address", ["/law", "/law/northern-ireland"])
def test_it_keeps_the_rules_of_every_page_but_for_its_length(phone: Phone, address: str) -> None:
    page = phone.get(address)

    assert "116 123" in page.html
    assert "Leave this page quickly" in page.html
    # A reference that nobody needs on the way to a letter: longer than a page of the interview, and no more.
    assert len(page.html.encode()) < 110_000
