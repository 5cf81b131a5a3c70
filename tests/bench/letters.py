"""A letter, warm: from Case to .docx, beside docxtpl opening, rendering and saving the same filled letter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.bench.builds import Build
from tests.bench.measuring import Row, Took

PROGRAM = Path(__file__).with_name("letter_times.py")
EXAMPLE = "missed-appointment-ill"
# Measured in the same process as ours: what the names of the runs say is theirs.
THEIRS = {"letter, docxtpl alone": ("letter", "docxtpl"), "letter, the floor": ("letter", "the floor")}


def letters(builds: list[Build], times: int) -> list[Row]:
    """Return what a letter takes in each build, `times` processes each, in turn."""
    rows: dict[tuple[str, str], Row] = {}
    for _ in range(times):
        for build in builds:
            done = subprocess.run(
                [sys.executable, str(PROGRAM), str(build.tree / "examples" / f"{EXAMPLE}.json")],
                env=build.environment, cwd=build.tree, capture_output=True, check=True,
            )  # fmt: skip
            for name, (cpu, wall) in json.loads(done.stdout).items():
                what, whose = THEIRS.get(name, (name, build.name))
                if name in THEIRS and build.name != "ours":
                    continue
                rows.setdefault((what, whose), Row(what, whose)).samples.append(Took(cpu, wall))
    return sorted(rows.values(), key=lambda row: row.what)
