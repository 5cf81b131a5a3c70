"""Makes a case of each row, and checks it as far as its letters can be written, before anything is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from challenge_letters.batch.answers import Reader, WrongCell
from challenge_letters.batch.columns import Column, Headings, said
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import Mistake, UnreadableCase, build_case
from challenge_letters.case.cells import Cell, as_written, is_filled
from challenge_letters.case.messages import quoted
from challenge_letters.case.queries import Query, open_queries
from challenge_letters.case.typed_days import DayOrder
from challenge_letters.case.work_search_rows import Row
from challenge_letters.centre.details import Centre
from challenge_letters.centre.signing import UnknownAdviser, signed_by
from challenge_letters.letter_kinds.kinds import KINDS as LETTERS
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

# The kind of problem that a letter answers; the others need none of their own.
ANSWERED = {
    "mandatory-reconsideration": "applied-sanction",
    "good-reason-statement": "threatened-sanction",
    "password-reply": "account-demand",
}
KINDS = tuple(kind.id for kind in LETTERS.values() if kind.in_batch)
DEFAULTS = {"nation": "england", "benefit": "universal-credit"}


@dataclass(frozen=True)
class Job:
    """What is to be made of every row: which letters, on which day, for which centre, how days are read.

    `given` are answers that hold for every row in which the column is empty or missing.
    """

    kinds: tuple[str, ...]
    on: date
    centre: Centre | None = None
    day_order: DayOrder = "not-said"
    given: tuple[tuple[Column, str], ...] = ()


@dataclass(frozen=True)
class Wrong:
    """One thing wrong in a row: in which column ("" for the row as a whole), and a sentence."""

    column: str
    sentence: str


@dataclass(frozen=True)
class Checked:
    """A row that was looked at: its case, or what is wrong with it."""

    row: int
    reference: str
    case: Case | None
    wrong: tuple[Wrong, ...]


def checked(row: Row, headings: Headings, job: Job) -> Checked:
    """Return what can be made of `row`.

    A whole plan is made only to say what is wrong: which letters can be written is known much earlier.
    """
    found = read_row(row, headings, job)
    if found.case is None:
        return found
    written = {letter.kind for letter in choose(found.case, on=job.on).letters}
    if written.issuperset(job.kinds):
        return found
    plan, columns = make_plan(found.case, on=job.on), headings.columns.values()
    return replace(found, case=None, wrong=tuple(_unwritten(plan, job.kinds, columns)))


def read_row(row: Row, headings: Headings, job: Job) -> Checked:
    """Return the case that `row` tells, whether or not its letters can be written."""
    answers, wrong = _answers(row, headings, job)
    reference = str(answers.get("writer.reference", ""))
    if wrong:
        return Checked(row.number, reference, None, tuple(wrong))
    try:
        case = _case(answers, job)
    except UnreadableCase as error:
        columns = headings.columns.values()
        found = tuple(Wrong(_title(each.path, columns), _sentence(each)) for each in error.mistakes)
        return Checked(row.number, reference, None, found)
    except UnknownAdviser as error:
        return Checked(row.number, reference, None, (Wrong("Adviser", str(error)),))
    return Checked(row.number, case.writer.reference, case, ())


def _sentence(mistake: Mistake) -> str:
    return said("needed") if mistake.message_id == "needed" else mistake.sentence


def _unwritten(plan: Plan, kinds: tuple[str, ...], columns: Iterable[Column]) -> Iterator[Wrong]:
    """Yield why letters of `kinds` cannot be written: what does not fit together, by column, comes first."""
    unwritten = [kind for kind in kinds if plan.letter(kind) is None]
    asked = open_queries(plan.case, today=plan.on) if unwritten else ()
    yield from (Wrong(_column_of(each, columns), said("query", sentence=each.sentence)) for each in asked)
    for kind in unwritten if not asked else ():
        yield Wrong("", said("cannot-write", letter=_name(kind), why=plan.why_not(kind)))


def _column_of(query: Query, columns: Iterable[Column]) -> str:
    """Return the heading of the column in which the first answer stands that `query` is about."""
    for answer in query.answers:
        path = answer.split(".") if answer.startswith("claimant.") else ["problems", *answer.split(".")]
        if title := _title(tuple(path), columns, known_only=True):
            return title
    return ""


def _name(kind: str) -> str:
    return LETTERS[kind].name if kind in LETTERS else kind


def _answers(row: Row, headings: Headings, job: Job) -> tuple[dict[str, Any], list[Wrong]]:
    reader = Reader(job.day_order)
    answers: dict[str, Any] = {}
    wrong: list[Wrong] = []
    told: dict[Column, Cell] = dict(job.given)
    shown = {each: _cell(row, at) for at, each in headings.columns.items()}
    told |= {column: cell for column, cell in shown.items() if is_filled(cell)}
    for column, cell in told.items():
        try:
            value = reader.value(cell, column)
        except WrongCell as error:
            wrong.append(Wrong(column.title, str(error)))
        else:
            _keep(answers, column, value)
    beside = next((as_written(cell) for cell in row.cells[headings.width :] if is_filled(cell)), "")
    # A comma in what somebody wrote, in a .csv without quotation marks: what follows it must not be lost.
    wrong += [Wrong("", said("beside-headings", text=quoted(beside)))] if beside else []
    return answers, wrong


def _cell(row: Row, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else None


def _keep(answers: dict[str, Any], column: Column, value: Any) -> None:
    """Keep `value` where it belongs; what stands in several columns is put together."""
    if column.place == "claimant.address" and column.form == "line":
        value = [*answers.get(column.place, []), value]
    elif column.place == "name":
        names = {**answers.get("name", {}), column.name: value}
        answers["name"] = names
        answers["claimant.name"] = " ".join(
            names[part] for part in ("first name", "last name") if part in names
        )
        return
    elif column.form in ("offer", "offer-words"):
        way = {"offer": "way", "offer-words": "what"}[column.form]
        value = [{**(answers.get(column.place) or [{}])[0], way: value}]
    answers[column.place] = value


def _case(answers: Mapping[str, Any], job: Job) -> Case:
    """Return the case that `answers` make. Raises `UnreadableCase`, `UnknownAdviser`."""
    facts: dict[str, Any] = {"format": 1, **DEFAULTS}
    for section in ("claimant", "contact", "safety"):
        found = _under(section, answers)
        facts |= {section: found} if found else {}
    facts |= {name: answers[name] for name in DEFAULTS if name in answers}
    writer = _under("writer", answers)
    facts["problems"] = list(_problems(answers, job))
    if "subject-access-request" in job.kinds:
        facts["records_request"] = _under("records_request", answers)
    if "complaint" in job.kinds:
        event = _under("event", answers)
        facts["complaint"] = _under("complaint", answers) | ({"events": [event]} if event else {})
    if job.centre is None:
        return build_case(facts | _unsigned(writer, answers))
    signing = str(answers.get("adviser", "")) or _signing(job.centre)
    facts["writer"] = {
        "kind": "adviser",
        "organisation": job.centre.name,
        **{key: value for key, value in writer.items() if key != "reference"},
    }
    reference = str(writer.get("reference", ""))
    return signed_by(build_case(facts), job.centre, on=job.on, adviser=signing, reference=reference)


def _unsigned(writer: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return who writes where there is no centre: the client, whose folder has the reference all the same.

    Raises `UnknownAdviser` where a row names one.
    """
    if answers.get("adviser"):
        raise UnknownAdviser(said("no-adviser"))
    return {"writer": {"reference": writer["reference"]}} if "reference" in writer else {}


