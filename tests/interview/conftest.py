"""Sets the day on which every test of the interview happens."""

from __future__ import annotations

import pytest

from challenge_letters.interview.clock import SET_DAY
from tests.examples import AS_AT


@pytest.fixture(autouse=True)
def _on_the_day_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SET_DAY, AS_AT.isoformat())
