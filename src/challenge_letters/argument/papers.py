"""The papers that go with a letter, each named once: a person types one paper twice, in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
# Words that two names of one paper may have or not: "my top-up history, nothing from 25 September".
LITTLE = frozenset(re.findall(r"\w+", "a an the my our of from to for in on at by and with"))
A_SCREEN = r"\b(?:screen ?shots?|pictures?|photos?|prints?)\b.*\b(?:journal|to-do|account|messages?)\b"
CALLS = r"\bcall (?:log|list|history|record)s?\b|\b(?:log|list) of (?:my )?calls\b"
MEDICAL = r"\b(?:fit|sick) notes?\b|\b(?:letter|note)s? from (?:the |my )?(?:doctor|GP|hospital|111)\b"
BY_TEXT = r"\btexts?\b.*\b(?:school|nursery)\b|\b(?:school|nursery)\b.*\btexts?\b"
# Names that the list of papers offers, and how somebody names the same paper who types what it is.
NAMED_BY = {
    name: re.compile(typed, re.IGNORECASE)
    for name, typed in {
        "note from the person who helps me": r"^(?:a )?note (?:from|by) ",
        "screenshot from my online account": A_SCREEN,
        "screenshot of my journal": A_SCREEN,
        "list of calls from my phone": CALLS,
        "medical note": MEDICAL,
        "page about the delay of the journey": r"\bpages?\b.*\b(?:bus|train|tram|ferry|delay)\b",
        "text message about the child": BY_TEXT,
    }.items()
}


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
    return is_within or _is_named_by(one, other) or _is_named_by(other, one)


def _is_named_by(general: str, title: str) -> bool:
    """Whether `general` is a name of ours for the paper that somebody typed as `title`."""
    named = NAMED_BY.get(general.casefold())
    return named is not None and title.casefold() not in NAMED_BY and bool(named.search(title))


def _is_fuller(title: str, other: str) -> bool:
    """Whether `title` says more than `other` of the same paper: what is typed more than a name of ours."""
    if (title.casefold() in NAMED_BY) != (other.casefold() in NAMED_BY):
        return other.casefold() in NAMED_BY
    return len(_words(title)) > len(_words(other))


def _words(title: str) -> tuple[str, ...]:
    """Return the words of `title` that tell it from others; all of it where there are none."""
    words = WORD.findall(title.casefold())
    return tuple(word for word in words if word not in LITTLE) or (title.casefold(),)
