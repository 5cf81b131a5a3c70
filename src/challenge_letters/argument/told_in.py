"""Whether a text that was typed in one box is told in another, sentence by sentence."""

from __future__ import annotations

from challenge_letters.argument.same_event import Comparing, is_within
from challenge_letters.argument.typed import split


def is_told_in(words: str, text: str) -> bool:
    """Whether `text` has all of `words`: word for word, or each of their sentences in one of its own."""
    if not words or not text:
        return False
    comparing, others = Comparing(), split(text)
    own = split(words)
    return is_within(words, text) or all(any(comparing.says(one, each) for one in others) for each in own)
