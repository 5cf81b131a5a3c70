"""The embedded host as a program of its own, for tests that need another clock than this process has."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.server.processes import start

ADDRESS = re.compile(r"http://[\d.:]+")


@contextmanager
def serving(folder: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """Run `challenge-letters serve` in `environment`, with its files in `folder`; yield its address."""
    known = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "CHALLENGE_LETTERS_STATE": str(folder / "state"),
    }
    log = folder / "log.txt"
    program = start(
        "challenge-letters serve",
        *(sys.executable, "-m", "challenge_letters", "serve", "--port", 0),
        log=log,
        environment={**known, "PYTHONUNBUFFERED": "1", **environment},
    )
    try:
        program.wait_until(lambda: ADDRESS.search(log.read_text(encoding="utf-8")) is not None)
        found = ADDRESS.search(log.read_text(encoding="utf-8"))
        assert found
        yield found[0]
    finally:
        program.stop()
