"""Writes the plain text of every example letter into tests/letters/golden (run it, then read the diff)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.examples import AS_AT, ExampleLetter, letters
from tests.letters import sheets

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text

FOLDER = Path(__file__).parent / "golden"


def text_of(letter: ExampleLetter) -> str:
    """Return the plain text of `letter`, as a person would read it."""
    return plain_text(fill(letter.letter, letter.case, on=AS_AT)) + "\n"


def path_of(letter: ExampleLetter) -> Path:
    """Return where the golden text of `letter` is kept."""
    return FOLDER / f"{letter.name}.txt"


def write_all() -> None:
    """Write every golden text anew and remove those of letters that are no longer written."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {path_of(letter): text_of(letter) for letter in letters()}
    for path in set(FOLDER.glob("*.txt")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all()
    sheets.write_all()
