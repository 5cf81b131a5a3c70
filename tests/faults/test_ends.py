"""A server that ends in the middle, and two that share a folder: at most the page in hand is lost."""

from __future__ import annotations

import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.serving import Server, Servers
from tests.phone import Phone
from tests.web.conftest import walk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends a process with a signal")


def rows(state: Path, table: str = "visits") -> int:
    """How many rows are in a table of the store."""
    with closing(sqlite3.connect(state / "sessions.sqlite3")) as database:
        return int(database.execute(f"select count(*) from {table}").fetchone()[0])


def is_whole(state: Path) -> bool:
    """Whether SQLite finds no fault in the file."""
    with closing(sqlite3.connect(state / "sessions.sqlite3")) as database:
        return bool(database.execute("pragma integrity_check").fetchone()[0] == "ok")


def send_and_forget(phone: Phone, words: str) -> None:
    """Send an answer and wait for no page."""

    def send() -> None:
        try:
            phone.answer(words)
        except Exception:
            return

    threading.Thread(target=send, daemon=True).start()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_that_ends_in_the_middle_of_a_step(
    servers: Servers, state: Path, how: signal.Signals
) -> None:
    server = servers.start(state)
    phone = walk(server.phone(), until="In your own words")
    steps = rows(state, "steps")
    with servers.in_the_middle():
        send_and_forget(phone, "I was ill, and nobody rang.")
    ended_with = server.stop(how)
    assert ended_with == (0 if how == signal.SIGTERM else -how)
    assert "Traceback" not in server.said
    assert is_whole(state)
    assert rows(state, "steps") == steps
    again = after(servers.start(state), phone)
    assert again.get().h1 == "In your own words"
    again.answer("I was ill, and nobody rang.")
    assert again.page.h1 == "Check your answers"
    again.press("Back")
    assert "I was ill, and nobody rang." in again.page.values.values()


def after(server: Server, phone: Phone) -> Phone:
    """The same visitor at a server that was started again."""
    found = server.phone()
    found.client.session.cookies.update(phone.client.session.cookies)
    return found


def test_a_server_killed_while_somebody_starts(servers: Servers, state: Path) -> None:
    server = servers.start(state)
    phone = server.phone()
    phone.get("/")
    with servers.in_the_middle():
        threading.Thread(target=lambda: _ignoring(phone), daemon=True).start()
    server.stop(signal.SIGKILL)
    assert is_whole(state)
    assert rows(state) == rows(state, "steps") == 0
    walk(servers.start(state).phone(), until="What has happened?")


def _ignoring(phone: Phone) -> None:
    try:
        phone.begin()
    except Exception:
        return


def test_two_servers_on_one_folder(servers: Servers, state: Path) -> None:
    one, other = servers.start(state), servers.start(state)
    phone = one.phone()
    homes = [one.address, other.address]
    phone.begin()
    for turn in range(3):
        phone.client.home = homes[turn % 2]
        assert phone.get().status == 200
    phone.client.home = homes[1]
    phone.answer({})
    assert phone.page.h1 == "What has happened?"
    data = {**dict(phone.form_data()), "f0": "0"}
    sent = []

    def send(home: str) -> None:
        browser = one.browser
        browser.home = home
        browser.session.cookies.update(phone.client.session.cookies)
        sent.append(browser.post("/interview", data))

    both = [threading.Thread(target=send, args=(home,)) for home in homes]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert {answer.status_code for answer in sent} <= {303, 409}
    assert 303 in {answer.status_code for answer in sent}
    with closing(sqlite3.connect(state / "sessions.sqlite3")) as database:
        assert database.execute("select max(step) from steps").fetchone()[0] == 3


def test_answers_go_in_time_though_nobody_asks(servers: Servers, state: Path) -> None:
    server = servers.start(state, idle=2, sweep=0.2)
    assert server.phone().begin().status == 200
    assert rows(state) == 1
    for _ in range(60):
        if not rows(state):
            break
        time.sleep(0.2)
    assert rows(state) == rows(state, "steps") == 0
