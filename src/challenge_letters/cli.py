"""The command line: plan, write, pack, deadline, authorities, schema, check, serve. It holds no logic.

Rooms are imported inside the commands, so that `deadline` starts without pydantic, Word or docassemble.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo

import click

from challenge_letters import __version__

if TYPE_CHECKING:
    from challenge_letters.case.case import Case
    from challenge_letters.plan.outcome import Plan

WRITTEN, CANNOT, BAD_INPUT = 0, 1, 2


def a_day(text: str) -> date:
    """Return the day that `text` names, as YYYY-MM-DD; raise `click.BadParameter` if there is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text} is not a day in the calendar: write it like 2027-01-31.") from None


def today() -> date:
    """Return today's date in Europe/London, where these time limits are kept."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def stop(sentence: object, *, code: int) -> NoReturn:
    """Print one clear sentence on stderr and end with exit code `code`."""
    click.echo(str(sentence), err=True)
    sys.exit(code)


as_at = click.option(
    "--as-at", "on", type=a_day, metavar="YYYY-MM-DD", help="The day of writing (default: today)."
)
as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON instead of text.")


def a_case(command: Callable[..., None]) -> Callable[..., None]:
    """Read the argument CASE.json, and a record if one is named, and hand both to `command` as a case."""

    @click.argument("case_file", metavar="CASE.json", type=click.Path(path_type=Path))
    @click.option(
        "--work-search-record",
        "record",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="A .csv or .xlsx file with three columns: the day, what was done, what came of it.",
    )
    @click.option("--sheet", metavar="NAME", default="", help="The sheet of the workbook that is the record.")
    @click.option("--day-first", is_flag=True, help="3/11/2026 in the record is the third of November.")
    @click.option(
        "--encoding", type=click.Choice(["windows-1252"]), help="For a .csv record that is not UTF-8."
    )
    @wraps(command)
    def reading(case_file: Path, record: Path | None, **options: Any) -> None:
        case = _read(case_file)
        how = {name: options.pop(name) for name in ("sheet", "day_first", "encoding")}
        command(_with_record(case, record, options["on"] or today(), how) if record else case, **options)

    return reading


def _with_record(case: Case, record: Path, on: date, how: Mapping[str, Any]) -> Case:
    """Return `case` with the work search record in the file `record`, or say what is wrong with that."""
    from challenge_letters.case.reading import build_case  # noqa: PLC0415
    from challenge_letters.case.spreadsheets import Reading, rows_of_file  # noqa: PLC0415
    from challenge_letters.case.work_search_rows import UnreadableRecord, entries_of  # noqa: PLC0415

    if case.work_search:
        stop(
            "The case file holds a record of the work search already. Take one of the two out.",
            code=BAD_INPUT,
        )
    reading = Reading(how["sheet"], how["encoding"] or "utf-8-sig")
    try:
        rows = rows_of_file(record, reading)
        entries = entries_of(rows, today=on, day_order="day-first" if how["day_first"] else "not-said")
    except UnreadableRecord as error:
        stop("\n".join(f"{record}: {mistake}" for mistake in error.mistakes), code=BAD_INPUT)
    except OSError as error:
        stop(f"{record} cannot be read: {error.strerror}.", code=BAD_INPUT)
    return build_case({**case.model_dump(mode="json", exclude_unset=True), "work_search": entries})


def _read(case_file: Path) -> Case:
    from challenge_letters.case.reading import UnreadableCase, read_case  # noqa: PLC0415

    try:
        return read_case(case_file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        stop(f"{case_file} is not a text file in UTF-8.", code=BAD_INPUT)
    except OSError as error:
        stop(f"{case_file} cannot be read: {error.strerror}.", code=BAD_INPUT)
    except UnreadableCase as error:
        stop("\n".join(f"{case_file}: {mistake}" for mistake in error.mistakes), code=BAD_INPUT)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="challenge-letters")
def main() -> None:
    """Write letters for people whose benefit is threatened or cut. This is not legal advice."""


@main.command()
@a_case
@click.option("--letter", "kind", metavar="KIND", required=True, help="Which letter, by its kind.")
@as_at
@as_json
def explain(case: Case, kind: str, on: date | None, is_json: bool) -> None:
    """Say of every sentence of a letter where its words stand, and the answers and the law it rests on."""
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.explaining import explained, explained_as_text  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    try:
        found = explained(make_plan(case, on=on or today()), kind)
    except LettersError as error:
        stop(error, code=CANNOT)
    click.echo(json.dumps(found, indent=2, ensure_ascii=False) if is_json else explained_as_text(found))


@main.command()
@a_case
@as_at
@as_json
def plan(case: Case, on: date | None, is_json: bool) -> None:
    """Show what to do in a case: the letter to send now, the others, deadlines, warnings and steps."""
    from challenge_letters.letters.unsaid import words_in_no_letter  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415
    from challenge_letters.plan.telling import as_json as plan_json  # noqa: PLC0415
    from challenge_letters.plan.telling import as_text  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    unsaid = words_in_no_letter(made)
    if is_json:
        found = {**plan_json(made), "in_no_letter": [typed.place for typed in unsaid]}
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    click.echo(as_text(made))
    if unsaid:
        click.echo("These words stand in no letter")
        for typed in unsaid:
            click.echo(f"  - {typed.place}: {typed.text}")


@main.command()
@a_case
@click.option(
    "--out", "folder", required=True, type=click.Path(path_type=Path), help="The folder to write into."
)
@click.option("--letter", "kinds", multiple=True, metavar="KIND", help="A letter to write; may be repeated.")
@as_at
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def write(case: Case, folder: Path, kinds: tuple[str, ...], on: date | None, force: bool) -> None:
    """Write the letter to send now, or the letters named, as Word files and as plain text."""
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.writing import write_letters  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    wanted = _wanted(made, kinds)
    try:
        for path in write_letters(made, wanted, folder, force=force):
            click.echo(path)
    except LettersError as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(f"{folder} cannot be written: {error.strerror}.", code=BAD_INPUT)
    for caution in made.cautions:
        click.echo(caution, err=True)


@main.command()
@a_case
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), help="The .zip file to write."
)
@as_at
@click.option("--with-dates", is_flag=True, help="Put the calendar file in even where home is not safe.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def pack(case: Case, target: Path, on: date | None, with_dates: bool, force: bool) -> None:
    """Write every letter that can be written, the page "What to do now" and the calendar as one .zip file.

    The case file itself is not in it: it holds every answer.
    """
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.outputs import outputs_of, packed_outputs  # noqa: PLC0415
    from challenge_letters.letters.writing import write_files  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    _wanted(made, ())
    try:
        content = packed_outputs(outputs_of(made), with_dates=with_dates)
        for path in write_files({target.name: content}, target.parent, force=force):
            click.echo(path)
    except LettersError as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(f"{target} cannot be written: {error.strerror}.", code=BAD_INPUT)


def _wanted(made: Plan, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds to write; end with a sentence if one does not exist or cannot be written."""
    from challenge_letters.plan.outcome import LETTER_KINDS  # noqa: PLC0415

    for kind in kinds:
        if kind not in LETTER_KINDS:
            stop(
                f"There is no letter called {kind}. The letters are: {', '.join(LETTER_KINDS)}.",
                code=BAD_INPUT,
            )
    if not kinds:
        if made.now is None:
            stop("\n".join(dict.fromkeys(letter.why for letter in made.unwritten)), code=CANNOT)
        return (made.now.kind,)
    refused = [f"{kind}: {made.why_not(kind)}" for kind in kinds if made.letter(kind) is None]
    if refused:
        stop("\n".join(refused), code=CANNOT)
    return kinds


