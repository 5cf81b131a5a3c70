"""The account in two parts, where it tells of a day after the one on which the office was told of it.

What was told on the 13th stands before what came back on the 15th, as a chronology has it.
"""

from __future__ import annotations

from datetime import date

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import is_message_narrated, is_told_again
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.same_event import day_of, days_named
from challenge_letters.argument.typed import Typed
from challenge_letters.case.rough_days import RoughDay

Told = tuple[Typed, ...]


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
