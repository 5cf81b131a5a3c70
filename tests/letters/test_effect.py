"""`make effect` shows an adviser what a changed fact of the law does to the letters."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.letters.effect import NOTHING, differences, texts

BEFORE = {
    "letter a": "To:\nOld Street\nDear Sir or Madam,\n",
    "letter b": "Hello.\n",
    "letter gone": "Bye.\n",
}
AFTER = {
    "letter a": "To:\nNew Street\nDear Sir or Madam,\n",
    "letter b": "Hello.\n",
    "plan new": "Do this.\n",
}


def test_only_what_changed_is_shown() -> None:
    assert list(differences(BEFORE, AFTER)) == [
        "letter a:",
        "  -Old Street",
        "  +New Street",
        "",
        "letter gone:",
        "  -Bye.",
        "",
        "plan new:",
        "  +Do this.",
        "",
    ]


def test_nothing_changed_gives_nothing() -> None:
    assert list(differences(BEFORE, BEFORE)) == []


def test_letters_and_plans_are_compared() -> None:
    found = texts()
    assert (
        "Please reconsider the decision" in found["letter missed-appointment-ill.mandatory-reconsideration"]
    )
    assert "Send now" in found["plan of missed-appointment-ill"]
    assert {name.split()[0] for name in found} == {"letter", "plan"}


def test_it_runs_by_itself() -> None:
    script = Path(__file__).with_name("effect.py")
    done = subprocess.run([sys.executable, script, "--texts"], capture_output=True, text=True, check=True)
    assert "plan of missed-appointment-ill" in done.stdout
    assert NOTHING.endswith(".")
