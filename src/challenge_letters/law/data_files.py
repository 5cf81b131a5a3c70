"""Reads data files: the law's, which lie beside the code, and any other room's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters import yaml_files
from challenge_letters.law.errors import BadRecord

HERE = Path(__file__).parent


@cache
def read(name: str) -> Any:
    """Return the content of the data file `name` (a path below `law/`, with "/"). Raises BadRecord.

    It is read once, and belongs to everybody: nobody changes it.
    """
    return read_yaml(HERE / name)


def read_yaml(path: Path) -> Any:
    """Return the content of the YAML file at `path`. Raises BadRecord, naming the line, if it is not YAML."""
    try:
        return yaml_files.read_yaml(path)
    except yaml_files.NotYaml as error:
        raise BadRecord(str(error)) from error


def repeated(name: str) -> tuple[str, ...]:
    """Return the keys that stand twice in one record of `name`, where the second would win in silence.

    Raises BadRecord.
    """
    import yaml  # noqa: PLC0415

    read_yaml(HERE / name)
    text = (HERE / name).read_text(encoding="utf-8")
    return tuple(_repeated(yaml.compose(text, Loader=yaml_files.loader())))


def _repeated(node: Any) -> Iterator[str]:
    import yaml  # noqa: PLC0415

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
