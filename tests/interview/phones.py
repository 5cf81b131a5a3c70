"""New phones at the first page of the real interview, on the day of the examples."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from tests.examples import AS_AT
from tests.interview.walker import Walker
from tests.phone import Phone

# Answers are written to the disk at each page; a folder in memory has no disk to wait for.
MEMORY = Path("/dev/shm")


@cache
def app() -> Any:
    """Return the application with the real interview and a state folder of its own."""
    folder = Path(mkdtemp(prefix="interview-tests-", dir=MEMORY if MEMORY.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return create_app(Settings(state_dir=folder))


def new_walker() -> Walker:
    """Return somebody who has just pressed Start."""
    return Walker(Phone(app().test_client()), AS_AT).begin()
