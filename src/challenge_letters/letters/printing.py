"""Turns a value into WordprocessingML text exactly as it was typed, and refuses what nobody wrote."""

from __future__ import annotations

from typing import Any

from jinja2 import Undefined
from markupsafe import Markup, escape

from challenge_letters.case.cleaning import printable
from challenge_letters.languages import worded
from challenge_letters.letters.errors import TemplateMistake

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def printed(value: Any) -> Markup:
    """Return `value` as the text of a run: escaped, its lines and tabs kept, control characters dropped.

    This is the `finalize` of the template environment: every value a template prints comes through here.
    Raises `TemplateMistake` for None and for anything but text, whole numbers and quarters (35.5 hours):
    nobody should read those.
    """
    words = value if isinstance(value, str) else _in_words(value)
    return Markup(_with_breaks(str(escape(words))))  # noqa: S704 - escaped just before


def _in_words(value: Any) -> str:
    if isinstance(value, Undefined):
        return str(value)  # raises, naming what is not known
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and (value * 4).is_integer():
        return f"{value:g}"
    raise TemplateMistake(worded("letters.templates.prints", value=_article(value)))


def _with_breaks(escaped: str) -> str:
    return printable(escaped).replace("\n", LINE_BREAK).replace("\t", TAB)


def _article(value: Any) -> str:
    return (
        worded("letters.templates.empty-answer")
        if value is None
        else worded("letters.templates.value-of-type", type=type(value).__name__)
    )
