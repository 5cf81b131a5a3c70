"""A disk that is full and a folder that may not be written: told in words, and over when it is over."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.faults.pages import are_all_there, says_how_to_go_on
from tests.faults.serving import AS_ANYBODY, ON_A_FULL_DISK, Servers
from tests.phone import Phone
from tests.web.conftest import walk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="starves a process as Linux can")


def begins_again(phone: Phone) -> None:
    """Try to start until the server has tried its folder again."""
    for _ in range(20):
        if phone.begin().status == 200:
            return
        time.sleep(0.5)
    pytest.fail("the server did not recover")


def test_a_first_start_on_a_full_disk(servers: Servers, state: Path) -> None:
    server = servers.start(state, before=ON_A_FULL_DISK)
    phone = server.phone()
    are_all_there(phone)
    assert (phone.begin().status, phone.page.h1) == (503, "That did not work just now")
    says_how_to_go_on(phone)
    assert "Answers cannot be kept in" in server.said
    assert "Traceback" not in server.said
    server.may_write(-1)
    begins_again(phone)
    assert server.stop() == 0
    assert len((state / "secret").read_bytes()) == 32


def test_a_start_after_a_start_on_a_full_disk(servers: Servers, state: Path) -> None:
    assert servers.start(state, before=ON_A_FULL_DISK).phone().get("/").status == 200
    walk(servers.start(state).phone(), until="What has happened?")


def test_a_disk_that_fills_up_costs_nothing_but_the_wait(servers: Servers, state: Path) -> None:
    server = servers.start(state)
    phone = walk(server.phone(), until="In your own words")
    phone.strict = False
    server.may_write(0)
    phone.answer("I was ill, and nobody rang.")
    assert (phone.page.status, phone.page.h1) == (503, "That did not work just now")
    assert "I was ill, and nobody rang." in phone.page.text
    says_how_to_go_on(phone)
    are_all_there(server.phone())
    server.may_write(-1)
    assert phone.get().h1 == "In your own words"
    phone.answer("I was ill, and nobody rang.")
    assert phone.page.h1 == "Check your answers"
    assert "Traceback" not in server.said


def test_on_a_full_disk_deleting_says_the_truth_and_leaving_leaves(servers: Servers, state: Path) -> None:
    server = servers.start(state)
    deleting = walk(server.phone(), until="What has happened?")
    leaving = walk(server.phone(), until="What has happened?")
    deleting.strict = False
    server.may_write(0)
    assert deleting.press("Delete my answers now").h1 == "Your answers are not deleted yet"
    leaving.follow("Leave this page quickly")
    assert leaving.left_to == "https://www.bbc.co.uk/weather"
    assert not leaving.client.session.cookies


def test_a_folder_that_may_not_be_written(servers: Servers, state: Path) -> None:
    first = servers.start(state)
    kept = walk(first.phone(), until="What has happened?")
    first.stop()
    for file in state.iterdir():
        file.chmod(0o400)
    state.chmod(0o500)
    server = servers.start(state, before=AS_ANYBODY)
    kept.client.home, kept.strict = server.address, False
    are_all_there(server.phone())
    assert kept.get().status == 503
    says_how_to_go_on(kept)
    state.chmod(0o700)
    for file in state.iterdir():
        file.chmod(0o600)
    time.sleep(2.1)
    assert kept.get().h1 == "What has happened?"