@main.command()
@click.argument("kind")
@click.argument("day", metavar="DATE", type=a_day)
@click.option("--nation", help="england, wales, scotland or northern-ireland.")
@as_json
def deadline(kind: str, day: date, nation: str | None, is_json: bool) -> None:
    """Work out a deadline of KIND that runs from DATE, and show the working."""
    from challenge_letters.law.deadlines import BeyondHolidayData, LawError, NotConfirmed  # noqa: PLC0415
    from challenge_letters.law.deadlines import deadline as work_out  # noqa: PLC0415

    try:
        found = work_out(kind, day, nation=nation)
    except (BeyondHolidayData, NotConfirmed) as error:
        stop(error, code=CANNOT)
    except LawError as error:
        stop(error, code=BAD_INPUT)
    click.echo(json.dumps(found.as_json(), indent=2, ensure_ascii=False) if is_json else found.working)
    if found.caution:
        click.echo(found.caution, err=True)
    sys.exit(WRITTEN if found.safe_date else CANNOT)


@main.command()
@click.option("--unchecked", "only_unchecked", is_flag=True, help="Only what nobody has read yet.")
@click.option("--nation", help="england, wales, scotland or northern-ireland.")
@as_at
@as_json
def authorities(*, only_unchecked: bool, nation: str | None, on: date | None, is_json: bool) -> None:
    """List the law held here: what it says, since when, how it was checked, and what is still open."""
    from challenge_letters.law.errors import LawError  # noqa: PLC0415
    from challenge_letters.letters.law_listing import held, listing_json, listing_text  # noqa: PLC0415

    try:
        found = held(on=on or today(), nation=nation, only_unchecked=only_unchecked)
    except LawError as error:
        stop(error, code=BAD_INPUT)
    click.echo(
        json.dumps(listing_json(found), indent=2, ensure_ascii=False) if is_json else listing_text(found)
    )


