"""The age of somebody who was looked after. It is said where it helps, which is of a child, and said once."""

from __future__ import annotations

import re

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.case.failure import Reason
from challenge_letters.law.spoken import MONTHS

CANNOT_BE_LEFT_UNTIL = 11
CHILD_UNTIL = 15
# "eight months", "a newborn": no number of years, and a child all the same.
OF_A_BABY = re.compile(r"\b(months?|weeks?|mths?|wks?|newborn|baby)\b", re.IGNORECASE)
# What stands before and after an age, and not before and after another number.
LEADS = r"(?:\b(?:aged?|is|was|turned|only|just|nearly|almost)|['’]s|[,(])"
# "My son was 3 miles away": what follows tells that the number is of something else.
OTHERWISE = "|".join(
    (
        *MONTHS,
        "hours?",
        "minutes?",
        "days?",
        "miles?",
        "times?",
        "pounds?",
        "of",
        "am",
        "pm",
        "[:.]\\d",
    )
)
YEARS = r"[\s-]*(?:years?|yrs?|months?|weeks?|y/?o)\b"


def wording_of(reason: Reason, told: str) -> str:
    """Return the row that tells who had to be looked after, and that nobody else could; "" for none.

    `told`: what was typed beside it. An age that stands there is not said again.
    """
    is_alone = reason.others_could == "no"
    ending, is_named = "-and-nobody-else" if is_alone else "", _is_named(reason.age, told)
    if _is_small(reason.age) and not is_named:
        return f"aged-child{ending}"
    if is_child(reason.age) and not is_named:
        return f"aged{ending}"
    return "nobody-else" if is_alone else ""


def is_child(age: str) -> bool:
    """Whether `age`, as it was typed, is surely the age of a child."""
    years = _years(age)
    return bool(OF_A_BABY.search(age)) or (years is not None and years <= CHILD_UNTIL)


def in_words(age: str) -> str:
    """Return `age` as it stands in a sentence: a number of years as a word, all else as typed."""
    return words_of.number(int(age)) if age.strip().isdecimal() else age


def _is_small(age: str) -> bool:
    return age.strip().isdecimal() and int(age) <= CANNOT_BE_LEFT_UNTIL


def _years(age: str) -> int | None:
    """Return the number in `age`, in figures or in a word; None where there is none."""
    figures = re.search(r"\d+", age)
    if figures:
        return int(figures[0])
    found = re.findall(r"[a-z]+", age.casefold())
    return next((years for years in range(CHILD_UNTIL + 1) if words_of.number(years) in found), None)


def _is_named(age: str, told: str) -> bool:
    """Whether `told` names the age: as a number that can be one, in figures or in a word."""
    years = _years(age)
    if years is None:
        return bool(age) and age.casefold() in told.casefold()
    # "The only one" is no age.
    number = rf"(?:{years}|{words_of.number(years)})" if years > 1 else str(years)
    found = rf"{LEADS}\s*{number}\b(?!\s*(?:{OTHERWISE}))|\b{number}{YEARS}"
    return bool(re.search(found, told, re.IGNORECASE))
