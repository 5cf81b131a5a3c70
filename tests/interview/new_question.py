"""A new page of questions, added to a copy of this tree and taken away again: the signal during a missed call.

`ADDED` is all there is to it: each place with what is done there, as docs/how-to-add.md tells it. One answer
goes to a new page, which is asked of missed calls, and one to a page that is there already.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.letter_kinds.new_kind import TOP

PAGE = "signal"
EXAMPLE = "call-without-time"

RECORD = """
- id: signal
  about: problem.call
  of_failures: [missed-call]
  asks:
    had_signal: {choice: A signal where you were, of: yesno3}
    signal_words: {words: More about the signal}
"""
MORE_ON_A_PAGE = "    call_minutes: {words: How long it rang, unit: minutes, case: rang_for}\n"

FIELDS = """\
    had_signal: YesNo = "not-known"
    signal_words: Words = ""
    rang_for: Minutes = None
"""

QUESTION = """\
---
id: signal
question: |
  Was there a signal?
fields:
  - label: "Was there a signal at that place?"
    field: a.problems[i].had_signal
    input type: radio
    choices:
      code: |
        choices('yesno3')
    default: not-known
  - label: "Is there more to say about it?"
    field: a.problems[i].signal_words
    datatype: raw
    input type: area
    rows: 3
    required: False
    validate: check_words
"""
FIELD_ON_A_PAGE = """\
  - label: "For how long did it ring?"
    field: a.problems[i].call_minutes
    datatype: raw
    required: False
    validate: check_minutes
"""


def _after(path: Path, line: str, added: str) -> None:
    """Put `added` behind the block of `line`: before the next blank line, or line of dashes."""
    text = path.read_text("utf-8")
    start = text.index(line)
    ends = [end for mark in ("\n\n", "\n---\n") if (end := text.find(mark, start)) > 0]
    end = min(ends) + 1
    path.write_text(text[:end] + added + text[end:], "utf-8")


def _record(path: Path) -> None:
    _after(path, "- id: call\n", MORE_ON_A_PAGE + RECORD)


def _fields(path: Path) -> None:
    _after(path, "    number_hidden: YesNo", FIELDS)


def _questions(path: Path) -> None:
    _after(path, "\nid: call\n", FIELD_ON_A_PAGE + QUESTION)


ADDED: Mapping[str, Callable[[Path], None]] = {
    "src/challenge_letters/interview/questions/reasons.yaml": _record,
    "src/challenge_letters/case/failure.py": _fields,
    "interviews/reasons.yml": _questions,
}


def add(tree: Path) -> None:
    """Add the questions to `tree`, in the places of `ADDED` and nowhere else."""
    for place, change in ADDED.items():
        change(tree / place)


def take_away(tree: Path) -> None:
    """Put every place of `ADDED` back as it was."""
    for place in ADDED:
        shutil.copy(TOP / place, tree / place)
