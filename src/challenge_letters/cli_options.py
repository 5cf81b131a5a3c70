"""What several commands of the command line ask for: a case, a day, a centre; and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from challenge_letters.languages import texts, worded
from challenge_letters.places import CENTRE

if TYPE_CHECKING:
    from challenge_letters.case.case import Case
    from challenge_letters.centre.details import Centre

WRITTEN, CANNOT, BAD_INPUT = 0, 1, 2


class Told(click.Command):
    """A command whose help stands in the language chosen; it is read when somebody asks for it."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        tell(self)
        super().format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence, for the list of commands."""
        tell(self)
        return super().get_short_help_str(limit)


class Program(click.Group):
    """The program: its help stands in the language chosen, too."""

    command_class = Told

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        self.help = worded("command-line.program")
        super().format_help(ctx, formatter)


def tell(command: click.Command) -> None:
    """Give `command` and its options what the language chosen says of them."""
    held = texts("command-line")
    about = held["commands"][command.name]
    options = {**held["options"], **about.get("options", {})}
    command.help = about["says"]
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = options.get(max(option.opts, key=len).lstrip("-"), option.help)


def a_day(text: str) -> date:
    """Return the day that `text` names, as YYYY-MM-DD; raise `click.BadParameter` if there is none.

    A year that no case can lie in is refused as in a case file: days are counted back and forth from here.
    """
    from challenge_letters.case.messages import message  # noqa: PLC0415
    from challenge_letters.case.predicates import day_problem  # noqa: PLC0415

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(worded("command-line.no-such-day", text=text)) from None
    if problem := day_problem(day):
        raise click.BadParameter(message(problem))
    return day


def today() -> date:
    """Return today's date in Europe/London, where these time limits are kept."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    return datetime.now(ZoneInfo("Europe/London")).date()


def stop(sentence: object, *, code: int) -> NoReturn:
    """Print one clear sentence on stderr and end with exit code `code`."""
    click.echo(str(sentence), err=True)
    sys.exit(code)


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """End with a sentence where something cannot be written: a letter, or a file at `place`."""
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415

    try:
        yield
    except LettersError as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(worded("command-line.cannot-write", path=place, why=error.strerror), code=BAD_INPUT)


as_at = click.option("--as-at", "on", type=a_day, metavar="YYYY-MM-DD")
as_json = click.option("--json", "is_json", is_flag=True)


