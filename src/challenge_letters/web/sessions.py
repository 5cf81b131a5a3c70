"""Encrypted sessions in SQLite: one row per step, so that each step has an address.

The age of a session is counted in time that has really passed, not by a clock that can jump (decision 0029).
"""

from __future__ import annotations

import logging
import pickle
import sqlite3
import threading
import time
import weakref
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from cryptography.exceptions import InvalidTag

from challenge_letters.web.connecting import Connections
from challenge_letters.web.elapsing import Clocks, clocks_of_this_computer
from challenge_letters.web.keys import NONCE_BYTES, VisitorKeys, private_folder, server_secret
from challenge_letters.web.tables import FILE, StoreShut, give_back, note_damage, prepare, why_shut

LOG = logging.getLogger("challenge_letters.web")
FIRST_STEP = 1
# Not steps: what was typed and not sent, and the page that is due at the newest step.
DRAFTS = -1
PAGE = -2

STORED_BY_ANOTHER_VERSION = (AttributeError, ImportError, TypeError, pickle.UnpicklingError)

# A time of day that says "expired" counts after it has gone on evenly for this long.
STEADY_SECONDS = 600
JUMP_SECONDS = 60
SWEPT_AT_ONCE = 50
# Bytes. SQLite writes a log of this size over again; only a sweep makes it longer.
LONG_LOG = 8_000_000
# A store that could not be opened may cost each try the patience for a lock: not every request pays it.
NEXT_TRY_SECONDS = 2

