"""The law in these letters: what they can name, since when, how it was checked, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, groupby
from types import MappingProxyType
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.law.authorities import Authority, Instrument, instruments, register
from challenge_letters.law.benefits import BENEFITS, NAMES, OLD_NAMES
from challenge_letters.law.checked_values import CheckedValue, checked_values
from challenge_letters.law.freshness import is_old_text, whole_years
from challenge_letters.law.nations import GREAT_BRITAIN, NATIONS, known
from challenge_letters.law.nations import NAMES as NATION_NAMES
from challenge_letters.law.open_questions import OpenQuestion, open_questions
from challenge_letters.law.points import points
from challenge_letters.law.spoken import spoken
from challenge_letters.letter_kinds.kinds import LETTER_KINDS, LetterKind
from challenge_letters.plan.authority import is_written_for, points_of


@dataclass(frozen=True)
class Entry:
    """One authority with the letters that can name it, and how it was checked, in words for one day."""

    authority: Authority
    letters: tuple[LetterKind, ...]
    how_checked: str
    is_old: bool

    @property
    def since(self) -> str:
        """From when to when the provision, in the words it is named for, is known to be in force."""
        until = self.authority.in_force_to
        since = spoken(self.authority.in_force_from)
        if until:
            return worded("law-page.in-force-until", since=since, until=spoken(until))
        return worded("law-page.in-force", since=since)

    @property
    def where(self) -> str:
        """The nations it is law in."""
        return _nations(self.authority.nations)

    @property
    def benefits(self) -> str:
        """The benefits it is about."""
        if self.authority.benefits == BENEFITS:
            return worded("law-page.all-benefits")
        return _listed({**NAMES, **OLD_NAMES}[benefit] for benefit in self.authority.benefits)


@dataclass(frozen=True)
class Group:
    """An instrument with its entries."""

    instrument: Instrument
    entries: tuple[Entry, ...]

    @property
    def recheck(self) -> str:
        """What is said of every entry of the group."""
        return " ".join(dict.fromkeys(entry.authority.recheck_common for entry in self.entries))


@dataclass(frozen=True)
class Listing:
    """What is held on the day `on`, with the questions that are still open."""

    on: date
    entries: tuple[Entry, ...]
    values: tuple[CheckedValue, ...]
    questions: tuple[OpenQuestion, ...]


def held(*, on: date, nation: str | None = None, only_unchecked: bool = False) -> Listing:
    """Return what is held for `nation` (for any, if None); only what nobody has read, if so asked.

    Raises UnknownNation.
    """
    places = NATIONS if nation is None else (known(nation),)
    found = (_entry(each, on) for each in register().values() if set(places) & set(each.nations))
    return Listing(
        on,
        tuple(entry for entry in found if not (only_unchecked and entry.authority.is_confirmed)),
        tuple(value for value in checked_values() if set(places) & set(value.nations) and not only_unchecked),
        tuple(question for question in open_questions() if set(places) & set(question.nations)),
    )


def groups(found: Iterable[Entry]) -> tuple[Group, ...]:
    """Return the entries by instrument, in the order of the data files."""
    by_instrument = groupby(
        sorted(found, key=lambda entry: tuple(instruments()).index(entry.authority.instrument)),
        key=lambda entry: entry.authority.instrument,
    )
    return tuple(Group(instruments()[key], tuple(members)) for key, members in by_instrument)


def listing_json(listing: Listing) -> dict[str, Any]:
    """Return the listing for a program to read; days as YYYY-MM-DD, lengths of time in whole years."""
    return {
        "as_at": listing.on.isoformat(),
        "authorities": [_record(entry, listing.on) for entry in listing.entries],
        "values": [_value_record(value, listing.on) for value in listing.values],
        "open_questions": [
            {"id": each.id, "about": each.about, "question": each.question, "nations": list(each.nations)}
            for each in listing.questions
        ],
    }


def _record(entry: Entry, on: date) -> dict[str, Any]:
    authority = entry.authority
    until, version = authority.in_force_to, authority.version
    return {
        "id": authority.id,
        "short": authority.short,
        "full": authority.full,
        "provision": authority.provision,
        "says": authority.says,
        "nations": list(authority.nations),
        "benefits": list(authority.benefits),
        "in_force_from": authority.in_force_from.isoformat(),
        "in_force_to": until.isoformat() if until else None,
        "governed_by": authority.governed_by,
        "url": authority.url,
        "checked": authority.checked,
        "version": version.isoformat() if version else None,
        "years_old": authority.age_of_text(on=on),
        "is_old_text": entry.is_old,
        "checked_on": authority.checked_on.isoformat(),
        "recheck": authority.recheck,
        "letters": list(entry.letters),
    }


def _value_record(value: CheckedValue, on: date) -> dict[str, Any]:
    return {
        "file": value.file,
        "where": value.where,
        "rests_on": value.rests_on,
        "nations": list(value.nations),
        "checked": value.checked,
        "version": value.version.isoformat() if value.version else None,
        "is_old_text": is_old(value, on=on),
        "checked_on": value.checked_on.isoformat(),
        "recheck": value.recheck,
    }


def _entry(authority: Authority, on: date) -> Entry:
    letters = _cited_in().get(authority.id, ())
    return Entry(authority, letters, how_checked(authority, on=on), authority.is_old_text(on=on))


@cache
def _cited_in() -> Mapping[str, tuple[LetterKind, ...]]:
    """Return the kinds of letter that can name each authority, by its id."""
    found: dict[str, tuple[LetterKind, ...]] = {}
    for kind in LETTER_KINDS:
        for key in frozenset().union(*(_reachable(kind, nation) for nation in NATIONS)):
            found[key] = (*found.get(key, ()), kind)
    return MappingProxyType(found)


def _reachable(kind: LetterKind, nation: str) -> frozenset[str]:
    """Return the ids of the authorities that letters of that `kind` in `nation` can name."""
    if not is_written_for(nation, kind):
        return frozenset()
    said = (points()[point] for point in points_of(kind, nation=nation))
    ids = (point.ids(benefit=benefit, nation=nation) for point in said for benefit in BENEFITS)
    return frozenset(chain.from_iterable(ids))


def is_old(record: Authority | CheckedValue, *, on: date) -> bool:
    """Return whether `record` was read in a text that is too old on that day to rely on."""
    return record.version is not None and is_old_text(record.version, on=on)


def how_checked(record: Authority | CheckedValue, *, on: date) -> str:
    """Return how and when `record` was checked, in words, with the age of its text where that is old."""
    return f"{_how(record, on)}{looked_at(record.checked_on)}"


def looked_at(day: date) -> str:
    """Return how the sentence of how a record was checked goes on: "; looked at on 3 October 2026"."""
    return worded("law-page.looked-at", day=spoken(day))


def _how(record: Authority | CheckedValue, on: date) -> str:
    if record.checked in ("unchecked", "secondary"):
        return worded(f"law-page.{record.checked}")
    if record.version is None:
        return worded("law-page.day-not-noted")
    years = whole_years(record.version, on)
    key = "old-text-read" if is_old(record, on=on) else "text-read"
    return worded(f"law-page.{key}", day=spoken(record.version), years=years)


def _nations(nations: tuple[str, ...]) -> str:
    if nations == NATIONS:
        return worded("law-page.all-nations")
    if nations == GREAT_BRITAIN:
        return worded("law-page.great-britain")
    return _listed(NATION_NAMES[each] for each in nations)


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return worded("law-page.listed", most=", ".join(most), last=last) if most else last


def listing_text(listing: Listing) -> str:
    """Return the listing for a terminal."""
    return "\n".join(_text(listing))


def _text(listing: Listing) -> Iterator[str]:
    for group in groups(listing.entries):
        yield group.instrument.title
        if group.recheck:
            yield f"  {worded('law-page.look-again', what=group.recheck)}"
        for entry in group.entries:
            yield from _lines(entry)
        yield ""
    if listing.values:
        yield worded("law-page.values")
        yield from (_value_line(value, listing.on) for value in listing.values)
        yield ""
    yield worded("law-page.questions")
    yield from (f"  {each.about}: {each.question}" for each in listing.questions)
    yield ""
    yield worded("law-page.count", count=len(listing.entries), day=spoken(listing.on))


def _value_line(value: CheckedValue, on: date) -> str:
    said = [value.where, value.rests_on, worded("law-page.how-known", how=how_checked(value, on=on))]
    recheck = f" {worded('law-page.look-again', what=value.recheck)}" if value.recheck else ""
    return f"  {value.file}: {'. '.join(part for part in said if part)}.{recheck}"


def _lines(entry: Entry) -> Iterator[str]:
    authority = entry.authority
    yield f"  {authority.provision or authority.short} [{authority.id}]"
    yield f"    {authority.says}"
    letters = ", ".join(entry.letters) or worded("law-page.no-letter")
    in_force = worded("law-page.known-in-force", benefits=entry.benefits, since=entry.since)
    yield f"    {entry.where}; {in_force}."
    yield f"    {worded(f'law-page.governed-by-{authority.governed_by}')}"
    yield f"    {worded('law-page.how-known', how=entry.how_checked)}."
    if authority.recheck_own:
        yield f"    {worded('law-page.look-again', what=authority.recheck_own)}"
    yield f"    {authority.url}"
    yield f"    {worded('law-page.letters', letters=letters)}"
