"""Lists the texts of the questions for whoever writes them in another language.

`python -m challenge_letters.web.translating` prints what `interview.yaml` of the language chosen
(`CHALLENGE_LETTERS_LANGUAGE`) should hold: each English text under the id of its question, with the words
there are already. Docassemble itself says what it would translate.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

import yaml

from challenge_letters.languages import folder
from challenge_letters.languages.questions import questions_in
from challenge_letters.places import interviews
from challenge_letters.web.loading import load_interview
from challenge_letters.web.settings import Settings

# A page without an id, such as the settings of all pages.
OF_ALL_PAGES = "every page"
# What a choice is stored as ("not-known"), or an action is called: docassemble offers them, too.
NO_TEXT = re.compile(r"[a-z][a-z-]*")


def question_texts() -> Mapping[str, list[str]]:
    """Return every English text of the interview, once, by id of the first question that has it."""
    interview = load_interview(interviews(), Settings.interview, translating=True)
    by_id = [
        (getattr(question, "id", OF_ALL_PAGES), text)
        for question in interview.all_questions
        for text in getattr(question, "translations", ())
        if not NO_TEXT.fullmatch(text)
    ]
    for messages in interview.default_validation_messages.values():
        by_id += [(OF_ALL_PAGES, message) for message in messages.values()]
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    for page, text in by_id:
        if text not in seen:
            found.setdefault(page, []).append(text)
        seen.add(text)
    return found


def to_translate() -> str:
    """Return the content of `interview.yaml` for the language chosen: its words, or "" where it has none."""
    known = dict(questions_in(folder()))
    whole = {
        page: [{"english": text, "words": known.get(text, "")} for text in texts]
        for page, texts in question_texts().items()
    }
    written: str = yaml.dump(whole, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=1000)
    return written


class _Readable(yaml.SafeDumper):
    """Writes a text of several lines as such."""


def _as_block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _as_block)


def _main(out: Any = sys.stdout) -> None:
    out.write(to_translate())


if __name__ == "__main__":
    _main()
