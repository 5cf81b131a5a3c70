"""`make fuzz`: a hundred thousand odd inputs, or as many as are asked for."""

from __future__ import annotations

import argparse
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import examples
from tests.fuzz.pages import Pages
from tests.fuzz.running import MOST_TOLD, makers, run, tried, unsound_letters


def main() -> int:
    """Run, tell what broke, and return how many cases did."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--again", default="", help="TARGET:SEED as it was told, to run one case again")
    given = parser.parse_args()

    with TemporaryDirectory(prefix="challenge-letters-fuzz-") as folder:
        return _again(Path(folder), given.again) if given.again else _all(Path(folder), given)


def _again(folder: Path, case: str) -> int:
    name, _, seed = case.partition(":")
    found = tried(name, makers(folder, lambda: _pages(folder))[name](), seed)
    print(found or "Nothing broke.")  # noqa: T201 - for the person who runs it
    return found is not None


def _all(folder: Path, given: argparse.Namespace) -> int:
    pages = cache(lambda: _pages(folder))
    broken = 0
    targets = {name: make() for name, make in makers(folder, pages).items()}
    for each in run(given.cases, given.seed, targets):
        broken += 1
        if broken <= MOST_TOLD:
            print(each, flush=True)  # noqa: T201 - for the person who runs it
    unsound = unsound_letters()
    print(unsound or f"{broken} of {given.cases:,} cases broke something.")  # noqa: T201 - for the person who runs it
    return broken + bool(unsound)


def _pages(folder: Path) -> Pages:
    print("Walking through the interview with every example.", flush=True)  # noqa: T201 - for the person who runs it
    return Pages(folder, examples.names())


if __name__ == "__main__":
    sys.exit(min(1, main()))
