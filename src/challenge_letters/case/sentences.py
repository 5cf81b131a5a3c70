"""Where one typed sentence ends and the next begins. Nothing inside a sentence is ever changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from challenge_letters.case.found_once import found_once

LINE_BREAK = re.compile(r"[ \t]*\n\s*")
# A stop after one of these ends no sentence.
SHORT = ("Mr", "Mrs", "Ms", "Dr", "St", "No", "reg", "regs", "Reg", "para", "paras", "Sch", "art", "Art")
ABBREVIATED = "".join(rf"(?<!\b{each}\.)" for each in SHORT) + r"(?<!e\.g\.)(?<!i\.e\.)"
# A quotation that is opened and closed. A mark after a figure is one of inches, and opens nothing.
QUOTATION = re.compile(r"“[^“”]*”|(?<![^\s(\[:;,–—-])\"(?=\S)[^\"]*(?<=\S)\"(?!\w)")
SENTENCE_END = re.compile(rf"(?<=[.!?]){ABBREVIATED}[”\"’)]*\s+(?=[A-Z“\"'‘(0-9£]|i\b)")


def flat(text: str) -> str:
    """Return `text` on one line: its line breaks become spaces, everything else stays as it was typed."""
    return LINE_BREAK.sub(" ", text).strip()


@found_once
def split(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, its line breaks as spaces, each exactly as typed."""
    return tuple(each.strip() for each in _pieces(flat(text)) if each.strip())


def without(text: str, is_left_out: Callable[[str], bool]) -> str:
    """Return `text` without the sentences that are left out; all else, its line breaks too, stays as typed.

    `is_left_out` is asked of each sentence as `split` returns it.
    """
    pieces = _pieces(text)
    staying = [each for each in pieces if not is_left_out(flat(each))]
    return text if len(staying) == len(pieces) else "".join(staying).strip()


def is_quotation(text: str) -> bool:
    """Whether all of `text` is one quotation."""
    return bool(QUOTATION.fullmatch(text.strip()))


def _pieces(text: str) -> list[str]:
    """Return `text` cut after each sentence, with what stands between it and the next.

    A quotation is never cut: what somebody said stands in one piece, however many sentences it has.
    """
    quoted = [match.span() for match in QUOTATION.finditer(text)]
    ends = (match.end() for match in SENTENCE_END.finditer(text))
    uncut = (end for end in ends if not any(start < end < stop for start, stop in quoted))
    return [text[start:stop] for start, stop in pairwise((0, *uncut, len(text)))]
