"""From the command line: `python -m tests.server prepare` makes ready for a stock server, `up` runs one."""

from __future__ import annotations

import signal
import sys

from challenge_letters.interview.clock import SET_DAY
from tests.examples import AS_AT
from tests.server.machine import Missing, prepare, versions
from tests.server.processes import DidNotStart
from tests.server.stock import OURS, StockServer


def main(words: list[str]) -> int:
    """Do what `words` say. Returns the exit code: 1 when something is missing, in one line."""
    if words not in (["prepare"], ["up"]):
        print(__doc__)
        return 2
    try:
        prepare()
        print(f"Stock server: {versions()}.", flush=True)
        if words == ["up"]:
            _run()
    except (Missing, DidNotStart) as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.")
    return 0


def _run() -> None:
    """Run a server on the day of the examples until somebody ends it, with Ctrl+C or a signal."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with StockServer(environment={SET_DAY: AS_AT.isoformat()}) as server:
        print(f"{server.address}/interview?i={OURS}&reset=1\nStop with Ctrl+C.", flush=True)
        signal.pause()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
