"""Begins the folder of a centre: its details to fill in, and a page that says what else may lie there."""

from __future__ import annotations

from pathlib import Path

from challenge_letters.centre.details import FILE
from challenge_letters.languages import worded


class FolderInUse(ValueError):  # noqa: N818 - the name says what is wrong
    """A folder that holds a centre already; the text is a sentence."""


def start_centre(folder: Path) -> tuple[Path, ...]:
    """Make the folder of a centre at `folder` and return the files made. Raises `FolderInUse`, `OSError`."""
    made = {
        folder / FILE: worded("centre.starting.details"),
        folder / "README.txt": worded("centre.starting.about"),
    }
    if any(path.exists() for path in made):
        raise FolderInUse(worded("centre.starting.in-use", folder=folder))
    (folder / "letter_templates").mkdir(parents=True, exist_ok=True)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return tuple(made)
