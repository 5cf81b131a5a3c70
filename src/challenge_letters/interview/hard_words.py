"""Notices words that somebody in danger may have typed, so that one page with help can follow the box.

It blocks nothing, stores nothing, counts nothing and tells nobody.
"""

from __future__ import annotations

import re
from functools import cache

from challenge_letters.interview.texts import page_texts

# The page that follows words of each sort: a life in danger, or no food, heat or medicine.
PAGE_AFTER = {"life": "help-now", "essentials": "need-now"}


def sounds_like(sort: str, text: str) -> bool:
    """Say whether `text` holds one of the catalogue's words of that `sort`, whatever its case and spacing."""
    plain = re.sub(r"\s+", " ", text.casefold().replace("’", "'"))
    return bool(_any_of(sort).search(plain))


@cache
def _any_of(sort: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in page_texts()["hard_words"][sort])
    return re.compile(rf"\b(?:{words})\b")
