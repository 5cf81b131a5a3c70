"""Asking for a deadline must stay quick: nothing heavy is loaded for it, and no network is touched."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib import import_module

import pytest

from challenge_letters.law.bank_holidays import first_known_year, holidays, last_known_year
from challenge_letters.law.nations import NATIONS

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


@pytest.mark.parametrize("module", ["deadlines", "reconsideration"])
def test_no_limit_waits_for_the_calendars_of_all_the_world(module: str) -> None:
    """Only `check` loads the second list: what it alone has stands in our own."""
    program = (
        "import sys; from datetime import date; import challenge_letters.cli; "
        f"import challenge_letters.law.{module} as d; {ASK[module]}; print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("nation", NATIONS)
def test_no_holiday_of_the_second_list_is_missing_where_limits_are_worked_out(nation: str) -> None:
    """15 June 2026 in Scotland is in the second list and in ours, and not in that of GOV.UK."""
    calendar = import_module("holidays.countries.united_kingdom").UnitedKingdom
    subdivision = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}[nation]
    years = range(first_known_year(), last_known_year() + 1)
    second = {day for day in calendar(subdiv=subdivision, years=years) if day.weekday() < 5}

    assert second - holidays(nation) == set()
    assert (date(2026, 6, 15) in holidays(nation)) is (nation == "scotland")
