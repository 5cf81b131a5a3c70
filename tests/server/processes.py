"""Programs that run beside the tests: started with a log, waited for, and stopped by their process id."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120.0  # seconds
PR_SET_PDEATHSIG = 1


class DidNotStart(Exception):  # noqa: N818
    """A program ended, or was not ready in time; the message ends with the last lines of its log."""


@dataclass
class Program:
    """One running program, the leader of a process group of its own."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM

    @property
    def pid(self) -> int:
        return self.process.pid

    def wait_until(self, is_ready: Callable[[], bool]) -> Program:
        """Wait until `is_ready`. Raises DidNotStart."""
        last = time.monotonic() + PATIENCE
        while not is_ready():
            if self.process.poll() is not None or time.monotonic() > last:
                lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
                raise DidNotStart(f"{self.name} did not start:\n  " + "\n  ".join(lines))
            time.sleep(0.1)
        return self

    def stop(self) -> None:
        """Ask the program to end, and after a while end it and what it started."""
        if self.process.poll() is None:
            self.process.send_signal(self.stop_signal)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.pid, signal.SIGKILL)
                self.process.wait(20)


def start(
    name: str,
    *command: object,
    log: Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    user: str | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Program:
    """Start `command` as a program called `name`, its output in `log`, as `user` if one is given."""
    with log.open("ab") as out:
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            env=environment,
            cwd=folder,
            user=user,
            group=user,
            extra_groups=() if user else None,
            start_new_session=True,
            preexec_fn=lambda: _end_with_parent(stop_signal),  # noqa: PLW1509 - the tests run in one thread
        )
    return Program(name, process, log, stop_signal)


def _end_with_parent(stop_signal: signal.Signals) -> None:
    """Ask Linux to end this process, about to become a program, when the tests are killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, stop_signal)


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers_on(port: int) -> Callable[[], bool]:
    """Return a test whether something listens on `port` of 127.0.0.1."""

    def listens() -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0

    return listens
