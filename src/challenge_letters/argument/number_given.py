"""That they had been given the number to ring: told once, in the account or before it, or with its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.channels import WRITTEN, channel
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import (
    answered,
    as_answer,
    as_told,
    is_answer_in,
    is_own_telling,
    is_told_again,
    names_the_day,
)
from challenge_letters.argument.same_event import A_FEW_WORDS, stems
from challenge_letters.argument.sentences import Sentence
from challenge_letters.argument.typed import is_no_answer
from challenge_letters.case.failure import Telling
from challenge_letters.case.sentences import flat

FIELD = "call.number_told"
# A phone number, or its end, however it is spaced: "07700 900377", "882".
NUMBER = re.compile(r"\+?\d(?:[ -]?\d){2,}")
# How people tell that they gave the office a new address or number.
DETAILS = re.compile(
    r"\b(?:changed|gave|told|updated|put|registered)\b[^.!?]*\b(?:address|number|phone|mobile|e-?mail|details)\b",
    re.IGNORECASE,
)


def number_given(matter: Matter) -> Iterator[Sentence]:
    """Yield when and how it was given, in which words, and what came back, unless the account tells it."""
    given = matter.facts.number_told
    if given is None or _is_in_the_account(given, matter):
        return
    yield _that_it_was(given, matter)
    if given.words and not _are_told(given.words, matter.facts.account):
        yield _words_of(given, matter)
    if not is_answer_in(matter.facts.account, given.said_back):
        yield from answered(given.said_back, f"{FIELD}.said_back", matter)


def answer_to_it(matter: Matter) -> Iterator[Sentence]:
    """Yield what came back when it was given, where the account tells of the giving and not of the answer."""
    given = matter.facts.number_told
    if given is None or not given.said_back or not _is_in_the_account(given, matter):
        return
    if not is_answer_in(matter.facts.account, given.said_back):
        words = flat(given.said_back)
        yield matter.say("answer-to-the-number", f"{FIELD}.said_back", words=words)


def _is_in_the_account(given: Telling, matter: Matter) -> bool:
    """Whether the account tells on which day it was given, and its words, or that it was.

    An answer that is no quotation has to stand beside it: then it is told before the account.
    """
    account = matter.facts.account
    if given.day is None or not names_the_day(account, given.day):
        return False
    is_told = _are_told(given.words, account) if given.words else bool(DETAILS.search(account))
    return is_told and (not given.said_back or _may_stand_alone(given.said_back, matter))


def _may_stand_alone(said_back: str, matter: Matter) -> bool:
    if is_answer_in(matter.facts.account, said_back):
        return True
    is_argued = matter.challenge.has("did-it") and not matter.challenge.met
    is_quotation = not is_no_answer(said_back) and as_answer(said_back, f"{FIELD}.said_back", matter) is None
    return is_argued and is_quotation


def _are_told(words: str, account: str) -> bool:
    """Whether `account` has `words`, or the number in them where there is little besides."""
    if is_told_again(words, account):
        return True
    numbers = _numbers(words)
    is_little_else = len(stems(NUMBER.sub(" ", words))) <= A_FEW_WORDS
    return bool(numbers) and is_little_else and numbers <= _numbers(account)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", found) for found in NUMBER.findall(text))


def _that_it_was(given: Telling, matter: Matter) -> Sentence:
    by = channel(given.how)
    slots = {"on_day": matter.on_day(given.day) if given.day else None, "by": by}
    if given.how == "account-details":
        # Nobody was told: the person changed it there.
        slots["by"] = None
    slots = {name: value for name, value in slots.items() if value is not None}
    first = "put-number" if given.how == "account-details" else "gave-number"
    name = "-".join([first, *("day" if name == "on_day" else name for name in slots)])
    return matter.say(name, FIELD, **slots)


def _words_of(given: Telling, matter: Matter) -> Sentence:
    if is_own_telling(given.words, given.how, matter.voice):
        return as_told(given.words, f"{FIELD}.words", matter)
    if given.how == "account-details":
        return matter.say("details-then-read", f"{FIELD}.words", words=given.words)
    lead = "wrote-words" if given.how in WRITTEN else "said-words"
    return matter.say(lead, f"{FIELD}.words", words=given.words)
