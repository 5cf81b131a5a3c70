"""Reads the interview's YAML once, at start, under the name both hosts give it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from challenge_letters.interview.texts import page_texts
from challenge_letters.places import DOCASSEMBLE_PACKAGE
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.check import blocks_of
from challenge_letters.web.form_fields import know_texts
from challenge_letters.web.hooks import interview_file
from challenge_letters.web.visit import Visit, visiting


def load_interview(folder: Path, name: str) -> Any:
    """Return docassemble's Interview for `name` in `folder`.

    It is addressed as docassemble.challenge_letters:data/questions/NAME. Files it includes come from the
    same folder. Raises FileNotFoundError when there is no such file, and docassemble's own errors for
    YAML it cannot read.
    """
    path = interview_file(folder, name)
    address = f"{DOCASSEMBLE_PACKAGE}:data/questions/{name}"
    context = docassemble.context
    with visiting(Visit(folder, seal=lambda _action: "")), context.global_context(context.empty_globals()):
        source = docassemble.sources.InterviewSourceFile(filepath=str(path), path=address)
        source.update()
        interview = docassemble.parse.Interview(source=source)
    interview.from_cache = True
    for each in folder.glob("*.yml"):
        know_texts(blocks_of(each))
    know_texts([page_texts()])
    return interview
