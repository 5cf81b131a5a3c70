"""Checks the folder of a centre: details, letterhead, and what an upgrade changed under its own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from challenge_letters.centre.details import UnreadableCentre, read_centre
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.letterhead import letterhead_in, letterhead_problems
from challenge_letters.letters.own_words import changed_under
from challenge_letters.places import centre


def problems() -> tuple[str, ...]:
    """Return what is wrong with the folder of the centre, one sentence each; nothing without a centre."""
    folder = centre()
    return tuple(_problems(folder)) if folder else ()


def _problems(folder: Path) -> Iterator[str]:
    try:
        read_centre(folder)
    except UnreadableCentre as error:
        yield from error.mistakes
    try:
        letterhead = letterhead_in(folder)
        yield from letterhead_problems(letterhead) if letterhead is not None else ()
        yield from map(str, changed_under(folder))
    except LettersError as error:
        yield str(error)
