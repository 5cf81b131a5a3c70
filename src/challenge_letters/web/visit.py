"""What one request lends to docassemble's hooks: link signing, the interviews folder, refusals seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

LINK_PARAMETER = "a"


@dataclass
class Visit:
    """One request, or the loading of an interview, as the hooks see it."""

    interviews_dir: Path
    seal: Callable[[str], str]
    step: str = ""
    refused: list[str] = field(default_factory=list)

    def link(self, action: str) -> dict[str, str]:
        """Return the query of a link to `action`, good for this visitor at this step only.

        It is encrypted, because the name or the arguments of an action can tell an answer.
        """
        return {LINK_PARAMETER: self.seal(f"{self.step} {action}")}


def step_and_action(text: str) -> tuple[str, str]:
    """Return the step and the action that a link held."""
    step, _, action = text.partition(" ")
    return step, action


_current: ContextVar[Visit | None] = ContextVar("challenge_letters_visit", default=None)


@contextmanager
def visiting(visit: Visit) -> Iterator[Visit]:
    """Make `visit` the current one for the length of the block."""
    token = _current.set(visit)
    try:
        yield visit
    finally:
        _current.reset(token)


def current() -> Visit | None:
    """Return the visit of the running request, or None outside one."""
    return _current.get()
