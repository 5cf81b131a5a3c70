"""Runs a batch: every row is checked before anything is written, then each gets a folder of letters."""

from __future__ import annotations

import csv
import hashlib
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from challenge_letters import __version__
from challenge_letters.batch.caseload import CASE_FILE, harmless
from challenge_letters.batch.clients import Job, Wrong, checked, read_row
from challenge_letters.batch.columns import MOST_ROWS_ABOVE, Headings, UnreadableBatch, headings_of, said
from challenge_letters.batch.folders import folder_of
from challenge_letters.batch.sheets import MOST_CLIENTS
from challenge_letters.case.case_files import file_of
from challenge_letters.case.work_search_rows import Row
from challenge_letters.case.work_search_rows import said as said_of_a_row
from challenge_letters.letters.calendar import calendar_file
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.outputs import DATES, file_stem
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sheets import TO_DO, to_do_sheet
from challenge_letters.letters.writing import files_of, write_files
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import reminders_of

REPORT = "report.csv"
DONE = ".done"
TOGETHER = 10
AHEAD = 4
Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Outcome:
    """What became of one row: its folder, or what is wrong. `is_new`: it was written just now."""

    row: int
    folder: str
    wrong: tuple[Wrong, ...] = ()
    is_new: bool = False


@dataclass(frozen=True)
class Target:
    """Where letters go: the folder, the rows left out, and whether to replace files and keep case files."""

    out: Path
    left_out: frozenset[int] = frozenset()
    force: bool = False
    keep_cases: bool = False


@dataclass
class Batch:
    """A spreadsheet of clients, its headings read, and what is to be made of each row."""

    rows: Callable[[], Iterator[Row]]
    headings: Headings
    job: Job
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)

    def clients(self) -> Iterator[Row]:
        """Yield the rows below the headings in which something stands."""
        filled = (row for row in self.rows() if row.number > self.headings.row and row.is_filled)
        for count, row in enumerate(filled, 1):
            if count > MOST_CLIENTS:
                raise UnreadableBatch(said("too-many-rows", limit=MOST_CLIENTS))
            if row.is_joined:
                raise UnreadableBatch(said("joined", row=row.number, headings=self.headings.row))
            yield row

    def check(self) -> Iterator[Outcome]:
        """Yield what each row can become, in order. Two rows with one reference are wrong."""
        seen: dict[str, int] = {}
        look = partial(_look_at, headings=self.headings, job=self.job)
        for outcome in in_parallel(look, self.clients(), workers=self.workers):
            first = seen.setdefault(outcome.folder.casefold(), outcome.row) if outcome.folder else outcome.row
            if first == outcome.row:
                yield outcome
            else:
                other = said_of_a_row("row", row=first).lower()
                wrong = _as_headed(
                    Wrong("Reference", said("same-folder", name=outcome.folder, row=other)), self.headings
                )
                yield Outcome(outcome.row, outcome.folder, (*outcome.wrong, wrong))

    def write(self, target: Target) -> Iterator[Outcome]:
        """Write the letters of each row that is not left out into a folder of its own below `target`."""
        rows = (row for row in self.clients() if row.number not in target.left_out)
        make = partial(_write, headings=self.headings, job=self.job, target=target)
        return in_parallel(make, rows, workers=self.workers)


def batch_of(rows: Callable[[], Iterator[Row]], job: Job, *, left_out: Sequence[str] = ()) -> Batch:
    """Return the batch of the clients in `rows`. Raises `UnreadableBatch` with what is wrong at its top."""
    filled = (row for row in rows() if row.is_filled)
    first = [(row.number, row.cells) for row in islice(filled, MOST_ROWS_ABOVE)]
    return Batch(rows, headings_of(first, kinds=job.kinds, left_out=left_out), job)


def in_parallel(make: Callable[[Given], Made], things: Iterable[Given], *, workers: int) -> Iterator[Made]:
    """Yield what `make` makes of each of `things`, in order, on several processors and a few ahead only."""
    packs = _packs(things)
    # The first are made here, and all that this loads is there in each process that is forked afterwards.
    yield from _each(make, next(packs, []))
    if workers < 2:
        for pack in packs:
            yield from _each(make, pack)
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        for pack in packs:
            waiting.append(pool.submit(_each, make, pack))
            if len(waiting) > AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _packs(things: Iterable[Given]) -> Iterator[list[Given]]:
    source = iter(things)
    while pack := list(islice(source, TOGETHER)):
        yield pack


