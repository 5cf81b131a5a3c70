"""Checks the folder of a centre: details, letterhead, own words, and what an upgrade changed under them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from challenge_letters.centre.details import Centre, UnreadableCentre, read_centre
from challenge_letters.centre.signing import signed_by
from challenge_letters.languages import worded
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.example_texts import WRITTEN_ON, cases_in
from challenge_letters.letters.filling import filled_template
from challenge_letters.letters.letterhead import letterhead_in, letterhead_problems
from challenge_letters.letters.own_words import FOLDER, changed_under, own_files
from challenge_letters.places import centre, examples
from challenge_letters.plan.planning import make_plan


def problems() -> tuple[str, ...]:
    """Return what is wrong with the folder of the centre, one sentence each; nothing without a centre."""
    folder = centre()
    return tuple(dict.fromkeys(_problems(folder))) if folder else ()


def in_order() -> str:
    """Return the sentence for when nothing is wrong; with a centre it says what its folder holds."""
    folder = centre()
    if folder is None:
        return worded("command-line.in-order")
    details = read_centre(folder)
    paper = "there" if letterhead_in(folder) is not None else "missing"
    return worded(
        "command-line.centre-in-order",
        name=details.name,
        advisers=", ".join(each.name for each in details.advisers) or worded("command-line.no-adviser"),
        letterhead=worded(f"command-line.letterhead-is.{paper}"),
        files=len(own_files(folder / FOLDER)),
    )


def problems_in_use() -> tuple[str, ...]:
    """Return why an example cannot be written with the centre's own words; nothing where it has none.

    A tag may be well formed and still name what no letter has: that shows when a letter is filled.
    """
    folder = centre()
    if folder is None or not own_files(folder / FOLDER):
        return ()
    try:
        _fill_the_examples(read_centre(folder))
    except LettersError as error:
        return (str(error),)
    return ()


def _fill_the_examples(details: Centre) -> None:
    """Fill every example letter, in the person's voice and an adviser's. Raises `LettersError`."""
    for _, case in cases_in(examples()):
        adviser = details.signing.name if details.signing else ""
        for voiced in (case, signed_by(case, details, on=WRITTEN_ON, adviser=adviser)):
            for letter in make_plan(voiced, on=WRITTEN_ON).letters:
                filled_template(letter, voiced, on=WRITTEN_ON)


def _problems(folder: Path) -> Iterator[str]:
    try:
        read_centre(folder)
    except UnreadableCentre as error:
        yield from error.mistakes
    try:
        yield from _of_paper(folder)
        yield from map(str, changed_under(folder))
    except LettersError as error:
        yield str(error)


def _of_paper(folder: Path) -> Iterator[str]:
    letterhead = letterhead_in(folder)
    if letterhead is not None:
        yield from letterhead_problems(letterhead)
        return
    for path in sorted(folder.iterdir()):
        if path.name.casefold().startswith("letterhead."):
            is_word_file = path.name.casefold().endswith(".docx")
            advice = worded(f"letters.letterhead.{'rename' if is_word_file else 'save-as'}")
            yield worded("letters.letterhead.other-name", name=path.name, advice=advice)
