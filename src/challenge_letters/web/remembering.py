"""Remembers the page that is due, so that it is asked for once, and not again to be shown and to be answered.

It lies beside the newest step, sealed like it. Only the process that made it uses it, on the same day: what
else could change a page - another interview, another release, other answers - comes with another process,
another day or another step. Whatever cannot be remembered is asked for anew.
"""

from __future__ import annotations

import io
import pickle
import secrets
from dataclasses import dataclass
from typing import Any

from challenge_letters.interview.clock import this_day
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.engine import Engine, Screen, Variables
from challenge_letters.web.views import ScreenView

# Indices are plain, but an `x` is one of the answers: a copy of it would not be the one that is answered.
INDICES = ("i", "j", "k", "l", "m", "n")
OF_DOCASSEMBLE = "docassemble.base.parse"
NOT_KEPT = frozenset({"question", "seeking", "attachments"})


@dataclass(frozen=True)
class Due:
    """A page that was made for a step: what docassemble asks, and what is shown of it."""

    process: str
    day: str
    question: Any
    status: dict[str, Any]
    indices: dict[str, Any]
    language: str
    view: ScreenView


class CannotRemember(Exception):  # noqa: N818
    """The page holds something that belongs to docassemble's own machinery."""


class Memory:
    """Turns the pages of one loaded interview into bytes and back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._process = secrets.token_hex(16)
        # What belongs to the interview is named by its place in it, and not copied.
        self._parts = [
            part for one in engine.interview.questions_list for part in (one, *getattr(one, "fields", ()))
        ]
        self._names = {id(part): str(place) for place, part in enumerate(self._parts)}

    def kept(self, screen: Screen, view: ScreenView) -> bytes:
        """Return what `recalled` makes the page of again, or b"" for a page that cannot be remembered."""
        if "x" in screen.variables or screen.status.followed_mc:
            return b""
        due = Due(
            process=self._process,
            day=this_day().isoformat(),
            question=screen.status.question,
            status={name: held for name, held in vars(screen.status).items() if name not in NOT_KEPT},
            indices={name: screen.variables[name] for name in INDICES if name in screen.variables},
            language=docassemble.functions.get_language(),
            view=view,
        )
        held = io.BytesIO()
        try:
            _Writer(held, self._names).dump(due)
        except (CannotRemember, pickle.PicklingError, TypeError, AttributeError, RecursionError):
            return b""
        return held.getvalue()

    def recalled(self, kept: bytes, variables: Variables) -> Screen | None:
        """Return the page that `kept` holds with `variables`, or None when it has to be asked for anew."""
        if not kept:
            return None
        try:
            due: Due = _Reader(io.BytesIO(kept), self._parts).load()
        except (pickle.UnpicklingError, AttributeError, ImportError, TypeError, LookupError, EOFError):
            return None
        if (due.process, due.day) != (self._process, this_day().isoformat()):
            return None
        status = docassemble.parse.InterviewStatus(current_info=due.status["current_info"])
        vars(status).update(due.status, seeking=[], attachments=[])
        variables.update(due.indices)
        screen = Screen(status, variables, view=due.view)
        self._engine.recall(screen, due.question, due.language)
        return screen


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, names: dict[int, str]) -> None:
        super().__init__(file, protocol=5)
        self._names = names

    def persistent_id(self, obj: Any) -> str | None:
        """Return the name of a part of the interview, None for what is copied. Raises CannotRemember."""
        if type(obj).__module__ != OF_DOCASSEMBLE:
            return None
        name = self._names.get(id(obj))
        if name is None:
            raise CannotRemember
        return name


class _Reader(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, parts: list[Any]) -> None:
        super().__init__(file)
        self._parts = parts

    def persistent_load(self, pid: Any) -> Any:
        """Return the part of the interview with that name."""
        return self._parts[int(pid)]
