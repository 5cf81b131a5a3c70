"""The server that carries the application: waitress, which it is served with, beside cheroot, in turn."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.builds import PLACE, Build
from tests.bench.measuring import Row
from tests.bench.pages import at_once, pages, serving

PROGRAM = Path(__file__).with_name("serve_with.py")
OTHER = "cheroot"
AT_ONCE = (8, 32)


@dataclass(frozen=True)
class ByAnother(Build):
    """A build whose application is served with another server, installed in a folder of its own."""

    packages: Path = PLACE / OTHER

    @property
    def environment(self) -> dict[str, str]:
        """What its programs are started with: the other server beside our own source."""
        own = super().environment
        return {**own, "PYTHONPATH": f"{own['PYTHONPATH']}{os.pathsep}{self.packages}"}

    def command(self, *arguments: object) -> list[str]:
        """Return the command line of its program."""
        return [sys.executable, str(PROGRAM), *(str(one) for one in arguments)]


def servers(build: Build, times: int) -> tuple[list[Row], list[dict[str, Any]]]:
    """Return what a page of `build` takes with each server, and what many visitors at once wait for it.

    Nothing where the other server cannot be installed.
    """
    other = ByAnother(f"by {OTHER}", build.tree)
    if not _is_installed(other.packages):
        print(f"{OTHER} cannot be installed here: the servers are not compared.")
        return [], []
    with ExitStack() as stack:
        running = [stack.enter_context(serving(each)) for each in (build, other)]
        rows = pages(running, times)
        crowds = [
            at_once(server, visitors, walks=1) | {"whose": server.build.name}
            for visitors in AT_ONCE
            for server in running
        ]
    return rows, crowds


def _is_installed(folder: Path) -> bool:
    if (folder / OTHER).is_dir():
        return True
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), OTHER]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
