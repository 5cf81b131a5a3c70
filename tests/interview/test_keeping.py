"""A file with the answers so far: kept from any page, opened again, and never trusted."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import pytest

from challenge_letters.interview.saving import VERSION
from tests import examples
from tests.interview.phones import app, new_walker
from tests.interview.walker import CHECK, Walker
from tests.interview.walking import canonical, journey_for
from tests.phone import Phone

ILL = "missed-appointment-ill"
KEEP = "Stop here and go on later"
DOWNLOAD = "Download my answers as a file"


def told(example: str, *, until: str = "") -> Walker:
    """Return somebody who has told an example up to a page, or to the check page."""
    case = examples.case_of(example).model_copy(update={"records_request": None, "complaint": None})
    walker = new_walker()
    walker.answer_all(journey_for(case, walker.today), until=until, is_pressing_on=False)
    return walker


def kept(walker: Walker) -> dict[str, Any]:
    """Return the file that somebody keeps from the page on the screen."""
    walker.phone.follow(KEEP)
    return dict(json.loads(walker.phone.download(DOWNLOAD)))


def opened(content: bytes | dict[str, Any]) -> Phone:
    """Open a file on a machine that has never heard of it."""
    phone = Phone(app().test_client())
    sent = content if isinstance(content, bytes) else json.dumps(content).encode()
    phone._show(phone.client.post("/open", data={"file": (BytesIO(sent), "answers.json")}), "/open")
    return phone


@pytest.mark.parametrize(
    "until", ["problems/0/decision-when", "problems/0/failure", "problems/0/side", "name"]
)
def test_from_any_page_somebody_goes_on_elsewhere_where_they_stopped(until: str) -> None:
    walker = told(ILL, until=until)
    there = opened(kept(walker))
    walker.phone.press("Back to my letter")
    assert there.page.h1 == walker.page.h1
    again = Walker(there, walker.today, state=dict(walker.state))
    case = examples.case_of(ILL)
    again.answer_all(journey_for(case, walker.today))
    assert again.case_file() == canonical(case, walker.today)


@pytest.mark.parametrize("link", [KEEP, "See the letter so far", "No money for food, heating or medicine?"])
def test_a_link_under_the_page_takes_along_what_is_typed(link: str) -> None:
    walker = told(ILL, until="problems/0/reason/ill/reason")
    box = walker.page.soup.select_one("main textarea")
    assert box is not None
    box.string = "\nHalf of what I wanted"
    walker.phone.follow(link)
    assert "Half of what I wanted" not in walker.page.text
    walker.phone.press(re.compile("^Back to"))
    assert "Half of what I wanted" in walker.page.values.values()
    assert "did not send it" in walker.page.text


def test_a_link_of_another_tab_that_is_too_old_gives_back_what_is_typed() -> None:
    walker = told(ILL, until="problems/0/own-words")
    older = dict(walker.phone.form_data(KEEP)) | {"f0": "Half of what I wanted"}
    walker.phone.answer({"What happened": "I was ill."})
    stale = walker.phone.client.post("/interview", data=older)
    assert stale.status_code == 409
    assert "Half of what I wanted" in stale.text
    assert walker.phone.client.post("/interview", data={**older, "a": "x"}).status_code == 400


@pytest.mark.parametrize("example", ["late-in-hospital", "password-demanded", "two-decisions-adviser"])
def test_finished_answers_open_at_the_check_page(example: str) -> None:
    walker = told(example)
    shown = walker.page.text
    there = opened(kept(walker))
    assert there.page.h1 == CHECK
    assert there.page.text == shown


def test_the_file_of_the_last_page_opens_too() -> None:
    walker = new_walker().tell(examples.case_of(ILL))
    content = walker.phone.download("Keep your answers as a file")
    assert opened(content).page.h1 == CHECK


def test_the_file_can_be_pasted_where_no_file_can_be_sent() -> None:
    text = json.dumps(kept(told(ILL)))
    walker = new_walker()
    walker.phone.follow("I have a file with my answers")
    walker.phone.answer({"All the text": text})
    assert walker.page.h1 == CHECK
    assert "There are no answers" not in walker.page.text


def test_nobody_at_risk_is_offered_a_file() -> None:
    walker = told("not-safe-at-home")
    assert walker.page.h1 == CHECK
    assert KEEP not in walker.page.links


# What is in a file is never trusted.


def changed(**pages: Any) -> dict[str, Any]:
    """Return the file of an example with other answers on some pages."""
    file = kept(told(ILL))
    for key, values in pages.items():
        file["saved"]["pages"][key.replace("__", "/").replace("_", "-")] = values
    return file


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Choose the file first"),
        (b"{", "not valid JSON"),
        (b"\xff\xfe\x00PK\x03\x04", "not valid JSON"),
        (b"[1]", "JSON"),
        (b'{"a": 1, "a": 2}', "a"),
        (b"[" * 100_000, "deep"),
        (b'{"format": 1, "nation": "england"}', "earlier version"),
        (b'{"saved": {"version": %d, "pages": {}}}' % (VERSION + 1), "A newer version"),
        (b'{"saved": {"version": 0, "pages": {}}}', "no file with answers"),
        (b'{"saved": {"version": true, "pages": {}}}', "no answers in this file"),
        (b'{"saved": {"version": 1, "pages": []}}', "no file with answers"),
        (b'{"saved": {"version": 1, "pages": {"safe": {"others_see": "no"}}}}', "no answers in this file"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_in_a_sentence(content: bytes, words: str) -> None:
    phone = opened(content)
    assert phone.page.status == 400
    assert phone.page.h1 == "This file cannot be opened"
    assert words in phone.page.text


def test_a_file_that_is_far_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("challenge_letters.interview.saving.LONGEST_FILE", 1000)
    assert "far too long" in opened(b"{" * 1001).page.text


def test_a_refused_file_leaves_the_answers_that_are_there() -> None:
    walker = told(ILL, until="safe")
    before = walker.page.h1
    walker.phone.client.post("/open", data={"file": (BytesIO(b"{"), "answers.json")})
    assert walker.phone.get().h1 == before


@pytest.mark.parametrize(
    "values",
    [
        {"nation": "atlantis"},
        {"nation": ["england"]},
        {"nation": {"$": "__import__('os')"}},
        {},
        "england",
    ],
)
def test_an_answer_that_no_page_gives_is_asked_again(values: Any) -> None:
    claim = {"writer_kind": "claimant", "nation": "england", "benefit": "universal-credit"}
    told = {**claim, **values} if isinstance(values, dict) and values else values

    assert opened(changed(for_whom=told)).page.h1 == "Who is it for, and which benefit is it?"


def test_an_answer_that_could_make_no_letter_is_shown_and_checked_by_its_page() -> None:
    file = changed()
    file["saved"]["pages"]["name"]["national_insurance_number"] = "not one at all"
    phone = opened(file)
    for _ in range(60):
        if phone.page.errors:
            break
        phone.answer({})
    assert any("National Insurance" in error for error in phone.page.errors)


def test_a_decision_without_its_day_is_asked_for_it() -> None:
    file = changed()
    file["saved"]["pages"]["problems/0/decision-when"]["sent"] = ""
    assert opened(file).page.h1 == "What is the date of the decision, and how did it come?"


def test_signs_that_mean_something_elsewhere_mean_nothing() -> None:
    file = changed()
    words = "<script>alert(1)</script> ${ 1 / 0 } {{ 7*7 }} [FILE 1]"
    file["saved"]["pages"]["problems/0/own-words"]["account"] = words
    file["saved"]["pages"]["__class__"] = {"__init__": "x"}
    file["saved"]["pages"]["problems/99999/failure"] = {"failure_kind": "x"}
    phone = opened(file)
    assert phone.page.h1 == CHECK
    assert "<script>alert(1)</script> ${ 1 / 0 } {{ 7*7 }} [FILE 1]" in phone.page.text
