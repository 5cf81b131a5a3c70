"""Runs the targets, each for its share of the cases, and says which case to look at."""

from __future__ import annotations

import subprocess
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.fuzz.pages import Forms, Links, Pages
from tests.fuzz.targets import CaseFiles, JsonApi, Sheets, Target, Templates, kept_letters

# Of every hundred cases.
SHARES = {"case-files": 36, "spreadsheets": 17, "api": 20, "templates": 4, "forms": 14, "links": 9}
MOST_TOLD = 20
OOXML = Path(__file__).parents[2] / ".venv-lint" / "bin" / "ooxml-integrity"


@dataclass(frozen=True)
class Broken:
    """A case in which something happened that must not: how to run it again, and what it was."""

    target: str
    seed: str
    what: str

    def __str__(self) -> str:
        return f"{self.target}, --again {self.target}:{self.seed}\n{self.what}"


def makers(folder: Path, pages: Callable[[], Pages]) -> Mapping[str, Callable[[], Target]]:
    """Return what makes each target; `pages` makes the walked interview, which takes its time.

    `folder` is where files to be read are put.
    """
    return {
        "case-files": CaseFiles,
        "spreadsheets": lambda: Sheets(folder),
        "api": JsonApi,
        "templates": lambda: Templates(folder),
        "forms": lambda: Forms(pages()),
        "links": lambda: Links(pages()),
    }


def run(cases: int, seed: int, targets: Mapping[str, Target]) -> Iterator[Broken]:
    """Run `cases` over all `targets` and yield what broke. The same seed gives the same cases."""
    for name, target in targets.items():
        began = time.process_time()
        count = cases * SHARES[name] // 100
        for number in range(count):
            broken = tried(name, target, f"{seed}-{number}")
            if broken:
                yield broken
        took = time.process_time() - began
        print(f"{name}: {count:,} cases, {took:.0f} s of a processor", flush=True)  # noqa: T201 - for the person who runs it


def tried(name: str, target: Target, seed: str) -> Broken | None:
    """Try one case."""
    try:
        target.one(Random(f"{name}-{seed}"))
    except Exception as error:
        return Broken(name, seed, "".join(traceback.format_exception(error)[-6:]))
    return None


def unsound_letters() -> str:
    """Return what ooxml-integrity says against the letters that were kept on the way, "" for nothing."""
    with TemporaryDirectory(prefix="challenge-letters-fuzz-") as folder:
        paths = []
        for number, letter in enumerate(kept_letters()):
            paths.append(Path(folder) / f"{number}.docx")
            paths[-1].write_bytes(letter)
        done = subprocess.run([OOXML, "check", *paths], capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stdout + done.stderr
