"""The one catalogue of messages to people about their answers, keyed by id."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def catalogue(name: str = "messages") -> dict[str, Any]:
    """Return every message of the catalogue `name`, by id."""
    text = files("challenge_letters.case").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=LOADER))  # noqa: S506 - the loader is a safe one


def message(message_id: str, **values: object) -> str:
    """Return the message `message_id` with `values` filled in. Raises `KeyError` for an unknown id."""
    return str(catalogue()[message_id]).format(**values)
