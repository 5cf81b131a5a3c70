"""Keeps two runs out of one folder: letters of one would get in the way of the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from portalocker import LOCK_EX, LOCK_NB, AlreadyLocked, LockException, lock

from challenge_letters.batch.columns import said

# It stays when a run has ended: whoever took it away could take it from under a run that has just begun.
LOCK = ".batch.lock"


class FolderBusy(RuntimeError):  # noqa: N818 - the name says what is wrong
    """Another run is at work in the folder; the text is a sentence."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep every other run out of `folder`, made where it is missing. Raises `FolderBusy`, `OSError`.

    The system lets go of the lock when this run ends, however it ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a") as file:
        # Some shared drives know no locks. Whoever works on one alone is not to be kept from it.
        with suppress(LockException):
            try:
                lock(file, LOCK_EX | LOCK_NB)
            except AlreadyLocked:
                raise FolderBusy(said("folder-busy", folder=folder)) from None
        if hasattr(os, "register_at_fork"):
            # A worker that outlives a run that was killed must not keep the folder shut.
            os.register_at_fork(after_in_child=file.close)
        yield
