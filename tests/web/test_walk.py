"""The test interview, walked page by page as a person walks it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from challenge_letters.web.views import date_hint
from tests.phone import Phone
from tests.web.conftest import WORDS, walk


def test_walks_from_the_start_page_to_the_letter(phone: Phone) -> None:
    walk(phone)
    phone.answer("Continue")
    assert phone.page.h1 == "Your letter is ready"
    letter = phone.download("Download as Word")
    assert zipfile.ZipFile(io.BytesIO(letter)).read("word/document.xml").decode() == WORDS


@pytest.mark.parametrize(
    ("link", "name", "mime"),
    [
        (
            "Download as Word",
            "letter.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("Download as text", "letter.txt", "text/plain; charset=utf-8"),
        ("Download a calendar", "letter.ics", "text/calendar"),
    ],
)
def test_downloads_have_neutral_names(phone: Phone, link: str, name: str, mime: str) -> None:
    walk(phone).answer("Continue")
    phone.download(link)
    assert phone.last.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert phone.last.headers["Content-Type"].startswith(mime.partition(";")[0])
    assert phone.last.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("Download with a name", "what-to-do-now.txt"),
        ("Download with a bad name", "letter.txt"),
        ("Download with a wrong ending", "letter.txt"),
    ],
)
def test_a_plain_name_given_with_the_content_type_is_the_name_of_the_file(
    phone: Phone, link: str, name: str
) -> None:
    walk(phone).answer("Continue")
    phone.download(link)
    assert phone.last.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert phone.last.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_a_download_leaves_the_page_as_it_was(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.download("Download as text")
    phone.download("Download as Word")
    assert phone.get().h1 == "Your letter is ready"


def test_html_is_not_offered_as_a_file(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.strict = False
    phone.follow("Download a page")
    assert phone.page.status == 501
    assert "a download of type text/html" in phone.page.text


def test_text_comes_back_as_it_was_typed(phone: Phone) -> None:
    typed = "\n\nfirst <script>alert(1)</script>\n  second \\ ${1} [FILE 1] *a* & “b” é  \n\n"
    walk(phone, in_=None, **{"in": typed})
    phone.answer("Continue")
    assert phone.download("Download as text").decode() == typed.replace("\n", "\r\n")
    phone.follow("Change the words again")
    assert phone.page.values == {"What happened": typed.replace("\n", "\r\n")}
    phone.answer({})
    assert phone.download("Download as text").decode() == typed.replace("\n", "\r\n")


def test_what_was_typed_is_shown_and_never_run(phone: Phone) -> None:
    walk(phone, **{"in": "<script>alert(1)</script> [FILE 1] :heart: **bold**"})
    assert "Words: <script>alert(1)</script> [FILE 1] :heart: **bold** Change" in phone.page.text
    assert [one.get_text() for one in phone.page.soup.find_all("script")] == [""]
    assert phone.page.soup.script["src"] == "/static/unsent.js"  # type: ignore[index]


def test_datatype_text_is_cleaned_as_on_the_stock_server(phone: Phone) -> None:
    walk(phone, until="The office")
    phone.answer({"Office name": "Immo <b>GmbH</b> & \\ Co", "Anything else": "two\nlines"})
    phone.press("Back")
    assert phone.page.values["Office name"] == "Immo \nGmbH\n &  Co"


def test_static_and_computed_choices_and_ticks(phone: Phone) -> None:
    walk(phone, until="Your reasons")
    assert phone.page.values == {
        "Tick all that apply": [],
        "Which office?": "Hull",
        "Tell them": False,
        "Hide it": False,
        "Is it urgent?": "",
        "Computed": "",
    }
    phone.answer(
        {
            "Tick all": ["I was ill", "I don't want to say"],
            "Which": "Leeds",
            "Tell": True,
            "Hide": True,
            "urgent": "Yes",
            "Computed": "Number two",
        }
    )
    phone.press("Back")
    assert phone.page.values == {
        "Tick all that apply": ["I was ill", "I don’t want to say"],
        "Which office?": "Leeds",
        "Tell them": True,
        "Hide it": True,
        "Is it urgent?": "Yes",
        "Computed": "Number two",
    }


def test_hints_help_notes_and_parts_are_on_the_page(phone: Phone) -> None:
    walk(phone, until="On the day")
    for words in (
        *("Only what you remember.", "Plain html", "For example, 14 3 2027", "Anything people call you."),
        *("Part of the test interview.", "Nearly there."),
    ):
        assert words in phone.page.text
    assert "(optional)" in phone.page.html
    assert "Nothing is sent from here." not in phone.page.text  # the page's own `under` replaces it
    phone.press("Back")
    assert "Look in your journal" in phone.page.text
    assert "A message in your journal" in phone.page.text
    assert "Nothing is sent from here." in phone.page.text


def test_a_default_stands_in_the_field(phone: Phone) -> None:
    walk(phone, until="Which kind of letter?")
    assert phone.page.values == {"Which kind of letter?": "Long"}


# Lists


def test_a_list_is_gathered_added_to_and_changed(phone: Phone) -> None:
    walk(phone)
    assert "People: Ann, Bob, Cat" in phone.page.text
    phone.follow("Add a person")
    assert phone.page.h1 == "Person 4"
    phone.answer({"Name": "Dan", "Told": "Yes"})
    phone.answer("No") if phone.page.h1 == "Anybody else?" else None
    assert "People: Ann, Bob, Cat, Dan" in phone.page.text


def test_the_first_of_a_list_is_changed(phone: Phone) -> None:
    walk(phone, until="The office")
    phone.press("Back")
    assert phone.page.h1 == "Anybody else?"
    phone.follow("Change")
    assert phone.page.values["Name"] == "Ann"
    phone.answer({"Name": "Anna"})
    assert phone.page.h1 == "Anybody else?"
    assert "Anna" in phone.page.text


def test_the_middle_of_a_list_is_removed_and_back_undoes_it(phone: Phone) -> None:
    walk(phone)
    phone.follow("Remove number 2")
    assert phone.page.h1 == "Check your answers"
    assert "People: Ann, Cat" in phone.page.text
    phone.press("Back")
    assert "People: Ann, Bob, Cat" in phone.page.text


def test_removing_twice_with_a_double_click_removes_one(phone: Phone) -> None:
    walk(phone)
    address = phone.address_of("Remove number 2")
    phone.get(address)
    phone.get(address)
    assert "People: Ann, Cat" in phone.page.text


# Check page and actions


def test_an_answer_is_changed_from_the_check_page(phone: Phone) -> None:
    walk(phone)
    phone.follow("Change the stage")
    assert phone.page.values == {"What has happened?": "I have been sanctioned"}
    phone.answer("I have been warned")
    assert phone.page.h1 == "Check your answers"
    assert "Stage warned" in phone.page.text


def test_a_date_is_filled_in_again(phone: Phone) -> None:
    walk(phone)
    phone.follow("Change the day")
    assert phone.page.values["When was it?"] == ("14", "3", "2027")
    phone.answer({"When was it?": ("15", "apr", "2027")})
    assert "Day 15/04/2027" in phone.page.text


def test_back_undoes_a_change_and_the_wish_to_change(phone: Phone) -> None:
    walk(phone)
    phone.follow("Change the stage")
    phone.press("Back")
    assert phone.page.h1 == "Check your answers"
    phone.follow("Change the stage")
    phone.answer("I have been warned")
    phone.press("Back")
    assert phone.page.h1 == "What has happened?"
    phone.press("Back")
    assert phone.page.h1 == "Check your answers"
    assert "Stage applied" in phone.page.text


def test_an_event_screen_reads_its_argument_and_survives_a_reload(phone: Phone) -> None:
    walk(phone)
    phone.follow("Look closer")
    assert phone.page.h1 == "A closer look at kind"
    assert "It is short." in phone.page.text
    assert phone.get().h1 == "A closer look at kind"
    phone.press("Back")
    assert phone.page.h1 == "Check your answers"


def test_an_event_screen_with_a_continue_button_goes_on(phone: Phone) -> None:
    walk(phone)
    phone.follow("Read a notice")
    assert phone.page.h1 == "A notice"
    phone.press("Carry on here")
    assert phone.page.h1 == "Check your answers"


def test_force_ask_asks_again_and_returns(phone: Phone) -> None:
    walk(phone)
    phone.follow("Ask both again")
    assert phone.page.h1 == "Is it safe to write to you?"
    phone.press("No")
    assert phone.page.h1 == "Which kind of letter?"
    phone.answer("Long")
    assert phone.page.h1 == "Check your answers"


# Endings


def test_start_again_begins_with_nothing(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.press("Start again")
    assert phone.page.h1 == "Welcome to the test"
    phone.answer({})
    assert phone.page.values == {"What has happened?": ""}


def test_exit_deletes_the_answers(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.press("Finish and delete")
    assert phone.page.h1 == "Your answers are deleted"
    assert phone.get().status == 410


def test_back_shows_the_answers_that_were_taken_back(phone: Phone) -> None:
    walk(phone, until="Is it safe to write to you?")
    phone.press("Back")
    assert phone.page.values == {
        "When was it?": ("14", "3", "2027"),
        "How many times?": "2",
        "What did it cost?": "0.00",
        "Your nickname": "Jo",
    }
    assert phone.get(phone.address).values["Your nickname"] == "Jo"  # a reload loses nothing
    phone.press("Back")
    assert phone.page.values == {"What has happened?": "I have been sanctioned"}
    phone.press("Back")
    assert phone.page.h1 == "Welcome to the test"
    assert "Back" not in phone.page.buttons


def test_a_page_takes_less_than_20_kilobytes(phone: Phone) -> None:
    walk(phone, until="Your reasons")
    assert len(phone.page.html.encode()) < 20_000


def test_the_same_kind_of_date_as_on_the_stock_server(phone: Phone) -> None:
    walk(phone)
    assert "Kind of date DADateTime" in phone.page.text
    assert date(2027, 3, 14).strftime("%d/%m/%Y") in phone.page.text


PURPOSE = """
mandatory: True
question: You
fields:
  - Your name: name
    datatype: raw
    field metadata:
      autocomplete: name
  - Born: born
    datatype: date
"""


def test_the_interview_can_name_the_purpose_of_a_field(small_app: Callable[[str], Flask]) -> None:
    page = Phone(small_app(PURPOSE).test_client()).begin()
    assert page.soup.find(id="f0")["autocomplete"] == "name"
    boxes = [page.soup.find(id=f"f1-{box}") for box in ("day", "month", "year")]
    assert [(box["inputmode"], box["autocomplete"]) for box in boxes] == [
        ("numeric", "off"),
        ("text", "off"),
        ("numeric", "off"),
    ]
    assert page.soup.fieldset.legend.get_text() == "Born"
    assert page.soup.find(id="f1-hint").get_text() == date_hint()


NO_WAY_BACK = """
mandatory: True
question: First
continue button field: first
---
mandatory: True
question: Second
prevent going back: True
continue button field: second
---
mandatory: True
id: third
question: Third
"""


def test_going_back_can_be_prevented(small_app: Callable[[str], Flask]) -> None:
    phone = Phone(small_app(NO_WAY_BACK).test_client())
    phone.begin()
    phone.answer({})
    assert phone.page.h1 == "Second"
    assert "Back" not in phone.page.buttons
    phone.answer({})
    assert phone.page.h1 == "Third"
    assert "Back" in phone.page.buttons
