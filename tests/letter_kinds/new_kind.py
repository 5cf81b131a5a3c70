"""A letter of a new kind, added to a copy of this tree and taken away again: a letter of thanks.

`ADDED` is all there is to it: each place with what is done there, as docs/how-to-add.md tells it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import docx

TOP = Path(__file__).parents[2]
COPIED = ("src", "interviews", "letter_templates", "examples")
KIND = "thanks"

RECORD = """\
order: 195
name: Letter of thanks
called: Letter that says thank you
wanted_as: Somebody helped me, and I want to thank them
document_title: Letter
in_journal: false
may_wait: true
wanted_in: {somebody-else: 3}
needs:
  thanks-need-words: [what_they_did]
refusals:
  thanks-need-words: Say in a sentence what they did for you.
texts:
  now: This letter says thank you.
  later: Send it when you like.
  warning: {heading: Nothing presses, text: You can send it at any time.}
  step: {heading: Send it, text: Post it or hand it in.}
  channel: Post it or hand it in.
pages:
  prefix: thank
  asks_proof: false
  in_order:
  - id: thank-what
    asks:
      thank_to_whom: {words: Whom you thank}
      thank_what_they_did: {words: What they did}
"""

MODEL = '''

class Thanks(FollowingUp):
    """Somebody helped, and is thanked for it."""

    MAY_BE_ABOUT: ClassVar[frozenset[str]] = frozenset()

    kind: Literal["thanks"]
    id: OwnId = "thanks"
    to_whom: Line = ""
    what_they_did: Words = ""
'''

PAGE = """
---
id: thank-what
question: |
  Whom do you want to thank?
fields:
  - label: "Their name"
    field: a.problems[i].thank_to_whom
    datatype: raw
    required: False
    validate: check_line
  - label: "What did they do for you?"
    field: a.problems[i].thank_what_they_did
    datatype: raw
    input type: area
    rows: 3
    required: False
    validate: check_needed_words
"""

CASE = {
    "format": 1,
    "nation": "england",
    "benefit": "universal-credit",
    "claimant": {"name": "Tamsin Trial"},
    "problems": [{"kind": KIND, "to_whom": "Jo Sample", "what_they_did": "You listened to me."}],
}


def _record(path: Path) -> None:
    path.write_text(RECORD, "utf-8")


def _model(path: Path) -> None:
    text = path.read_text("utf-8")
    before, mark, after = text.partition("\n\nFollowUp = (\n")
    path.write_text(f"{before}{MODEL}{mark}    Thanks\n    | {after.lstrip()}", "utf-8")


def _template(path: Path) -> None:
    letter = docx.Document(str(path.with_name("authority.docx")))
    first, *others = letter.paragraphs
    for paragraph in others:
        paragraph._element.getparent().remove(paragraph._element)
    first.text = "Dear {{ follow.to_whom }}, thank you. {{ follow.what_they_did }}"
    letter.save(str(path))


def _pages(path: Path) -> None:
    path.write_text(path.read_text("utf-8").rstrip("\n") + PAGE, "utf-8")


def _example(path: Path) -> None:
    path.write_text(json.dumps(CASE), "utf-8")


ADDED: Mapping[str, Callable[[Path], None]] = {
    f"src/challenge_letters/letter_kinds/records/{KIND}.yaml": _record,
    "src/challenge_letters/case/follow_ups.py": _model,
    f"letter_templates/{KIND}.docx": _template,
    "interviews/next.yml": _pages,
    f"examples/{KIND}.json": _example,
}


def copy_of_the_tree(to: Path) -> Path:
    """Return a copy of what the program is made of, in the folder `to`."""
    for name in COPIED:
        shutil.copytree(TOP / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", to)
    return to


def add(tree: Path) -> None:
    """Add the kind to `tree`, in the places of `ADDED` and nowhere else."""
    for place, change in ADDED.items():
        change(tree / place)


def take_away(tree: Path) -> None:
    """Put every place of `ADDED` back as it was."""
    for place in ADDED:
        (tree / place).unlink()
        if (TOP / place).is_file():
            shutil.copy(TOP / place, tree / place)
