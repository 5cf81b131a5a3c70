"""Functions the test interview calls, standing in for the interview room's own."""

from __future__ import annotations

import io
import zipfile

__all__ = ["computed_choices", "no_shouting", "not_too_many", "shown", "word_bytes"]


def not_too_many(number: int) -> bool:
    """Refuse more than ten."""
    if number > 10:
        raise ValueError("That is more than ten. Write a smaller number.")
    return True


def no_shouting(name: str) -> bool:
    """Refuse a name in capitals."""
    if name and name.isupper():
        raise ValueError("Write the nickname in small letters.")
    return True


def computed_choices() -> list[dict[str, str]]:
    """Return choices as `code:` gives them."""
    return [{"one": "Number one"}, {"two": "Number two"}]


def shown(text: str) -> str:
    """Return `text` with everything that HTML or Markdown could read written as entities."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in str(text))


def word_bytes(words: str) -> bytes:
    """Return a small zip file that holds `words`."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", words)
    return held.getvalue()
