"""Processor and wall time of programs and of functions, run in turn, and what their medians come to."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CPUCLOCK_SCHED = 2


@dataclass(frozen=True)
class Took:
    """Seconds of processor time and of wall time."""

    cpu: float
    wall: float

    def __truediv__(self, count: float) -> Took:
        return Took(self.cpu / count, self.wall / count)


@dataclass
class Row:
    """One line of the table: what was measured, by whom, its unit, and every sample."""

    what: str
    whose: str
    samples: list[Took] = field(default_factory=list)
    unit: str = "ms"
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def cpu(self) -> float:
        """The median of processor time, in seconds."""
        return statistics.median(one.cpu for one in self.samples)

    @property
    def wall(self) -> float:
        """The median of wall time, in seconds."""
        return statistics.median(one.wall for one in self.samples)

    def told(self) -> dict[str, Any]:
        """Return the row for machines."""
        return {
            "what": self.what,
            "whose": self.whose,
            "cpu_ms": round(self.cpu * 1000, 3),
            "wall_ms": round(self.wall * 1000, 3),
            "samples": len(self.samples),
            **self.notes,
        }


def in_turn(rows: Mapping[str, tuple[Row, Callable[[], Took]]], times: int, *, warm: int = 1) -> list[Row]:
    """Run each `times` times, one after the other, after `warm` rounds that do not count; return the rows."""
    for place in range(times + warm):
        for row, run in rows.values():
            took = run()
            if place >= warm:
                row.samples.append(took)
    return [row for row, _ in rows.values()]


def whole_process(command: Sequence[object], *, environment: Mapping[str, str], folder: Path) -> Took:
    """Return what `command` takes from start to end, its children included. Raises when it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [str(part) for part in command], env=environment, cwd=folder, capture_output=True, check=False
    )
    took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{command[:6]} ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(spent, took)


def processor_seconds(pids: Iterable[int]) -> float:
    """Return how much processor time the processes `pids` have used up to now (Linux)."""
    return sum(time.clock_gettime((~pid << 3) | CPUCLOCK_SCHED) for pid in pids)


def memory_megabytes(pids: Iterable[int]) -> float:
    """Return the memory that the processes `pids` hold, what they share counted once for all (Linux)."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def machine() -> dict[str, Any]:
    """Return what the figures were taken on."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    found = os.uname()
    return {
        "processor": models[0] if models else found.machine,
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "system": f"{found.sysname} {found.release}",
        "python": ".".join(str(one) for one in __import__("sys").version_info[:3]),
    }
