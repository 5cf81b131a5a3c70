"""Pages are small: gzipped where the browser asks for it, and the same inside."""

from __future__ import annotations

import gzip

import pytest
from flask import Flask

GZIP = {"Accept-Encoding": "gzip, deflate"}
FIRST = ("/", "/static/site.css", "/static/unsent.js")


@pytest.mark.parametrize("address", FIRST)
def test_a_page_is_the_same_packed(app: Flask, address: str) -> None:
    client = app.test_client()
    plain, packed = client.get(address, buffered=True), client.get(address, headers=GZIP, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) == int(packed.headers["Content-Length"])


def test_the_first_page_is_at_most_eight_kilobytes_all_told(app: Flask) -> None:
    client = app.test_client()
    assert sum(len(client.get(address, headers=GZIP, buffered=True).data) for address in FIRST) <= 8_000


def test_a_file_that_has_not_changed_is_not_sent_again(app: Flask) -> None:
    client = app.test_client()
    first = client.get("/static/site.css", headers=GZIP, buffered=True)
    again = client.get(
        "/static/site.css", headers={**GZIP, "If-None-Match": first.headers["ETag"]}, buffered=True
    )
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip;q=0"}])
def test_who_does_not_ask_for_it_gets_it_plain(app: Flask, headers: dict[str, str]) -> None:
    assert "Content-Encoding" not in app.test_client().get("/", headers=headers).headers


def test_what_is_packed_already_and_what_is_tiny_is_left(app: Flask) -> None:
    client = app.test_client()
    assert "Content-Encoding" not in client.get("/favicon.ico", headers=GZIP, buffered=True).headers
    assert "Content-Encoding" not in client.head("/", headers=GZIP, buffered=True).headers
