"""Reads the records of the letters: one file for each kind, under its name.

A field that a record leaves out has the value it has in `Kind`. docs/how-to-add.md says how a kind is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from challenge_letters.languages import in_language
from challenge_letters.law.data_files import read_yaml
from challenge_letters.law.errors import BadRecord
from challenge_letters.letter_kinds.pages import KindPages, pages_of

RECORDS = Path(__file__).parent / "records"
# What a record says in words, and the file in which another language says it, under the kind of letter.
IN_WORDS = ("name", "called", "wanted_as", "refusals", "texts", "texts_in")
FILE_OF_TEXTS = "letter-kinds"
LetterKind = str
# What goes first among letters: what stops a loss today, what a clock waits for, and what gets a decision.
Urgency = Literal["at-once", "by-its-clock", "before-the-rest", "when-it-can"]
# The texts of a letter on screen, and the group of the plan's catalogue to which each belongs.
TEXT_GROUPS: Mapping[str, str] = {
    "now": "why_now",
    "later": "why_later",
    "warning": "next_warnings",
    "step": "next_steps",
    "channel": "channels",
    "same_day": "same_day",
}


@dataclass(frozen=True)
class Kind:
    """One kind of letter, as its record says.

    `order` is its place in every list. `name` is for advisers, `called` for the person, `wanted_as` what
    somebody would say who wants it ("" for the five that come first, which nobody has to choose).
    `document_title` stands in the properties of the file and gives nothing away.

    `signed_by`: who speaks where an adviser writes. `in_journal`: whether its text may go there; it may not
    if it goes to somebody else than the office, needs its sender on it, or must be read by nobody else.
    `may_wait`: no time limit of the person's runs, and no money is lost meanwhile. `is_spoken`: it is read
    out on the phone and sent to nobody. `means_no_money`: whoever needs it has no money now.
    `in_batch`: a spreadsheet of clients can ask for it.

    `clock` is the kind of deadline by which it must have arrived. `rests_on` are the points without whose law
    it is not written. `recipient` is what the office on record is kept for, "" where the case says whom.
    `composed_by` is the module of argument/ that composes it, with a function of that name; "" for a letter
    made of grounds, or one that is only filled in.
    `not_written_in` gives for a nation the id of the text that says why not, "" for the general one.
    `wanted_in` gives for each group of the page "what comes next" its place there. `needs` gives for a reason
    not to send it the fields that must be filled, in the order in which they are looked at; `refusals` are
    the sentences of its reasons.
    """

    id: LetterKind
    order: int
    name: str
    called: str
    document_title: str
    wanted_as: str = ""
    signed_by: Literal["writer", "claimant"] = "writer"
    in_journal: bool = True
    journal_title: str = ""
    may_wait: bool = False
    is_spoken: bool = False
    means_no_money: bool = False
    in_batch: bool = False
    clock: str = ""
    urgency: Urgency = "when-it-can"
    rests_on: tuple[str, ...] = ()
    recipient: str = ""
    composed_by: str = ""
    not_written_in: Mapping[str, str] = field(default_factory=dict)
    wanted_in: Mapping[str, int] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Any] = field(default_factory=dict)
    texts_in: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    pages: KindPages | None = None

    @property
    def comes_first(self) -> bool:
        """Whether it answers a decision, a warning or a demand, asks for records or complains.

        Every other kind follows a first letter, and is the kind of a follow-up in the case.
        """
        return not self.wanted_as


def read_kinds(folder: Path) -> Mapping[LetterKind, Kind]:
    """Return every kind that has a record in `folder`, in order. Raises BadRecord."""
    found = sorted((_kind(path) for path in folder.glob("*.yaml")), key=lambda kind: kind.order)
    orders = [kind.order for kind in found]
    if len(set(orders)) < len(orders):
        raise BadRecord(f"Two letters in {folder.name}/ have the same order: {orders}.")
    return MappingProxyType({kind.id: kind for kind in found})


def texts_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record of a letter says in words, to be said in another language."""
    return {name: record[name] for name in IN_WORDS if name in record}


def texts_of_kinds() -> dict[str, dict[str, Any]]:
    """Return what every record says in words, in English, by the kind of letter."""
    return {path.stem: texts_of(read_yaml(path)) for path in RECORDS.glob("*.yaml")}


def _kind(path: Path) -> Kind:
    record: dict[str, Any] = read_yaml(path)
    record |= in_language(FILE_OF_TEXTS, path.stem, texts_of(record))
    known = {each.name for each in fields(Kind)} - {"id"}
    unknown = ", ".join(sorted(record.keys() - known))
    if unknown:
        raise BadRecord(f"{path.name}: a letter has nothing called {unknown}.")
    strange = ", ".join(sorted(record.get("texts", {}).keys() - TEXT_GROUPS.keys()))
    if strange:
        raise BadRecord(f"{path.name}: a letter has no text called {strange}.")
    pages = pages_of(record["pages"], file=path.name) if "pages" in record else None
    try:
        return Kind(id=path.stem, **record | {"rests_on": tuple(record.get("rests_on", ())), "pages": pages})
    except TypeError as error:
        raise BadRecord(f"{path.name}: {error}.") from error


KINDS = read_kinds(RECORDS)
LETTER_KINDS: tuple[LetterKind, ...] = tuple(KINDS)
FIRST_KINDS: tuple[LetterKind, ...] = tuple(kind.id for kind in KINDS.values() if kind.comes_first)


@cache
def texts_by_group() -> Mapping[str, Mapping[str, Any]]:
    """Return what the plan says of every kind, by group and id; a nation's own under KIND-NATION."""
    refusals = {reason: text for kind in KINDS.values() for reason, text in kind.refusals.items()}
    found: dict[str, dict[str, Any]] = {group: {} for group in TEXT_GROUPS.values()} | {"unwritten": refusals}
    for name, text_id, text in _texts():
        found[TEXT_GROUPS[name]][text_id] = text
    return MappingProxyType(found)


def _texts() -> Iterator[tuple[str, str, Any]]:
    for kind in KINDS.values():
        yield from ((name, kind.id, text) for name, text in kind.texts.items())
        for nation, texts in kind.texts_in.items():
            yield from ((name, f"{kind.id}-{nation}", text) for name, text in texts.items())


def wanted_groups() -> Mapping[str, tuple[LetterKind, ...]]:
    """Return for each thing somebody may want after a first letter the kinds that fit, in their order."""
    groups = dict.fromkeys(group for kind in KINDS.values() for group in kind.wanted_in)
    return {
        group: tuple(
            kind.id
            for kind in sorted(KINDS.values(), key=lambda kind: kind.wanted_in.get(group, 0))
            if group in kind.wanted_in
        )
        for group in groups
    }
