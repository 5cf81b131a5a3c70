"""The real program in a process of its own, and a real Chromium in front of it, both cut off from the world."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import CUT_OFF, MISSING, arguments, executable
from tests.browser.screen import Screen, Watch
from tests.examples import AS_AT

NO_BROWSER = os.environ.get("BROWSER") == "none"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
# Any attempt of the server to reach another machine ends it, so that the walk fails.
GUARD = """
import os, sys

HERE = (None, "", "localhost", "127.0.0.1", "0.0.0.0", b"127.0.0.1")

def guard(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname") and args[0] not in HERE:
        os._exit(99)
    if event == "socket.connect" and isinstance(args[1], tuple) and args[1][0] not in ("127.0.0.1", "::1"):
        os._exit(99)

sys.addaudithook(guard)
"""


@dataclass
class Server:
    """The running program: its address, and where it may leave things."""

    address: str
    state: Path
    temporary: Path
    log: Path
    process: subprocess.Popen[bytes]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if NO_BROWSER:
                item.add_marker(pytest.mark.skip(reason="BROWSER=none"))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve the interview as somebody at a prompt would, on a free port and on the day of the examples."""
    places = {name: tmp_path / name for name in ("state", "tmp", "guard", "home")}
    for place in places.values():
        place.mkdir()
    (places["guard"] / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    log = tmp_path / "log.txt"
    environment = {
        **os.environ,
        "CHALLENGE_LETTERS_STATE": str(places["state"]),
        "CHALLENGE_LETTERS_TODAY": AS_AT.isoformat(),
        "TMPDIR": str(places["tmp"]),
        "HOME": str(places["home"]),
        "PYTHONPATH": os.pathsep.join([str(places["guard"]), os.environ.get("PYTHONPATH", "")]),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "challenge_letters", "serve", "--port", "0"]
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
    try:
        address = _address_in(log, process)
        yield Server(address, places["state"], places["tmp"], log, process)
        assert process.poll() is None, "the server tried to reach another machine, or fell over"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _address_in(log: Path, process: subprocess.Popen[bytes]) -> str:
    """Wait until the program has printed its address and return it."""
    for _ in range(600):
        found = ADDRESS.search(log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"the server did not start: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that knows no host but this machine."""
    path = executable()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*arguments(), CUT_OFF])
        yield chromium
        chromium.close()


class Visitor:
    """Opens screens on the server and remembers every host that was asked for anything."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser = browser
        self.server = server
        self.hosts: set[str] = set()
        self.contexts: list[BrowserContext] = []

    def screen(self, *, javascript: bool = False, width: int = 360, watch: Watch | None = None) -> Screen:
        """Return a fresh screen of a visitor nobody has seen before."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 740}, java_script_enabled=javascript, accept_downloads=True
        )
        self.contexts.append(context)
        tab = context.new_page()
        tab.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        return Screen(tab, self.server.address, watch=watch)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def visitor(browser: Browser, server: Server) -> Iterator[Visitor]:
    """Somebody with a browser. Afterwards no host but ours may have been asked for anything."""
    somebody = Visitor(browser, server)
    yield somebody
    somebody.close()
    assert somebody.hosts <= {urlsplit(server.address).netloc}
