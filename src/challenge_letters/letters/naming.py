"""What a letter calls the person it is about when somebody else signs it: a name, "my client", "she".

A row says only that the person is meant. Which word stands there is known when the sentences before it have
been said: the name where a paragraph begins, a pronoun where nobody else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from challenge_letters.argument.voice import Voice

MY_CLIENT = "my client"
NAMELESS = "the person I act for"
# Whoever is meant stands between these until the sentence is said: characters for private use, in no font.
MEANT = re.compile("\ue00e\ue00f([Ccspg])\ue00f\ue00e")
Pronoun = Literal["subject", "object", "possessive"]
PRONOUNS: Mapping[str, Mapping[Pronoun, str]] = {
    "she": {"subject": "she", "object": "her", "possessive": "her"},
    "he": {"subject": "he", "object": "him", "possessive": "his"},
    "they": {"subject": "they", "object": "them", "possessive": "their"},
}
# Only a title says it: a first name never does.
TITLES = {"ms": "she", "mrs": "she", "miss": "she", "lady": "she", "mr": "he", "sir": "he"}
# What stands before somebody in a row tells whether they act there; after any other word a name stands.
BEFORE_AN_OBJECT = frozenset(
    re.findall(
        r"\w+",
        """
        about against by for from of on to towards with advised ask asked called contact cost find help kept
        let owe pay reach reached refuse refused ring send sent tell told warned
        """,
    )
)
BEFORE_A_SUBJECT = frozenset(
    re.findall(
        r"\w+",
        """
        after although and as because before but how if since so than that until what when where whether which
        while why
        """,
    )
)
# What follows somebody who acts, where the word before does not tell.
AFTER_A_SUBJECT = frozenset(
    re.findall(
        r"\w+",
        "asked asks came can could did does gave had has is knew needs rang said saw told was will wrote",
    )
)
# Whom else a sentence may speak of: after it "she" could be another.
OTHERS = re.compile(
    r"\b(mother|father|mum|dad|sister|brother|daughter|son|child|baby|wife|husband|partner|friend|neighbour|aunt"
    r"|uncle|grand\w+|cousin|coach|manager|boss|doctor|nurse|adviser|teacher|guard|receptionist|woman|man|lady|girl"
    r"|boy|colleague|somebody|someone|anybody|Mr|Mrs|Ms|Miss|Dr)\b"
)
# Every so often an adviser's letter says "my client" again, where it has a name to say.
TURNS = 3
LAST_WORD = re.compile(r"([A-Za-z]*)[^A-Za-z.:!?”]*$")
NEXT_WORD = re.compile(r"\s*([a-z]*)")


def meant(kind: Literal["C", "c", "s", "p", "g"]) -> str:
    """Return what stands in a row for the person until it is said.

    "C" opens a sentence and "c" stands inside one; "s" and "p" say so whose something is; "g" is the end of
    "a friend of Ms Sample's".
    """
    return f"\ue00e\ue00f{kind}\ue00f\ue00e"


@dataclass
class Naming:
    """Names one person through one letter, paragraph by paragraph, in the order in which it is read."""

    voice: Voice
    _count: int = 0
    _said_before: bool = False
    _said_here: bool = field(default=False, repr=False)

    def begin(self) -> None:
        """Begin a paragraph: the person has not been named in it."""
        self._said_before = False

    def say(self, text: str, *, is_typed: bool) -> str:
        """Return the sentence `text` with words for the person.

        `is_typed`: it holds words that somebody typed, in which anybody may be named.
        """
        self._said_here = False
        parts: list[str] = []
        done = 0
        for found in MEANT.finditer(text):
            parts.append(text[done : found.start()])
            parts.append(self._word(found.group(1), "".join(parts), text[found.end() :]))
            done = found.end()
        said = "".join((*parts, text[done:]))
        self._said_before = self._is_clear_after(said, is_typed=is_typed)
        return said

    def _is_clear_after(self, said: str, *, is_typed: bool) -> bool:
        """Whether a pronoun after the sentence `said` can only mean the person."""
        names = (self.voice.called, self.voice.name)
        rest = said
        for name in filter(None, names):
            rest = rest.replace(name, "")
        is_named = self._said_here or rest != said
        is_meant = is_named or (self._said_before and not is_typed)
        return is_meant and not OTHERS.search(rest)

    def _word(self, kind: str, before: str, after: str) -> str:
        role = self._role(kind, before, after)
        pronoun = self._pronoun(role, after) if role else ""
        is_whose = kind in "psg"
        name = pronoun or (f"{self._name()}'s" if is_whose else self._name())
        self._said_here = self._said_here or not is_whose
        opens = kind in "Cs" or not before or before.endswith((". ", "? "))
        # A name is printed as it was typed, at the start of a sentence too: "van Dyke".
        is_typed = name.startswith(tuple(filter(None, (self.voice.called, self.voice.name))))
        return name[:1].upper() + name[1:] if opens and not is_typed else name

    @staticmethod
    def _role(kind: str, before: str, after: str) -> Pronoun | None:
        if kind == "g":
            return None
        if kind in "ps":
            return "possessive"
        last = LAST_WORD.search(before)
        word = last.group(1).lower() if last else ""
        if word in BEFORE_AN_OBJECT:
            return "object"
        opens = not before.strip() or before.rstrip().endswith((".", ","))
        acts = opens or word in BEFORE_A_SUBJECT or _next(after) in AFTER_A_SUBJECT
        return "subject" if acts else None

    def _pronoun(self, role: Pronoun, after: str) -> str:
        """Return a pronoun, where it can only mean the person; "" where a name has to stand."""
        known = self._sex
        if known and (self._said_here or self._said_before):
            return PRONOUNS[known][role]
        if known or not self._said_here:
            return ""
        # "They was": most verbs of the present, and "was", would have to change.
        is_as_it_is = role != "subject" or not _next(after).endswith("s")
        return PRONOUNS["they"][role] if is_as_it_is else ""

    @property
    def _sex(self) -> str:
        title = self.voice.called.partition(" ")[0].rstrip(".").lower()
        return TITLES.get(title, "")

    def _name(self) -> str:
        voice = self.voice
        self._count += 1
        if not voice.is_adviser:
            return voice.called or voice.name or NAMELESS
        is_clients_turn = self._count % TURNS == 0
        if voice.called:
            return MY_CLIENT if is_clients_turn else voice.called
        return voice.name if voice.name and is_clients_turn else MY_CLIENT


def _next(text: str) -> str:
    """Return the word with which `text` goes on, "" where none follows at once."""
    found = NEXT_WORD.match(text)
    return found.group(1) if found else ""
