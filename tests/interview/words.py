"""Counts how plain the questions are: `make words` prints the figures, and a test holds the limits.

docassemble's own copy of textstat counts words and syllables, and brings Dale and Chall's list of easy words. It comes with
the interview and fetches nothing.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from challenge_letters.interview.texts import page_texts
from tests.interview.walker import TO_WHOM, blocks

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from docassemble_textstat.textstat import textstatistics

COUNTS = textstatistics()
# Limits for one sentence, and for all that is asked and said on one page: years of school, by Flesch and Kincaid.
LONGEST_SENTENCE = 25
HARDEST_PAGE = 7.0
# Of a hundred words, so many may stand outside the list of easy words ("sanction" and "benefit" do).
HARD_WORDS_IN_HUNDRED = 9
# Below so many words a grade says nothing.
SHORTEST_PAGE = 30
WORDS_OF_OFFICES = frozenset(
    [
        "aforesaid",
        "alleviate",
        "ascertain",
        "attain",
        "cease",
        "commence",
        "comply",
        "endeavour",
        "expedite",
        "facilitate",
        "forthwith",
        "furthermore",
        "henceforth",
        "hereby",
        "herein",
        "hitherto",
        "inter-alia",
        "necessitate",
        "notwithstanding",
        "obtain",
        "optimise",
        "prior",
        "pursuant",
        "purport",
        "remit",
        "remunerate",
        "subsequently",
        "terminate",
        "thereafter",
        "therein",
        "thereof",
        "utilise",
        "whereas",
        "whilst",
    ]
)
SHOWN = frozenset(
    {"question", "subquestion", "label", "help", "hint", "note", "continue button label", "required", "date"}
)
NOT_SHOWN = frozenset({"hard_words", "common_words", "not_a_password"})
TEMPLATE = re.compile(r"(?ms)^\s*%.*?$|<%.*?%>|</(?:p|li|h2|h3|summary|dt|dd|div|option)>")
TAG = re.compile(r"<[^>]+>")
# A text ends at a full stop, a blank line, a point of a list; a line that is only wrapped goes on.
ENDS = re.compile(r"(?<=[.?!:])[”\"]?\s+|\n\s*\n\s*|\n\s*\*\s+")


@dataclass(frozen=True)
class Said:
    """What one page of the interview says, or one list of choices and messages, in sentences."""

    name: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it as one text."""
        return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in self.sentences)

    @property
    def words(self) -> int:
        """How many words it has."""
        return int(COUNTS.lexicon_count(self.text))

    @property
    def grade(self) -> float:
        """How many years of school it needs."""
        return float(COUNTS.flesch_kincaid_grade(self.text))


def everything_said() -> list[Said]:
    """Return every page of the interview, and every choice, row and message that Python keeps."""
    pages = [_said(str(block["id"]), _texts(block)) for block in blocks() if "question" in block]
    lists = [_said(name, _all_texts(held)) for name, held in page_texts().items() if name not in NOT_SHOWN]
    return [*pages, *lists]


@cache
def easy_words() -> frozenset[str]:
    """Return the words that nearly every child of ten knows, as the library brings them."""
    held = resources.files("docassemble_textstat").joinpath("resources/en/easy_words.txt")
    return frozenset(held.read_text(encoding="utf-8").split())


def hard_words(said: list[Said]) -> Counter[str]:
    """Return the words outside the list of easy ones, with how often each is said."""
    found: Counter[str] = Counter()
    for each in said:
        for word in re.findall(r"[a-z]+(?:-[a-z]+)*", each.text.lower()):
            if word not in easy_words() and COUNTS.syllable_count(word) > 1:
                found[word] += 1
    return found


def _said(name: str, texts: Iterator[str]) -> Said:
    pieces = (piece for text in texts for piece in ENDS.split(_plain(text)))
    return Said(name, tuple(" ".join(piece.split()) for piece in pieces if piece and len(piece.split()) > 1))


def _texts(held: Any, key: str = "") -> Iterator[str]:
    if isinstance(held, str) and key in SHOWN:
        yield held
    elif isinstance(held, dict):
        for name, inner in held.items():
            yield from _texts(inner, name)
    elif isinstance(held, list):
        for inner in held:
            yield from _texts(inner, key)


def _all_texts(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict | list):
        for inner in held.values() if isinstance(held, dict) else held:
            yield from _all_texts(inner)


def _plain(text: str) -> str:
    text = TO_WHOM.sub(lambda found: found.group(1) or found.group(2), text)
    bare = re.sub(r"\$\{[^}]*\}", "something", TAG.sub(" ", TEMPLATE.sub("\n\n", text)))
    return re.sub(r"[*\[\]_]", "", re.sub(r"\]\([^)]*\)", "]", bare))


def figures() -> str:
    """Return what was counted, a line for each figure."""
    said = everything_said()
    sentences = sorted((len(each.split()), one.name, each) for one in said for each in one.sentences)
    words = sum(one.words for one in said)
    hard = hard_words(said)
    graded = sorted(((one.grade, one.name) for one in said if one.words >= SHORTEST_PAGE), reverse=True)
    lines = (
        f"{len(said)} pages and lists, {len(sentences)} sentences, {words} words",
        f"words in a sentence: {words / len(sentences):.1f} on average, {sentences[-1][0]} at most; the longest:",
        *(f"  {count} {name}: {text}" for count, name, text in sentences[:-6:-1]),
        f"hard words in a hundred: {100 * hard.total() / words:.1f}",
        "  " + ", ".join(f"{word} {count}" for word, count in hard.most_common(40)),
        "most years of school: " + ", ".join(f"{name} {grade}" for grade, name in graded[:10]),
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{figures()}\n")
