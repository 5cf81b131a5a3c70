"""Says what day it is where the benefit offices are."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

SET_DAY = "CHALLENGE_LETTERS_TODAY"


def this_day() -> date:
    """Return today's date in Europe/London, or the day that CHALLENGE_LETTERS_TODAY names (for tests)."""
    fixed = os.environ.get(SET_DAY)
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo("Europe/London")).date()
