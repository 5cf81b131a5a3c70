"""Asking for a deadline must stay quick: nothing heavy is loaded for it, and no network is touched."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pydantic", "docx", "lxml", "jinja2", "docassemble", "requests", "flask")
ASK = {
    "deadlines": "d.deadline('mandatory-reconsideration', date(2027, 1, 31), nation='england')",
    "points": "d.usable('request', benefit='universal-credit', nation='wales', days={'writing': date(2027, 1, 1)})",
    "levels": "d.expected_level('missed-appointment', benefit='universal-credit', nation='wales', groups=frozenset(), day=date(2027, 1, 1))",
    "rates": "d.daily_rates('new-style-jsa', 'under-25', nation='england', on=date(2026, 11, 22))",
    "reconsideration": "d.routes(date(2026, 11, 2), on=date(2026, 11, 23), nation='wales')",
    "check": "d.problems(on=date(2026, 11, 22))",
}


@pytest.mark.parametrize("module", ASK)
def test_nothing_heavy_is_loaded(module: str) -> None:
    program = (
        "import sys; from datetime import date; "
        f"import challenge_letters.law.{module} as d; {ASK[module]}; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_calendars_of_all_the_world_are_loaded_only_when_a_day_is_asked_for() -> None:
    program = (
        "import sys; from datetime import date; import challenge_letters.cli; "
        f"import challenge_letters.law.levels as d; {ASK['levels']}; print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
