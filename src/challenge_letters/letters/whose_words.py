"""Whose words stand where: every text that was typed, who said it, and whether a letter says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.typed_words import Typed, typed_words
from challenge_letters.letters.unsaid import NOT_WORDS, is_for_a_letter, words_in_no_letter
from challenge_letters.plan.outcome import Plan

Whose = Literal["client", "office", "writer"]
# What the office or a provider said or wrote, by the end of its place in a problem.
OF_THE_OFFICE = (
    "their_words",
    "their_answer",
    "said_back",
    "quote",
    "said_would_follow",
    "statement_words",
    "overturned_words",
    "commitment_words",
    "warning.words",
    "requirement.words",
)
# In these problems the words are those of the message itself.
TOLD_BY_THEM = frozenset({"account-demand", "claim-closed"})
# Where nobody's story stands: who the client is, how to reach them, and how the case is filed.
DETAILS = ("claimant", "contact", "safety")


@dataclass(frozen=True)
class Words:
    """One text as it was typed: its place in the case, whose words they are, and if a letter says them.

    None: they are no part of the story, so that no letter has to say them.
    """

    place: str
    text: str
    whose: Whose
    is_in_a_letter: bool | None


def whose_words(plan: Plan) -> tuple[Words, ...]:
    """Return every text typed in the case of `plan`, in the order of the case."""
    unsaid = {(typed.place, typed.text) for typed in words_in_no_letter(plan)}

    def is_said(typed: Typed) -> bool | None:
        is_told = bool(plan.letters) and (typed.place, typed.text) not in unsaid
        return is_told if is_for_a_letter(typed) else None

    return tuple(
        Words(typed.place, typed.text, whose, is_said(typed))
        for typed, whose in _told(plan.case)
        if typed.name not in NOT_WORDS
    )


def _told(case: Case) -> Iterator[tuple[Typed, Whose]]:
    for typed in typed_words(case):
        first, *inside = typed.place.split(".")
        if first == "writer":
            yield typed, "writer"
        elif first == "problems":
            problem = case.problems[int(inside[0])]
            whose = _whose(".".join(inside[1:]), problem.kind)
            yield typed, _told_by(case, typed.text) if whose == "client" else whose
        elif first not in DETAILS:
            yield typed, _told_by(case, typed.text)


def _told_by(case: Case, text: str) -> Whose:
    """Return whose sentences `text` is: an adviser who tells of the client writes their own."""
    voice = voice_of("mandatory-reconsideration", case)
    return "writer" if voice.is_adviser and stands_plain(text, voice) else "client"


def _whose(place: str, kind: str) -> Whose:
    if kind == "authority":
        return "writer"
    is_theirs = place.endswith(OF_THE_OFFICE) or (kind in TOLD_BY_THEM and place == "words")
    return "office" if is_theirs else "client"
