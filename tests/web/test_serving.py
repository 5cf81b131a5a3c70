"""The server as a process: the address it prints, what it refuses, what it leaves behind."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from challenge_letters.web.serving import CannotServe, refuse_open_host, serve
from challenge_letters.web.settings import Settings, default_state_dir
from tests.web.conftest import INTERVIEWS

TOP = Path(__file__).parents[2]
START = f"""
from pathlib import Path
from challenge_letters.web.serving import serve
from challenge_letters.web.settings import Settings
serve(Settings(port=0, state_dir=Path("state"), interviews_dir=Path({str(INTERVIEWS)!r}), interview="everything.yml"))
"""


@pytest.fixture
def taken() -> Iterator[int]:
    """A port somebody listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_one_sentence(settings: Settings, taken: int) -> None:
    with pytest.raises(CannotServe, match=rf"^Port {taken} is taken\. Stop the other program or choose"):
        serve(replace(settings, port=taken))


def test_an_address_of_another_computer_is_one_sentence(settings: Settings) -> None:
    with pytest.raises(CannotServe, match=r"^Cannot listen on 192\.0\.2\.1 port 0: "):
        serve(replace(settings, host="192.0.2.1", port=0, allow_plain_http=True))


def test_an_open_host_is_refused_unless_allowed(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CannotServe, match="answers travel unencrypted"):
        refuse_open_host(replace(settings, host="0.0.0.0"))
    refuse_open_host(replace(settings, host="0.0.0.0", allow_plain_http=True))
    assert capsys.readouterr().err.startswith("Warning: On 0.0.0.0 other computers can reach this server")
    refuse_open_host(settings)
    assert capsys.readouterr().err == ""


def test_an_interview_that_is_not_there_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match=r"letters\.yml: there is no such file"):
        serve(replace(settings, port=0, interviews_dir=tmp_path, interview="letters.yml"))


def test_settings_come_from_the_environment() -> None:
    environment = {"HOST": "::1", "PORT": "8123", "CHALLENGE_LETTERS_STATE": "/var/x"}
    found = Settings.from_environment(environment)
    assert (found.host, found.port, found.state_dir) == ("::1", 8123, Path("/var/x"))
    assert Settings.from_environment(environment, port=9).port == 9


def test_settings_without_an_environment() -> None:
    found = Settings.from_environment({})
    assert (found.host, found.port) == ("127.0.0.1", 8000)
    assert found.state_dir == default_state_dir()
    assert found.state_dir.name == "challenge-letters"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has one place, and no setting for it")
def test_the_answers_lie_where_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/s")
    assert default_state_dir() == Path("/s/challenge-letters")


@pytest.mark.parametrize("port", ["x", "70000", "-1", "8 0"])
def test_a_bad_port_is_one_sentence(port: str) -> None:
    with pytest.raises(ValueError, match=r"^PORT must be a number from 0 to 65535, not "):
        Settings.from_environment({"PORT": port})


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, Path]]:
    """A server as a process of its own in the C locale, with its address and its temporary folder."""
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": f"{TOP}:{TOP / 'src'}",
        "TMPDIR": str(scratch),
        "LC_ALL": "C",
        "TZ": "Asia/Tokyo",
    }
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-c", START],
        cwd=tmp_path,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout is not None
        try:
            yield started, started.stdout.readline().strip(), scratch
        finally:
            started.terminate()


def test_the_server_prints_its_address_and_answers(
    process: tuple[subprocess.Popen[str], str, Path], tmp_path: Path
) -> None:
    started, address, scratch = process
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(f"{address}/about?canary=Canary-1", timeout=10) as answer:
        assert answer.status == 200
        assert answer.headers["Server"] is None
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    (private,) = scratch.iterdir()
    assert private.stat().st_mode & 0o077 == 0
    assert list(private.iterdir()) == []
    started.terminate()
    assert started.stderr is not None
    said = started.stderr.read()
    assert re.fullmatch(r"GET /about 200 \d+ ms\n", said)
    assert "Canary-1" not in said
    assert started.wait(10) == 0
    assert list(scratch.iterdir()) == []
    assert sorted(file.name for file in (tmp_path / "state").iterdir())[0] == "secret"
