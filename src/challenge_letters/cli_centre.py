"""The commands of an advice centre: its folder, many clients at once, what is due. They hold no logic."""

from __future__ import annotations

from pathlib import Path

import click

from challenge_letters.cli_options import BAD_INPUT, CANNOT, of_a_centre, stop, the_centre
from challenge_letters.places import centre


@click.command("new-centre")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new_centre(folder: Path) -> None:
    """Begin the folder of a centre: its details, its letterhead, its own words."""
    from challenge_letters.centre.starting import FolderInUse, start_centre  # noqa: PLC0415

    try:
        for path in start_centre(folder):
            click.echo(path)
    except FolderInUse as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(f"{folder} cannot be written: {error.strerror}.", code=BAD_INPUT)
    click.echo(f"Fill in {folder / 'centre.toml'}, then run: challenge-letters check --centre {folder}")


@click.command()
@of_a_centre
@click.argument("name")
@click.option("--seen", is_flag=True, help="You have looked at what changed in ours: do not name it again.")
def own(name: str, *, seen: bool) -> None:
    """Put our template or wording NAME into the centre's folder, to be changed there."""
    from challenge_letters.letters.errors import LettersError  # noqa: PLC0415
    from challenge_letters.letters.own_words import mark_seen, take  # noqa: PLC0415

    the_centre()
    folder = centre()
    if folder is None:
        stop("Name the folder of your centre: --centre DIR.", code=BAD_INPUT)
    try:
        if seen:
            mark_seen(name, folder)
        else:
            click.echo(take(name, folder))
    except LettersError as error:
        stop(error, code=CANNOT)
    except OSError as error:
        stop(f"{folder} cannot be written: {error.strerror}.", code=BAD_INPUT)


COMMANDS = (new_centre, own)
