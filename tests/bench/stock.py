"""The same interview on a stock docassemble server: the same wheel, one web process, walked beside ours in turn.

A page is what the server spends from the form that is posted to the next page. Of stock that is uwsgi, PostgreSQL,
Redis and the grammar daemon together, as it cannot run without them; of ours it is the one process there is.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from challenge_letters.interview.clock import SET_DAY
from tests.bench.measuring import Row, Took, memory_megabytes
from tests.bench.pages import Server
from tests.examples import AS_AT
from tests.interview import test_walks
from tests.interview.walker import CARRY_ON, Walker
from tests.server.machine import Missing, prepare
from tests.server.processes import DidNotStart
from tests.server.stock import StockServer
from tests.server.stock_phone import Answered, Browser, StockPhone

TICKS = os.sysconf("SC_CLK_TCK")
WHOSE = "stock"


class Timed(Browser):
    """A browser that notes how long it waited from each form to the page after it, and the bytes that came."""

    def __init__(self, home: str) -> None:
        super().__init__(home)
        self.waits: list[float] = []
        self.bytes = 0

    def get(self, address: str) -> Answered:
        began = time.perf_counter()
        answer = super().get(address)
        self._came(answer, time.perf_counter() - began, is_new=False)
        return answer

    def post(self, address: str, data: Any) -> Answered:
        began = time.perf_counter()
        answer = super().post(address, data)
        self._came(answer, time.perf_counter() - began, is_new=True)
        return answer

    def _came(self, answer: Answered, took: float, *, is_new: bool) -> None:
        self.bytes += len(answer.data)
        # What a form leads to in the end is part of the same wait.
        if is_new:
            self.waits.append(took)
        elif self.waits:
            self.waits[-1] += took


def stock(ours: Server, times: int) -> list[Row]:
    """Return what a page takes on `ours` and on a stock server, in turn; nothing where none can be run here."""
    try:
        prepare()
        with StockServer(environment={SET_DAY: AS_AT.isoformat()}, workers=1) as server:
            return _compared(ours, server, times)
    except (Missing, DidNotStart) as fault:
        print(f"No stock server is compared: {fault}")
        return []


def _compared(ours: Server, server: StockServer, times: int) -> list[Row]:
    rows = {whose: Row("an answered page, beside stock", whose) for whose in ("ours", WHOSE)}
    waits: dict[str, list[float]] = {"ours": [], WHOSE: []}
    ours.walk()
    browser = _walk(server)
    for _ in range(times):
        rows["ours"].samples.append(ours.timed_walk())
        ours.walk(waits=waits["ours"])
        cpu = _spent(server)
        browser = _walk(server)
        waits[WHOSE] += browser.waits
        pages = len(browser.waits)
        rows[WHOSE].samples.append(Took(_spent(server) - cpu, sum(browser.waits)) / pages)
    rows["ours"].notes |= _notes(waits["ours"], memory_megabytes([ours.program.pid]))
    rows[WHOSE].notes |= _notes(waits[WHOSE], memory_megabytes(_everybody(server)))
    rows[WHOSE].notes["bytes_all_unpacked"] = browser.bytes
    return list(rows.values())


def _notes(waits: list[float], memory: float) -> dict[str, Any]:
    return {
        "pages": len(waits),
        "wait_ms_median": round(statistics.median(waits) * 1000, 1),
        "wait_ms_p95": round(statistics.quantiles(waits, n=20)[-1] * 1000, 1),
        "memory_mb": round(memory, 1),
    }


def _walk(server: StockServer) -> Timed:
    """Go through the commonest interview once, from its first question to the letters."""
    phone = StockPhone(server.address)
    phone.client = timed = Timed(server.address)
    walker = Walker(phone, AS_AT).begin()
    timed.waits.clear()
    test_walks._take(walker, test_walks._walk("commonest"))
    phone.press(CARRY_ON)
    return timed


def _everybody(server: StockServer) -> set[int]:
    """Return every process of `server`: those it started, and theirs."""
    parents = {pid: fields[1] for pid, fields in _processes()}
    found = {program.pid for program in server.programs.values()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _spent(server: StockServer) -> float:
    """Return the seconds of processor time that `server` has used, with what has ended by now."""
    everybody = _everybody(server)
    return sum(sum(fields[11:15]) for pid, fields in _processes() if pid in everybody) / TICKS


def _processes() -> Iterable[tuple[int, list[int]]]:
    """Yield each process, and the numbers that the system tells of it after its name and state."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()
        except OSError:
            continue
        yield int(path.parent.name), [0, *(int(each) for each in told[1:20])]
