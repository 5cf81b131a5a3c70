"""Notices words that somebody in danger may have typed, so that one page with help lines can follow the box.

It blocks nothing, stores nothing and tells nobody.
"""

from __future__ import annotations

import re

from challenge_letters.interview.texts import catalogue


def sounds_very_hard(text: str) -> bool:
    """Say whether `text` holds one of the catalogue's words, whatever its case and spacing."""
    plain = re.sub(r"\s+", " ", text.casefold().replace("’", "'"))
    return any(re.search(rf"\b{re.escape(word)}\b", plain) for word in catalogue()["hard_words"])
