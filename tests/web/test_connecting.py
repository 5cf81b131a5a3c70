"""Connections that stay open, and let go of files that are not there any more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from challenge_letters.web.connecting import Connections


@pytest.fixture
def connections(tmp_path: Path) -> Connections:
    """Connections to a file with one table."""
    found = Connections(tmp_path / "some.sqlite3")
    with found.one() as database:
        database.execute("create table words (word text)")
    return found


def test_one_after_another_gets_the_same(connections: Connections) -> None:
    with connections.one() as first:
        pass
    with connections.one() as second:
        assert second is first
    connections.close()


def test_two_at_once_get_two(connections: Connections) -> None:
    with connections.one() as first, connections.one() as second:
        assert second is not first
    connections.close()


def test_each_overwrites_what_is_deleted(connections: Connections) -> None:
    with connections.one() as database:
        told = [
            database.execute(f"pragma {name}").fetchone()[0] for name in ("secure_delete", "foreign_keys")
        ]
    assert told == [1, 1]
    connections.close()


def test_after_an_error_another_is_opened(connections: Connections) -> None:
    with pytest.raises(sqlite3.OperationalError), connections.one() as first:
        first.execute("select * from nothing")
    with connections.one() as second:
        assert second is not first
    connections.close()


@pytest.mark.parametrize("gone", ["some.sqlite3", "some.sqlite3-shm"])
def test_a_file_that_was_replaced_is_opened_anew(connections: Connections, tmp_path: Path, gone: str) -> None:
    with connections.one() as first:
        first.execute("insert into words values ('before')")
    (tmp_path / gone).unlink()
    with connections.one() as second:
        assert second is not first
    connections.close()
