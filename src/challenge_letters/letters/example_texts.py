"""Every example letter as plain text, and what differs between two sets of them.

An upgrade, a centre's own wording or a changed figure of the law shows here as changed lines: each change
once, with the letters it is in.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import UnreadableCase, read_case
from challenge_letters.centre.details import Centre
from challenge_letters.centre.signing import signed_by
from challenge_letters.languages import worded
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan

# A Monday. What is late or in time in an example is late or in time on this day.
WRITTEN_ON = date(2026, 11, 23)
ENDING = ".txt"
FOR_A_CLIENT = "-for-a-client"
# Beside the letters: the day they were written for, so that later ones are written for the same.
DAY = "as-at"


@dataclass(frozen=True)
class Change:
    """Lines that stand in the place of others, and the letters, by file name, in which they do."""

    was: tuple[str, ...]
    now: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Differences:
    """What differs between two sets of letters: names only one of them has, and changes, commonest first."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.changes)


def texts_of(cases: Path, *, on: date, centre: Centre | None = None) -> dict[str, str]:
    """Return the text of each letter that each case file in `cases` gives, by file name: "CASE.KIND.txt".

    A file in a folder below, where `batch` leaves it, is called after that folder, too. Letters that nobody
    has asked for are left out. With a `centre` each letter of a claimant's own is written for a client
    as well. Raises `LettersError` for a file that is no case, or where there is none.
    """
    found: dict[str, str] = {}
    for name, case in _in_each_voice(cases, centre, on):
        for letter in make_plan(case, on=on).letters:
            if not letter.is_optional:
                text = plain_text(fill(letter, case, on=on))
                found[f"{name}.{letter.kind}{ENDING}"] = f"{text}\n"
    if not found:
        raise LettersError(worded("letters.examples.no-cases", folder=cases))
    return found


def _in_each_voice(cases: Path, centre: Centre | None, on: date) -> Iterator[tuple[str, Case]]:
    for name, case in cases_in(cases):
        yield name, case
        if centre and centre.signing and case.writer.kind != "adviser":
            signed = signed_by(case, centre, on=on, adviser=centre.signing.name)
            yield f"{name}{FOR_A_CLIENT}", signed


def cases_in(folder: Path) -> Iterator[tuple[str, Case]]:
    """Yield each case in `folder` and the folders below it, with a name that no other has.

    Raises `LettersError` for a file that is no case.
    """
    for path in sorted(folder.rglob("*.json")):
        yield "-".join(path.relative_to(folder).with_suffix("").parts), _case_in(path)


def texts_in(folder: Path) -> dict[str, str]:
    """Return the letters that `texts` once wrote into `folder`, by file name.

    Raises `LettersError` where there are none.
    """
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"*{ENDING}"))}
    if not found:
        raise LettersError(worded("letters.examples.no-letters", folder=folder))
    return found


def day_of(folder: Path) -> date | None:
    """Return the day for which the letters in `folder` were written; None if it is not said."""
    try:
        return date.fromisoformat((folder / DAY).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> Differences:
    """Return what differs between the letters `old` and `new`, both by file name."""
    where: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for name in sorted(old.keys() & new.keys()):
        for was, now in _changed_lines(old[name].splitlines(), new[name].splitlines()):
            where.setdefault((was, now), []).append(name)
    changes = (Change(was, now, tuple(dict.fromkeys(names))) for (was, now), names in where.items())
    return Differences(
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(changes, key=lambda change: -len(change.letters))),
    )


def as_text(found: Differences) -> str:
    """Return `found` as text: "-" was, "+" is now, and the letters under each change."""
    return "\n".join(_told(found)) if found else worded("letters.examples.no-difference")


def _case_in(path: Path) -> Case:
    try:
        return read_case(path.read_text(encoding="utf-8"))
    except (UnreadableCase, UnicodeDecodeError) as error:
        raise LettersError(worded("letters.examples.unusable", path=path, why=error)) from None


def _told(found: Differences) -> Iterator[str]:
    for name in found.gone:
        yield worded("letters.examples.gone", name=name)
    for name in found.new:
        yield worded("letters.examples.new", name=name)
    for change in found.changes:
        yield ""
        yield from (f"- {line}" for line in change.was)
        yield from (f"+ {line}" for line in change.now)
        yield worded("letters.examples.in", letters=_named(change.letters))


def _named(letters: tuple[str, ...], most: int = 3) -> str:
    first = ", ".join(name.removesuffix(ENDING) for name in letters[:most])
    return (
        worded("letters.examples.and-more", first=first, more=len(letters) - most)
        if len(letters) > most
        else first
    )


def _changed_lines(old: list[str], new: list[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the lines of `old` that went, each time with those of `new` in their place."""
    was = now = 0
    for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        before, after = _written(old[was : block.a]), _written(new[now : block.b])
        if before or after:
            yield from _line_by_line(before, after)
        was, now = block.a + block.size, block.b + block.size


def _line_by_line(
    before: tuple[str, ...], after: tuple[str, ...]
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return a change for each pair of lines where they pair, so that two wordings are two changes."""
    if len(before) == len(after):
        return [((was,), (now,)) for was, now in zip(before, after, strict=True)]
    return [(before, after)]


def _written(lines: list[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line.strip())
