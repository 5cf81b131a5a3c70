"""Runs the comparison: `python -m tests.bench`, or with the names of the parts that are wanted."""

from __future__ import annotations

import argparse
import json
from contextlib import ExitStack
from typing import Any

from tests.bench.batches import batch
from tests.bench.builds import PLACE, ROOT, Build, as_installed, before, ours
from tests.bench.commands import commands
from tests.bench.growing import growth
from tests.bench.letters import letters
from tests.bench.measuring import Row, machine
from tests.bench.pages import at_once, pages, serving
from tests.bench.servers import servers
from tests.bench.telling import table

PARTS = ("commands", "letters", "pages", "batch")
MORE = ("growth", "servers", "stock")


def main() -> None:
    """Measure, print the table and write bench.json."""
    asked = argparse.ArgumentParser(prog="make bench")
    asked.add_argument(
        "parts", nargs="*", help=f"of: {', '.join((*PARTS, *MORE))} (without any: {', '.join(PARTS)})"
    )
    asked.add_argument("--times", type=int, default=5, help="how often each is run")
    wanted = asked.parse_args()
    parts = tuple(wanted.parts) or PARTS
    builds = [build for build in (ours(), before()) if build is not None]
    if len(builds) < 2:
        print("The build before is not there (no Git, or not that commit): only this one is measured.")
    rows, more = measured(parts, builds, wanted.times)
    print(table(rows))
    print(json.dumps(more, indent=2))
    told = {"machine": machine(), "rows": [row.told() for row in rows], **more}
    (ROOT / "bench.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(f"\n{ROOT / 'bench.json'} holds this for programs; the build before lies in {PLACE}.")


def measured(parts: tuple[str, ...], builds: list[Build], times: int) -> tuple[list[Row], dict[str, Any]]:
    """Return the rows that compare, and what only this build was asked."""
    rows: list[Row] = []
    more: dict[str, Any] = {}
    # First: the largest process so far is all that the system tells of the memory of those that have ended.
    if "batch" in parts:
        more["batch"] = [batch(build, 200) | {"whose": build.name} for build in builds]
    if "commands" in parts:
        # As they are used: from an installed wheel.
        rows += commands([as_installed(build) for build in builds], times)
    if "letters" in parts:
        rows += letters(builds, times)
    if "servers" in parts:
        found, more["servers"] = servers(builds[0], times)
        rows += found
    if "stock" in parts:
        # Loaded only here: it takes what the tests of a stock server take.
        from tests.bench.stock import stock  # noqa: PLC0415

        with serving(builds[0]) as server:
            rows += stock(server, times)
    if "pages" in parts or "growth" in parts:
        with ExitStack() as stack:
            running = [stack.enter_context(serving(build)) for build in builds]
            if "pages" in parts:
                found = pages(running, times)
                for row, server in zip(found, running, strict=True):
                    row.notes["eight_at_once"] = at_once(server, 8, walks=2)
                rows += found
            if "growth" in parts:
                more["growth"] = growth(builds[0], running[0])
    return rows, more


if __name__ == "__main__":
    main()
