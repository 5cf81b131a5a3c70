"""Cells of several rows that were joined (merged): what stands in them is read in the last of their rows.

So a title over two rows stays a title, and headings of which some reach over two rows stand in one. Whose
answer such a cell is below the headings nobody can tell: `Row.is_joined` says where that is.
"""

from __future__ import annotations

from challenge_letters.case.cells import Cell, is_filled

# A title is no higher. What reaches further down stands beside the rows of many.
MOST_DOWN = 10


class JoinedCells:
    """What stands in the joined cells of a sheet, kept on the way down to the last of their rows."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[int, Cell]] = {}

    @property
    def is_open(self) -> bool:
        """Whether something is kept whose last row has not been read."""
        return bool(self._held)

    def hold(self, column: int, last_row: int, cell: Cell) -> None:
        """Keep `cell`, the first of cells in `column` that are joined down to `last_row`."""
        if is_filled(cell):
            self._held[column] = (last_row, cell)

    def under(self, row: int, column: int) -> Cell:
        """Return what a cell under another shows: in the last row what stands in all, else nothing."""
        last_row, cell = self._held.get(column, (0, None))
        if last_row != row:
            return None
        del self._held[column]
        return cell