def _each(make: Callable[[Given], Made], things: Sequence[Given]) -> list[Made]:
    return [make(thing) for thing in things]


def _look_at(row: Row, *, headings: Headings, job: Job) -> Outcome:
    found = checked(row, headings, job)
    folder = folder_of(row.number, found.case) if found.case else ""
    return Outcome(row.number, folder, tuple(_as_headed(each, headings) for each in found.wrong))


def _as_headed(wrong: Wrong, headings: Headings) -> Wrong:
    """Return `wrong` with its column called as the file calls it."""
    return replace(wrong, column=headings.called.get(wrong.column, wrong.column))


def _write(row: Row, *, headings: Headings, job: Job, target: Target) -> Outcome:
    plan = _plan_of(row, headings, job)
    if plan is None:
        return Outcome(row.number, "", (Wrong("", said_of_a_row("file-broken")),))
    folder = target.out / folder_of(row.number, plan.case)
    mark = _mark(plan, job, keep_cases=target.keep_cases)
    if _is_done(folder, mark) and not target.force:
        return Outcome(row.number, folder.name)
    try:
        made = _files(plan, job) | ({CASE_FILE: file_of(plan.told)} if target.keep_cases else {})
        write_files(made, folder, force=target.force)
        (folder / DONE).write_text("\n".join((mark, *made)), encoding="utf-8")
    except LettersError as error:
        return Outcome(row.number, folder.name, (Wrong("", str(error)),))
    return Outcome(row.number, folder.name, is_new=True)


def _plan_of(row: Row, headings: Headings, job: Job) -> Plan | None:
    """Return the plan for `row`, None where one of its letters cannot be written.

    All rows were checked before the first is written: the plan alone tells whether this one still can be.
    """
    case = read_row(row, headings, job).case
    plan = make_plan(case, on=job.on) if case else None
    return plan if plan and all(plan.letter(kind) for kind in job.kinds) else None


def _files(plan: Plan, job: Job) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for kind in job.kinds:
        for name, content in files_of(plan, kind).items():
            made[name.replace(kind, file_stem(plan, kind), 1)] = content
    sheet = to_do_sheet(plan)
    made |= {f"{TO_DO}.docx": sheet, f"{TO_DO}.txt": plain_text(sheet).encode()}
    reminders = reminders_of(plan)
    if reminders and not plan.case.safety.is_at_risk:
        reference = plan.case.writer.reference
        made[DATES] = calendar_file(reminders, on=plan.on, reference=reference, case=plan.case)
    return made


def _mark(plan: Plan, job: Job, *, keep_cases: bool) -> str:
    """Return what tells this row, these letters and this day from all others; no answer can be read in it."""
    told = (__version__, *job.kinds, job.on.isoformat(), str(keep_cases), plan.case.model_dump_json())
    return hashlib.sha256("\x00".join(told).encode()).hexdigest()


def _is_done(folder: Path, mark: str) -> bool:
    """Whether the row with that `mark` was written into `folder`, and nothing of it has been taken away."""
    try:
        written, *names = (folder / DONE).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return written == mark and all((folder / name).is_file() for name in names)


# -- what is said about it


def sentences(outcomes: Iterable[Outcome]) -> list[str]:
    """Return what is wrong, row by row; a mistake in three rows or more of one column as one sentence."""
    wrong = [(outcome.row, each) for outcome in outcomes for each in outcome.wrong]
    often = {each: count for each, count in Counter(each for _, each in wrong).items() if count > 2}
    together = [_of_rows(count, each) for each, count in often.items()]
    return together + [_sentence(row, each) for row, each in wrong if each not in often]


def _of_rows(count: int, wrong: Wrong) -> str:
    if not wrong.column:
        return said("everywhere-row", count=count, sentence=wrong.sentence)
    return said("everywhere", count=count, column=wrong.column, sentence=wrong.sentence)


def _sentence(row: int, wrong: Wrong) -> str:
    at = said_of_a_row("row", row=row)
    if not wrong.column:
        return said("at-row", row=at, sentence=wrong.sentence)
    return said("at", row=at, column=wrong.column, sentence=wrong.sentence)


def write_report(outcomes: Iterable[Outcome], path: Path) -> None:
    """Write what became of each row into a .csv file that a spreadsheet opens."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([said(f"report.{heading}") for heading in ("row", "folder", "column", "wrong")])
        for outcome in outcomes:
            for wrong in outcome.wrong or (Wrong("", ""),):
                writer.writerow((outcome.row, *map(harmless, (outcome.folder, wrong.column, wrong.sentence))))
