"""Runs the two linters that docassemble's authors use over the interview's YAML, each from an environment of its own.

    python tests/interview/linters.py docassemble-lsp
    python tests/interview/linters.py dayamlchecker

Exit code 0: nothing found. A warning counts as found, because a missing id is no more than that to one of them.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]
INTERVIEWS = TOP / "interviews"


@dataclass(frozen=True)
class Linter:
    """One linter: the environment it lies in, how it is called, and what it finds that is no fault, with the reason."""

    name: str
    home: str
    arguments: tuple[str, ...]
    leaving_out: str
    left_out: Mapping[str, str]

    @property
    def command(self) -> list[str]:
        """The program and its arguments, without the files."""
        program = TOP / self.home / "bin" / self.name
        return [str(program), *self.arguments, self.leaving_out, ",".join(self.left_out)]

    def check(self, folder: Path) -> subprocess.CompletedProcess[str]:
        """Return the finished run over every YAML file in `folder`. Raises FileNotFoundError when there is none."""
        # Both pass over whole folders because of their names, so each file is called by its own.
        files = sorted(str(path) for path in folder.rglob("*.yml"))
        if not files:
            raise FileNotFoundError(f"There is no interview in {folder}.")
        return subprocess.run([*self.command, *files], capture_output=True, text=True, check=False)


LINTERS = (
    Linter(
        name="docassemble-lsp",
        home=".venv-lint",
        arguments=("check", "--strict"),
        leaving_out="--ignore-codes",
        left_out={"W604": "it looks for our modules beside the YAML; they are installed"},
    ),
    Linter(
        name="dayamlchecker",
        home=".venv-yaml",
        arguments=("--no-url-check", "--max-warnings", "0"),
        leaving_out="--suppress",
        left_out={
            "WG415": "two mandatory blocks: the first answers, and the order",
            "IG416": "what one publisher of court forms wants to know",
        },
    ),
)


def linter(name: str) -> Linter:
    """Return the linter called `name`. Raises StopIteration for any other name."""
    return next(one for one in LINTERS if one.name == name)


def main(name: str) -> int:
    """Print what linter `name` finds in the interview and return its exit code."""
    run = linter(name).check(INTERVIEWS)
    sys.stdout.write(f"{name}: {run.stdout.strip() or 'nothing found'}\n{run.stderr}")
    return run.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
