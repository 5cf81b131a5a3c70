"""The phone the other tests hold: it must not let a test pass by answering nothing."""

from __future__ import annotations

import pytest

from tests.phone import BrokenPage, NotOnThisPage, Phone
from tests.web.conftest import walk


@pytest.mark.parametrize(
    "answers",
    [
        {"No such label": "x"},
        {"How": "2", "o": "x"},
        {"When was it?": ("1", "2")},
        "x",
    ],
)
def test_an_answer_that_fits_no_field_is_an_error(phone: Phone, answers: object) -> None:
    walk(phone, until="On the day")
    with pytest.raises((NotOnThisPage, ValueError)):
        phone.answer(answers)  # type: ignore[arg-type]
    assert phone.get().h1 == "On the day"


@pytest.mark.parametrize("choice", ["I have", "Something else", ""])
def test_a_choice_that_is_not_there_or_not_clear_is_an_error(phone: Phone, choice: str) -> None:
    walk(phone, until="What has happened?")
    with pytest.raises(NotOnThisPage):
        phone.answer(choice)


def test_a_link_or_button_that_is_not_there_is_an_error(phone: Phone) -> None:
    walk(phone, until="On the day")
    with pytest.raises(NotOnThisPage):
        phone.press("Send")
    with pytest.raises(NotOnThisPage):
        phone.follow("Elsewhere")


def test_a_page_is_no_download(phone: Phone) -> None:
    walk(phone)
    with pytest.raises(BrokenPage):
        phone.download("Change the stage")


def test_a_fault_of_the_server_is_an_error(phone: Phone) -> None:
    walk(phone).answer("Continue")
    with pytest.raises(BrokenPage, match="500: Sorry"):
        phone.follow("Break")


def test_it_sends_what_a_browser_would(phone: Phone) -> None:
    walk(phone, until="Your reasons")
    names = [name for name, _ in phone.form_data()]
    assert names == ["csrf", "page", "f1"]  # nothing for what is not ticked or chosen
    assert phone.form_data("Back")[-1] == ("back", "1")


def test_what_it_shows(phone: Phone) -> None:
    walk(phone, until="Is it safe to write to you?")
    assert phone.page.title == "Is it safe to write to you? – Test letters"
    assert phone.page.buttons == ["Back", "Yes", "No", "Delete my answers now"]
    assert phone.page.links == []
    assert phone.page.errors == []
