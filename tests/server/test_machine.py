"""What is missing for a stock server is said in one line, and the machine is left as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.server import machine
from tests.server.__main__ import main
from tests.server.machine import Missing, ensure_environment, ensure_packages, prepare
from tests.server.planting import PLANTED, plant
from tests.server.shown import Shown, ShownField
from tests.server.walks import action_of


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without two packages, used by somebody who may not install any."""
    wanted = {"one-package": lambda: False, "another-package": lambda: False, "there": lambda: True}
    monkeypatch.setattr(machine, "NEEDED", wanted)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_missing_packages_are_named_in_one_line(lacking: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prepare"]) == 1
    said = capsys.readouterr()
    assert said.err == (
        "A stock server needs these Debian packages: apt-get install one-package another-package\n"
    )


def test_packages_that_cannot_be_installed_are_named_as_well(
    lacking: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    tried: list[tuple[str, ...]] = []
    monkeypatch.setattr(machine, "_install", tried.append)
    with pytest.raises(Missing, match=r"one-package another-package$"):
        ensure_packages()
    assert tried in ([("one-package", "another-package")], [])  # [] where there is no apt-get


def test_a_python_that_is_too_old_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".ci").mkdir()
    finder = tmp_path / ".ci" / "find-python"
    finder.write_text("#!/bin/sh\n", encoding="utf-8")
    finder.chmod(0o755)
    monkeypatch.setattr(machine, "TOP", tmp_path)
    monkeypatch.setattr(machine, "VENV", tmp_path / "none")
    with pytest.raises(Missing, match=r"^A stock server needs Python 3\.12 or newer"):
        ensure_environment()


def test_only_linux_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(Missing, match="Linux only"):
        prepare()


@pytest.mark.parametrize("kept", ["", "#!/bin/sh\nexit 101 # as it was\n"])
def test_a_policy_about_services_is_left_as_it_was(
    kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(machine, "POLICY", policy)
    if kept:
        policy.write_text(kept, encoding="utf-8")
    with machine.no_services_started():
        assert "exit 101" in policy.read_text(encoding="utf-8")
    assert (policy.read_text(encoding="utf-8") if policy.exists() else "") == kept


def test_each_planted_package_differs_from_ours_in_one_file(tmp_path: Path) -> None:
    plant(tmp_path)
    ours = {path.name: path.read_text(encoding="utf-8") for path in machine.TOP.glob("interviews/*.yml")}
    for planted in PLANTED:
        folder = tmp_path / "docassemble" / planted.package / "data" / "questions"
        theirs = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
        assert {name for name in ours if ours[name] != theirs[name]} == {planted.file}


SOME = Shown("Name?", None, "Write it.", "", (ShownField("Name", "", (), ""),), "Continue", ("Help",))


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        (SOME, []),
        (Shown("Name", None, "Write it.", "", SOME.fields, "Continue", ("Help",)), ["heading"]),
        (Shown("Name?", None, "Write it.", "", (), "Continue", ("Help",)), ["fields"]),
        (
            Shown("Name?", None, "Write.", "", (ShownField("Name", "", (), "Jo"),), "Continue", ("Help",)),
            ["body", "fields 0"],
        ),
        (Shown("Name?", "Before", "Write it.", "", SOME.fields, "Continue", None), []),
    ],
)
def test_each_part_that_is_shown_differently_is_named(other: Shown, parts: list[str]) -> None:
    assert [name for name, _, _ in SOME.differences(other)] == parts


@pytest.mark.parametrize(
    ("address", "action"),
    [
        ("/interview?i=docassemble.x:data/questions/y.yml", {}),
        (
            "/interview?action=eyJhY3Rpb24iOiAiY2hhbmdlX3RoaXMiLCAiYXJndW1lbnRzIjogeyJyb3ciOiAzfX0&i=y",
            {"action": "change_this", "arguments": {"row": 3}},
        ),
    ],
)
def test_the_action_in_an_address_can_be_read(address: str, action: dict[str, object]) -> None:
    assert action_of(address) == action
