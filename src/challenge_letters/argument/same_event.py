"""Whether one typed sentence tells what another tells: the same days, numbers, names and people.

A day is the same in each way it is written: "the 18th", "Friday 18th", "18 September", "18th of September".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from challenge_letters.case import sentences as in_the_case
from challenge_letters.case.found_once import found_once
from challenge_letters.law.spoken import MONTHS

WORD = re.compile(r"[^\W_][\w'’:.,/£-]*", re.UNICODE)
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a an the and or but so as at by for from in into of off on out over to up with without about after
        before i me my mine we us our he him his she her it its they them their you your this that these those
        there am is are was were be been being has have had do does did can could may might must will would
        shall should not no nor only just very then than when while which who what where how all any some
        too also
        """,
    )
)
SHARE = 3 / 4
# What denies the same thing in a text that tells all of it need share less: the rest stands around it.
DENYING_SHARE = 1 / 3
A_FEW_WORDS = 3
RANG = frozenset({"rung", "telephoned", "telephoning", "phoned", "phoning"})
ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|es|s|e)$")
SHORT_MONTHS = tuple(each[:3].lower() for each in MONTHS)
MONTH = "|".join(f"{each}|{each[:3]}|{each[:4]}" for each in MONTHS)
WEEKDAY = r"\b(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:the )?)"
NUMBER = r"(?<![\d:.£/-])(?P<day>\d{1,2})(?P<ending>st|nd|rd|th)?\b(?![:/]|[.,]\d|-[a-z]{3}\b)"
# "7 and 14 September" names two days of one month.
SHARED = r"(?=(?:, | and | to | or |-)(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?P<shared>MONTH)\b)"
A_DAY = re.compile(
    rf"{WEEKDAY}{NUMBER}(?:(?: of)? (?P<own>{MONTH})\b|{SHARED.replace('MONTH', MONTH)})?"
    rf"|\b(?P<month>{'|'.join(MONTHS)})\b"
)
A_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?:[ap]m)?", re.IGNORECASE)
# A day as it is compared: "18th-sep", or "18th" where its month is not known.
NOT_KNOWN = re.compile(r"\d{1,2}th")
DATED = re.compile(r"\d{1,2}th-[a-z]{3}")
DENIED = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|refused)\b|n['’]t\b", re.IGNORECASE
)
QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
NUMBERS = frozenset(re.findall(r"\w+", "two three four five six seven eight nine ten eleven twelve twice"))
PEOPLE = frozenset(
    re.findall(
        r"\w+",
        """
        mum mam mother dad father sister brother son daughter wife husband partner friend neighbour nan gran
        grandmother granddad grandfather aunt auntie uncle cousin baby coach manager doctor nurse landlord
        receptionist guard
        """,
    )
)


# How a short form is written out before words are compared.
WILL_NOT = re.compile(r"\b(?:ca|wo|sha)n['’]t\b", re.IGNORECASE)
SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
SHORT = re.compile(r"(?<=\w)['’](?:d|ve|ll|re|m|s)\b", re.IGNORECASE)
# A first word that does something, or has something, may be a name: "Gareth was hurt", "Gareth’s shoulder".
NAMED_FIRST = re.compile(
    r"([A-Z][a-z-]+)(?:['’]s\b"
    r"| (?:had|has|was|is|did|went|told|said|rang|wrote|came|got|left|put|made|saw|\w{3,}ed)\b)"
)
SHE, HE = (re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for each in ("she|her|hers", "he|him|his"))


@dataclass(frozen=True)
class Named:
    """The month named last in a text, and the last day of it: a lower number may be of the next month."""

    month: str = ""
    day: int = 0


def in_one_way(words: str, before: Named | None = None) -> tuple[str, Named]:
    """Return `words` with each day as it is compared, and what was named last.

    A day without a month is of the one named before it: in `words`, or else in its box, `before` them.
    """
    last = before or Named()

    def one_way(found: re.Match[str]) -> str:
        nonlocal last
        if found["month"]:
            last = Named(_short(found["month"]))
            return found.group()
        if not (found["ending"] or found["own"] or found["shared"]):
            return found.group()
        last = _named(found, last, words[found.end() :])
        return f"{last.day}th-{last.month}" if last.month else f"{last.day}th"

    said = A_DAY.sub(one_way, words)
    return said, last


