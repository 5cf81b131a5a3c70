"""What else somebody needs of the office, as it was typed: a request of its own, or said already."""

from __future__ import annotations

import re

from challenge_letters.argument import typed
from challenge_letters.case.people import Contact

# "Write or text me": a request without a subject.
REQUEST = re.compile(
    r"(?:please,? |kindly |do not |don['’]t |never |always |only |just )*"
    r"(?:write|text|ring|call|phone|e-?mail|message|send|use|speak|talk|answer|reply|contact|post|leave|let|give|keep|put"
    r"|make|ask|read|print|avoid|wait|allow|tell|copy|address|book|explain|repeat|check|remember|type|go|be|see|do)"
    r"(?! (?:is|are|was|were|only\.?$))\b \w",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z0-9'.:]*[a-z0-9]")
WAYS = {
    "phone": frozenset({"phone", "phoned", "ring", "rung", "call", "called", "calls"}),
    "journal": frozenset({"journal", "account"}),
    "post": frozenset({"post", "write", "letter", "letters"}),
}
# Words that ask for no more than the ways and hours do.
OF_ANY_WAY = frozenset(
    re.findall(
        r"\w+",
        """
        please only just always contact reach reply answer best prefer or and me my a an the to by in on with
        at it i is
        """,
    )
)
REFUSED = re.compile(r"\b(?:not|no|never|don't|dont|without|only)\b")


def is_request(text: str) -> bool:
    """Whether each sentence of `text` can stand as a request in a letter, without words of ours before it."""
    said = typed.split(text)
    return bool(said) and all(REQUEST.match(each) or typed.is_sentence(each) for each in said)


def is_said(text: str, contact: Contact, ways: frozenset[str]) -> bool:
    """Whether the sentence about `ways` and the hours to ring says all that `text` asks for."""
    plain = text.casefold().replace("’", "'")
    hours = _words(contact.phone_when) if "phone" in ways else frozenset()
    if not ways or (REFUSED.search(plain) and not (hours & _words(plain)) - OF_ANY_WAY):
        return False
    known = hours | OF_ANY_WAY | frozenset().union(*(WAYS[way] for way in ways))
    return not {each for each in _words(plain) if not REFUSED.fullmatch(each)} - known


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold().replace("’", "'")))
