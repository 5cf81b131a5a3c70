"""The pages of the interview, as their records say them. The id of a page is that of its question.

The records stand in questions/, one file for each file of questions in interviews/, and in the record of each
letter that comes next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from challenge_letters.law.data_files import read_yaml
from challenge_letters.law.errors import BadRecord
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letter_kinds.pages import ANOTHER, PAGE_FLOW, Answer, Page, Shape, Unit, page_of

__all__ = ["ANOTHER", "PAGES", "PAGE_FLOW", "Answer", "Page", "Shape", "Unit", "read_pages"]

QUESTIONS = Path(__file__).parent / "questions"


def read_pages(folder: Path) -> Iterator[Page]:
    """Yield every page that has a record in `folder`. Raises BadRecord."""
    for path in sorted(folder.glob("*.yaml")):
        for record in read_yaml(path):
            yield page_of(record, file=path.name)


def _of_letters() -> Iterator[Page]:
    for kind in KINDS.values():
        yield from kind.pages.in_order if kind.pages else ()


def by_id(pages: Iterator[Page]) -> Mapping[str, Page]:
    """Return `pages` by their ids. Raises BadRecord for an id that two pages have."""
    found: dict[str, Page] = {}
    for page in pages:
        if page.id in found:
            raise BadRecord(f"Two pages are called {page.id}.")
        found[page.id] = page
    return MappingProxyType(found)


PAGES: Mapping[str, Page] = by_id(chain(read_pages(QUESTIONS), _of_letters()))
