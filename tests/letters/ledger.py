"""Many letters as a ledger: each line they print once, beside the letters that print it.

A ledger has a file for each template, `mandatory-reconsideration.txt`, `northern-ireland/complaint.txt`. A line
stands in the file of the template that prints it first, next to the lines it is printed beside, so that a file
reads like the template with all its branches laid open. Behind it, in brackets, who prints it:

    I could not attend because I was ill.  [reasons, 12 more]
    Yours faithfully,  [full.mandatory-reconsideration, 12 more, all of 3 kinds]

the first letter, how many more, and of how many kinds of letter every one. A line that follows closely, without an
empty line before it, begins with "¬"; the number of a numbered line is "#".

`order.txt` holds, for each template, how many letters there are and a digest of how each is put together: which
line follows which and is numbered how, by its place in the ledger and not by its words; and at its end a digest of
all letters in full. So a changed word is a changed line (and the last digest); a sentence that now stands in more or
fewer letters says so in its brackets; when lines change places, or one is added, the digest of that kind of letter
changes; and nothing at all can change without the last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import cached_property
from hashlib import sha256

CLOSE = "¬"
NUMBER = re.compile(r"\d+(?=\. )")


@dataclass(frozen=True)
class Written:
    """One letter: its name, the template it is from, and its plain text."""

    name: str
    template: str
    text: str

    @cached_property
    def printed(self) -> tuple[tuple[str, str], ...]:
        """Its lines as a ledger has them, each with its number, if it has one."""
        found = tuple(_printed(self.text))
        assert _text_of(found) == self.text, f"{self.name} has a line that a ledger cannot hold"
        return found

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines without their numbers."""
        return tuple(line for line, _ in self.printed)


def _printed(text: str) -> Iterator[tuple[str, str]]:
    for paragraph in text.removesuffix("\n").split("\n\n"):
        for at, line in enumerate(paragraph.split("\n")):
            number = NUMBER.match(line)
            mark = CLOSE if at else ""
            yield (f"{mark}#{line[number.end() :]}", number[0]) if number else (f"{mark}{line}", "")


def _text_of(printed: Iterable[tuple[str, str]]) -> str:
    """Return the letter whose lines are `printed`: what `_printed` says is all there is to know of it."""
    text = ""
    for line, number in printed:
        gap = "\n" if line.startswith(CLOSE) else "\n\n" if text else ""
        plain = line.removeprefix(CLOSE)
        text += gap + (number + plain.removeprefix("#") if number else plain)
    return f"{text}\n"


def ledger(letters: Iterable[Written]) -> dict[str, str]:
    """Return the text of every file of the ledger of `letters`, by its path."""
    by_template = _by_template(letters)
    rows = _rows(by_template)
    places = {line: at for at, line in enumerate(line for lines in rows.values() for line in lines)}
    printed_by = _printed_by(by_template)
    files = {
        f"{template.removesuffix('.docx')}.txt": "".join(
            f"{line}  [{_told(printed_by[line], by_template)}]\n" for line in lines
        )
        for template, lines in rows.items()
        if lines
    }
    order = (f"{name}: {len(own)} letters, {_order(own, places)}\n" for name, own in by_template.items())
    every = [f"{letter.name}\n{letter.text}" for own in by_template.values() for letter in own]
    seal = f"all {len(every)} letters in full: {_digest(*every)}\n"
    return {**files, "order.txt": "".join([*sorted(order), seal])}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a ledger that went and those that came, each with its file."""
    for path in sorted({*before, *after}):
        found = unified_diff(before.get(path, "").splitlines(), after.get(path, "").splitlines(), n=0)
        yield from (f"{path}: {line}" for line in list(found)[2:] if not line.startswith("@@"))


def _rows(by_template: Mapping[str, Sequence[Written]]) -> dict[str, list[str]]:
    """Return the lines that each template is the first to print."""
    seen: set[str] = set()
    rows: dict[str, list[str]] = {}
    for template, own in by_template.items():
        rows[template] = [line for line in _in_place(own) if line not in seen]
        seen.update(rows[template])
    return rows


def _by_template(letters: Iterable[Written]) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = {}
    for letter in letters:
        found.setdefault(letter.template, []).append(letter)
    return found


def _printed_by(by_template: Mapping[str, Sequence[Written]]) -> dict[str, list[Written]]:
    found: dict[str, list[Written]] = {}
    for own in by_template.values():
        for letter in own:
            for line in dict.fromkeys(letter.lines):
                found.setdefault(line, []).append(letter)
    return found


def _in_place(letters: Iterable[Written]) -> list[str]:
    """Return each line once, behind the line that it follows in the first letter that has it."""
    placed: list[str] = []
    for letter in letters:
        at = 0
        for line in letter.lines:
            if line not in placed:
                placed.insert(at, line)
            at = placed.index(line) + 1
    return placed


def _told(letters: Sequence[Written], by_template: Mapping[str, Sequence[Written]]) -> str:
    """Return who prints a line. Of a template all letters of which do, the number is not said: a new one is no news."""
    counted = Counter(letter.template for letter in letters)
    whole = [template for template, times in counted.items() if times == len(by_template[template])]
    more = sum(times for template, times in counted.items() if template not in whole)
    more -= letters[0].template not in whole
    told = [letters[0].name]
    told += [f"{more} more"] if more else []
    told += [f"all of {len(whole)} kinds"] if whole else []
    return ", ".join(told)


def _order(letters: Sequence[Written], places: Mapping[str, int]) -> str:
    """Return a digest of the order of the lines of `letters`, whatever other kinds of letter print between them."""
    known = sorted({line for letter in letters for line in letter.lines}, key=places.__getitem__)
    ranks = {line: at for at, line in enumerate(known)}
    orders = (f"{each.name} {[(ranks[line], number) for line, number in each.printed]}" for each in letters)
    return _digest(*orders)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
