"""The paper of an advice centre: which letters go out on it, and what it says already.

Without a centre nothing here is needed that reads or writes a letterhead, and it takes long to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.places import centre
from challenge_letters.plan.outcome import PlannedLetter

if TYPE_CHECKING:
    from challenge_letters.centre.details import Centre


@dataclass(frozen=True)
class Paper:
    """A letterhead, and the centre whose it is."""

    letterhead: bytes
    centre: Centre

    def hold(self, docx: bytes, *, title: str, on: date) -> bytes:
        """Return the letter `docx` on this paper. Raises `TemplateMistake` if it cannot be used."""
        from challenge_letters.letters.letterhead import on_paper  # noqa: PLC0415

        return on_paper(docx, self.letterhead, title=title, on=on, said_already=self.says)

    def says(self, line: str) -> bool:
        """Whether `line`, of the sender at the top of a letter, stands in the letterhead already."""
        own = self.centre
        shown = {
            "name": own.name,
            "address": " ".join(own.address),
            "phone": own.phone,
            "email": own.email,
        }
        return line in {" ".join(shown[what].split()) for what in own.letterhead_shows} - {""}


def paper_for(letter: PlannedLetter, case: Case) -> Paper | None:
    """Return the paper on which `letter` goes out: an adviser's letters, and the authority for one.

    None without a letterhead, and for what the person says in their own voice: a letterhead would say that
    somebody else does. Raises `TemplateMistake` if the folder of the centre cannot be used.
    """
    folder = centre()
    if folder is None:
        return None
    from challenge_letters.centre.details import UnreadableCentre, read_centre  # noqa: PLC0415
    from challenge_letters.letters.letterhead import letterhead_in  # noqa: PLC0415

    is_theirs = voice_of(letter.kind, case).is_adviser or (
        letter.kind == "authority" and case.writer.kind == "adviser"
    )
    content = letterhead_in(folder) if is_theirs else None
    if content is None:
        return None
    try:
        return Paper(content, read_centre(folder))
    except UnreadableCentre as error:
        raise TemplateMistake(str(error)) from None
