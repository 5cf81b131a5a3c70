"""Asks docassemble which screen is due, and applies answers and actions to its variables."""

from __future__ import annotations

import copy
import datetime
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from challenge_letters.web.accepting import VISITOR, FormProblems, accept, with_indices
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.form_fields import fields_of
from challenge_letters.web.form_values import Form
from challenge_letters.web.keys import VisitorKeys
from challenge_letters.web.unsupported import Unsupported
from challenge_letters.web.visit import Visit, visiting

Variables = dict[str, Any]
ENDINGS = frozenset({"exit", "leave", "logout", "exit_logout", "interview_exit"})
STARTS_AGAIN = frozenset({"restart", "new_session"})
SCREENS = frozenset(
    {"fields", "yesno", "noyes", "yesnomaybe", "noyesmaybe", "multiple_choice", "settrue", "deadend"}
)
KNOWN = SCREENS | ENDINGS | STARTS_AGAIN | {"response", "refresh", "continue"}
PASSING = ("x", "i", "j", "k", "l", "m", "n", "session_local", "device_local", "user_local", "__DANEWOBJECT")


class InterviewFault(Exception):  # noqa: N818
    """The interview itself broke: `block` says where, `reason` the type of the error, never a value."""

    def __init__(self, block: str, reason: str) -> None:
        super().__init__(f"{reason} in block {block}")
        self.block = block
        self.reason = reason


@dataclass(frozen=True)
class Action:
    """An action of the interview with its arguments, as url_action() made it."""

    name: str
    arguments: dict[str, Any]

    @classmethod
    def from_link(cls, text: str) -> Action:
        """Return the action in a link that has been found to be ours: a bare name, or JSON with arguments."""
        if not text.startswith("{"):
            return cls(text, {})
        read = json.loads(text)
        return cls(str(read["action"]), dict(read["arguments"]))


@dataclass
class Screen:
    """A question that is due, with the variables it was asked from.

    `view` is what is shown of it where that is known already.
    """

    status: Any
    variables: Variables
    view: Any = None

    @property
    def kind(self) -> str:
        """docassemble's question type."""
        return str(self.status.question.question_type)

    @cached_property
    def digest(self) -> str:
        """A short name of the question and the very variables it would set."""
        question = self.status.question
        inner = (one.variable for one in fields_of(self.status))
        names = [with_indices(name, self.variables) for name in inner if name]
        held = json.dumps([str(question.name), names])
        return hashlib.sha256(held.encode()).hexdigest()[:16]


