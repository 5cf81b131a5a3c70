"""The test interview on a server of its own, and a phone to walk it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from tests.phone import Phone

INTERVIEWS = Path(__file__).parent / "interviews"
WORDS = "I was ill that day."

# What somebody answers on each page of the test interview, in order, up to the check page.
ANSWERS: tuple[tuple[str, Any], ...] = (
    ("Welcome to the test", {}),
    ("What has happened?", "I have been sanctioned"),
    ("On the day", {"When was it?": date(2027, 3, 14), "How many": "2", "nickname": "Jo"}),
    ("Is it safe to write to you?", "Yes"),
    ("Which kind of letter?", "Short"),
    ("Choose one", "First reason"),
    ("Your reasons", {"Tick all": ["I was ill"], "Is it urgent?": "No"}),
    ("Do you know the amount?", "No"),
    ("The decision", {}),
    ("Is there anyone to add?", "Yes"),
    ("Person 1", {"Name": "Ann", "Told them?": "Yes"}),
    ("Anybody else?", "Yes"),
    ("Person 2", {"Name": "Bob", "Told them?": "No"}),
    ("Anybody else?", "Yes"),
    ("Person 3", {"Name": "Cat", "Told them?": "No"}),
    ("Anybody else?", "No"),
    ("The office", {"Office name": "Leeds"}),
    ("In your own words", WORDS),
)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings for the test interview."""
    state = tmp_path_factory.mktemp("state")
    return Settings(state_dir=state, interviews_dir=INTERVIEWS, interview="everything.yml")


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """The application, shared: each visitor has a session of their own."""
    return create_app(settings)


@pytest.fixture
def phone(app: Flask) -> Phone:
    """A visitor who has not begun."""
    return Phone(app.test_client())


@pytest.fixture
def small_app(settings: Settings, tmp_path: Path) -> Callable[[str], Flask]:
    """Make an application for an interview given as YAML."""

    def make(yaml: str, **changes: Any) -> Flask:
        folder = tmp_path / "interviews"
        folder.mkdir(exist_ok=True)
        (folder / "small.yml").write_text(yaml, encoding="utf-8")
        own = {"interviews_dir": folder, "interview": "small.yml", "state_dir": tmp_path / "state"}
        return create_app(replace(settings, **(own | changes)))

    return make


def walk(phone: Phone, *, until: str = "Check your answers", **other: Any) -> Phone:
    """Answer the pages up to the one headed `until`; `other` answers go in by the first word of the page."""
    phone.begin()
    for heading, answer in ANSWERS:
        if phone.page.h1 == until:
            return phone
        assert phone.page.h1 == heading
        phone.answer(other.get(heading.split()[0].lower(), answer))
    assert phone.page.h1 == until
    return phone
