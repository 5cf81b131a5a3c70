"""The server as a process that can be killed, starved of disk, or started beside another one."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.phone import Phone
from tests.server.stock_phone import Browser
from tests.web.conftest import INTERVIEWS

TOP = Path(__file__).parents[2]
START = """
import sys
import time
from pathlib import Path
from challenge_letters.web import app
from challenge_letters.web.keys import VisitorKeys
from challenge_letters.web.serving import serve
from challenge_letters.web.settings import Settings
app.SWEEP_SECONDS = {sweep}

seal = VisitorKeys.seal

def slowly(keys, step, plain):
    # Between what a step takes away and what it writes.
    if Path("wait").exists():
        Path("waiting").touch()
        time.sleep(60)
    return seal(keys, step, plain)

VisitorKeys.seal = slowly
serve(Settings(port=0, state_dir=Path(sys.argv[1]), interviews_dir=Path({interviews!r}),
               interview="everything.yml", idle_seconds={idle}, absolute_seconds={absolute}))
"""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
# Run in the process of a server before anything else.
ON_A_FULL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
"""
# The permissions of files hold for the superuser, too, from the next program on.
AS_ANYBODY = """
import ctypes, os, sys
if os.geteuid() == 0 and sys.argv[-1] != "again":
    for way in (1, 2):
        ctypes.CDLL(None).prctl(24, way, 0, 0, 0)
    os.execv(sys.executable, [sys.executable, *sys.argv, "again"])
"""


@dataclass
class Server:
    """A server that runs on the folder `state`."""

    state: Path
    process: subprocess.Popen[str]
    lines: list[str]

    @property
    def address(self) -> str:
        """Its address, once it has printed it."""
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            found = ADDRESS.search(self.said)
            if found:
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"the server did not start: {self.said}")

    @property
    def said(self) -> str:
        """Everything it has printed."""
        return "".join(self.lines)

    @property
    def browser(self) -> Browser:
        """A new visitor's browser."""
        made = Browser(self.address)
        made.session.trust_env = False
        return made

    def phone(self) -> Phone:
        """A new visitor."""
        return Phone(self.browser, strict=False)

    def may_write(self, most: int) -> None:
        """Let no file of the server grow beyond `most` bytes, as on a disk that is full; -1 for no limit."""
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Send the signal `how`, and return what the process ended with."""
        self.process.send_signal(how)
        return self.process.wait(20)


@dataclass
class Servers:
    """Starts servers, and ends at last those that still run."""

    folder: Path

    def __post_init__(self) -> None:
        self.started: list[Server] = []

    def start(self, state: Path, *, before: str = "", idle: int = 7200, sweep: float = 60) -> Server:
        """Start a server on `state`; the code in `before` runs in its process first."""
        program = self.folder / f"server-{len(self.started)}.py"
        code = START.format(sweep=sweep, interviews=str(INTERVIEWS), idle=idle, absolute=12 * idle)
        program.write_text(before + code, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, str(program), str(state)],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": f"{TOP}:{TOP / 'src'}", "TMPDIR": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(Server(state, process, []))
        threading.Thread(target=listen, args=(process, self.started[-1].lines), daemon=True).start()
        return self.started[-1]

    @contextmanager
    def in_the_middle(self) -> Iterator[None]:
        """Let the next step that any server stores stop half done, and wait until it does."""
        wait, waiting = self.folder / "wait", self.folder / "waiting"
        wait.touch()
        yield
        until = time.monotonic() + 20
        while not waiting.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert waiting.exists()
        wait.unlink()
        waiting.unlink()

    def end(self) -> None:
        """End every server that still runs."""
        for server in self.started:
            if server.process.poll() is None:
                server.stop(signal.SIGKILL)
            assert server.process.stdout is not None
            server.process.stdout.close()


def listen(process: subprocess.Popen[str], lines: list[str]) -> None:
    """Keep each line that the process prints in `lines`."""
    # A pipe, and no file: a log on a full disk is another matter. It is closed when the test ends.
    assert process.stdout is not None
    with suppress(ValueError):
        for line in process.stdout:
            lines.append(line)
