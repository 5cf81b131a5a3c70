"""The command line: plan, write, pack, deadline, authorities, schema, check, serve. It holds no logic.

What `--help` says stands in the language chosen, under the names of the commands and options.

Rooms are imported inside the commands, so that `deadline` starts without pydantic, Word or docassemble.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from challenge_letters import __version__, cli_centre
from challenge_letters.cli_options import (
    BAD_INPUT,
    CANNOT,
    WRITTEN,
    Program,
    a_case,
    a_day,
    as_at,
    as_json,
    of_a_centre,
    stop,
    the_centre,
    today,
    writing,
)
from challenge_letters.languages import unknown_language, worded

if TYPE_CHECKING:
    from challenge_letters.case.case import Case
    from challenge_letters.plan.outcome import Plan


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="challenge-letters")
def main() -> None:
    """Begin any command: with a language that is there, and quickly."""
    if wrong := unknown_language():
        stop(wrong, code=BAD_INPUT)
    _start_quickly()


def _start_quickly() -> None:
    """Leave out what a short command spends a quarter of its time on, and gets nothing from.

    Nearly all that is made while modules and models are loaded stays: to look through it for rubbish again
    and again, and once more at the end, finds none. And to ask every installed package whether it adds to
    pydantic takes longer than to make a plan.
    """
    gc.set_threshold(100_000, 10, 10)
    atexit.register(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@main.command()
@a_case
@click.option("--letter", "kind", metavar="KIND", required=True)
@as_at
@as_json
def explain(case: Case, kind: str, on: date | None, is_json: bool) -> None:
    """Print what `explained` finds in one letter."""
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
    """Print the plan of a case, and what was typed and stands in no letter."""
    from challenge_letters.letters.unsaid import words_in_no_letter  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415
    from challenge_letters.plan.report import as_json as plan_json  # noqa: PLC0415
    from challenge_letters.plan.report import as_text  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    unsaid = words_in_no_letter(made)
    if is_json:
        found = {**plan_json(made), "in_no_letter": [typed.place for typed in unsaid]}
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
        return
    click.echo(as_text(made))
    if unsaid:
        click.echo(worded("command-line.in-no-letter"))
        for typed in unsaid:
            click.echo(f"  - {typed.place}: {typed.text}")


@main.command()
@a_case
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path))
@click.option("--letter", "kinds", multiple=True, metavar="KIND")
@as_at
@click.option("--force", is_flag=True)
def write(case: Case, folder: Path, kinds: tuple[str, ...], on: date | None, force: bool) -> None:
    """Write letters into a folder, and print their paths."""
    from challenge_letters.letters.writing import write_letters  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    wanted = _wanted(made, kinds)
    with writing(folder):
        for path in write_letters(made, wanted, folder, force=force):
            click.echo(path)
    for caution in made.cautions:
        click.echo(caution, err=True)


@main.command()
@a_case
@click.option("--to", "target", required=True, type=click.Path(path_type=Path))
@as_at
@click.option("--with-dates", is_flag=True)
@click.option("--force", is_flag=True)
def pack(case: Case, target: Path, on: date | None, with_dates: bool, force: bool) -> None:
    """Write the pack, and print what is not in it: the case file, which holds every answer, and others."""
    from challenge_letters.letters.outputs import left_out, packed_outputs  # noqa: PLC0415
    from challenge_letters.letters.writing import write_files  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    made = make_plan(case, on=on or today())
    _wanted(made, ())
    with writing(target):
        content = packed_outputs(made, with_dates=with_dates)
        for path in write_files({target.name: content}, target.parent, force=force):
            click.echo(path)
        for line in left_out(made, with_dates=with_dates):
            click.echo(worded("command-line.not-in-it", what=line), err=True)


def _wanted(made: Plan, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds to write; end with a sentence if one does not exist or cannot be written."""
    from challenge_letters.letter_kinds.kinds import LETTER_KINDS  # noqa: PLC0415

    for kind in kinds:
        if kind not in LETTER_KINDS:
            stop(
                worded("command-line.no-such-letter", kind=kind, kinds=", ".join(LETTER_KINDS)),
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
@click.option("--nation")
@as_json
def deadline(kind: str, day: date, nation: str | None, is_json: bool) -> None:
    """Print a deadline with its working; end with 1 where no day is safe."""
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
@click.option("--unchecked", "only_unchecked", is_flag=True)
@click.option("--nation")
@as_at
@as_json
def authorities(*, only_unchecked: bool, nation: str | None, on: date | None, is_json: bool) -> None:
    """Print the law held here, as text or as JSON."""
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
    """Print the schema that a case file is checked by."""
    from challenge_letters.case.case_files import case_schema  # noqa: PLC0415

    click.echo(json.dumps(case_schema(), indent=2, ensure_ascii=False))


@main.command()
@of_a_centre
def check() -> None:
    """Print what is wrong: law, templates, centre, language; end with 1 if anything is."""
    from challenge_letters.checking_language import problems as language_problems  # noqa: PLC0415
    from challenge_letters.law.check import problems as law_problems  # noqa: PLC0415
    from challenge_letters.letters.checking import problems as template_problems  # noqa: PLC0415
    from challenge_letters.letters.checking_centre import in_order, problems_in_use  # noqa: PLC0415
    from challenge_letters.letters.checking_centre import problems as centre_problems  # noqa: PLC0415

    of_all = (*law_problems(on=today()), *template_problems(), *centre_problems(), *language_problems())
    found = tuple(dict.fromkeys(of_all)) or problems_in_use()
    for problem in found:
        click.echo(problem, err=True)
    count = worded("command-line.problems", count=len(found))
    click.echo(count if found else in_order())
    sys.exit(CANNOT if found else WRITTEN)


@main.command()
@of_a_centre
@click.option("--host")
@click.option("--port", type=int)
@click.option("--behind-tls", is_flag=True)
@click.option("--api", "has_api", is_flag=True)
def serve(host: str | None, port: int | None, behind_tls: bool, has_api: bool) -> None:
    """Serve the interview until it is stopped."""
    the_centre()
    tls = behind_tls or None
    chosen: dict[str, Any] = {"host": host, "port": port, "allow_plain_http": tls, "behind_tls": tls}
    try:
        chosen["api_token"] = _api_token() if has_api else None
        _serve({name: value for name, value in chosen.items() if value is not None})
    except ModuleNotFoundError as error:
        stop(worded("command-line.no-interview", module=error.name), code=BAD_INPUT)


def _api_token() -> str:
    from challenge_letters.web.json_api import NoToken, token_from_environment  # noqa: PLC0415

    try:
        return token_from_environment()
    except NoToken as error:
        stop(error, code=BAD_INPUT)


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


for command in cli_centre.COMMANDS:
    main.add_command(command)
