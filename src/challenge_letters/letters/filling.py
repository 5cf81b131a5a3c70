"""Fills the Word template of a planned letter with the answers of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from traceback import walk_tb
from typing import Any

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from challenge_letters.case.case import Case
from challenge_letters.languages import worded
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letters.context import letter_context
from challenge_letters.letters.environment import environment
from challenge_letters.letters.errors import LettersError, TemplateMistake
from challenge_letters.letters.package import packed
from challenge_letters.letters.paper import paper_for
from challenge_letters.letters.sources import filled_members, is_included, members, place, template_of
from challenge_letters.letters.tag_mistakes import in_plain_words
from challenge_letters.plan.outcome import PlannedLetter

# What the properties of a file say where even the title of its kind would say too much.
NEUTRAL_TITLE = "Letter"
# What a template can raise that was written by somebody else.
UNFILLED = (
    *(TemplateError, LettersError, AttributeError, TypeError),
    *(ValueError, LookupError, ArithmeticError, RecursionError),
)


def fill(letter: PlannedLetter, case: Case, *, on: date, is_message: bool = False) -> bytes:
    """Return `letter` as a finished Word file, written on the day `on`; `is_message`: for the journal.

    The same letter, case and day always give the same bytes. Raises `TemplateMistake` when the template
    cannot be filled.
    """
    file = template_of(letter.kind, nation=case.nation)
    filled = filled_template(letter, case, on=on, is_message=is_message)
    title = NEUTRAL_TITLE if case.safety.is_at_risk else KINDS[letter.kind].document_title
    docx = packed(members(file), filled, title=title, on=on)
    paper = paper_for(letter, case)
    return paper.hold(docx, title=title, on=on) if paper else docx


def filled_template(
    letter: PlannedLetter, case: Case, *, on: date, is_message: bool = False
) -> dict[str, str]:
    """Return the filled XML of each member of the template of `letter`. Raises `TemplateMistake`."""
    context = letter_context(letter, case, on=on, is_message=is_message)
    return filled_text(environment(), template_of(letter.kind, nation=case.nation), context)


def filled_text(engine: Environment, file: str, context: Mapping[str, Any]) -> dict[str, str]:
    """Return the filled XML of each member of `file` that holds tags, the body first.

    Raises `TemplateMistake`, naming the template and what went wrong.
    """
    names = sorted(filled_members(file), key=lambda name: not name.startswith("word/document"))
    try:
        return {name: engine.get_template(f"{file}/{name}").render(context) for name in names}
    except TemplateSyntaxError as error:
        where = place(error.name or file, error.lineno)
        raise TemplateMistake(
            worded("letters.templates.unreadable", where=where, why=in_plain_words(error))
        ) from error
    except UNFILLED as error:
        raise TemplateMistake(
            worded("letters.templates.not-filled", where=_where(error, file), why=in_plain_words(error))
        ) from error


def _where(error: Exception, file: str) -> str:
    """Return where in the templates `error` was raised: the innermost of them on the way to it."""
    stops = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    inside = [(name, line) for name, line in stops if name.startswith(f"{file}/") or is_included(name)]
    return place(*inside[-1]) if inside else file
