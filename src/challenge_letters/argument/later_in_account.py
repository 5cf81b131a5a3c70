"""The account in two parts, where it tells of a day after the one on which the office was told of it.

What was told on the 13th stands before what came back on the 15th, as a chronology has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import is_message_narrated, is_told_again, names_the_day
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.same_event import day_of, days_named
from challenge_letters.argument.typed import Typed, taken_apart
from challenge_letters.case.rough_days import RoughDay

Told = tuple[Typed, ...]
# How people tell of each way in which they let somebody know.
OWN_TELLING = {
    "text-message": re.compile(
        r"\bI (?:texted|messaged|sent (?:a|her|him|them|you) (?:a )?(?:text|message))\b"
    ),
    "journal": re.compile(r"\bI (?:wrote|put (?:it|a message)|messaged|asked) [^.!?]*\bjournal\b"),
    "email": re.compile(r"\bI (?:e-?mailed|sent (?:an|her|him|them|you) (?:an )?e-?mail)\b"),
    "phone": re.compile(r"\bI (?:rang|phoned|called)\b"),
    "in-person": re.compile(r"\bI (?:told|asked|said|spoke)\b"),
}


# How people tell that they were not seen, behind which what was said to them stands.
NOT_SEEN = re.compile(
    r"\b(?:would(?:n['’]t| not) (?:see|take|let)|turned (?:me|us) away|sent (?:me|us) (?:away|home|back)"
    r"|refused)\b"
)


def account_of(matter: Matter) -> Told:
    """Return the account sentence by sentence, where it is made of sentences."""
    return tuple(one for each in matter.told_box(matter.answer("account")) for one in taken_apart(each))


def where_it_is_told(matter: Matter) -> int | None:
    """Return after how many sentences of the account the office has been told; None where none tells of it.

    A client's account is quoted, and nothing is put between its sentences.
    """
    return _after(matter, lambda words: _tells_of_it(words, matter))


def where_not_seen(matter: Matter) -> int | None:
    """Return after how many sentences of the account somebody has been sent away; None where none says so."""
    return _after(matter, lambda words: bool(NOT_SEEN.search(words)))


def _after(matter: Matter, tells: Callable[[str], bool]) -> int | None:
    found = (at for at, each in enumerate(account_of(matter), 1) if tells(each.words))
    return next(found, None) if matter.voice.is_own else None


def _tells_of_it(words: str, matter: Matter) -> bool:
    """Whether `words` say in the person's own voice that the office was told, that day and in that way."""
    telling = matter.facts.told_them
    ways = OWN_TELLING.get(telling.how) if telling else None
    if telling is None or ways is None or not ways.search(words):
        return False
    is_that_day = matter.days_after_failure(telling.day) == 0
    return names_the_day(words, telling.day) or (is_that_day and not days_named(words))


def parted_by_what_was_told(account: Told, matter: Matter) -> tuple[Told, Told, RoughDay | None]:
    """Return the account up to what was told, what comes after that, and on which day; mostly all is first.

    It is parted only where whoever signs has typed it: a client's account is quoted whole.
    """
    telling, failed = matter.facts.told_them, matter.failed_on
    text = " ".join(each.words for each in account)
    if not (telling and telling.day and failed) or not stands_plain(text, matter.voice):
        return account, (), None
    is_after = telling.day.is_exact and telling.day.earliest >= failed.earliest
    if not is_after or not telling.words or _is_quoted(telling.words, text):
        return account, (), None
    return _parted(account, telling.day.earliest)


def _is_quoted(words: str, account: str) -> bool:
    return is_told_again(words, account) or is_message_narrated(words, account)


def _parted(account: Told, told_on: date) -> tuple[Told, Told, RoughDay | None]:
    """Return `account` parted before its first sentence about a day after `told_on`."""
    for at, each in enumerate(account):
        day = _day_of(each.words, told_on)
        if at and day and day > told_on:
            return account[:at], account[at:], RoughDay.exactly(day)
    return account, (), None


def _day_of(words: str, near: date) -> date | None:
    """Return the one day that `words` name with its month."""
    named = days_named(words)
    return day_of(next(iter(named)), near) if len(named) == 1 else None
