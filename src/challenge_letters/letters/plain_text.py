"""A letter as plain text: for the journal, for reading aloud, and for comparing one letter with another."""

from __future__ import annotations

from collections.abc import Iterable

from challenge_letters.letters.document_text import Block, blocks


def plain_text(docx: bytes) -> str:
    """Return the Word file `docx` as plain text, an empty line between paragraphs, a newline at the end.

    Raises `LettersError` if `docx` is not a Word file.
    """
    return joined(blocks(docx)) + "\n"


def joined(parts: Iterable[Block]) -> str:
    """Return `parts` under each other; those that follow closely without an empty line between."""
    text = ""
    for block in parts:
        gap = "" if not text else "\n" if block.follows_closely else "\n\n"
        text += gap + block.text
    return text
