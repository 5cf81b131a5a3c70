"""What can be counted in a letter: words told twice, sentences without a verb, labels, requests, length of sentences.

The letters of every combination say the same sentences over and over: each is counted once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from challenge_letters.argument.typed import VERB

LAW = re.compile(r" \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
PROVISION = re.compile(r"Act|Regulations|regulation|section|Order|Article|UKUT|paragraph|Schedule")
WORD = re.compile(r"[A-Za-z0-9£][A-Za-z0-9'’:./£-]*")
QUOTED = re.compile(r"“[^”]*”")
STRETCH = 6
MORE_VERBS = re.compile(
    r"\b(please|send|show|say|tell|make|put|use|record|cut|end|end|revise|find|confirm|count|weigh|agree|keep|stays?"
    r"|leaves?|needs?|sets?|gives?|reduces?|rest|run|carries|depend|fall|am|look|enclose|act|ask|allow|let|wait|explain|see|shows?|lay|meant|owe|apologise|correct|consider|repay"
    r"|reply|copy|write|ring|check|accept|extend|decide|brings?|fits?|counts?|lasts?|names?|applies|disagree|died|falls|fetch|withdraws?|shuts|forgot|misread|joined|comes?|waits|decides|complain|matters|answers)\b",
    re.IGNORECASE,
)
MACHINE = (
    "in short",
    "in my own words",
    "each of these stands on its own",
    "these facts are",
    "this is why",
    "or not in this form",
    "please put it right",
    "as i set out above",
    "the law named in this letter",
    "the message about this",
    "what i was told:",
)


def without_law(text: str) -> str:
    """Return `text` without the law in brackets."""
    return LAW.sub(lambda found: "" if PROVISION.search(found.group()) else found.group(), text)


def sentences(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of `paragraphs`; a quotation belongs to the sentence that brings it in."""
    for paragraph in paragraphs:
        yield from _sentences_of(paragraph)


@cache
def _sentences_of(paragraph: str) -> tuple[str, ...]:
    hidden = QUOTED.sub(lambda found: re.sub(r"[.!?] ", "\0 ", found.group()), without_law(paragraph))
    parts = re.split(r"(?<=[.!?])\s+(?=[A-Z(0-9])|(?<=[.!?]”)\s+", re.sub(r"^\([a-z]\) ", "", hidden))
    return tuple(part.replace("\0", ".").strip() for part in parts)


def words(text: str) -> list[str]:
    """Return the words of `text` in small letters."""
    return [word.lower().strip(".,:;'’") for word in WORD.findall(text)]


@cache
def length(sentence: str) -> int:
    """Return how many words `sentence` has; what it quotes is not counted."""
    return len(words(QUOTED.sub("", sentence)))


def told_twice(texts: Iterable[str]) -> list[str]:
    """Return the stretches of six words that stand in `texts` twice."""
    seen: set[tuple[str, ...]] = set()
    again = []
    for text in texts:
        here = _stretches(text)
        again += [" ".join(stretch) for stretch in here & seen]
        seen |= here
    return again


@cache
def _stretches(text: str) -> frozenset[tuple[str, ...]]:
    found = words(without_law(text))
    return frozenset(tuple(found[at : at + STRETCH]) for at in range(len(found) - STRETCH + 1))


@cache
def has_verb(sentence: str) -> bool:
    """Whether somebody does something in `sentence`."""
    return bool(VERB.search(sentence) or MORE_VERBS.search(sentence))
