"""A letter as text for the journal: under the title staff look for, in messages that lose nothing."""

from __future__ import annotations

import re
from itertools import pairwise

from challenge_letters.letter_kinds.kinds import KINDS, LetterKind
from challenge_letters.letters.document_text import BY_HAND, Block, blocks
from challenge_letters.letters.plain_text import joined

LIMIT = 3000
MARK = "{number} of {count}\n\n"
PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
SENTENCE_END = re.compile(r"(?<=[.!?”])\s+|\n")


def journal_text(docx: bytes, kind: LetterKind) -> str:
    """Return the Word file `docx` as text for the journal, its subject as the first line.

    Addresses, references and lines to be filled in by hand belong on paper: in the account staff see whose
    journal it is. Raises `LettersError` if `docx` is not a Word file.
    """
    body = [block for block in blocks(docx) if block.kind not in ("header", "footer")]
    start = next((place for place, block in enumerate(body) if block.level == 1), 0)
    subject, *said = body[start:]
    kept = [block for block in said if block.kind == "quote" or BY_HAND not in block.text]
    return joined([Block("heading", (_title(subject.text, kind),)), *kept]) + "\n"


def _title(subject: str, kind: LetterKind) -> str:
    """Return the first line: the words staff look for, then what follows the colon in the subject.

    Without these words a request can be filed as a complaint or a change of circumstances.
    """
    title = KINDS[kind].journal_title
    _, colon, about = subject.partition(": ")
    return f"{title}, {about.removeprefix('your ')}" if title and colon else subject


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
