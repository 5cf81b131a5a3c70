"""What a stock docassemble server needs of this machine: a Python, system packages, and room for a socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TOP = Path(__file__).parents[2]
VENV = Path(os.environ.get("STOCK_VENV", TOP / ".venv-server"))
DOCASSEMBLE = "docassemble.webapp>=1.10,<1.11"
# docassemble's own daemon for grammar listens here and nowhere else: the web application looks for it before
# it has read the configuration that could name another place.
NLTK_SOCKET = Path("/var/run/nltk/da_nltk.sock")
POLICY = Path("/usr/sbin/policy-rc.d")


class Missing(Exception):  # noqa: N818
    """Something is not there without which no stock server can run; the message is one line."""


def postgres_programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, the newest if there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def clock_library() -> Path | None:
    """Return the library that makes a program believe another time."""
    return next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


def believing(clock: str) -> dict[str, str]:
    """Return the environment of a program that starts at `clock` ("2027-03-29 23:30:00", in UTC)."""
    settings = {"FAKETIME": f"@{clock}", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": "UTC"}
    return {**settings, "LD_PRELOAD": str(clock_library())}


def _has_file(*names: str) -> bool:
    return all(Path(name).exists() for name in names)


# Debian's package, and whether what we want of it is there.
NEEDED: dict[str, Callable[[], bool]] = {
    "postgresql": lambda: postgres_programs() is not None,
    "redis-server": lambda: shutil.which("redis-server") is not None,
    "gcc": lambda: shutil.which("gcc") is not None,
    "libldap2-dev": lambda: _has_file("/usr/include/ldap.h"),
    "libsasl2-dev": lambda: _has_file("/usr/include/sasl/sasl.h"),
    "libzbar0": lambda: any(Path("/usr/lib").glob("*/libzbar.so.0")),
    "libmagic1": lambda: any(Path("/usr/lib").glob("*/libmagic.so.1")),
    "locales": lambda: _has_file("/usr/share/i18n/locales/en_US") and shutil.which("localedef") is not None,
    "libfaketime": lambda: clock_library() is not None,
}


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that are needed and not there."""
    return tuple(name for name, is_there in NEEDED.items() if not is_there())


def ensure_packages() -> None:
    """Install what is missing when run as root on Debian or Ubuntu. Raises Missing with one line otherwise."""
    wanted = missing_packages()
    if not wanted:
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {' '.join(wanted)}.", flush=True)
        _install(wanted)
        wanted = missing_packages()
    if wanted:
        raise Missing(f"A stock server needs these Debian packages: apt-get install {' '.join(wanted)}")


def _install(packages: tuple[str, ...]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    with no_services_started():
        for command in (["apt-get", "update", "--quiet"], install):
            subprocess.run(command, env=quiet, check=False, capture_output=True)


@contextmanager
def no_services_started() -> Iterator[None]:
    """Keep Debian from starting PostgreSQL and Redis on their usual ports. A policy that is there is kept."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def ensure_room_for_socket() -> None:
    """Make the folder of docassemble's socket. Raises Missing where this user may not."""
    with suppress(OSError):
        NLTK_SOCKET.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(NLTK_SOCKET.parent, os.W_OK):
        raise Missing(f"A stock server needs a folder {NLTK_SOCKET.parent} in which {_user()} may write.")


def _user() -> str:
    return os.environ.get("USER") or f"user {os.geteuid()}"


def python() -> str:
    """Return a Python from 3.12 on that works. Raises Missing when there is none."""
    found = subprocess.run(
        [TOP / ".ci" / "find-python", "3.12"], capture_output=True, text=True, check=False
    ).stdout.strip()
    if not found:
        raise Missing("A stock server needs Python 3.12 or newer, with its venv module.")
    headers = subprocess.run(
        [found, "-c", "import sysconfig; print(sysconfig.get_path('include'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    if not (Path(headers) / "Python.h").is_file():
        raise Missing(f"A stock server needs the headers of {found} (Debian: apt-get install python3-dev).")
    return found


def ensure_environment() -> None:
    """Install docassemble.webapp and uwsgi into an environment of their own, once. Raises Missing."""
    ready = VENV / "ready"
    if ready.is_file():
        return
    interpreter = python()
    print(f"Setting up {VENV.name} with {interpreter}. This takes a few minutes.", flush=True)
    subprocess.run([interpreter, "-m", "venv", VENV], check=True)
    _pip("install", DOCASSEMBLE, "uwsgi", problem=f"pip could not install {DOCASSEMBLE} and uwsgi")
    ready.touch()


def install_wheel(wheel: Path) -> None:
    """Install our wheel as an organisation would, and again over one of the same version. Raises Missing."""
    problem = f"pip could not install {wheel.name} beside docassemble"
    _pip("install", wheel, problem=problem)
    _pip("install", "--no-deps", "--force-reinstall", wheel, problem=problem)


def _pip(*words: object, problem: str) -> None:
    command = [VENV / "bin" / "python", "-m", "pip", words[0], "--quiet", *words[1:]]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode:
        last = [line for line in done.stderr.splitlines() if line.startswith("ERROR")][-1:]
        raise Missing(f"{problem}. {' '.join(last)}")


def build_wheel(folder: Path) -> Path:
    """Build the sdist and from it the wheel into `folder`; return the wheel."""
    command = [sys.executable, "-m", "build", "--outdir", folder, TOP]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def versions() -> str:
    """Return "docassemble 1.10.13 on Python 3.12.1" for what the server's environment holds."""
    code = (
        "import platform; from importlib.metadata import version;"
        "print('docassemble', version('docassemble.webapp'), 'on Python', platform.python_version())"
    )
    done = subprocess.run([VENV / "bin" / "python", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def prepare() -> None:
    """Make everything ready that a stock server needs. Raises Missing with one line."""
    if sys.platform != "linux":
        raise Missing("A stock server runs on Linux only.")
    ensure_packages()
    ensure_room_for_socket()
    ensure_environment()
