"""Reads all our Word files for `compiled`: called when the wheel is built (hatch_build.py)."""

from __future__ import annotations

from collections.abc import Iterator

from challenge_letters.letters.compiled import generated, told
from challenge_letters.letters.environment import environment
from challenge_letters.letters.sources import (
    filled_members,
    is_included,
    members,
    source,
    template_files,
    tidied,
)
from challenge_letters.letters.wordings import files, read_rows, rows_in, source_of_cell
from challenge_letters.places import letter_templates


def compiled_text() -> str:
    """Return what our templates and tables of wordings say, as the wheel carries it."""
    top = letter_templates()
    rows = {
        path.read_bytes(): [
            (row.name, row.cells) for row in read_rows(path, path.relative_to(top).as_posix())
        ]
        for path in files(top)
    }
    sources = {
        members(file)[member]: tidied(file, member)
        for file in template_files()
        for member in filled_members(file)
    }
    return told(rows, sources)


def generated_code() -> bytes:
    """Return the Python that our templates and wordings become, as the wheel carries it."""

    def generate(text: str, name: str | None) -> str:
        made: str = environment().compile(text, name, name, raw=True)
        return made

    return generated(_templates(), generate)


def _templates() -> Iterator[tuple[str, str | None]]:
    """Yield the source of each template as the engine is given it, and its name; a cell has none."""
    for file in template_files():
        names = [file] if is_included(file) else [f"{file}/{member}" for member in filled_members(file)]
        yield from ((source(name), name) for name in names)
    for row in rows_in(letter_templates()).values():
        yield from ((source_of_cell(cell), None) for cell in row.cells if "{" in cell)
