"""Reads data files: the law's, which lie beside the code, and any other room's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(name: str) -> Any:
    """Return the content of the data file `name` (a path below `law/`, with "/")."""
    return read_yaml(HERE / name)


def read_yaml(path: Path) -> Any:
    """Return the content of the YAML file at `path`, by the fast loader where there is one."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader


def files(folder: str) -> tuple[str, ...]:
    """Return the names of the data files in `folder`, in order, as `read` wants them."""
    return tuple(f"{folder}/{path.name}" for path in sorted((HERE / folder).glob("*.yaml")))
