"""Commands as whole processes: `deadline`, `plan`, `write`, each build in turn."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.builds import DAY, Build
from tests.bench.measuring import Row, in_turn, whole_process

COMMANDS = {
    "deadline": ("deadline", "mandatory-reconsideration", "2027-01-31", "--json"),
    "plan": ("plan", "CASE", "--as-at", DAY),
    "write": ("write", "CASE", "--as-at", DAY, "--out", "OUT", "--force"),
}
EXAMPLE = "missed-appointment-ill"


def commands(builds: list[Build], times: int) -> list[Row]:
    """Return what each command takes in each build."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, words in COMMANDS.items():
            runs = {}
            for build in builds:
                places = {
                    "CASE": build.tree / "examples" / f"{EXAMPLE}.json",
                    "OUT": Path(folder, build.name),
                }
                command = build.command(*(places.get(word, word) for word in words))
                row = Row(f"`{name}`, the whole process", build.name)
                runs[build.name] = (
                    row,
                    lambda command=command, build=build: whole_process(
                        command, environment=build.environment, folder=Path(folder)
                    ),
                )
            found += in_turn(runs, times, warm=2)
    return found
