"""Encrypted sessions in SQLite: one row per step, so that Back is the removal of a row."""

from __future__ import annotations

import pickle
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag

from challenge_letters.web.keys import VisitorKeys, private_folder, server_secret

FIRST_STEP = 1
POPPED = 0  # the row taken off by Back is kept under this number until the session moves on

STORED_BY_ANOTHER_VERSION = (AttributeError, ImportError, TypeError, pickle.UnpicklingError)

SCHEMA = """
create table if not exists visits (
    row_id text primary key, begun real not null, seen real not null) without rowid;
create table if not exists steps (
    row_id text not null references visits on delete cascade,
    step integer not null, sealed blob not null, primary key (row_id, step)) without rowid;
"""


class SessionGone(Exception):  # noqa: N818 - it is a state of the world, not a fault
    """There is no such session: never begun, expired, deleted, or not readable with this cookie."""


class StepMoved(Exception):  # noqa: N818
    """Another request moved the session on first."""


@dataclass
class Saved:
    """One stored step: docassemble's variables, and the digest of the form that led here."""

    variables: dict[str, Any]
    form_digest: str = ""
    came_from: int = 0


@dataclass
class Store:
    """The database of all sessions. It holds nothing that can be read without a visitor's cookie."""

    folder: Path
    idle_seconds: int
    absolute_seconds: int
    clock: Callable[[], float] = time.time
    _locks: tuple[threading.RLock, ...] = field(
        default_factory=lambda: tuple(threading.RLock() for _ in range(64))
    )

    def __post_init__(self) -> None:
        """Make the private folder, the secret and the tables; sweep what expired while we were off."""
        private_folder(self.folder)
        self.secret = server_secret(self.folder)
        self.path = self.folder / "sessions.sqlite3"
        self.path.touch(mode=0o600)
        with self._writing() as database:
            for statement in SCHEMA.split(";"):
                database.execute(statement)
        self.sweep()

    def visitor(self, cookie: str) -> VisitorKeys:
        """Return the keys `cookie` gives. Raises SessionGone when it is not one of ours."""
        try:
            return VisitorKeys.derive(cookie, self.secret)
        except ValueError as bad:
            raise SessionGone from bad

    def begin(self, keys: VisitorKeys, first: Saved) -> None:
        """Store the first step of a new session."""
        now = self.clock()
        with self._writing() as database:
            database.execute("insert into visits values (?, ?, ?)", (keys.row_id, now, now))
            self._put(database, keys, FIRST_STEP, first)

    def load(self, keys: VisitorKeys) -> tuple[int, Saved]:
        """Return the newest step and its number. Raises SessionGone when there is none or it has expired."""
        with self._writing() as database:
            self._refuse_expired(database, keys)
            row = database.execute(
                "select step, sealed from steps where row_id = ? and step > 0 order by step desc limit 1",
                (keys.row_id,),
            ).fetchone()
            if row is None:
                raise SessionGone
            database.execute("update visits set seen = ? where row_id = ?", (self.clock(), keys.row_id))
        return row[0], self._open(keys, row[0], row[1])

    def has(self, keys: VisitorKeys) -> bool:
        """True when the session is there and has not expired; does not count as use."""
        with closing(self._connect()) as database:
            return self._alive(database, keys)

    def replace(self, keys: VisitorKeys, step: int, saved: Saved) -> None:
        """Store step `step` again. Raises StepMoved when it is no longer the newest."""
        with self._writing() as database:
            self._refuse_moved(database, keys, step)
            self._put(database, keys, step, saved)

    def advance(self, keys: VisitorKeys, step: int, saved: Saved) -> None:
        """Store `saved` as the step after `step`. Raises StepMoved when `step` is no longer the newest."""
        with self._writing() as database:
            self._refuse_moved(database, keys, step)
            self._put(database, keys, step + 1, saved)
            self._drop(database, keys, POPPED)

    def back(self, keys: VisitorKeys, step: int) -> None:
        """Take step `step` off, keeping its answers to show them again. Raises StepMoved as above."""
        with self._writing() as database:
            self._refuse_moved(database, keys, step)
            if step <= FIRST_STEP:
                return
            self._put(database, keys, POPPED, self._open(keys, step, self._sealed(database, keys, step)))
            self._drop(database, keys, step)

    def popped(self, keys: VisitorKeys) -> Saved | None:
        """Return the step that Back took off, until the session moves on."""
        with closing(self._connect()) as database:
            sealed = self._sealed(database, keys, POPPED)
        return None if sealed is None else self._open(keys, POPPED, sealed)

    def delete(self, keys: VisitorKeys) -> None:
        """Delete the session and everything in it."""
        with self._writing() as database:
            database.execute("delete from visits where row_id = ?", (keys.row_id,))
        self._truncate_log()

    def sweep(self) -> int:
        """Delete every expired session; return how many there were."""
        with self._writing() as database:
            gone = database.execute(
                "delete from visits where seen <= ? or begun <= ?", self._limits()
            ).rowcount
        self._truncate_log()
        return int(gone)

    @contextmanager
    def locked(self, keys: VisitorKeys) -> Iterator[None]:
        """Let one request of a visitor run at a time; others wait."""
        with self._locks[int(keys.row_id[:8], 16) % len(self._locks)]:
            yield

    def _limits(self) -> tuple[float, float]:
        return self.clock() - self.idle_seconds, self.clock() - self.absolute_seconds

    def _alive(self, database: sqlite3.Connection, keys: VisitorKeys) -> bool:
        idle, absolute = self._limits()
        row = database.execute("select seen, begun from visits where row_id = ?", (keys.row_id,)).fetchone()
        return row is not None and row[0] > idle and row[1] > absolute

    def _refuse_expired(self, database: sqlite3.Connection, keys: VisitorKeys) -> None:
        if not self._alive(database, keys):
            raise SessionGone

    def _refuse_moved(self, database: sqlite3.Connection, keys: VisitorKeys, step: int) -> None:
        self._refuse_expired(database, keys)
        newest = database.execute("select max(step) from steps where row_id = ?", (keys.row_id,)).fetchone()[
            0
        ]
        if newest != step:
            raise StepMoved

    def _sealed(self, database: sqlite3.Connection, keys: VisitorKeys, step: int) -> bytes | None:
        where = (keys.row_id, step)
        row = database.execute("select sealed from steps where row_id = ? and step = ?", where).fetchone()
        return None if row is None else row[0]

    def _put(self, database: sqlite3.Connection, keys: VisitorKeys, step: int, saved: Saved) -> None:
        plain = pickle.dumps((saved.variables, saved.form_digest, saved.came_from), protocol=5)
        sealed = keys.seal(step, zlib.compress(plain, 1))
        database.execute("insert or replace into steps values (?, ?, ?)", (keys.row_id, step, sealed))

    def _drop(self, database: sqlite3.Connection, keys: VisitorKeys, step: int) -> None:
        database.execute("delete from steps where row_id = ? and step = ?", (keys.row_id, step))

    def _open(self, keys: VisitorKeys, step: int, sealed: bytes | None) -> Saved:
        if sealed is None:
            raise SessionGone
        try:
            plain = keys.unseal(step, sealed)
            # Only bytes that this server sealed with the visitor's own key get past the line above.
            return Saved(*pickle.loads(zlib.decompress(plain)))  # noqa: S301
        except (InvalidTag, *STORED_BY_ANOTHER_VERSION) as bad:
            raise SessionGone from bad

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        database.execute("pragma secure_delete = on")
        database.execute("pragma foreign_keys = on")
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")
        return database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with closing(self._connect()) as database:
            database.execute("begin immediate")
            try:
                yield database
            except BaseException:
                database.execute("rollback")
                raise
            database.execute("commit")

    def _truncate_log(self) -> None:
        with closing(self._connect()) as database:
            database.execute("pragma wal_checkpoint(truncate)")
