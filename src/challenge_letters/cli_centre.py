"""The commands of an advice centre: its folder, many clients at once, what is due. They hold no logic."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from challenge_letters.cli_options import (
    BAD_INPUT,
    CANNOT,
    WRITTEN,
    Told,
    a_day,
    as_at,
    of_a_centre,
    read,
    stop,
    the_centre,
    today,
    writing,
)
from challenge_letters.languages import worded
from challenge_letters.places import centre

if TYPE_CHECKING:
    from challenge_letters.batch.running import Batch, Outcome

MOST_ON_SCREEN = 10

of_other_cases = click.option(
    "--cases",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
)
on_a_day = click.option(
    "--as-at",
    "on",
    type=a_day,
    metavar="YYYY-MM-DD",
)


@click.command("new-centre", cls=Told)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new_centre(folder: Path) -> None:
    """Make the folder of a centre, and say what comes next."""
    from challenge_letters.centre.starting import FolderInUse, start_centre  # noqa: PLC0415

    try:
        for path in start_centre(folder):
            click.echo(path)
    except FolderInUse as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(worded("command-line.cannot-write", path=folder, why=error.strerror), code=BAD_INPUT)
    click.echo(worded("command-line.centre-made", file=folder / "centre.toml", folder=folder))


@click.command(cls=Told)
@of_a_centre
@click.argument("name")
@click.option("--seen", is_flag=True)
def own(name: str, *, seen: bool) -> None:
    """Put ours under `name` into the folder of the centre, or note that its changes were seen."""
    from challenge_letters.letters.own_words import mark_seen, take  # noqa: PLC0415

    the_centre()
    folder = centre()
    if folder is None:
        stop(worded("command-line.name-the-centre"), code=BAD_INPUT)
    with writing(folder):
        if seen:
            mark_seen(name, folder)
        else:
            click.echo(take(name, folder))


@click.command(cls=Told)
@of_a_centre
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@of_other_cases
@on_a_day
@click.option("--force", is_flag=True)
def texts(folder: Path, cases: Path | None, on: date | None, *, force: bool) -> None:
    """Write every letter of some cases as text, with the day for which they were written."""
    from challenge_letters.letters.example_texts import DAY  # noqa: PLC0415
    from challenge_letters.letters.writing import write_files  # noqa: PLC0415

    day = on or _day_for(cases)
    made = {name: text.encode("utf-8") for name, text in _texts(cases, day).items()}
    with writing(folder):
        write_files({**made, DAY: f"{day}\n".encode()}, folder, force=force)
    click.echo(worded("command-line.texts-written", day=day, count=len(made)))


@click.command(cls=Told)
@of_a_centre
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument(
    "new", metavar="[NEW]", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False)
)
@of_other_cases
@on_a_day
def diff(old: Path, new: Path | None, cases: Path | None, on: date | None) -> None:
    """Print what differs between two folders of texts; end with 1 if anything does."""
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.example_texts import as_text, day_of, differences, texts_in  # noqa: PLC0415

    day = on or day_of(old) or _day_for(cases)
    try:
        found = differences(texts_in(old), texts_in(new) if new else _texts(cases, day))
    except LettersError as error:
        stop(error, code=BAD_INPUT)
    click.echo(as_text(found))
    sys.exit(CANNOT if found else WRITTEN)


def _day_for(cases: Path | None) -> date:
    from challenge_letters.letters.example_texts import WRITTEN_ON  # noqa: PLC0415

    return today() if cases else WRITTEN_ON


def _texts(cases: Path | None, on: date) -> dict[str, str]:
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.example_texts import texts_of  # noqa: PLC0415
    from challenge_letters.places import examples  # noqa: PLC0415

    try:
        return texts_of(cases or examples(), on=on, centre=the_centre())
    except LettersError as error:
        stop(error, code=BAD_INPUT)


# Click 8.1 takes no arguments for the type.
class LetterOfABatch(click.Choice):  # type: ignore[type-arg]
    """A letter that a spreadsheet can ask for; the records are read only by a command that has the option."""

    def __init__(self) -> None:
        self.case_sensitive = True

    @cached_property
    def choices(self) -> Sequence[str]:  # type: ignore[override]
        """The kinds of letters, in their order."""
        from challenge_letters.letter_kinds.kinds import KINDS  # noqa: PLC0415

        return tuple(kind.id for kind in KINDS.values() if kind.in_batch)


def letters_of_a_batch(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that names the letters of a batch."""
    return click.option("--letter", "kinds", type=LetterOfABatch(), multiple=True, required=True)(command)