@found_once
def _with_days(words: str) -> str:
    """Return `words` in one way, nothing being named before them."""
    return in_one_way(words)[0]


def _named(found: re.Match[str], last: Named, rest: str) -> Named:
    """Return the day that was `found`, with its month if that is certain."""
    number, own = int(found["day"]), found["own"] or found["shared"]
    if own:
        return Named(_short(own), number)
    if last.month:
        return Named(last.month if number >= last.day else "", number)
    # "On the 18th …, and on 20 September": the same month, unless the number is higher.
    dated = next((each for each in A_DAY.finditer(rest) if each["own"]), None)
    return Named(_short(dated["own"]) if dated and number <= int(dated["day"]) else "", number)


def _short(month: str) -> str:
    return month[:3].lower()


def says(other: str, words: str) -> bool:
    """Whether `other` holds every number, day and name of `words`, and three quarters of what it is about.

    A sentence that quotes, denies or names what the other does not is told by itself.
    """
    if not are_among(marks(words), marks(other) | stems(other)):
        return False
    is_shared = _shares(other, words) or (_is_timed(words) and is_half_in(other, words))
    return is_shared and not _has_own(words, other)


def says_all(other: str, words: str) -> bool:
    """Whether `other` says `words`, and has every single thing that they are about."""
    return says(other, words) and are_among(stems(words), stems(other))


def _is_timed(words: str) -> bool:
    """Whether `words` name a day and a time of day: what has both, and half of the rest, is one event."""
    told = marks(words)
    return any(map(A_TIME.fullmatch, told)) and any(map(DATED.fullmatch, told))


def _shares(other: str, words: str, share: float = SHARE) -> bool:
    its, own = stems(other), stems(words)
    shared = sum(are_among({each}, its) for each in own)
    return bool(own) and shared >= share * len(own)


def tells_most_of(other: str, words: str) -> bool:
    """Whether `other` has half of what `words` are about, and each number and name of theirs."""
    return are_among(marks(words), marks(other) | stems(other)) and is_half_in(other, words)


def is_half_in(other: str, words: str) -> bool:
    """Whether `other` has half of what `words` are about."""
    its, own = stems(other), stems(words)
    return sum(are_among({each}, its) for each in own) * 2 >= len(own)


def _has_own(words: str, other: str) -> bool:
    """Whether `words` count, quote, deny or name somebody as `other` does not."""
    if not (stems(words) & THEIRS | _opening_name(words)) <= stems(other) or _are_two(words, other):
        return True
    if any(not _holds(other, each) for each in quotations(words)):
        return True
    # What denies nothing may stand beside what does: "I rang them", "I rang them and nobody answered".
    denying = (each for each in in_the_case.split(other) if DENIED.search(each))
    denied = bool(DENIED.search(words))
    return denied and not any(
        _denies(each, words) and _shares(each, words, DENYING_SHARE) for each in denying
    )


@found_once
def marks(words: str) -> frozenset[str]:
    """Return the numbers, times, days and names in `words`."""
    found = WORD.findall(_with_days(words))
    named = {each for each in found[1:] if each[:1].isupper() and each not in ("I", "I'm", "I’m")}
    numbered = {each for each in found if _has_digit(each)}
    return frozenset(
        _stem(SHORT.sub("", each.strip(".,:;'’")).lower())
        if each in named
        else _in_figures(each.strip(".,:;"))
        for each in named | numbered
    )


def days_named(words: str) -> frozenset[str]:
    """Return the days that `words` name with their month: "18th-sep"."""
    return frozenset(each for each in marks(words) if DATED.fullmatch(each))


