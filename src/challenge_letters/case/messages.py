"""Messages to people about their answers, by id, and what they may quote from a file."""

from __future__ import annotations

from challenge_letters.case.cleaning import cleaned
from challenge_letters.languages import worded

LONGEST_VALUE = 80


def message(message_id: str, **values: object) -> str:
    """Return the message `message_id` with `values` filled in. Raises `KeyError` for an unknown id.

    A text among `values` may come from a file: it is cut to a length that can be read, and what cannot be
    shown is left out.
    """
    return worded(f"case.{message_id}", **{name: _brief(value) for name, value in values.items()})


def quoted(text: str) -> str:
    """Return `text`, which comes from a file, as a sentence may name it."""
    shown = " ".join(cleaned(text[: 2 * LONGEST_VALUE]).split())
    return shown if len(shown) <= LONGEST_VALUE else f"{shown[:LONGEST_VALUE]}…"


def _brief(value: object) -> object:
    return quoted(value) if isinstance(value, str) else value