def _signing(centre: Centre) -> str:
    return centre.signing.name if centre.signing else ""


def _under(section: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers whose place is in `section`, as nested facts."""
    found: dict[str, Any] = {}
    for place, value in answers.items():
        first, *path = place.split(".")
        if first == section and path:
            inside = found
            for part in path[:-1]:
                inside = inside.setdefault(part, {})
            inside[path[-1]] = value
    return found


def _problems(answers: Mapping[str, Any], job: Job) -> Iterator[Mapping[str, Any]]:
    wanted = [ANSWERED[kind] for kind in job.kinds if kind in ANSWERED]
    yield from (_problem(kind, answers) for kind in wanted)
    if "authority" in job.kinds or not wanted:
        organisation = {"organisation": job.centre.name} if job.centre else {}
        people = {"people": ", ".join(each.name for each in job.centre.advisers)} if job.centre else {}
        yield {"kind": "authority", **organisation, **people, **_under("authority", answers)}


def _problem(kind: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    told = _under("problem", answers)
    if "evidence" in told:
        told["evidence"] = [{"what": what, "have": "enclosed"} for what in told["evidence"]]
    reason = _under("reason", answers)
    if reason:
        # Whoever tells it in words need not say of which kind it is.
        reason = {"kind": "other", **reason} if "fact" in reason else reason
        told |= {"reasons": [reason], "sides": ["had-reason"]}
    known = BELONGS[kind]
    return {"kind": kind, **{key: value for key, value in told.items() if key in known}}


FAILURE = {"failure", "account", "reasons", "sides", "told_them", "evidence"}
BELONGS = {
    "applied-sanction": FAILURE | {"decision", "earlier_sanctions_known"},
    "threatened-sanction": FAILURE | {"warning"},
    "account-demand": {
        "account", "evidence", "asked_on", "asked_by", "wanted", "site", "words", "next_appointment", "offers"
    },
}  # fmt: skip


def _title(path: tuple[Any, ...], columns: Iterable[Column], *, known_only: bool = False) -> str:
    """Return the heading of the column from which the answer at `path` came.

    Where there is none, the name of the answer; with `known_only` nothing.
    """
    steps = [str(part) for part in path if not isinstance(part, int)]
    steps = ["problem" if step == "problems" else step for step in steps]
    place = ".".join(steps).replace("problem.reasons.", "reason.").replace("complaint.events.", "event.")
    near = sorted(
        (each for each in columns if place == each.place or place.startswith(f"{each.place}.")),
        key=lambda each: -len(each.place),
    )
    if known_only:
        return near[0].title if near else ""
    if place == "problem" or not near:
        return NEEDED.get(place, place.replace(".", ", ").replace("_", " "))
    return near[0].title


# What is missing as a whole, and the column that would hold it.
NEEDED = {
    "problem": "Decision date",
    "problem.wanted": "Wanted",
    "reason.kind": "Reason",
    "event.what": "Complaint words",
}
