"""What people type is shown exactly as typed and means nothing: to Markdown, Mako, docassemble or a browser."""

from __future__ import annotations

import html
from typing import Any

import pytest
from pydantic import BaseModel

from challenge_letters.case.case import Case
from challenge_letters.case.failure import Evidence
from challenge_letters.interview.shown import MEANINGFUL, in_box, shown, shown_html
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.walker import CARRY_ON, CHECK
from tests.interview.walking import canonical, journey_for

HOSTILE = (
    "<script>alert(1)</script> [FILE 1] [YOUTUBE x] [BR] *a* **b** _c_ __d__ ~~e~~ `f` # g | h "
    "${1} ${ 7*7 } {{ 7*7 }} {% x %} :heart: &amp; &lt; \\n \\ http://x.invalid <a@x.invalid> 1. - + > 'q' \"r\""
)
SHORT = "<b>[FILE 1] *a* ${1} :heart: {{ 7*7 }}"


@pytest.mark.parametrize("text", [HOSTILE, "a\nb", "    four spaces", "# heading", "* item", "---", "[x](y)"])
def test_shown_gives_back_what_was_typed(text: str) -> None:
    made = shown(text)
    assert html.unescape(made.replace("<br>", "\n")) == text
    assert not set(made.replace("<br>", "").replace("&#", "").replace(";", "")) & (MEANINGFUL - set("&#;"))


def test_the_tags_of_a_letter_are_kept_and_its_text_is_encoded() -> None:
    made = shown_html('<p class="x">[FILE 1] &lt;b&gt; *a*</p>\n<p>1. x</p>')
    assert made.startswith('<p class="x">&#91;FILE 1&#93; &#60;b&#62; &#42;a&#42;</p>')
    assert "[" not in made


def test_line_ends_are_kept_in_a_box() -> None:
    assert in_box("a\r\nb") == "a&#10;b"


def _hostile(thing: Any) -> Any:
    """Return `thing` with hostile words in every box a person can fill with words."""
    if isinstance(thing, BaseModel):
        changed = {name: _worded(thing, name) for name in type(thing).model_fields}
        return thing.model_copy(update=changed)
    if isinstance(thing, tuple):
        return tuple(_hostile(one) for one in thing)
    return thing


WORDS = {
    *("account", "fact", "effect", "what_i_did", "words", "said_back", "their_words", "what_they_knew"),
    *("why_not_seen", "commitment_limits", "disadvantage", "step_wanted", "what_was_done", "more_time"),
    *(
        "said_would_follow",
        "statement_words",
        "should_have_happened",
        "remedy_words",
        "data_protection",
        "why",
    ),
    *("where_post_came", "understood", "tried"),
    *("why_not_required", "why_look_now", "no_reduction_words", "site_terms_words", "call_details"),
}
LINES = {
    *("age", "left_at", "work_hours"),
    *("name", "provider", "asker", "place", "site", "reference", "organisation", "office", "reply_only_by"),
}


def _worded(thing: BaseModel, name: str) -> Any:
    value = getattr(thing, name)
    if name in WORDS and isinstance(value, str):
        return f"{HOSTILE}\n{HOSTILE}" if value else value
    if (name in LINES and value) or (name == "what" and isinstance(thing, Evidence)):
        return SHORT
    if name == "what" and isinstance(value, str) and value and type(thing).__name__ != "AlreadySent":
        return SHORT
    return _hostile(value)


EXAMPLES = (
    "two-decisions-adviser",
    "late-in-hospital",
    "password-given-to-provider",
    "complaint-provider",
    "mental-health-adjustment",
)


def _as_hostile(name: str) -> Case:
    case: Case = _hostile(examples.case_of(name))
    return case


@pytest.mark.parametrize("name", EXAMPLES)
def test_hostile_words_come_out_as_they_went_in(name: str) -> None:
    case = _as_hostile(name).model_copy(update={"records_request": None, "complaint": None})
    walker = new_walker()
    for one in journey_for(case, examples.AS_AT).visited:
        walker.answer(one)
        assert "<script>alert" not in walker.page.html
    walker.expect(CHECK)
    assert HOSTILE in walker.page.text
    assert SHORT in walker.page.text
    walker.phone.press(CARRY_ON)
    assert walker.case_file() == canonical(case, examples.AS_AT)
    walker.phone.follow("Read or print the letter")
    assert HOSTILE in walker.page.text
    assert "<script>alert" not in walker.page.html


def test_a_hostile_answer_comes_back_as_typed_when_it_is_changed() -> None:
    walker = new_walker()
    case = _as_hostile("mental-health-adjustment")
    walker.answer_all(journey_for(case, examples.AS_AT), is_pressing_on=False)
    walker.phone.follow("Change : In your own words")
    assert walker.page.values["What happened"].replace("\r\n", "\n") == f"{HOSTILE}\n{HOSTILE}"


def test_a_hostile_answer_comes_back_as_typed_beside_an_error() -> None:
    walker = new_walker()
    visited = journey_for(examples.case_of("missed-appointment-ill"), examples.AS_AT).visited
    for one in visited:
        if one.visit.page.id == "name":
            break
        walker.answer(one)
    walker.phone.answer({"^Name$": HOSTILE, "National Insurance": "12", "E-mail": "nobody"})
    assert len(walker.page.errors) == 2
    assert walker.page.values["Name"] == HOSTILE
    assert set(walker.page.field_errors) == {"National Insurance number", "E-mail"}
