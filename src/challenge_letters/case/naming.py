"""The name of a reason: a few words that can follow "because of", like "a migraine" or "being sent home"."""

from __future__ import annotations

import re

MOST_WORDS = 8
# "being sent home because the class was full" has a clause of its own.
MOST_WORDS_OF_AN_ACT = 12
# What people write before it, to begin the sentence anew.
LEADING = re.compile(
    r"(?:it was |this was |the reason was )?(?:because of|because|due to|down to|of)\s+", re.IGNORECASE
)
# What opens a sentence of its own: "I was ill", "the bus was late".
OPENS = re.compile(
    r"(?:i|i['’]m|i['’]d|we|he|she|it|they|there|you|when|to|yes|none|nothing"
    r"|(?:nobody|somebody|not)\b(?! [a-z]+ing\b))\b",
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
# "being sent home", "my commitment still saying 35 hours": an act as the name of a thing.
NO_ACT = r"(?:(?:some|any|every|no)?thing|morning|evening|spring|string|during|ring|king|wing|bring|sing)\b"
ACT = re.compile(rf"\b(?!{NO_ACT})[a-z]{{2,}}ing\b", re.IGNORECASE)
# "being sent home", "having my card kept": what was done to somebody looks like a verb that tells of it.
SUFFERED = re.compile(r"\b(being|having|getting)(?: [a-z]+ly| still| not)? [a-z]+\b", re.IGNORECASE)
# What begins a clause of its own inside an act: verbs may follow.
CLAUSE = re.compile(
    r"\b(?:because|after|before|when|while|as|since|until|although|though|if|how|why)\b"
    r"|(?<=\bsaying) |(?<=\bthinking) |(?<=\bbelieving) |(?<=\bknowing) "
    r"|(?<=\bbeing told) |(?<=\btelling me) ",
    re.IGNORECASE,
)


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
    said = _without_clause(name)
    most = MOST_WORDS_OF_AN_ACT if ACT.search(said) else MOST_WORDS
    if not 1 <= len(name.split()) <= most or re.search(r"[.!?;:“”\"{}<>](?:\s|$)", name):
        return False
    is_sentence = OPENS.match(name) or has_finite_verb(said) or LAST_VERB.match(before_aside(said).strip())
    return not is_sentence and name.casefold() != "no"


def _without_clause(name: str) -> str:
    """Return `name`; of the name of an act only the act, without its clause and without what was done."""
    act, *_ = CLAUSE.split(name, maxsplit=1)
    return SUFFERED.sub(r"\1", act) if ACT.search(act) else name
