"""Hands a file that was just made to the person who asked for it: as bytes, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


def hand_over(respond: Callable[..., NoReturn], name: str, content: bytes) -> NoReturn:
    """Answer the request with a file called `name` ("complaint.docx"). Raises KeyError for an unknown ending.

    `respond` is docassemble's response(). The name travels with the type for hosts that read it there; a
    docassemble server sends no name at all, so the link to the file has to give it one as well.
    """
    respond(binaryresponse=content, content_type=f"{TYPES[name.rpartition('.')[2]]}; name={name}")
