"""Encrypted sessions in SQLite: one row per step, so that each step has an address.

The age of a session is counted in time that has really passed, not by a clock that can jump (decision 0029).
"""

from __future__ import annotations

import logging
import pickle
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from cryptography.exceptions import InvalidTag

from challenge_letters.web.elapsing import Clocks, clocks_of_this_computer
from challenge_letters.web.keys import VisitorKeys, private_folder, server_secret

LOG = logging.getLogger("challenge_letters.web")
FIRST_STEP = 1

STORED_BY_ANOTHER_VERSION = (AttributeError, ImportError, TypeError, pickle.UnpicklingError)

# Two web servers may wait for each other this long; a program of somebody else's that holds the file may not.
PATIENCE = 5
# A time of day that says "expired" counts after it has gone on evenly for this long.
STEADY_SECONDS = 600
JUMP_SECONDS = 60

LAYOUT = 2
# `begun` and `seen` are seconds since the computer was switched on (`boot` says which time), `wall` is the
# time of day of `seen`: it alone can tell how long the computer was off.
SCHEMA = """
create table if not exists visits (
    row_id text primary key, boot text not null, begun real not null, seen real not null, wall real not null)
    without rowid;
create table if not exists steps (
    row_id text not null references visits on delete cascade,
    step integer not null, sealed blob not null, primary key (row_id, step)) without rowid;
"""

# How long ago a visit was last used. Within one boot that is exact. From an earlier one only the time of day
# can tell, and where that says too little, the time for which this server has watched.
IDLE = "case when boot = :boot then :passed - seen else max(:wall - wall, :watched) end"
AGE = f"({IDLE}) + seen - begun"
EXPIRED = f"({IDLE}) >= :idle or ({AGE}) >= :absolute"
CERTAIN = "boot = :boot or :is_steady or :watched >= :idle"
# ruff: noqa: S608 - these are made of the constants above and of nothing else.
FIND_EXPIRED = f"select 1 from visits where ({EXPIRED}) and ({CERTAIN}) limit 1"
DELETE_EXPIRED = f"delete from visits where ({EXPIRED}) and ({CERTAIN})"
STATE_OF = f"select ({EXPIRED}), ({CERTAIN}) from visits where row_id = :row_id"
LEFT = f"select min(:idle - ({IDLE}), :absolute - ({AGE})) from visits where row_id = :row_id"
MARK_USED = (
    f"update visits set begun = :passed - ({AGE}), seen = :passed, wall = :wall, boot = :boot "
    "where row_id = :row_id"
)


class SessionGone(Exception):  # noqa: N818 - it is a state of the world, not a fault
    """There is no such session: never begun, expired, deleted, or not readable with this cookie."""


class SessionInDoubt(SessionGone):
    """By the time of day the session has expired, but that clock may have jumped: it is kept a while."""


class StepMoved(Exception):  # noqa: N818
    """Another request moved the session on first."""


@dataclass
class Saved:
    """One stored step: docassemble's variables, and the digest of the form or link that led here.

    `is_look` marks a page that was only opened to read: nothing changed on the way to it.
    """

    variables: dict[str, Any]
    form_digest: str = ""
    came_from: int = 0
    is_look: bool = False


