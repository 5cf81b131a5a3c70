"""Splits a letter into messages short enough for the journal, losing nothing of it."""

from __future__ import annotations

import re
from itertools import pairwise

LIMIT = 3000
MARK = "{number} of {count}\n\n"
PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
SENTENCE_END = re.compile(r"(?<=[.!?”])\s+|\n")


def journal_parts(text: str, *, limit: int = LIMIT) -> tuple[str, ...]:
    """Return `text` in messages of at most `limit` characters, each beginning "1 of 3" if there are several.

    It is split between paragraphs; only a paragraph too long for one message is split inside, between
    sentences, else words. Nothing is cut.
    """
    whole = text.strip("\n")
    if len(whole) <= limit:
        return (whole,)
    room = limit - len(MARK.format(number=999, count=999))
    parts = _gathered(_pieces(whole, room), room)
    return tuple(MARK.format(number=at, count=len(parts)) + part for at, part in enumerate(parts, 1))


def _gathered(pieces: list[str], room: int) -> list[str]:
    """Put `pieces` (which keep the space after them) together into as few messages as they fit."""
    parts = [""]
    for piece in pieces:
        if parts[-1] and len((parts[-1] + piece).rstrip()) > room:
            parts.append("")
        parts[-1] += piece
    return [part.rstrip() for part in parts]


def _pieces(text: str, room: int) -> list[str]:
    pieces: list[str] = []
    for paragraph in _kept(PARAGRAPH_END, text):
        pieces += [paragraph] if len(paragraph.rstrip()) <= room else _inside(paragraph, room)
    return pieces


def _inside(paragraph: str, room: int) -> list[str]:
    pieces: list[str] = []
    for sentence in _kept(SENTENCE_END, paragraph):
        pieces += [sentence] if len(sentence.rstrip()) <= room else _words(sentence, room)
    return pieces


def _words(sentence: str, room: int) -> list[str]:
    """Return `sentence` word by word; a single word too long for a message in stretches of it."""
    pieces: list[str] = []
    for word in _kept(re.compile(r"\s+"), sentence):
        pieces += [word[at : at + room] for at in range(0, len(word), room)]
    return pieces


def _kept(end: re.Pattern[str], text: str) -> list[str]:
    """Split `text` at each `end`, keeping what was matched with the piece before it."""
    cuts = [0, *(match.end() for match in end.finditer(text)), len(text)]
    return [text[start:stop] for start, stop in pairwise(cuts) if start < stop]
