"""Whether the server is well, and who runs it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from flask import Flask

from challenge_letters import places
from challenge_letters.web.health import centre_lines, health
from challenge_letters.web.sessions import Store


def test_a_server_that_can_keep_answers_is_well(tmp_path: Path) -> None:
    app = Flask("health")
    app.register_blueprint(health(Store(tmp_path / "state", 60, 60)))

    answer = app.test_client().get("/health")

    assert (answer.status_code, answer.get_data(as_text=True)) == (200, "ok\n")


@pytest.mark.parametrize("fault", [sqlite3.OperationalError("disk is full"), OSError("gone")])
def test_a_server_that_cannot_is_not(
    fault: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_store: Store) -> int:
        raise fault

    app = Flask("health")
    app.register_blueprint(health(Store(tmp_path / "state", 60, 60)))
    monkeypatch.setattr(Store, "sweep", fail)

    answer = app.test_client().get("/health")

    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "not ok\n")


def test_the_about_page_says_who_runs_it_and_to_whom_to_complain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert centre_lines() == {}
    (tmp_path / "centre.toml").write_text(
        'name = "A Centre"\ncomplaints = "Jo, 01632 960 050"', encoding="utf-8"
    )
    monkeypatch.setenv(places.CENTRE, str(tmp_path))

    assert centre_lines() == {"name": "A Centre", "complaints": "Jo, 01632 960 050"}