class Engine:
    """One loaded interview. Everything it needs of a visitor is passed in."""

    def __init__(self, interview: Any, interviews_dir: Path) -> None:
        self.interview = interview
        self._interviews_dir = interviews_dir
        self._of_thread = threading.local()

    @contextmanager
    def visited_by(self, keys: VisitorKeys) -> Iterator[Visit]:
        """Set up docassemble's context for one request of one visitor.

        Links the interview makes are good for the step set in the visit. Raises Unsupported when a hook
        refused, even if docassemble swallowed the refusal.
        """
        visit = Visit(self._interviews_dir, seal=keys.seal_text)
        with visiting(visit) as here, self._own_globals():
            try:
                yield here
            except (Unsupported, InterviewFault) as fault:
                # A refusal may come back wrapped in an error of docassemble's.
                if here.refused and not isinstance(fault, Unsupported):
                    raise Unsupported(here.refused[0]) from fault
                raise
            if here.refused:
                raise Unsupported(here.refused[0])

    @contextmanager
    def _own_globals(self) -> Iterator[None]:
        """Give docassemble the state of one request, with this thread's Markdown: to make one takes long."""
        context = docassemble.context
        if not hasattr(self._of_thread, "fresh"):
            self._of_thread.fresh = context.empty_globals()
        own = context.copy_of_globals(self._of_thread.fresh)
        own.current_variable, own.open_files = [], set()
        with context.global_context(own):
            try:
                yield
            finally:
                # Nothing that somebody told stays in it.
                own.markdown.reset()

    def first_variables(self) -> Variables:
        """Return the variables of a new session."""
        variables: Variables = docassemble.parse.get_initial_dict()
        now = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
        variables["_internal"].update(starttime=now, modtime=now, accesstime={-1: now})
        return variables

    def screen(
        self, variables: Variables, *, action: Action | None = None, old: Variables | None = None
    ) -> Screen:
        """Return the screen that is due, running `action` first. Changes `variables`.

        `old` are the answers Back took off; questions show them again. Raises InterviewFault and Unsupported.
        """
        info = self._current_info()
        if action is not None:
            info |= {"action": action.name, "arguments": copy.deepcopy(action.arguments)}
        status = docassemble.parse.InterviewStatus(
            current_info=info, tracker=variables["_internal"]["tracker"]
        )
        with self._faults_named():
            docassemble.context.this_thread.current_info = status.current_info
            context = docassemble.context
            with context.user_dict_context(variables), context.old_user_dict_context(old):
                self.interview.assemble(variables, interview_status=status, old_user_dict=old)
        if status.question.question_type not in KNOWN:
            raise Unsupported(f"question type {status.question.question_type}")
        if action is not None:
            _remember_arguments(variables, action)
        return Screen(status, variables)

    def apply(self, screen: Screen, form: Form) -> None:
        """Apply `form` to the variables of `screen`. Raises FormProblems, InterviewFault, Unsupported."""
        with self._faults_named():
            accept(self.interview, screen.status, screen.variables, form)

    def storable(self, screen: Screen) -> Variables:
        """Return what has to be stored of the screen's variables."""
        variables = screen.variables
        if not screen.status.followed_mc:
            variables["_internal"]["answers"].clear()
        for name in PASSING:
            variables.pop(name, None)
        variables["_internal"]["objselections"] = {}
        told = {name: held for name, held in variables.items() if self._names.get(name) is not held}
        found: Variables = docassemble.functions.pickleable_objects(told)
        return found

    def recall(self, screen: Screen, question: Any, language: str) -> None:
        """Put docassemble where it was when it had just asked `question` for `screen`."""
        screen.status.question = question
        screen.variables.update(self._names)
        docassemble.functions.set_language(language)
        thread = docassemble.context.this_thread
        thread.misc["reconsidered"] = set()
        thread.current_package = self.interview.source.package
        thread.current_info = screen.status.current_info
        thread.interview, thread.interview_status = self.interview, screen.status
        thread.internal = screen.variables["_internal"]
        thread.current_question = question

    @cached_property
    def _names(self) -> dict[str, Any]:
        """The functions, classes and modules that the interview's code may use."""
        found: dict[str, Any] = {}
        self.interview.populate_non_pickleable(found)
        return found

    def _current_info(self) -> dict[str, Any]:
        nobody = {
            "is_anonymous": True,
            "is_authenticated": False,
            "session_uid": VISITOR,
            "device_id": VISITOR,
        }
        nobody |= {"the_user_id": "t0", "theid": 0, "roles": [], "email": None, "location": None}
        place = {"yaml_filename": self.interview.source.path, "url": "/interview", "url_root": "/"}
        return {
            **place,
            "user": nobody,
            "session": "",
            "secret": None,
            "encrypted": True,
            "interface": "web",
            "headers": {},
            "clientip": None,
            "method": "GET",
        }

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except (FormProblems, Unsupported):
            raise
        except Exception as fault:
            raise InterviewFault(_block_at_fault(), _reason(fault)) from None


def _block_at_fault() -> str:
    question = docassemble.context.this_thread.current_question
    return str(getattr(question, "id", None) or getattr(question, "name", None) or "unknown")


def _reason(fault: Exception) -> str:
    """Return the type of `fault`, with the name of the variable nobody asks for: names are no answers."""
    missing = getattr(fault, "variable", None)
    return f"{type(fault).__name__} ({missing})" if isinstance(missing, str) else type(fault).__name__


def _remember_arguments(variables: Variables, action: Action) -> None:
    """Keep the arguments with the action still to be answered, so that a reload shows the same screen."""
    stack = variables["_internal"].get("event_stack", {}).get(VISITOR, [])
    if stack and stack[0]["action"] == action.name and not stack[0].get("arguments"):
        stack[0]["arguments"] = copy.deepcopy(action.arguments)
