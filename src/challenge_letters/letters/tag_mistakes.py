"""Says what is wrong with a tag in words for whoever edits letters; the engine speaks its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import TemplateSyntaxError, UndefinedError

from challenge_letters.languages import worded

# What the engine says, and the id of what is said in its place. What it names is filled in as `name`.
SAID: Mapping[re.Pattern[str], str] = {
    re.compile(
        r"Unexpected end of template\..*needs to be closed is '(?P<name>\w+)'\.?", re.DOTALL
    ): "no-end",
    re.compile(r"Encountered unknown tag 'end(?P<name>\w+)'.*", re.DOTALL): "no-beginning",
    re.compile(r"Encountered unknown tag '(?P<name>\w+)'.*", re.DOTALL): "no-such-tag",
    re.compile(r"(unexpected|expected) .*|Missing end of .*", re.DOTALL | re.IGNORECASE): "not-closed",
    re.compile(r"'(?P<name>\w+)' is undefined"): "no-such-name",
}


def in_plain_words(error: Exception) -> str:
    """Return what `error`, raised by a template, says; what it says itself where there is no plainer way."""
    told = str(error.message if isinstance(error, TemplateSyntaxError | UndefinedError) else error)
    for pattern, message_id in SAID.items():
        if found := pattern.fullmatch(told):
            return worded(f"letters.tags.{message_id}", **found.groupdict())
    return told
