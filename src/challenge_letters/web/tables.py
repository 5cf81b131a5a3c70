"""The file and tables of the store: made where they are missing, and begun anew where they are damaged."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from challenge_letters.languages import worded
from challenge_letters.web.connecting import PATIENCE

LOG = logging.getLogger("challenge_letters.web")
FILE = "sessions.sqlite3"
# Stands beside the database after a page of it could not be read, until the next start.
DAMAGED = "damaged"

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
# The last asks for every column: a file of another program may have tables of the same names.
WHOLE = ("select 1 from steps limit 1", "select boot, begun, seen, wall from visits limit 1")
NO_DATABASE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# Pages given back to the disk in one go: others write in between.
PAGES_AT_ONCE = 500


class StoreShut(sqlite3.OperationalError):
    """The store cannot be opened now. The text is a sentence for whoever runs the server."""


def prepare(path: Path) -> None:
    """Make the database at `path` ready; a damaged or foreign one is deleted. Raises sqlite3.Error, OSError.

    Nobody can read what was in such a file, and it must not stay beyond its time.
    """
    marker = path.with_name(DAMAGED)
    try:
        if marker.exists():
            _remove(path)
            marker.unlink()
        _make(path)
    except sqlite3.DatabaseError as fault:
        if not is_damaged(fault):
            raise
        LOG.warning("the stored sessions were damaged and are deleted: %s", type(fault).__name__)
        _remove(path)
        _make(path)


def note_damage(path: Path, fault: sqlite3.Error) -> None:
    """Remember a `fault` that says the database at `path` is damaged, for the next start."""
    if is_damaged(fault):
        try:
            path.with_name(DAMAGED).touch(mode=0o600)
        except OSError:
            LOG.error("could not note that the stored sessions are damaged")


def is_damaged(fault: sqlite3.Error) -> bool:
    """Whether `fault` is about what stands in the file, not about a disk that is full or a lock."""
    return (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF in NO_DATABASE


def why_shut(folder: Path, fault: Exception) -> str:
    """Return a sentence that says what is wrong with the `folder` of the store, and what to do."""
    known = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return worded("web.serving.store-shut", folder=folder, why=known)


def give_back(database: sqlite3.Connection) -> None:
    """Give the disk what deleted sessions took, a little at a time."""
    while database.execute("pragma freelist_count").fetchone()[0]:
        before = database.execute("pragma page_count").fetchone()[0]
        database.execute(f"pragma incremental_vacuum({PAGES_AT_ONCE})").fetchall()
        if database.execute("pragma page_count").fetchone()[0] == before:
            return


def _make(path: Path) -> None:
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
        database.execute("pragma secure_delete = on")
        # Before anything is written: later it has no effect.
        database.execute("pragma auto_vacuum = incremental")
        database.execute("pragma journal_mode = wal")
        _make_tables(database)
        for question in WHOLE:
            is_empty = database.execute(question).fetchone() is None
        if is_empty and database.execute("pragma auto_vacuum").fetchone()[0] == 0:
            # A file of an earlier version, which never got smaller.
            database.execute("pragma auto_vacuum = incremental")
            database.execute("vacuum")


def _make_tables(database: sqlite3.Connection) -> None:
    database.execute("begin immediate")
    if database.execute("pragma user_version").fetchone()[0] != LAYOUT:
        database.execute("drop table if exists steps")
        database.execute("drop table if exists visits")
    for statement in SCHEMA.split(";"):
        database.execute(statement)
    database.execute(f"pragma user_version = {LAYOUT}")
    database.execute("commit")


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
