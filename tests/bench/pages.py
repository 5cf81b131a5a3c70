"""An answered page: from the form that is posted to the next page on the screen, on a server of its own."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.bench.builds import Build
from tests.bench.measuring import Row, Took, memory_megabytes, processor_seconds
from tests.server.processes import Program, start

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
HIDDEN = re.compile(r'name="csrf" value="([^"]+)"><input type="hidden" name="page" value="([^"]+)"')
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
LAST = "NOT been sent"
RECORDER = Path(__file__).with_name("recording.py")


@dataclass
class Visitor:
    """A browser with one cookie and one open connection. It counts the bytes that come."""

    port: int
    cookie: str = ""
    sizes: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def ask(self, method: str, address: str, form: list[tuple[str, str]] | None = None) -> str:
        """Return the page that comes in the end; every redirection is followed."""
        size = 0
        for _ in range(6):
            headers = {"Accept-Encoding": "gzip", **({"Cookie": self.cookie} if self.cookie else {})}
            body = None
            if form is not None:
                body, headers["Content-Type"] = urlencode(form), "application/x-www-form-urlencoded"
            self._line.request(method, address, body=body, headers=headers)
            answer = self._line.getresponse()
            raw = answer.read()
            size += len(raw)
            self.cookie = (answer.getheader("Set-Cookie") or self.cookie).partition(";")[0]
            if answer.status not in (301, 302, 303):
                break
            there = urlsplit(str(answer.getheader("Location")))
            method, form = "GET", None
            address = there.path + (f"?{there.query}" if there.query else "")
        if answer.status >= 400:
            raise RuntimeError(f"{method} {address} came back with {answer.status}")
        self.sizes.append(size)
        return (gzip.decompress(raw) if answer.getheader("Content-Encoding") == "gzip" else raw).decode()

    def close(self) -> None:
        self._line.close()


@dataclass
class Server:
    """A server that runs, and the forms of the commonest interview as its own pages name them."""

    build: Build
    program: Program
    port: int
    forms: list[list[tuple[str, str]]]
    started_in: float

    def walk(self, *, waits: list[float] | None = None) -> Visitor:
        """Go through the whole interview once. `waits` takes the seconds of each page."""
        visitor = Visitor(self.port)
        visitor.ask("GET", "/")
        page = visitor.ask("POST", self.start_address(), [])
        for form in self.forms:
            hidden = HIDDEN.search(page)
            if hidden is None:
                raise RuntimeError("the page has no form")
            began = time.perf_counter()
            page = visitor.ask("POST", "/interview", [*form, ("csrf", hidden[1]), ("page", hidden[2])])
            if waits is not None:
                waits.append(time.perf_counter() - began)
        if LAST not in page:
            raise RuntimeError("the walk did not reach its end")
        visitor.close()
        return visitor

    def start_address(self) -> str:
        return "/start"

    def timed_walk(self) -> Took:
        """Return what one page of a walk takes: the server's processor time, and the wait."""
        cpu, wall = processor_seconds([self.program.pid]), time.perf_counter()
        self.walk()
        spent = Took(processor_seconds([self.program.pid]) - cpu, time.perf_counter() - wall)
        return spent / len(self.forms)


def recorded(build: Build) -> list[list[tuple[str, str]]]:
    """Return the forms of the commonest interview, with the names that `build` gives its fields."""
    done = subprocess.run(
        [sys.executable, str(RECORDER)],
        env=build.environment,
        cwd=build.tree,
        capture_output=True,
        check=True,
    )
    return [[(name, value) for name, value in form] for form in json.loads(done.stdout)]


@contextmanager
def serving(build: Build, *, more: dict[str, str] | None = None) -> Iterator[Server]:
    """Run the server of `build` on a folder of its own."""
    forms = recorded(build)
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    log = folder / "log.txt"
    began = time.perf_counter()
    program = start(
        f"{build.name} serve",
        *build.command("serve", "--port", 0),
        log=log,
        environment={
            **build.environment,
            "CHALLENGE_LETTERS_STATE": str(folder / "state"),
            "PYTHONUNBUFFERED": "1",
            **(more or {}),
        },
    )
    try:
        while ADDRESS.search(log.read_text(encoding="utf-8")) is None:
            program.wait_until(lambda: True)
            time.sleep(0.01)
        found = ADDRESS.search(log.read_text(encoding="utf-8"))
        assert found
        server = Server(build, program, int(found[1]), forms, 0.0)
        Visitor(server.port).ask("GET", "/")
        server.started_in = time.perf_counter() - began
        yield server
    finally:
        program.stop()
        shutil.rmtree(folder, ignore_errors=True)


def pages(servers: list[Server], times: int) -> list[Row]:
    """Return what an answered page takes on each of `servers`, walked in turn."""
    rows = {one.build.name: Row("an answered page", one.build.name) for one in servers}
    waits: dict[str, list[float]] = {one.build.name: [] for one in servers}
    for server in servers:
        server.walk()
    for _ in range(times):
        for server in servers:
            rows[server.build.name].samples.append(server.timed_walk())
            server.walk(waits=waits[server.build.name])
    for server in servers:
        row = rows[server.build.name]
        row.notes |= _notes(server, waits[server.build.name])
    return list(rows.values())


def _notes(server: Server, waits: list[float]) -> dict[str, Any]:
    sizes = server.walk().sizes
    return {
        "pages": len(server.forms),
        "wait_ms_median": round(statistics.median(waits) * 1000, 2),
        "wait_ms_p95": round(statistics.quantiles(waits, n=20)[-1] * 1000, 2),
        "memory_mb": round(memory_megabytes([server.program.pid]), 1),
        "start_s": round(server.started_in, 2),
        "bytes_first_page": sizes[0] + _bytes_of_its_files(server),
        "bytes_longest_later_page": max(sizes[1:]),
        "bytes_all": sum(sizes),
    }


def _bytes_of_its_files(server: Server) -> int:
    """Return how many bytes the style sheet and the script of the first page come to."""
    visitor = Visitor(server.port)
    for name in set(FILES.findall(visitor.ask("GET", "/"))):
        visitor.ask("GET", name)
    visitor.close()
    return sum(visitor.sizes[1:])


def at_once(server: Server, visitors: int, *, walks: int) -> dict[str, Any]:
    """Return the figures of `visitors` who go through the interview at once, `walks` times each."""
    waits: list[float] = []
    faults: list[str] = []

    def go() -> None:
        try:
            for _ in range(walks):
                server.walk(waits=waits)
        except Exception as fault:
            faults.append(type(fault).__name__)

    cpu, wall = processor_seconds([server.program.pid]), time.perf_counter()
    threads = [threading.Thread(target=go) for _ in range(visitors)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    took = time.perf_counter() - wall
    spent = processor_seconds([server.program.pid]) - cpu
    return {
        "visitors": visitors,
        "interviews_per_second": round(visitors * walks / took, 3),
        "cpu_ms_per_page": round(spent / max(1, len(waits)) * 1000, 2),
        "wait_ms_median": round(statistics.median(waits) * 1000, 1),
        "wait_ms_p95": round(statistics.quantiles(waits, n=20)[-1] * 1000, 1),
        "wait_ms_p99": round(statistics.quantiles(waits, n=100)[-1] * 1000, 1),
        "memory_mb": round(memory_megabytes([server.program.pid]), 1),
        "faults": len(faults),
    }