@click.command("batch-template", cls=Told)
@click.argument("path", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@letters_of_a_batch
def batch_template(path: Path, kinds: tuple[str, ...]) -> None:
    """Write an empty spreadsheet for the letters `kinds`."""
    from challenge_letters.batch.columns import UnreadableBatch  # noqa: PLC0415
    from challenge_letters.batch.template import write_template  # noqa: PLC0415

    try:
        write_template(kinds, path)
    except UnreadableBatch as error:
        stop(error, code=BAD_INPUT)
    except OSError as error:
        stop(worded("command-line.cannot-write", path=path, why=error.strerror), code=BAD_INPUT)
    click.echo(path)


@click.command(cls=Told)
@of_a_centre
@click.argument("clients", metavar="CLIENTS", type=click.Path(path_type=Path))
@letters_of_a_batch
@click.option("--out", required=True, type=click.Path(path_type=Path))
@as_at
@click.option("--dry-run", is_flag=True)
@click.option("--set", "given", multiple=True, metavar="COLUMN=ANSWER")
@click.option("--leave-out", multiple=True, metavar="COLUMN")
@click.option("--good-rows", is_flag=True)
@click.option("--keep-cases", is_flag=True)
@click.option("--sheet", metavar="NAME", default="")
@click.option("--day-first", is_flag=True)
@click.option("--encoding", type=click.Choice(["windows-1252"]))
@click.option("--force", is_flag=True)
def batch(clients: Path, **options: Any) -> None:
    """Check every row, then write the letters of all of them; end with 1 if any has a mistake."""
    from challenge_letters.batch.alone import FolderBusy, alone_in  # noqa: PLC0415
    from challenge_letters.batch.columns import UnreadableBatch  # noqa: PLC0415

    try:
        found = _found(clients, options)
        with alone_in(options["out"]):
            _batch(found, options)
    except FolderBusy as error:
        stop(error, code=CANNOT)
    except UnreadableBatch as error:
        stop("\n".join(f"{clients}: {mistake}" for mistake in error.mistakes), code=BAD_INPUT)
    except OSError as error:
        stop(f"{error.filename or clients}: {error.strerror}.", code=BAD_INPUT)


def _found(clients: Path, options: Mapping[str, Any]) -> Batch:
    """Return the clients in the file, and what is to be made of them. Raises `UnreadableBatch`, `OSError`."""
    from challenge_letters.batch.clients import Job  # noqa: PLC0415
    from challenge_letters.batch.giving import given_answers  # noqa: PLC0415
    from challenge_letters.batch.running import batch_of  # noqa: PLC0415
    from challenge_letters.batch.sheets import rows_of  # noqa: PLC0415
    from challenge_letters.case.spreadsheets import Reading  # noqa: PLC0415

    reading = Reading(options["sheet"], options["encoding"] or "utf-8-sig")
    kinds = tuple(dict.fromkeys(options["kinds"]))
    job = Job(
        kinds,
        options["on"] or today(),
        the_centre(),
        "day-first" if options["day_first"] else "not-said",
        given_answers(options["given"], kinds),
    )
    return batch_of(rows_of(clients, reading), job, left_out=options["leave_out"])


def _batch(found: Batch, options: Mapping[str, Any]) -> None:
    from challenge_letters.batch.running import REPORT, Target, write_report  # noqa: PLC0415

    report = options["out"] / REPORT
    outcomes = _shown(found.check(), worded("command-line.checking"))
    write_report(outcomes, report)
    wrong = _say_what_is_wrong(outcomes, found.headings.unread, report)
    if options["dry_run"] or (wrong and not options["good_rows"]):
        click.echo(worded("command-line.nothing-written", rows=len(outcomes), report=report))
        sys.exit(CANNOT if wrong else WRITTEN)
    bad = frozenset(outcome.row for outcome in outcomes if outcome.wrong)
    target = Target(options["out"], bad, force=options["force"], keep_cases=options["keep_cases"])
    made = _shown(found.write(target), worded("command-line.writing"), length=len(outcomes) - len(bad))
    write_report(
        sorted([*made, *(each for each in outcomes if each.wrong)], key=lambda each: each.row), report
    )
    failed = _say_what_is_wrong(made, (), report)
    new = sum(each.is_new for each in made)
    there = len(made) - new - failed
    click.echo(worded("command-line.folders", new=new, there=there, report=report))
    sys.exit(CANNOT if wrong or failed else WRITTEN)


def _shown(outcomes: Iterator[Outcome], label: str, *, length: int | None = None) -> list[Outcome]:
    """Return what comes of each row, with a bar on the screen that says how far it is."""
    with click.progressbar(outcomes, label=label, length=length, file=sys.stderr) as bar:
        return list(bar)


def _say_what_is_wrong(outcomes: Sequence[Outcome], unread: Sequence[str], report: Path) -> int:
    """Print the first mistakes; return how many rows have one."""
    from challenge_letters.batch.columns import said  # noqa: PLC0415
    from challenge_letters.batch.running import sentences  # noqa: PLC0415

    if not outcomes:
        stop(said("no-clients"), code=BAD_INPUT)
    if unread:
        click.echo(said("unread", headings=", ".join(unread)), err=True)
    wrong = sentences(outcomes)
    for sentence in wrong[:MOST_ON_SCREEN]:
        click.echo(sentence, err=True)
    if len(wrong) > MOST_ON_SCREEN:
        click.echo(worded("command-line.and-more", more=len(wrong) - MOST_ON_SCREEN, report=report), err=True)
    return sum(bool(outcome.wrong) for outcome in outcomes)


@click.command(cls=Told)
@of_a_centre
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@as_at
@click.option("--csv", "table", type=click.Path(path_type=Path))
@click.option("--ics", "calendar", type=click.Path(path_type=Path))
@click.option("--within", type=click.IntRange(0), metavar="DAYS")
def due(folder: Path, on: date | None, table: Path | None, calendar: Path | None, within: int | None) -> None:
    """Print what is due in a folder of case files; end with 1 if a file was not read."""
    from challenge_letters.batch.caseload import as_csv, as_table, read_caseload  # noqa: PLC0415

    day = on or today()
    found = read_caseload(folder, on=day)
    wanted = [each for each in found.due() if within is None or (each.act_by - day).days <= within]
    click.echo(as_table(wanted, on=day) if wanted else worded("command-line.nothing-due"))
    try:
        if table:
            table.write_bytes(as_csv(wanted, on=day))
        if calendar:
            calendar.write_bytes(found.calendar())
    except OSError as error:
        stop(f"{error.filename}: {error.strerror}.", code=BAD_INPUT)
    for unread in found.unread:
        click.echo(worded("command-line.not-read", file=unread.file, why=unread.why), err=True)
    sys.exit(CANNOT if found.unread else WRITTEN)


@click.command("next", cls=Told)
@click.argument("case_file", metavar="CASE.json", type=click.Path(path_type=Path))
@click.option("--letter", "kind", required=True, metavar="KIND")
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE")
@click.option("--about", default="", metavar="ID")
@click.option("--to", "target", type=click.Path(path_type=Path))
@as_at
def next_(case_file: Path, kind: str, **options: Any) -> None:
    """Write the case file of a letter that comes next; end with 1 if it lacks facts."""
    from challenge_letters.batch.columns import UnreadableBatch  # noqa: PLC0415
    from challenge_letters.batch.next_case import asked_by, next_case  # noqa: PLC0415
    from challenge_letters.case.case_files import UnreadableCase, file_of  # noqa: PLC0415
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.writing import write_files  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    case = read(case_file)
    path = options["target"] or case_file.with_name(f"{case_file.stem}-{kind}.json")
    try:
        made = next_case(case, kind, facts=options["facts"], about=options["about"])
        write_files({path.name: file_of(made)}, path.parent)
    except (UnreadableBatch, UnreadableCase) as error:
        stop("\n".join(str(mistake) for mistake in error.mistakes), code=BAD_INPUT)
    except LettersError as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(worded("command-line.cannot-write", path=path, why=error.strerror), code=BAD_INPUT)
    click.echo(path)
    plan = make_plan(made, on=options["on"] or today())
    if plan.letter(kind) is None:
        why = worded("command-line.not-yet", why=plan.why_not(kind))
        asked = worded("command-line.asks-for", facts=", ".join(asked_by(kind)))
        stop(f"{why}\n{asked}", code=CANNOT)
    click.echo(worded("command-line.write-now", path=path, kind=kind))


COMMANDS = (new_centre, own, texts, diff, batch_template, batch, due, next_)
