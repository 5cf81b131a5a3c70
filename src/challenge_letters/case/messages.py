"""The one catalogue of messages to people about their answers, keyed by id."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.law.reading import read_yaml

HERE = Path(__file__).parent


@cache
def catalogue(name: str = "messages") -> dict[str, Any]:
    """Return every message of the catalogue `name`, by id."""
    return dict(read_yaml(HERE / f"{name}.yaml"))


def message(message_id: str, **values: object) -> str:
    """Return the message `message_id` with `values` filled in. Raises `KeyError` for an unknown id."""
    return str(catalogue()[message_id]).format(**values)
