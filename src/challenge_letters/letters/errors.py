"""The errors of this room: each carries one plain sentence that can be shown as it is."""
# ruff: noqa: N818 - the names say what is wrong; "Error" would add nothing a reader needs.

from __future__ import annotations

LONGEST = 600
KEPT_AT_END = 120


class LettersError(ValueError):
    """A letter that cannot be made, read or kept; its text is one plain sentence."""


class TemplateMistake(LettersError):
    """A Word template that cannot be used as it stands: the sentence says which, where and why.

    What a parser quotes of a broken file can be pages long: of a long sentence the beginning, which names the
    file, and the end, which names the line, are kept.
    """

    def __init__(self, sentence: str) -> None:
        is_long = len(sentence) > LONGEST
        super().__init__(
            f"{sentence[: LONGEST - KEPT_AT_END]} … {sentence[-KEPT_AT_END:]}" if is_long else sentence
        )


class LetterExists(LettersError):
    """A letter that would take the place of another file of the same name."""
