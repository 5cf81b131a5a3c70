"""Reads data files: the law's, which lie beside the code, and any other room's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from challenge_letters.law.errors import BadRecord

HERE = Path(__file__).parent
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(name: str) -> Any:
    """Return the content of the data file `name` (a path below `law/`, with "/"). Raises BadRecord."""
    return read_yaml(HERE / name)


def read_yaml(path: Path) -> Any:
    """Return the content of the YAML file at `path`, by the fast loader where there is one.

    Raises BadRecord, naming the line, if it is not YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        marks = (error.context_mark, error.problem_mark)
        lines = dict.fromkeys(str(mark.line + 1) for mark in marks if mark)
        raise BadRecord(
            f"{path.name}, line {' to '.join(lines)}: a colon, a bracket, a quotation mark or the spaces at "
            "the start of a line are not as they must be."
        ) from error


def repeated(name: str) -> tuple[str, ...]:
    """Return the keys that stand twice in one record of `name`, where the second would win in silence.

    Raises BadRecord.
    """
    read(name)
    text = (HERE / name).read_text(encoding="utf-8")
    return tuple(_repeated(yaml.compose(text, Loader=_LOADER)))


def _repeated(node: Any) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _repeated(each)
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (key for key in dict.fromkeys(keys) if keys.count(key) > 1)
        for _, value in node.value:
            yield from _repeated(value)


def files(folder: str) -> tuple[str, ...]:
    """Return the names of the data files in `folder`, in order, as `read` wants them."""
    return tuple(f"{folder}/{path.name}" for path in sorted((HERE / folder).glob("*.yaml")))
