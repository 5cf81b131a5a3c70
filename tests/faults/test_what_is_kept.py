"""SECURITY.md says what is stored where and for how long: here it is compared with the running program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from challenge_letters.interview.clock import SET_DAY
from challenge_letters.web.settings import Settings
from tests import examples
from tests.faults.serving import TOP, Server, listen
from tests.interview.walker import Walker
from tests.phone import Phone

TEXT = (TOP / "SECURITY.md").read_text(encoding="utf-8")
STORED = re.findall(r"^\|(.*)\|(.*)\|(.*)\|(.*)\|$", TEXT.partition("## Against whom")[0], re.MULTILINE)[2:]
EXAMPLE = "missed-appointment-ill"


def named_in(column: int) -> set[str]:
    """The names of files and cookies in a column of the table."""
    return {name for row in STORED for name in re.findall(r"`([^`]+)`", row[column])}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The program as somebody at a prompt starts it, in a home of its own."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "CHALLENGE_"))}
    own = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "challenge_letters", "serve", "--port", "0"],
        cwd=tmp_path / "home",
        env={**kept, **own, SET_DAY: examples.AS_AT.isoformat(), "PYTHONPATH": f"{TOP}:{TOP / 'src'}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    made = Server(tmp_path / "home" / ".local" / "state" / "challenge-letters", process, [])
    threading.Thread(target=listen, args=(process, made.lines), daemon=True).start()
    yield made
    if process.poll() is None:
        made.stop()
    assert process.stdout is not None
    process.stdout.close()


def files_in(folder: Path) -> set[str]:
    """The paths of all files below `folder`."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_table_of_what_is_stored_is_true(server: Server, tmp_path: Path) -> None:
    phone = Phone(server.browser)
    case = examples.case_of(EXAMPLE)
    walker = Walker(phone, examples.AS_AT).begin().tell(case)
    assert walker.letter()
    assert walker.case_file().claimant.name == case.claimant.name

    assert "`~/.local/state/challenge-letters`" in TEXT
    folder = ".local/state/challenge-letters/"
    made = files_in(tmp_path / "home")
    assert {name for name in made if not name.startswith(folder)} == set()
    assert {name.removeprefix(folder) for name in made} <= named_in(1)
    assert {"secret", "sessions.sqlite3"} <= {name.removeprefix(folder) for name in made}
    assert {Path(name).name for name in files_in(tmp_path / "tmp")} <= {"questions.xlf"}
    assert all(fnmatch(path.name, "challenge-letters-*") for path in (tmp_path / "tmp").iterdir())
    assert {cookie.name for cookie in phone.client.session.cookies} == {"challenge_letters_key"}
    assert all(cookie.expires is None for cookie in phone.client.session.cookies)

    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for told in (case.claimant.name, "migraine"):
        assert told in phone.page.text or told in walker.case_file().model_dump_json()
        assert told.encode() not in held
        assert told not in server.said
    phone.press("Delete my answers now")
    assert server.stop() == 0
    assert list((tmp_path / "tmp").iterdir()) == []
    assert re.fullmatch(
        r"http://127\.0\.0\.1:\d+\nStop with Ctrl\+C\.\n((GET|POST) \S+ \d{3} \d+ ms\n)*", server.said
    )


def test_the_times_and_names_in_the_table_are_those_of_the_program() -> None:
    settings = Settings()
    hours = [f"{seconds // 3600} hours" for seconds in (settings.idle_seconds, settings.absolute_seconds)]
    row = next(row for row in STORED if "sessions.sqlite3" in row[1])
    assert re.findall(r"\d+ hours", row[2]) == hours
    assert {"damaged", "challenge-letters-*", "__Host-key"} <= named_in(1)


def test_the_browser_is_given_nothing_else_to_keep() -> None:
    for script in (TOP / "src" / "challenge_letters" / "web" / "static").glob("*.js"):
        words = script.read_text(encoding="utf-8")
        assert not re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.", words)


def test_every_promise_is_shown_by_a_test_that_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", TEXT.partition("## Against whom")[2]))
    there = {
        name
        for path in (TOP / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 20
    assert named <= there, named - there


def test_the_files_named_in_it_are_there() -> None:
    for path in re.findall(r"`(tests/[\w/.]+)`|\]\((docs/[\w.-]+)\)", TEXT):
        assert (TOP / "".join(path)).exists()
