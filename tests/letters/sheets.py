"""The sheets beside the letters that between them go through every branch of their templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.examples import AS_AT, plan_of
from tests.examples import case_of as example_of
from tests.facts import case_of, demand

from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.record import RECORD, record_context
from challenge_letters.letters.sheets import TO_DO, filled_sheet, to_do_context
from challenge_letters.plan.planning import make_plan

FOLDER = Path(__file__).parent / "sheets"
TO_DO_OF = (
    *("missed-appointment-ill", "two-decisions-adviser", "not-safe-at-home", "password-demanded"),
    *("reconsideration-refused", "very-late-their-own-error", "claim-closed", "complaint-no-answer"),
    *("decision-twice-done", "requirements-notice-safe-contact", "phone-call-script"),
)
# Asked for before the present words of the rule: the one limit with a caution of its own.
OLDER_REQUEST = {"kind": "already-sent", "what": "subject-access-request", "received_on": "2026-02-01"}
# Told out of order, one by its month only, one with a line of its own and a sign that looks like a cell's edge.
ENTRIES = (
    {"day": "2026-11-09", "what": "Asked at a shop | bakery\nLeft my CV.", "result": "No answer."},
    {"day": "2026-10", "what": "Wrote to my old firm."},
)
RECORDS_OF: dict[str, dict[str, str]] = {
    "nobody": {},
    "number": {"national_insurance_number": "QQ 12 34 56 C"},
    "born": {"name": "Alex Morgan", "date_of_birth": "1990-04-03"},
}


@dataclass(frozen=True)
class SheetSample:
    """One sheet, and what its template can speak about."""

    name: str
    sheet: str
    context: Callable[[], dict[str, Any]]

    @property
    def path(self) -> Path:
        """Where the text of this sheet is kept."""
        return FOLDER / f"{self.name}.txt"

    @property
    def docx(self) -> bytes:
        """The sheet as a Word file."""
        return filled_sheet(self.sheet, self.context(), on=AS_AT)

    @property
    def text(self) -> str:
        """The sheet as text."""
        return plain_text(self.docx)


def sheets() -> Iterator[SheetSample]:
    """Yield every sheet."""
    for example in TO_DO_OF:
        yield SheetSample(f"{example}.{TO_DO}", TO_DO, partial(to_do_context, plan_of(example)))
    record = example_of("record-of-work-search")
    yield SheetSample(f"record-of-work-search.{RECORD}", RECORD, partial(record_context, record, on=AS_AT))
    for name, claimant in RECORDS_OF.items():
        case = case_of(demand(), work_search=ENTRIES, claimant=claimant)
        yield SheetSample(f"{name}.{RECORD}", RECORD, partial(record_context, case, on=AS_AT))
    older = make_plan(case_of(OLDER_REQUEST), on=AS_AT)
    yield SheetSample(f"older-request.{TO_DO}", TO_DO, partial(to_do_context, older))


def write_all() -> None:
    """Write the text of every sheet anew and remove those that are no longer made."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {sheet.path: sheet.text for sheet in sheets()}
    for path in set(FOLDER.glob("*.txt")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