def _use_centre(_context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    """Name the folder in the environment, where every process of this command finds it."""
    if folder is None:
        return
    if not folder.is_dir():
        stop(worded("command-line.no-folder", folder=folder), code=BAD_INPUT)
    os.environ[CENTRE] = str(folder.resolve())


of_a_centre = click.option(
    "--centre",
    type=click.Path(path_type=Path),
    envvar=CENTRE,
    metavar="DIR",
    expose_value=False,
    callback=_use_centre,
    is_eager=True,
)


def a_case(command: Callable[..., None]) -> Callable[..., None]:
    """Read the argument CASE.json, and a record if one is named, and hand both to `command` as a case."""

    @of_a_centre
    @click.option("--adviser", default="", metavar="NAME")
    @click.option("--reference", default="", metavar="REF")
    @click.argument("case_file", metavar="CASE.json", type=click.Path(path_type=Path))
    @click.option(
        "--work-search-record",
        "record",
        metavar="FILE",
        type=click.Path(path_type=Path),
    )
    @click.option("--sheet", metavar="NAME", default="")
    @click.option("--day-first", is_flag=True)
    @click.option("--encoding", type=click.Choice(["windows-1252"]))
    @wraps(command)
    def reading(case_file: Path, record: Path | None, **options: Any) -> None:
        case = _signed(read(case_file), options)
        how = {name: options.pop(name) for name in ("sheet", "day_first", "encoding")}
        command(_with_record(case, record, options["on"] or today(), how) if record else case, **options)

    return reading


def _signed(case: Case, options: dict[str, Any]) -> Case:
    """Return `case` as the centre writes it, where there is one; take what names it out of `options`."""
    adviser, reference = options.pop("adviser"), options.pop("reference")
    centre = the_centre()
    if centre is None:
        if adviser or reference:
            stop(worded("command-line.adviser-needs-centre"), code=BAD_INPUT)
        return case

    from challenge_letters.case.case_files import UnreadableCase  # noqa: PLC0415
    from challenge_letters.centre.signing import UnknownAdviser, signed_by  # noqa: PLC0415

    try:
        day = options["on"] or today()
        return signed_by(case, centre, on=day, adviser=adviser, reference=reference)
    except (UnknownAdviser, UnreadableCase) as error:
        stop(error, code=BAD_INPUT)


def the_centre() -> Centre | None:
    """Return the centre whose letters are written, None if there is none; end with what is wrong with it."""
    from challenge_letters.places import centre  # noqa: PLC0415

    folder = centre()
    if folder is None:
        return None

    from challenge_letters.centre.details import UnreadableCentre, read_centre  # noqa: PLC0415

    try:
        return read_centre(folder)
    except UnreadableCentre as error:
        stop("\n".join(error.mistakes), code=BAD_INPUT)


def _with_record(case: Case, record: Path, on: date, how: Mapping[str, Any]) -> Case:
    """Return `case` with the work search record in the file `record`, or say what is wrong with that."""
    from challenge_letters.case.case_files import build_case  # noqa: PLC0415
    from challenge_letters.case.spreadsheets import Reading, rows_of_file  # noqa: PLC0415
    from challenge_letters.case.work_search_rows import UnreadableRecord, entries_of  # noqa: PLC0415

    if case.work_search:
        stop(
            worded("command-line.two-records"),
            code=BAD_INPUT,
        )
    reading = Reading(how["sheet"], how["encoding"] or "utf-8-sig")
    try:
        rows = rows_of_file(record, reading)
        entries = entries_of(rows, today=on, day_order="day-first" if how["day_first"] else "not-said")
    except UnreadableRecord as error:
        stop("\n".join(f"{record}: {mistake}" for mistake in error.mistakes), code=BAD_INPUT)
    except OSError as error:
        stop(worded("command-line.cannot-read", path=record, why=error.strerror), code=BAD_INPUT)
    return build_case({**case.model_dump(mode="json", exclude_unset=True), "work_search": entries})


def read(case_file: Path) -> Case:
    """Return the case in a file, or end with what is wrong with it. A locked one asks for its six words."""
    from challenge_letters.case.case_files import UnreadableCase, read_case, text_in  # noqa: PLC0415

    try:
        text = text_in(case_file)
        try:
            return read_case(text)
        except UnreadableCase as error:
            if not error.is_locked:
                raise
        return read_case(_unlocked(case_file, text))
    except UnicodeDecodeError:
        stop(worded("command-line.not-text", path=case_file), code=BAD_INPUT)
    except OSError as error:
        stop(worded("command-line.cannot-read", path=case_file, why=error.strerror), code=BAD_INPUT)
    except UnreadableCase as error:
        stop("\n".join(f"{case_file}: {mistake}" for mistake in error.mistakes), code=BAD_INPUT)


def _unlocked(case_file: Path, text: str) -> str:
    """Return the text inside a locked file, for the words that are typed now, or end with why not."""
    # What the interview needs is loaded for a locked file only: `plan` starts without it.
    from challenge_letters.interview.locking import StaysLocked, can_lock, unlocked  # noqa: PLC0415

    if not can_lock():
        stop(worded("command-line.locked", path=case_file), code=BAD_INPUT)
    # Shown while they are typed, as in the browser: six words off a sheet of paper are not typed blindly.
    click.echo(worded("command-line.words-asked"), nl=False, err=True)
    try:
        return unlocked(text, sys.stdin.readline())
    except StaysLocked as error:
        stop(f"{case_file}: {error}", code=BAD_INPUT)
