"""What is due in a folder of case files: every day that runs, for every client, soonest first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from challenge_letters.batch.columns import said
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import UnreadableCase, read_case_file
from challenge_letters.case.follow_ups import AuthorityToAct
from challenge_letters.case.problems import AccountDemand, ThreatenedSanction
from challenge_letters.letters.calendar import caseload_file
from challenge_letters.plan.outcome import Plan, PlannedDeadline
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import reminders_of
from challenge_letters.plan.texts import sentence

CASE_FILE = "case.json"
COLUMNS = ("act-by", "last-day", "state", "reference", "what", "file")


@dataclass(frozen=True)
class Due:
    """One day that runs: `act_by` is when to do something about it, `last` the last day itself.

    `is_theirs`: it binds the office, and `last` is the first day on which to ask where the answer is.
    """

    act_by: date
    last: date
    reference: str
    what: str
    file: str
    is_theirs: bool = False

    def state(self, on: date) -> str:
        """Return how it stands on the day `on`, in words."""
        if self.is_theirs and self.last <= on:
            return said("due.ask-them")
        if self.last < on:
            return said("due.passed")
        if self.act_by <= on:
            return said("due.today" if self.last == on else "due.do-it-today")
        days = (self.act_by - on).days
        return said("due.in-a-day" if days == 1 else "due.in-days", days=days)


@dataclass(frozen=True)
class Unread:
    """A file that is no case file that can be used, and the first sentence of why."""

    file: str
    why: str


@dataclass(frozen=True)
class Caseload:
    """The plans of a folder of case files on one day, by file, and the files that were not read."""

    on: date
    plans: tuple[tuple[str, Plan], ...]
    unread: tuple[Unread, ...]

    def due(self) -> tuple[Due, ...]:
        """Return every day that runs, soonest first; once where two files of a client tell of it."""
        found: dict[tuple[object, ...], dict[str, Due]] = {}
        for file, plan in self.plans:
            for each in _due_in(file, plan):
                same = (each.act_by, each.last, each.reference, each.what, each.is_theirs)
                found.setdefault(same, {}).setdefault(file, each)
        together = (replace(next(iter(files.values())), file=", ".join(files)) for files in found.values())
        return tuple(sorted(together, key=lambda each: (each.act_by, each.last, each.reference, each.what)))

    def calendar(self) -> bytes:
        """Return the days that lie ahead as one calendar file, each entry with its reference."""
        dated = (
            (each, _reference(file, plan.case), plan.case)
            for file, plan in self.plans
            for each in reminders_of(plan)
        )
        return caseload_file(dated, on=self.on)


def read_caseload(folder: Path, *, on: date) -> Caseload:
    """Return the caseload in `folder` and the folders in it, as it stands on the day `on`."""
    plans: list[tuple[str, Plan]] = []
    unread: list[Unread] = []
    for path in sorted(folder.rglob("*.json")):
        file = path.relative_to(folder).as_posix()
        try:
            plans.append((file, make_plan(read_case_file(path), on=on)))
        except UnreadableCase as error:
            unread.append(Unread(file, str(error.mistakes[0])))
        except (OSError, UnicodeDecodeError):
            unread.append(Unread(file, said("due.not-text")))
    return Caseload(on, tuple(plans), tuple(unread))


def as_table(due: Iterable[Due], *, on: date) -> str:
    """Return `due` as a table in plain text."""
    rows = [_headings(), *(_row(each, on) for each in due)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(COLUMNS))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def as_csv(due: Iterable[Due], *, on: date) -> bytes:
    """Return `due` as a .csv file that a spreadsheet opens."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_headings(), *(map(harmless, _row(each, on)) for each in due)])
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _headings() -> tuple[str, ...]:
    return tuple(said(f"due.columns.{column}") for column in COLUMNS)


def _row(due: Due, on: date) -> tuple[str, ...]:
    return (due.act_by.isoformat(), due.last.isoformat(), due.state(on), due.reference, due.what, due.file)


def _due_in(file: str, plan: Plan) -> Iterator[Due]:
    reference = _reference(file, plan.case)
    for planned in plan.limits:
        yield Due(
            _act_by(planned),
            _last(planned),
            reference,
            planned.about,
            file,
            is_theirs=planned.deadline.binds == "them",
        )
    for problem in plan.case.problems:
        if isinstance(problem, ThreatenedSanction) and problem.warning.answer_by:
            yield _told("answer", problem.warning.answer_by, reference, file)
        if isinstance(problem, AccountDemand) and problem.answer_by:
            yield _told("demand", problem.answer_by, reference, file)
        if isinstance(problem, AccountDemand) and problem.next_appointment:
            yield _told("appointment", problem.next_appointment, reference, file)
        if isinstance(problem, AuthorityToAct) and problem.ends:
            yield Due(problem.ends, problem.ends, reference, said("due.authority-ends"), file)


def _told(sort: str, day: date, reference: str, file: str) -> Due:
    return Due(day, day, reference, sentence("reminders", sort), file)


def _act_by(planned: PlannedDeadline) -> date:
    limit = planned.deadline
    return _last(planned) if limit.binds == "them" else limit.post_by or limit.safe_date or limit.date


def _last(planned: PlannedDeadline) -> date:
    """Return the last day; of a day that binds the office, the first on which to ask where it is."""
    limit = planned.deadline
    return (limit.safe_date or limit.date) if limit.binds == "them" else limit.date


def _reference(file: str, case: Case) -> str:
    """Return the adviser's reference; without one, what the file or the folder of its letters is called."""
    path = Path(file)
    named = path.parent.name if path.name == CASE_FILE else path.stem
    return case.writer.reference or named
