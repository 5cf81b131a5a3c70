"""Everything that can be handed over in a case: each file with its name, its kind, and its bytes on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from challenge_letters.letters.filling import fill
from challenge_letters.letters.journal import journal_text
from challenge_letters.letters.plain_text import plain_text

if TYPE_CHECKING:
    from challenge_letters.plan.outcome import Plan, PlannedLetter

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"


@dataclass(frozen=True)
class Output:
    """One file that can be handed over. Nothing is made, and nothing kept, before `make` is called.

    `name` is its file name, unlike any other of the same case, and says nothing about anybody. `about` is the
    kind of letter it is a form of, or what else it is ("case"). `is_offered` is False for what is handed over
    only after a page has explained what it may give away.
    """

    name: str
    media_type: str
    make: Callable[[], bytes]
    about: str
    is_offered: bool = True

    @property
    def content_type(self) -> str:
        """The media type with the file name, as a host needs them together."""
        return f"{self.media_type}; name={self.name}"


def outputs_of(plan: Plan) -> tuple[Output, ...]:
    """Return every file that `plan` gives, the letter to send now first."""
    return tuple(_letters(plan))


def file_stem(plan: Plan, kind: str) -> str:
    """Return what the files of the letter `kind` are called, before their ending.

    It is the kind; where somebody else may see the file, only a number, which says nothing at all.
    """
    if not plan.case.safety.is_at_risk:
        return kind
    number = 1 + [letter.kind for letter in plan.letters].index(kind)
    return f"letter-{number}"


def _letters(plan: Plan) -> Iterator[Output]:
    for letter in plan.letters:
        # What nobody has asked for yet waits until its questions have been asked.
        if not letter.is_optional:
            yield from _forms_of(letter, plan)


def _forms_of(letter: PlannedLetter, plan: Plan) -> Iterator[Output]:
    stem, kind = file_stem(plan, letter.kind), letter.kind
    docx = partial(fill, letter, plan.case, on=plan.on)
    yield Output(f"{stem}.docx", WORD_FILE, docx, kind)
    yield Output(f"{stem}.txt", TEXT, lambda: plain_text(docx()).encode("utf-8"), kind)
    if plan.case.safety.may_use_account:
        yield Output(f"{stem}.journal.txt", TEXT, lambda: journal_text(docx(), kind).encode("utf-8"), kind)
