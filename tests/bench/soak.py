"""A long day for one server: thousands of interviews, a few visitors at once, and whether anything grows.

`make soak` walks 5,000 interviews, or as many as CASES says. What it holds, what it has open and how long a page
takes is noted after each tenth; faults are counted. It exits with 1 on a fault, and where memory or open files
at the end are more than a tenth above what they were after the first tenth.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
import time
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

from tests.bench.builds import ours
from tests.bench.measuring import machine, memory_megabytes, processor_seconds
from tests.bench.pages import Server, serving

INTERVIEWS, AT_ONCE, PARTS = 5_000, 4, 10
MOST_GROWTH = 1.1
# A file handle or two come and go with the connections of the moment.
A_FEW_FILES = 8


@dataclass(frozen=True)
class Stretch:
    """What the server was like after so many interviews, and how it was to wait since the last time."""

    interviews: int
    faults: int
    memory_mb: float
    open_files: int
    threads: int
    store_mb: float
    cpu_ms_per_page: float
    wait_ms_median: float
    wait_ms_p99: float


def soak(server: Server, interviews: int, *, at_once: int = AT_ONCE) -> list[Stretch]:
    """Walk `interviews` in `PARTS` stretches, and return what each was like."""
    found: list[Stretch] = []
    for part in range(1, PARTS + 1):
        found.append(_stretch(server, interviews // PARTS, at_once, walked=interviews * part // PARTS))
        print(json.dumps(asdict(found[-1])), flush=True)
    return found


def _stretch(server: Server, interviews: int, at_once: int, *, walked: int) -> Stretch:
    waits: list[float] = []
    faults: list[str] = []
    numbers = count(1)

    def go() -> None:
        while next(numbers) <= interviews:
            try:
                server.walk(waits=waits)
            except Exception as fault:
                faults.append(f"{type(fault).__name__}: {fault}")

    pid = server.program.pid
    cpu = processor_seconds([pid])
    threads = [threading.Thread(target=go) for _ in range(at_once)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    spent = processor_seconds([pid]) - cpu
    for fault in dict.fromkeys(faults):
        print(fault, file=sys.stderr)
    return Stretch(
        interviews=walked,
        faults=len(faults),
        memory_mb=round(memory_megabytes([pid]), 1),
        open_files=len(list(Path(f"/proc/{pid}/fd").iterdir())),
        threads=len(list(Path(f"/proc/{pid}/task").iterdir())),
        store_mb=round(_store_megabytes(server), 1),
        cpu_ms_per_page=round(spent / max(1, len(waits)) * 1000, 2),
        wait_ms_median=round(statistics.median(waits) * 1000, 1),
        wait_ms_p99=round(statistics.quantiles(waits, n=100)[-1] * 1000, 1),
    )


def _store_megabytes(server: Server) -> float:
    """Return what the sessions take on the disk: it grows until they expire, and does not fall below that."""
    state = server.program.log.parent / "state"
    return sum(path.stat().st_size for path in state.rglob("*") if path.is_file()) / 1_000_000


def grown(found: list[Stretch]) -> list[str]:
    """Return what is wrong at the end, in sentences: faults, and what grew though it should not."""
    first, last = found[0], found[-1]
    wrong = (
        [f"{sum(each.faults for each in found)} pages failed."] if any(one.faults for one in found) else []
    )
    if last.memory_mb > first.memory_mb * MOST_GROWTH:
        wrong.append(f"Memory grew from {first.memory_mb} to {last.memory_mb} MB.")
    if last.open_files > first.open_files + A_FEW_FILES:
        wrong.append(f"Open files grew from {first.open_files} to {last.open_files}.")
    if last.threads > first.threads:
        wrong.append(f"Threads grew from {first.threads} to {last.threads}.")
    return wrong


def main() -> int:
    """Run the soak, print each stretch and what is wrong, and return how many sentences that is."""
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--interviews", type=int, default=INTERVIEWS)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    given = parser.parse_args()
    began = time.monotonic()
    with serving(ours()) as server:
        found = soak(server, given.interviews, at_once=given.at_once)
    wrong = grown(found)
    print(json.dumps({"machine": machine(), "minutes": round((time.monotonic() - began) / 60, 1)}))
    print("\n".join(wrong) or f"{given.interviews} interviews: nothing failed, and nothing grew.")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(min(1, main()))
