"""Keeps what many letters say: each line once, beside the letter that says it first.

A word that changes in a hundred letters is one changed line here. `orders.txt` holds, for each letter, a digest of
which lines it is made of and in which order, so that none can move, come or go unnoticed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from textwrap import wrap

COMMON = "common.txt"
ORDERS = "orders.txt"
WIDTH = 118
DIGEST_LETTERS = 6


@dataclass(frozen=True)
class Told:
    """One letter: its `name` among the samples, the `template` it is made from, and its lines."""

    name: str
    template: str
    lines: tuple[str, ...]

    @property
    def words(self) -> Iterator[str]:
        """Its lines with something in them."""
        return (line for line in self.lines if line)


def ledgers(letters: Sequence[Told]) -> Mapping[str, str]:
    """Return the text of each ledger by its file name: one for a template, one for lines that several share."""
    homes = _homes(letters)
    places: dict[str, tuple[str, int]] = {}
    rows: dict[str, list[str]] = {COMMON: []}
    for letter in letters:
        rows.setdefault(file_of(letter.template), [])
        for place, line in enumerate(_new(letter, places)):
            places[line] = (letter.name, place)
            rows[homes[line]].append(f"{letter.name} | {line}")
    texts = {name: "\n".join(_without_repeats(each)) + "\n" for name, each in rows.items() if each}
    return {**texts, ORDERS: _orders(letters, places)}


def file_of(template: str) -> str:
    """Return the name of the ledger of `template`: "complaint.docx" has "complaint.txt"."""
    return template.replace("/", ".").removesuffix(".docx") + ".txt"


def _homes(letters: Iterable[Told]) -> Mapping[str, str]:
    """Return the ledger that holds each line."""
    pairs = {(line, letter.template) for letter in letters for line in letter.words}
    count = Counter(line for line, _ in pairs)
    return {line: file_of(template) if count[line] == 1 else COMMON for line, template in pairs}


def _new(letter: Told, known: Mapping[str, object]) -> list[str]:
    return [line for line in dict.fromkeys(letter.words) if line not in known]


def _without_repeats(rows: Iterable[str]) -> Iterator[str]:
    """Yield `rows`, the name of a letter only before the first of its lines."""
    before = ""
    for row in rows:
        name, _, line = row.partition(" | ")
        yield row if name != before else f"  | {line}"
        before = name


def _orders(letters: Iterable[Told], places: Mapping[str, tuple[str, int]]) -> str:
    found: dict[str, list[str]] = {}
    for letter in letters:
        order = ",".join("/".join(map(str, places[line])) if line else "" for line in letter.lines)
        digest = sha256(order.encode()).hexdigest()[:DIGEST_LETTERS]
        found.setdefault(letter.template, []).append(f"{letter.name}={digest}")
    return "".join(_paragraph(template, digests) for template, digests in sorted(found.items()))


def _paragraph(template: str, digests: Sequence[str]) -> str:
    lines = wrap(" ".join(digests), WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join([template, *(f"  {line}" for line in lines)]) + "\n"
