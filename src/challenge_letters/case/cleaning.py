"""Cleans what a person typed, once, without changing a word of it.

Line ends become `\\n`; characters that no Word file or page can hold are dropped (control characters, lone
surrogates, the marks that reverse the direction of text); the rest is put into Unicode's composed form.
"""

from __future__ import annotations

import re
import unicodedata

# Only these may stand in a Word file, and the overrides, which disguise their neighbours, may not.
LINES_AND_TABS = "\\n\\t"
PRINTABLE = "\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
DIRECTION_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
DROPPED = re.compile(f"[^{LINES_AND_TABS}{PRINTABLE}]|[{DIRECTION_OVERRIDES}]")


def cleaned(text: str) -> str:
    """Return `text` as it may be stored and printed."""
    return unicodedata.normalize("NFC", printable(text))


def printable(text: str) -> str:
    """Return `text` with one kind of line end, and without what no Word file or page can hold."""
    if text.isascii() and text.isprintable():
        return text
    return DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def has_words(text: str) -> bool:
    """Say whether `text` holds anything but white space."""
    return bool(text.strip())
