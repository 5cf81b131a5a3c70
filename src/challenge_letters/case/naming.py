"""The name of a reason: a few words that can follow "because of", like "a migraine"."""

from __future__ import annotations

import re

MOST_WORDS = 8
# What people write before it, to begin the sentence anew.
LEADING = re.compile(
    r"(?:it was |this was |the reason was )?(?:because of|because|due to|down to|of)\s+", re.IGNORECASE
)
# What opens a sentence of its own: "I was ill", "the bus was late".
OPENS = re.compile(
    r"(?:i|i['’]m|i['’]d|we|he|she|it|they|there|you|nobody|somebody|when|not|to|yes|none|nothing)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\b(?:that|which|who|whose|where|what)\b", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|did|do|does|could|can|cannot|would|will|must|\w+n['’]t|broke|came|went|got"
    r"|took|made|gave|rang|wrote|woke|sent|fell|felt|began|became|died|kept|ran|forgot|said|told|knew|saw|needs|wants)\b",
    re.IGNORECASE,
)
# "my phone stopped": a verb, where nothing follows that it could belong to.
LAST_VERB = re.compile(r"^(?!.*\b(?:being|having|getting)\b).*[a-z]ed$", re.IGNORECASE)


def bare_name(text: str) -> str:
    """Return `text` as it stands in a sentence: on one line, without "because of" and without a full stop."""
    words = " ".join(text.split()).strip("“”\"' ").rstrip(".;,: ")
    return LEADING.sub("", words, count=1) if LEADING.match(words) else words


def before_aside(text: str) -> str:
    """Return `text` up to its first "that", "which" or "who": what is said there is said aside."""
    return ASIDE.split(text)[0]


def has_finite_verb(text: str) -> bool:
    """Whether `text` surely says that something happened, and does not only name a thing."""
    return bool(FINITE.search(before_aside(text)))


def is_name(text: str) -> bool:
    """Whether `text` can stand in a sentence of ours as the name of a thing: a few words, and no sentence."""
    name = bare_name(text)
    if not 1 <= len(name.split()) <= MOST_WORDS or re.search(r"[.!?;:“”\"{}<>](?:\s|$)", name):
        return False
    is_sentence = OPENS.match(name) or has_finite_verb(name) or LAST_VERB.match(before_aside(name).strip())
    return not is_sentence and name.casefold() != "no"
