"""Serves the application with another server than waitress: a program, for the comparison only.

Everything else is as `challenge-letters serve` has it. cheroot is the server of CherryPy: threads in one process
on every system, as waitress, so that either can stand in the place of the other.
"""

from __future__ import annotations

import socket
from typing import Any

from challenge_letters.web import serving
from challenge_letters.web.settings import Settings


def run(app: Any, listener: socket.socket, _settings: Settings) -> None:
    """Serve `app` with cheroot on `listener` until interrupted."""
    from cheroot.wsgi import Server  # type: ignore[import-not-found]  # noqa: PLC0415

    class OnListener(Server):  # type: ignore[misc]
        def bind(self, *_how: object) -> socket.socket:
            self.socket, self.bind_addr = listener, listener.getsockname()
            return listener

    place = listener.getsockname()
    server = OnListener(place, app, numthreads=serving.THREADS)
    server.max_request_body_size = 2_000_000
    try:
        server.safe_start()
    finally:
        server.stop()


if __name__ == "__main__":
    from challenge_letters.cli import main

    serving._run = run
    main()
