"""The pages about who writes, as an advice centre has filled them in once (decision 0044).

A file from the desk only names the adviser and the reference. Everything else is read from centre.toml here,
so that no file can put words into the centre's mouth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from challenge_letters.case.fields import Line
from challenge_letters.case.people import Writer
from challenge_letters.centre.details import UnreadableCentre, read_centre
from challenge_letters.centre.signing import UnknownAdviser, writer_of
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.out_of_case import as_answer
from challenge_letters.interview.pages import PAGES
from challenge_letters.places import centre

BY_THE_CENTRE = "by_the_centre"
OF_THE_CENTRE = ("for-whom", "writer")
# What is so in every centre; the rest of that page is the client's own.
BY_EACH_CENTRE = {"writer_kind": "adviser"}
LINE: TypeAdapter[str] = TypeAdapter(Line)


def centre_pages(named: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return the answers on the pages about who writes, for the adviser and reference that a file names.

    There are none without a centre, or where the file names nobody of it: those pages are asked then.
    """
    folder = centre()
    if folder is None or not isinstance(named, dict):
        return {}
    try:
        adviser, reference = (LINE.validate_python(named.get(key, "")) for key in ("adviser", "reference"))
        writer = writer_of(read_centre(folder), adviser=adviser, reference=reference, on=this_day())
        return {"for-whom": BY_EACH_CENTRE, "writer": _as_answered(writer)}
    except (UnreadableCentre, UnknownAdviser, ValidationError):
        return {}


def _as_answered(named: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the answers on the page about the adviser that say what `named` does; the adviser signs."""
    writer = Writer.model_validate(dict(named))
    return {
        answer.name: as_answer(getattr(writer, answer.case.removeprefix("case.writer.")), answer)
        for answer in PAGES["writer"].answers
    }
