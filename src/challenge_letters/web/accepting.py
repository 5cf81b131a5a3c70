"""Applies one submitted form to docassemble's variables, as the stock server does, or says what is wrong."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from challenge_letters.languages import worded
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.form_fields import FormField, fields_of
from challenge_letters.web.form_values import Form, NotAnAnswer, Reading, position, read
from challenge_letters.web.unsupported import Unsupported

ANSWER_BUTTON = "answer"
TEMPORARY = "_challenge_letters_value"
VISITOR = "0"
FAULTS_OF_OURS = (NameError, AttributeError, TypeError, LookupError, ImportError, SyntaxError, Unsupported)


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the sentence, its field (None: the page), and the boxes of a date."""

    message: str
    number: int | None = None
    boxes: tuple[str, ...] = ()


class FormProblems(Exception):  # noqa: N818
    """Everything to mend on one page, all at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(str(len(problems)))
        self.problems = problems


@dataclass
class Acceptance:
    """The variables while one form is applied to them, and what changed."""

    interview: Any
    status: Any
    variables: dict[str, Any]
    changed: set[str] = field(default_factory=set)
    old_values: dict[str, Any] = field(default_factory=dict)

    def set(self, name: str, value: Any) -> None:
        """Set variable `name`, keeping the old value for dependants. Raises Unsupported for a bad name."""
        if docassemble.parse.illegal_variable_name(name):
            raise Unsupported("a variable name docassemble refuses")
        self.note_change(name)
        self.variables[TEMPORARY] = value
        exec(f"{name} = {TEMPORARY}", self.variables)  # noqa: S102 - the name is the interview's own
        del self.variables[TEMPORARY]

    def note_change(self, name: str) -> None:
        """Remember that `name` is about to change."""
        self.changed.add(name)
        with suppress(Exception):  # not defined yet, in one of docassemble's many ways
            self.old_values[name] = eval(name, self.variables)  # noqa: S307


def accept(interview: Any, status: Any, variables: dict[str, Any], form: Form) -> None:
    """Apply `form` to `variables`, which have just been assembled into `status`.

    Raises FormProblems with everything that is wrong; `variables` must then be thrown away.
    """
    work = Acceptance(interview, status, variables)
    with docassemble.context.user_dict_context(variables):
        _ACCEPTERS.get(status.question.question_type, _accept_nothing)(work, form)
        _run_validation_code(work)
        _mark_answered(work)
        _forget_dependants(work)


def _accept_nothing(_work: Acceptance, _form: Form) -> None:
    raise FormProblems([Problem(worded("web.answer.nothing-to-send"))])


def _accept_fields(work: Acceptance, form: Form) -> None:
    problems: list[Problem] = []
    for one in fields_of(work.status):
        if not one.variable:
            continue
        try:
            reading = read(one, form, work.status)
            _store(work, one, reading)
            _validate(work, one, reading)
        except NotAnAnswer as bad:
            problems.append(Problem(str(bad), one.number, bad.boxes))
    if problems:
        raise FormProblems(problems)
    if hasattr(work.status.question, "fields_saveas"):
        work.set(work.status.question.fields_saveas, value=True)


def _store(work: Acceptance, one: FormField, reading: Reading) -> None:
    if one.kind == "checkboxes":
        _store_ticks(work, one.variable, reading.value)
    elif work.status.is_empty_mc(one.inner):
        work.set(one.variable, None)
    else:
        work.set(one.variable, reading.value)


def _store_ticks(work: Acceptance, name: str, ticks: dict[Any, bool]) -> None:
    work.note_change(name)
    plain = with_indices(name, work.variables)
    docassemble.parse.ensure_object_exists(plain, "checkboxes", work.variables)
    held = eval(plain, work.variables)  # noqa: S307 - the name is the interview's own
    held.clear()
    for key, is_ticked in ticks.items():
        held[key] = is_ticked
    held.gathered = True
    work.changed.add(f"{name}.gathered")


def _validate(work: Acceptance, one: FormField, reading: Reading) -> None:
    if not hasattr(one.inner, "validate") or one.kind == "checkboxes":
        return
    check = eval(one.inner.validate["compute"], work.variables)  # noqa: S307 - code of the interview
    try:
        is_fine = check(reading.tested)
    except FAULTS_OF_OURS:
        raise
    except Exception as bad:
        raise NotAnAnswer(str(bad) or worded("web.answer.check")) from bad
    if not is_fine:
        raise NotAnAnswer(worded("web.answer.check"))


def _accept_yes_or_no(work: Acceptance, form: Form) -> None:
    kind = work.status.question.question_type
    values: dict[str, bool | None] = {"yes": kind.startswith("yesno"), "no": kind.startswith("noyes")}
    if kind.endswith("maybe"):
        values["maybe"] = None
    sent = form.get(ANSWER_BUTTON, "")
    if sent not in values:
        raise FormProblems([Problem(worded("web.answer.choose"))])
    work.set(fields_of(work.status)[0].variable, values[sent])


def _accept_choice(work: Acceptance, form: Form) -> None:
    one = fields_of(work.status)[0]
    sent = form.get(ANSWER_BUTTON, form.get(one.name, ""))
    if one.variable:
        try:
            work.set(one.variable, read(one, Form({one.name: sent}), work.status).value)
        except NotAnAnswer as bad:
            raise FormProblems([Problem(str(bad), one.number)]) from bad
        return
    place = position(sent, len(one.choices))
    if place is None:
        raise FormProblems([Problem(worded("web.answer.choose"), one.number)])
    name = work.status.question.extended_question_name(work.variables)
    work.variables["_internal"]["answers"][name] = place


def _accept_continue(work: Acceptance, _form: Form) -> None:
    work.set(fields_of(work.status)[0].variable, value=True)


def _run_validation_code(work: Acceptance) -> None:
    code = work.status.question.validation_code
    if not code:
        return
    try:
        exec(code, work.variables)  # noqa: S102 - code of the interview
    except FAULTS_OF_OURS:
        raise
    except Exception as bad:
        raise FormProblems([_placed(work, bad)]) from bad


def _placed(work: Acceptance, bad: Exception) -> Problem:
    # As on the stock server, only validation_error() can name a field.
    wanted = bad.field if isinstance(bad, docassemble.errors.DAValidationError) else None
    for one in fields_of(work.status):
        if wanted and wanted in (one.variable, with_indices(one.variable, work.variables)):
            return Problem(str(bad), one.number)
    return Problem(str(bad) or worded("web.answer.check"))


def _mark_answered(work: Acceptance) -> None:
    internal = work.variables["_internal"]
    question = work.status.question
    if question.name not in internal["answers"]:
        question.mark_as_answered(work.variables)
    stack = internal.get("event_stack", {}).get(VISITOR, [])
    if work.status.orig_sought is not None and stack and stack[0]["action"] == work.status.orig_sought:
        stack.pop(0)
    names = work.changed | {with_indices(name, work.variables) for name in work.changed}
    while stack and stack[0]["action"] in names:
        stack.pop(0)


def _forget_dependants(work: Acceptance) -> None:
    watched = {*work.interview.invalidation_todo, *work.interview.onchange_todo}
    for name in work.changed:
        if name in watched:
            work.interview.invalidate_dependencies(name, work.variables, work.old_values)
        work.variables["_internal"]["dirty"].pop(name, None)


def with_indices(name: str, variables: dict[str, Any]) -> str:
    """Return `name` with x and i to n replaced by what they stand for, as the stock server does."""
    if name.startswith(("x.", "x[")) and hasattr(variables.get("x"), "instanceName"):
        name = variables["x"].instanceName + name[1:]
    return re.sub(r"\[([ijklmn])\]", lambda found: f"[{variables.get(found[1])!r}]", name)


_ACCEPTERS = {
    "fields": _accept_fields,
    "yesno": _accept_yes_or_no,
    "noyes": _accept_yes_or_no,
    "yesnomaybe": _accept_yes_or_no,
    "noyesmaybe": _accept_yes_or_no,
    "multiple_choice": _accept_choice,
    "settrue": _accept_continue,
}
