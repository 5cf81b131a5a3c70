"""Ten thousand sessions whose time is over: they go beside the requests, and the disk gets its room back."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from challenge_letters.web import sessions, tables
from challenge_letters.web.elapsing import clocks_of_this_computer
from challenge_letters.web.keys import new_cookie
from challenge_letters.web.sessions import Saved, Store

EXPIRED = 10_000
STEPS = 2
STEP_BYTES = 1500


def fill(store: Store, how_many: int = EXPIRED) -> None:
    """Put in sessions that nobody has used for a day."""
    clocks = clocks_of_this_computer()
    then = clocks.passed() - 100_000
    visits = [(f"{at:032x}", clocks.boot, then, then, clocks.wall() - 100_000) for at in range(how_many)]
    steps = [(visit[0], step, b"x" * STEP_BYTES) for visit in visits for step in range(1, STEPS + 1)]
    with closing(sqlite3.connect(store.path)) as database:
        with database:
            database.executemany("insert into visits values (?, ?, ?, ?, ?)", visits)
            database.executemany("insert into steps values (?, ?, ?)", steps)
        database.execute("pragma wal_checkpoint(truncate)")


def size_of(store: Store) -> int:
    """How many bytes the files of the database have."""
    return sum(file.stat().st_size for file in store.folder.glob("sessions.sqlite3*"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with the times of a server."""
    return Store(tmp_path / "state", 7200, 86_400)


def test_a_sweep_of_ten_thousand_lets_others_write_and_shrinks_the_file(store: Store) -> None:
    fill(store)
    before = size_of(store)
    living = store.visitor(new_cookie())
    store.begin(living, Saved({"name": "here"}))
    gone: list[int] = []
    sweeping = threading.Thread(target=lambda: gone.append(store.sweep()))
    sweeping.start()
    written = 0
    while sweeping.is_alive():
        store.advance(living, written + 1, Saved({"step": written}))
        written += 1
    sweeping.join()
    assert gone == [EXPIRED]
    assert written > 3, "a visitor could not go on while the store was swept"
    assert store.load(living)[0] == written + 1
    assert before > EXPIRED * STEPS * STEP_BYTES
    store.advance(living, written + 1, Saved({}))
    store.sweep()
    assert size_of(store) < before / 5


def test_the_lock_is_let_go_after_a_few(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, 200)
    held: list[int] = []
    some = Store._delete_some_expired

    def counted(of: Store) -> int:
        held.append(some(of))
        return held[-1]

    monkeypatch.setattr(Store, "_delete_some_expired", counted)
    assert store.sweep() == 200
    assert max(held) == sessions.SWEPT_AT_ONCE


def test_a_start_waits_for_no_sweep(store: Store) -> None:
    fill(store, 500)
    again = Store(store.folder, 7200, 86_400)
    with closing(sqlite3.connect(again.path)) as database:
        assert database.execute("select count(*) from visits").fetchone()[0] == 500
    assert again.sweep() == 500


def test_a_file_of_an_earlier_version_learns_to_shrink(tmp_path: Path) -> None:
    tmp_path.joinpath("state").mkdir()
    path = tmp_path / "state" / tables.FILE
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(tables.SCHEMA)
        database.execute(f"pragma user_version = {tables.LAYOUT}")
    store = Store(tmp_path / "state", 7200, 86_400)
    fill(store, 1000)
    before = size_of(store)
    assert store.sweep() == 1000
    assert size_of(store) < before / 5
