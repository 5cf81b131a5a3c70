"""A page that is due is asked for once, and shown and answered from what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from challenge_letters.interview.clock import SET_DAY
from challenge_letters.web import form_fields
from challenge_letters.web.app import site_of
from challenge_letters.web.engine import Engine
from challenge_letters.web.form_fields import is_html_already
from challenge_letters.web.remembering import Memory
from challenge_letters.web.sessions import PAGE
from tests import examples
from tests.interview.phones import new_walker
from tests.phone import Phone
from tests.web.conftest import walk

THREE_PAGES = """
mandatory: True
code: |
  first
  second
  last
---
question: First
fields:
  - One: first
---
question: Second
subquestion: |
  You said ${ first }. [Again](${ url_action('first') })
fields:
  - Two: second
    hint: ${ first }
---
event: last
question: Last
subquestion: ${ first } ${ second }
"""


@pytest.fixture
def assembled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kind of every screen that docassemble was asked for."""
    found: list[str] = []
    stock = Engine.screen

    def screen(self: Engine, *about: Any, **more: Any) -> Any:
        asked = stock(self, *about, **more)
        found.append(asked.kind)
        return asked

    monkeypatch.setattr(Engine, "screen", screen)
    return found


def begun(app: Flask) -> Phone:
    """Return somebody at the first page."""
    phone = Phone(app.test_client())
    phone.begin()
    return phone


def test_an_answered_page_is_one_question_to_docassemble(
    small_app: Callable[..., Flask], assembled: list[str]
) -> None:
    phone = begun(small_app(THREE_PAGES))
    assembled.clear()
    phone.answer({"One": "this"})
    assert (phone.page.h1, len(assembled)) == ("Second", 1)
    phone.answer({"Two": "that"})
    assert (phone.page.h1, len(assembled)) == ("Last", 2)
    assert "this that" in phone.page.text


def test_looking_again_asks_nothing(small_app: Callable[..., Flask], assembled: list[str]) -> None:
    phone = begun(small_app(THREE_PAGES))
    phone.answer({"One": "this"})
    before = phone.page.text
    assembled.clear()
    assert phone.get("/interview").text == before
    assert assembled == []


def test_a_link_of_a_remembered_page_is_good_for_its_own_step(small_app: Callable[..., Flask]) -> None:
    phone = begun(small_app(THREE_PAGES))
    phone.answer({"One": "this"})
    phone.follow("Again")
    assert phone.page.h1 == "First"
    phone.answer({"One": "other"})
    assert phone.page.h1 == "Second"
    assert "You said other" in phone.page.text


def test_another_day_asks_anew(
    small_app: Callable[..., Flask], assembled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = begun(small_app(THREE_PAGES))
    phone.answer({"One": "this"})
    assembled.clear()
    monkeypatch.setenv(SET_DAY, date(2031, 1, 1).isoformat())
    phone.get("/interview")
    assert len(assembled) == 1


def test_another_process_asks_anew(
    small_app: Callable[..., Flask], assembled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = small_app(THREE_PAGES)
    phone = begun(app)
    phone.answer({"One": "this"})
    assembled.clear()
    steps = site_of(app).steps
    monkeypatch.setattr(steps, "_memory", Memory(steps._engine))
    assert "You said this" in phone.get("/interview").text
    assert len(assembled) == 1


def test_a_page_of_another_step_is_not_taken(small_app: Callable[..., Flask], assembled: list[str]) -> None:
    app = small_app(THREE_PAGES)
    phone = begun(app)
    store = site_of(app).store
    with store._writing() as database:
        kept = database.execute("select row_id, sealed from steps where step = ?", (PAGE,)).fetchone()
    phone.answer({"One": "this"})
    with store._writing() as database:
        database.execute(
            "update steps set sealed = ? where row_id = ? and step = ?", (kept[1], kept[0], PAGE)
        )
    assembled.clear()
    assert phone.get("/interview").h1 == "Second"
    assert len(assembled) == 1


def test_pages_that_cannot_be_remembered_are_walked_all_the_same(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Memory, "kept", lambda *_about: b"")
    walk(phone)
    assert phone.page.h1 == "Check your answers"


def test_bytes_that_are_no_page_are_passed_over(app: Flask) -> None:
    memory = site_of(app).steps._memory
    assert memory.recalled(b"", {}) is None
    assert memory.recalled(b"no page", {}) is None


# Texts that need no Markdown


@pytest.mark.parametrize(
    ("words", "is_html"),
    [
        ('<div class="strip">\n<p><a href="/interview?a=x">One</a></p>\n</div>', True),
        ("<div><div>One</div><p>Two &amp; three</p></div>", True),
        ("<div>One</div><p>*Two*</p></div>", False),
        ("<div>One</div>\n<div>Two</div>", False),
        ("<div>One\n\nTwo</div>", False),
        ('<div markdown="1">*One*</div>', False),
        ('<div><a href="https://example.org">One</a></div>', False),
        ("<div>[FILE 1]</div>", False),
        ("<div><table></table></div>", False),
        ("One", False),
    ],
)
def test_only_plain_html_is_left_as_it_is(words: str, is_html: bool) -> None:
    assert is_html_already(words) is is_html


def test_what_is_left_as_it_is_is_what_markdown_would_make_of_it(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: set[str] = set()
    stock = form_fields.is_html_already

    def compare(words: str) -> bool:
        if stock(words):
            status = form_fields.docassemble.context.this_thread.interview_status
            done = form_fields.docassemble.markdown.markdown_to_html(
                words, trim=False, do_terms=False, status=status
            )
            assert form_fields.SCRIPT_HANDLES.sub("", done) == words
            tried.add(words)
        return stock(words)

    monkeypatch.setattr(form_fields, "is_html_already", compare)
    walk(phone)
    monkeypatch.setenv(SET_DAY, examples.AS_AT.isoformat())
    new_walker().tell(examples.case_of("missed-appointment-ill"))
    assert len(tried) > 5


def test_no_text_with_an_answer_is_kept(small_app: Callable[..., Flask]) -> None:
    phone = begun(small_app(THREE_PAGES))
    phone.answer({"One": "unheard-of"})
    assert "unheard-of" in phone.page.text
    assert not any("unheard-of" in words for words, _ in form_fields.KNOWN_HTML)
