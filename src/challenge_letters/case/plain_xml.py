"""Looks through XML that may be hostile, in small pieces and without a tree, before anything else reads it.

A library that reads a spreadsheet holds one row at a time, all styles and all shared words. So a file that
is small when packed can ask for any amount of memory, unless somebody counts first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

# Rows in a workbook and in an OpenDocument spreadsheet, and what holds words that several cells share.
ROWS = frozenset({"row", "table-row"})
SHARED = "si"
# No spreadsheet goes deeper.
DEEPEST = 60
# So many times the letters of one row may stand in words that cells share.
SHARED_ROWS = 15


class NotPlain(ValueError):  # noqa: N818 - it says what the file is
    """The XML declares a type of its own, with entities that want to be unfolded, or nests without end."""


class TooMuch(ValueError):  # noqa: N818
    """There is more in the XML than is read."""


@dataclass(frozen=True)
class Most:
    """How many tags there may be in all, in one row, beside the rows, and how many shared words.

    `letters` counts those of one row, or of all that is beside the rows; all shared words may have some more.
    """

    tags: int
    row_tags: int
    beside_tags: int
    shared: int
    letters: int


@dataclass
class Counted:
    """What the members of one file hold together, counted against `most`."""

    most: Most
    tags: int = 0
    beside: int = 0
    beside_letters: int = 0
    shared: int = 0
    shared_letters: int = 0
    _in_row: int = field(default=0, repr=False)
    _row_letters: int = field(default=0, repr=False)
    _depth: int = field(default=0, repr=False)
    _row_depth: int = field(default=0, repr=False)
    _shared_depth: int = field(default=0, repr=False)

    def look_through(self, pieces: Iterable[bytes]) -> None:
        """Count what is in one member. Raises `NotPlain` and `TooMuch`.

        It stops where the member is no XML any more: so does whoever reads it afterwards.
        """
        self._depth = self._row_depth = self._shared_depth = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._opens
        parser.EndElementHandler = self._closes
        parser.CharacterDataHandler = self._says
        parser.StartDoctypeDeclHandler = _refuse
        try:
            for piece in pieces:
                parser.Parse(piece)
        except expat.ExpatError:
            return

    def _opens(self, name: str, held: dict[str, str]) -> None:
        self._depth += 1
        self.tags += 1
        if self._depth > DEEPEST:
            raise NotPlain
        local = name.rpartition(":")[2]
        if self._row_depth:
            self._in_row += 1
        elif local in ROWS:
            self._row_depth, self._in_row, self._row_letters = self._depth, 0, 0
        elif local == SHARED and not self._shared_depth:
            self._shared_depth = self._depth
            self.shared += 1
        elif not self._shared_depth:
            self.beside += 1
        if held:
            self._count_letters(sum(map(len, held.values())))
        self._refuse_too_many()

    def _closes(self, _name: str) -> None:
        if self._depth == self._row_depth:
            self._row_depth = 0
        if self._depth == self._shared_depth:
            self._shared_depth = 0
        self._depth -= 1

    def _says(self, text: str) -> None:
        self._count_letters(len(text))

    def _count_letters(self, count: int) -> None:
        if self._row_depth:
            self._row_letters += count
        elif self._shared_depth:
            self.shared_letters += count
        else:
            self.beside_letters += count
        most = max(self._row_letters, self.beside_letters, self.shared_letters // SHARED_ROWS)
        if most > self.most.letters:
            raise TooMuch

    def _refuse_too_many(self) -> None:
        most = self.most
        if (
            self.tags > most.tags
            or self._in_row > most.row_tags
            or self.beside > most.beside_tags
            or self.shared > most.shared
        ):
            raise TooMuch


def _refuse(*_declared: object) -> None:
    raise NotPlain
