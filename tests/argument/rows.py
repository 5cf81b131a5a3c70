"""What the argument asks of the wordings: every row that some letter uses, with the slots it is always given.

Run this file to write src/challenge_letters/argument/rows.yaml anew after a change of the argument; read the diff.
An adviser's `challenge-letters check` compares the Word files with it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from challenge_letters.argument.sentences import Sentence
from tests.argument.cases import letters

FILE = Path(__file__).parents[2] / "src/challenge_letters/argument/rows.yaml"
HEAD = "# Written by tests/argument/rows.py: each row of the wordings, its slots, and the letters it stands in.\n"


def inside(sentence: Sentence) -> Iterator[Sentence]:
    """Yield `sentence` and every one that stands in its slots."""
    yield sentence
    for value in sentence.slots.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Sentence):
                yield from inside(each)


def observed() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by the name of each row that is used, the slots it is always given and the letters."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for letter in letters():
        for paragraph in letter.argument.paragraphs:
            for sentence in (one for each in paragraph for one in inside(each)):
                slots, kinds = found.get(sentence.wording, (frozenset(sentence.slots), frozenset()))
                found[sentence.wording] = (slots & frozenset(sentence.slots), kinds | {letter.kind_and_law})
    return found


def as_yaml() -> str:
    """Return the content of the data file."""
    lines = (
        f"{name}: {{slots: [{', '.join(sorted(slots))}], letters: [{', '.join(sorted(kinds))}]}}\n"
        for name, (slots, kinds) in sorted(observed().items())
    )
    return HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(as_yaml(), encoding="utf-8")
