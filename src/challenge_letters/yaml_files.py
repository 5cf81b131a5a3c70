"""Reads YAML files: the data of every room, and the texts of each language."""
# ruff: noqa: N818 - the names say what is wrong

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

# What the files say, read when the wheel was built, by the digest of their bytes. A checkout has none.
COMPILED = Path(__file__).parent / "compiled.pickle"


class NotYaml(ValueError):
    """A file is not YAML; the text names the file and the line."""


def read_yaml(path: Path) -> Any:
    """Return the content of the YAML file at `path`. Raises NotYaml, naming the line.

    What was read when the wheel was built is taken only where the file still holds the very same bytes.
    """
    content = path.read_bytes()
    known = _compiled().get(hashlib.sha256(content).digest())
    return pickle.loads(known) if known else parsed(content.decode("utf-8"), path.name)  # noqa: S301


def compiled(paths: Iterator[Path]) -> bytes:
    """Return what the YAML files at `paths` say, as `COMPILED` holds it. Raises NotYaml."""
    held = {
        hashlib.sha256(content).digest(): pickle.dumps(parsed(content.decode("utf-8"), path.name), protocol=5)
        for path in paths
        for content in (path.read_bytes(),)
    }
    return pickle.dumps(held, protocol=5)


@cache
def _compiled() -> Mapping[bytes, bytes]:
    try:
        # A part of the package, like the code beside it.
        found: dict[bytes, bytes] = pickle.loads(COMPILED.read_bytes())  # noqa: S301
    except OSError:
        return {}
    return found


def parsed(text: str, name: str) -> Any:
    """Return what `text`, the content of the file `name`, says. Raises NotYaml."""
    # What a wheel has compiled does not need it, and to import it takes longer than to work out a deadline.
    import yaml  # noqa: PLC0415

    try:
        return yaml.load(text, Loader=loader())  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        marks = (error.context_mark, error.problem_mark)
        lines = dict.fromkeys(str(mark.line + 1) for mark in marks if mark)
        raise NotYaml(
            f"{name}, line {' to '.join(lines)}: a colon, a bracket, a quotation mark or the spaces at "
            "the start of a line are not as they must be."
        ) from error


def loader() -> Any:
    """Return the fast loader where there is one."""
    import yaml  # noqa: PLC0415

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
