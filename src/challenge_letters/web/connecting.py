"""Connections to the database of sessions that stay open from request to request.

To open one costs more than all that a page asks of it, and the last to close copies the whole log of changes
into the database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Two web servers may wait for each other this long; a program of somebody else's that holds the file may not.
PATIENCE = 5
# What each connection is told once. `secure_delete` overwrites what is deleted.
SETTINGS = ("secure_delete = on", "foreign_keys = on", "journal_mode = wal", "synchronous = normal")
# Which files an open connection belongs to: the file system's numbers of the database and its index.
Identity = tuple[int, ...]


class Connections:
    """As many open connections to the file at `path` as requests have run at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index = path.with_name(f"{path.name}-shm")
        self._idle: list[tuple[Identity, sqlite3.Connection]] = []

    @contextmanager
    def one(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to one thread. After any error it is closed, so that the next begins afresh."""
        identity, database = self._taken()
        try:
            yield database
        except BaseException:
            _close(database)
            raise
        self._idle.append((identity, database))

    def close(self) -> None:
        """Close every connection that nobody uses now."""
        while self._idle:
            _close(self._idle.pop()[1])

    def _taken(self) -> tuple[Identity, sqlite3.Connection]:
        """Return an idle connection to the file that is there now, or a new one: files can be replaced."""
        there = self._identity()
        while True:
            try:
                identity, database = self._idle.pop()
            except IndexError:
                return self._opened()
            if identity == there:
                return identity, database
            _close(database)

    def _opened(self) -> tuple[Identity, sqlite3.Connection]:
        database = sqlite3.connect(
            self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            for setting in SETTINGS:
                database.execute(f"pragma {setting}")
        except BaseException:
            database.close()
            raise
        return self._identity(), database

    def _identity(self) -> Identity:
        try:
            return self._path.stat().st_ino, self._index.stat().st_ino
        except OSError:
            return ()


def _close(database: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        database.close()
