"""The browser's Back and Forward, a second tab, a new start elsewhere, an ended session, refused cookies."""

from __future__ import annotations

from flask import Flask

from tests.phone import Phone
from tests.web.conftest import walk

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
    assert phone.get("/interview/" + "9" * 500).h1 == "In your own words"


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
