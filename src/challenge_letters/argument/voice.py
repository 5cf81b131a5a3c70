"""Who speaks in a letter, and the words it then has for the person whose benefit it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from challenge_letters.case.case import Case
from challenge_letters.case.whose_word import is_told_by_name
from challenge_letters.letter_kinds.kinds import KINDS, LetterKind

VoiceKind = Literal["own", "adviser", "appointee"]
Number = Literal["first", "one", "many"]

# An adviser's client speaks and signs here: the answer goes to the person, and holds everything about them.
PERSONAL = frozenset(kind.id for kind in KINDS.values() if kind.signed_by == "claimant")
# A representative may write these for the client, and does where the client is told of by name.
TOLD_FOR_THEM: frozenset[LetterKind] = frozenset({"appeal-grounds"})
IRREGULAR: Mapping[Number, Mapping[str, str]] = {
    "first": {},
    "one": {"am": "is", "was": "was", "have": "has"},
    "many": {"am": "are", "was": "were"},
}
HISSING = ("s", "sh", "ch", "x", "z", "o")


class Subject(str):
    """A person as the subject of a sentence: `I` alone, or `I("have")` with a verb that agrees."""

    number: Number

    def __new__(cls, words: str, number: Number) -> Subject:
        made = super().__new__(cls, words)
        made.number = number
        return made

    def __call__(self, verb: str) -> str:
        """Return the subject with `verb`, given as it stands after "I": "have", "am", "do not know"."""
        first, *rest = verb.split(" ")
        return " ".join((self, _agreeing(first, self.number), *rest))


def _agreeing(verb: str, number: Number) -> str:
    if number != "one" or verb in IRREGULAR[number]:
        return IRREGULAR[number].get(verb, verb)
    if verb.endswith(HISSING):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}s"


@dataclass(frozen=True)
class Voice:
    """Whose "I" a letter says: the claimant's own, an adviser's, or an appointee's.

    `name` is the claimant's, "" if it was not given, and `called` what whoever signs calls them: "Ms Sample".
    `only_through_writer`: no way to reach an adviser's client is safe, so that every notice has to come to
    the adviser.
    """

    kind: VoiceKind
    name: str = ""
    called: str = ""
    only_through_writer: bool = False

    @property
    def is_own(self) -> bool:
        return self.kind == "own"

    @property
    def is_adviser(self) -> bool:
        return self.kind == "adviser"

    @property
    def is_appointee(self) -> bool:
        return self.kind == "appointee"

    @property
    def words(self) -> dict[str, str]:
        """The words for the claimant, under the names the templates use; a capital letter opens a sentence.

        I, i, me, my, My name the person; They, they, them, Their, their point back; We, we, us are whoever
        deals with the office, which an appointee may have done as well as the person; reached, reached_again
        are whoever it writes to and rings; in_my_words, in_their_words stand before what the client typed.
        """
        if self.is_own:
            return _OWN
        if self.is_adviser:
            return _CLIENT_OUT_OF_REACH if self.only_through_writer else _CLIENT
        # A name is printed as it was typed, at the start of a sentence too.
        return _of_somebody(self.name, self.name) if self.name else _NAMELESS


def voice_of(kind: LetterKind, case: Case) -> Voice:
    """Return who speaks in a letter of that `kind`: whoever signs it."""
    if case.writer.kind == "appointee":
        return Voice("appointee", case.claimant.name, case.writer.calls_them)
    is_advisers = case.writer.kind == "adviser" and not case.writer.client_signs
    is_personal = kind in PERSONAL and not (kind in TOLD_FOR_THEM and is_told_by_name(case))
    kind_of_voice: VoiceKind = "adviser" if is_advisers and not is_personal else "own"
    return Voice(
        kind_of_voice,
        case.claimant.name,
        case.writer.calls_them,
        only_through_writer=not _can_be_reached(case),
    )


def _can_be_reached(case: Case) -> bool:
    """Whether any way to reach the claimant is safe: post, phone, account, or one that they named."""
    safety = case.safety
    by_phone = safety.may_print_phone and "phone" in case.contact.ways and not case.contact.not_by_phone
    by_journal = safety.may_use_account and "journal" in case.contact.ways
    return bool(safety.may_print_address or safety.reply_only_by or by_phone or by_journal)


def in_claimants_voice(case: Case) -> Case:
    """Return `case` as its claimant would tell it: the journal is the claimant's, whoever signs on paper."""
    return case.model_copy(update={"writer": case.writer.model_copy(update={"client_signs": True})})


_POINTING_BACK = {
    "They": Subject("They", "many"),
    "they": Subject("they", "many"),
    "them": "them",
    "Their": "Their",
    "their": "their",
}
_OWN = {
    **dict.fromkeys(("I", "i", "They", "they", "We", "we"), Subject("I", "first")),
    **dict.fromkeys(("me", "them", "us", "reached", "reached_again"), "me"),
    **dict.fromkeys(("my", "their"), "my"),
    **dict.fromkeys(("My", "Their"), "My"),
    **dict.fromkeys(("in_my_words", "in_their_words"), ""),
}
_CLIENT = {
    **_POINTING_BACK,
    **dict.fromkeys(("I", "We"), Subject("My client", "one")),
    **dict.fromkeys(("i", "we"), Subject("my client", "one")),
    **dict.fromkeys(("me", "us", "reached"), "my client"),
    "my": "my client's",
    "My": "My client's",
    "reached_again": "them",
    "in_my_words": ", in my client's words",
    "in_their_words": ", in their words",
}
# The adviser is the one whom the office writes to.
_CLIENT_OUT_OF_REACH = {**_CLIENT, **dict.fromkeys(("reached", "reached_again"), "me")}


def _of_somebody(opening: str, named: str) -> dict[str, str]:
    """Return an appointee's words for somebody `named`; what is typed then is the appointee's own."""
    return {
        **_OWN,
        **_POINTING_BACK,
        "I": Subject(opening, "one"),
        "i": Subject(named, "one"),
        "me": named,
        "my": f"{named}'s",
        "My": f"{opening}'s",
        "We": Subject("We", "many"),
        "we": Subject("we", "many"),
        "us": "us",
    }


_NAMELESS = {
    **_of_somebody("The person I act for", "the person I act for"),
    "my": "their",
    "My": "Their",
}
