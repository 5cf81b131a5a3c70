"""The builds that are compared: this tree, and the commit before the work on speed, checked out beside."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
BEFORE = "0c9371e"
PLACE = ROOT / ".bench"
DAY = "2026-11-23"


@dataclass(frozen=True)
class Build:
    """One checkout of the program, run with the Python that runs this."""

    name: str
    tree: Path
    installed: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What its programs are started with: its own source first, and the day of the examples."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        source = str(self.installed) if self.installed else f"{self.tree / 'src'}{os.pathsep}{self.tree}"
        return {**kept, "PYTHONPATH": source, "CHALLENGE_LETTERS_TODAY": DAY, "PYTHONHASHSEED": "0"}

    def command(self, *arguments: object) -> list[str]:
        """Return the command line of its program."""
        return [sys.executable, "-m", "challenge_letters", *(str(one) for one in arguments)]


def ours() -> Build:
    """Return this tree."""
    return Build("ours", ROOT)


def as_installed(build: Build) -> Build:
    """Return `build` as a wheel gives it to whoever installs it, its files below a folder of their own."""
    place = PLACE / f"installed-{build.name}"
    shutil.rmtree(place, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(build.tree)],
            capture_output=True,
            check=True,
        )
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as package:
            package.extractall(place)
    return replace(build, installed=place)


def before() -> Build | None:
    """Return the build before, unpacked where Git ignores it; None where there is no such commit."""
    tree = PLACE / f"before-{BEFORE}"
    if not tree.exists():
        held = subprocess.run(
            ["git", "-C", str(ROOT), "archive", "--format=tar", BEFORE], capture_output=True, check=False
        )
        if held.returncode:
            return None
        with tarfile.open(fileobj=io.BytesIO(held.stdout)) as files:
            files.extractall(tree, filter="data")
    return Build("before", tree)
