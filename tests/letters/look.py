"""Renders every example letter to pictures in look/, so that somebody can look at them (needs LibreOffice)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.examples import AS_AT, letters

from challenge_letters.letters.filling import fill

FOLDER = Path(__file__).parents[2] / "look"


def render(folder: Path) -> None:
    """Write a picture of each page of each example letter into `folder`."""
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        files = []
        for letter in letters():
            path = Path(place) / f"{letter.name}.docx"
            path.write_bytes(fill(letter.letter, letter.case, on=AS_AT))
            files.append(path)
        _convert(files, Path(place))
        for path in sorted(Path(place).glob("*.pdf")):
            subprocess.run(["pdftoppm", "-r", "70", "-png", path, folder / path.stem], check=True)


def _convert(files: list[Path], place: Path) -> None:
    home = f"-env:UserInstallation=file://{place}/office"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", place, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    render(FOLDER)