@dataclass
class Store:
    """The database of all sessions. It holds nothing that can be read without a visitor's cookie."""

    folder: Path
    idle_seconds: int
    absolute_seconds: int
    clocks: Clocks = field(default_factory=clocks_of_this_computer)
    _locks: tuple[threading.RLock, ...] = field(
        default_factory=lambda: tuple(threading.RLock() for _ in range(64))
    )

    def __post_init__(self) -> None:
        """Make the private folder, the secret and the tables; sweep what expired while we were off."""
        private_folder(self.folder)
        self.secret = server_secret(self.folder)
        self.path = self.folder / "sessions.sqlite3"
        self._started = self._steady_since = self.clocks.passed()
        self._offset = self.clocks.wall() - self._started
        try:
            self._open_file()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as damaged:
            # Nobody can read what is in it, and it must not stay beyond its time.
            LOG.warning("the stored sessions were damaged and are deleted: %s", type(damaged).__name__)
            self._remove_file()
            self._open_file()

    def _open_file(self) -> None:
        self.path.touch(mode=0o600)
        with self._writing() as database:
            if database.execute("pragma user_version").fetchone()[0] != LAYOUT:
                database.execute("drop table if exists steps")
                database.execute("drop table if exists visits")
            for statement in SCHEMA.split(";"):
                database.execute(statement)
            database.execute(f"pragma user_version = {LAYOUT}")
        self.sweep()

    def _remove_file(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    def visitor(self, cookie: str) -> VisitorKeys:
        """Return the keys `cookie` gives. Raises SessionGone when it is not one of ours."""
        try:
            return VisitorKeys.derive(cookie, self.secret)
        except ValueError as bad:
            raise SessionGone from bad

    def begin(self, keys: VisitorKeys, first: Saved) -> None:
        """Store the first step of a new session."""
        now, wall = self.clocks.passed(), self.clocks.wall()
        with self._writing() as database:
            visit = (keys.row_id, self.clocks.boot, now, now, wall)
            database.execute("insert into visits values (?, ?, ?, ?, ?)", visit)
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
            self._mark_used(database, keys)
        return row[0], self._open(keys, row[0], row[1])

    def has(self, keys: VisitorKeys) -> bool:
        """True when the session is there and has not expired; does not count as use."""
        with closing(self._connect()) as database:
            return self._alive(database, keys)

    def seconds_left(self, keys: VisitorKeys) -> float:
        """Return for how long the session stays if nobody touches it. Raises SessionGone without one."""
        with closing(self._connect()) as database:
            found = database.execute(LEFT, {**self._now(), "row_id": keys.row_id}).fetchone()
        if found is None:
            raise SessionGone
        return max(0.0, float(found[0]))

    def replace(self, keys: VisitorKeys, step: int, saved: Saved) -> None:
        """Store step `step` again. Raises StepMoved when it is no longer the newest."""
        with self._writing() as database:
            self._refuse_moved(database, keys, step)
            self._put(database, keys, step, saved)

    def advance(self, keys: VisitorKeys, step: int, saved: Saved, *, newest: int | None = None) -> None:
        """Store `saved` as the step after `step`, in the place of all that came after it.

        Raises StepMoved when `newest` (if it is not given: `step`) is no longer the newest.
        """
        with self._writing() as database:
            self._refuse_moved(database, keys, step if newest is None else newest)
            database.execute("delete from steps where row_id = ? and step > ?", (keys.row_id, step))
            self._put(database, keys, step + 1, saved)

    def at(self, keys: VisitorKeys, step: int) -> Saved | None:
        """Return step `step` as it was stored, or None when there is none."""
        with closing(self._connect()) as database:
            sealed = self._sealed(database, keys, step)
        return None if sealed is None else self._open(keys, step, sealed)

    def delete(self, keys: VisitorKeys) -> None:
        """Delete the session and everything in it."""
        with self._writing() as database:
            database.execute("delete from visits where row_id = ?", (keys.row_id,))
        self._truncate_log()

    def sweep(self) -> int:
        """Delete every session that has certainly expired; return how many there were."""
        with closing(self._connect()) as database:
            if not database.execute(FIND_EXPIRED, self._now()).fetchone():
                return 0
        with self._writing() as database:
            gone = database.execute(DELETE_EXPIRED, self._now()).rowcount
        self._truncate_log()
        return int(gone)

    @contextmanager
    def locked(self, keys: VisitorKeys) -> Iterator[None]:
        """Let one request of a visitor run at a time; others wait."""
        with self._locks[int(keys.row_id[:8], 16) % len(self._locks)]:
            yield

    def _now(self) -> dict[str, Any]:
        """Return what the conditions on a visit compare with, noting whether the time of day has jumped."""
        passed, wall = self.clocks.passed(), self.clocks.wall()
        if abs(wall - passed - self._offset) > JUMP_SECONDS:
            self._steady_since = passed
        self._offset = wall - passed
        return {
            "boot": self.clocks.boot,
            "passed": passed,
            "wall": wall,
            "watched": passed - self._started,
            "is_steady": passed - self._steady_since >= STEADY_SECONDS,
            "idle": self.idle_seconds,
            "absolute": self.absolute_seconds,
        }

    def _mark_used(self, database: sqlite3.Connection, keys: VisitorKeys) -> None:
        """Note that the session was used now; one of an earlier boot is counted in this one from here on."""
        database.execute(MARK_USED, {**self._now(), "row_id": keys.row_id})

    def _alive(self, database: sqlite3.Connection, keys: VisitorKeys) -> bool:
        return self._state(database, keys) == "alive"

    def _state(self, database: sqlite3.Connection, keys: VisitorKeys) -> Literal["alive", "gone", "in doubt"]:
        found = database.execute(STATE_OF, {**self._now(), "row_id": keys.row_id}).fetchone()
        if found is None:
            return "gone"
        is_expired, is_certain = found
        return "alive" if not is_expired else "gone" if is_certain else "in doubt"

    def _refuse_expired(self, database: sqlite3.Connection, keys: VisitorKeys) -> None:
        state = self._state(database, keys)
        if state != "alive":
            raise SessionInDoubt if state == "in doubt" else SessionGone

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
        plain = pickle.dumps((saved.variables, saved.form_digest, saved.came_from, saved.is_look), protocol=5)
        sealed = keys.seal(step, zlib.compress(plain, 1))
        database.execute("insert or replace into steps values (?, ?, ?)", (keys.row_id, step, sealed))

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
        database = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
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
