"""What a page says when something has to be mended: all of it at once, beside the field and at the top."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.phone import Phone
from tests.web.conftest import walk

GOOD = {"When was it?": date(2027, 3, 14), "How many": "2", "nickname": "Jo"}


def test_all_problems_of_a_page_are_shown_at_once(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.answer(
        {"When": ("31", "2", "2027"), "How many": "12", "What did it cost?": "ten", "nickname": "JO"}
    )
    expected = {
        "When was it?": "There is no 31 February 2027. Check the day and the month.",
        "How many times?": "That is more than ten. Write a smaller number.",
        "What did it cost?": "Write an amount in pounds, like 25.50.",
        "Your nickname": "Write the nickname in small letters.",
    }
    assert phone.page.field_errors == expected
    assert phone.page.errors == list(expected.values())
    assert phone.page.title.startswith("Error: On the day")
    assert phone.page.values == {
        "When was it?": ("31", "2", "2027"),
        "How many times?": "12",
        "What did it cost?": "ten",
        "Your nickname": "JO",
    }


def test_the_list_at_the_top_leads_to_the_fields_and_can_be_focused(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.answer({})
    summary = phone.page.soup.select_one(".problems")
    assert summary is not None
    assert summary["tabindex"] == "-1"
    assert summary.has_attr("autofocus")
    targets = [str(link["href"])[1:] for link in summary.find_all("a")]
    assert targets == ["f2-day", "f3", "f5"]
    assert all(phone.page.soup.find(id=target) for target in targets)
    wrong = phone.page.soup.find(id="f3")
    assert wrong is not None
    assert wrong["aria-invalid"] == "true"
    assert "f3-error" in str(wrong["aria-describedby"])


def test_nothing_counts_while_a_page_has_problems(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.answer({**GOOD, "How many": "99"})
    assert phone.get().values["Your nickname"] == "Jo"
    assert "did not send it" in phone.page.text
    assert phone.page.h1 == "On the day"


def test_validation_code_names_its_field(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.answer({**GOOD, "How many": "7"})
    assert phone.page.field_errors == {"How many times?": "Seven is not allowed here."}
    phone.answer({"How many": "3"})
    assert phone.page.h1 == "Is it safe to write to you?"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("When was it?", ("", "", ""), "Write the date: day, month and year."),
        ("When was it?", ("14", "", "2027"), "The date needs a month too."),
        ("When was it?", ("14", "", ""), "The date needs a month and a year too."),
        ("When was it?", ("14", "3", "27"), "Write the year with all four numbers, like 2027."),
        ("How many times?", "two", "Write a number, like 3."),
        ("How many times?", "2.5", "Write a number, like 3."),
        ("What did it cost?", "nan", "Write an amount in pounds, like 25.50."),
        ("Your nickname", "  ", "Write an answer."),
    ],
)
def test_each_field_says_what_to_write(phone: Phone, field: str, value: Any, sentence: str) -> None:
    walk(phone, until="On the day")
    phone.answer({**GOOD, field: value})
    assert phone.page.field_errors == {field: sentence}


@pytest.mark.parametrize(("typed", "shown"), [("£1,234.50", "1234.50"), ("20", "20.00"), ("", "0.00")])
def test_an_amount_may_be_typed_as_people_write_it(phone: Phone, typed: str, shown: str) -> None:
    walk(phone, until="On the day")
    phone.answer({**GOOD, "What did it cost?": typed})
    phone.press("Back")
    assert phone.page.values["What did it cost?"] == shown


def test_a_choice_has_the_interviews_own_sentence(phone: Phone) -> None:
    walk(phone, until="What has happened?")
    phone.answer({})
    assert phone.page.errors == ['Choose what has happened. You can choose "I don\'t know".']


def test_a_required_yes_or_no_is_asked_for(phone: Phone) -> None:
    walk(phone, until="Your reasons")
    phone.answer({"Tick all": ["I was ill"]})
    assert phone.page.field_errors == {"Is it urgent?": "Choose one answer."}
    assert phone.page.values["Tick all that apply"] == ["I was ill"]


def test_boxes_may_be_left_empty_without_none_of_the_above(phone: Phone) -> None:
    walk(phone, until="Your reasons")
    phone.answer({"urgent": "Yes"})
    assert phone.page.h1 == "Do you know the amount?"


DEFAULT_MESSAGES = """
default validation messages:
  required: Please answer this.
  multiple choice required: Choose one.
  date: Write a date.
---
mandatory: True
question: Pick
fields:
  - Words: words
  - Day: day
    datatype: date
  - Known: known
    input type: radio
    choices: ["Yes", "I am not sure"]
---
mandatory: True
id: end
question: Done
"""


def test_the_interviews_default_messages_are_used_but_say_no_less(small_app: Any) -> None:
    phone = Phone(small_app(DEFAULT_MESSAGES).test_client())
    phone.begin()
    phone.answer({"Day": ("30", "2", "2027")})
    assert phone.page.errors == [
        "Please answer this.",
        "There is no 30 February 2027. Check the day and the month.",
        "Choose one. You can choose “I am not sure”.",
    ]


NONE_OF_THESE = """
mandatory: True
question: Pick
fields:
  - Things: things
    datatype: checkboxes
    choices: [Bread, Milk]
  - What is known: known
    input type: radio
    choices: ["Yes", "I don't know"]
---
mandatory: True
id: end
question: Done ${ len(things.true_values()) }
"""


def test_none_of_these_and_i_do_not_know(small_app: Any) -> None:
    phone = Phone(small_app(NONE_OF_THESE).test_client())
    phone.begin()
    phone.answer({})
    assert phone.page.errors == [
        "Tick at least one box.",
        "Choose one answer. You can choose “I don’t know”.",
    ]
    phone.answer({"Things": ["None of these"], "What": "I don't know"})
    assert phone.page.h1 == "Done 0"


LIMITS = """
mandatory: True
question: Limits
fields:
  - Age: age
    datatype: integer
    min: 16
    max: 120
  - Short: short
    datatype: raw
    maxlength: 5
  - Mail: mail
    datatype: email
    required: False
---
mandatory: True
id: end
question: Done
"""


def test_limits(small_app: Any) -> None:
    phone = Phone(small_app(LIMITS).test_client())
    phone.begin()
    phone.answer({"Age": "3", "Short": "too long", "Mail": "nowhere"})
    assert phone.page.errors == [
        "Write a number that is at least 16.",
        "This is 8 letters long. There is room for 5.",
        "Write an e-mail address, like name@example.org.",
    ]
    phone.answer({"Age": "16", "Short": "ok", "Mail": "a@b.org"})
    assert phone.page.h1 == "Done"
