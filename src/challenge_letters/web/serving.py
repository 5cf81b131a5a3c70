"""Runs the application on this computer with waitress."""

from __future__ import annotations

import atexit
import errno
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from challenge_letters.languages import worded
from challenge_letters.web.settings import Settings

if TYPE_CHECKING:
    from flask import Flask

LARGEST_IN_MEMORY = 16 * 1024 * 1024
THREADS = 4
LOG = logging.getLogger("challenge_letters.web")


class CannotServe(Exception):  # noqa: N818
    """The server cannot start; the message is one sentence for the person who started it."""


def serve(settings: Settings) -> None:
    """Serve until interrupted, printing the address.

    Raises CannotServe with one sentence: a port that is taken, an address that is not this computer's, a
    host beyond this computer without `allow_plain_http`, or an interview this server cannot run.
    """
    refuse_open_host(settings)
    listener = _listen(settings)
    with listener:
        _use_private_temporary_folder()
        _log_only_our_own_lines()
        app = _app(settings)
        stopped = _sweep_beside(app)
        _stop_cleanly_when_told()
        with suppress(OSError):
            # A disk may be full, and this output a file on it.
            print(f"{address(settings, listener)}\n{worded('web.serving.stop')}", flush=True)  # noqa: T201
        try:
            _run(app, listener, settings)
        finally:
            stopped.set()


def address(settings: Settings, listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{listener.getsockname()[1]}{settings.path}"


def refuse_open_host(settings: Settings) -> None:
    """Raise CannotServe when others could reach the server without encryption and nobody has agreed to it.

    With `allow_plain_http` it warns instead.
    """
    if settings.is_loopback:
        return
    if not settings.allow_plain_http:
        raise CannotServe(worded("web.serving.open-host", host=settings.host))
    print(worded("web.serving.open-host-warning", host=settings.host), file=sys.stderr, flush=True)  # noqa: T201


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(64)
    except OSError as fault:
        listener.close()
        raise CannotServe(_why(settings, fault)) from fault
    return listener


def _why(settings: Settings, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return worded("web.serving.port-taken", port=settings.port)
    return worded(
        "web.serving.cannot-listen", host=settings.host, port=settings.port, why=fault.strerror or fault
    )


def _sweep_beside(app: Flask) -> threading.Event:
    """Delete expired sessions each minute, also while nobody asks for a page, until the event is set."""
    from challenge_letters.web.app import site_of  # noqa: PLC0415

    stopped = threading.Event()
    threading.Thread(target=site_of(app).sweep_until, args=(stopped,), daemon=True).start()
    return stopped


def _app(settings: Settings) -> Flask:
    from challenge_letters.web.app import create_app  # noqa: PLC0415 - docassemble takes a second to import
    from challenge_letters.web.check import UnsupportedInterview  # noqa: PLC0415

    try:
        return create_app(settings)
    except (UnsupportedInterview, FileNotFoundError) as fault:
        raise CannotServe(str(fault)) from fault


def _use_private_temporary_folder() -> None:
    """Give this process a temporary folder of its own, open to its owner only, gone at exit.

    On a full disk it goes without: nothing of ours writes into it.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="challenge-letters-"))
    except OSError as fault:
        LOG.warning("there is no temporary folder: %s", fault.strerror)
        tempfile.tempdir = os.environ.get("TMPDIR", os.curdir)
        return
    tempfile.tempdir = str(folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def _log_only_our_own_lines() -> None:
    """Write our own log lines to stderr and nobody else's: a library's traceback may hold an answer."""
    logging.getLogger().addHandler(logging.NullHandler())
    # A line that cannot be written, on a full disk say, is left out; it fails nothing and says nothing more.
    logging.raiseExceptions = False
    LOG.addHandler(logging.StreamHandler(sys.stderr))
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


def _stop_cleanly_when_told() -> None:
    """Let SIGTERM end the server as Ctrl+C does, so that the temporary folder goes."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))


def _run(app: object, listener: socket.socket, settings: Settings) -> None:
    import waitress  # type: ignore[import-untyped]  # noqa: PLC0415

    # The overflow sizes keep requests and letters in memory: waitress would put them into files.
    server = waitress.create_server(
        app,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        inbuf_overflow=LARGEST_IN_MEMORY,
        outbuf_overflow=LARGEST_IN_MEMORY,
        max_request_body_size=2_000_000,
        url_prefix=settings.path,
        clear_untrusted_proxy_headers=True,
    )
    try:
        server.run()
    finally:
        server.close()
