"""Time that has really passed. What a clock says can jump: set by hand, by a network, by a flat battery."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True)
class Clocks:
    """Two clocks of one computer.

    `passed` counts seconds since it was switched on, sleep included; setting the time does not change it.
    `wall` is the time of day: the only clock that goes on while the computer is off, and the one that can be
    wrong. `boot` names the stretch of time for which `passed` counts.
    """

    boot: str
    passed: Callable[[], float]
    wall: Callable[[], float]


def clocks_of_this_computer() -> Clocks:
    """Return this computer's clocks. Where it does not say when it was switched on, each start is a boot."""
    try:
        boot = BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        boot = secrets.token_hex(16)
    return Clocks(boot, _passed, time.time)


def _passed() -> float:
    # CLOCK_MONOTONIC counts sleep on macOS and not on Linux; time.monotonic() counts it on Windows.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()
