"""Cleans what a person typed, once, without changing a word of it.

Line ends become `\\n`; characters that no Word file or page can hold are dropped (control characters, lone
surrogates, the marks that reverse the direction of text); the rest is put into Unicode's composed form.
"""

from __future__ import annotations

import unicodedata

KEPT_CONTROLS = frozenset("\n\t")
DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str) -> str:
    """Return `text` as it may be stored and printed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", "".join(char for char in lines if is_printable_in_xml(char)))


def is_printable_in_xml(char: str) -> bool:
    """Say whether the single character `char` may stand in a Word file and cannot disguise its neighbours."""
    if char in KEPT_CONTROLS:
        return True
    if char in DIRECTION_OVERRIDES:
        return False
    code = ord(char)
    return 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def has_words(text: str) -> bool:
    """Say whether `text` holds anything but white space."""
    return bool(text.strip())
