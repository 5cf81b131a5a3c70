"""A client's file on the desk: what it holds, as the centre writes it. It lives as long as one request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import SAVED, UnreadableCase, build_case, facts_in
from challenge_letters.case.follow_ups import AuthorityToAct
from challenge_letters.centre.details import Adviser, Centre
from challenge_letters.centre.signing import signed_by
from challenge_letters.interview.centre_pages import BY_THE_CENTRE
from challenge_letters.interview.locking import StaysLocked, unlocked
from challenge_letters.interview.saving import LONGEST_FILE, VERSION, NotOurs, read_saved
from challenge_letters.languages import worded
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letters.outputs import Output, outputs_of
from challenge_letters.letters.whose_words import Words, whose_words
from challenge_letters.plan.other_follow_ups import last_day_of_authority
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan


class NotForTheDesk(ValueError):  # noqa: N818 - it is about a file, not a fault
    """A file or a name that the desk cannot use; `sentences` say why, for the adviser."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Authority:
    """The authority that the file tells of: its first and last day, and the last day it may have at all."""

    begins: date | None
    ends: date | None
    latest: date | None
    is_over: bool

    @property
    def asks_for_a_day(self) -> bool:
        return self.begins is None


@dataclass(frozen=True)
class Desk:
    """A client's file as it was opened: its facts, who signs, under which reference, on which day."""

    facts: Mapping[str, Any]
    centre: Centre
    adviser: Adviser
    reference: str
    on: date

    @cached_property
    def text(self) -> str:
        """What the page hands back with the next request, since nothing is kept here."""
        return json.dumps(self.facts, ensure_ascii=False, separators=(",", ":"))

    @property
    def can_go_on(self) -> bool:
        """Whether the file holds the pages of the interview, so that somebody can go on there."""
        return isinstance(self.facts.get(SAVED), dict)

    def to_go_on(self) -> str:
        """Return the file for the interview, which then asks nothing that the centre has filled in."""
        named = {"adviser": self.adviser.name, "reference": self.reference}
        return json.dumps({**self.facts, SAVED: {**self.facts[SAVED], BY_THE_CENTRE: named}})

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """What is missing or wrong in the file, a sentence each; nothing where it is a whole case."""
        try:
            if self.can_go_on and not read_saved(self.text).is_finished(self.on):
                return (worded("web.desk.questions-left"),)
            _ = self.case
        except UnreadableCase as error:
            return tuple(map(str, error.mistakes))
        except NotOurs as error:
            return (str(error),)
        return ()

    @cached_property
    def case(self) -> Case:
        """The case as the centre writes it. Raises `UnreadableCase`."""
        case = build_case({name: value for name, value in self.facts.items() if name != SAVED})
        return signed_by(case, self.centre, on=self.on, adviser=self.adviser.name, reference=self.reference)

    @cached_property
    def plan(self) -> Plan:
        return make_plan(self.case, on=self.on)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        return whose_words(self.plan)

    @cached_property
    def outputs(self) -> Mapping[str, Output]:
        """Every file that can be handed over, by its name."""
        return {output.name: output for output in outputs_of(self.plan)}

    def files_about(self, about: str) -> tuple[str, ...]:
        """Return the names of the files that are a form of the letter `about`."""
        return tuple(name for name, output in self.outputs.items() if output.about == about)

    @property
    def other_files(self) -> tuple[str, ...]:
        """The names of what goes beside the letters, where it may be handed over at once."""
        return tuple(
            name for name, each in self.outputs.items() if each.about not in KINDS and each.is_offered
        )

    @property
    def authority(self) -> Authority | None:
        found = next((each for each in self.case.problems if isinstance(each, AuthorityToAct)), None)
        if found is None:
            return None
        latest = last_day_of_authority(self.case, found.begins) if found.begins else None
        ends = min((day for day in (found.ends, latest) if day), default=None)
        return Authority(found.begins, found.ends, latest, is_over=bool(ends and ends < self.on))


def opened(text: str, centre: Centre, *, adviser: str, reference: str, on: date) -> Desk:
    """Return the client's file `text` on the desk. Raises `NotForTheDesk`."""
    if not text.strip():
        raise NotForTheDesk(worded("web.desk.choose-file"))
    if len(text) > LONGEST_FILE:
        raise NotForTheDesk(worded("web.desk.too-long"))
    try:
        facts = facts_in(text.removeprefix("\ufeff"))
    except UnreadableCase as error:
        raise NotForTheDesk(*map(str, error.mistakes)) from None
    named = _named_in(facts)
    if not adviser.strip() and named and centre.adviser(named) is None:
        raise NotForTheDesk(worded("web.desk.not-ours"))
    return Desk(facts, centre, signing(centre, adviser.strip() or named), reference.strip(), on)


def with_words(text: str, words: str) -> str:
    """Return the client's file `text`, which `words` open if it is locked. Raises `NotForTheDesk`."""
    try:
        return unlocked(text, words)
    except StaysLocked as error:
        raise NotForTheDesk(str(error)) from None


def signing(centre: Centre, name: str) -> Adviser:
    """Return the adviser called `name`, or whoever signs where nobody is named. Raises `NotForTheDesk`."""
    found = centre.adviser(name) if name.strip() else centre.signing
    if found is None:
        raise NotForTheDesk(worded("web.desk.nobody" if name.strip() else "web.desk.no-adviser"))
    return found


def new_client(adviser: Adviser, reference: str) -> str:
    """Return the file with which the interview begins for a client of whom nothing has been told."""
    named = {"adviser": adviser.name, "reference": reference.strip()}
    return json.dumps({"format": 1, SAVED: {"version": VERSION, "pages": {}, BY_THE_CENTRE: named}})


def _named_in(facts: Mapping[str, Any]) -> str:
    """Return the name of the adviser in the file: the desk asks who signs, where that is nobody of ours."""
    writer = facts.get("writer")
    is_adviser = isinstance(writer, dict) and writer.get("kind") == "adviser"
    return str(writer.get("name", "")) if is_adviser and isinstance(writer, dict) else ""
