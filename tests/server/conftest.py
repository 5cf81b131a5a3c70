"""A stock docassemble server for the tests of a module, and the day on which they happen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from challenge_letters.interview.clock import SET_DAY
from tests.examples import AS_AT
from tests.server.machine import build_wheel, prepare
from tests.server.planting import plant
from tests.server.stock import StockServer


@pytest.fixture(autouse=True)
def _on_the_day_of_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SET_DAY, AS_AT.isoformat())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our wheel, built from the sdist."""
    return build_wheel(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def stock_server(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StockServer]:
    """A stock server with two web workers, our wheel, and copies of our interview with a planted difference.

    One a module: only one can run on a machine, and other modules start others.
    """
    prepare()
    day = {SET_DAY: AS_AT.isoformat()}
    with StockServer(
        environment=day, wheel=wheel, packages=(plant(tmp_path_factory.mktemp("planted")),)
    ) as server:
        yield server
