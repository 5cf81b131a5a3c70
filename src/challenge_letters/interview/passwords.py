"""Notices a password that somebody may have typed, so that it is taken out before a letter carries it."""

from __future__ import annotations

import re

from challenge_letters.interview.texts import page_texts

TYPED = re.compile(
    r"\b(?P<name>pass[ -]?(?:word|code)|log[ -]?in|user[ -]?name|pin)s?\b"
    r"(?:[ \t]+(?:is|was)\b:?|[ \t]*[:=]\s*)[ \t]*"
    r"(?P<quote>[\"'“‘]?)(?P<word>[^\s\"“”]+)(?P<more>[ \t]+\w)?",
    re.IGNORECASE,
)
DATE_OR_TIME = re.compile(r"\d+([/.:-]\d+)+")
SIGNS = frozenset("0123456789@#$%&*_^+=~!?")
AROUND = ".,;:!?()'‘’"
LEAST = 4


def holds_a_password(text: str) -> bool:
    """Say whether `text` seems to name a password or log-in: "password is X", "log-in: X"."""
    return any(_looks_typed(found) for found in TYPED.finditer(text))


def _looks_typed(found: re.Match[str]) -> bool:
    word = found["word"].strip(AROUND)
    is_everyday = word.casefold() in page_texts()["not_a_password"] or word.endswith("ed")
    if len(word) < LEAST or is_everyday or DATE_OR_TIME.fullmatch(word):
        return False
    if SIGNS & set(word) or (any(char.isupper() for char in word[1:]) and not word.isupper()):
        return True
    # A plain word counts only where nothing follows it: "password is a secret" says no password.
    return found["name"].lower().startswith("pass") and (bool(found["quote"]) or not found["more"])
