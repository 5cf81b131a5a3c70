"""What was typed to finish a sentence of ours: whether it does, and how it stands there."""

from __future__ import annotations

import re

from challenge_letters.argument.typed import LONG, split, unstopped
from challenge_letters.argument.typed import SUBJECT as SOMEBODY
from challenge_letters.argument.voice import Voice
from challenge_letters.case.naming import has_finite_verb
from challenge_letters.case.whose_word import is_of_oneself

# "Please look at …" ends with a thing, not with a sentence that begins again.
TO_LOOK_AT = re.compile(r"(?!(?:please|look|ask|i|we|you|they|he|she)\b)", re.IGNORECASE)
# "Please …" ends with what somebody is to do: a verb, and never a thing or a sentence that begins again.
TO_ASK = re.compile(
    r"(?!(?:please|that|to|for|if|a|an|the|my|our|his|her|their|your|this|these|another|no|not|i|we|you|they|he|she"
    r"|it|there|because|some|any|more|less|money|time|help)\b)[a-z]+\b"
)
# A sentence about a paper, and one that asks for something: each is whole without words of ours.
OF_A_PAPER = re.compile(
    r"(?:The|My|Our|His|Her|Their|This|These|They|It)\b[^.]*?\b(?:shows?|says?|proves?|lists?|has|have|gives?)\b"
)
ASKING = re.compile(r"(?:Please|Ask|Look|Check|Get|Show|Read|Compare|Ring|Send|I|We)\b")
BECAUSE = re.compile(r"\A(?:because|cos|as|since|that) ", re.IGNORECASE)
SUBJECT = re.compile(
    r"(?:the|an?|my|our|his|her|their|this|that|these|those|it|i|we|he|she|they|there|no|nobody|somebody|both|all)\b",
    re.IGNORECASE,
)


def is_one_of_ours(words: str, voice: Voice) -> bool:
    """Whether `words` are one sentence, and no client's own words of themselves in another's letter."""
    is_theirs = not voice.is_own and is_of_oneself(words)
    return len(split(words)) == 1 and len(words.split()) <= LONG and not is_theirs


def going_on(words: str, voice: Voice, *, of_anybody: bool = False) -> str:
    """Return `words` without their "because", if they are one clause that can follow ours; else "".

    `of_anybody`: it may begin with a name, or with any other thing.
    """
    clause = unstopped(BECAUSE.sub("", words, count=1))
    begins = of_anybody or bool(SUBJECT.match(clause))
    # Whoever begins with "I" and goes on has a verb there, whichever it is.
    has_verb = has_finite_verb(clause) or bool(SOMEBODY.match(clause))
    is_clause = begins and has_verb and clause.count('"') % 2 == 0
    return clause if is_clause and is_one_of_ours(clause, voice) else ""
