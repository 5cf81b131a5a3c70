"""Reads the interview's YAML once, at start, under the name both hosts give it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from challenge_letters import languages
from challenge_letters.interview.texts import page_texts
from challenge_letters.languages.questions import questions_in
from challenge_letters.places import DOCASSEMBLE_PACKAGE
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.check import blocks_of
from challenge_letters.web.form_fields import know_texts
from challenge_letters.web.hooks import interview_file
from challenge_letters.web.visit import Visit, visiting


def load_interview(folder: Path, name: str, *, translating: bool = False) -> Any:
    """Return docassemble's Interview for `name` in `folder`.

    It is addressed as docassemble.challenge_letters:data/questions/NAME. Files it includes come from the
    same folder. Raises FileNotFoundError when there is no such file, and docassemble's own errors for
    YAML it cannot read. `translating`: each question keeps its texts, for whoever translates them.
    """
    path = interview_file(folder, name)
    address = f"{DOCASSEMBLE_PACKAGE}:data/questions/{name}"
    context = docassemble.context
    with visiting(Visit(folder, seal=lambda _action: "")), context.global_context(context.empty_globals()):
        source = docassemble.sources.InterviewSourceFile(filepath=str(path), path=address)
        source.update()
        source.translating = translating
        interview = docassemble.parse.Interview(source=source)
    interview.from_cache = True
    if not translating:
        _translate_messages(interview)
    for each in folder.glob("*.yml"):
        know_texts(blocks_of(each))
    know_texts([page_texts()])
    return interview


def _translate_messages(interview: Any) -> None:
    """Say the messages of all pages in the language chosen: docassemble translates all but these."""
    known = dict(questions_in(languages.folder()))
    for messages in interview.default_validation_messages.values():
        messages.update({kind: known.get(message, message) for kind, message in messages.items()})
