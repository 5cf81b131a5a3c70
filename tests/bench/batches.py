"""Letters for many clients at once: clients a second, and whether the tenth thousand costs more than the first."""

from __future__ import annotations

import csv
import resource
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.builds import DAY, Build

HEADINGS = (
    *("Ref", "First name", "Surname", "NINO", "Date of birth", "Decision date", "Days", "Address"),
    *("What about", "Reason", "Reason words", "Enclosed"),
)
KIND = "mandatory-reconsideration"


def spreadsheet(path: Path, clients: int) -> Path:
    """Write a .csv file of `clients` who were sanctioned over an appointment, and return its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(1, clients + 1):
            who = (f"R{number}", "Ada", f"Number {number}", "QQ 12 34 56 C", "1960-05-01", "2026-11-02", 7)
            why = (
                f"{number} Sample Street, Testtown",
                "appointment",
                "sick",
                "I was ill.",
                "Fit note; Call log",
            )
            writer.writerow((*who, *why))
    return path


def batch(build: Build, clients: int) -> dict[str, Any]:
    """Return what a batch of `clients` takes: letter, text and "What to do now" for each, as a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        rows = spreadsheet(Path(folder, "clients.csv"), clients)
        command = build.command(
            *("batch", rows, "--letter", KIND, "--as-at", DAY, "--out", Path(folder, "out")),
            *("--set", "Nation=England", "--set", "Benefit=Universal Credit"),
        )
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, env=build.environment, cwd=folder, capture_output=True, check=False)
        took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise RuntimeError(f"the batch ended with {done.returncode}: {done.stdout.decode()[-400:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "clients": clients,
        "clients_per_second": round(clients / took, 1),
        "cpu_ms_per_client": round(cpu / clients * 1000, 2),
        "peak_mb_of_the_largest_process": round(after.ru_maxrss / 1024, 1),
    }
