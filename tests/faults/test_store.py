"""What is found in the folder of the server at its start: it starts, and says in words what is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from challenge_letters.web.app import site_of
from tests.faults.pages import are_all_there, says_how_to_go_on
from tests.phone import Phone
from tests.web.conftest import walk

Start = Callable[..., Flask]


def alone(state: Path) -> Path:
    """The database, with everything in the one file."""
    path = state / "sessions.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return path


def garbage(state: Path) -> None:
    alone(state).write_bytes(b"not a database at all" * 500)


def half(state: Path) -> None:
    path = alone(state)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_within_a_page(state: Path) -> None:
    path = alone(state)
    path.write_bytes(path.read_bytes()[:5000])


def empty(state: Path) -> None:
    alone(state).write_bytes(b"")


def of_another_program(state: Path) -> None:
    path = alone(state)
    path.unlink()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table visits (a, b)")
        database.execute("create table steps (c)")
        database.execute("pragma user_version = 2")


def a_log_of_another_database(state: Path) -> None:
    path = alone(state)
    path.with_name(f"{path.name}-wal").write_bytes(b"\x37\x7f\x06\x82" + b"\xff" * 8000)


def damaged_within(state: Path) -> None:
    path = alone(state)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xee" * 8192
    path.write_bytes(content)


BROKEN = [garbage, half, cut_within_a_page, empty, of_another_program, a_log_of_another_database]


@pytest.mark.parametrize("break_it", BROKEN)
def test_a_database_that_is_none_is_begun_anew(
    start: Start, state: Path, break_it: Callable[[Path], None]
) -> None:
    before = start()
    phone = walk(Phone(before.test_client()), until="What has happened?")
    cookie = phone.client.get_cookie("challenge_letters_key")
    assert cookie is not None
    site_of(before).store.close()
    break_it(state)
    after = Phone(start().test_client(), strict=False)
    after.client.set_cookie("challenge_letters_key", cookie.value)
    after.get()
    assert (after.page.status, after.page.h1) in (
        (410, "There are no answers here"),
        (200, "What has happened?"),
    )
    assert walk(Phone(start().test_client())).page.h1 == "Check your answers"


def test_damage_that_is_met_while_serving_is_told_and_gone_at_the_next_start(
    start: Start, state: Path
) -> None:
    app = start()
    phone = walk(Phone(app.test_client(), strict=False))
    damaged_within(state)
    phone.get()
    assert (phone.page.status, phone.page.h1) == (503, "That did not work just now")
    assert "has to stop it and start it again" in phone.page.text
    says_how_to_go_on(phone)
    assert phone.client.get_cookie("challenge_letters_key") is not None
    are_all_there(phone)
    assert walk(Phone(start().test_client())).page.h1 == "Check your answers"
    assert not (state / "damaged").exists()


@pytest.mark.parametrize("left", [None, b"", b"a few"])
def test_a_secret_that_is_lost_ends_the_sessions_and_no_more(
    start: Start, state: Path, left: bytes | None
) -> None:
    phone = walk(Phone(start().test_client()), until="What has happened?")
    cookie = phone.client.get_cookie("challenge_letters_key")
    assert cookie is not None
    (state / "secret").unlink()
    if left is not None:
        (state / "secret").write_bytes(left)
    after = Phone(start().test_client(), strict=False)
    after.client.set_cookie("challenge_letters_key", cookie.value)
    assert (after.get().status, after.page.h1) == (410, "There are no answers here")
    assert walk(after).page.h1 == "Check your answers"


def test_a_lock_at_the_start_is_waited_for(
    start: Start, state: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("challenge_letters.web.tables.PATIENCE", 0.1)
    monkeypatch.setattr("challenge_letters.web.sessions.NEXT_TRY_SECONDS", 0)
    start()
    with closing(sqlite3.connect(state / "sessions.sqlite3", isolation_level=None)) as other:
        other.execute("begin exclusive")
        app = start()
        assert "Answers cannot be kept in" in caplog.text
        assert "database is locked" in caplog.text
        phone = Phone(app.test_client(), strict=False)
        are_all_there(phone)
        phone.begin()
        assert (phone.page.status, phone.page.h1) == (503, "That did not work just now")
        assert app.test_client().get("/health").status_code == 503
        other.execute("rollback")
    assert walk(Phone(app.test_client())).page.h1 == "Check your answers"
    assert app.test_client().get("/health").status_code == 200


def test_where_no_folder_can_be_made_the_other_pages_work(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    app = start(state_dir=tmp_path / "file" / "state")
    phone = Phone(app.test_client(), strict=False)
    phone.client.set_cookie("challenge_letters_key", "A" * 43)
    are_all_there(phone)
    for address in ("/interview", "/interview/3", "/interview?a=xyz"):
        assert phone.get(address).status == 503
        says_how_to_go_on(phone)
    assert phone.begin().status == 503
    says_how_to_go_on(phone)


def test_leaving_drops_the_key_while_no_store_can_be_opened(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    client = start(state_dir=tmp_path / "file").test_client()
    client.set_cookie("challenge_letters_key", "A" * 43)
    client.get("/leave?t=x", headers={"Sec-Fetch-Site": "cross-site"})
    assert client.get_cookie("challenge_letters_key") is not None
    client.get("/leave?t=x", headers={"Sec-Fetch-Site": "same-origin"})
    assert client.get_cookie("challenge_letters_key") is None


def test_a_lock_while_serving_costs_one_wait_and_no_answer(
    start: Start, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("challenge_letters.web.connecting.PATIENCE", 0.1)
    app = start()
    phone = walk(Phone(app.test_client(), strict=False), until="In your own words")
    with closing(sqlite3.connect(state / "sessions.sqlite3", isolation_level=None)) as other:
        other.execute("begin immediate")
        phone.answer("I was ill, and nobody rang.")
        assert phone.page.status == 503
        assert "I was ill, and nobody rang." in phone.page.text
        says_how_to_go_on(phone)
        are_all_there(Phone(app.test_client()))
        other.execute("rollback")
    assert phone.get().h1 == "In your own words"
    assert site_of(app).store.sweep() == 0
