"""The errors of this room: each carries one plain sentence that can be shown as it is."""
# ruff: noqa: N818 - the names say what is wrong; "Error" would add nothing a reader needs.

from __future__ import annotations


class LettersError(ValueError):
    """A letter that cannot be made, read or kept; its text is one plain sentence."""


class TemplateMistake(LettersError):
    """A Word template that cannot be used as it stands: the sentence says which, where and why."""


class LetterExists(LettersError):
    """A letter that would take the place of another file of the same name."""
