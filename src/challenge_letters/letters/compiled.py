"""What our own Word files say, read once when the wheel is built, so that no command has to read them anew.

Everything is found by the digest of the very bytes it was read from. So it is never out of date: a file that
was changed, a centre's own, and every file of a checkout, which has no such list, are read as they are.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

ENGINE = jinja2.__version__
FILE = Path(__file__).with_name("compiled.json")
# What the template engine made of each source, by the version of the engine that made it.
GENERATED = Path(__file__).with_name("generated.pickle")
# Each row of a table of wordings: its name and its cells.
Rows = tuple[tuple[str, tuple[str, ...]], ...]


def digest(content: bytes) -> str:
    """Return the name under which what was read from `content` is kept."""
    return hashlib.sha256(content).hexdigest()


def rows_of(content: bytes) -> Rows | None:
    """Return the rows of the Word file of wordings `content`, or None where it has to be read."""
    found = _held()["rows"].get(digest(content)) if _held() else None
    return None if found is None else tuple((name, tuple(cells)) for name, *cells in found)


def source_of(xml: bytes) -> str | None:
    """Return the source that the template engine takes for the member `xml` of a Word file, or None."""
    return _held()["sources"].get(digest(xml)) if _held() else None


def generated_of(source: str, name: str | None) -> str | None:
    """Return the Python that the template engine makes of the template `name`, its `source`, or None."""
    return _generated().get(_key(source, name)) if _generated() else None


def generated(
    templates: Iterable[tuple[str, str | None]], generate: Callable[[str, str | None], str]
) -> bytes:
    """Return what is to be written to `GENERATED`: what `generate` makes of each source and its name."""
    made = {_key(source, name): generate(source, name) for source, name in templates}
    return pickle.dumps({ENGINE: made}, protocol=5)


def told(rows: Mapping[bytes, Iterable[tuple[str, tuple[str, ...]]]], sources: Mapping[bytes, str]) -> str:
    """Return the list to be written to `FILE`: rows and sources, by the bytes they were read from."""
    held = {
        "rows": {
            digest(content): [[name, *cells] for name, cells in found] for content, found in rows.items()
        },
        "sources": {digest(xml): source for xml, source in sources.items()},
    }
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def _key(source: str, name: str | None) -> bytes:
    return hashlib.sha256(f"{name or ''}\0{source}".encode()).digest()


@cache
def _generated() -> Mapping[bytes, str]:
    """Return what came with the wheel for the engine that is here; nothing in a checkout."""
    try:
        # A part of the package, like the code beside it.
        found: dict[str, dict[bytes, str]] = pickle.loads(GENERATED.read_bytes())  # noqa: S301
    except OSError:
        return {}
    return found.get(ENGINE, {})


@cache
def _held() -> Mapping[str, Any]:
    """Return the list that came with the wheel; nothing in a checkout."""
    try:
        found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    except OSError:
        return {}
    return found
