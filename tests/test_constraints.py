"""The releases that a machine falls back on are ones this program allows, and the fall says so in one line."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[1]
LINE = re.compile(r'(?P<name>[\w.-]+)==(?P<version>[\d.]+)(?:; (?P<marker>python_version [<>]=? "3\.\d+"))?')


def lines() -> list[re.Match[str]]:
    """Return each line of constraints.txt, read."""
    found = (TOP / "constraints.txt").read_text(encoding="utf-8").splitlines()
    read = [LINE.fullmatch(line) for line in found if line and not line.startswith("#")]
    assert all(read), "names and versions only"
    return [line for line in read if line]


def ours() -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [
        Requirement(one)
        for one in (*project["dependencies"], *(each for all_ in extras.values() for each in all_))
    ]


def test_every_release_is_one_that_the_project_allows() -> None:
    allowed = {canonicalize_name(one.name): one.specifier for one in ours()}
    for line in lines():
        assert line["version"] in allowed[canonicalize_name(line["name"])], line[0]


def test_what_docassemble_pins_is_left_to_it_and_nothing_else_is_forgotten() -> None:
    pinned = {canonicalize_name(Requirement(one).name) for one in requires("docassemble.base") or ()}
    named = {canonicalize_name(line["name"]) for line in lines()}
    assert named == {canonicalize_name(one.name) for one in ours()} - pinned


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_each_python_has_one_release_of_each(python: str) -> None:
    meant = [
        line["name"]
        for line in lines()
        if not line["marker"] or Marker(line["marker"]).evaluate({"python_version": python})
    ]
    assert len(meant) == len(set(meant))
    assert "docassemble.base" in meant


def pretended(folder: Path, *, refuses: str) -> Path:
    """Return a Python that only notes what pip is asked for, and refuses every line that holds `refuses`."""
    program = folder / "python"
    program.write_text(
        f'#!/bin/sh\necho "$*" >> "{folder}/asked"\n'
        f'case "$*" in *constraint*) exit 0;; *{refuses}*) echo "ERROR: No matching distribution" >&2; exit 1;; esac\n'
    )
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(("refuses", "times"), [("editable", 2), ("nothing-of-this-name", 1)])
def test_the_older_releases_are_taken_with_one_line(tmp_path: Path, refuses: str, times: int) -> None:
    python = pretended(tmp_path, refuses=refuses)
    done = subprocess.run(
        [TOP / ".ci" / "install", python, ".[interview]"],
        cwd=TOP, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    said = "The newest releases cannot be installed (ERROR: No matching distribution): taking those of constraints.txt instead."
    assert done.stdout.splitlines() == [said][: times - 1]
    assert len((tmp_path / "asked").read_text(encoding="utf-8").splitlines()) == times