# How long ago a visit was last used. Within one boot that is exact. From an earlier one only the time of day
# can tell, and where that says too little, the time for which this server has watched.
IDLE = "case when boot = :boot then :passed - seen else max(:wall - wall, :watched) end"
AGE = f"({IDLE}) + seen - begun"
EXPIRED = f"({IDLE}) >= :idle or ({AGE}) >= :absolute"
CERTAIN = "boot = :boot or :is_steady or :watched >= :idle"
# ruff: noqa: S608 - these are made of the constants above and of nothing else.
FIND_EXPIRED = f"select row_id from visits where ({EXPIRED}) and ({CERTAIN}) limit {SWEPT_AT_ONCE}"
DELETE_EXPIRED = f"delete from visits where row_id = :row_id and ({EXPIRED}) and ({CERTAIN})"
STATE_OF = f"select ({EXPIRED}), ({CERTAIN}) from visits where row_id = :row_id"
LEFT = f"select ({EXPIRED}), min(:idle - ({IDLE}), :absolute - ({AGE})) from visits where row_id = :row_id"
# Twice in the same second is once.
MARK_USED = (
    f"update visits set begun = :passed - ({AGE}), seen = :passed, wall = :wall, boot = :boot "
    "where row_id = :row_id and (boot <> :boot or :passed - seen >= 1)"
)
# The newest step, and what lies beside it.
NEWEST = (
    f"select step, sealed from steps where row_id = :row_id and step in ({DRAFTS}, {PAGE}, "
    "(select max(step) from steps where row_id = :row_id))"
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

    `is_look` marks a page that was only opened to read: nothing changed on the way to it. `page` is what is
    remembered of the page that is due, kept for the newest step only; `drafts` is what was typed, not sent.
    """

    variables: dict[str, Any]
    form_digest: str = ""
    came_from: int = 0
    is_look: bool = False
    page: bytes = b""
    drafts: dict[str, Any] = field(default_factory=dict)


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
        """Open the store. Where that cannot be done it is tried again by each request that needs it."""
        self.path = self.folder / FILE
        self.secret = b""
        self._is_open = False
        self._opening = threading.Lock()
        self._shut: StoreShut | None = None
        self._tried = 0.0
        self._connections = Connections(self.path)
        weakref.finalize(self, self._connections.close)
        self._started = self._steady_since = self.clocks.passed()
        self._offset = self.clocks.wall() - self._started
        try:
            self.open()
        except StoreShut as shut:
            LOG.error("%s", shut)

    def open(self) -> None:
        """Make the private folder, the secret and the tables where they are missing. Raises StoreShut."""
        if self._is_open:
            return
        with self._opening:
            if self._shut and time.monotonic() - self._tried < NEXT_TRY_SECONDS:
                raise self._shut
            try:
                self.secret = server_secret(private_folder(self.folder))
                prepare(self.path)
            except (OSError, sqlite3.Error) as fault:
                self._shut, self._tried = StoreShut(why_shut(self.folder, fault)), time.monotonic()
                raise self._shut from fault
            self._is_open, self._shut = True, None

    def close(self) -> None:
        """Let go of the file: the last to do so copies what its log holds into the database."""
        self._connections.close()

    def visitor(self, cookie: str) -> VisitorKeys:
        """Return the keys `cookie` gives. Raises SessionGone when it is not one of ours, StoreShut."""
        self.open()
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

    def load(self, keys: VisitorKeys, *, is_use: bool = True) -> tuple[int, Saved]:
        """Return the newest step and its number. Raises SessionGone when there is none or it has expired.

        It gives the session more time, unless `is_use` is False.
        """
        with self._writing() as database:
            self._refuse_expired(database, keys)
            rows = dict(database.execute(NEWEST, {"row_id": keys.row_id}).fetchall())
            if is_use:
                self._mark_used(database, keys)
        step = max(rows, default=0)
        if step < FIRST_STEP:
            raise SessionGone
        saved = self._open(keys, step, rows[step])
        saved.page = self._page(keys, rows.get(PAGE), rows[step])
        saved.drafts = self._open(keys, DRAFTS, rows[DRAFTS]).variables if DRAFTS in rows else {}
        return step, saved

    def drafts(self, keys: VisitorKeys) -> dict[str, Any]:
        """Return what was typed and not sent, by page."""
        held = self.at(keys, DRAFTS)
        return {} if held is None else held.variables

    def keep_drafts(self, keys: VisitorKeys, drafts: dict[str, Any]) -> None:
        """Keep what was typed and not sent. Raises SessionGone without a session to keep it in."""
        with self._writing() as database:
            self._refuse_expired(database, keys)
            self._put(database, keys, DRAFTS, Saved(drafts))

    def has(self, keys: VisitorKeys) -> bool:
        """True when the session is there and has not expired; does not count as use."""
        with self._reading() as database:
            return self._alive(database, keys)

    def seconds_left(self, keys: VisitorKeys) -> float | None:
        """Return for how long the session stays if nobody touches it; None when it is not there."""
        with self._reading() as database:
            found = database.execute(LEFT, {**self._now(), "row_id": keys.row_id}).fetchone()
        return None if found is None or found[0] else max(0.0, float(found[1]))

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
        with self._reading() as database:
            sealed = self._sealed(database, keys, step)
        return None if sealed is None else self._open(keys, step, sealed)

    def delete(self, keys: VisitorKeys) -> None:
        """Delete the session and everything in it."""
        with self._writing() as database:
            database.execute("delete from visits where row_id = ?", (keys.row_id,))
        self._truncate_log()

    def sweep(self) -> int:
        """Delete every session that has certainly expired; return how many there were.

        It deletes a few at a time, so that nobody who answers a page waits for it.
        """
        gone = 0
        while some := self._delete_some_expired():
            gone += some
        if gone:
            self._give_back()
        elif self._has_long_log():
            # While others wrote, it could not be taken over and cut short.
            self._truncate_log()
        return gone

    def _delete_some_expired(self) -> int:
        with self._reading() as database:
            found = database.execute(FIND_EXPIRED, self._now()).fetchall()
        if not found:
            return 0
        with self._writing() as database:
            now = self._now()
            gone = database.executemany(DELETE_EXPIRED, [now | {"row_id": row_id} for (row_id,) in found])
            return gone.rowcount

    def note_damage(self, fault: sqlite3.Error) -> None:
        """Remember for the next start that the file is damaged, if `fault` says so."""
        note_damage(self.path, fault)

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
        if saved.page:
            self._put_page(database, keys, saved.page, sealed)

    def _put_page(self, database: sqlite3.Connection, keys: VisitorKeys, page: bytes, step: bytes) -> None:
        """Keep the page that is due, with the number that the bytes of its step begin with."""
        row = (keys.row_id, PAGE, keys.seal(PAGE, step[:NONCE_BYTES] + zlib.compress(page, 1)))
        database.execute("insert or replace into steps values (?, ?, ?)", row)

    def _page(self, keys: VisitorKeys, sealed: bytes | None, step: bytes) -> bytes:
        """Return what is remembered of the page at `step`, or b"" when it belongs to another."""
        try:
            plain = keys.unseal(PAGE, sealed) if sealed else b""
        except InvalidTag:
            return b""
        is_of_this_step = plain[:NONCE_BYTES] == step[:NONCE_BYTES]
        return zlib.decompress(plain[NONCE_BYTES:]) if is_of_this_step else b""

    def _open(self, keys: VisitorKeys, step: int, sealed: bytes | None) -> Saved:
        if sealed is None:
            raise SessionGone
        try:
            plain = keys.unseal(step, sealed)
            # Only bytes that this server sealed with the visitor's own key get past the line above.
            return Saved(*pickle.loads(zlib.decompress(plain)))  # noqa: S301
        except (InvalidTag, *STORED_BY_ANOTHER_VERSION) as bad:
            raise SessionGone from bad

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        self.open()
        with self._connections.one() as database:
            yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connections.one() as database:
            database.execute("begin immediate")
            try:
                yield database
            except BaseException:
                database.execute("rollback")
                raise
            database.execute("commit")

    def _give_back(self) -> None:
        with self._reading() as database:
            give_back(database)
        self._truncate_log()

    def _has_long_log(self) -> bool:
        try:
            return self.path.with_name(f"{self.path.name}-wal").stat().st_size > LONG_LOG
        except OSError:
            return False

    def _truncate_log(self) -> None:
        with self._reading() as database:
            database.execute("pragma wal_checkpoint(truncate)")
