"""A file with answers that is locked with six words: nobody reads it without them, and they open it again."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import pytest

from challenge_letters.interview.locking import (
    LONGEST_LOCKED,
    WORDS,
    StaysLocked,
    is_locked,
    lock_words,
    locked,
    new_words,
    unlocked,
)
from tests.interview.phones import app, new_walker
from tests.interview.test_keeping import ILL, KEEP, kept, told
from tests.interview.walker import CHECK
from tests.phone import Phone

SIX = "maple river candle otter mint harbour"
LOCK = re.compile("^Lock the file first")
GET_LOCKED = "Download my answers as a locked file"


def opened(content: bytes, words: str) -> Phone:
    phone = Phone(app().test_client())
    data = {"file": (BytesIO(content), "answers.json"), "words": words}
    phone._show(phone.client.post("/open", data=data), "/open")
    return phone


def test_somebody_locks_the_file_and_opens_it_elsewhere_with_the_words() -> None:
    walker = told(ILL)
    shown = walker.page.text
    walker.phone.follow(KEEP)
    walker.phone.follow(LOCK)
    words = walker.page.soup.select_one(".deadline").get_text(strip=True)
    content = walker.phone.download(GET_LOCKED)
    assert b"migraine" not in content
    assert words.encode() not in content
    there = opened(content, f"  {words.upper().replace(' ', ', ')} ")
    assert there.page.h1 == CHECK
    assert there.page.text == shown


def test_the_words_stay_the_same_while_the_page_is_looked_at_again() -> None:
    walker = told(ILL)
    walker.phone.follow(KEEP)
    walker.phone.follow(LOCK)
    words = walker.page.soup.select_one(".deadline").get_text(strip=True)
    walker.phone.get()
    assert walker.page.soup.select_one(".deadline").get_text(strip=True) == words
    assert len(words.split()) == WORDS
    assert set(words.split()) <= set(lock_words())


@pytest.mark.parametrize("words", ["", "maple river candle otter mint", f"{SIX} {SIX}", "1234"])
def test_other_words_do_not_open_it_and_leave_what_is_there(words: str) -> None:
    content = locked(json.dumps(kept(told(ILL))).encode(), SIX)
    phone = opened(content, words)
    assert phone.page.status == 400
    assert "words" in phone.page.text
    assert "migraine" not in phone.page.text


def test_a_locked_file_can_be_pasted_with_its_words() -> None:
    content = locked(json.dumps(kept(told(ILL))).encode(), SIX).decode()
    walker = new_walker()
    walker.phone.follow("I have a file with my answers")
    walker.phone.answer({"All the text": content, "six words": "maple"})
    assert walker.page.errors
    walker.phone.answer({"All the text": content, "six words": SIX})
    assert walker.page.h1 == CHECK


def test_what_is_in_a_locked_file_is_checked_like_any_other() -> None:
    phone = opened(locked(b'{"saved": {"version": 99, "pages": {}}}', SIX), SIX)
    assert phone.page.status == 400
    assert "A newer version" in phone.page.text


def _with(**changed: Any) -> bytes:
    made = json.loads(locked(b"{}", SIX))
    made["locked"].update(changed)
    return json.dumps(made).encode()


@pytest.mark.parametrize(
    "content",
    [
        _with(version=2),
        _with(salt=""),
        _with(salt=7),
        _with(salt="A" * 4000),
        _with(box=None),
        _with(box="é"),
        _with(box="gAAAA"),
        b'{"locked": []}',
        b'{"locked": {}}',
    ],
    # The salt is another each time: two processes have to give a case the same name.
    ids=["newer", "no-salt", "number", "long-salt", "no-box", "no-token", "cut-token", "list", "nothing"],
)
def test_a_file_that_was_tampered_with_is_refused_in_a_sentence(content: bytes) -> None:
    phone = opened(content, SIX)
    assert phone.page.status == 400
    assert phone.page.h1 == "This file cannot be opened"


def test_the_same_answers_are_never_locked_alike() -> None:
    assert locked(b"{}", SIX) != locked(b"{}", SIX)
    assert unlocked(locked(b"{}", SIX).decode(), SIX) == "{}"


def test_what_is_not_locked_stays_as_it_is() -> None:
    assert unlocked('{"a": 1}', "") == '{"a": 1}'
    assert not is_locked("x" * (LONGEST_LOCKED + 1))
    with pytest.raises(StaysLocked):
        unlocked(locked(b"{}", SIX).decode(), "")


def test_words_are_many_short_and_unlike() -> None:
    assert len(set(lock_words())) >= 512
    assert all(re.fullmatch("[a-z]{2,10}", word) for word in lock_words())
    assert new_words() != new_words()


def test_nobody_at_risk_is_offered_a_locked_file() -> None:
    assert KEEP not in told("not-safe-at-home").page.links
