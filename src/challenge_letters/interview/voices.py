"""Questions in the voice of whoever answers them: an adviser is asked about the client.

Asked of the person, a question says "you". Whoever answers for somebody else could take that for themselves,
and give their own name or the day on which they saw a message. So every page asks them about that person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from challenge_letters.interview.examples_told import TOLD_OF, as_told_of
from challenge_letters.plan.speaking import for_an_adviser

# "Were you told?" is "Was your client told?": in a question the verb stands first.
FIRST_VERBS = {"were": "was", "are": "is", "have": "has", "do": "does"}
TURNED = re.compile(rf"\b({'|'.join(FIRST_VERBS)}) you\b( [a-z]+\b)?", re.IGNORECASE)
# A verb after "did", "do", "could" or "may" stays as it is: "did you see" is "did your client see".
AFTER_A_VERB = re.compile(r"\b(did|does|could|can|may|should|must|will|would|shall) you\b", re.IGNORECASE)
CLIENT = "your client"
# What somebody else is called by whoever answers for them. An adviser's letter speaks of a client.
CALLED = {"adviser": CLIENT, "appointee": "the person you act for", "helper": "the person you help"}
# What somebody says is quoted as they say it.
QUOTED = re.compile(r"“[^”]*”")
# Once a sentence has named the client, "their" is the client's; not after the office, which is "they".
THEIR = re.compile(
    rf"({CLIENT}\b(?!')(?:(?!\b(?:they|them|their|themselves)\b|[.?!:]).)*?)\b{CLIENT}'s", re.IGNORECASE
)
# An adviser and an appointee tell it in words of their own, which stand in the letter as theirs.
OWN_WORDS = re.compile(r"\b([Yy])our (own )?words\b")
KEPT = re.compile(rf"{QUOTED.pattern}|{OWN_WORDS.pattern}")
# Words of the person to the office: they are said as they were, whoever answers.
SAID_THEN = re.compile(r"“(Why was my payment|I have a file with my answers)")
# What stands for words that stay as they are, while the rest is changed.
ASIDE = "\x01"
# There are some hundreds of sentences, in three voices.
SENTENCES = 2048


def example(answers: Any, text: str) -> str:
    """Return an example of an answer as whoever answers would write it."""
    somebody = TOLD_OF.get(str(answers.known_writer))
    return as_told_of(text, somebody) if somebody else text


def to_whom(answers: Any, text: str) -> str:
    """Return `text`, written to the person, as it is asked of whoever answers. Source: `advisers.yaml`."""
    name = CALLED.get(str(answers.known_writer))
    return of_the_client(text, name) if name else text


@lru_cache(SENTENCES)
def of_the_client(text: str, name: str = CLIENT) -> str:
    """Return `text`, written to the person, about that person, whom whoever answers calls `name`."""
    kept: list[str] = []

    somebody = next((each for who, each in TOLD_OF.items() if CALLED[who] == name), None)

    def aside(found: re.Match[str]) -> str:
        words = found.group()
        kept.append(as_told_of(words, somebody) if somebody and not SAID_THEN.search(words) else words)
        return ASIDE

    text = (QUOTED if name == CALLED["helper"] else KEPT).sub(aside, text)
    text = TURNED.sub(_turned, text)
    text = AFTER_A_VERB.sub(lambda found: f"{found.group(1)} {CLIENT}", text)
    text = THEIR.sub(r"\1their", for_an_adviser(text, is_asked=True))
    return _back(_named(text, name), kept)


def _back(text: str, kept: list[str]) -> str:
    first, *rest = text.split(ASIDE)
    return first + "".join(f"{words}{part}" for words, part in zip(kept, rest, strict=True))


def _named(text: str, name: str) -> str:
    """Return `text` about "your client" with `name` instead: in full once, afterwards shorter.

    "They" would be the office, which is "they" on every page.
    """
    if name == CLIENT:
        return text
    text = text.replace(f"{CLIENT}'s", "the person's").replace(f"{CLIENT.capitalize()}'s", "The person's")
    first, *rest = re.split(f"(?i:{CLIENT})", text)
    start = name if first and not first.endswith((". ", "? ", "**")) else name.capitalize()
    if not rest:
        return text
    said = [f"{first}{start}{rest[0]}"]
    for part in rest[1:]:
        said.append(f"{'The person' if said[-1].endswith(('. ', '? ')) else 'the person'}{part}")
    return "".join(said)


def _turned(found: re.Match[str]) -> str:
    verb, rest = found.group(1), found.group(2) or ""
    turned = FIRST_VERBS[verb.lower()]
    return f"{turned.capitalize() if verb[0].isupper() else turned} {CLIENT}{rest}"
