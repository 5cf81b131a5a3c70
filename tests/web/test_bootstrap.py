"""docassemble.base starts and runs without network, child processes or a configuration file."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from flask import Flask

from tests.phone import Phone
from tests.web.conftest import walk

TOP = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "subprocess.Popen", "os.system",
             "os.exec", "os.posix_spawn", "os.fork")
seen = []

def watch(event, arguments):
    if event in FORBIDDEN or (event == "open" and "docassemble/config" in str(arguments[0])):
        seen.append((event, str(arguments)[:200]))

sys.addaudithook(watch)

from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from tests.phone import Phone
from tests.web.conftest import INTERVIEWS, walk

app = create_app(Settings(state_dir=Path("state"), interviews_dir=INTERVIEWS, interview="everything.yml"))
phone = walk(Phone(app.test_client()))
phone.answer("Continue")
assert phone.download("Download as Word")
assert not seen, seen
print("walked")
"""


def test_a_whole_walk_without_network_or_child_processes(tmp_path: Path) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "PYTHONPATH": f"{TOP}:{TOP / 'src'}",
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("walked\n", "")
    assert [file.name for file in tmp_path.iterdir()] == ["state"]


def test_visitors_at_once_do_not_mix(app: Flask) -> None:
    found: dict[str, str] = {}

    def visit(name: str) -> None:
        phone = walk(Phone(app.test_client()), **{"in": f"words of {name}"})
        phone.answer("Continue")
        found[name] = phone.download("Download as text").decode()

    threads = [threading.Thread(target=visit, args=(f"visitor {number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {f"visitor {number}": f"words of visitor {number}" for number in range(6)}
