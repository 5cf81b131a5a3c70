"""Finds a Chromium for the browser tests, and gets one where it can.

The order: $CHROMIUM, a browser on PATH, Debian's package when we are root, Playwright's own download. Run as a
program it prints what it found, or one line that says what is missing. BROWSER=none leaves the browser tests out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Without these a browser looks for the outside world at every start.
QUIET = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
)
# Every name is unknown to such a browser: what is not on this machine cannot be reached.
CUT_OFF = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# Another engine, for a few tests only: they are left out where it is missing, but not in CI.
SECOND = ("firefox-esr", "firefox")
MISSING = "No Chromium found for the browser tests: set CHROMIUM to one, or BROWSER=none to leave them out."


@cache
def executable() -> str | None:
    """Return the path of a Chromium, or None."""
    return _named() or _on_path() or _downloaded()


def second() -> str | None:
    """Return the path of a Firefox, or None."""
    return next((path for path in map(shutil.which, SECOND) if path), None)


def arguments() -> list[str]:
    """Return the arguments a test browser starts with; root cannot use Chromium's sandbox."""
    return [*QUIET, *(["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else [])]


def get() -> str | None:
    """Return the path of a Chromium, installing one if none is there and it can be had."""
    return executable() or _from_debian() or _from_playwright()


def _named() -> str | None:
    path = os.environ.get("CHROMIUM", "")
    return path if path and Path(path).exists() else None


def _on_path() -> str | None:
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    return found or next((path for path in MAC if Path(path).exists()), None)


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    _install("chromium", "fonts-liberation")
    return _on_path()


def _install(*packages: str) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    _run(["apt-get", "update"])
    _run(["apt-get", "install", "-y", "--no-install-recommends", *packages])


def _from_playwright() -> str | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return _downloaded()


def _run(command: list[str]) -> None:
    """Run an installer quietly; whether it worked is seen by looking for the browser afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = subprocess.DEVNULL
    subprocess.run(command, env=environment, stdout=quiet, stderr=quiet, check=False)


if __name__ == "__main__":
    if os.environ.get("BROWSER") != "none" and get() is None:
        sys.exit(MISSING)
    if os.environ.get("CI") and second() is None:
        _install(SECOND[0])
