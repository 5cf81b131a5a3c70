"""Hands a file that was just made to the person who asked for it, in the way of the host they are on.

A docassemble server sends bytes without a name. So there the file is kept with the session under its name,
one of each name, written over the next time, and the browser is sent to it; it goes when the answers go. A
host that can name what it sends keeps nothing: it says so with `nothing_kept` around what runs the interview.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "zip": "application/zip",
}
_IS_KEPT: ContextVar[bool] = ContextVar("challenge_letters_file_is_kept", default=True)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Let `hand_over` answer with the bytes alone for the length of the block."""
    token = _IS_KEPT.set(False)
    try:
        yield
    finally:
        _IS_KEPT.reset(token)


def hand_over(answers: Any, respond: Callable[..., NoReturn], name: str, content: bytes) -> NoReturn:
    """Answer the request with a file called `name` ("complaint.docx"). Raises KeyError for an unknown ending.

    `respond` is docassemble's response(), `answers.files` a DADict of DAFile.
    """
    content_type = TYPES[name.rpartition(".")[2]]
    if not _IS_KEPT.get():
        respond(binaryresponse=content, content_type=f"{content_type}; name={name}")
    file = answers.files[name]
    file.initialize(filename=name)
    file.write(content, binary=True)
    file.commit()
    respond(url=file.url_for(attachment=True))
