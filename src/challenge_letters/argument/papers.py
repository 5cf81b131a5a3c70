"""The papers that go with a letter, each named once: a person types one paper twice, in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
# Words that two names of one paper may have or not: "my top-up history, nothing from 25 September".
LITTLE = frozenset(re.findall(r"\w+", "a an the my our of from to for in on at by and with"))
# The name that the list of papers offers, and how somebody begins who says whose note it is.
A_HELPERS_NOTE = "note from the person who helps me"
SOMEBODYS_NOTE = re.compile(r"(?:a )?note (?:from|by) ", re.IGNORECASE)


def each_once(titles: Iterable[str]) -> tuple[str, ...]:
    """Return `titles` without those that name a paper again: of two names the longer one stays."""
    kept: list[str] = []
    for title in (each for each in titles if each):
        same = next((place for place, other in enumerate(kept) if _is_same(title, other)), None)
        if same is None:
            kept.append(title)
        elif _is_fuller(title, kept[same]):
            kept[same] = title
    return tuple(kept)


def _is_same(one: str, other: str) -> bool:
    """Whether both name one paper: with the same words, or one within the other."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    last = len(longer) - len(shorter)
    is_within = any(longer[at : at + len(shorter)] == shorter for at in range(last + 1))
    return is_within or _is_helpers_note(one, other) or _is_helpers_note(other, one)


def _is_helpers_note(general: str, named: str) -> bool:
    return general.casefold() == A_HELPERS_NOTE and bool(SOMEBODYS_NOTE.match(named))


def _is_fuller(title: str, other: str) -> bool:
    """Whether `title` says more than `other` of the same paper."""
    if A_HELPERS_NOTE in (title.casefold(), other.casefold()):
        return other.casefold() == A_HELPERS_NOTE
    return len(_words(title)) > len(_words(other))


def _words(title: str) -> tuple[str, ...]:
    """Return the words of `title` that tell it from others; all of it where there are none."""
    words = WORD.findall(title.casefold())
    return tuple(word for word in words if word not in LITTLE) or (title.casefold(),)
