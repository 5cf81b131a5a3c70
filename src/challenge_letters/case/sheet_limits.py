"""How large a spreadsheet may be: as large as its readers can take from a stranger."""

from __future__ import annotations

from dataclasses import dataclass

from challenge_letters.case.plain_xml import Most
from challenge_letters.case.work_search import MOST_ENTRIES
from challenge_letters.case.work_search_rows import COLUMNS

MOST_UNPACKED = 8_000_000
# Styles and names become one object each: a small file could ask for a gigabyte of them.
MOST_UNPACKED_BESIDE = 500_000
# Each tag costs time and memory, however few bytes it has. A full record of every column has half of these.
MOST_TAGS = 300_000
# A row of every column a spreadsheet can have, with a style for each.
MOST_ROW_TAGS = 100_000
# Beside the rows: columns, styles, what a cell may hold.
MOST_BESIDE_TAGS = 60_000
MOST_SHARED = 50_000
MOST_LETTERS = 4_000_000
# Room for headings and empty rows. A sheet that goes on beyond is refused, never cut.
MOST_ROWS = 10 * MOST_ENTRIES
MOST_COLUMNS = COLUMNS + 20


@dataclass(frozen=True)
class Limits:
    """How large a spreadsheet may be: unpacked, beside its sheets, in tags, in rows and columns of a sheet.

    `shared` is how many texts its cells may share, `beside_tags` how many tags are in none of its rows.
    """

    unpacked: int = MOST_UNPACKED
    beside: int = MOST_UNPACKED_BESIDE
    tags: int = MOST_TAGS
    rows: int = MOST_ROWS
    columns: int = MOST_COLUMNS
    shared: int = MOST_SHARED
    beside_tags: int = MOST_BESIDE_TAGS

    @property
    def most(self) -> Most:
        """What may be counted in its XML."""
        return Most(self.tags, MOST_ROW_TAGS, self.beside_tags, self.shared, MOST_LETTERS)


RECORD_LIMITS = Limits()
