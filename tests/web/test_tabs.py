"""The browser's Back and Forward, a second tab, a new start elsewhere, an ended session, refused cookies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from challenge_letters.web.settings import Settings
from tests.phone import Phone
from tests.web.conftest import walk

UNDER_A_PATH = """
mandatory: True
question: First
subquestion: |
  [Other](${ url_action('other') })
continue button field: first
---
mandatory: True
id: second
question: Second
---
event: other
question: Other
"""
DEAR = "The older words, long and dear"


def test_each_step_has_an_address_that_back_and_forward_find(phone: Phone) -> None:
    walk(phone, until="In your own words")
    newest = phone.address
    assert newest == "/interview/18"
    phone.get("/interview/3")
    assert phone.page.h1 == "On the day"
    assert phone.page.values["Your nickname"] == "Jo"
    assert phone.get("/interview/4").h1 == "Is it safe to write to you?"
    assert phone.get(newest).h1 == "In your own words"
    assert phone.get("/interview/99999").h1 == "In your own words"
    assert phone.get("/interview/" + "9" * 4301).h1 == "In your own words"


def test_an_answer_sent_from_an_earlier_page_counts(phone: Phone) -> None:
    walk(phone, until="Which kind of letter?")
    phone.get("/interview/3")
    phone.answer({"nickname": "Joanna"})
    assert phone.page.h1 == "Is it safe to write to you?"
    phone.press("Back")
    assert phone.page.values["Your nickname"] == "Joanna"


def test_a_new_start_in_another_tab_says_so_and_gives_the_words_back(app: Flask) -> None:
    client = app.test_client()
    older = walk(Phone(client), until="In your own words")
    Phone(client).begin()
    older.answer(DEAR)
    assert older.page.status == 400
    assert "started again in another tab" in older.page.text
    assert DEAR in older.page.text


def test_an_ended_session_gives_the_words_back(app: Flask) -> None:
    client = app.test_client()
    older = walk(Phone(client), until="In your own words")
    other = Phone(client)
    other.get()
    other.press("Delete my answers now")
    client.set_cookie("challenge_letters_key", "A" * 43)
    older.answer(DEAR)
    assert older.page.status == 410
    assert DEAR in older.page.text
    assert "cookie" not in older.page.text.partition("What you typed")[0]


def test_refused_cookies_are_named(app: Flask) -> None:
    phone = Phone(app.test_client(use_cookies=False))
    phone.get("/")
    phone.press("Start")
    assert phone.page.status == 400
    assert phone.page.h1 == "Your browser did not keep the cookie"


def test_words_sent_without_a_cookie_come_back(app: Flask) -> None:
    answered = app.test_client(use_cookies=False).post("/interview", data={"f0": DEAR})
    assert answered.status_code == 410
    assert DEAR in answered.text
    assert "refuses cookies" in answered.text


def test_everything_works_under_a_path(small_app: Callable[..., Flask]) -> None:
    app = small_app(UNDER_A_PATH)
    app.wsgi_app = DispatcherMiddleware(NotFound(), {"/letters": app.wsgi_app})  # type: ignore[method-assign]
    phone = Phone(app.test_client())
    phone.get("/letters/")
    phone.press("Start")
    assert (phone.page.h1, phone.address) == ("First", "/letters/interview")
    phone.follow("Other")
    assert (phone.page.h1, phone.address) == ("Other", "/letters/interview/2")
    phone.press("Back")
    phone.answer({})
    assert phone.page.h1 == "Second"
    inside = [str(tag.get("href") or tag.get("action")) for tag in phone.page.soup.select("a, link, form")]
    assert all(place.startswith(("/letters/", "#", "tel:")) for place in inside), inside
    phone.press("Delete my answers now")
    assert phone.follow("Go to the start page").status == 200


@pytest.mark.parametrize(
    ("told", "path"), [("", ""), ("/", ""), ("letters", "/letters"), ("/a/b-c/", "/a/b-c")]
)
def test_the_path_is_read_from_the_environment(told: str, path: str) -> None:
    assert Settings.from_environment({"CHALLENGE_LETTERS_PATH": told}).path == path


@pytest.mark.parametrize("told", ["/a b", "//x//y", "/../x", "http://x", "/é"])
def test_what_is_no_path_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match="must be a path like /letters"):
        Settings.from_environment({"CHALLENGE_LETTERS_PATH": told})
