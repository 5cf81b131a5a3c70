"""An example of an answer, as whoever answers would write it.

The person writes "I woke at five". An adviser, and an appointee, write the same of somebody else, as it
should stand in their letter: "Ms Sample woke at five".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FIRST_PERSON = re.compile(r"\b(I|me|my|My|our|Our|we|We)\b( [a-z]+\b)?")
# What goes on otherwise after a name. Every other verb of the examples is of the past, or stays: "cannot".
VERBS = {"am": "is", "have": "has", "do": "does", "use": "uses", "need": "needs", "take": "takes"}


@dataclass(frozen=True)
class Somebody:
    """What an example calls the person: first, and afterwards."""

    name: str
    they: str
    them: str
    their: str


MS_SAMPLE = Somebody("Ms Sample", "she", "her", "her")
SAM = Somebody("Sam", "he", "him", "his")
TOLD_OF: Mapping[str, Somebody] = {"adviser": MS_SAMPLE, "appointee": SAM}


def as_told_of(example: str, somebody: Somebody) -> str:
    """Return `example`, written with "I", about `somebody`; unchanged where it says nothing of its writer."""
    named = False

    def instead(found: re.Match[str]) -> str:
        nonlocal named
        word, rest = found.group(1), found.group(2) or ""
        opens = found.start() == 0 or example[: found.start()].endswith((". ", "? ", "“"))
        said = _word(word.lower(), somebody, is_named=named)
        named = True
        verb = VERBS.get(rest.strip(), rest.strip()) if word in ("I", "we", "We") else rest.strip()
        return " ".join(filter(None, (said[:1].upper() + said[1:] if opens else said, verb)))

    return FIRST_PERSON.sub(instead, example)


def _word(word: str, somebody: Somebody, *, is_named: bool) -> str:
    if word in ("i", "we"):
        return somebody.they if is_named else somebody.name
    if word == "me":
        return somebody.them if is_named else somebody.name
    return somebody.their if is_named else f"{somebody.name}'s"
