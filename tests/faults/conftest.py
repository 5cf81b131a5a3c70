"""Servers to break."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from tests.faults.serving import Servers
from tests.web.conftest import INTERVIEWS


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[Servers]:
    """What starts servers as processes; none of them outlives the test."""
    made = Servers(tmp_path)
    yield made
    made.end()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of a server, which nobody has made yet."""
    return tmp_path / "state"


@pytest.fixture
def start(state: Path) -> Callable[..., Flask]:
    """Start the application on the folder `state`, in this process."""

    def make(**changes: Any) -> Flask:
        own = {"state_dir": state, "interviews_dir": INTERVIEWS, "interview": "everything.yml"}
        return create_app(Settings(**(own | changes)))

    return make
