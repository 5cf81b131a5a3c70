"""Puts days, sums and lists into the words of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NoReturn

from challenge_letters.argument.papers import in_a_sentence, may_be_listed
from challenge_letters.case.naming import NO_NAMES
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.languages import worded
from challenge_letters.law.spoken import MONTHS, spoken
from challenge_letters.letters.errors import TemplateMistake


def day(when: RoughDay | date) -> str:
    """Return `when` as in 31 January 2027, or January 2027 when only the month is known."""
    if isinstance(when, date):
        return spoken(when)
    return spoken(when.earliest) if when.is_exact else f"{MONTHS[when.month - 1]} {when.year}"


def on_day(when: RoughDay | date) -> str:
    """Return `when` as in "on 31 January 2027", or "in January 2027" when only the month is known."""
    is_exact = isinstance(when, date) or when.is_exact
    return f"{'on' if is_exact else 'in'} {day(when)}"


def pounds(amount: str) -> str:
    """Return the sum `amount` ("12.50") as in £12.50."""
    return f"£{amount}"


# A thing with an aside or an "and" of its own: the last of a list must not be read as a part of it.
OF_PARTS = re.compile(r", | and ")
IN_BRACKETS = re.compile(r"\([^()]*\)")


def listed(things: Iterable[str]) -> str:
    """Return `things` as in "a, b and c", or "a, who has b, and c"; "" if there are none."""
    told = [thing for thing in things if thing]
    is_of_parts = any(OF_PARTS.search(IN_BRACKETS.sub("", each)) for each in told[:-1])
    return together(told) if is_of_parts else listed_plainly(told)


def listed_plainly(things: Iterable[str]) -> str:
    """Return `things` as in "a, b and c", whatever is in them: provisions of a law."""
    *most, last = [thing for thing in things if thing] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def as_lines(lines: Iterable[str]) -> str:
    """Return `lines` under each other, leaving out the empty ones."""
    return "\n".join(line for line in lines if line)


def no_words_for(value: object) -> NoReturn:
    """Raise TemplateMistake: no branch of a template has words for `value`, and no other may stand for it."""
    raise TemplateMistake(worded("letters.templates.no-words", value=value))


def on_one_line(lines: Iterable[str]) -> str:
    """Return `lines` of an address after each other, with commas."""
    return ", ".join(line for line in lines if line)


IN_MARKS = re.compile(r"“[^“”]+”|\"[^\"“”]+\"")


def quoted(words: str) -> str:
    """Return `words` in quotation marks at the end of a sentence, with a stop where they have none."""
    text = words.strip()
    # What they quote themselves may end with a stop: "I said, 'Go home.'" needs no second one.
    has_stop = text.rstrip("”’\"')").endswith((".", "!", "?", "…"))
    # Words that were typed in quotation marks of their own get no second ones.
    said = text if IN_MARKS.fullmatch(text) else f"“{text}”"
    return said if has_stop else f"{said}."


def passing(words: str) -> str:
    """Return `words` in quotation marks in the middle of a sentence, without their closing stop."""
    text = words.strip()
    return f"“{text[:-1]}”" if text.endswith(".") and not text.endswith("..") else f"“{text}”"


def opened(words: str) -> str:
    """Return `words` with a capital letter, to open a sentence."""
    return words[:1].upper() + words[1:]


def closed(words: str) -> str:
    """Return `words` as they stand inside a sentence: a small letter first, unless it is a name's."""
    first, space, rest = words.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in NO_NAMES else words


def in_a_list(titles: Iterable[str]) -> tuple[str, ...]:
    """Return `titles` of papers as they stand in a list inside a sentence: a name keeps its capital."""
    return tuple(map(in_a_sentence, titles))


def papers_listed(titles: Iterable[str]) -> str:
    """Return `titles` of papers as one list: as typed and set apart, where they cannot all begin small."""
    papers = tuple(titles)
    return listed(in_a_list(papers)) if may_be_listed(papers) else "; ".join(papers)


def together(clauses: Iterable[str]) -> str:
    """Return `clauses` as in "a", "a, and b", "a, b, and c"."""
    *most, last = list(clauses)
    return f"{', '.join(most)}, and {last}" if most else last


def either(ways: Iterable[str]) -> str:
    """Return `ways` as in "a", "a or b", "a, b or c"."""
    *most, last = list(ways)
    return f"{', '.join(most)} or {last}" if most else last
