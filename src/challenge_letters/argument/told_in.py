"""Whether a text that was typed in one box is told in another, sentence by sentence."""

from __future__ import annotations

from challenge_letters.argument.same_event import is_within, says
from challenge_letters.argument.typed import split


def is_told_in(words: str, text: str) -> bool:
    """Whether `text` has all of `words`: word for word, or each of their sentences in one of its own."""
    if not words or not text:
        return False
    own, others = split(words), split(text)
    return is_within(words, text) or all(any(says(one, each) for one in others) for each in own)
