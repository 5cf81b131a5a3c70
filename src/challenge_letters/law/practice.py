"""Periods of practice in advice work: dated data that an adviser can change, and never said as a right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownKind


def span(name: str) -> timedelta:
    """Return the period `name`, which `practice.yaml` gives in days or weeks. Raises UnknownKind."""
    record = _record(name, ("days", "weeks"))
    return timedelta(days=record.get("days", 0), weeks=record.get("weeks", 0))


def months(name: str) -> int:
    """Return the period `name`, which `practice.yaml` gives in months. Raises UnknownKind."""
    return int(_record(name, ("months",))["months"])


def working_days(name: str) -> int:
    """Return the period `name`, which `practice.yaml` gives in working days. Raises UnknownKind."""
    return int(_record(name, ("working_days",))["working_days"])


def _record(name: str, units: tuple[str, ...]) -> dict[str, Any]:
    held = read("practice.yaml")
    if name not in held or not any(unit in held[name] for unit in units):
        raise UnknownKind(f"practice.yaml has no period called {name!r} in {' or '.join(units)}.")
    record: dict[str, Any] = held[name]
    return record