@main.command()
def schema() -> None:
    """Print the JSON Schema of a case file."""
    from challenge_letters.case.case import Case  # noqa: PLC0415

    click.echo(json.dumps(Case.model_json_schema(), indent=2, ensure_ascii=False))


@main.command()
def check() -> None:
    """Check the law and the letter templates; list what is wrong."""
    from challenge_letters.law.check import problems as law_problems  # noqa: PLC0415
    from challenge_letters.letters.checking import problems as template_problems  # noqa: PLC0415

    found = (*law_problems(on=today()), *template_problems())
    for problem in found:
        click.echo(problem, err=True)
    click.echo(f"Problems: {len(found)}." if found else "The law and the templates are in order.")
    sys.exit(CANNOT if found else WRITTEN)


@main.command()
@click.option("--host", help="Where to listen (default: HOST, or 127.0.0.1).")
@click.option("--port", type=int, help="The port (default: PORT, or 8000).")
@click.option("--behind-tls", is_flag=True, help="A proxy in front keeps the connection private.")
def serve(host: str | None, port: int | None, behind_tls: bool) -> None:
    """Serve the interview to a browser."""
    tls = behind_tls or None
    chosen: dict[str, Any] = {"host": host, "port": port, "allow_plain_http": tls, "behind_tls": tls}
    try:
        _serve({name: value for name, value in chosen.items() if value is not None})
    except ModuleNotFoundError as error:
        missing = f"The interview is missing ({error.name} is not there)"
        stop(f"{missing}: install challenge-letters[interview].", code=BAD_INPUT)


def _serve(chosen: dict[str, Any]) -> None:
    from challenge_letters.web.serving import CannotServe  # noqa: PLC0415
    from challenge_letters.web.serving import serve as run  # noqa: PLC0415
    from challenge_letters.web.settings import Settings  # noqa: PLC0415

    try:
        settings = Settings.from_environment(**chosen)
    except ValueError as error:
        stop(error, code=BAD_INPUT)
    try:
        run(settings)
    except CannotServe as error:
        stop(error, code=CANNOT)
