"""What every page must have, whatever has become of the store."""

from __future__ import annotations

from challenge_letters.web.protection import HEADERS
from tests.phone import Phone

NEED_NO_STORE = ("/", "/about", "/privacy", "/law", "/law/northern-ireland")


def are_all_there(phone: Phone) -> None:
    """Open every page that needs no answers, and some that do not exist: each has words and the way out."""
    for address in (*NEED_NO_STORE, "/nothing"):
        page = phone.get(address)
        assert page.status == (404 if address == "/nothing" else 200), address
        says_how_to_go_on(phone)
    style = phone.client.get("/static/site.css")
    assert style.status_code == 200
    assert ".leave" in style.get_data(as_text=True)
    getattr(style, "close", lambda: None)()
    left = phone.client.get("/leave")
    assert (left.status_code, left.headers["Location"]) == (303, "https://www.bbc.co.uk/weather")


def says_how_to_go_on(phone: Phone) -> None:
    """Look for the exit, the help lines and the headers on the page that is shown."""
    assert "Leave this page quickly" in phone.page.html
    assert "116 123" in phone.page.html
    assert "Traceback" not in phone.page.html
    sent = {name: phone.last.headers[name] for name in HEADERS}
    assert sent == HEADERS
