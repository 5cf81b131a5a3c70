"""A centre to write letters for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from challenge_letters import places
from challenge_letters.letters import environment, sources, wordings

DETAILS = """
name = "Testtown Advice Centre"
address = ["2 Market Square", "Testtown", "TE1 1AA"]
phone = "01632 960 040"
reference = "TAC/{yy}/{number}"
letterhead_shows = ["name", "address"]
standard_enclosures = ["Form of authority"]

[[advisers]]
name = "Robin Adviser"
initials = "RA"
email = "robin@example.org"

[[advisers]]
name = "Lee Counsel"
initials = "LC"
"""
REMEMBERED = (sources.members, sources.source, environment.environment, wordings.wordings)


def forget() -> None:
    """Forget what was read: a process serves one centre, a test several."""
    for remembered in REMEMBERED:
        remembered.cache_clear()


@pytest.fixture
def centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a centre, whose letters are written while the test runs."""
    folder = tmp_path / "centre"
    (folder / "letter_templates").mkdir(parents=True)
    (folder / "centre.toml").write_text(DETAILS, encoding="utf-8")
    monkeypatch.setenv(places.CENTRE, str(folder))
    forget()
    yield folder
    forget()


@pytest.fixture
def again() -> Callable[[], None]:
    """Return what makes the program read templates anew."""
    return forget
