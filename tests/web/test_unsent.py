"""What was typed and not sent comes back on its page, and counts only once it is sent."""

from __future__ import annotations

from flask import Flask

from challenge_letters.web.settings import Settings
from tests.phone import Phone
from tests.web.conftest import walk
from tests.web.test_style import STYLE

DEAR = "Half a story, long and dear"
UNSENT = "did not send it"


def left_without_sending(phone: Phone, words: str) -> int:
    """Leave the page on the screen with `words` typed, as a browser with scripts does."""
    data = {**dict(phone.form_data()), "f0": words}
    return int(phone.client.post("/unsent", data=data).status_code)


def test_words_come_back_after_the_browsers_back_and_forward(phone: Phone) -> None:
    walk(phone, until="In your own words")
    here = phone.address
    assert left_without_sending(phone, DEAR) == 204
    phone.get("/interview/3")
    phone.get(here)
    assert next(iter(phone.page.values.values())) == DEAR
    assert UNSENT in phone.page.text
    phone.answer({})
    assert DEAR in phone.page.text
    phone.get(here)
    assert next(iter(phone.page.values.values())) == DEAR
    assert UNSENT not in phone.page.text


def test_our_own_back_takes_the_words_along_without_scripts(phone: Phone) -> None:
    walk(phone, until="In your own words")
    phone.page.soup.select_one("textarea").string = "\n" + DEAR  # type: ignore[union-attr]
    phone.press("Back")
    assert phone.page.h1 == "The office"
    phone.answer({"Office name": "Another one"})
    assert phone.page.h1 == "In your own words"
    assert next(iter(phone.page.values.values())) == DEAR


def test_a_link_that_does_not_work_gives_the_words_back(phone: Phone) -> None:
    walk(phone, until="In your own words")
    form = {**dict(phone.form_data()), "f0": DEAR, "page": "1.1.other", "a": "cut sho"}
    answer = phone.client.post("/interview", data=form)
    assert answer.status_code == 400
    assert "This link does not work" in answer.text
    assert DEAR in answer.text


def test_words_that_were_refused_come_back(phone: Phone) -> None:
    walk(phone, until="On the day")
    here = phone.address
    phone.answer({"How many": "99", "nickname": "Jo"})
    assert phone.page.errors
    phone.get("/interview")
    assert phone.get(here).values["Your nickname"] == "Jo"


def test_a_password_is_not_kept(phone: Phone) -> None:
    walk(phone, until="In your own words")
    left_without_sending(phone, "My password is Hunter22!")
    assert "Hunter22" not in phone.get().text


def test_words_taken_back_are_forgotten(phone: Phone) -> None:
    walk(phone, until="In your own words")
    left_without_sending(phone, DEAR)
    phone.get()
    left_without_sending(phone, "")
    assert DEAR not in phone.get().text


def test_a_page_left_as_it_was_leaves_nothing(phone: Phone) -> None:
    walk(phone, until="In your own words")
    phone.press("Back")
    assert phone.page.h1 == "The office"
    phone.press("Back")
    phone.answer("No")
    assert UNSENT not in phone.page.text
    phone.answer({})
    assert UNSENT not in phone.page.text


def test_nothing_is_kept_for_a_stranger_or_after_the_end(app: Flask) -> None:
    phone = walk(Phone(app.test_client()), until="In your own words")
    data = dict(phone.form_data())
    phone.client.post("/unsent", data={**data, "csrf": "x", "f0": DEAR})
    phone.client.post("/unsent", data={**data, "page": "1.1.x", "f0": DEAR})
    assert DEAR not in phone.get().text
    assert left_without_sending(phone, "long" * 100_000) == 204
    assert "longlong" not in phone.get().text
    phone.press("Delete my answers now")
    assert phone.client.post("/unsent", data={**data, "f0": DEAR}).status_code == 410


def test_the_page_says_in_time_that_the_answers_will_be_deleted(phone: Phone, settings: Settings) -> None:
    walk(phone, until="In your own words")
    notice = phone.page.soup.select_one(".soon")
    assert notice is not None
    delay = next(int(name.removeprefix("soon-")) for name in notice["class"] if name.startswith("soon-"))
    assert settings.idle_seconds - 1200 <= delay * 60 <= settings.idle_seconds - 600
    assert f".soon-{delay}{{animation-delay:{delay * 60}s}}" in STYLE
    assert phone.get("/privacy").soup.select_one(".soon") is not None
    phone.press("Delete my answers now")
    assert phone.page.soup.select_one(".soon") is None
