"""The few words a person calls their reason by, as they stand in sentences of ours, in whoever's letter."""

from __future__ import annotations

import re

from challenge_letters.argument.voice import Voice
from challenge_letters.case.naming import bare_name, is_name

MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
THEIRS = re.compile(r"\A(?:his|her|their)\b", re.IGNORECASE)
OF_ONESELF = re.compile(r"\b(?:i|me|we|us|mine|ours|myself|ourselves)\b", re.IGNORECASE)
# "No licence kept me from applying" says the contrary of what is meant.
NO = re.compile(r"\Ano (?!longer\b|more\b)", re.IGNORECASE)
ARTICLE = re.compile(r"an? ", re.IGNORECASE)


def name_in(voice: Voice, called: str, *, is_typed_by_adviser: bool) -> str:
    """Return what a reason is `called`, for inside a sentence; "" where those words fit no sentence of ours.

    "my" is "their" in an adviser's letter, and "her" is "my" where the client signs what the adviser typed.
    """
    name = NO.sub("having no ", bare_name(called), count=1)
    if not is_name(called):
        return ""
    if voice.is_adviser:
        return "" if OF_ONESELF.search(name) else MINE.sub("their", name)
    return THEIRS.sub("my", name) if is_typed_by_adviser and voice.is_own else name


def known(name: str) -> str:
    """Return `name` as of something told of before: "a migraine" is then "the migraine"."""
    return ARTICLE.sub("the ", name, count=1) if ARTICLE.match(name) else name