def day_of(named: str, near: date) -> date | None:
    """Return the day of `named` ("16th-oct") in the year in which it lies nearest to `near`."""
    day, month = named.split("th-")
    of_year = SHORT_MONTHS.index(month) + 1
    years = (near.year - 1, near.year, near.year + 1)
    days = [date(year, of_year, int(day)) for year in years if 1 <= int(day) <= monthrange(year, of_year)[1]]
    return min(days, key=lambda each: abs((each - near).days), default=None)


def _in_figures(number: str) -> str:
    """Return a number as it is compared: "1.30pm" and "1:30" are "1.30", "£140.00" is "£140"."""
    found = A_TIME.fullmatch(number)
    return f"{found[1]}.{found[2]}" if found else number.removesuffix(".00")


@found_once
def stems(words: str) -> frozenset[str]:
    """Return what `words` are about: the word stems in them that are no small words."""
    return frozenset(_stem(each) for each in _spelt_out(words) if each not in SMALL_WORDS)


@found_once
def _spelt_out(words: str) -> tuple[str, ...]:
    said = SHORT.sub("", SHORT_NOT.sub(" not", WILL_NOT.sub("will not", _with_days(words))))
    return tuple(each.strip(".,:;'’").lower() for each in WORD.findall(said))


def _denies(other: str, words: str) -> bool:
    """Whether `other` denies what `words` deny: "I got no answer" is not said by "I did not sleep"."""
    return _denied(words) <= _denied(other)


def _denied(words: str) -> frozenset[str]:
    said = _spelt_out(words)
    after = ((each, said[at + 1 :]) for at, each in enumerate(said))
    first = (
        next((_stem(one) for one in rest if one not in SMALL_WORDS), "")
        for each, rest in after
        if DENIED.fullmatch(each)
    )
    return frozenset(first)


def quotations(words: str) -> tuple[str, ...]:
    """Return what stands in quotation marks in `words`."""
    return tuple(filter(None, (one or other for one, other in QUOTED.findall(words))))


def is_within(words: str, text: str) -> bool:
    """Whether `text` holds `words` word for word: three of them at least, whatever stops stand between."""
    return len(_bare(words)) >= A_FEW_WORDS and _holds(text, words)


def _holds(text: str, words: str) -> bool:
    return f" {' '.join(_bare(words))} " in f" {' '.join(_bare(text))} "


@found_once
def _bare(text: str) -> tuple[str, ...]:
    return tuple(each.strip(".,:;'’/-").lower() for each in WORD.findall(text))


def are_among(own: Iterable[str], its: frozenset[str]) -> bool:
    """Say whether each of `own` is one of `its`: "18th" is, where "18th-sep" is one of them."""
    return all(
        each in its
        or (NOT_KNOWN.fullmatch(each) is not None and any(one.startswith(f"{each}-") for one in its))
        for each in own
    )


def _are_two(words: str, other: str) -> bool:
    """Whether one speaks of a woman only and the other of a man only."""
    own, its = ((bool(SHE.search(each)), bool(HE.search(each))) for each in (words, other))
    return {own, its} == {(True, False), (False, True)}


def _opening_name(words: str) -> frozenset[str]:
    """Return the word that `words` begin with, which may be a name, as its stem."""
    first = NAMED_FIRST.match(words)
    word = first[1] if first else ""
    is_name = word[:1].isupper() and word.lower() not in SMALL_WORDS and not _has_digit(word)
    return frozenset({_stem(word.lower())} if is_name and not A_DAY.match(words) else ())


def _stem(word: str) -> str:
    """Return what "move", "moved" and "moving" have in common, and "rang" for each way to say it."""
    if word in RANG:
        return "rang"
    return word if _has_digit(word) else (ENDING.sub("", word)[:5] or word)


def _has_digit(word: str) -> bool:
    # Most words are letters only, which is known at once.
    return not word.isalpha() and any(map(str.isdigit, word))


# People and counts: a sentence that has one of its own is told by itself.
THEIRS = frozenset(map(_stem, (*NUMBERS, *PEOPLE)))
