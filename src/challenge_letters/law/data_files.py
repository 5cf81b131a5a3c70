"""Reads data files: the law's, which lie beside the code, and any other room's."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.law.errors import BadRecord

HERE = Path(__file__).parent
# What the files say, read when the wheel was built, by the digest of their bytes. A checkout has none.
COMPILED = HERE / "compiled.pickle"


@cache
def read(name: str) -> Any:
    """Return the content of the data file `name` (a path below `law/`, with "/"). Raises BadRecord.

    It is read once, and belongs to everybody: nobody changes it.
    """
    return read_yaml(HERE / name)


def read_yaml(path: Path) -> Any:
    """Return the content of the YAML file at `path`. Raises BadRecord, naming the line, if it is not YAML.

    What was read when the wheel was built is taken only where the file still holds the very same bytes.
    """
    content = path.read_bytes()
    known = _compiled().get(hashlib.sha256(content).digest())
    return pickle.loads(known) if known else _parsed(content.decode("utf-8"), path.name)  # noqa: S301


def compiled(paths: Iterator[Path]) -> bytes:
    """Return what the YAML files at `paths` say, as `COMPILED` holds it. Raises BadRecord."""
    held = {
        hashlib.sha256(content).digest(): pickle.dumps(
            _parsed(content.decode("utf-8"), path.name), protocol=5
        )
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


def _parsed(text: str, name: str) -> Any:
    # What a wheel has compiled does not need it, and to import it takes longer than to work out a deadline.
    import yaml  # noqa: PLC0415

    try:
        return yaml.load(text, Loader=_loader())  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        marks = (error.context_mark, error.problem_mark)
        lines = dict.fromkeys(str(mark.line + 1) for mark in marks if mark)
        raise BadRecord(
            f"{name}, line {' to '.join(lines)}: a colon, a bracket, a quotation mark or the spaces at "
            "the start of a line are not as they must be."
        ) from error


def _loader() -> Any:
    """Return the fast loader where there is one."""
    import yaml  # noqa: PLC0415

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def repeated(name: str) -> tuple[str, ...]:
    """Return the keys that stand twice in one record of `name`, where the second would win in silence.

    Raises BadRecord.
    """
    import yaml  # noqa: PLC0415

    text = (HERE / name).read_text(encoding="utf-8")
    _parsed(text, name)
    return tuple(_repeated(yaml.compose(text, Loader=_loader())))


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
