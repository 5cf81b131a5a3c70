"""Whose word a typed text is: of the person it is about ("I woke at five"), or of whoever tells it."""

from __future__ import annotations

import re
from functools import cache

from challenge_letters.case.case import Case
from challenge_letters.case.typed_words import typed_words

TITLE = re.compile(r"(?i)(mr|mrs|ms|miss|mx|dr)\.? ")
FIRST_PERSON = re.compile(
    r"\b(?:(?!i\.e)i|me|my|mine|myself|we|us|our|ours|ourselves)\b",
    re.IGNORECASE,
)
# What somebody said at the time is quoted inside the text already, and says nothing of who tells it.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'](?=\S)[^‘’'\n]+(?:['’](?=\w)[^‘’'\n]+)*['’](?!\w)")
ENGLISH = frozenset(
    re.findall(
        r"\w+", "a an the and or but of to in on at by for from with was were is had has did not no it he"
    )
)
# In a text of this many words in English some of those stand; in another language hardly any.
ENOUGH_WORDS = 8
WORD = re.compile(r"[^\W\d_]+")


def is_of_oneself(text: str) -> bool:
    """Whether `text` speaks of its writer, outside what it quotes."""
    return bool(FIRST_PERSON.search(QUOTED.sub(" ", text)))


def is_tellers(text: str) -> bool:
    """Whether `text` can be the word of whoever signs for the person: in English, and not of its writer.

    A text in another language is what the client wrote: who signs does not say it.
    """
    return not is_of_oneself(text) and _is_english(text)


def _is_english(text: str) -> bool:
    words = [each.lower() for each in WORD.findall(text)]
    if not all(each.isascii() or _is_latin(each) for each in words):
        return False
    return len(words) < ENOUGH_WORDS or any(each in ENGLISH for each in words)


def _is_latin(word: str) -> bool:
    return all(char < "\u0250" for char in word)


def is_told_by_name(case: Case) -> bool:
    """Whether an adviser's case tells of the client by name, or as "the client"."""
    if case.writer.kind != "adviser":
        return False
    told = (typed.text for problem in case.problems for typed in typed_words(problem))
    return any(names_client(text, case.claimant.name, case.writer.calls_them) for text in told)


def names_client(text: str, name: str, called: str) -> bool:
    """Whether `text` speaks of the client by `name`, as they are `called`, or as "my client"."""
    found = _names(name, called).search(QUOTED.sub(" ", text))
    return found is not None


@cache
def _names(name: str, called: str) -> re.Pattern[str]:
    first, _, last = name.partition(" ")
    names = {name, called, first, last, TITLE.sub("", called)} - {""}
    named = [*map(re.escape, sorted(names, key=len, reverse=True)), "(?:[Mm]y|[Tt]he) client"]
    return re.compile(rf"\b(?:{'|'.join(named)})\b")
