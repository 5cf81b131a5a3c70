"""A made-up language, one folder and no code: every question in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from challenge_letters import languages
from challenge_letters.languages.questions import XLIFF, questions_in, xliff
from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from challenge_letters.web.translating import NO_TEXT, OF_ALL_PAGES, question_texts, to_translate
from tests.phone import Phone

texts_of_questions = cache(question_texts)
CONTROL = re.compile(r"^\s*(%|<%)", re.MULTILINE)


def in_brackets(text: str) -> str:
    """Return `text` in brackets; they stand on lines of their own where lines of Mako must not be touched."""
    return f"[\n{text.rstrip()}\n]" if CONTROL.search(text) else f"[{text.rstrip()}]"


@pytest.fixture
def bracketed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the made-up language, which is the one chosen."""
    folder = tmp_path / "xx"
    folder.mkdir()
    whole = {
        page: [{"english": text, "words": in_brackets(text)} for text in texts]
        for page, texts in texts_of_questions().items()
    }
    (folder / "interview.yaml").write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
    monkeypatch.setenv(languages.LANGUAGE, str(folder))
    languages.folder.cache_clear()
    yield folder
    monkeypatch.undo()
    languages.folder.cache_clear()


def test_the_pages_ask_in_it(bracketed: Path, tmp_path: Path) -> None:
    phone = Phone(create_app(replace(Settings(), state_dir=tmp_path / "state")).test_client())
    phone.begin()
    assert phone.page.h1 == "[ What has happened? ]"
    assert phone.page.soup.html["lang"] == "xx"
    phone.press("Continue")
    assert phone.page.errors[0].startswith("[Choose one answer.]")
    phone.answer("I am not sure which")
    assert phone.page.h1.startswith("[")


def test_what_is_asked_of_a_translator_is_what_is_said(bracketed: Path) -> None:
    held = yaml.safe_load(to_translate())
    assert all(text["words"] == in_brackets(text["english"]) for texts in held.values() for text in texts)
    assert "Please answer this." in {text["english"] for text in held[OF_ALL_PAGES]}


def test_both_hosts_read_it_as_the_file_that_the_interview_names(bracketed: Path) -> None:
    written = xliff().decode("utf-8")
    assert 'source-language="en" target-language="xx"' in written
    assert written.count("<trans-unit") == len(list(questions_in(bracketed))) > 900


def test_what_has_no_words_is_asked_in_english(bracketed: Path, tmp_path: Path) -> None:
    only = {"what-happened": [{"english": "Who is it for?\n", "words": ""}]}
    (bracketed / "interview.yaml").write_text(yaml.safe_dump(only), encoding="utf-8")
    phone = Phone(create_app(replace(Settings(), state_dir=tmp_path / "state")).test_client())
    phone.begin()
    assert phone.page.h1 == "What has happened?"


def test_names_that_are_stored_are_not_for_translating() -> None:
    assert not [text for texts in texts_of_questions().values() for text in texts if NO_TEXT.fullmatch(text)]


def test_english_alone_is_a_file_without_words() -> None:
    assert "<trans-unit" not in xliff().decode("utf-8")
    assert XLIFF == "questions.xlf"
