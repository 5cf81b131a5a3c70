"""What is found in a typed text, once while one plan or letter is made: nothing of it is kept after that.

A dozen sentences are looked at some two hundred times for one letter. What is found in them depends on
nothing but their words; it is forgotten with the letter, and no other letter, made at the same time or later,
sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Found = TypeVar("Found")
# Each thread has its own; None where nothing is being made.
_known: ContextVar[dict[tuple[Callable[[str], Any], str], Any] | None] = ContextVar("known", default=None)


@contextmanager
def finding_once() -> Iterator[None]:
    """Keep what is found while the plan or letter inside is made, and forget it at the end, come what may.

    One inside another shares what has been found, and the outer forgets it.
    """
    if _known.get() is not None:
        yield
        return
    before = _known.set({})
    try:
        yield
    finally:
        _known.reset(before)


def found_once(find: Callable[[str], Found]) -> Callable[[str], Found]:
    """Return `find`, a function of a text alone, which is asked of each text once inside `finding_once`."""

    @wraps(find)
    def found(text: str) -> Found:
        known = _known.get()
        if known is None:
            return find(text)
        key = (find, text)
        if key not in known:
            known[key] = find(text)
        answer: Found = known[key]
        return answer

    return found
