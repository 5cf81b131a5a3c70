"""Shows what a change that is not committed yet does to every example: its letters and its plan, line by line.

Run it with `make effect`. It compares the files as they are with those of the last commit.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))
NOTHING = "No example letter and no example plan changes."


def texts() -> dict[str, str]:
    """Return the text of every example letter and of every example plan, by its name."""
    from tests.examples import letters, names, plan_of  # noqa: PLC0415 - of the folder this is run for
    from tests.letters.goldens import text_of  # noqa: PLC0415

    from challenge_letters.plan.report import as_text  # noqa: PLC0415

    plans = {f"plan of {name}": as_text(plan_of(name)) + "\n" for name in names()}
    return {**{f"letter {letter.name}": text_of(letter) for letter in letters()}, **plans}


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Yield, for each text that changed, its name and its changed lines: "-" was, "+" is now."""
    for name in sorted({*before, *after}):
        was, now = before.get(name, "").splitlines(), after.get(name, "").splitlines()
        changed = [
            line for line in unified_diff(was, now, n=0, lineterm="") if line[:3] not in ("---", "+++")
        ]
        if changed:
            yield f"{name}:"
            yield from (f"  {line}" for line in changed if not line.startswith("@@"))
            yield ""


def texts_of_last_commit() -> dict[str, str]:
    """Return what `texts` says in a copy of the last commit, without touching this folder."""
    packed = subprocess.run(["git", "-C", str(TOP), "archive", "HEAD"], capture_output=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        here = Path(folder) / "tests" / "letters" / "effect.py"
        if not here.is_file():
            return texts()
        command = [sys.executable, str(here), "--texts"]
        source = {"PYTHONPATH": str(Path(folder) / "src"), "PATH": "/usr/bin:/bin"}
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=source)
    return dict(json.loads(said.stdout))


def main() -> None:
    """Print the differences, or with --texts every text as JSON."""
    if "--texts" in sys.argv:
        sys.stdout.write(json.dumps(texts()))
        return
    from challenge_letters.law.errors import BadRecord  # noqa: PLC0415

    try:
        found = list(differences(texts_of_last_commit(), texts()))
    except BadRecord as error:
        sys.exit(f"Nothing can be written: {error}")
    sys.stdout.write("\n".join(found or [NOTHING]) + "\n")


if __name__ == "__main__":
    main()
