"""Finds the sentences of a composed letter again in the finished one: each can then lead to its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from challenge_letters.letters.document_text import Block
from challenge_letters.letters.saying import SaidSentence

# A finished letter has the sentences in the order in which they were said; a few may not be printed.
AHEAD = 8


@dataclass(frozen=True)
class Piece:
    """Some words of a block: those of sentence number `sentence`, or -1 for what no sentence said."""

    text: str
    sentence: int = -1


class Tracing:
    """Cuts one letter, block after block in reading order, into its sentences and what is between them."""

    def __init__(self, sentences: Sequence[SaidSentence]) -> None:
        self._sentences = sentences
        self._next = 0

    def pieces(self, block: Block) -> Iterator[Piece]:
        """Yield the words of `block` in pieces: together they are all of its words."""
        text, done = "\n".join(block.lines), 0
        while found := self._first_in(text, done):
            start, number = found
            if start > done:
                yield Piece(text[done:start])
            done = start + len(self._sentences[number].text)
            yield Piece(text[start:done], number)
            self._next = number + 1
        if done < len(text):
            yield Piece(text[done:])

    def _first_in(self, text: str, start: int) -> tuple[int, int] | None:
        """Return where the first of the next sentences stands in `text`, and its number."""
        ahead = range(self._next, min(self._next + AHEAD, len(self._sentences)))
        places = ((_place(self._sentences[number].text, text, start), number) for number in ahead)
        return min(((place, number) for place, number in places if place >= 0), default=None)


def _place(words: str, text: str, start: int) -> int:
    """Return where `words` stand in `text`, also as a heading does: with a capital letter; -1 if nowhere."""
    if not words.strip():
        return -1
    found = text.find(words, start)
    return found if found >= 0 else text.find(words[:1].upper() + words[1:], start)
