"""Lets schemathesis loose on the JSON API: `make test-api`.

It reads the description the API gives of itself, sends what the description allows and what it does not, and
fails if an answer is none that the description names.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server.processes import answers_on, free_port, start

TOKEN = "a-token-that-nobody-guesses"
# The API takes 120 requests a minute.
EXAMPLES = 60
# Whether a case can be used is law, and no schema knows it: a well-formed case may be refused with its mistakes.
NOT_OURS = "positive_data_acceptance"


def main(schemathesis: Path) -> int:
    """Return the exit code of `schemathesis` against an API served for it."""
    with _served() as home:
        command = [
            str(schemathesis),
            "run",
            f"{home}/api/v1/openapi.json",
            "--header",
            f"Authorization: Bearer {TOKEN}",
            # Its other phase tries each field of a large schema in turn: hours, at that pace.
            "--phases=fuzzing",
            f"--max-examples={EXAMPLES}",
            f"--exclude-checks={NOT_OURS}",
            "--rate-limit=110/m",
            "--no-color",
        ]
        return subprocess.run(command, check=False).returncode


@contextmanager
def _served() -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "CHALLENGE_LETTERS_API_TOKEN": TOKEN,
            "CHALLENGE_LETTERS_STATE": folder,
            "PORT": str(port),
        }
        command = [sys.executable, "-m", "challenge_letters", "serve", "--api"]
        server = start("the API", *command, log=Path(folder) / "log", environment=environment)
        try:
            server.wait_until(answers_on(port))
            yield f"http://127.0.0.1:{port}"
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
